// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/command.h"
#include "model/domain/events_more.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What happened. Events carry their consequence (the state that follows), so `evolve` needs no rules and an old event means
/// the same after the rules have changed.
namespace zhida::domain {

struct TicketRegistered {
    RegisterTicket facts;
    UnitCode unit;          ///< of whoever registered it
    UnitCode proposedUnit;  ///< by the routing rules
    std::optional<Instant> due;
    std::optional<TermClock> clock;   ///< what `due` was counted from
    std::optional<Instant> received;  ///< the receipt when it is not the desk's moment (its clock was ahead)
    bool operator==(const TicketRegistered&) const = default;
    static constexpr auto fields() {
        using E = TicketRegistered;
        return std::tuple{
            field(1, "facts", &E::facts), field(2, "unit", &E::unit),   field(3, "proposedUnit", &E::proposedUnit),
            field(4, "due", &E::due),     field(5, "clock", &E::clock), field(6, "received", &E::received)};
    }
};

/// A ticket taken over whole from another system.
struct TicketImported {
    Ticket ticket;
    bool operator==(const TicketImported&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "ticket", &TicketImported::ticket)}; }
};

struct TicketClaimed {
    Claim claim;
    bool operator==(const TicketClaimed&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "claim", &TicketClaimed::claim)}; }
};

struct TicketReleased {
    bool expired = false;  ///< by the scheduler, not by a person
    bool operator==(const TicketReleased&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "expired", &TicketReleased::expired)}; }
};

struct NoteAdded {
    Note note;
    std::optional<TicketState> reopenedTo;  ///< a supplement wakes a closed ticket
    std::string about;                      ///< of a late answer: why it could not count as one (error code)
    bool operator==(const NoteAdded&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "note", &NoteAdded::note), field(2, "reopenedTo", &NoteAdded::reopenedTo),
                          field(3, "about", &NoteAdded::about)};
    }
};

struct DirectlyAnswered {
    DirectAnswer answer;
    TicketState state = TicketState::directAnswered;
    bool operator==(const DirectlyAnswered&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "answer", &DirectlyAnswered::answer), field(2, "state", &DirectlyAnswered::state)};
    }
};

struct TicketDispatched {
    UnitCode lead;
    std::vector<UnitCode> assist;
    std::optional<Instant> due;
    std::string note;
    std::optional<Instant> assistDue = {};
    std::uint32_t part = 0;     ///< of a split ticket; 0: the whole
    bool mayNotReturn = false;  ///< by arbitration
    std::string basis = {};     ///< of the arbitration
    bool byHand = false;        ///< a person set the due time: no calendar moves it
    bool operator==(const TicketDispatched&) const = default;
    static constexpr auto fields() {
        using E = TicketDispatched;
        return std::tuple{field(1, "lead", &E::lead),
                          field(2, "assist", &E::assist),
                          field(3, "due", &E::due),
                          field(4, "note", &E::note),
                          field(5, "assistDue", &E::assistDue),
                          field(6, "part", &E::part),
                          field(7, "mayNotReturn", &E::mayNotReturn),
                          field(8, "basis", &E::basis),
                          field(9, "byHand", &E::byHand)};
    }
};

struct AssignmentSigned {
    UnitCode unit;
    bool operator==(const AssignmentSigned&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "unit", &AssignmentSigned::unit)}; }
};

struct ReturnRequested {
    UnitCode unit;
    ReturnRequest request;
    bool operator==(const ReturnRequested&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "unit", &ReturnRequested::unit), field(2, "request", &ReturnRequested::request)};
    }
};

struct ReturnDecided {
    UnitCode unit;
    bool approved = false;
    bool mayNotReturn = false;
    std::string opinion;
    TicketState state = TicketState::dispatched;
    bool operator==(const ReturnDecided&) const = default;
    static constexpr auto fields() {
        using E = ReturnDecided;
        return std::tuple{field(1, "unit", &E::unit), field(2, "approved", &E::approved),
                          field(3, "mayNotReturn", &E::mayNotReturn), field(4, "opinion", &E::opinion),
                          field(5, "state", &E::state)};
    }
};

struct UnitReplied {
    UnitCode unit;
    UnitReply reply;
    TicketState state = TicketState::submitted;
    bool operator==(const UnitReplied&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "unit", &UnitReplied::unit), field(2, "reply", &UnitReplied::reply),
                          field(3, "state", &UnitReplied::state)};
    }
};

