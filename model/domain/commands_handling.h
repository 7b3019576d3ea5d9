// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Commands of dispatching and handling: units, replies, requests, promises.
namespace zhida::domain {

struct DispatchTicket {
    static constexpr std::string_view kName = "ticket.dispatch";
    UnitCode lead = {};
    std::vector<UnitCode> assist = {};
    std::optional<Instant> deadline = {};  ///< without one the rules give it
    std::string note = {};
    std::optional<Instant> assistDeadline = {};  ///< of the assisting units; not after the deadline of the ticket
    std::uint32_t part = 0;                      ///< of a split ticket: only this part is dispatched anew
    bool operator==(const DispatchTicket&) const = default;
    static constexpr auto fields() {
        using D = DispatchTicket;
        return std::tuple{field(1, "lead", &D::lead, FieldUse::required),
                          field(2, "assist", &D::assist),
                          field(3, "deadline", &D::deadline),
                          field(4, "note", &D::note),
                          field(5, "assistDeadline", &D::assistDeadline),
                          field(6, "part", &D::part)};
    }
};

struct SignTicket {
    static constexpr std::string_view kName = "ticket.sign";
    bool operator==(const SignTicket&) const = default;
    static constexpr auto fields() { return std::tuple{}; }
};

struct RequestReturn {
    static constexpr std::string_view kName = "ticket.requestReturn";
    std::string reason = {};
    std::string basis = {};
    std::string text = {};
    UnitCode suggestedUnit = {};
    bool operator==(const RequestReturn&) const = default;
    static constexpr auto fields() {
        using R = RequestReturn;
        return std::tuple{field(1, "reason", &R::reason, FieldUse::required),
                          field(2, "basis", &R::basis, FieldUse::required), field(3, "text", &R::text),
                          field(4, "suggestedUnit", &R::suggestedUnit)};
    }
};

struct DecideReturn {
    static constexpr std::string_view kName = "ticket.decideReturn";
    bool approve = false;
    std::string opinion = {};
    UnitCode unit = {};         ///< whose request; may be left out when only one is open
    bool mayNotReturn = false;  ///< with a rejection: the centre names the unit, no further return
    bool operator==(const DecideReturn&) const = default;
    static constexpr auto fields() {
        using D = DecideReturn;
        return std::tuple{field(1, "approve", &D::approve, FieldUse::required), field(2, "opinion", &D::opinion),
                          field(3, "unit", &D::unit), field(4, "mayNotReturn", &D::mayNotReturn)};
    }
};

struct ReplyTicket {
    static constexpr std::string_view kName = "ticket.reply";
    std::string internal = {};
    std::string publicText = {};
    std::optional<FilledForm> form = {};
    bool operator==(const ReplyTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "internal", &ReplyTicket::internal),
                          field(2, "public", &ReplyTicket::publicText, FieldUse::required),
                          field(3, "form", &ReplyTicket::form)};
    }
};

/// One part of a split ticket and who has it.
struct PartShare {
    std::string title = {};
    std::string text = {};
    UnitCode lead = {};
    std::vector<UnitCode> assist = {};
    bool operator==(const PartShare&) const = default;
    static constexpr auto fields() {
        using P = PartShare;
        return std::tuple{field(1, "title", &P::title, FieldUse::required), field(2, "text", &P::text),
                          field(3, "lead", &P::lead, FieldUse::required), field(4, "assist", &P::assist)};
    }
};

/// 分解: each part has its lead; one common callback.
struct SplitTicket {
    static constexpr std::string_view kName = "ticket.split";
    std::vector<PartShare> parts = {};  ///< two to twenty
    std::optional<Instant> deadline = {};
    std::string note = {};
    bool operator==(const SplitTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "parts", &SplitTicket::parts, FieldUse::required),
                          field(2, "deadline", &SplitTicket::deadline), field(3, "note", &SplitTicket::note)};
    }
};

/// 下派, 加派: a unit hands its share on to others, each with a clock that ends before its own.
struct SubDispatch {
    static constexpr std::string_view kName = "ticket.subDispatch";
    std::vector<UnitCode> units = {};
    std::optional<Instant> deadline = {};
    std::string note = {};
    bool operator==(const SubDispatch&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "units", &SubDispatch::units, FieldUse::required),
                          field(2, "deadline", &SubDispatch::deadline), field(3, "note", &SubDispatch::note)};
    }
};

/// 首次联系: the unit has phoned or visited the caller, or tried to.
struct LogContact {
    static constexpr std::string_view kName = "ticket.contact";
    bool reached = true;
    std::string text = {};
    bool operator==(const LogContact&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reached", &LogContact::reached), field(2, "text", &LogContact::text)};
    }
};

