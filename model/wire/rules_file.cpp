// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"

#include "model/wire/json.h"
#include "model/wire/json_place.h"
#include "model/wire/rules_checks.h"
#include "model/wire/rules_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <string>

namespace zhida::wire {
namespace {

using nlohmann::json;

/// Who works by the rules.
struct Centre {
    std::string name;
    std::string nameEn;
    std::string region6;
    static constexpr auto fields() {
        return std::tuple{field(1, "name", &Centre::name, FieldUse::required), field(2, "nameEn", &Centre::nameEn),
                          field(3, "region6", &Centre::region6, FieldUse::required)};
    }
};

bool isRegion6(const std::string& text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string::npos;
}

int offsetOf(const json& centre, RulesReader& reader) {
    const auto it = centre.is_object() ? centre.find("utcOffsetMinutes") : centre.end();
    if (!centre.is_object() || it == centre.end()) {
        return UtcOffset{}.minutes;
    }
    const bool fits = it->is_number_integer() && it->get<long long>() >= -720 && it->get<long long>() <= 840;
    if (!fits) {
        reader.expected("centre.utcOffsetMinutes", "-720..840");
    }
    return fits ? it->get<int>() : UtcOffset{}.minutes;
}

std::vector<domain::OfficePeriod> officeHoursOf(const json& root, RulesReader& reader) {
    std::vector<domain::OfficePeriod> periods;
    const auto it = root.find("officeHours");
    if (it == root.end()) {
        return domain::Calendar{}.officePeriods();
    }
    reader.value(*it, "officeHours", periods);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (periods[i].to <= periods[i].from || (i > 0 && periods[i].from < periods[i - 1].to)) {
            reader.expected(RulesReader::item("officeHours", i), "[\"hh:mm\", \"hh:mm\"], rising");
        }
    }
    if (periods.empty()) {
        reader.expected("officeHours", "[[\"hh:mm\", \"hh:mm\"], …]");
    }
    return periods;
}

void readCentre(const json& root, RulesReader& reader, domain::Rules& rules) {
    const auto it = root.find("centre");
    if (it == root.end()) {
        reader.problem("rules.missing", "centre");
        return;
    }
    Centre centre;
    reader.record(*it, "centre", centre, {"utcOffsetMinutes"});
    if (!centre.region6.empty() && !isRegion6(centre.region6)) {
        reader.expected("centre.region6", "6 digits");
    }
    rules.centreName = centre.name;
    rules.centreNameEn = centre.nameEn;
    rules.region6 = centre.region6;
}

/// Nobody reads more at once, and every line is looked up in the text.
constexpr std::size_t kMostReported = 100;

void addLines(std::vector<Error>& errors, std::string_view text) {
    errors.resize(std::min(errors.size(), kMostReported));
    for (Error& each : errors) {
        each.args.emplace_back("line", std::to_string(lineOf(text, each.arg("path"))));
    }
}

Error syntaxError(const Error& why, std::string_view text) {
    if (why.code != "json.syntax") {
        return why;
    }
    const std::string at = why.arg("at");
    std::size_t byte = 0;
    std::from_chars(at.data(), at.data() + at.size(), byte);
    return Error("rules.syntax", {{"at", at}, {"line", std::to_string(lineOfByte(text, byte))}});
}

}  // namespace

ProcedureReading readProcedure(std::string_view text) {
    ProcedureReading reading;
    const Result<json> parsed = parseJson(text);
    if (!parsed) {
        reading.problems.push_back(syntaxError(parsed.error(), text));
        return reading;
    }
    RulesReader reader;
    if (parsed->is_object()) {
        readCentre(*parsed, reader, reading.rules);
        auto periods = officeHoursOf(*parsed, reader);
        const json centre = parsed->value("centre", json());
        reading.rules.calendar = domain::Calendar(UtcOffset{offsetOf(centre, reader)}, std::move(periods));
    }
    // "categories" belongs to a pack: app/centre makes records of it.
    reader.record(*parsed, "", reading.rules, {"centre", "officeHours", "categories"});
    if (reader.problems.empty()) {
        checkRules(reading.rules, reader);
    }
    reading.problems = std::move(reader.problems);
    reading.notices = std::move(reader.notices);
    addLines(reading.problems, text);
    addLines(reading.notices, text);
    return reading;
}

Result<domain::Rules> rulesFromText(std::string_view text) {
    ProcedureReading reading = readProcedure(text);
    return reading.problems.empty() ? Result<domain::Rules>(std::move(reading.rules)) : reading.problems.front();
}

std::vector<Error> unknownCodes(const domain::Rules& rules, const KnowsCode& knows, std::string_view text) {
    std::vector<Error> found;
    const auto look = [&](const std::string& path, const char* kind, const std::string& value) {
        if (!value.empty() && !knows(kind, value)) {
            found.push_back(
                Error("rules.unknownCode", {{"path", path + "." + kind}, {"kind", kind}, {"value", value}}));
        }
    };
    for (std::size_t i = 0; i < rules.deadlines.size(); ++i) {
        const std::string path = RulesReader::item("deadlines", i);
        look(path, "category", rules.deadlines[i].category);
        look(path, "region", rules.deadlines[i].region);
    }
    for (std::size_t i = 0; i < rules.responsibilities.size(); ++i) {
        const domain::Responsibility& row = rules.responsibilities[i];
        const std::string path = RulesReader::item("responsibilities", i);
        look(path, "category", row.category);
        look(path, "region", row.region);
        look(path, "unit", row.unit.value);
        for (const UnitCode& assisting : row.assist) {
            look(path, "unit", assisting.value);
        }
    }
    for (std::size_t i = 0; i < rules.opinionPresets.size(); ++i) {
        const std::string path = RulesReader::item("opinionPresets", i);
        look(path, "category", rules.opinionPresets[i].categoryPrefix);
        look(path, "unit", rules.opinionPresets[i].unit.value);
    }
    addLines(found, text);
    return found;
}

std::vector<Error> changedForms(const domain::Rules& before, const domain::Rules& after) {
    std::vector<Error> changed;
    for (const domain::Form& old : before.forms) {
        const domain::Form* now = after.form(old.code, old.version);
        if (now != nullptr && now->fieldList != old.fieldList) {
            changed.push_back(
                Error("rules.formChanged", {{"form", old.code}, {"version", std::to_string(old.version)}}));
        }
    }
    return changed;
}

Status applyHolidays(domain::Calendar& calendar, const std::vector<domain::Holiday>& holidays) {
    for (const domain::Holiday& each : holidays) {
        const auto day = parseDay(each.date);
        if (!day) {
            return Error("time.bad", {{"value", each.date}});
        }
        calendar.setException(*day, {each.name, each.off});
    }
    return done();
}

}  // namespace zhida::wire
