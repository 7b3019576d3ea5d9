// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket_oversight.h"
#include "model/domain/ticket_parts.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::domain {

/// The state of one ticket: what `evolve` makes of its events. `rev` counts the events applied.
struct Ticket {
    TicketId id;
    std::string number;  ///< 工单编号, final at registration
    std::uint64_t rev = 0;
    TicketState state = TicketState::registered;
    AppealType appealType = AppealType::consult;
    Channel channel = Channel::phone;
    Urgency urgency = Urgency::normal;
    bool secret = false;
    std::string title;
    std::string content;
    std::string remark;
    Caller caller;
    CategoryCode category;
    RegionCode region;
    std::string address;
    UserCode registeredBy;
    UnitCode registeredUnit;
    Instant createdAt;  ///< when the appeal was received
    Instant updatedAt;
    std::optional<Instant> due;
    std::optional<Instant> closedAt;
    UnitCode proposedUnit;  ///< by the routing rules, until somebody dispatches
    std::optional<Claim> claim;
    std::optional<DirectAnswer> directAnswer;
    std::vector<Assignment> assignments;
    std::string dispatchNote;
    std::vector<Note> notes;
    std::vector<Link> links;
    std::uint32_t redoCount = 0;
    std::uint32_t callbackAttempts = 0;
    std::optional<CallbackRecord> firstCallback;
    std::optional<CallbackRecord> lastCallback;
    std::string source;      ///< where an imported ticket came from; empty otherwise
    std::string sourceId;    ///< its id there
    std::string importNote;  ///< what was odd about the imported row

    Secrecy secrecy = Secrecy::open;
    UnitCode targetUnit;  ///< 被反映单位: never sees the caller of a report (济南条例 §32)
    std::vector<TicketFlag> flags;
    std::optional<TermClock> clock;  ///< what `due` was counted from; nothing: a person set it, or no rule times it
    std::vector<Request> requests;
    std::vector<Urge> urges;
    std::vector<Supervision> supervisions;
    std::vector<Contact> contacts;
    std::vector<PastReturn> returns;
    bool arbitration = false;  ///< returned too often between the same units: the centre names who has it
    UnitCode owner;            ///< 首接负责: the first lead, until another has signed as lead
    std::optional<TicketId> mergedInto;
    std::vector<Part> parts;
    std::optional<LadderStand> climb;
    std::vector<LookBack> lookBacks;
    std::vector<Promise> promises;
    std::vector<FilledForm> forms;        ///< each with the version it was filled in with
    bool excluded = false;                ///< 不纳入考核: a petition was granted
    UserCode keeper;                      ///< whose hands a call-back or promise is in after a hand-over
    std::string emergency;                ///< code of the number it was passed to
    std::optional<Instant> acceptedAt;    ///< somebody first had it in hand
    std::optional<Instant> dispatchedAt;  ///< first
    std::optional<Instant> submittedAt;   ///< last
    std::optional<Instant> calledBackAt;  ///< last attempt
    std::optional<Instant> redoneAt;      ///< the last redo began
    std::uint32_t rejectedReviews = 0;    ///< the centre sent the answer back
    std::optional<Instant> pausedDue;     ///< of a suspended ticket without a clock: when it would have been due
    std::optional<Instant> nextCallback;  ///< not before this: an unanswered call, quiet hours
    bool callerOpened = false;            ///< of a report: the centre has let its units know the caller (permission.h)

    [[nodiscard]] const Assignment* lead() const;
    [[nodiscard]] const Assignment* assignmentOf(const UnitCode& unit) const;
    [[nodiscard]] Assignment* assignmentOf(const UnitCode& unit);
    /// The open request of that kind; nullptr when nobody asks for it.
    [[nodiscard]] const Request* openRequest(RequestKind kind) const;
    [[nodiscard]] bool has(TicketFlag flag) const;
    /// Every part, or the whole when it was not split, is in a lead's hands.
    [[nodiscard]] bool everyPartHasALead() const;
    /// … and every lead has replied.
    [[nodiscard]] bool answeredByAll() const;

