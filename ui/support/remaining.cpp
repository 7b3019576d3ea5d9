// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/remaining.h"

#include "ui/support/text.h"

#include <QCoreApplication>

namespace zhida::ui {

Remaining remainingOf(domain::TicketState state, std::optional<Instant> due, Instant since, Instant now,
                      UtcOffset offset) {
    if (!domain::isOpen(state)) {
        return {Light::grey, QCoreApplication::translate("Remaining", "Done"), QStringLiteral("○"), {}};
    }
    if (state == domain::TicketState::suspended) {
        return {Light::grey, QCoreApplication::translate("Remaining", "Clock stands still"), QStringLiteral("○"), {}};
    }
    if (!due) {
        return {Light::grey, QCoreApplication::translate("Remaining", "No limit"), QStringLiteral("○"), {}};
    }
    const QString tooltip = QCoreApplication::translate("Remaining", "Due %1").arg(momentText(*due, now, offset));
    if (*due <= now) {
        const QString text = QCoreApplication::translate("Remaining", "%1 over").arg(spanText(now.ms - due->ms));
        return {Light::red, text, QStringLiteral("■"), tooltip};
    }
    const bool last = (due->ms - now.ms) * 4 <= due->ms - since.ms;
    const QString text = QCoreApplication::translate("Remaining", "%1 left").arg(spanText(due->ms - now.ms));
    return {last ? Light::amber : Light::green, text, last ? QStringLiteral("◆") : QStringLiteral("●"), tooltip};
}

}  // namespace zhida::ui
