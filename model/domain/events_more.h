// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/commands_handling.h"
#include "model/domain/commands_intake.h"

#include <optional>
#include <string>
#include <vector>

/// Events beyond the way from registration to close: requests, supervision, joining, ladders, promises.
namespace zhida::domain {

/// A step that only changes the state: needInfo, transferred, withdrawn, invalid, closed, archived, lookback.
struct TicketMoved {
    TicketState state = TicketState::registered;
    std::string reason = {};
    std::string text = {};
    std::string emergency = {};  ///< code of the number
    bool operator==(const TicketMoved&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "state", &TicketMoved::state), field(2, "reason", &TicketMoved::reason),
                          field(3, "text", &TicketMoved::text), field(4, "emergency", &TicketMoved::emergency)};
    }
};

struct FactsAmended {
    AmendTicket facts = {};
    TicketState state = TicketState::registered;
    std::optional<Instant> due = {};
    std::optional<TermClock> clock = {};
    UnitCode proposedUnit = {};
    bool operator==(const FactsAmended&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "facts", &FactsAmended::facts), field(2, "state", &FactsAmended::state),
                          field(3, "due", &FactsAmended::due), field(4, "clock", &FactsAmended::clock),
                          field(5, "proposedUnit", &FactsAmended::proposedUnit)};
    }
};

struct RequestMade {
    Request request = {};
    bool operator==(const RequestMade&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "request", &RequestMade::request)}; }
};

struct RequestDecided {
    RequestKind kind = RequestKind::extension;
    RequestState outcome = RequestState::open;  ///< open: passed one of several reviews
    std::string opinion = {};
    TicketState state = TicketState::registered;
    std::optional<Instant> due = {};
    std::optional<TermClock> clock = {};
    bool operator==(const RequestDecided&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "kind", &RequestDecided::kind),       field(2, "outcome", &RequestDecided::outcome),
                          field(3, "opinion", &RequestDecided::opinion), field(4, "state", &RequestDecided::state),
                          field(5, "due", &RequestDecided::due),         field(6, "clock", &RequestDecided::clock)};
    }
};

struct TicketMerged {
    TicketId into = {};
    std::string reason = {};
    bool operator==(const TicketMerged&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "into", &TicketMerged::into), field(2, "reason", &TicketMerged::reason)};
    }
};

struct TicketUnmerged {
    TicketState state = TicketState::pendingDispatch;
    std::string reason = {};
    bool operator==(const TicketUnmerged&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "state", &TicketUnmerged::state), field(2, "reason", &TicketUnmerged::reason)};
    }
};

struct TicketUnlinked {
    TicketId other = {};
    bool operator==(const TicketUnlinked&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "other", &TicketUnlinked::other)}; }
};

struct SecrecySet {
    Secrecy secrecy = Secrecy::open;
    std::string reason = {};
    bool operator==(const SecrecySet&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "secrecy", &SecrecySet::secrecy), field(2, "reason", &SecrecySet::reason)};
    }
};

struct FlagSet {
    TicketFlag flag = TicketFlag::hard;
    bool on = true;
    std::string reason = {};
    bool operator==(const FlagSet&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "flag", &FlagSet::flag), field(2, "on", &FlagSet::on),
                          field(3, "reason", &FlagSet::reason)};
    }
};

struct TicketSplit {
    std::vector<PartShare> parts = {};
    std::optional<Instant> due = {};
    std::string note = {};
    bool byHand = false;
    bool operator==(const TicketSplit&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "parts", &TicketSplit::parts), field(2, "due", &TicketSplit::due),
                          field(3, "note", &TicketSplit::note), field(4, "byHand", &TicketSplit::byHand)};
    }
};

struct UnitsAdded {
    UnitCode parent = {};
    std::vector<UnitCode> units = {};
    std::optional<Instant> due = {};
    std::string note = {};
    bool operator==(const UnitsAdded&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "parent", &UnitsAdded::parent), field(2, "units", &UnitsAdded::units),
                          field(3, "due", &UnitsAdded::due), field(4, "note", &UnitsAdded::note)};
    }
};

