// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/calendar_source.h"
#include "app/admin/context.h"
#include "app/admin/deadline_table.h"
#include "model/domain/deadline.h"
#include "model/wire/deadline_json.h"

#include <CLI/CLI.hpp>

namespace zhida::admin {
namespace {

struct DeadlineArguments {
    std::string received;
    std::string term;
    std::vector<std::string> extensions;
    std::vector<std::string> pauses;
    std::string office;
    std::string calendarFile;
};

/// "08:30-12:00,13:30-17:30"
Result<std::vector<domain::OfficePeriod>> parseOffice(const std::string& text) {
    const Error bad("calendar.badOffice", {{"value", text}});
    const auto minuteOf = [](const std::string& time) {
        const auto at = parseIso("1970-01-01T" + time, UtcOffset{0});
        return at && at->ms % kMinuteMs == 0 ? static_cast<int>(at->ms / kMinuteMs) : -1;
    };
    std::vector<domain::OfficePeriod> periods;
    for (const std::string& each : CLI::detail::split(text, ',')) {
        const std::size_t dash = each.find('-');
        const int from = dash == std::string::npos ? -1 : minuteOf(each.substr(0, dash));
        const int to = dash == std::string::npos ? -1 : minuteOf(each.substr(dash + 1));
        if (from < (periods.empty() ? 0 : periods.back().to) || to <= from) {
            return bad;
        }
        periods.push_back({from, to});
    }
    return periods;
}

/// "2025-08-22T10:00/2025-08-26T09:00"; a date alone is the whole day.
Result<domain::Pause> parsePause(const std::string& text, UtcOffset offset) {
    const std::size_t slash = text.find('/');
    const std::string end = slash == std::string::npos ? std::string() : text.substr(slash + 1);
    const auto from = parseIso(text.substr(0, slash), offset);
    const auto to = parseIso(end, offset);
    if (!from || !to) {
        return Error("time.bad", {{"value", text}});
    }
    return domain::Pause{*from, parseDay(end) ? to->plus(kDayMs) : *to, {}, ""};
}

Result<domain::TermClock> clockOf(const DeadlineArguments& arguments, UtcOffset offset) {
    const auto received = parseIso(arguments.received, offset);
    if (!received) {
        return Error("time.bad", {{"value", arguments.received}});
    }
    const auto term = domain::parseTerm(arguments.term);
    if (!term) {
        return term.error();
    }
    domain::TermClock clock{*received, *term, {}, {}};
    for (const std::string& each : arguments.extensions) {
        const auto extension = domain::parseTerm(each);
        if (!extension) {
            return extension.error();
        }
        clock.extensions.push_back(*extension);
    }
    for (const std::string& each : arguments.pauses) {
        const auto pause = parsePause(each, offset);
        if (!pause) {
            return pause.error();
        }
        clock.pauses.push_back(*pause);
    }
    return clock;
}

Result<domain::Calendar> calendarFor(const DeadlineArguments& arguments, const Context& context) {
    auto calendar = calendarOf(context);
    if (calendar && !arguments.calendarFile.empty()) {
        calendar = calendarOfFile(arguments.calendarFile, *calendar, context.language());
    }
    if (calendar && !arguments.office.empty()) {
        auto periods = parseOffice(arguments.office);
        if (!periods) {
            return periods.error();
        }
        calendar->setOfficePeriods(std::move(*periods));
    }
    return calendar;
}

int deadline(const DeadlineArguments& arguments, const Context& context) {
    const auto calendar = calendarFor(arguments, context);
    if (!calendar) {
        return context.fail(calendar.error());
    }
    const auto clock = clockOf(arguments, calendar->offset());
    const auto result = clock ? domain::dueOf(*calendar, *clock) : Result<domain::Deadline>(clock.error());
    if (!result) {
        return context.fail(result.error());
    }
    if (context.json) {
        print(wire::deadlineJson(*clock, *result, calendar->offset()));
        return 0;
    }
    for (const std::string& line : deadlineLines(*clock, *result, *calendar, context.language())) {
        printLine(line);
    }
    return 0;
}

}  // namespace

void addDeadline(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<DeadlineArguments>();
    CLI::App* const command = app.add_subcommand("deadline", "When a term ends, with the stretches that count");
    command->add_option("--received", arguments->received, "Time of receipt, ISO 8601")->required();
    command->add_option("--term", arguments->term, "7wd 15d 4wh 24h 30min")->required();
    command->add_option("--extend", arguments->extensions, "Added to the due time; may be repeated")
        ->allow_extra_args(false);
    command
        ->add_option("--pause", arguments->pauses,
                     "FROM/TO, in which the clock stands still; a date alone is the whole day; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--office", arguments->office, "Office hours: 08:30-12:00,13:30-17:30; default: the centre's");
    command->add_option("--calendar", arguments->calendarFile,
                        "A file as for import holidays, instead of the centre's calendar");
    addCentreOptions(*command, context);
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return deadline(*arguments, context); }; });
}

}  // namespace zhida::admin
