// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a person wants. A command never carries what the server must decide itself (who, when, which state follows).
namespace zhida::domain {

struct RegisterTicket {
    static constexpr std::string_view kName = "ticket.register";
    std::string title;
    std::string content;
    AppealType appealType = AppealType::consult;
    Channel channel = Channel::phone;
    std::string callerName;
    std::string callerPhone;
    std::string contactPhone;
    Urgency urgency = Urgency::normal;
    CategoryCode category;
    RegionCode region;
    std::string address;
    bool secret = false;
    std::string remark;
    std::string number;  ///< given by the desk from its own station: final, also offline

    bool operator==(const RegisterTicket&) const = default;
    static constexpr auto fields() {
        using R = RegisterTicket;
        return std::tuple{field(1, "title", &R::title, FieldUse::required),
                          field(2, "content", &R::content, FieldUse::required),
                          field(3, "appealType", &R::appealType, FieldUse::required),
                          field(4, "channel", &R::channel, FieldUse::required),
                          field(5, "callerName", &R::callerName),
                          field(6, "callerPhone", &R::callerPhone),
                          field(7, "contactPhone", &R::contactPhone),
                          field(8, "urgency", &R::urgency),
                          field(9, "category", &R::category),
                          field(10, "region", &R::region),
                          field(11, "address", &R::address),
                          field(12, "secret", &R::secret),
                          field(13, "remark", &R::remark),
                          field(14, "number", &R::number, FieldUse::internal)};
    }
};

struct ClaimTicket {
    static constexpr std::string_view kName = "ticket.claim";
    bool operator==(const ClaimTicket&) const = default;
    static constexpr auto fields() { return std::tuple{}; }
};

struct ReleaseTicket {
    static constexpr std::string_view kName = "ticket.release";
    bool operator==(const ReleaseTicket&) const = default;
    static constexpr auto fields() { return std::tuple{}; }
};

struct SupplementTicket {
    static constexpr std::string_view kName = "ticket.supplement";
    std::string text;
    bool operator==(const SupplementTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "text", &SupplementTicket::text, FieldUse::required)}; }
};

struct AnswerDirectly {
    static constexpr std::string_view kName = "ticket.directAnswer";
    std::string text;     ///< what was read out, word for word
    std::string article;  ///< key or source id
    std::uint32_t articleVersion = 0;
    bool callbackWanted = false;
    std::string quote = {};              ///< as DirectAnswer has it; the desk fills it in
    std::vector<LegalBasis> basis = {};  ///< the same
    bool operator==(const AnswerDirectly&) const = default;
    static constexpr auto fields() {
        using A = AnswerDirectly;
        return std::tuple{
            field(1, "text", &A::text, FieldUse::required),   field(2, "article", &A::article),
            field(3, "articleVersion", &A::articleVersion),   field(4, "callbackWanted", &A::callbackWanted),
            field(5, "quote", &A::quote, FieldUse::internal), field(6, "basis", &A::basis, FieldUse::internal)};
    }
};

struct DispatchTicket {
    static constexpr std::string_view kName = "ticket.dispatch";
    UnitCode lead;
    std::vector<UnitCode> assist;
    std::optional<Instant> deadline;  ///< without one the rules give it
    std::string note;
    bool operator==(const DispatchTicket&) const = default;
    static constexpr auto fields() {
        using D = DispatchTicket;
        return std::tuple{field(1, "lead", &D::lead, FieldUse::required), field(2, "assist", &D::assist),
                          field(3, "deadline", &D::deadline), field(4, "note", &D::note)};
    }
};

struct SignTicket {
    static constexpr std::string_view kName = "ticket.sign";
    bool operator==(const SignTicket&) const = default;
    static constexpr auto fields() { return std::tuple{}; }
};

struct RequestReturn {
    static constexpr std::string_view kName = "ticket.requestReturn";
    std::string reason;
    std::string basis;
    std::string text;
    UnitCode suggestedUnit;
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
    std::string opinion;
    UnitCode unit;              ///< whose request; may be left out when only one is open
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
    std::string internal;
    std::string publicText;
    bool operator==(const ReplyTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "internal", &ReplyTicket::internal),
                          field(2, "public", &ReplyTicket::publicText, FieldUse::required)};
    }
};

struct ReviewTicket {
    static constexpr std::string_view kName = "ticket.review";
    bool approve = false;
    std::string opinion;
    bool operator==(const ReviewTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "approve", &ReviewTicket::approve, FieldUse::required),
                          field(2, "opinion", &ReviewTicket::opinion)};
    }
};

struct CallBack {
    static constexpr std::string_view kName = "ticket.callback";
    bool connected = true;
    std::optional<Solved> solved;
    std::optional<Satisfied> satisfied;
    std::string opinion;
    bool operator==(const CallBack&) const = default;
    static constexpr auto fields() {
        using C = CallBack;
        return std::tuple{field(1, "connected", &C::connected), field(2, "solved", &C::solved),
                          field(3, "satisfied", &C::satisfied), field(4, "opinion", &C::opinion)};
    }
};

struct CommentTicket {
    static constexpr std::string_view kName = "ticket.comment";
    std::string text;
    bool operator==(const CommentTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "text", &CommentTicket::text, FieldUse::required)}; }
};

struct LinkTicket {
    static constexpr std::string_view kName = "ticket.link";
    TicketId other;
    LinkKind kind = LinkKind::related;
    bool operator==(const LinkTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "other", &LinkTicket::other, FieldUse::required),
                          field(2, "kind", &LinkTicket::kind)};
    }
};

/// The position in this list is the command's number on the wire: append only.
using TicketCommand = std::variant<RegisterTicket, ClaimTicket, ReleaseTicket, SupplementTicket, AnswerDirectly,
                                   DispatchTicket, SignTicket, RequestReturn, DecideReturn, ReplyTicket, ReviewTicket,
                                   CallBack, CommentTicket, LinkTicket>;

std::string_view nameOf(const TicketCommand& command);

/// The highest that this build reads: 2 has commands on records (record_command.h).
inline constexpr std::uint32_t kCommandSchema = 2;
/// Of commands on tickets.
inline constexpr std::uint32_t kTicketCommandSchema = 1;

/// A command with everything that makes it answerable exactly once.
struct Command {
    CommandId id;  ///< idempotency key: stored before it is sent, never reused
    TicketId ticket;
    UserCode user;
    std::uint64_t baseRev = 0;  ///< the revision the person saw, as far as the centre had confirmed it; 0: never saw it
    Instant occurredAt;         ///< the desk's clock; shown, never compared with another machine's
    std::uint32_t schema = kTicketCommandSchema;
    TicketCommand body;

    bool operator==(const Command&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "id", &Command::id),
                          field(2, "ticket", &Command::ticket),
                          field(3, "user", &Command::user),
                          field(4, "baseRev", &Command::baseRev),
                          field(5, "occurredAt", &Command::occurredAt),
                          field(6, "schema", &Command::schema),
                          field(7, "body", &Command::body)};
    }
};

}  // namespace zhida::domain
