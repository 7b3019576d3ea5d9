// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/deadline_table.h"

#include "app/admin/text_table.h"

#include <array>
#include <utility>

namespace zhida::admin {
namespace {

using domain::Segment;
using domain::Term;
using domain::TermUnit;

/// One person's words for a proof.
class Teller {
public:
    Teller(words::Language language, UtcOffset offset)
        : m_chinese(language == words::Language::chinese), m_offset(offset) {}

    [[nodiscard]] const char* say(const char* zh, const char* en) const { return m_chinese ? zh : en; }

    /// "2025-08-29 23:59:59 周五"
    [[nodiscard]] std::string time(Instant at) const {
        static constexpr std::array kZh{"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
        static constexpr std::array kEn{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
        const auto day = static_cast<std::size_t>(weekday(localDay(at, m_offset)));
        std::string text = formatIso(at, UtcOffset{m_offset});
        text.erase(text.find_last_of(m_offset.minutes == 0 ? "Z" : "+-"));
        text[10] = ' ';
        return text + " " + (m_chinese ? kZh.at(day) : kEn.at(day));
    }

    [[nodiscard]] std::string amount(const Term& term) const {
        static constexpr std::array kZh{" 个工作日", " 个自然日", " 个工作小时", " 小时", " 分钟"};
        static constexpr std::array kEn{" working day", " calendar day", " work hour", " hour", " minute"};
        const auto unit = static_cast<std::size_t>(term.unit) - 1;
        return std::to_string(term.amount) + (m_chinese ? kZh.at(unit) : kEn.at(unit)) +
               (!m_chinese && term.amount != 1 ? "s" : "");
    }

    /// Whole days of a term in days, else hours, minutes and seconds.
    [[nodiscard]] std::string length(std::int64_t ms, bool inDays) const {
        if (inDays) {
            const std::int64_t days = (ms + kSecondMs) / kDayMs;  // the last one ends a second early
            return std::to_string(days) + say(" 天", days == 1 ? " day" : " days");
        }
        const auto part = [](std::int64_t value, const char* unit) {
            return value == 0 ? std::string() : std::to_string(value) + unit;
        };
        std::string text = part(ms / kHourMs, say("小时", "h")) + part(ms / kMinuteMs % 60, say("分", "min")) +
                           part(ms / kSecondMs % 60, say("秒", "s"));
        return text.empty() ? std::string("0") : text;
    }

    [[nodiscard]] std::string why(const Segment& segment, bool inDays) const {
        const std::string& reason = segment.reason;
        std::string text;
        if (segment.counted) {
            text = !reason.empty() ? reason + say("调休，上班", ", made up: worked")
                   : inDays        ? say("计日", "counted")
                                   : say("计时", "counted");
        } else {
            text = reason == "received"  ? say("收到当日不计", "rest of the day of receipt")
                   : reason == "dueDay"  ? say("原到期日不计", "rest of the old due day")
                   : reason == "weekend" ? say("周末", "weekend")
                   : reason == "closed"  ? say("下班时间", "office closed")
                   : reason == "paused"  ? say("暂停", "paused")
                                         : reason + say("放假", ", off");
        }
        return text + (segment.provisional ? say("（暂按星期计算）", " (provisional)") : "");
    }

private:
    bool m_chinese;
    UtcOffset m_offset;
};

bool inDays(const Term& term) { return term.unit == TermUnit::workingDay || term.unit == TermUnit::day; }

Term partOf(const domain::TermClock& clock, std::size_t part) {
    return part == 0 ? clock.term : clock.extensions.at(part - 1);
}

std::vector<std::vector<std::string>> summary(const domain::TermClock& clock, const domain::Deadline& deadline,
                                              const Teller& tell) {
    std::vector<std::vector<std::string>> rows = {
        {tell.say("收到", "received"), tell.time(clock.received), ""},
        {tell.say("期限", "term"), tell.time(deadline.partDues.front()), tell.amount(clock.term)}};
    for (std::size_t i = 0; i < clock.extensions.size(); ++i) {
        rows.push_back(
            {tell.say("延期", "extended"), tell.time(deadline.partDues.at(i + 1)), tell.amount(clock.extensions[i])});
    }
    for (const domain::Pause& each : clock.pauses) {
        rows.push_back(
            {tell.say("暂停", "paused"), tell.time(each.from), tell.say("至 ", "to ") + tell.time(*each.to)});
    }
    return rows;
}

std::vector<std::vector<std::string>> proof(const domain::TermClock& clock, const domain::Deadline& deadline,
                                            const Teller& tell) {
    std::vector<std::vector<std::string>> rows = {{tell.say("自", "from"), tell.say("至", "to"),
                                                   tell.say("计入", "counted"), tell.say("累计", "so far"),
                                                   tell.say("说明", "why")}};
    std::int64_t sum = 0;
    std::size_t part = 0;
    for (const Segment& each : deadline.segments) {
        sum = each.part == part ? sum : 0;
        part = each.part;
        const bool days = inDays(partOf(clock, part));
        const std::int64_t length = each.counted ? each.to.ms - each.from.ms : 0;
        sum += length;
        rows.push_back({tell.time(each.from), tell.time(each.to), each.counted ? tell.length(length, days) : "-",
                        tell.length(sum, days), tell.why(each, days)});
    }
    return rows;
}

}  // namespace

std::vector<std::string> deadlineLines(const domain::TermClock& clock, const domain::Deadline& deadline,
                                       const domain::Calendar& calendar, words::Language language) {
    const Teller tell(language, calendar.offset());
    std::vector<std::string> lines = {tell.say("到期 ", "due ") + tell.time(deadline.due), ""};
    for (const auto& part :
         {tableLines(summary(clock, deadline, tell)), {""}, tableLines(proof(clock, deadline, tell), {2, 3})}) {
        lines.insert(lines.end(), part.begin(), part.end());
    }
    if (deadline.provisional) {
        lines.emplace_back();
        lines.emplace_back(
            tell.say("暂定：标有“暂按星期计算”的日子，国务院放假通知尚未导入（zhida-admin import holidays "
                     "FILE），到期时间可能改变。",
                     "Provisional: the days marked so follow the week alone, their State Council paper is not "
                     "imported yet (zhida-admin import holidays FILE); the due time may move."));
    }
    return lines;
}

}  // namespace zhida::admin
