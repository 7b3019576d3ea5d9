// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Commands of whoever takes an appeal in: registering, answering, refusing, passing on, joining.
namespace zhida::domain {

struct RegisterTicket {
    static constexpr std::string_view kName = "ticket.register";
    std::string title = {};
    std::string content = {};
    AppealType appealType = AppealType::consult;
    Channel channel = Channel::phone;
    std::string callerName = {};
    std::string callerPhone = {};
    std::string contactPhone = {};
    Urgency urgency = Urgency::normal;
    CategoryCode category = {};
    RegionCode region = {};
    std::string address = {};
    bool secret = false;
    std::string remark = {};
    Secrecy secrecy = Secrecy::open;      ///< `secret` alone means callerHidden
    UnitCode targetUnit = {};             ///< 被反映单位
    std::optional<FilledForm> form = {};  ///< the city's own fields
    std::string number = {};              ///< given by the desk from its own station: final, also offline

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
                          field(14, "number", &R::number, FieldUse::internal),
                          field(15, "secrecy", &R::secrecy),
                          field(16, "targetUnit", &R::targetUnit),
                          field(17, "form", &R::form)};
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
    std::string text = {};
    bool operator==(const SupplementTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "text", &SupplementTicket::text, FieldUse::required)}; }
};

struct AnswerDirectly {
    static constexpr std::string_view kName = "ticket.directAnswer";
    std::string text = {};     ///< what was read out, word for word
    std::string article = {};  ///< key or source id
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

struct CommentTicket {
    static constexpr std::string_view kName = "ticket.comment";
    std::string text = {};
    bool operator==(const CommentTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "text", &CommentTicket::text, FieldUse::required)}; }
};

struct LinkTicket {
    static constexpr std::string_view kName = "ticket.link";
    TicketId other = {};
    LinkKind kind = LinkKind::related;
    bool operator==(const LinkTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "other", &LinkTicket::other, FieldUse::required),
                          field(2, "kind", &LinkTicket::kind)};
    }
};

/// Corrects facts: what is not given stays. In needInfo it also takes the ticket up again.
struct AmendTicket {
    static constexpr std::string_view kName = "ticket.amend";
    std::string reason = {};  ///< why it is corrected
    std::string title = {};
    std::string content = {};
    std::optional<AppealType> appealType = {};
    std::optional<Urgency> urgency = {};
    CategoryCode category = {};
    RegionCode region = {};
    std::string address = {};
    UnitCode targetUnit = {};
    std::string callerName = {};
    std::string contactPhone = {};
    bool operator==(const AmendTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &AmendTicket::reason, FieldUse::required),
                          field(2, "title", &AmendTicket::title),
                          field(3, "content", &AmendTicket::content),
                          field(4, "appealType", &AmendTicket::appealType),
                          field(5, "urgency", &AmendTicket::urgency),
                          field(6, "category", &AmendTicket::category),
                          field(7, "region", &AmendTicket::region),
                          field(8, "address", &AmendTicket::address),
                          field(9, "targetUnit", &AmendTicket::targetUnit),
                          field(10, "callerName", &AmendTicket::callerName),
                          field(11, "contactPhone", &AmendTicket::contactPhone)};
    }
};

/// 待补充: back to whoever registered it, with what is missing.
struct AskInfo {
    static constexpr std::string_view kName = "ticket.askInfo";
    std::string question = {};
    bool operator==(const AskInfo&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "question", &AskInfo::question, FieldUse::required)}; }
};

/// 不予受理 (潍坊条例 §19, 北京条例 §11): a ground of the rules and the right channel; a supervisor confirms.
struct ProposeRefusal {
    static constexpr std::string_view kName = "ticket.proposeRefusal";
    std::string reason = {};   ///< code of the ground
    std::string wording = {};  ///< the channel as the caller is told it
    std::string text = {};
    bool operator==(const ProposeRefusal&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &ProposeRefusal::reason, FieldUse::required),
                          field(2, "wording", &ProposeRefusal::wording, FieldUse::required),
                          field(3, "text", &ProposeRefusal::text)};
    }
};

/// To an emergency number at once (北京条例 §11(一)).
struct TransferTicket {
    static constexpr std::string_view kName = "ticket.transfer";
    std::string emergency = {};  ///< code of the number
    std::string text = {};
    bool operator==(const TransferTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "emergency", &TransferTicket::emergency, FieldUse::required),
                          field(2, "text", &TransferTicket::text)};
    }
};

/// 撤单: the caller no longer asks.
struct WithdrawTicket {
    static constexpr std::string_view kName = "ticket.withdraw";
    std::string reason = {};
    bool operator==(const WithdrawTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &WithdrawTicket::reason, FieldUse::required)};
    }
};

/// 无效, 骚扰
struct InvalidateTicket {
    static constexpr std::string_view kName = "ticket.invalidate";
    std::string reason = {};
    bool harassing = false;
    bool operator==(const InvalidateTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &InvalidateTicket::reason, FieldUse::required),
                          field(2, "harassing", &InvalidateTicket::harassing)};
    }
};

/// 并案: follows the other ticket until it is taken out again.
struct MergeTicket {
    static constexpr std::string_view kName = "ticket.merge";
    TicketId into = {};
    std::string reason = {};
    bool operator==(const MergeTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "into", &MergeTicket::into, FieldUse::required),
                          field(2, "reason", &MergeTicket::reason)};
    }
};

struct UnmergeTicket {
    static constexpr std::string_view kName = "ticket.unmerge";
    std::string reason = {};
    bool operator==(const UnmergeTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "reason", &UnmergeTicket::reason)}; }
};

struct UnlinkTicket {
    static constexpr std::string_view kName = "ticket.unlink";
    TicketId other = {};
    bool operator==(const UnlinkTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "other", &UnlinkTicket::other, FieldUse::required)}; }
};

struct SetSecrecy {
    static constexpr std::string_view kName = "ticket.setSecrecy";
    Secrecy secrecy = Secrecy::open;
    std::string reason = {};
    bool operator==(const SetSecrecy&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "secrecy", &SetSecrecy::secrecy, FieldUse::required),
                          field(2, "reason", &SetSecrecy::reason, FieldUse::required)};
    }
};

struct FlagTicket {
    static constexpr std::string_view kName = "ticket.flag";
    TicketFlag flag = TicketFlag::hard;
    bool on = true;
    std::string reason = {};
    bool operator==(const FlagTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "flag", &FlagTicket::flag, FieldUse::required),
                          field(2, "on", &FlagTicket::on, FieldUse::required), field(3, "reason", &FlagTicket::reason)};
    }
};

}  // namespace zhida::domain
