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
    needInfo,         ///< 待补充: back with whoever registered it
    notAccepted,      ///< 不予受理, confirmed; the caller was told the right channel
    transferred,      ///< 转紧急热线
    callbackRetry,    ///< 未接通1, 未接通2: the attempts tell which
    suspended,        ///< 挂账: long unsolved, the clock stands still
    lookback,         ///< 回头看
    archived,         ///< 归档: read-only
    merged,           ///< 并案: follows another ticket
    withdrawn,        ///< 撤单
    invalid,          ///< 无效, 骚扰
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

/// How much of a ticket who may see (GB/T 33358: a caller may ask for secrecy; 济南条例 §32).
enum class Secrecy : std::uint8_t {
    open = 1,
    callerHidden,  ///< 隐去诉求人: units see the matter, never the caller
    restricted,    ///< 定向可见: supervisors, whoever registered it, and the units it was given to
};

/// What somebody asks and somebody else grants (domain handbook 1.2, 1.7).
enum class RequestKind : std::uint8_t {
    refusal = 1,   ///< 不予受理
    extension,     ///< 延期
    suspension,    ///< 挂账
    unreasonable,  ///< 不合理诉求 (assessment)
    beyondDuty,    ///< 超职责 (assessment)
    appraisal,     ///< 考核申诉 (assessment)
};
constexpr bool isPetition(RequestKind kind) {
    return kind == RequestKind::unreasonable || kind == RequestKind::beyondDuty || kind == RequestKind::appraisal;
}
enum class RequestState : std::uint8_t { open = 1, approved, rejected, takenBack };

/// 督办: its own small machine (domain handbook 1.2).
enum class SupervisionLevel : std::uint8_t { normal = 1, yellow, red };
enum class SupervisionState : std::uint8_t {
    issued = 1,  ///< 下发, 待处理
    askedBack,   ///< 申请退回
    answered,    ///< 待审核
    done,        ///< 督办办结
    cancelled,   ///< 取消; a card that an extension has overtaken
};

/// Marks that ride on a ticket in any state.
enum class TicketFlag : std::uint8_t {
    hard = 1,    ///< 疑难
    key,         ///< 重点
    provincial,  ///< 省级件
    group,       ///< 群体诉求
    unrest,      ///< 可能激化
};

/// What a second look at a closed ticket has found.
enum class LookBackOutcome : std::uint8_t { upheld = 1, redo, suspended };
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
ZHIDA_CODES(zhida::domain::TicketState, 19, {registered, "registered"}, {directAnswered, "directAnswered"},
            {pendingDispatch, "pendingDispatch"}, {dispatched, "dispatched"}, {returnReview, "returnReview"},
            {submitted, "submitted"}, {pendingCallback, "pendingCallback"}, {redo, "redo"}, {closed, "closed"},
            {needInfo, "needInfo"}, {notAccepted, "notAccepted"}, {transferred, "transferred"},
            {callbackRetry, "callbackRetry"}, {suspended, "suspended"}, {lookback, "lookback"}, {archived, "archived"},
            {merged, "merged"}, {withdrawn, "withdrawn"}, {invalid, "invalid"});
ZHIDA_CODES(zhida::domain::AssignmentState, 5, {pending, "pending"}, {signedFor, "signed"},
            {returnRequested, "returnRequested"}, {replied, "replied"}, {exited, "exited"});
ZHIDA_CODES(zhida::domain::Duty, 2, {lead, "lead"}, {assist, "assist"});
ZHIDA_CODES(zhida::domain::NoteKind, 3, {comment, "comment"}, {supplement, "supplement"}, {lateAnswer, "lateAnswer"});
ZHIDA_CODES(zhida::domain::LinkKind, 4, {repeat, "repeat"}, {samePerson, "samePerson"}, {samePlace, "samePlace"},
            {related, "related"});
ZHIDA_CODES(zhida::domain::Solved, 3, {solved, "solved"}, {partly, "partly"}, {unsolved, "unsolved"});
ZHIDA_CODES(zhida::domain::Satisfied, 3, {satisfied, "satisfied"}, {basic, "basic"}, {dissatisfied, "dissatisfied"});
ZHIDA_CODES(zhida::domain::Secrecy, 3, {open, "open"}, {callerHidden, "callerHidden"}, {restricted, "restricted"});
ZHIDA_CODES(zhida::domain::RequestKind, 6, {refusal, "refusal"}, {extension, "extension"}, {suspension, "suspension"},
            {unreasonable, "unreasonable"}, {beyondDuty, "beyondDuty"}, {appraisal, "appraisal"});
ZHIDA_CODES(zhida::domain::RequestState, 4, {open, "open"}, {approved, "approved"}, {rejected, "rejected"},
            {takenBack, "takenBack"});
ZHIDA_CODES(zhida::domain::SupervisionLevel, 3, {normal, "normal"}, {yellow, "yellow"}, {red, "red"});
ZHIDA_CODES(zhida::domain::SupervisionState, 5, {issued, "issued"}, {askedBack, "askedBack"}, {answered, "answered"},
            {done, "done"}, {cancelled, "cancelled"});
ZHIDA_CODES(zhida::domain::TicketFlag, 5, {hard, "hard"}, {key, "key"}, {provincial, "provincial"}, {group, "group"},
            {unrest, "unrest"});
ZHIDA_CODES(zhida::domain::LookBackOutcome, 3, {upheld, "upheld"}, {redo, "redo"}, {suspended, "suspended"});
