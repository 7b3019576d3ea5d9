// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/checks.h"

#include "model/domain/permission.h"
#include "model/domain/timed_acts.h"
#include "model/wire/codec.h"
#include "model/wire/record_sight.h"
#include "model/wire/rules_file.h"
#include "sync/server/engine_reference.h"
#include "sync/server/fan_out.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace zhida::simulation {
namespace {

std::string nameOf(const Made& made) {
    return std::string(domain::nameOf(made.command.body)) + " " + made.command.id.text();
}

/// One command: it waits, or is refused and visible, or is accepted in the history that stands; and the two sides agree. What
/// a centre out of a copy has lost counts as long as the desk has it and does not know of the loss.
void checkCommand(SimCentre& centre, const Owed& owed, const Made& made) {
    const CommandId& id = made.command.id;
    const auto answer = centre.disk().answerTo(id);
    const auto tray = owed.refused.find(id);
    const bool refused = tray != owed.refused.end();
    const bool waiting = owed.waiting.contains(id);
    require(!(waiting && refused), nameOf(made) + " waits and is refused");
    if (refused) {
        require(answer ? answer->seq == 0 : centre.restores() > 0, nameOf(made) + " was refused by nobody");
        require(!answer || tray->second.why == answer->refusal, nameOf(made) + " was refused for another reason");
        require(tray->second.bytes.find(made.words) != std::string::npos, "words lost in the tray: " + made.words);
    } else if (!waiting) {
        const bool lostUnawares = !answer && centre.restores() > 0 && owed.settled.contains(id);
        require((answer && answer->seq != 0) || lostUnawares, nameOf(made) + " has vanished");
    }
}

/// Where each command's events are in the log.
std::map<CommandId, std::vector<const sync::LogEntry*>> eventsByCommand(const CentreContents& centre) {
    std::map<CommandId, std::vector<const sync::LogEntry*>> out;
    for (const sync::LogEntry& entry : centre.log) {
        if (!entry.isRecord) {
            out[entry.command].push_back(&entry);
        }
    }
    return out;
}

void checkOnce(const CentreContents& centre) {
    const auto events = eventsByCommand(centre);
    std::size_t accepted = 0;
    for (const auto& [id, answer] : centre.answers) {
        const auto it = events.find(id);
        require((it != events.end()) == (answer.seq != 0), "answer and events of " + id.text() + " differ");
        if (answer.seq == 0) {
            continue;
        }
        ++accepted;
        const auto& entries = it->second;
        require(entries.back()->seq == answer.seq, "the answer of " + id.text() + " names another event");
        require(entries.back()->seq - entries.front()->seq + 1 == entries.size(), id.text() + " was applied twice");
    }
    require(accepted == events.size(), "events without an answer");
}

void checkWords(const CentreContents& centre, const Made& made) {
    const auto answer = centre.answers.find(made.command.id);
    if (made.words.empty() || answer == centre.answers.end() || answer->second.seq == 0) {
        return;
    }
    const auto& log = centre.log;
    const bool found = std::any_of(log.begin(), log.end(), [&made](const sync::LogEntry& entry) {
        return !entry.isRecord && entry.command == made.command.id && entry.body.find(made.words) != std::string::npos;
    });
    require(found, "words lost: " + made.words + " of " + nameOf(made));
}

bool seesCaller(const domain::Ticket& ticket, const sync::Sight& sight) {
    return sync::intersect(domain::scopesOf(ticket), sight.scopes) && domain::maySeeCaller(ticket, sight.user);
}

/// Who may not see a caller has him nowhere in his file; but what he typed himself is his own, and so is the same caller of another
/// ticket: words that were taken back are typed again.
void checkCaller(SimDesk& desk, const std::string& raw, const CentreContents& all, const domain::Ticket& ticket,
                 const sync::Sight& sight) {
    const std::string& name = ticket.caller.name;
    const auto& made = desk.made();
    const bool typed = std::any_of(made.begin(), made.end(), [&name](const Made& each) {
        return wire::encode(each.command).find(name) != std::string::npos;
    });
    const bool seen = std::any_of(all.tickets.begin(), all.tickets.end(), [&](const auto& each) {
        return each.second.caller.name == name && seesCaller(each.second, sight);
    });
    require(name.empty() || typed || seen || raw.find(name) == std::string::npos,
            "desk " + std::to_string(desk.index()) + " holds the caller of ticket " + ticket.id.text());
}

void checkDesk(SimCentre& centre, const CentreContents& all, SimDesk& desk) {
    const std::string who = "desk " + std::to_string(desk.index());
    DeskDisk& disk = desk.disk();
    require(disk.cursor().seq == centre.store().head(), who + " is not at the head");
    require(disk.cursor().chain == centre.store().chainAt(disk.cursor().seq), who + " has another history");
    require(disk.owed().waiting.empty(), who + " has commands without an answer");
    require(disk.signIn().has_value(), who + " has not signed in");
    const sync::Sight sight = sync::EngineReference(centre.store(), {}).sightOf(disk.signIn()->profile, centre.now());
    const TicketBytes base = disk.base();
    const std::string raw = disk.raw();
    std::size_t visible = 0;
    for (const auto& [id, ticket] : all.tickets) {
        checkCaller(desk, raw, all, ticket, sight);
        if (!sync::intersect(domain::scopesOf(ticket), sight.scopes)) {
            require(!base.contains(id), who + " holds a ticket out of its scopes: " + id.text());
            continue;
        }
        ++visible;
        const auto it = base.find(id);
        require(it != base.end(), who + " lacks ticket " + id.text());
        const bool known = domain::maySeeCaller(ticket, sight.user);
        require(it->second == wire::encode(known ? ticket : domain::masked(ticket)),
                who + " has another state of ticket " + id.text());
    }
    require(base.size() == visible, who + " holds tickets that the centre does not know");
    std::map<std::pair<std::string, std::string>, std::string> records;
    for (const auto& [place, body] : all.records) {
        if (std::optional<std::string> shown = wire::recordFor(place.first, place.second, body, sight.user)) {
            records.emplace(place, *std::move(shown));
        }
    }
    require(disk.records() == records, who + " has other records than it is to have");
    require(disk.shown() == base, who + " shows something else than the centre's tickets");
    disk.examineAtRest();
}

/// Whatever time does has been done, once: an act that is due and not visible in its ticket has been answered.
void checkTimedActs(SimCentre& centre, const CentreContents& all) {
    const auto rules = all.records.find({"rules", "rules"});
    const domain::Rules known =
        rules == all.records.end() ? domain::Rules{} : wire::rulesFromText(rules->second).value();
    for (const auto& [id, ticket] : all.tickets) {
        for (const domain::TimedAct& act : domain::timedActs(ticket, known)) {
            require(act.at > centre.wallClock() || all.answers.contains(domain::idOf(act, id)),
                    "nobody has done " + act.kind + " of " + id.text());
        }
    }
}

void checkLog(const CentreContents& centre) {
    std::uint64_t expected = 0;
    std::map<TicketId, std::uint64_t> revs;
    for (const sync::LogEntry& entry : centre.log) {
        require(entry.seq == ++expected, "the log is not dense");
        require(entry.isRecord || entry.rev == ++revs[entry.ticket], "the revisions of a ticket have a gap");
    }
}

}  // namespace

void checkAccounting(SimCentre& centre, const Desks& desks) {
    for (const auto& desk : desks) {
        const Owed owed = desk->disk().owed();
        for (const Made& made : desk->made()) {
            checkCommand(centre, owed, made);
        }
        desk->disk().examine();
    }
}

void checkRest(SimCentre& centre, const Desks& desks) {
    const CentreContents all = centre.disk().contents();
    checkLog(all);
    checkOnce(all);
    checkTimedActs(centre, all);
    centre.disk().examineAtRest();
    checkAccounting(centre, desks);
    for (const auto& desk : desks) {
        checkDesk(centre, all, *desk);
        const Owed owed = desk->disk().owed();
        for (const Made& made : desk->made()) {
            require(owed.refused.contains(made.command.id) || all.answers.contains(made.command.id),
                    nameOf(made) + " is not in the history that stands");
            checkWords(all, made);
        }
    }
    require(centre.reports().empty() || centre.reports().front().code.starts_with("frame.") ||
                centre.reports().front().code.starts_with("session."),
            "the engine reports " + (centre.reports().empty() ? "" : centre.reports().front().code));
}

}  // namespace zhida::simulation
