// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/kpi_report.h"

#include "app/admin/text_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::admin {
namespace {

using domain::Kpi;
using domain::KpiQuery;
using domain::KpiReport;
using domain::Ratio;
using Json = nlohmann::json;

struct Name {
    Kpi kpi;
    const char* zh;
    const char* en;
};

/// In the order of a bulletin.
constexpr std::array<Name, domain::kKpis> kNames{
    {{Kpi::answeredDirectly, "直办率", "answered directly"},
     {Kpi::closed, "办结率（受理口径）", "closed, of those received"},
     {Kpi::closedOfDue, "办结率（应办结口径）", "closed, of those due or closed"},
     {Kpi::closedOnTime, "按期办结率", "closed on time"},
     {Kpi::overdue, "超期率", "overdue"},
     {Kpi::replied, "回复率", "replied"},
     {Kpi::repliedOnTime, "按期答复率", "replied on time"},
     {Kpi::contactedInTime, "响应率", "contacted in time"},
     {Kpi::solved, "解决率", "solved"},
     {Kpi::satisfied, "满意率", "satisfied"},
     {Kpi::satisfiedAtFirst, "首次回访满意率", "satisfied at the first callback"},
     {Kpi::processSatisfied, "过程满意率", "satisfied with the process"},
     {Kpi::signedOnTime, "签收及时率", "signed for in time"},
     {Kpi::dispatchedRight, "派单准确率", "dispatched to the right unit"},
     {Kpi::returned, "退单率", "returned"},
     {Kpi::returnRequested, "退单申请率", "return requested"},
     {Kpi::extended, "延期率", "extended"},
     {Kpi::redone, "重办率", "redone"},
     {Kpi::repeated, "重复诉求率", "repeated"},
     {Kpi::closedAtOnce, "一次办结率", "closed at once"},
     {Kpi::calledBack, "回访率", "called back"},
     {Kpi::callbackAnswered, "有效回访率", "callbacks answered"},
     {Kpi::factsConfirmed, "回访核实率", "facts confirmed by callback"},
     {Kpi::callAnswered, "接通率", "calls answered"},
     {Kpi::articleCited, "知识命中率", "direct answers that cite an article"},
     {Kpi::articleFresh, "知识更新及时率", "articles updated in time"}}};

bool isChinese(words::Language language) { return language == words::Language::chinese; }

const char* nameOf(const Name& name, words::Language language) { return isChinese(language) ? name.zh : name.en; }

std::string whyAbsent(const std::string& reason, words::Language language) {
    const bool zh = isChinese(language);
    if (reason == "noTerm") {
        return zh ? "规则没有规定这一环节的时限" : "the rules give this stage no term";
    }
    if (reason == "noCalls") {
        return zh ? "没有接入话务数据" : "no data of calls";
    }
    return zh ? "工单没有记录" : "not recorded in tickets";
}

std::string lastDay(const KpiQuery& query, UtcOffset offset) { return formatDay(localDay(query.to.plus(-1), offset)); }

/// "+20.48%"
std::string changeText(std::int64_t now, std::int64_t before) {
    const std::string text = domain::percentText(domain::changeOf(now, before));
    return before > 0 && now > before ? "+" + text : text;
}

/// Tickets a day to one decimal, half up: a rate per hundred of a hundredth.
std::string perDay(const KpiReport& report) {
    const auto tenths = domain::percentOf({report.received, report.days * 10}, 0);
    return tenths ? domain::fixedText(*tenths, 1) : "-";
}

Json sharesOf(const std::map<std::string, std::int64_t>& counts, std::int64_t all) {
    std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    Json list = Json::array();
    for (const auto& [code, count] : sorted) {
        list.push_back({{"code", code}, {"count", count}, {"share", domain::percentText({count, all})}});
    }
    return list;
}

std::string spreadText(const domain::Spread& spread, bool zh) {
    if (!spread.median) {
        return "-";
    }
    const auto hours = [zh](std::int64_t minutes) {
        return std::to_string(minutes / 60) + (zh ? "小时" : "h") + std::to_string(minutes % 60) + (zh ? "分" : "min");
    };
    return (zh ? "中位 " : "median ") + hours(*spread.median) + (zh ? "，九成以内 " : ", nine of ten within ") +
           hours(*spread.p90) + (zh ? "，共 " : ", n = ") + std::to_string(spread.n) + (zh ? " 件" : "");
}

std::vector<std::string> heading(const KpiReport& report, const KpiQuery& query, UtcOffset offset, bool zh) {
    const std::string period =
        formatDay(localDay(query.from, offset)) + (zh ? " 至 " : " to ") + lastDay(query, offset);
    std::vector<std::vector<std::string>> rows = {
        {zh ? "统计期" : "period", period, std::to_string(report.days) + (zh ? " 天" : " days")},
        {zh ? "受理" : "received", std::to_string(report.received), perDay(report) + (zh ? " 件/天" : " a day")},
        {zh ? "环比" : "period before", std::to_string(report.receivedBefore),
         changeText(report.received, report.receivedBefore)},
        {zh ? "同比" : "year before", std::to_string(report.receivedYearBefore),
         changeText(report.received, report.receivedYearBefore)},
        {zh ? "纳入考核" : "counted", std::to_string(report.counted), ""},
        {zh ? "转办" : "dispatched", std::to_string(report.dispatched), ""},
        {zh ? "直接答复" : "answered directly", std::to_string(report.direct), ""},
        {zh ? "办结" : "closed", std::to_string(report.closed), ""},
        {zh ? "期内到期" : "fell due", std::to_string(report.fellDue), ""}};
    if (!query.unit.empty()) {
        rows.insert(rows.begin() + 1, {zh ? "单位" : "unit", query.unit.value, ""});
    }
    return tableLines(rows);
}

}  // namespace

