// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/calendar.h"
#include "model/domain/rules_terms.h"

#include <string>
#include <tuple>
#include <vector>

/// How a city returns, extends, refuses, calls back, redoes, warns and tells. Plain data; what a value means is said here, who
/// may do it is said in lifecycle.h.
namespace zhida::domain {

/// A ground for not accepting a matter (潍坊§19, 北京§11) with the channel that the caller must be told.
struct RefusalReason {
    std::string code;
    std::string zh = {};
    std::string en = {};
    std::string adviceZh = {};  ///< the right channel, as it is read out
    std::string adviceEn = {};
    std::string basis = {};
    bool operator==(const RefusalReason&) const = default;
    static constexpr auto fields() {
        using R = RefusalReason;
        return std::tuple{field(1, "code", &R::code, FieldUse::required),
                          field(2, "zh", &R::zh, FieldUse::required),
                          field(3, "en", &R::en),
                          field(4, "adviceZh", &R::adviceZh, FieldUse::required),
                          field(5, "adviceEn", &R::adviceEn),
                          field(6, "basis", &R::basis)};
    }
};

struct ReturnPolicy {
    int mostPerUnit = 1;      ///< approved or not; from then on the unit may not return this ticket
    int lastRedoThatMay = 1;  ///< 0: no return in any redo; 1: only in the first one
    int arbitrationAt = 2;    ///< the n-th return of the same matter between the same units opens an arbitration
    bool operator==(const ReturnPolicy&) const = default;
    static constexpr auto fields() {
        using P = ReturnPolicy;
        return std::tuple{field(1, "mostPerUnit", &P::mostPerUnit), field(2, "lastRedoThatMay", &P::lastRedoThatMay),
                          field(3, "arbitrationAt", &P::arbitrationAt)};
    }
};

struct ExtensionPolicy {
    int most = 1;                                  ///< for any reason
    int mostComplex = 2;                           ///< for the reasons of `complexReasons` (特别复杂)
    std::vector<std::string> complexReasons = {};  ///< codes of extensionReasons
    Term longest = {10, TermUnit::workingDay};     ///< one extension; added to the old due date
    bool onlyWithinTerm = true;                    ///< to be asked for before the due time
    bool operator==(const ExtensionPolicy&) const = default;
    static constexpr auto fields() {
        using P = ExtensionPolicy;
        return std::tuple{field(1, "most", &P::most), field(2, "mostComplex", &P::mostComplex),
                          field(3, "complexReasons", &P::complexReasons), field(4, "longest", &P::longest),
                          field(5, "onlyWithinTerm", &P::onlyWithinTerm)};
    }
};

enum class CallbackMode : std::uint8_t { all = 1, sample, none };

/// 回访
struct CallbackPolicy {
    CallbackMode mode = CallbackMode::all;
    int samplePercent = 100;                    ///< of `sample`
    std::string seed = {};                      ///< of the draw; the date is added, so nobody can choose who is called
    bool directAnswers = false;                 ///< 全量回访: direct answers are called back too
    int attempts = 3;                           ///< unanswered calls until a ticket may close as unreachable
    Term retryAfter = {30, TermUnit::minute};   ///< between two attempts
    std::vector<OfficePeriod> quietHours = {};  ///< nobody is called then; may run over midnight (21:00 to 08:00)
    std::vector<CodedText> script = {};         ///< {title} is the ticket's
    std::vector<CodedText> opinions = {};       ///< 常用回访意见
    bool operator==(const CallbackPolicy&) const = default;
    static constexpr auto fields() {
        using P = CallbackPolicy;
        return std::tuple{field(1, "mode", &P::mode),
                          field(2, "samplePercent", &P::samplePercent),
                          field(3, "seed", &P::seed),
                          field(4, "directAnswers", &P::directAnswers),
                          field(5, "attempts", &P::attempts),
                          field(6, "retryAfter", &P::retryAfter),
                          field(7, "quietHours", &P::quietHours),
                          field(8, "script", &P::script),
                          field(9, "opinions", &P::opinions)};
    }
};

enum class RedoStart : std::uint8_t {
    sameUnits = 1,  ///< back to those who answered
    centre,         ///< dispatched anew
    firstLevel,     ///< the ladder begins again (白银: 重启)
};

/// 重办
struct RedoPolicy {
    std::vector<Solved> whenSolved = {Solved::unsolved};
    std::vector<Satisfied> whenSatisfied = {Satisfied::dissatisfied};
    int most = 3;           ///< then the centre closes under supervision
    int superviseFrom = 2;  ///< dissatisfied again after this many redos: a supervision is opened; 0: never
    RedoStart start = RedoStart::sameUnits;
    bool operator==(const RedoPolicy&) const = default;
    static constexpr auto fields() {
        using P = RedoPolicy;
        return std::tuple{field(1, "whenSolved", &P::whenSolved), field(2, "whenSatisfied", &P::whenSatisfied),
                          field(3, "most", &P::most), field(4, "superviseFrom", &P::superviseFrom),
                          field(5, "start", &P::start)};
    }
};

/// 黄牌, 红牌 (provincial rule of 2017: yellow with one working day left, red on the first working day after the term)
struct CardPolicy {
    int yellowWorkingDaysLeft = 1;  ///< 0: no yellow cards
    int redWorkingDayAfter = 1;     ///< 0: no red cards
    bool operator==(const CardPolicy&) const = default;
    static constexpr auto fields() {
        using P = CardPolicy;
        return std::tuple{field(1, "yellowWorkingDaysLeft", &P::yellowWorkingDaysLeft),
                          field(2, "redWorkingDayAfter", &P::redWorkingDayAfter)};
    }
};

/// 职责清单: who leads and who assists in a matter of this kind and place. Proposes the dispatch and decides arbitrations.
struct Responsibility {
    std::string category = {};  ///< beginning of the category's code; empty: any
    UnitCode unit = {};         ///< leads
    std::string region = {};    ///< beginning of the region's code; empty: any
    std::vector<UnitCode> assist = {};
    std::string basis = {};
    bool operator==(const Responsibility&) const = default;
    static constexpr auto fields() {
        using R = Responsibility;
        return std::tuple{field(1, "category", &R::category), field(2, "unit", &R::unit, FieldUse::required),
                          field(3, "region", &R::region), field(4, "assist", &R::assist), field(5, "basis", &R::basis)};
    }
};

struct OpinionPreset {
    UnitCode unit = {};  ///< empty: for all
    std::string categoryPrefix = {};
    std::string text = {};
    bool operator==(const OpinionPreset&) const = default;
    static constexpr auto fields() {
        using P = OpinionPreset;
        return std::tuple{field(1, "unit", &P::unit), field(2, "category", &P::categoryPrefix),
                          field(3, "text", &P::text, FieldUse::required)};
    }
};

enum class Notable : std::uint8_t {
    registered = 1,
    dispatched,
    returned,
    extended,
    replied,
    redo,
    urged,
    escalated,
    yellowCard,
    redCard,
    overdue,
    closed,
};
enum class Audience : std::uint8_t { caller = 1, registrar, dispatcher, lead, assist, unitHead, supervisor };
enum class NoticeWay : std::uint8_t { window = 1, sms, phone };

/// Who is told what when.
struct NotificationRule {
    Notable when = Notable::dispatched;
    Audience to = Audience::lead;
    NoticeWay way = NoticeWay::window;
    std::string zh = {};  ///< {number} {title} {due} {unit} {user} stand for the ticket's
    std::string en = {};
    bool operator==(const NotificationRule&) const = default;
    static constexpr auto fields() {
        using R = NotificationRule;
        return std::tuple{field(1, "when", &R::when, FieldUse::required), field(2, "to", &R::to, FieldUse::required),
                          field(3, "way", &R::way), field(4, "zh", &R::zh, FieldUse::required), field(5, "en", &R::en)};
    }
};

/// 短信
struct MessagePolicy {
    std::string signature =
        {};  ///< the sender's name that the network has registered; empty: this centre has no gateway
    bool operator==(const MessagePolicy&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "signature", &MessagePolicy::signature)}; }
};