    bool operator==(const Ticket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "ticket", &Ticket::id),
                          field(2, "number", &Ticket::number),
                          field(3, "rev", &Ticket::rev),
                          field(4, "state", &Ticket::state),
                          field(5, "appealType", &Ticket::appealType),
                          field(6, "channel", &Ticket::channel),
                          field(7, "urgency", &Ticket::urgency),
                          field(8, "secret", &Ticket::secret),
                          field(9, "title", &Ticket::title),
                          field(10, "content", &Ticket::content),
                          field(11, "remark", &Ticket::remark),
                          field(12, "caller", &Ticket::caller),
                          field(13, "category", &Ticket::category),
                          field(14, "region", &Ticket::region),
                          field(15, "address", &Ticket::address),
                          field(16, "registeredBy", &Ticket::registeredBy),
                          field(17, "registeredUnit", &Ticket::registeredUnit),
                          field(18, "createdAt", &Ticket::createdAt),
                          field(19, "updatedAt", &Ticket::updatedAt),
                          field(20, "due", &Ticket::due),
                          field(21, "closedAt", &Ticket::closedAt),
                          field(22, "proposedUnit", &Ticket::proposedUnit),
                          field(23, "claim", &Ticket::claim),
                          field(24, "directAnswer", &Ticket::directAnswer),
                          field(25, "assignments", &Ticket::assignments),
                          field(26, "dispatchNote", &Ticket::dispatchNote),
                          field(27, "notes", &Ticket::notes),
                          field(28, "links", &Ticket::links),
                          field(29, "redoCount", &Ticket::redoCount),
                          field(30, "callbackAttempts", &Ticket::callbackAttempts),
                          field(31, "firstCallback", &Ticket::firstCallback),
                          field(32, "lastCallback", &Ticket::lastCallback),
                          field(33, "source", &Ticket::source),
                          field(34, "sourceId", &Ticket::sourceId),
                          field(35, "importNote", &Ticket::importNote),
                          field(36, "secrecy", &Ticket::secrecy),
                          field(37, "targetUnit", &Ticket::targetUnit),
                          field(38, "flags", &Ticket::flags),
                          field(39, "clock", &Ticket::clock),
                          field(40, "requests", &Ticket::requests),
                          field(41, "urges", &Ticket::urges),
                          field(42, "supervisions", &Ticket::supervisions),
                          field(43, "contacts", &Ticket::contacts),
                          field(44, "returns", &Ticket::returns),
                          field(45, "arbitration", &Ticket::arbitration),
                          field(46, "owner", &Ticket::owner),
                          field(47, "mergedInto", &Ticket::mergedInto),
                          field(48, "parts", &Ticket::parts),
                          field(49, "climb", &Ticket::climb),
                          field(50, "lookBacks", &Ticket::lookBacks),
                          field(51, "promises", &Ticket::promises),
                          field(52, "forms", &Ticket::forms),
                          field(53, "excluded", &Ticket::excluded),
                          field(54, "keeper", &Ticket::keeper),
                          field(55, "emergency", &Ticket::emergency),
                          field(56, "acceptedAt", &Ticket::acceptedAt),
                          field(57, "dispatchedAt", &Ticket::dispatchedAt),
                          field(58, "submittedAt", &Ticket::submittedAt),
                          field(59, "calledBackAt", &Ticket::calledBackAt),
                          field(60, "redoneAt", &Ticket::redoneAt),
                          field(61, "nextCallback", &Ticket::nextCallback),
                          field(62, "pausedDue", &Ticket::pausedDue),
                          field(63, "rejectedReviews", &Ticket::rejectedReviews),
                          field(64, "callerOpened", &Ticket::callerOpened)};
    }
};

/// Open: somebody still has to do something.
constexpr bool isOpen(TicketState state) {
    switch (state) {
        case TicketState::closed:
        case TicketState::directAnswered:
        case TicketState::notAccepted:
        case TicketState::transferred:
        case TicketState::archived:
        case TicketState::merged:
        case TicketState::withdrawn:
        case TicketState::invalid:
            return false;
        default:
            return true;
    }
}

/// The unit whose queue shows the ticket: the lead, or the unit proposed while nobody has it.
UnitCode responsibleUnit(const Ticket& ticket);

/// Scopes that may receive the ticket, in rising order: "centre" (of a restricted one "restricted" instead), "hall" (waiting for
/// any specialist in the hall), "unit:<code>" of every unit that has it, registered it or wrote a late answer, "region:<prefix>"
/// for its region and all above it. A report is never spread by place or proposal (济南条例 §32): neither hall nor region, only
/// units that the centre has given it to. Of a report and of a restricted one "user:<code>" of whoever registered it.
/// Besides, marks that no user has: those of veilsOf (permission.h), so that whoever passes bytes on knows what to look into.
std::vector<std::string> scopesOf(const Ticket& ticket);

}  // namespace zhida::domain
