// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/shipped_data.h"

#include "model/wire/json.h"
#include "model/wire/rules_file.h"
#include "zhida_shipped_embedded.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace zhida::centre {
namespace {

using wire::Json;

[[noreturn]] void broken(std::string_view file, std::string_view place, const Error& why) {
    throw std::runtime_error("shipped file " + std::string(file) + ", " + std::string(place) + ": " + why.code + " " +
                             why.arg("field"));
}

domain::Rules rulesOfFile(bool demo = false) {
    auto rules = wire::rulesFromText(shippedProcedure(demo));
    if (!rules) {
        broken(kShippedRules, rules.error().arg("path"), rules.error());
    }
    return std::move(*rules);
}

/// Our own tables: no quotes, no commas within a cell.
std::vector<std::string> cellsOf(std::string_view line) {
    std::vector<std::string> cells;
    while (true) {
        const std::size_t comma = line.find(',');
        cells.emplace_back(line.substr(0, comma));
        if (comma == std::string_view::npos) {
            return cells;
        }
        line.remove_prefix(comma + 1);
    }
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

UtcOffset offset() {
    static const UtcOffset known = rulesOfFile().calendar.offset();
    return known;
}

/// The column names are the names of the fields.
template <class T>
std::vector<T> tableOf(std::string_view file, std::string_view skippedColumn = {}) {
    const auto lines = linesOf(shippedText(file));
    const auto names = cellsOf(lines.at(0));
    std::vector<T> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto cells = cellsOf(lines[i]);
        Json object = Json::object();
        for (std::size_t column = 0; column < names.size(); ++column) {
            if (names[column] != skippedColumn) {
                object[names[column]] = cells.at(column);
            }
        }
        auto row = wire::fromJson<T>(object, offset());
        if (!row) {
            broken(file, "line " + std::to_string(i + 1), row.error());
        }
        rows.push_back(std::move(*row));
    }
    return rows;
}

template <class T>
std::vector<T> listOf(std::string_view file) {
    std::vector<T> rows;
    for (const Json& each : shippedJson(file)) {
        auto row = wire::fromJson<T>(each, offset());
        if (!row) {
            broken(file, "item " + std::to_string(rows.size() + 1), row.error());
        }
        rows.push_back(std::move(*row));
    }
    return rows;
}

}  // namespace

std::string_view shippedText(std::string_view name) {
    for (const EmbeddedFile& file : shipped::files()) {
        if (file.name == name) {
            return file.text;
        }
    }
    throw std::runtime_error("no shipped file " + std::string(name));
}

Json shippedJson(std::string_view name) { return Json::parse(shippedText(name)); }

std::vector<domain::Region> shippedRegions() { return tableOf<domain::Region>("regions/regions.csv"); }

std::vector<domain::Category> shippedCategories() { return tableOf<domain::Category>("categories/categories.csv"); }

std::vector<domain::Holiday> shippedHolidays() {
    return tableOf<domain::Holiday>("calendar/holidays.csv", "paper_year");
}

std::vector<domain::Unit> demoUnits() { return listOf<domain::Unit>("demo/units.json"); }

std::vector<domain::UserProfile> demoUsers() { return listOf<domain::UserProfile>("demo/accounts.json"); }

std::vector<domain::Article> demoArticles() { return listOf<domain::Article>("demo/articles.json"); }

std::vector<std::string_view> shippedPacks() {
    std::vector<std::string_view> names{kShippedRules};
    for (const EmbeddedFile& file : shipped::files()) {
        if (file.name.starts_with("procedures/") && file.name != kShippedRules) {
            names.push_back(file.name);
        }
    }
    return names;
}

std::string shippedProcedure(bool demo) {
    auto procedure = nlohmann::ordered_json::parse(shippedText(kShippedRules));
    if (demo) {
        procedure.merge_patch(nlohmann::ordered_json::parse(shippedText("demo/procedure.json")));
    }
    return procedure.dump();
}

domain::Rules shippedRules(bool demo) {
    domain::Rules rules = rulesOfFile(demo);
    if (Status applied = wire::applyHolidays(rules.calendar, shippedHolidays()); !applied) {
        broken("calendar/holidays.csv", applied.error().arg("path"), applied.error());
    }
    return rules;
}

}  // namespace zhida::centre