struct ContactLogged {
    Contact contact = {};
    bool operator==(const ContactLogged&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "contact", &ContactLogged::contact)}; }
};

struct TicketResumed {
    TicketState state = TicketState::dispatched;
    std::optional<Instant> due = {};
    std::optional<TermClock> clock = {};
    std::string text = {};
    bool operator==(const TicketResumed&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "state", &TicketResumed::state), field(2, "due", &TicketResumed::due),
                          field(3, "clock", &TicketResumed::clock), field(4, "text", &TicketResumed::text)};
    }
};

/// 退单争议: both reasons stand side by side in the ticket's returns.
struct ArbitrationOpened {
    UnitCode unit = {};  ///< who returned last
    bool operator==(const ArbitrationOpened&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "unit", &ArbitrationOpened::unit)}; }
};

struct FormFilled {
    FilledForm form = {};
    bool operator==(const FormFilled&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "form", &FormFilled::form)}; }
};

struct PromiseMade {
    Promise promise = {};
    bool operator==(const PromiseMade&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "promise", &PromiseMade::promise)}; }
};

struct PromiseKept {
    std::uint32_t promise = 0;  ///< from 1
    bool operator==(const PromiseKept&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "promise", &PromiseKept::promise)}; }
};

struct HandedOver {
    UserCode to = {};
    UserCode from = {};
    std::string note = {};
    std::optional<Claim> claim = {};
    bool operator==(const HandedOver&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "to", &HandedOver::to), field(2, "from", &HandedOver::from),
                          field(3, "note", &HandedOver::note), field(4, "claim", &HandedOver::claim)};
    }
};

struct TicketUrged {
    Urge urge = {};
    bool operator==(const TicketUrged&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "urge", &TicketUrged::urge)}; }
};

struct SupervisionOpened {
    Supervision supervision = {};
    bool operator==(const SupervisionOpened&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "supervision", &SupervisionOpened::supervision)}; }
};

struct SupervisionMoved {
    std::uint32_t index = 0;  ///< into the ticket's supervisions
    SupervisionState state = SupervisionState::issued;
    std::string answer = {};
    std::string opinion = {};
    bool operator==(const SupervisionMoved&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "index", &SupervisionMoved::index), field(2, "state", &SupervisionMoved::state),
                          field(3, "answer", &SupervisionMoved::answer),
                          field(4, "opinion", &SupervisionMoved::opinion)};
    }
};

struct LookedBack {
    LookBack record = {};
    TicketState state = TicketState::closed;
    bool operator==(const LookedBack&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "record", &LookedBack::record), field(2, "state", &LookedBack::state)};
    }
};

/// A ladder was entered, a round was held, or the matter rose.
struct Climbed {
    std::string ladder = {};
    std::string level = {};
    Instant since = {};
    std::optional<Instant> due = {};
    bool over = false;
    std::uint32_t countedFrom = 0;
    std::string entry = {};
    std::optional<Round> round = {};
    bool operator==(const Climbed&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "ladder", &Climbed::ladder), field(2, "level", &Climbed::level),
                          field(3, "since", &Climbed::since),   field(4, "due", &Climbed::due),
                          field(5, "over", &Climbed::over),     field(6, "countedFrom", &Climbed::countedFrom),
                          field(7, "round", &Climbed::round),   field(8, "entry", &Climbed::entry)};
    }
};

struct DueMoved {
    std::optional<Instant> due = {};
    std::optional<TermClock> clock = {};
    std::string reason = {};
    bool operator==(const DueMoved&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "due", &DueMoved::due), field(2, "clock", &DueMoved::clock),
                          field(3, "reason", &DueMoved::reason)};
    }
};

}  // namespace zhida::domain
