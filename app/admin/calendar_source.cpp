// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/calendar_source.h"

#include "app/admin/record_pages.h"
#include "app/centre/centre.h"
#include "app/centre/shipped_data.h"
#include "app/importing/import_job.h"
#include "model/wire/rules_file.h"

#include <iostream>

namespace zhida::admin {
namespace {

/// Keeps what is read.
class HolidaySink final : public importing::ImportSink {
public:
    Result<importing::Reference> reference() override { return importing::Reference{}; }
    Result<importing::PutCounts> put(std::vector<importing::Item> items) override {
        importing::PutCounts counts;
        for (importing::Item& each : items) {
            holidays.push_back(std::move(std::get<domain::Holiday>(each)));
            ++counts.added;
        }
        return counts;
    }

    std::vector<domain::Holiday> holidays;
};

}  // namespace

Result<domain::Rules> rulesOf(centre::CentreAccess& access) {
    Result<domain::Rules> rules = centre::shippedRules();
    const Status found = forEachRow(access, "rules", [&rules](const std::string&, const std::string& text) -> Status {
        rules = wire::rulesFromText(text);
        return rules ? done() : Status(rules.error());
    });
    if (!found) {
        return found.error();
    }
    std::vector<domain::Holiday> holidays;
    const Status read = forEachRecord<domain::Holiday>(
        access, "holiday", [&holidays](const domain::Holiday& day) { holidays.push_back(day); });
    if (!read) {
        return read.error();
    }
    if (const Status applied = wire::applyHolidays(rules->calendar, holidays); !applied) {
        return applied.error();
    }
    return rules;
}

Result<domain::Calendar> calendarOf(const Context& context) {
    if (!centre::holdsCentre(context.data)) {
        return centre::shippedRules().calendar;
    }
    auto access = context.open();
    if (!access) {
        return access.error();
    }
    auto rules = rulesOf(**access);
    return rules ? Result<domain::Calendar>(std::move(rules->calendar)) : rules.error();
}

Result<domain::Calendar> calendarOfFile(const std::string& file, const domain::Calendar& like,
                                        words::Language language) {
    importing::ImportOptions options;
    options.kind = importing::Kind::holidays;
    options.file = file;
    HolidaySink sink;
    const auto counts =
        importing::runImport(options, sink, [language](std::size_t line, const Error& what, bool refused) {
            if (refused) {
                std::cerr << "line " << line << ": " << words::sentence(what, language) << '\n';
            }
        });
    if (!counts) {
        return counts.error();
    }
    if (counts->refused > 0) {
        return Error("calendar.badRows", {{"count", std::to_string(counts->refused)}});
    }
    domain::Calendar calendar(like.offset(), like.officePeriods());
    const Status applied = wire::applyHolidays(calendar, sink.holidays);
    return applied ? Result<domain::Calendar>(std::move(calendar)) : applied.error();
}

}  // namespace zhida::admin
