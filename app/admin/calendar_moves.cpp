// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/calendar_moves.h"

#include "app/admin/calendar_source.h"
#include "app/admin/record_pages.h"
#include "app/admin/text_table.h"
#include "model/wire/rules_file.h"

#include <algorithm>
#include <iostream>
#include <tuple>

namespace zhida::admin {
namespace {

Result<std::vector<domain::DueMove>> movesOf(centre::CentreAccess& access, const domain::Rules& before,
                                             const domain::Calendar& after) {
    std::vector<domain::DueMove> moves;
    const Status read = forEachRecord<domain::Ticket>(access, "ticket", [&](const domain::Ticket& ticket) {
        if (auto move = domain::dueMoveOf(ticket, before, after)) {
            moves.push_back(std::move(*move));
        }
    });
    if (!read) {
        return read.error();
    }
    std::sort(moves.begin(), moves.end(), [](const domain::DueMove& a, const domain::DueMove& b) {
        return std::tie(a.from, a.number) < std::tie(b.from, b.number);
    });
    return moves;
}

/// The server does it, ticket by ticket, with a trace in each.
void tellWhoMovesThem(words::Language language) {
    std::cerr << (language == words::Language::chinese
                      ? "放假安排已导入；上列到期时间由服务器重新计算（未运行则在下次启动时），各工单留有记录。\n"
                      : "The days are imported; the server moves the due times above, at its next start if it is not "
                        "running, and each ticket keeps a trace of it.\n");
}

void printTable(const std::vector<domain::DueMove>& moves, UtcOffset offset, words::Language language) {
    const bool chinese = language == words::Language::chinese;
    printLine(std::to_string(moves.size()) +
              (chinese ? " 件在办工单的到期时间因放假安排改变" : " open tickets whose due time the calendar moves"));
    std::vector<std::vector<std::string>> rows;
    for (const domain::DueMove& each : moves) {
        rows.push_back({each.number, formatIso(each.from, offset), "->", formatIso(each.to, offset)});
    }
    for (const std::string& line : tableLines(rows)) {
        printLine(line);
    }
}

}  // namespace

Status CalendarMoves::begin(importing::Kind kind) {
    if (kind == importing::Kind::holidays) {
        auto rules = rulesOf(m_access);
        if (!rules) {
            return rules.error();
        }
        m_before = std::move(*rules);
    }
    return done();
}

Result<importing::PutCounts> CalendarMoves::put(std::vector<importing::Item> items) {
    for (const importing::Item& each : items) {
        if (const auto* const holiday = std::get_if<domain::Holiday>(&each)) {
            m_holidays.push_back(*holiday);
        }
    }
    if (m_before) {
        const auto calendar = after();
        const int gap = calendar ? calendar->gapYear() : 0;
        if (gap != 0 && gap != m_before->calendar.gapYear()) {
            return Error("calendar.gap", {{"year", std::to_string(gap)}});
        }
    }
    return m_sink.put(std::move(items));
}

Result<domain::Calendar> CalendarMoves::after() const {
    domain::Calendar calendar = m_before->calendar;
    const Status applied = wire::applyHolidays(calendar, m_holidays);
    return applied ? Result<domain::Calendar>(std::move(calendar)) : applied.error();
}

Status CalendarMoves::tell(Json& summary, const Context& context) {
    if (!m_before) {
        return done();
    }
    const auto calendar = after();
    const auto moves =
        calendar ? movesOf(m_access, *m_before, *calendar) : Result<std::vector<domain::DueMove>>(calendar.error());
    if (!moves) {
        return moves.error();
    }
    const UtcOffset offset = calendar->offset();
    Json list = Json::array();
    for (const domain::DueMove& each : *moves) {
        list.push_back({{"ticket", each.ticket.text()},
                        {"number", each.number},
                        {"from", formatIso(each.from, offset)},
                        {"to", formatIso(each.to, offset)}});
    }
    summary["moves"] = std::move(list);
    if (!context.json) {
        printTable(*moves, offset, context.language());
    }
    if (!moves->empty() && !summary["dryRun"].get<bool>()) {
        tellWhoMovesThem(context.language());
    }
    return done();
}

}  // namespace zhida::admin