/// 延期: asked for within the term, added to the old due date.
struct RequestExtension {
    static constexpr std::string_view kName = "ticket.requestExtension";
    std::string reason = {};  ///< code
    std::string term = {};    ///< "5wd"
    std::string text = {};
    std::string wording = {};  ///< interim reply the caller was given
    bool operator==(const RequestExtension&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &RequestExtension::reason, FieldUse::required),
                          field(2, "term", &RequestExtension::term, FieldUse::required),
                          field(3, "text", &RequestExtension::text, FieldUse::required),
                          field(4, "wording", &RequestExtension::wording)};
    }
};

/// 挂账: long unsolved; the centre approves, the clock stands still until it is taken up again.
struct RequestSuspension {
    static constexpr std::string_view kName = "ticket.requestSuspension";
    std::string reason = {};              ///< code
    std::string wording = {};             ///< 答复口径
    std::optional<Instant> planned = {};  ///< when it is to be taken up again
    std::string text = {};
    bool operator==(const RequestSuspension&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &RequestSuspension::reason, FieldUse::required),
                          field(2, "wording", &RequestSuspension::wording, FieldUse::required),
                          field(3, "planned", &RequestSuspension::planned, FieldUse::required),
                          field(4, "text", &RequestSuspension::text)};
    }
};

/// 不合理诉求, 超职责, 考核申诉: changes what is counted, never what the caller sees.
struct PetitionAssessment {
    static constexpr std::string_view kName = "ticket.petition";
    RequestKind kind = RequestKind::unreasonable;  ///< unreasonable beyondDuty appraisal
    std::string text = {};
    std::string basis = {};
    bool operator==(const PetitionAssessment&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "kind", &PetitionAssessment::kind, FieldUse::required),
                          field(2, "text", &PetitionAssessment::text, FieldUse::required),
                          field(3, "basis", &PetitionAssessment::basis)};
    }
};

struct DecideRequest {
    static constexpr std::string_view kName = "ticket.decideRequest";
    RequestKind kind = RequestKind::extension;
    bool approve = false;
    std::string opinion = {};
    bool operator==(const DecideRequest&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "kind", &DecideRequest::kind, FieldUse::required),
                          field(2, "approve", &DecideRequest::approve, FieldUse::required),
                          field(3, "opinion", &DecideRequest::opinion)};
    }
};

struct TakeBackRequest {
    static constexpr std::string_view kName = "ticket.takeBackRequest";
    RequestKind kind = RequestKind::extension;
    bool operator==(const TakeBackRequest&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "kind", &TakeBackRequest::kind, FieldUse::required)}; }
};

/// A suspended ticket is taken up again: what is left of its time runs on.
struct ResumeTicket {
    static constexpr std::string_view kName = "ticket.resume";
    std::string text = {};
    bool operator==(const ResumeTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "text", &ResumeTicket::text)}; }
};

/// The centre names who has a matter that units hand to and fro; the one named may not return it (潍坊条例 §22).
struct ArbitrateTicket {
    static constexpr std::string_view kName = "ticket.arbitrate";
    UnitCode lead = {};
    std::string basis = {};
    std::vector<UnitCode> assist = {};
    std::optional<Instant> deadline = {};
    std::string opinion = {};
    bool operator==(const ArbitrateTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "lead", &ArbitrateTicket::lead, FieldUse::required),
                          field(2, "basis", &ArbitrateTicket::basis, FieldUse::required),
                          field(3, "assist", &ArbitrateTicket::assist),
                          field(4, "deadline", &ArbitrateTicket::deadline),
                          field(5, "opinion", &ArbitrateTicket::opinion)};
    }
};

struct FillForm {
    static constexpr std::string_view kName = "ticket.fillForm";
    FilledForm form = {};
    bool operator==(const FillForm&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "form", &FillForm::form, FieldUse::required)}; }
};

/// 承诺: what the caller is promised until when.
struct PromiseTicket {
    static constexpr std::string_view kName = "ticket.promise";
    std::string text = {};
    std::optional<Instant> due = {};
    bool operator==(const PromiseTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "text", &PromiseTicket::text, FieldUse::required),
                          field(2, "due", &PromiseTicket::due, FieldUse::required)};
    }
};

struct KeepPromise {
    static constexpr std::string_view kName = "ticket.keepPromise";
    std::uint32_t promise = 0;  ///< number of the promise, from 1
    bool operator==(const KeepPromise&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "promise", &KeepPromise::promise, FieldUse::required)};
    }
};

/// Claim, promises and call-backs go to another person.
struct HandOver {
    static constexpr std::string_view kName = "ticket.handOver";
    UserCode to = {};
    std::string note = {};
    UserCode from = {};  ///< whose things; empty: one's own. Of another they are a supervisor's to give
    bool operator==(const HandOver&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "to", &HandOver::to, FieldUse::required), field(2, "note", &HandOver::note),
                          field(3, "from", &HandOver::from)};
    }
};

}  // namespace zhida::domain
