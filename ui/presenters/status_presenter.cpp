// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/status_presenter.h"

#include "ui/support/text.h"
#include "ui/support/words.h"

#include <algorithm>

namespace zhida::ui {

using Line = service::SyncStatus::Line;

StatusPresenter::StatusPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_offset(desk.offset()), m_status(signals_.status()) {
    connect(&signals_, &DeskSignals::statusChanged, this, [this](const service::SyncStatus& status) {
        m_status = status;
        emit changed();
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &StatusPresenter::changed);
    m_second.start();
}

QString StatusPresenter::text() const {
    QString text = lineText() + QStringLiteral("   ") + tr("Waiting %1").arg(m_status.waiting);
    if (m_status.refused > 0) {
        text += QStringLiteral(" · ") + tr("Needs you %1").arg(m_status.refused);
    }
    return text;
}

QString StatusPresenter::lineText() const {
    switch (m_status.line) {
        case Line::live: {
            const Instant asOf = m_status.asOf.value_or(m_clock.now());
            return tr("● Live as of %1").arg(secondsText(asOf, m_offset));
        }
        case Line::filling:
            return tr("◐ Filling %1 %").arg(percent());
        case Line::connecting:
            return m_status.asOf ? tr("◌ Connecting, as of %1").arg(secondsText(*m_status.asOf, m_offset))
                                 : tr("◌ Connecting");
        case Line::offline:
            break;
    }
    return m_status.offlineSince ? tr("○ Offline %1").arg(spanText(m_clock.now().ms - m_status.offlineSince->ms))
                                 : tr("○ Offline");
}

QString StatusPresenter::tooltip() const {
    QString text = tr("Everything you do is kept on this machine and sent when there is a line. Click for the outbox.");
    if (!m_status.trouble.code.empty() && m_status.line != Line::live) {
        text.prepend(words::ofError(m_status.trouble) + QLatin1Char('\n'));
    }
    return text;
}

StatusPresenter::Tone StatusPresenter::tone() const {
    if (m_status.refused > 0) {
        return Tone::bad;
    }
    switch (m_status.line) {
        case Line::live:
            return Tone::good;
        case Line::offline:
            return Tone::careful;
        case Line::connecting:
        case Line::filling:
            break;
    }
    return Tone::working;
}

int StatusPresenter::percent() const { return static_cast<int>(std::clamp(m_status.fillProgress, 0.0, 1.0) * 100); }

}  // namespace zhida::ui
