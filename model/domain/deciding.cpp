// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/deciding.h"

#include "model/domain/rules_callback.h"

#include <algorithm>

namespace zhida::domain {

Status Deciding::notClaimedByAnother() const {
    const auto& claim = m_ticket->claim;
    if (!claim || claim->until <= now() || claim->user == actor().user) {
        return done();
    }
    return Error("ticket.claimed",
                 {{"by", claim->user.value}, {"unit", claim->unit.value}, {"until", std::to_string(claim->until.ms)}});
}

const Unit* Deciding::unit(const UnitCode& code) const {
    const auto& units = *m_context.units;
    const auto it = std::find_if(units.begin(), units.end(), [&code](const Unit& u) { return u.code == code; });
    return it == units.end() ? nullptr : &*it;
}

Status Deciding::allKnownOnce(const std::vector<UnitCode>& named) const {
    for (const UnitCode& code : named) {
        const Unit* known = unit(code);
        if (known == nullptr) {
            return Error("unit.unknown", {{"unit", code.value}});
        }
        if (known->disabled) {
            return Error("unit.disabled", {{"unit", code.value}});
        }
        if (m_ticket->appealType == AppealType::report && code == m_ticket->targetUnit) {
            return Error("unit.accused", {{"unit", code.value}});
        }
        if (std::count(named.begin(), named.end(), code) > 1) {
            return Error("unit.twice", {{"unit", code.value}});
        }
    }
    return done();
}

Result<const Assignment*> Deciding::ownShare() const {
    const Assignment* own = m_ticket->assignmentOf(actor().unit);
    if (own == nullptr || !own->active()) {
        return Error("ticket.notYourUnit", {{"unit", actor().unit.value}});
    }
    return own;
}

Result<const Assignment*> Deciding::shareInHand() const {
    auto own = ownShare();
    if (own && (*own)->state == AssignmentState::pending) {
        return Error("ticket.notSigned", {{"unit", actor().unit.value}});
    }
    if (own && (*own)->state != AssignmentState::signedFor) {
        return wrongShare((*own)->state);
    }
    return own;
}

Error Deciding::wrongShare(AssignmentState state) const {
    return Error("ticket.wrongAssignment", {{"unit", actor().unit.value}, {"state", std::string(codeOf(state))}});
}

Deciding::Timed Deciding::timed(Stage stage, const Matter& matter, Instant from) const {
    const auto choice = rules().termOf(stage, matter);
    if (!choice) {
        return {};
    }
    TermClock clock{from, choice->term, {}, {}};
    const auto deadline = dueOf(rules().calendar, clock);
    return deadline ? Timed{deadline->due, std::move(clock)} : Timed{};
}

Status Deciding::inFuture(const std::optional<Instant>& deadline) const {
    return deadline && *deadline <= now() ? Status(Error("deadline.past")) : done();
}

Status Deciding::formOk(const std::optional<FilledForm>& form, FormUse use) const {
    if (!form) {
        const auto demanded = std::find_if(rules().forms.begin(), rules().forms.end(), [&](const Form& each) {
            return each.use == use && each.demanded && !each.retired && rules().form(each.code) == &each;
        });
        return demanded == rules().forms.end()
                   ? done()
                   : Status(Error("form.missing", {{"form", demanded->code}, {"field", "form"}}));
    }
    const Form* latest = rules().form(form->form);
    const Form* filled = rules().form(form->form, form->version);
    if (filled == nullptr || (use != FormUse::other && filled->use != use)) {
        return Error("form.unknown", {{"form", form->form}, {"version", std::to_string(form->version)}});
    }
    if (latest != nullptr && latest->version != form->version) {
        return Error("form.stale", {{"form", form->form},
                                    {"version", std::to_string(form->version)},
                                    {"latest", std::to_string(latest->version)}});
    }
    const std::vector<Error> problems = problemsOf(*filled, form->values);
    return problems.empty() ? done() : Status(problems.front());
}

bool Deciding::wantsCallback(bool direct, bool asked) const {
    return domain::wantsCallback(rules().callback,
                                 {m_ticket->id, localDay(now(), rules().calendar.offset()), direct, asked});
}

std::optional<Instant> Deciding::quietUntil() const {
    const Instant from = callableFrom(rules().callback, rules().calendar.offset(), now());
    return from > now() ? std::optional(from) : std::nullopt;
}

}  // namespace zhida::domain
