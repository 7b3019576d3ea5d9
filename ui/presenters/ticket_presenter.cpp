// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/ticket_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {

TicketPresenter::TicketPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock) {
    connect(&signals_, &DeskSignals::changed, this, &TicketPresenter::onChange);
}

std::set<ActionId> TicketPresenter::actions() const {
    return m_view ? actionsFor(m_view->ticket, m_desk.user(), m_clock.now()) : std::set<ActionId>{};
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
    m_others.clear();
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
    m_others = std::move(answer.others);
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
    if (m_view && (ours || change.everything)) {
        read(m_id.text(), false);
    }
}

void TicketPresenter::run(domain::TicketCommand command) {
    if (!m_view) {
        return;
    }
    const QString what = words::ofCommand(domain::nameOf(command));
    m_desk.submit({m_id, std::move(command), {}}, guarded(this, [this, what](Result<service::Submitted> result) {
                      if (result) {
                          emit done(*result, what);
                      } else {
                          emit failed(result.error());
                      }
                  }));
}

}  // namespace zhida::ui