/// What a place on the roster gives while its dates last.
struct RosterRight {
    std::string code;
    std::string zh = {};
    std::string en = {};
    Role role = Role::specialist;
    std::vector<std::string> commands = {};  ///< empty: all of the role
    int longestDays = 365;                   ///< an entry may not last longer
    bool operator==(const RosterRight&) const = default;
    static constexpr auto fields() {
        using R = RosterRight;
        return std::tuple{field(1, "code", &R::code, FieldUse::required),
                          field(2, "zh", &R::zh, FieldUse::required),
                          field(3, "en", &R::en),
                          field(4, "role", &R::role, FieldUse::required),
                          field(5, "commands", &R::commands),
                          field(6, "longestDays", &R::longestDays)};
    }
};

/// When a matter counts as the same, as a group's, as a surge. These hint and propose; they never refuse, delay or merge.
struct SameMatterPolicy {
    int repeatCalls = 3;      ///< so many from one number …
    int repeatHours = 24;     ///< … within so long: a repeat caller
    int similarPercent = 60;  ///< of the words, for a near-duplicate
    int similarDays = 30;     ///< how far back to look
    int groupHouseholds = 3;  ///< so many of one building …
    int groupHours = 24;      ///< … within so long: a group appeal
    int surgeTickets = 10;    ///< so many similar ones …
    int surgeHours = 6;       ///< … within so long: an alert
    bool operator==(const SameMatterPolicy&) const = default;
    static constexpr auto fields() {
        using P = SameMatterPolicy;
        return std::tuple{field(1, "repeatCalls", &P::repeatCalls),         field(2, "repeatHours", &P::repeatHours),
                          field(3, "similarPercent", &P::similarPercent),   field(4, "similarDays", &P::similarDays),
                          field(5, "groupHouseholds", &P::groupHouseholds), field(6, "groupHours", &P::groupHours),
                          field(7, "surgeTickets", &P::surgeTickets),       field(8, "surgeHours", &P::surgeHours)};
    }
};

