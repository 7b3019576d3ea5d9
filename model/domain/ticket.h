// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/domain/article.h"
#include "model/domain/terms.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::domain {

/// Who calls. Personal data (个人信息保护法): never in a log line, masked in lists.
struct Caller {
    std::string name;
    std::string phone;         ///< 来电号码
    std::string contactPhone;  ///< 联系方式

    bool operator==(const Caller&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "name", &Caller::name), field(2, "phone", &Caller::phone),
                          field(3, "contactPhone", &Caller::contactPhone)};
    }
};

/// A lease on a ticket: a claim that has expired stops nobody.
struct Claim {
    UserCode user;
    UnitCode unit;
    Instant until;

    bool operator==(const Claim&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "user", &Claim::user), field(2, "unit", &Claim::unit),
                          field(3, "until", &Claim::until)};
    }
};

/// What was read out to the caller, with the article it came from: the evidence of a direct answer.
struct DirectAnswer {
    std::string text;
    std::string article;  ///< key of the article; empty for a free answer
    std::uint32_t articleVersion = 0;
    UserCode user;
    UnitCode unit;
    Instant at;
    std::string quote = {};              ///< the article's answer, where `text` says something else
    std::vector<LegalBasis> basis = {};  ///< of the article, as it was

    bool operator==(const DirectAnswer&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "text", &DirectAnswer::text),
                          field(2, "article", &DirectAnswer::article),
                          field(3, "articleVersion", &DirectAnswer::articleVersion),
                          field(4, "user", &DirectAnswer::user),
                          field(5, "unit", &DirectAnswer::unit),
                          field(6, "at", &DirectAnswer::at),
                          field(7, "quote", &DirectAnswer::quote),
                          field(8, "basis", &DirectAnswer::basis)};
    }
};

/// A unit's request to be relieved of a ticket (退单).
struct ReturnRequest {
    std::string reason;  ///< code out of the rules
    std::string basis;   ///< law, responsibility list or fact it rests on
    std::string text;
    UnitCode suggestedUnit;
    UserCode user;
    Instant at;

    bool operator==(const ReturnRequest&) const = default;
    static constexpr auto fields() {
        return std::tuple{
            field(1, "reason", &ReturnRequest::reason), field(2, "basis", &ReturnRequest::basis),
            field(3, "text", &ReturnRequest::text),     field(4, "suggestedUnit", &ReturnRequest::suggestedUnit),
            field(5, "user", &ReturnRequest::user),     field(6, "at", &ReturnRequest::at)};
    }
};

struct UnitReply {
    std::string internal;    ///< 办理情况: never shown to the caller
    std::string publicText;  ///< 公开答复内容
    UserCode user;
    Instant at;

    bool operator==(const UnitReply&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "internal", &UnitReply::internal), field(2, "public", &UnitReply::publicText),
                          field(3, "user", &UnitReply::user), field(4, "at", &UnitReply::at)};
    }
};

/// One unit's share of the ticket, with a clock of its own.
struct Assignment {
    UnitCode unit;
    Duty duty = Duty::lead;
    AssignmentState state = AssignmentState::pending;
    Instant dispatchedAt;
    std::optional<Instant> signedAt;
    std::optional<Instant> due;
    bool mayNotReturn = false;  ///< the centre has named this unit (潍坊条例 §22)
    std::optional<ReturnRequest> returnRequest;
    std::optional<UnitReply> reply;

    [[nodiscard]] bool active() const { return state != AssignmentState::exited; }
    bool operator==(const Assignment&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "unit", &Assignment::unit),
                          field(2, "duty", &Assignment::duty),
                          field(3, "state", &Assignment::state),
                          field(4, "dispatchedAt", &Assignment::dispatchedAt),
                          field(5, "signedAt", &Assignment::signedAt),
                          field(6, "due", &Assignment::due),
                          field(7, "mayNotReturn", &Assignment::mayNotReturn),
                          field(8, "returnRequest", &Assignment::returnRequest),
                          field(9, "reply", &Assignment::reply)};
    }
};

struct Note {
    NoteKind kind = NoteKind::comment;
    std::string text;
    UserCode user;
    UnitCode unit;
    Instant at;

    bool operator==(const Note&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "kind", &Note::kind), field(2, "text", &Note::text), field(3, "user", &Note::user),
                          field(4, "unit", &Note::unit), field(5, "at", &Note::at)};
    }
};

struct Link {
    TicketId other;
    LinkKind kind = LinkKind::related;

    bool operator==(const Link&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "other", &Link::other), field(2, "kind", &Link::kind)};
    }
};

/// 回访. The first and the last result are both kept: reports need both.
struct CallbackRecord {
    bool connected = true;
    std::optional<Solved> solved;
    std::optional<Satisfied> satisfied;
    std::string opinion;
    UserCode user;
    Instant at;

    bool operator==(const CallbackRecord&) const = default;
    static constexpr auto fields() {
        return std::tuple{
            field(1, "connected", &CallbackRecord::connected), field(2, "solved", &CallbackRecord::solved),
            field(3, "satisfied", &CallbackRecord::satisfied), field(4, "opinion", &CallbackRecord::opinion),
            field(5, "user", &CallbackRecord::user),           field(6, "at", &CallbackRecord::at)};
    }
};

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

    [[nodiscard]] const Assignment* lead() const;
    [[nodiscard]] const Assignment* assignmentOf(const UnitCode& unit) const;
    [[nodiscard]] Assignment* assignmentOf(const UnitCode& unit);

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
                          field(35, "importNote", &Ticket::importNote)};
    }
};

/// Open: somebody still has to do something. Direct answers and closed tickets are done.
constexpr bool isOpen(TicketState state) {
    return state != TicketState::closed && state != TicketState::directAnswered;
}

/// The unit whose queue shows the ticket: the lead, or the unit proposed while nobody has it.
UnitCode responsibleUnit(const Ticket& ticket);

/// Scopes that may receive the ticket: "centre", "hall" (waiting for any specialist in the hall; never a secret one),
/// "unit:<code>" of every unit that has it, registered it or wrote a late answer, "region:<prefix>" for its region and all above it.
std::vector<std::string> scopesOf(const Ticket& ticket);

}  // namespace zhida::domain
