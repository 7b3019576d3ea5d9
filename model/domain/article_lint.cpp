// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/article_lint.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <string_view>

namespace zhida::domain {
namespace {

constexpr std::size_t kLongestTitle = 128;
constexpr std::size_t kLongestKeyword = 20;
constexpr std::size_t kShortNumber = 6;

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

template <std::size_t N>
bool hasAny(std::string_view text, const std::array<std::string_view, N>& parts) {
    return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) { return has(text, part); });
}

bool isYes(std::string_view text) { return text == "1" || text == "是" || text == "true"; }

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end != text.data() ? std::optional(value) : std::nullopt;
}

/// The telephone numbers in a text, as digits.
std::vector<std::string> numbersIn(std::string_view text) {
    std::vector<std::string> numbers(1);
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            numbers.back().push_back(c);
        } else if (c != '-' && c != ' ' && !numbers.back().empty()) {
            numbers.emplace_back();
        }
    }
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(), [](const std::string& n) { return n.size() < 3; }),
                  numbers.end());
    return numbers;
}

/// A subscriber's number alone. Hotlines (12345, 95598), mobile, 400 and 800 numbers have no area code.
bool lacksAreaCode(const std::string& digits) {
    const bool isMobile = digits.size() == 11 && digits.front() == '1';
    const bool isService = digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    return digits.size() >= kShortNumber && digits.front() != '0' && !isMobile && !isService;
}

class Lint {
public:
    explicit Lint(const Article& article) : m_article(article) {}

    std::vector<LintMark> marks() {
        entry();
        contact();
        if (m_article.service) {
            time(*m_article.service);
            visits(*m_article.service);
            result(*m_article.service);
            others(*m_article.service);
        }
        return std::move(m_marks);
    }

private:
    void mark(bool wrong, Severity severity, std::string field, std::string rule, std::string words = {}) {
        if (wrong) {
            m_marks.push_back({severity, std::move(field), std::move(rule), std::move(words)});
        }
    }
    void red(bool wrong, std::string field, std::string rule, std::string words = {}) {
        mark(wrong, Severity::red, std::move(field), std::move(rule), std::move(words));
    }
    void amber(bool wrong, std::string field, std::string rule, std::string words = {}) {
        mark(wrong, Severity::amber, std::move(field), std::move(rule), std::move(words));
    }

    /// What an import asks for.
    void entry() {
        red(m_article.title.empty(), "title", "title.missing");
        red(m_article.answer.empty(), "answer", "answer.missing");
        red(m_article.unit.empty(), "unit", "unit.missing");
        amber(m_article.category.empty(), "category", "category.missing");
        amber(m_article.keywords.empty(), "keywords", "keywords.missing");
        red(utf8::length(m_article.title) > kLongestTitle, "title", "title.long", m_article.title);
        for (const std::string& each : m_article.keywords) {
            amber(utf8::length(each) > kLongestKeyword, "keywords", "keyword.long", each);
            amber(each == m_article.title, "keywords", "keyword.isTitle", each);
        }
    }
    void contact() {
        areaCodes("phone", m_article.phone);
        amber(!m_article.hours.empty() && !has(m_article.hours, "工作日"), "hours", "hours.workingDays",
              m_article.hours);
        constexpr std::array<std::string_view, 8> kExact{"窗口", "室", "号", "楼", "层", "大厅", "柜台", "厅"};
        amber(!m_article.place.empty() && !hasAny(m_article.place, kExact), "place", "place.inexact", m_article.place);
    }
    void areaCodes(const std::string& field, const std::string& text) {
        for (const std::string& each : numbersIn(text)) {
            amber(lacksAreaCode(each), field, "phone.areaCode", each);
        }
    }
    void time(const ServiceFacts& facts) {
        const auto promised = number(facts.promiseDays);
        const bool atOnce = promised == 0 || has(facts.promiseDays, "即办");
        const bool known = promised || atOnce;
        red(!known, "service.promiseDays", "promise.missing", facts.promiseDays);
        red(known && atOnce != (facts.projectType == "即办件"), "service.projectType", "projectType.promise",
            facts.projectType);
        double sum = 0;
        std::istringstream steps(facts.stepDays);
        for (std::string each; steps >> each;) {
            sum += number(each).value_or(0);
        }
        red(promised && sum > *promised, "service.stepDays", "steps.exceedPromise", facts.stepDays);
    }
    void visits(const ServiceFacts& facts) {
        const auto count = number(facts.visits);
        const bool isWhollyOnline = facts.onlineDepth == "IV" || has(facts.onlineDepth, "全程");
        red(!count, "service.visits", "visits.missing", facts.visits);
        amber(count.value_or(0) > 0 && facts.visitReason.empty(), "service.visitReason", "visits.noReason");
        red(count == 0 && !isYes(facts.online) && !isWhollyOnline && !isYes(facts.express), "service.visits",
            "visits.noOtherWay", facts.visits);
        red(count.value_or(0) > 0 && isWhollyOnline, "service.onlineDepth", "online.visits", facts.onlineDepth);
    }
    void result(const ServiceFacts& facts) {
        constexpr std::array<std::array<std::string_view, 2>, 3> kTypes{
            {{"证", "出证办结"}, {"批复", "审批办结"}, {"文", "出文办结"}}};
        for (const auto& [ending, type] : kTypes) {
            amber(std::string_view(facts.resultName).ends_with(ending) && facts.resultType != type,
                  "service.resultType", "result.type", facts.resultType);
        }
        amber(!facts.resultName.empty() && facts.resultSample.empty(), "service.resultSample", "result.noSample",
              facts.resultName);
    }
    void others(const ServiceFacts& facts) {
        areaCodes("service.complaintPhone", facts.complaintPhone);
        amber(numbersIn(facts.complaintPhone).empty(), "service.complaintPhone", "complaint.missing",
              facts.complaintPhone);
        red(!m_article.phone.empty() && numbersIn(m_article.phone) == numbersIn(facts.complaintPhone), "phone",
            "phone.isComplaint", m_article.phone);
        amber(facts.serverType.empty(), "service.serverType", "audience.missing");
        red(has(facts.taskType, "许可") && m_article.questions.empty(), "questions", "permit.noQuestion");
        amber(!isYes(facts.charged) && isYes(facts.payOnline), "service.payOnline", "fee.payOnline", facts.payOnline);
    }

    const Article& m_article;
    std::vector<LintMark> m_marks;
};

}  // namespace

std::vector<LintMark> lintArticle(const Article& article) { return Lint(article).marks(); }

std::vector<LintMark> lintTitle(const Article& article, const TitleCounts& titles) {
    const auto found = titles.find(article.title);
    if (found == titles.end() || found->second < 2) {
        return {};
    }
    return {{Severity::red, "title", "title.repeated", article.title}};
}

void LintTally::add(const std::vector<LintMark>& marks) {
    const auto isRed = [](const LintMark& mark) { return mark.severity == Severity::red; };
    const bool anyRed = std::any_of(marks.begin(), marks.end(), isRed);
    ++articles;
    red += anyRed ? 1 : 0;
    amber += !anyRed && !marks.empty() ? 1 : 0;
}

}  // namespace zhida::domain