/// One thing that is looked at in a quality inspection, and what it is worth.
struct InspectionItem {
    std::string code;
    std::string zh = {};
    std::string en = {};
    int points = 0;
    bool mustPass = false;  ///< none of its points: the whole inspection is failed
    bool operator==(const InspectionItem&) const = default;
    static constexpr auto fields() {
        using I = InspectionItem;
        return std::tuple{field(1, "code", &I::code, FieldUse::required), field(2, "zh", &I::zh, FieldUse::required),
                          field(3, "en", &I::en), field(4, "points", &I::points, FieldUse::required),
                          field(5, "mustPass", &I::mustPass)};
    }
};

/// 质检
struct InspectionPolicy {
    int samplePercent = 0;  ///< of the tickets of a day; 0: no inspection
    int atLeast = 0;        ///< of every person's tickets of that day
    std::string seed = {};
    std::vector<InspectionItem> items = {};
    int passPoints = 0;
    Term objectionWithin = {3, TermUnit::workingDay};
    bool operator==(const InspectionPolicy&) const = default;
    static constexpr auto fields() {
        using P = InspectionPolicy;
        return std::tuple{field(1, "samplePercent", &P::samplePercent),
                          field(2, "atLeast", &P::atLeast),
                          field(3, "seed", &P::seed),
                          field(4, "items", &P::items),
                          field(5, "passPoints", &P::passPoints),
                          field(6, "objectionWithin", &P::objectionWithin)};
    }
};

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::CallbackMode, 3, {all, "all"}, {sample, "sample"}, {none, "none"});
ZHIDA_CODES(zhida::domain::RedoStart, 3, {sameUnits, "sameUnits"}, {centre, "centre"}, {firstLevel, "firstLevel"});
ZHIDA_CODES(zhida::domain::Notable, 12, {registered, "registered"}, {dispatched, "dispatched"}, {returned, "returned"},
            {extended, "extended"}, {replied, "replied"}, {redo, "redo"}, {urged, "urged"}, {escalated, "escalated"},
            {yellowCard, "yellowCard"}, {redCard, "redCard"}, {overdue, "overdue"}, {closed, "closed"});
ZHIDA_CODES(zhida::domain::Audience, 7, {caller, "caller"}, {registrar, "registrar"}, {dispatcher, "dispatcher"},
            {lead, "lead"}, {assist, "assist"}, {unitHead, "unitHead"}, {supervisor, "supervisor"});
ZHIDA_CODES(zhida::domain::NoticeWay, 3, {window, "window"}, {sms, "sms"}, {phone, "phone"});
