// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <QObject>
#include <QTimer>

namespace zhida::ui {

/// What a call that is being typed may be: the same matter as another ticket, its category and unit. One question at a time;
/// of those that come meanwhile only the newest is asked, and an answer to an older one is not shown.
class HintPresenter : public QObject {
    Q_OBJECT

public:
    explicit HintPresenter(service::Desk& desk, QObject* parent = nullptr);

    [[nodiscard]] const service::SameMatterHints& hints() const { return m_answer.hints; }
    [[nodiscard]] const service::TicketSuggestions& suggestions() const { return m_answer.suggestions; }
    /// Asked after kPauseMs.
    void type(const service::TypedTicket& typed);
    /// "This one" or "not this": the suggestions are asked for again with it.
    void correct(const std::string& kind, const std::string& value, bool wanted);

    static constexpr int kPauseMs = 60;

signals:
    void found();

private:
    struct Answer {
        service::SameMatterHints hints;
        service::TicketSuggestions suggestions;
    };
    void ask();

    service::Desk& m_desk;
    QTimer m_pause;
    service::TypedTicket m_typed;
    Answer m_answer;
    bool m_asking = false;
    bool m_again = false;
};

}  // namespace zhida::ui
