// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/lookup_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {

LookUpPresenter::LookUpPresenter(service::Desk& desk, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_model(clock, desk.offset()) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(&m_pause, &QTimer::timeout, this, &LookUpPresenter::search);
}

void LookUpPresenter::type(const QString& phoneOrNumber) {
    m_text = phoneOrNumber.simplified();
    m_text.remove(QLatin1Char(' '));
    m_pause.start();
}

void LookUpPresenter::search() {
    const std::uint64_t asked = ++m_asked;
    const bool words = std::any_of(m_text.begin(), m_text.end(), [](QChar c) { return c.unicode() > 0x7F; });
    if (m_text.size() < (words ? kLeastWords : kLeast)) {
        m_searched = false;
        m_model.reset({}, false);
        emit found();
        return;
    }
    ask(
        m_desk, this,
        [text = s(m_text), words](service::DeskReader& reader) {
            return words ? reader.searchTickets(text, kMost) : reader.lookUp(text, kMost);
        },
        [this, asked](std::vector<service::QueueRow> rows) {
            if (asked == m_asked) {
                m_searched = true;
                m_model.reset(std::move(rows), false);
                emit found();
            }
        });
}

}  // namespace zhida::ui
