// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deciding.h"

#include "model/domain/ladder.h"
#include "model/domain/rules_cards.h"

#include <algorithm>
#include <cstdint>

namespace zhida::domain {
namespace {

constexpr std::string_view kCards = "cards.";

/// The last open one, of a person's unit when he speaks for a unit.
Result<std::uint32_t> openSupervision(const Deciding& d, bool ownUnit) {
    const auto& all = d.ticket().supervisions;
    for (std::size_t i = all.size(); i > 0; --i) {
        const Supervision& each = all[i - 1];
        const bool ours = std::find(each.units.begin(), each.units.end(), d.actor().unit) != each.units.end();
        if (each.open() && (!ownUnit || ours)) {
            return static_cast<std::uint32_t>(i - 1);
        }
    }
    return Error("supervision.none");
}

SupervisionMoved moved(std::uint32_t index, SupervisionState state) {
    SupervisionMoved e;
    e.index = index;
    e.state = state;
    return e;
}

std::size_t indexOf(const Ladder& ladder, std::string_view level) {
    const auto it = std::find_if(ladder.levels.begin(), ladder.levels.end(),
                                 [level](const LadderLevel& each) { return each.code == level; });
    return static_cast<std::size_t>(it - ladder.levels.begin());
}

/// At that level from now on.
Climbed standAt(const Deciding& d, const Ladder& ladder, std::size_t level) {
    Climbed e;
    e.ladder = ladder.code;
    e.level = ladder.levels[level].code;
    e.since = d.now();
    if (ladder.levels[level].term.amount > 0) {
        const auto deadline = dueAfter(d.rules().calendar, d.now(), ladder.levels[level].term);
        e.due = deadline ? std::optional(deadline->due) : std::nullopt;
    }
    return e;
}

struct Standing {
    const LadderStand* stand;
    const Ladder* ladder;
    std::vector<LadderRound> counted;
};

Result<Standing> standing(const Deciding& d) {
    const auto& climb = d.ticket().climb;
    const Ladder* ladder = climb ? d.rules().ladder(climb->ladder) : nullptr;
    if (ladder == nullptr || indexOf(*ladder, climb->level) >= ladder->levels.size()) {
        return Error("ladder.none");
    }
    if (climb->over) {
        return Error("ladder.over");
    }
    Standing at{&*climb, ladder, {}};
    for (std::size_t i = climb->countedFrom; i < climb->rounds.size(); ++i) {
        at.counted.push_back({climb->rounds[i].level, climb->rounds[i].result});
    }
    return at;
}

Round roundOf(const Deciding& d, const std::string& level, const std::string& result, const std::string& text) {
    return {level, result, text, d.actor().user, d.actor().unit, d.now(), {}};
}

}  // namespace

void withdrawCards(const Deciding& d, Instant due, std::vector<EventBody>& bodies) {
    const Ticket& t = d.ticket();
    const CardTimes times = cardTimes(d.rules().cards, d.rules().calendar, t.createdAt, due);
    for (std::size_t i = 0; i < t.supervisions.size(); ++i) {
        const Supervision& each = t.supervisions[i];
        const auto& from = each.level == SupervisionLevel::red ? times.red : times.yellow;
        if (each.open() && each.reason.starts_with(kCards) && from && d.now() < *from) {
            SupervisionMoved e = moved(static_cast<std::uint32_t>(i), SupervisionState::cancelled);
            e.opinion = "deadline.moved";
            bodies.push_back(std::move(e));
        }
    }
}

Outcome decideOn(const Deciding& d, const UrgeTicket& c) {
    return events(TicketUrged{{c.text, c.byCaller, d.actor().user, d.now()}});
}

Outcome decideOn(const Deciding& d, const SuperviseTicket& c) {
    const bool card = d.is(Role::system);
    Supervision supervision{c.level, SupervisionState::issued, c.reason, c.units, c.deadline, {},
                            {},      d.actor().user,           d.now(),  {}};
    if (supervision.units.empty() && d.ticket().lead() != nullptr) {
        supervision.units = {d.ticket().lead()->unit};
    }
    Status status = d.allKnownOnce(supervision.units);
    status = status ? d.inFuture(c.deadline) : status;
    for (const Supervision& each : d.ticket().supervisions) {
        const bool same = each.open() && each.level == c.level && (card || each.reason == c.reason);
        status = status && same ? Status(Error("supervision.open", {{"level", std::string(codeOf(c.level))}})) : status;
    }
    if (!status) {
        return status.error();
    }
    return events(SupervisionOpened{std::move(supervision)});
}

Outcome decideOn(const Deciding& d, const AnswerSupervision& c) {
    const auto index = openSupervision(d, true);
    if (!index) {
        return index.error();
    }
    SupervisionMoved e = moved(*index, c.askBack ? SupervisionState::askedBack : SupervisionState::answered);
    e.answer = c.text;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const DecideSupervision& c) {
    const auto index = openSupervision(d, false);
    if (!index) {
        return index.error();
    }
    const SupervisionState now = d.ticket().supervisions[*index].state;
    if (now == SupervisionState::issued) {
        return Error("supervision.unanswered");
    }
    const auto ended = now == SupervisionState::askedBack ? SupervisionState::cancelled : SupervisionState::done;
    SupervisionMoved e = moved(*index, c.approve ? ended : SupervisionState::issued);
    e.opinion = c.opinion;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const CancelSupervision& c) {
    const auto index = openSupervision(d, false);
    if (!index) {
        return index.error();
    }
    SupervisionMoved e = moved(*index, SupervisionState::cancelled);
    e.opinion = c.reason;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const StartLadder& c) {
    const Ladder* ladder = d.rules().ladder(c.ladder);
    if (ladder == nullptr || ladder->levels.empty()) {
        return Error("ladder.unknown", {{"ladder", c.ladder}});
    }
    if (d.ticket().climb && !d.ticket().climb->over) {
        return Error("ladder.entered", {{"ladder", d.ticket().climb->ladder}});
    }
    const std::size_t level = c.level.empty() ? 0 : indexOf(*ladder, c.level);
    if (level >= ladder->levels.size()) {
        return Error("ladder.unknownLevel", {{"level", c.level}});
    }
    Climbed e = standAt(d, *ladder, level);
    e.entry = e.level;
    const auto& climb = d.ticket().climb;
    e.countedFrom = climb && climb->ladder == ladder->code ? static_cast<std::uint32_t>(climb->rounds.size()) : 0;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const HoldRound& c) {
    auto at = standing(d);
    if (!at) {
        return at.error();
    }
    const std::string& level = c.level.empty() ? at->stand->level : c.level;
    at->counted.push_back({level, c.result});
    const auto place = ladderPlace(*at->ladder, at->counted, indexOf(*at->ladder, at->stand->entry));
    Status status = place ? d.formOk(c.form, FormUse::round) : Status(place.error());
    const std::size_t held = indexOf(*at->ladder, level);
    if (status && !at->ladder->levels[held].form.empty() &&
        (!c.form || c.form->form != at->ladder->levels[held].form)) {
        status = Error("form.missing", {{"form", at->ladder->levels[held].form}, {"field", "form"}});
    }
    if (!status) {
        return status.error();
    }
    const bool rose = at->ladder->levels[place->level].code != at->stand->level;
    Climbed e = standAt(d, *at->ladder, place->level);
    if (!rose) {
        e.since = at->stand->since;
        e.due = at->stand->due;
    }
    e.over = place->over;
    e.due = place->over ? std::nullopt : e.due;
    e.entry = at->stand->entry;
    e.countedFrom = at->stand->countedFrom;
    e.round = roundOf(d, level, c.result, c.text);
    e.round->form = c.form;
    return events(std::move(e));
}

Outcome decideOn(const Deciding& d, const EscalateTicket& c) {
    const auto at = standing(d);
    if (!at) {
        return at.error();
    }
    const std::size_t level = indexOf(*at->ladder, at->stand->level);
    if (level + 1 >= at->ladder->levels.size()) {
        return Error("ladder.top", {{"level", at->stand->level}});
    }
    Climbed e = standAt(d, *at->ladder, level + 1);
    e.entry = e.level;
    e.countedFrom = static_cast<std::uint32_t>(at->stand->rounds.size() + 1);
    e.round = roundOf(d, at->stand->level, {}, c.reason);
    return events(std::move(e));
}

}  // namespace zhida::domain
