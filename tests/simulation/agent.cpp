// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/agent.h"

#include <array>

namespace zhida::simulation {
namespace {

using domain::Role;

UnitCode someUnit(World& world) { return kUnits[world.below(kUnits.size())]; }

domain::UserProfile person(const std::string& user, Role role, const std::string& unit,
                           const std::string& region = {}) {
    domain::UserProfile profile;
    profile.user = UserCode{user};
    profile.name = user;
    profile.role = role;
    profile.unit = UnitCode{unit};
    if (!region.empty()) {
        profile.regions.push_back(RegionCode{region});
    }
    return profile;
}

Intention dispatch(World& world) {
    domain::DispatchTicket command;
    command.lead = someUnit(world);
    const UnitCode other = someUnit(world);
    if (other != command.lead) {
        command.assist.push_back(other);
    }
    return {command, false};
}

domain::Secrecy someSecrecy(World& world) {
    const std::uint64_t level = world.below(8);
    return level == 0   ? domain::Secrecy::restricted
           : level == 1 ? domain::Secrecy::callerHidden
                        : domain::Secrecy::open;
}

/// Somebody learns who is complained about, or that the caller has another name.
Intention amend(World& world, const std::string& words) {
    domain::AmendTicket command;
    command.reason = words;
    if (world.below(2) == 0) {
        command.targetUnit = someUnit(world);
    } else {
        command.callerName = callerOf(words);
    }
    return {command, true};
}

Intention handOver(World& world) {
    const auto all = people();
    return {domain::HandOver{all[world.below(all.size())].user, "", {}}, false};
}

Intention callBack(World& world, const std::string& words) {
    domain::CallBack command;
    command.connected = world.below(4) != 0;
    command.solved = world.below(3) == 0 ? domain::Solved::unsolved : domain::Solved::solved;
    command.satisfied = domain::Satisfied::satisfied;
    command.opinion = words;
    return {command, true};
}

}  // namespace

std::string callerOf(const std::string& words) { return "caller of " + words + "!"; }

std::vector<domain::UserProfile> people() {
    return {person("taker-1", Role::callTaker, "centre"),
            person("taker-2", Role::callTaker, "centre"),
            person("specialist-a", Role::specialist, "unit-a"),
            person("specialist-b", Role::specialist, "unit-b"),
            person("dispatcher", Role::dispatcher, "centre"),
            person("handler-a", Role::unitHandler, "unit-a"),
            person("handler-c", Role::unitHandler, "unit-c", "370902100000"),
            person("caller-back", Role::callbackAgent, "centre"),
            person("supervisor", Role::supervisor, "centre")};
}

Intention registration(World& world, const std::string& words) {
    domain::RegisterTicket command;
    command.title = "title";
    command.content = words;
    constexpr std::array kTypes{domain::AppealType::consult, domain::AppealType::complaint, domain::AppealType::report};
    command.appealType = kTypes[world.below(kTypes.size())];
    command.callerName = callerOf(words);
    command.secrecy = someSecrecy(world);
    if (world.below(4) == 0) {
        command.targetUnit = someUnit(world);
    }
    command.region = RegionCode{world.below(2) == 0 ? "370902100000" : "370911000000"};
    command.secret = world.below(8) == 0;
    command.number = "370900" + words;
    return {command, true};
}

Intention anyIntention(World& world, const std::string& words) {
    switch (world.below(18)) {
        case 0:
            return {domain::ClaimTicket{}, false};
        case 1:
            return {domain::ReleaseTicket{}, false};
        case 2:
            return {domain::SupplementTicket{words}, true};
        case 3:
        case 4:
            return {domain::AnswerDirectly{words, {}, 0, world.below(2) == 0}, true};
        case 5:
            return dispatch(world);
        case 6:
            return {domain::SignTicket{}, false};
        case 7:
            return {domain::RequestReturn{"reason", words, "", {}}, true};
        case 8:
            return {domain::DecideReturn{world.below(2) == 0, words, {}, world.below(2) == 0}, true};
        case 9:
        case 10:
            return {domain::ReplyTicket{"inside", words}, true};
        case 11:
            return {domain::ReviewTicket{world.below(4) != 0, words}, true};
        case 12:
            return callBack(world, words);
        case 13:
        case 14:
            return {domain::SetSecrecy{someSecrecy(world), words}, true};
        case 15:
            return amend(world, words);
        case 16:
            return handOver(world);
        default:
            return {domain::CommentTicket{words}, true};
    }
}

}  // namespace zhida::simulation
