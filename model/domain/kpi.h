// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/kpi_ratio.h"
#include "model/domain/rules.h"
#include "model/domain/ticket.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

/// The figures a centre is judged by (domain handbook 3). Every rate keeps its numerator and denominator; what the data cannot
/// tell is absent with the reason, never zero.
namespace zhida::domain {

/// A: received in the period. E: A without withdrawn, invalid and harassing ones, merged children, and those that a granted
/// petition leaves out of the assessment. Due: of E by appeal, fell due in the period,
/// whenever received. V: called back with an answer.
enum class Kpi : std::uint8_t {
    answeredDirectly = 1,  ///< 直办率: answered directly / A
    closed,                ///< 办结率: closed / E
    closedOfDue,           ///< 办结率 of those that had to be: closed / closed or due by now
    closedOnTime,          ///< 按期办结率: closed by the due time / Due
    replied,               ///< 回复率: replied or answered directly / Due
    repliedOnTime,         ///< 按期答复率: the same by the due time / Due
    overdue,               ///< 超期率: not closed by the due time / Due
    signedOnTime,  ///< 签收及时率: signed within the rules' term / assignments of E whose term is over or that are signed
    returned,         ///< 退单率: returned with approval / assignments of E
    returnRequested,  ///< 退单申请率: return asked for, approved or not / assignments of E
    dispatchedRight,  ///< 派单准确率: not returned / assignments of E
    calledBack,  ///< 回访率: called / closed after a dispatch (and direct answers, where the rules call these too)
    callbackAnswered,  ///< 有效回访率: V / called
    solved,            ///< 解决率: solved or partly, by the last callback / V
    satisfied,         ///< 满意率: satisfied or basically, by the last callback / V
    satisfiedAtFirst,  ///< 首次回访满意率: the same by the first callback / V
    redone,            ///< 重办率: done anew / closed or done anew
    repeated,          ///< 重复诉求率: same caller and category within the days before / E with a telephone number
    articleCited,      ///< 知识命中率: direct answers that cite an article / direct answers
    contactedInTime,  ///< 响应率: a unit spoke with the caller within the rules' term / dispatched whose term is over or that was
    processSatisfied,  ///< 过程满意率: satisfied or basically with how it went / callbacks that asked
    closedAtOnce,      ///< 一次办结率: no redo, no answer sent back, satisfied / closed of V
    extended,          ///< 延期率: an extension was granted / dispatched of E
    factsConfirmed,    ///< 回访核实率: what the unit wrote is so / callbacks that asked
    callAnswered,      ///< 接通率
    articleFresh,      ///< 知识更新及时率
};
inline constexpr std::size_t kKpis = 26;

struct KpiQuery {
    Instant from;
    Instant to;  ///< exclusive
    Instant now;
    UnitCode unit = {};  ///< empty: the centre; else what that unit registered, answered or was given
    int repeatDays = 30;
};

/// In minutes: the middle one and the one that nine of ten stay below (nearest rank).
struct Spread {
    std::size_t n = 0;
    std::optional<std::int64_t> median;
    std::optional<std::int64_t> p90;
    bool operator==(const Spread&) const = default;
};
Spread spreadOf(std::vector<std::int64_t> values);

struct KpiReport {
    std::int64_t received = 0;    ///< A
    std::int64_t counted = 0;     ///< E
    std::int64_t dispatched = 0;  ///< of E
    std::int64_t direct = 0;      ///< of A
    std::int64_t closed = 0;      ///< of E
    std::int64_t fellDue = 0;
    std::int64_t days = 0;                             ///< of the period, begun ones whole: the divisor of an average
    std::int64_t receivedBefore = 0;                   ///< in the period of the same length before (环比)
    std::int64_t receivedYearBefore = 0;               ///< in the same days of the year before (同比)
    std::array<Ratio, kKpis> rates = {};               ///< by Kpi, from its 1
    std::map<Kpi, std::string> absent;                 ///< code of the reason: notRecorded noCalls noTerm
    Spread handling;                                   ///< receipt to close, round the clock
    Spread working;                                    ///< the same in office hours
    std::map<std::string, std::int64_t> byAppealType;  ///< of A, by code
    std::map<std::string, std::int64_t> byChannel;     ///< of A, by code
    std::map<std::string, std::int64_t> byCategory;    ///< of A, by the first level's code; "" without a category

    [[nodiscard]] const Ratio& of(Kpi kpi) const { return rates.at(static_cast<std::size_t>(kpi) - 1); }
};

/// Takes tickets in any order, each once; keeps a few bytes of each.
class KpiTally {
public:
    /// `rules` outlives it.
    KpiTally(const Rules& rules, KpiQuery query);
    void add(const Ticket& ticket);
    KpiReport report();

private:
    struct Appeal {
        Instant at;
        bool counted;
    };

    void hit(Kpi kpi, bool numerator);
    void addReceived(const Ticket& ticket);
    void addDue(const Ticket& ticket);
    void addAssignments(const Ticket& ticket);
    void addCallback(const Ticket& ticket);
    void addContact(const Ticket& ticket);
    void addClosed(const Ticket& ticket);
    void countRepeats();

    const Rules& m_rules;
    KpiQuery m_query;
    KpiReport m_report;
    Instant m_before;      ///< begin of the period before
    Instant m_yearBefore;  ///< begin and end of the same days a year before
    Instant m_yearBeforeEnd;
    std::vector<std::int64_t> m_handling;
    std::vector<std::int64_t> m_working;
    std::unordered_map<std::string, std::vector<Appeal>> m_appeals;  ///< by caller and category
};

/// When the caller was answered for the first time: by the lead unit or at once.
std::optional<Instant> answeredAt(const Ticket& ticket);

/// Withdrawn, invalid and harassing appeals are no work that was done.
bool countsForKpi(const Ticket& ticket);

}  // namespace zhida::domain

template <>
struct zhida::EnumCodes<zhida::domain::Kpi> {
    using enum zhida::domain::Kpi;
    static constexpr std::array<std::pair<zhida::domain::Kpi, std::string_view>, zhida::domain::kKpis> kTable{
        {{answeredDirectly, "answeredDirectly"},
         {closed, "closed"},
         {closedOfDue, "closedOfDue"},
         {closedOnTime, "closedOnTime"},
         {replied, "replied"},
         {repliedOnTime, "repliedOnTime"},
         {overdue, "overdue"},
         {signedOnTime, "signedOnTime"},
         {returned, "returned"},
         {returnRequested, "returnRequested"},
         {dispatchedRight, "dispatchedRight"},
         {calledBack, "calledBack"},
         {callbackAnswered, "callbackAnswered"},
         {solved, "solved"},
         {satisfied, "satisfied"},
         {satisfiedAtFirst, "satisfiedAtFirst"},
         {redone, "redone"},
         {repeated, "repeated"},
         {articleCited, "articleCited"},
         {contactedInTime, "contactedInTime"},
         {processSatisfied, "processSatisfied"},
         {closedAtOnce, "closedAtOnce"},
         {extended, "extended"},
         {factsConfirmed, "factsConfirmed"},
         {callAnswered, "callAnswered"},
         {articleFresh, "articleFresh"}}};
};
