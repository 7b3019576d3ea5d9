// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/timed_acts.h"

#include "model/domain/lifecycle.h"
#include "model/domain/rules_cards.h"
#include "model/domain/stage_clocks.h"

#include <algorithm>
#include <utility>

namespace zhida::domain {
namespace {

/// Nobody has answered yet: the clock of the unit, or of the centre before it, runs.
constexpr StateSet kUnanswered{TicketState::registered, TicketState::needInfo,     TicketState::pendingDispatch,
                               TicketState::dispatched, TicketState::returnReview, TicketState::redo};

/// The due time itself is still in time.
Instant after(Instant due) { return due.plus(1); }

class Acts {
public:
    Acts(const Ticket& ticket, const Rules& rules) : m_ticket(ticket), m_rules(rules) {}

    std::vector<TimedAct> all() {
        if (isOpen(m_ticket.state)) {
            claim();
            m_ticket.state == TicketState::suspended ? suspension() : running();
        } else {
            archive();
        }
        std::stable_sort(m_acts.begin(), m_acts.end(),
                         [](const TimedAct& a, const TimedAct& b) { return a.at < b.at; });
        return std::move(m_acts);
    }

private:
    void add(std::string kind, Instant at, TicketCommand body) {
        m_acts.push_back({std::move(kind), at, std::move(body)});
    }

    void claim() {
        if (m_ticket.claim) {
            add("claim.expired", m_ticket.claim->until, ReleaseTicket{});
        }
    }

    void running() {
        ladder();
        recount();
        if (m_ticket.due && kUnanswered.has(m_ticket.state)) {
            const Instant received = m_ticket.clock ? m_ticket.clock->received : m_ticket.createdAt;
            const CardTimes times = cardTimes(m_rules.cards, m_rules.calendar, received, *m_ticket.due);
            supervise("cards.yellow", times.yellow, SupervisionLevel::yellow);
            supervise("cards.red", times.red, SupervisionLevel::red);
        }
        stages();
    }

    void recount() {
        if (!m_ticket.clock || !m_ticket.due) {
            return;
        }
        const auto deadline = dueOf(m_rules.calendar, *m_ticket.clock);
        if (deadline && deadline->due != *m_ticket.due) {
            add("due.recount", m_ticket.updatedAt, RecountDue{});
        }
    }

    /// Unless it was issued for this due time, or such a one is still open.
    void supervise(const char* reason, std::optional<Instant> at, SupervisionLevel level) {
        const bool there =
            at && std::any_of(m_ticket.supervisions.begin(), m_ticket.supervisions.end(), [&](const Supervision& each) {
                return each.reason == reason && (each.open() || each.at >= *at);
            });
        if (at && !there) {
            SuperviseTicket body;
            body.reason = reason;
            body.level = level;
            add(reason, *at, std::move(body));
        }
    }

    void ladder() {
        const auto& climb = m_ticket.climb;
        const Ladder* ladder = climb ? m_rules.ladder(climb->ladder) : nullptr;
        if (ladder == nullptr || ladder->levels.empty() || climb->over || !climb->due) {
            return;
        }
        if (ladder->levels.back().code == climb->level) {
            supervise("ladder.top", after(*climb->due), SupervisionLevel::normal);
        } else {
            add("ladder.rise", after(*climb->due), EscalateTicket{"ladder.late"});
        }
    }

    void suspension() {
        for (auto each = m_ticket.requests.rbegin(); each != m_ticket.requests.rend(); ++each) {
            if (each->kind == RequestKind::suspension && each->state == RequestState::approved) {
                supervise("suspension.over", each->planned, SupervisionLevel::normal);
                return;
            }
        }
    }

    void stages() {
        if (!m_ticket.source.empty()) {
            return;  // what was late in another system was its affair
        }
        for (const StageClock& each : stageClocksOf(m_ticket, m_rules, m_ticket.updatedAt)) {
            if (!each.doneAt && each.due && each.stage != Stage::returnRequest) {
                urge(each);
            }
        }
    }

    void urge(const StageClock& stage) {
        const std::string kind = "stage." + std::string(codeOf(stage.stage));
        const Instant late = after(*stage.due);
        const bool urged = std::any_of(m_ticket.urges.begin(), m_ticket.urges.end(),
                                       [&](const Urge& each) { return each.text == kind && each.at >= late; });
        if (!urged) {
            add(kind, late, UrgeTicket{kind, false});
        }
        const bool climbs = m_ticket.climb && !m_ticket.climb->over;
        const auto again = dueAfter(m_rules.calendar, *stage.due, stage.clock.term);
        if (stage.stage == Stage::firstContact && again && climbs && m_ticket.climb->since <= late) {
            add(kind + ".again", after(again->due), EscalateTicket{kind});  // 自动提醒, then one level up
        }
    }

    void archive() {
        if (m_ticket.state == TicketState::archived || !m_ticket.closedAt) {
            return;
        }
        const auto end = dueAfter(m_rules.calendar, *m_ticket.closedAt, m_rules.archiveAfter);
        if (end) {
            add("archive", after(end->due), ArchiveTicket{});
        }
    }

    const Ticket& m_ticket;
    const Rules& m_rules;
    std::vector<TimedAct> m_acts;
};

}  // namespace

CommandId idOf(const TimedAct& act, const TicketId& ticket) {
    return CommandId{Uuid::fromName(act.kind + "|" + ticket.text() + "|" + std::to_string(act.at.ms))};
}

std::vector<TimedAct> timedActs(const Ticket& ticket, const Rules& rules) { return Acts(ticket, rules).all(); }

}  // namespace zhida::domain
