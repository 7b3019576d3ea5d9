// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "model/domain/decide.h"
#include "model/domain/lifecycle.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zhida {

/// A centre in memory with a few units and one user for every role: judges commands and keeps the log. Seeded.
class FakeCentre {
public:
    explicit FakeCentre(std::uint64_t seed) : m_rng(seed) {
        for (const char* code : {"centre", "u1", "u2", "u3"}) {
            domain::Unit unit;
            unit.code.value = code;
            unit.name = code;
            units.push_back(unit);
        }
        using enum domain::Role;
        addUser("ct", callTaker, "centre");
        addUser("sp", specialist, "u1");
        addUser("di", dispatcher, "centre");
        addUser("h1", unitHandler, "u1");
        addUser("h2", unitHandler, "u2");
        addUser("h3", unitHandler, "u3");
        addUser("cb", callbackAgent, "centre");
        addUser("sv", supervisor, "centre");
        rules.region6 = "370902";
        rules.deadlines.push_back({{}, {}, {5, domain::TermUnit::workingDay}});
        rules.responsibilities.push_back({"C1", UnitCode{"u1"}});
    }

    struct Judged {
        std::uint64_t seq = 0;  ///< 0: refused
        Error refusal;
    };

    /// The stored answer for a command that has been here before.
    Judged judge(const domain::Command& command) {
        if (const auto known = m_answers.find(command.id); known != m_answers.end()) {
            return known->second;
        }
        const auto it = tickets.find(command.ticket);
        const domain::Ticket* const before = it == tickets.end() ? nullptr : &it->second;
        domain::Context context{now, users.at(command.user.value), &rules, &units};
        std::optional<domain::Ticket> earlier;
        if (const auto* undo = std::get_if<domain::UndoCommand>(&command.body)) {
            std::vector<domain::Event> history;
            std::copy_if(log.begin(), log.end(), std::back_inserter(history),
                         [&command](const domain::Event& each) { return each.ticket == command.ticket; });
            earlier = domain::stateBefore(history, undo->command);
            context.before = earlier ? &*earlier : nullptr;
        }
        const auto events = domain::decide(before, command, context);
        Judged judged;
        if (!events) {
            judged.refusal = events.error();
        } else {
            for (const domain::Event& event : *events) {
                log.push_back(event);
                tickets[command.ticket] = domain::evolve(std::move(tickets[command.ticket]), event);
            }
            judged.seq = log.size();
        }
        return m_answers[command.id] = judged;
    }

    /// One act of a random user on a random or new ticket; accepted or not.
    Judged step() {
        now = now.plus(static_cast<std::int64_t>(m_rng.below(3)) * 40 * kMinuteMs);
        const bool fresh = tickets.empty() || m_rng.below(5) == 0;
        domain::Command command;
        command.id = CommandId::make(now, m_rng);
        command.ticket = fresh ? TicketId::make(now, m_rng) : someTicket();
        command.occurredAt = now;
        command.baseRev = fresh ? 0 : tickets.at(command.ticket).rev;
        if (fresh) {
            command.body = registration();
            command.user.value = "ct";
        } else {
            command.user = fitting(command.ticket, command.body);
        }
        return judge(command);
    }

    TicketId someTicket() {
        auto it = tickets.begin();
        std::advance(it, static_cast<std::ptrdiff_t>(m_rng.below(tickets.size())));
        return it->first;
    }

    domain::RegisterTicket registration() {
        domain::RegisterTicket body;
        body.title = "路灯不亮 " + std::to_string(++m_registered);
        body.content = "省庄镇东羊楼村路口的路灯第" + std::to_string(m_registered) + "天不亮";
        body.appealType = static_cast<domain::AppealType>(1 + m_rng.below(9));
        body.callerPhone = "138" + std::to_string(10'000'000 + m_rng.below(50));
        body.category.value = m_rng.below(2) == 0 ? "C1-2" : "C9";
        body.region.value = "370911101000";
        body.secret = m_rng.below(8) == 0;
        body.number = "370902251121ZZ" + std::to_string(1000 + m_registered);
        return body;
    }

    std::vector<domain::Unit> units;
    std::map<std::string, domain::UserProfile> users;
    domain::Rules rules;
    std::map<TicketId, domain::Ticket> tickets;
    std::vector<domain::Event> log;  ///< the event of seq n stands at n - 1
    Instant now{1'763'700'000'000};

private:
    void addUser(const std::string& code, domain::Role role, const std::string& unit) {
        domain::UserProfile user;
        user.user.value = code;
        user.role = role;
        user.unit.value = unit;
        users[code] = user;
    }

    /// A command that the ticket's state lets through, by somebody who may; now and then any other one.
    UserCode fitting(const TicketId& ticket, domain::TicketCommand& body) {
        static const std::vector<const char*> kUsers{"ct", "sp", "di", "h1", "h2", "h3", "cb", "sv"};
        for (int attempt = 0; attempt < 60; ++attempt) {
            body = someBody();
            const std::string user = kUsers[m_rng.below(kUsers.size())];
            domain::Command trial;
            trial.id = CommandId::make(now, m_rng);
            trial.ticket = ticket;
            trial.user.value = user;
            trial.baseRev = tickets.at(ticket).rev;
            trial.body = body;
            if (domain::decide(&tickets.at(ticket), trial, {now, users.at(user), &rules, &units})) {
                return trial.user;
            }
        }
        return UserCode{"ct"};
    }

    domain::TicketCommand someBody() {
        switch (m_rng.below(14)) {
            case 0:
                return domain::ClaimTicket{};
            case 1:
                return domain::ReleaseTicket{};
            case 2:
                return domain::SupplementTicket{"又停了一次"};
            case 3:
                return domain::AnswerDirectly{"已告知", "", 0, m_rng.below(2) == 0};
            case 4:
                return dispatch();
            case 5:
                return domain::SignTicket{};
            case 6:
                return domain::RequestReturn{"notOurs", "三定方案", "不属我单位", {}};
            case 7:
                return domain::DecideReturn{m_rng.below(2) == 0, "同意", {}, false};
            case 8:
                return domain::ReplyTicket{"已派人", "路灯已修好"};
            case 9:
                return domain::ReviewTicket{m_rng.below(4) != 0, "可"};
            case 10:
                return domain::CallBack{true, domain::Solved::solved, domain::Satisfied::satisfied, "谢谢"};
            case 11:
                return domain::CallBack{true, domain::Solved::unsolved, domain::Satisfied::dissatisfied, "没修"};
            case 12:
                return domain::CallBack{false, {}, {}, ""};
            default:
                return domain::CommentTicket{"备注" + std::to_string(m_rng.below(100))};
        }
    }

    domain::DispatchTicket dispatch() {
        domain::DispatchTicket body;
        const std::uint64_t lead = m_rng.below(3);
        body.lead = units[1 + lead].code;
        if (m_rng.below(2) == 0) {
            body.assist = {units[1 + (lead + 1) % 3].code};
        }
        return body;
    }

    SeededRng m_rng;
    std::map<CommandId, Judged> m_answers;
    int m_registered = 0;
};

}  // namespace zhida
