// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/domain/deadline.h"
#include "model/domain/form.h"
#include "model/domain/terms.h"

#include <optional>
#include <string>
#include <vector>

/// What rides on a ticket: requests that wait for a decision, urging, supervision, calls to the caller, rounds of a ladder.
namespace zhida::domain {

/// 延期, 挂账, 不予受理, 考核申诉: somebody asks with a reason, somebody else grants. One open request of a kind at a time.
struct Request {
    RequestKind kind = RequestKind::extension;
    RequestState state = RequestState::open;
    UnitCode unit = {};
    UserCode user = {};
    Instant at = {};
    std::string reason = {};   ///< code out of the rules
    std::string text = {};     ///< why
    std::string wording = {};  ///< what the caller was or will be told (interim reply, 答复口径, the right channel)
    Term term = {};            ///< of an extension
    std::optional<Instant> planned = {};  ///< of a suspension: when it is to be taken up again
    std::uint32_t reviews = 0;            ///< passed so far, of a petition that is reviewed at several levels
    UserCode decidedBy = {};
    std::optional<Instant> decidedAt = {};
    std::string opinion = {};

    bool operator==(const Request&) const = default;
    static constexpr auto fields() {
        using R = Request;
        return std::tuple{field(1, "kind", &R::kind),
                          field(2, "state", &R::state),
                          field(3, "unit", &R::unit),
                          field(4, "user", &R::user),
                          field(5, "at", &R::at),
                          field(6, "reason", &R::reason),
                          field(7, "text", &R::text),
                          field(8, "wording", &R::wording),
                          field(9, "term", &R::term),
                          field(10, "planned", &R::planned),
                          field(11, "reviews", &R::reviews),
                          field(12, "decidedBy", &R::decidedBy),
                          field(13, "decidedAt", &R::decidedAt),
                          field(14, "opinion", &R::opinion)};
    }
};

/// 催办
struct Urge {
    std::string text = {};
    bool byCaller = false;  ///< the caller phoned again; else the centre urges
    UserCode user = {};
    Instant at = {};

    bool operator==(const Urge&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "text", &Urge::text), field(2, "byCaller", &Urge::byCaller),
                          field(3, "user", &Urge::user), field(4, "at", &Urge::at)};
    }
};

/// 督办, 黄牌, 红牌
struct Supervision {
    SupervisionLevel level = SupervisionLevel::normal;
    SupervisionState state = SupervisionState::issued;
    std::string reason = {};           ///< ground (潍坊条例 §26), or "cards.yellow", "cards.red" of the scheduler
    std::vector<UnitCode> units = {};  ///< several: 联合督办
    std::optional<Instant> due = {};
    std::string answer = {};   ///< of the units
    std::string opinion = {};  ///< of whoever ended it
    UserCode user = {};        ///< who issued it
    Instant at = {};
    std::optional<Instant> endedAt = {};

    [[nodiscard]] bool open() const { return state != SupervisionState::done && state != SupervisionState::cancelled; }
    bool operator==(const Supervision&) const = default;
    static constexpr auto fields() {
        using S = Supervision;
        return std::tuple{field(1, "level", &S::level),     field(2, "state", &S::state),
                          field(3, "reason", &S::reason),   field(4, "units", &S::units),
                          field(5, "due", &S::due),         field(6, "answer", &S::answer),
                          field(7, "opinion", &S::opinion), field(8, "user", &S::user),
                          field(9, "at", &S::at),           field(10, "endedAt", &S::endedAt)};
    }
};

/// A unit's call or visit to the caller (首次联系, 半小时致电).
struct Contact {
    bool reached = true;
    std::string text = {};
    UserCode user = {};
    UnitCode unit = {};
    Instant at = {};

    bool operator==(const Contact&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reached", &Contact::reached), field(2, "text", &Contact::text),
                          field(3, "user", &Contact::user), field(4, "unit", &Contact::unit),
                          field(5, "at", &Contact::at)};
    }
};

/// One attempt at a level of a ladder.
struct Round {
    std::string level = {};
    std::string result = {};  ///< code of the level; empty: the matter rose without one (timer, or by hand)
    std::string text = {};
    UserCode user = {};
    UnitCode unit = {};
    Instant at = {};
    std::optional<FilledForm> form = {};

    bool operator==(const Round&) const = default;
    static constexpr auto fields() {
        using R = Round;
        return std::tuple{field(1, "level", &R::level), field(2, "result", &R::result), field(3, "text", &R::text),
                          field(4, "user", &R::user),   field(5, "unit", &R::unit),     field(6, "at", &R::at),
                          field(7, "form", &R::form)};
    }
};

/// Where a matter stands on its ladder. Rounds count from the level it was entered at, or has risen to.
struct LadderStand {
    std::string ladder = {};
    std::string level = {};           ///< now
    Instant since = {};               ///< at this level
    std::optional<Instant> due = {};  ///< then it rises by itself
    bool over = false;
    std::vector<Round> rounds = {};  ///< all, oldest first
    std::string entry = {};          ///< level at which the counted rounds began
    std::uint32_t countedFrom = 0;   ///< rounds before this index belong to levels already left

    bool operator==(const LadderStand&) const = default;
    static constexpr auto fields() {
        using C = LadderStand;
        return std::tuple{field(1, "ladder", &C::ladder),
                          field(2, "level", &C::level),
                          field(3, "since", &C::since),
                          field(4, "due", &C::due),
                          field(5, "over", &C::over),
                          field(6, "rounds", &C::rounds),
                          field(7, "countedFrom", &C::countedFrom),
                          field(8, "entry", &C::entry)};
    }
};

/// 回头看
struct LookBack {
    bool stillThere = false;  ///< the matter exists still or again
    std::string newFact = {};
    LookBackOutcome outcome = LookBackOutcome::upheld;
    std::string text = {};
    UserCode user = {};
    Instant at = {};

    bool operator==(const LookBack&) const = default;
    static constexpr auto fields() {
        using L = LookBack;
        return std::tuple{field(1, "stillThere", &L::stillThere),
                          field(2, "newFact", &L::newFact),
                          field(3, "outcome", &L::outcome),
                          field(4, "text", &L::text),
                          field(5, "user", &L::user),
                          field(6, "at", &L::at)};
    }
};

/// A return that the centre has granted or refused: both reasons side by side when it comes to an arbitration.
struct PastReturn {
    UnitCode unit = {};
    std::string reason = {};
    std::string basis = {};
    std::string text = {};
    UnitCode suggestedUnit = {};
    bool approved = false;
    std::string opinion = {};
    Instant at = {};

    bool operator==(const PastReturn&) const = default;
    static constexpr auto fields() {
        using P = PastReturn;
        return std::tuple{field(1, "unit", &P::unit),
                          field(2, "reason", &P::reason),
                          field(3, "basis", &P::basis),
                          field(4, "text", &P::text),
                          field(5, "suggestedUnit", &P::suggestedUnit),
                          field(6, "approved", &P::approved),
                          field(7, "opinion", &P::opinion),
                          field(8, "at", &P::at)};
    }
};

/// 承诺: what the caller was promised, and who keeps it. Handed over at the end of a shift, never orphaned.
struct Promise {
    std::string text = {};
    Instant due = {};
    UserCode user = {};
    bool kept = false;
    Instant at = {};

    bool operator==(const Promise&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "text", &Promise::text), field(2, "due", &Promise::due),
                          field(3, "user", &Promise::user), field(4, "kept", &Promise::kept),
                          field(5, "at", &Promise::at)};
    }
};

}  // namespace zhida::domain
