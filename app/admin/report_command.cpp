// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/calendar_source.h"
#include "app/admin/context.h"
#include "app/admin/gap_report.h"
#include "app/admin/kpi_drill.h"
#include "app/admin/kpi_report.h"
#include "app/admin/lint_report.h"
#include "app/admin/record_pages.h"
#include "model/base/clock.h"
#include "model/domain/inspection.h"
#include "model/domain/org.h"

#include <CLI/CLI.hpp>

#include <map>

#include <algorithm>

namespace zhida::admin {
namespace {

struct ReportArguments {
    std::string name;
    std::string from;
    std::string to;
    std::string unit;
    std::string day;
    std::string list;        ///< code of a rate: the tickets behind it
    std::size_t limit = 50;  ///< of gaps; 0: all
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

/// 质检: the same day, seed and tickets give the same sample for everybody who draws it.
int inspectionSample(const ReportArguments& arguments, const Context& context) {
    auto access = context.open();
    const auto rules = access ? rulesOf(**access) : Result<domain::Rules>(access.error());
    if (!rules) {
        return context.fail(rules.error());
    }
    const UtcOffset offset = rules->calendar.offset();
    const auto day =
        arguments.day.empty() ? std::optional(localDay(SystemClock().now(), offset).plus(-1)) : parseDay(arguments.day);
    if (!day) {
        return context.fail(Error("time.bad", {{"value", arguments.day}}));
    }
    std::vector<domain::InspectionCandidate> candidates;
    std::map<TicketId, std::string> numbers;
    const Status read = forEachRecord<domain::Ticket>(**access, "ticket", [&](const domain::Ticket& ticket) {
        if (const auto candidate = domain::inspectionCandidateOf(ticket, *day, offset)) {
            candidates.push_back(*candidate);
            numbers.emplace(ticket.id, ticket.number);
        }
    });
    if (!read) {
        return context.fail(read.error());
    }
    Json sample = Json::array();
    for (const auto& each : domain::drawInspection(rules->inspection, *day, candidates)) {
        sample.push_back(
            {{"ticket", each.ticket.text()}, {"number", numbers.at(each.ticket)}, {"person", each.person.value}});
    }
    if (context.json) {
        print({{"report", "inspection"},
               {"day", formatDay(*day)},
               {"seed", rules->inspection.seed},
               {"done", candidates.size()},
               {"sample", std::move(sample)}});
        return 0;
    }
    for (const Json& each : sample) {
        printLine(each["number"].get<std::string>() + "\t" + each["person"].get<std::string>());
    }
    return 0;
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

int reportGaps(centre::CentreAccess& access, const domain::Rules& rules, const domain::KpiQuery& query,
               const ReportArguments& arguments, const Context& context) {
    const auto table = GapTable::of(access, rules, query, arguments.limit);
    if (!table) {
        return context.fail(table.error());
    }
    if (context.json) {
        print(table->json(rules.calendar.offset()));
        return 0;
    }
    for (const std::string& line : table->lines(context.language())) {
        printLine(line);
    }
    return 0;
}

int drill(centre::CentreAccess& access, const domain::Rules& rules, const domain::KpiQuery& query, domain::Kpi kpi,
          const Context& context) {
    KpiDrill behind(rules, query, kpi);
    const Status read = forEachRecord<domain::Ticket>(access, "ticket",
                                                      [&behind](const domain::Ticket& ticket) { behind.add(ticket); });
    if (!read) {
        return context.fail(read.error());
    }
    print(behind.report());
    return 0;
}

std::vector<std::string> listable() {
    std::vector<std::string> codes;
    for (const auto& [kpi, code] : EnumCodes<domain::Kpi>::kTable) {
        if (kpi != domain::Kpi::repeated) {  // a repeat is one only beside another
            codes.emplace_back(code);
        }
    }
    return codes;
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
    if (arguments.name == "gaps") {
        return reportGaps(**access, *rules, *query, arguments, context);
    }
    if (!arguments.list.empty()) {
        return drill(**access, *rules, *query, *enumFrom<domain::Kpi>(arguments.list), context);
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
    CLI::App* const command =
        app.add_subcommand("report",
                           "kpi: figures of a period, every rate with what it was counted from; articles: their "
                           "faults; gaps: what was handed "
                           "down and could have been answered on the spot; inspection: the sample of a day");
    command->add_option("NAME", arguments->name, "kpi, articles, gaps or inspection")
        ->required()
        ->check(CLI::IsMember({"kpi", "articles", "gaps", "inspection"}));
    command->add_option("--from", arguments->from, "First day; default: the first of this month");
    command->add_option("--to", arguments->to, "Last day; default: today");
    command->add_option("--unit", arguments->unit, "Code of a unit; default: the whole centre");
    command->add_option("--day", arguments->day, "Day of the inspection sample; default: yesterday");
    command->add_option("--list", arguments->list, "Code of a rate: the tickets behind it, as JSON")
        ->check(CLI::IsMember(listable()));
    command->add_option("--limit", arguments->limit, "Of gaps: at most so many, 0: all");
    addCentreOptions(*command, context);
    command->callback([&context, arguments] {
        const auto run = arguments->name == "inspection" ? &inspectionSample : &report;
        context.run = [&context, arguments, run] { return run(*arguments, context); };
    });
}

}  // namespace zhida::admin
