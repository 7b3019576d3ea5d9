// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/lint_report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace zhida::admin {
namespace {

using Json = nlohmann::json;

struct RuleText {
    std::string_view rule;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array kRules{
    RuleText{"answer.missing", "没有答复口径", "no answer to read out"},
    RuleText{"audience.missing", "没有服务对象", "it does not say for whom"},
    RuleText{"category.missing", "没有分类", "no category"},
    RuleText{"complaint.missing", "没有投诉电话", "no telephone for complaints"},
    RuleText{"fee.payOnline", "不收费却写网上支付", "free, and yet paid online"},
    RuleText{"hours.workingDays", "办理时间没有写工作日", "the hours do not say 工作日"},
    RuleText{"keyword.isTitle", "关键字与标题相同", "a keyword is the title"},
    RuleText{"keyword.long", "关键字超过 20 字", "a keyword of more than 20 characters"},
    RuleText{"keywords.missing", "没有关键字", "no keywords"},
    RuleText{"online.visits", "全程网办却要到现场", "wholly online, and yet a visit"},
    RuleText{"permit.noQuestion", "许可事项没有常见问答", "a permit without a question"},
    RuleText{"phone.areaCode", "电话没有区号", "a telephone without its area code"},
    RuleText{"phone.isComplaint", "咨询电话与投诉电话相同", "the same telephone for questions and complaints"},
    RuleText{"place.inexact", "地址没有写到窗口或房间", "the place is not exact to a window or room"},
    RuleText{"projectType.promise", "承诺时限与办件类型不符", "promise and kind of procedure contradict each other"},
    RuleText{"promise.missing", "没有承诺时限", "no promised time"},
    RuleText{"result.noSample", "结果没有样本", "no sample of the result"},
    RuleText{"result.type", "结果名称与结果类型不符", "name and type of the result contradict each other"},
    RuleText{"steps.exceedPromise", "各环节时限之和超过承诺时限", "the steps take longer than promised"},
    RuleText{"title.long", "标题超过 128 字", "a title of more than 128 characters"},
    RuleText{"title.missing", "没有标题", "no title"},
    RuleText{"title.repeated", "标题重复", "another article has this title"},
    RuleText{"unit.missing", "没有维护单位", "no unit looks after it"},
    RuleText{"visits.missing", "没有到现场次数", "it does not say how many visits"},
    RuleText{"visits.noOtherWay", "到现场 0 次却没有网办或快递", "no visit, and neither online nor by mail"},
    RuleText{"visits.noReason", "要到现场却没有原因", "visits without a reason"},
};

std::size_t reds(const std::vector<domain::LintMark>& marks) {
    return static_cast<std::size_t>(std::count_if(marks.begin(), marks.end(), [](const domain::LintMark& mark) {
        return mark.severity == domain::Severity::red;
    }));
}

}  // namespace

std::string lintText(const std::string& rule, words::Language language) {
    const auto found =
        std::find_if(kRules.begin(), kRules.end(), [&rule](const RuleText& each) { return each.rule == rule; });
    if (found == kRules.end()) {
        return rule;
    }
    return std::string(language == words::Language::chinese ? found->zh : found->en);
}

LintReport::LintReport(const std::vector<domain::Article>& live, const std::string& unit) {
    domain::TitleCounts titles;
    for (const domain::Article& each : live) {
        ++titles[each.title];
    }
    for (const domain::Article& each : live) {
        if (!unit.empty() && each.unit.value != unit) {
            continue;
        }
        auto marks = domain::lintArticle(each);
        const auto more = domain::lintTitle(each, titles);
        marks.insert(marks.end(), more.begin(), more.end());
        m_units[each.unit.value].add(marks);
        if (!marks.empty()) {
            m_lines.push_back(
                {each.sourceId.empty() ? each.key : each.sourceId, each.title, each.unit.value, std::move(marks)});
        }
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) {
        return std::pair(reds(a.marks), a.marks.size()) > std::pair(reds(b.marks), b.marks.size());
    });
}

std::vector<std::pair<std::string, domain::LintTally>> LintReport::table() const {
    std::vector<std::pair<std::string, domain::LintTally>> rows(m_units.begin(), m_units.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::pair(a.second.red, a.second.amber) > std::pair(b.second.red, b.second.amber);
    });
    return rows;
}

Json LintReport::json(words::Language language) const {
    Json units = Json::array();
    for (const auto& [unit, tally] : table()) {
        units.push_back({{"unit", unit},
                         {"articles", tally.articles},
                         {"red", tally.red},
                         {"amber", tally.amber},
                         {"clean", tally.clean()}});
    }
    Json articles = Json::array();
    for (const Line& each : m_lines) {
        Json marks = Json::array();
        for (const domain::LintMark& mark : each.marks) {
            marks.push_back({{"severity", codeOf(mark.severity)},
                             {"field", mark.field},
                             {"rule", mark.rule},
                             {"words", mark.words},
                             {"text", lintText(mark.rule, language)}});
        }
        articles.push_back({{"id", each.id}, {"title", each.title}, {"unit", each.unit}, {"marks", std::move(marks)}});
    }
    return {{"report", "articles"}, {"units", std::move(units)}, {"articles", std::move(articles)}};
}

std::vector<std::string> LintReport::lines(words::Language language) const {
    std::vector<std::string> out;
    for (const auto& [unit, tally] : table()) {
        out.push_back((unit.empty() ? "-" : unit) + "\t" + std::to_string(tally.articles) + "\t" +
                      std::to_string(tally.red) + "\t" + std::to_string(tally.amber) + "\t" +
                      std::to_string(tally.clean()));
    }
    for (const Line& each : m_lines) {
        for (const domain::LintMark& mark : each.marks) {
            out.push_back(std::string(codeOf(mark.severity)) + "\t" + each.id + "\t" + each.title + "\t" +
                          lintText(mark.rule, language) + (mark.words.empty() ? "" : "\t" + mark.words));
        }
    }
    return out;
}

}  // namespace zhida::admin
