// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/record.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

/// The closed word lists of the field. Codes are stable: they are stored, sent and written by tests. Words for people are in
/// `translations/`; see docs/glossary.md.
namespace zhida::domain {

enum class Role : std::uint8_t {
    callTaker = 1,
    specialist,
    dispatcher,
    unitHandler,
    callbackAgent,
    supervisor,
    administrator,
    system,  ///< the server's scheduler; no person signs in with it
};

/// 诉求类型
enum class AppealType : std::uint8_t {
    help = 1,
    consult,
    complaint,
    report,
    suggest,
    praise,
    withdraw,
    harass,
    invalid
};

/// 受理渠道
enum class Channel : std::uint8_t { phone = 1, web, wechat, app, mail, visit, grid, qr, card, upper };

/// 紧急程度: 一般 紧急 特急
enum class Urgency : std::uint8_t { normal = 1, urgent, critical };

/// The centre's state of a ticket (domain handbook 1.2).
enum class TicketState : std::uint8_t {
    registered = 1,   ///< 已登记
    directAnswered,   ///< 现场直答
    pendingDispatch,  ///< 待派遣
    dispatched,       ///< 已转办处理中
    returnReview,     ///< 退单审核中
    submitted,        ///< 已回复待审核
    pendingCallback,  ///< 待回访
    redo,             ///< 重办
    closed,           ///< 办结
};

/// One unit's share of a ticket (domain handbook 1.3).
enum class AssignmentState : std::uint8_t {
    pending = 1,      ///< 待签收
    signedFor,        ///< 办理中
    returnRequested,  ///< 退单申请中
    replied,          ///< 已回复
    exited,           ///< 已退出
};

enum class Duty : std::uint8_t { lead = 1, assist };
enum class NoteKind : std::uint8_t { comment = 1, supplement, lateAnswer };
enum class LinkKind : std::uint8_t { repeat = 1, samePerson, samePlace, related };
enum class Solved : std::uint8_t { solved = 1, partly, unsolved };
enum class Satisfied : std::uint8_t { satisfied = 1, basic, dissatisfied };

}  // namespace zhida::domain

#define ZHIDA_CODES(E, N, ...)                                                                \
    template <>                                                                               \
    struct zhida::EnumCodes<E> {                                                              \
        using enum E;                                                                         \
        static constexpr std::array<std::pair<E, std::string_view>, N> kTable{{__VA_ARGS__}}; \
    }

ZHIDA_CODES(zhida::domain::Role, 8, {callTaker, "callTaker"}, {specialist, "specialist"}, {dispatcher, "dispatcher"},
            {unitHandler, "unitHandler"}, {callbackAgent, "callbackAgent"}, {supervisor, "supervisor"},
            {administrator, "administrator"}, {system, "system"});
ZHIDA_CODES(zhida::domain::AppealType, 9, {help, "help"}, {consult, "consult"}, {complaint, "complaint"},
            {report, "report"}, {suggest, "suggest"}, {praise, "praise"}, {withdraw, "withdraw"}, {harass, "harass"},
            {invalid, "invalid"});
ZHIDA_CODES(zhida::domain::Channel, 10, {phone, "phone"}, {web, "web"}, {wechat, "wechat"}, {app, "app"},
            {mail, "mail"}, {visit, "visit"}, {grid, "grid"}, {qr, "qr"}, {card, "card"}, {upper, "upper"});
ZHIDA_CODES(zhida::domain::Urgency, 3, {normal, "normal"}, {urgent, "urgent"}, {critical, "critical"});
ZHIDA_CODES(zhida::domain::TicketState, 9, {registered, "registered"}, {directAnswered, "directAnswered"},
            {pendingDispatch, "pendingDispatch"}, {dispatched, "dispatched"}, {returnReview, "returnReview"},
            {submitted, "submitted"}, {pendingCallback, "pendingCallback"}, {redo, "redo"}, {closed, "closed"});
ZHIDA_CODES(zhida::domain::AssignmentState, 5, {pending, "pending"}, {signedFor, "signed"},
            {returnRequested, "returnRequested"}, {replied, "replied"}, {exited, "exited"});
ZHIDA_CODES(zhida::domain::Duty, 2, {lead, "lead"}, {assist, "assist"});
ZHIDA_CODES(zhida::domain::NoteKind, 3, {comment, "comment"}, {supplement, "supplement"}, {lateAnswer, "lateAnswer"});
ZHIDA_CODES(zhida::domain::LinkKind, 4, {repeat, "repeat"}, {samePerson, "samePerson"}, {samePlace, "samePlace"},
            {related, "related"});
ZHIDA_CODES(zhida::domain::Solved, 3, {solved, "solved"}, {partly, "partly"}, {unsolved, "unsolved"});
ZHIDA_CODES(zhida::domain::Satisfied, 3, {satisfied, "satisfied"}, {basic, "basic"}, {dissatisfied, "dissatisfied"});
