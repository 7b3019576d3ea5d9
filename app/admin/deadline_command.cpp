// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "app/admin/record_pages.h"
#include "app/centre/centre.h"
#include "app/centre/shipped_data.h"
#include "model/domain/deadline.h"
#include "model/wire/rules_file.h"

#include <CLI/CLI.hpp>

namespace zhida::admin {
namespace {

struct DeadlineArguments {
    std::string received;
    std::string term;
};

/// The centre's calendar: its rules with its own holidays; where there is no centre, what comes with the program.
Result<domain::Calendar> calendarOf(const Context& context) {
    if (!centre::holdsCentre(context.data)) {
        return centre::shippedRules().calendar;
    }
    auto access = context.open();
    if (!access) {
        return access.error();
    }
    Result<domain::Rules> rules = centre::shippedRules();
    const Status found = forEachRow(**access, "rules", [&rules](const std::string&, const std::string& text) -> Status {
        rules = wire::rulesFromText(text);
        return rules ? done() : Status(rules.error());
    });
    if (!found) {
        return found.error();
    }
    std::vector<domain::Holiday> holidays;
    const Status read = forEachRecord<domain::Holiday>(
        **access, "holiday", [&holidays](const domain::Holiday& day) { holidays.push_back(day); });
    if (!read) {
        return read.error();
    }
    if (const Status applied = wire::applyHolidays(rules->calendar, holidays); !applied) {
        return applied.error();
    }
    return rules->calendar;
}

int deadline(const DeadlineArguments& arguments, const Context& context) {
    const auto calendar = calendarOf(context);
    if (!calendar) {
        return context.fail(calendar.error());
    }
    const UtcOffset offset = calendar->offset();
    const auto received = parseIso(arguments.received, offset);
    if (!received) {
        return context.fail(Error("time.bad", {{"value", arguments.received}}));
    }
    const auto term = domain::parseTerm(arguments.term);
    const auto result = term ? domain::dueAfter(*calendar, *received, *term) : Result<domain::Deadline>(term.error());
    if (!result) {
        return context.fail(result.error());
    }
    Json segments = Json::array();
    for (const domain::Segment& each : result->segments) {
        segments.push_back({{"from", formatIso(each.from, offset)},
                            {"to", formatIso(each.to, offset)},
                            {"counted", each.counted},
                            {"reason", each.reason}});
    }
    if (context.json) {
        print({{"due", formatIso(result->due, offset)}, {"segments", std::move(segments)}});
        return 0;
    }
    printLine(formatIso(result->due, offset));
    for (const Json& each : segments) {
        printLine((each["counted"].get<bool>() ? "+ " : "- ") + each["from"].get<std::string>() + " " +
                  each["to"].get<std::string>() + " " + each["reason"].get<std::string>());
    }
    return 0;
}

}  // namespace

void addDeadline(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<DeadlineArguments>();
    CLI::App* const command = app.add_subcommand("deadline", "When a term ends, with the stretches that count");
    command->add_option("--received", arguments->received, "Time of receipt, ISO 8601")->required();
    command->add_option("--term", arguments->term, "7wd 15d 4wh 24h 30min")->required();
    addCentreOptions(*command, context);
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return deadline(*arguments, context); }; });
}

}  // namespace zhida::admin