struct TicketReviewed {
    bool approved = false;
    std::string opinion;
    TicketState state = TicketState::pendingCallback;
    std::optional<Instant> callFrom = {};  ///< the end of the quiet hours
    bool operator==(const TicketReviewed&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "approved", &TicketReviewed::approved),
                          field(2, "opinion", &TicketReviewed::opinion), field(3, "state", &TicketReviewed::state),
                          field(4, "callFrom", &TicketReviewed::callFrom)};
    }
};

struct CalledBack {
    CallbackRecord record;
    TicketState state = TicketState::closed;
    std::optional<Instant> next = {};  ///< not called again before this
    bool operator==(const CalledBack&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "record", &CalledBack::record), field(2, "state", &CalledBack::state),
                          field(3, "next", &CalledBack::next)};
    }
};

/// 重办: the same number, a new clock, one more on the count.
struct RedoStarted {
    std::optional<Instant> due;
    std::optional<TermClock> clock = {};
    bool toCentre = false;  ///< dispatched anew, not back to those who answered
    std::string reason = {};
    bool operator==(const RedoStarted&) const = default;
    static constexpr auto fields() {
        using E = RedoStarted;
        return std::tuple{field(1, "due", &E::due), field(2, "clock", &E::clock), field(3, "toCentre", &E::toCentre),
                          field(4, "reason", &E::reason)};
    }
};

struct TicketLinked {
    Link link;
    bool operator==(const TicketLinked&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "link", &TicketLinked::link)}; }
};

/// Taken back: the ticket is as it was before the command, only its revision has gone on.
struct Undone {
    CommandId command = {};
    Ticket before = {};
    bool operator==(const Undone&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "command", &Undone::command), field(2, "before", &Undone::before)};
    }
};

/// The position in this list is the event's number on the wire and in the log: append only.
using EventBody =
    std::variant<TicketRegistered, TicketImported, TicketClaimed, TicketReleased, NoteAdded, DirectlyAnswered,
                 TicketDispatched, AssignmentSigned, ReturnRequested, ReturnDecided, UnitReplied, TicketReviewed,
                 CalledBack, RedoStarted, TicketLinked, TicketMoved, FactsAmended, RequestMade, RequestDecided,
                 TicketMerged, TicketUnmerged, TicketUnlinked, SecrecySet, FlagSet, TicketSplit, UnitsAdded,
                 ContactLogged, TicketResumed, ArbitrationOpened, FormFilled, PromiseMade, PromiseKept, HandedOver,
                 TicketUrged, SupervisionOpened, SupervisionMoved, LookedBack, Climbed, DueMoved, Undone>;

/// Stable name of an event kind, as `ticket.history` shows it: "registered", "dispatched", …
std::string_view nameOf(const EventBody& body);

struct Event {
    TicketId ticket;
    std::uint64_t rev = 0;  ///< 1 for the first event of a ticket, then without gaps
    UserCode user;
    UnitCode unit;       ///< of the user at that moment
    Instant at;          ///< server time (on a desk, until the server has answered: the desk's)
    Instant occurredAt;  ///< the desk's clock when the person acted
    CommandId command;
    EventBody body;

    bool operator==(const Event&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "ticket", &Event::ticket),   field(2, "rev", &Event::rev),
                          field(3, "user", &Event::user),       field(4, "unit", &Event::unit),
                          field(5, "at", &Event::at),           field(6, "occurredAt", &Event::occurredAt),
                          field(7, "command", &Event::command), field(8, "body", &Event::body)};
    }
};

/// The state after `event`. Holds no rules; an event that does not fit (rev gap) is the caller's bug and leaves `ticket` as it is.
Ticket evolve(Ticket ticket, const Event& event);

/// The ticket before `command`, when that was the last thing done to it; nothing when something came after it, when it is
/// not in `history` (whole, oldest first), or when it cannot be taken back (registered, imported, passed on, archived, undone).
std::optional<Ticket> stateBefore(const std::vector<Event>& history, const CommandId& command);
/// The same with what came after `start`, for whoever has not all from the beginning.
std::optional<Ticket> stateBefore(const Ticket& start, const std::vector<Event>& since, const CommandId& command);

}  // namespace zhida::domain
