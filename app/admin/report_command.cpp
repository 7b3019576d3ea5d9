// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/calendar_source.h"
#include "app/admin/context.h"
#include "app/admin/kpi_report.h"
#include "app/admin/lint_report.h"
#include "app/admin/record_pages.h"
#include "model/base/clock.h"
#include "model/domain/org.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace zhida::admin {
namespace {

struct ReportArguments {
    std::string name;
    std::string from;
    std::string to;
    std::string unit;
};

/// Both days belong to the period. Without them: the month up to today.
Result<domain::KpiQuery> queryOf(const ReportArguments& arguments, Instant now, UtcOffset offset) {
    const Day today = localDay(now, offset);
    const CivilDate date = civilOf(today);
    const auto from =
        arguments.from.empty() ? std::optional(dayOf({date.year, date.month, 1})) : parseDay(arguments.from);
    const auto to =
        arguments.to.empty() ? std::optional(std::max(today, from.value_or(today))) : parseDay(arguments.to);
    if (!from || !to) {
        return Error("time.bad", {{"value", from ? arguments.to : arguments.from}});
    }
    if (*to < *from) {
        return Error("report.badPeriod", {{"from", formatDay(*from)}, {"to", formatDay(*to)}});
    }
    return domain::KpiQuery{startOf(*from, offset), startOf(to->plus(1), offset), now, {arguments.unit}};
}

Status knownUnit(centre::CentreAccess& access, const std::string& code) {
    bool known = code.empty();
    const Status read = forEachRecord<domain::Unit>(
        access, "unit", [&](const domain::Unit& unit) { known = known || unit.code.value == code; });
    return !read || known ? read : Status(Error("unit.unknown", {{"unit", code}}));
}

int reportArticles(centre::CentreAccess& access, const ReportArguments& arguments, UtcOffset offset,
                   const Context& context) {
    const std::string today = formatDay(localDay(SystemClock().now(), offset));
    std::vector<domain::Article> live;
    const Status read = forEachRecord<domain::Article>(access, "article", [&](const domain::Article& article) {
        if (domain::isLive(article, today)) {
            live.push_back(article);
        }
    });
    if (!read) {
        return context.fail(read.error());
    }
    const LintReport result(live, arguments.unit);
    if (context.json) {
        print(result.json(context.language()));
        return 0;
    }
    for (const std::string& line : result.lines(context.language())) {
        printLine(line);
    }
    return 0;
}

int report(const ReportArguments& arguments, const Context& context) {
    auto access = context.open();
    if (!access) {
        return context.fail(access.error());
    }
    const auto rules = rulesOf(**access);
    if (!rules) {
        return context.fail(rules.error());
    }
    const UtcOffset offset = rules->calendar.offset();
    if (arguments.name == "articles") {
        const Status known = knownUnit(**access, arguments.unit);
        return known ? reportArticles(**access, arguments, offset, context) : context.fail(known.error());
    }
    const auto query = queryOf(arguments, SystemClock().now(), offset);
    if (!query) {
        return context.fail(query.error());
    }
    if (const Status known = knownUnit(**access, arguments.unit); !known) {
        return context.fail(known.error());
    }
    domain::KpiTally tally(*rules, *query);
    const Status read = forEachRecord<domain::Ticket>(**access, "ticket",
                                                      [&tally](const domain::Ticket& ticket) { tally.add(ticket); });
    if (!read) {
        return context.fail(read.error());
    }
    const domain::KpiReport result = tally.report();
    if (context.json) {
        print(kpiJson(result, *query, offset, context.language()));
        return 0;
    }
    for (const std::string& line : kpiLines(result, *query, offset, context.language())) {
        printLine(line);
    }
    return 0;
}

}  // namespace

void addReport(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<ReportArguments>();
    CLI::App* const command = app.add_subcommand(
        "report", "kpi: figures of a period, every rate with what it was counted from; articles: their faults");
    command->add_option("NAME", arguments->name, "kpi or articles")
        ->required()
        ->check(CLI::IsMember({"kpi", "articles"}));
    command->add_option("--from", arguments->from, "First day; default: the first of this month");
    command->add_option("--to", arguments->to, "Last day; default: today");
    command->add_option("--unit", arguments->unit, "Code of a unit; default: the whole centre");
    addCentreOptions(*command, context);
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return report(*arguments, context); }; });
}

}  // namespace zhida::admin
