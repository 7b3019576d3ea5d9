// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/ticket_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {
TicketPresenter::TicketPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock) {
    connect(&signals_, &DeskSignals::changed, this, &TicketPresenter::onChange);
}

std::set<ActionId> TicketPresenter::actions() const {
    if (!m_view) {
        return {};
    }
    std::set<ActionId> fitting = actionsFor(m_view->ticket, m_desk.user(), m_clock.now());
    if (!m_undoable) {
        fitting.erase(ActionId::undo);
    }
    return fitting;
}

std::optional<Error> TicketPresenter::obstacle(const ActionRow& action) const {
    if (!m_view) {
        return Error("action.noTicket");
    }
    if (action.id == ActionId::undo && !m_undoable) {
        return Error("undo.notLast");
    }
    return ui::obstacle(commandOf(action, m_view->ticket, m_desk.user()), m_view->ticket, m_desk.user(), m_clock.now());
}

std::optional<CommandId> TicketPresenter::lastOwn() const {
    if (m_history.empty()) {
        return std::nullopt;
    }
    const domain::Event& last = m_history.back();
    const bool mine = last.user == m_desk.user().user || m_desk.user().role == domain::Role::supervisor;
    return mine && domain::stateBefore(m_history, last.command) ? std::optional(last.command) : std::nullopt;
}

std::optional<std::string_view> TicketPresenter::answerCommand() const {
    return m_view ? ui::answerCommand(m_view->ticket, m_desk.user()) : std::nullopt;
}

void TicketPresenter::open(const TicketId& ticket) { read(ticket.text(), true); }

void TicketPresenter::openText(const QString& idOrNumber) { read(s(idOrNumber.trimmed()), true); }

void TicketPresenter::close() {
    ++m_generation;
    m_id = {};
    m_view.reset();
    m_history.clear();
    m_messages.clear();
    m_others.clear();
    m_undoable.reset();
    emit opened();
}

void TicketPresenter::read(const std::string& idOrNumber, bool fresh) {
    const std::uint64_t generation = fresh ? ++m_generation : m_generation;
    ask(
        m_desk, this,
        [idOrNumber](service::DeskReader& reader) {
            Answer answer;
            answer.view = reader.ticket(idOrNumber);
            if (answer.view) {
                const domain::Ticket& ticket = answer.view->ticket;
                answer.history = reader.history(ticket.id);
                answer.messages = service::messagesOf(reader, ticket.id);
                if (!ticket.caller.phone.empty()) {
                    answer.others = reader.lookUp(ticket.caller.phone, 20);
                    std::erase_if(answer.others, [&ticket](const auto& row) { return row.ticket == ticket.id; });
                }
            }
            return answer;
        },
        [this, generation, idOrNumber, fresh](Answer answer) {
            if (generation == m_generation) {
                take(std::move(answer), idOrNumber, fresh);
            }
        });
}

void TicketPresenter::take(Answer answer, const std::string& asked, bool fresh) {
    if (!answer.view) {
        if (fresh) {
            emit missing(q(asked));
        }
        return;
    }
    m_id = answer.view->ticket.id;
    m_view = std::move(answer.view);
    m_history = std::move(answer.history);
    m_messages = std::move(answer.messages);
    m_others = std::move(answer.others);
    m_undoable = lastOwn();
    if (fresh && !m_view->historyComplete) {
        m_desk.sync().fetchHistory(m_id);
    }
    if (fresh) {
        emit opened();
    } else {
        emit updated();
    }
}

void TicketPresenter::onChange(const service::ChangeSet& change) {
    const bool ours = std::find(change.tickets.begin(), change.tickets.end(), m_id) != change.tickets.end();
    if (m_view && (ours || change.everything || change.articles)) {
        read(m_id.text(), false);
    }
}

void TicketPresenter::run(domain::TicketCommand command) {
    if (!m_view) {
        return;
    }
    const std::string_view name = domain::nameOf(command);
    m_desk.submit({m_id, std::move(command), {}}, guarded(this, [this, name](Result<service::Submitted> result) {
                      if (result) {
                          emit done(*result, name);
                      } else {
                          emit failed(result.error());
                      }
                  }));
}

}  // namespace zhida::ui
