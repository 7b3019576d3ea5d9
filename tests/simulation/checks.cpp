// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/checks.h"

#include "model/wire/codec.h"
#include "sync/server/fan_out.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace zhida::simulation {
namespace {

void require(bool good, const std::string& what) {
    if (!good) {
        throw Violation(what);
    }
}

std::string nameOf(const Made& made) {
    return std::string(domain::nameOf(made.command.body)) + " " + made.command.id.text();
}

bool waits(const testing::MemoryDesk& disk, const CommandId& id) {
    return std::any_of(disk.outbox().begin(), disk.outbox().end(),
                       [&id](const auto& each) { return each.second.command.id == id; });
}

/// One command: exactly one of the three, and the two sides agree.
void checkCommand(SimCentre& centre, SimDesk& desk, const Made& made) {
    const CommandId& id = made.command.id;
    const auto answer = centre.store().answers().find(id);
    const bool judged = answer != centre.store().answers().end();
    const auto tray = desk.disk().tray().find(id);
    const bool refused = tray != desk.disk().tray().end();
    const bool waiting = waits(desk.disk(), id);
    require(!(waiting && refused), nameOf(made) + " waits and is refused");
    if (refused) {
        require(judged && answer->second.seq == 0, nameOf(made) + " was refused by nobody");
        require(tray->second.why == answer->second.refusal, nameOf(made) + " was refused for another reason");
        require(tray->second.bytes.find(made.words) != std::string::npos, "words lost in the tray: " + made.words);
    } else if (!waiting) {
        require(judged && answer->second.seq != 0, nameOf(made) + " has vanished");
    }
}

/// Where each command's events are in the log.
std::map<CommandId, std::vector<const sync::LogEntry*>> eventsByCommand(SimCentre& centre) {
    std::map<CommandId, std::vector<const sync::LogEntry*>> out;
    for (const sync::LogEntry& entry : centre.store().log()) {
        if (!entry.isRecord) {
            out[entry.command].push_back(&entry);
        }
    }
    return out;
}

void checkOnce(SimCentre& centre) {
    const auto events = eventsByCommand(centre);
    std::size_t accepted = 0;
    for (const auto& [id, answer] : centre.store().answers()) {
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

void checkWords(SimCentre& centre, const Made& made) {
    const auto answer = centre.store().answers().find(made.command.id);
    if (made.words.empty() || answer == centre.store().answers().end() || answer->second.seq == 0) {
        return;
    }
    const auto& log = centre.store().log();
    const bool found = std::any_of(log.begin(), log.end(), [&made](const sync::LogEntry& entry) {
        return !entry.isRecord && entry.command == made.command.id && entry.body.find(made.words) != std::string::npos;
    });
    require(found, "words lost: " + made.words + " of " + nameOf(made));
}

void checkDesk(SimCentre& centre, SimDesk& desk) {
    const std::string who = "desk " + std::to_string(desk.index());
    testing::MemoryDesk& disk = desk.disk();
    require(disk.cursor().seq == centre.store().head(), who + " is not at the head");
    require(disk.cursor().chain == centre.store().chainAt(disk.cursor().seq), who + " has another history");
    require(disk.outbox().empty(), who + " has commands without an answer");
    require(disk.signIn().has_value(), who + " has not signed in");
    std::vector<std::string> scopes = domain::scopesOf(disk.signIn()->profile);
    std::sort(scopes.begin(), scopes.end());
    std::size_t visible = 0;
    for (const auto& [id, ticket] : centre.store().tickets()) {
        if (!sync::intersect(domain::scopesOf(ticket), scopes)) {
            require(!disk.base().contains(id), who + " holds a ticket out of its scopes: " + id.text());
            continue;
        }
        ++visible;
        const auto it = disk.base().find(id);
        require(it != disk.base().end(), who + " lacks ticket " + id.text());
        require(wire::encode(it->second) == wire::encode(ticket), who + " has another state of ticket " + id.text());
    }
    require(disk.base().size() == visible, who + " holds tickets that the centre does not know");
    require(disk.records() == centre.store().records(), who + " has other reference data");
}

void checkLog(SimCentre& centre) {
    std::uint64_t expected = 0;
    std::map<TicketId, std::uint64_t> revs;
    for (const sync::LogEntry& entry : centre.store().log()) {
        require(entry.seq == ++expected, "the log is not dense");
        require(entry.isRecord || entry.rev == ++revs[entry.ticket], "the revisions of a ticket have a gap");
    }
}

}  // namespace

void checkAccounting(SimCentre& centre, const Desks& desks) {
    for (const auto& desk : desks) {
        for (const Made& made : desk->made()) {
            checkCommand(centre, *desk, made);
        }
    }
}

void checkRest(SimCentre& centre, const Desks& desks) {
    checkLog(centre);
    checkOnce(centre);
    checkAccounting(centre, desks);
    for (const auto& desk : desks) {
        checkDesk(centre, *desk);
        for (const Made& made : desk->made()) {
            checkWords(centre, made);
        }
    }
    require(centre.reports().empty() || centre.reports().front().code.starts_with("frame.") ||
                centre.reports().front().code.starts_with("session."),
            "the engine reports " + (centre.reports().empty() ? "" : centre.reports().front().code));
}

}  // namespace zhida::simulation
