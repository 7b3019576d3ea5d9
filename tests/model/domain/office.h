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
    std::optional<Ticket> other;  ///< a second ticket that a command may name
    std::vector<Event> log;
    TicketId id;

    Office() {
        rules.region6 = "370902";
        rules.calendar = Calendar(UtcOffset{480}, {{510, 720}, {810, 1050}});
        rules.deadlines = {{AppealType::consult, std::nullopt, {1, TermUnit::workingDay}},
                           {std::nullopt, std::nullopt, {5, TermUnit::workingDay}}};
        rules.refusalReasons = {{"litigation", "已进入诉讼", "in court", "请向人民法院提出", "", "潍坊条例 §19(一)"}};
        rules.emergencyNumbers = {{"police", "报警", "police", "110"}};
        rules.extensionReasons = {{"survey", "需现场勘查", ""}, {"complex", "特别复杂", ""}};
        rules.extensions.complexReasons = {"complex"};
        rules.suspensionReasons = {{"policy", "待政策明确", ""}};
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
        Context context{now, actor, &rules, &units};
        context.other = other ? &*other : nullptr;
        std::optional<Ticket> before;
        if (const auto* undo = std::get_if<UndoCommand>(&command.body)) {
            before = stateBefore(log, undo->command);
            context.before = before ? &*before : nullptr;
            context.undoneBy = before ? log.back().user : UserCode{};
        }
        return decide(ticket ? &*ticket : nullptr, command, context);
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
    /// Signed and replied by `unit`.
    void reply(const std::string& unit, const std::string& text = "已办理") {
        act(person(Role::unitHandler, unit), SignTicket{});
        act(person(Role::unitHandler, unit), ReplyTicket{"", text, {}});
    }
    /// Up to the call-back.
    void submitted(const std::string& unit = "szz") {
        registerOne(AppealType::help);
        dispatchTo(unit);
        reply(unit);
        act(person(Role::dispatcher), ReviewTicket{true, ""});
    }
    void dispatchTo(const std::string& lead, std::vector<UnitCode> assist = {}) {
        act(person(Role::dispatcher), DispatchTicket{{lead}, std::move(assist), std::nullopt, "请核实"});
    }
};

inline UserProfile at(Role role, const char* unit = "centre") { return Office::person(role, unit); }

}  // namespace zhida::domain::test