nlohmann::json spreadJson(const domain::Spread& spread) {
    return {{"n", spread.n},
            {"median", spread.median ? Json(*spread.median) : Json()},
            {"p90", spread.p90 ? Json(*spread.p90) : Json()}};
}

Json kpiJson(const KpiReport& report, const KpiQuery& query, UtcOffset offset, words::Language language) {
    Json rates = Json::array();
    Json absent = Json::array();
    for (const Name& each : kNames) {
        const auto missing = report.absent.find(each.kpi);
        Json row{{"code", codeOf(each.kpi)}, {"name", nameOf(each, language)}};
        if (missing != report.absent.end()) {
            row["why"] = missing->second;
            absent.push_back(std::move(row));
            continue;
        }
        const Ratio& ratio = report.of(each.kpi);
        row.update({{"numerator", ratio.numerator},
                    {"denominator", ratio.denominator},
                    {"value", domain::percentText(ratio)}});
        rates.push_back(std::move(row));
    }
    return {{"report", "kpi"},
            {"from", formatDay(localDay(query.from, offset))},
            {"to", lastDay(query, offset)},
            {"days", report.days},
            {"unit", query.unit.empty() ? Json() : Json(query.unit.value)},
            {"counts",
             {{"received", report.received},
              {"counted", report.counted},
              {"dispatched", report.dispatched},
              {"direct", report.direct},
              {"closed", report.closed},
              {"fellDue", report.fellDue}}},
            {"perDay", perDay(report)},
            {"change",
             {{"before", report.receivedBefore},
              {"beforeChange", changeText(report.received, report.receivedBefore)},
              {"yearBefore", report.receivedYearBefore},
              {"yearBeforeChange", changeText(report.received, report.receivedYearBefore)}}},
            {"rates", std::move(rates)},
            {"absent", std::move(absent)},
            {"minutes", {{"handling", spreadJson(report.handling)}, {"working", spreadJson(report.working)}}},
            {"by",
             {{"appealType", sharesOf(report.byAppealType, report.received)},
              {"channel", sharesOf(report.byChannel, report.received)},
              {"category", sharesOf(report.byCategory, report.received)}}}};
}

std::vector<std::string> kpiLines(const KpiReport& report, const KpiQuery& query, UtcOffset offset,
                                  words::Language language) {
    const bool zh = isChinese(language);
    std::vector<std::string> lines = heading(report, query, offset, zh);
    lines.emplace_back();
    std::vector<std::vector<std::string>> rows = {
        {zh ? "指标" : "figure", zh ? "比率" : "rate", zh ? "分子" : "of", zh ? "分母" : "in"}};
    for (const Name& each : kNames) {
        const auto missing = report.absent.find(each.kpi);
        const Ratio& ratio = report.of(each.kpi);
        rows.push_back(
            missing == report.absent.end()
                ? std::vector<std::string>{nameOf(each, language), domain::percentText(ratio),
                                           std::to_string(ratio.numerator), std::to_string(ratio.denominator)}
                : std::vector<std::string>{nameOf(each, language), "", "", "", whyAbsent(missing->second, language)});
    }
    const auto table = tableLines(rows, {1, 2, 3});
    lines.insert(lines.end(), table.begin(), table.end());
    lines.emplace_back();
    lines.push_back((zh ? "办理时长（全天）  " : "time to close, round the clock  ") + spreadText(report.handling, zh));
    lines.push_back((zh ? "办理时长（工时）  " : "time to close, office hours     ") + spreadText(report.working, zh));
    return lines;
}

}  // namespace zhida::admin
