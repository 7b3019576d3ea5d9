// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/domain/article.h"
#include "model/domain/terms.h"

#include <optional>
#include <string>
#include <vector>

/// What a ticket is made of: caller, claim, answers, the units' shares, notes, callbacks.
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
    UnitCode parent;            ///< who dispatched it further (下派); empty: the centre
    std::string note;           ///< opinion with a sub-dispatch
    std::uint32_t returns = 0;  ///< asked for on this ticket, granted or not
    std::uint32_t part = 0;     ///< of a split ticket, from 1; 0: the whole
    UserCode handler;           ///< 经办人: who signed for it, or took it over from him

    [[nodiscard]] bool active() const { return state != AssignmentState::exited; }
    /// Somebody has it in hand and its clock runs.
    [[nodiscard]] bool runs() const {
        return state == AssignmentState::signedFor || state == AssignmentState::returnRequested;
    }
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
                          field(9, "reply", &Assignment::reply),
                          field(10, "parent", &Assignment::parent),
                          field(11, "note", &Assignment::note),
                          field(12, "returns", &Assignment::returns),
                          field(13, "part", &Assignment::part),
                          field(14, "handler", &Assignment::handler)};
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

/// 分解: one part of an appeal that several units answer, with one common callback.
struct Part {
    std::uint32_t no = 0;  ///< from 1
    std::string title;
    std::string text;

    bool operator==(const Part&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "no", &Part::no), field(2, "title", &Part::title), field(3, "text", &Part::text)};
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
    std::optional<Satisfied> process = {};  ///< 过程满意
    std::optional<bool> factsTrue = {};     ///< 办理真实度: what the unit wrote is so
    std::optional<bool> contacted = {};     ///< the unit's people did speak with the caller

    bool operator==(const CallbackRecord&) const = default;
    static constexpr auto fields() {
        return std::tuple{
            field(1, "connected", &CallbackRecord::connected), field(2, "solved", &CallbackRecord::solved),
            field(3, "satisfied", &CallbackRecord::satisfied), field(4, "opinion", &CallbackRecord::opinion),
            field(5, "user", &CallbackRecord::user),           field(6, "at", &CallbackRecord::at),
            field(7, "process", &CallbackRecord::process),     field(8, "factsTrue", &CallbackRecord::factsTrue),
            field(9, "contacted", &CallbackRecord::contacted)};
    }
};

}  // namespace zhida::domain
