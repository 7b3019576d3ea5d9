// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/hint_presenter.h"

#include "ui/support/ask.h"

#include <utility>

namespace zhida::ui {

HintPresenter::HintPresenter(service::Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &HintPresenter::ask);
}

void HintPresenter::type(const service::TypedTicket& typed) {
    m_typed = typed;
    m_pause.start();
}

void HintPresenter::ask() {
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    ui::ask(
        m_desk, this,
        [typed = m_typed](service::DeskReader& reader) {
            return Answer{reader.sameMatter(typed), reader.suggest(typed)};
        },
        [this](Answer answer) {
            m_asking = false;
            if (std::exchange(m_again, false)) {
                ask();
                return;
            }
            m_answer = std::move(answer);
            emit found();
        });
}

void HintPresenter::correct(const std::string& kind, const std::string& value, bool wanted) {
    m_desk.correct({kind, value, wanted, m_typed.title + "\n" + m_typed.content},
                   guarded(this, [this](const Status& /*status*/) { ask(); }));
}

}  // namespace zhida::ui
