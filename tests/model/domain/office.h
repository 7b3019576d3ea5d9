// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/decide.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A small office for tests of the rules: people, units, a clock, and one ticket that commands act upon.
namespace zhida::domain::test {

struct Office {
    Rules rules;
    std::vector<Unit> units;
    Instant now{1'755'655'200'000};  // 2025-08-20T10:00+08:00, a Wednesday
    SeededRng rng{42};
    std::optional<Ticket> ticket;
    std::vector<Event> log;
    TicketId id;

    Office() {
        rules.region6 = "370902";
        rules.calendar = Calendar(UtcOffset{480}, {{510, 720}, {810, 1050}});
        rules.deadlines = {{AppealType::consult, std::nullopt, {1, TermUnit::workingDay}},
                           {std::nullopt, std::nullopt, {5, TermUnit::workingDay}}};
        rules.returnReasons = {{"notOurDuty", "非本单位职责", "not our duty"}};
        rules.responsibilities = {{"12", {"wsjk"}}, {"1201", {"cdc"}}};
        for (const char* code : {"centre", "wsjk", "szz", "zjj", "cdc"}) {
            units.push_back({{code}, code, "", {}, {}, 0, "", false});
        }
        units.push_back({{"gone"}, "gone", "", {}, {}, 0, "", true});
        id = TicketId::make(now, rng);
    }

    static UserProfile person(Role role, std::string unit = "centre") {
        return {{std::string(codeOf(role)) + "@" + unit}, "", role, {std::move(unit)}, {}, false};
    }

    Result<std::vector<Event>> attempt(const UserProfile& actor, TicketCommand body,
                                       std::optional<std::uint64_t> seenRev = {}) {
        Command command;
        command.id = CommandId::make(now, rng);
        command.ticket = id;
        command.user = actor.user;
        command.baseRev = seenRev.value_or(ticket ? ticket->rev : 0);
        command.occurredAt = now;
        command.body = std::move(body);
        return decide(ticket ? &*ticket : nullptr, command, Context{now, actor, &rules, &units});
    }

    /// Decides and applies; the error code, or "" when it was accepted.
    std::string act(const UserProfile& actor, TicketCommand body, std::optional<std::uint64_t> seenRev = {}) {
        const auto events = attempt(actor, std::move(body), seenRev);
        if (!events) {
            return events.error().code;
        }
        for (const Event& event : *events) {
            ticket = evolve(ticket.value_or(Ticket{}), event);
            log.push_back(event);
        }
        now = now.plus(kMinuteMs);
        return "";
    }

    void registerOne(AppealType type = AppealType::consult, const std::string& category = "") {
        RegisterTicket c;
        c.title = "省庄镇哪里能就近办健康证";
        c.content = "来电人咨询省庄镇就近能够办理健康证的医院或诊所有哪些。";
        c.appealType = type;
        c.category = {category};
        c.region = {"370902100000"};
        c.number = "3709022508200A0001";
        act(person(Role::callTaker), c);
    }
    void dispatchTo(const std::string& lead, std::vector<UnitCode> assist = {}) {
        act(person(Role::dispatcher), DispatchTicket{{lead}, std::move(assist), std::nullopt, "请核实"});
    }
};

}  // namespace zhida::domain::test
