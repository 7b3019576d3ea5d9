// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/category_tree.h"

#include "model/base/time.h"
#include "model/wire/json_place.h"
#include "model/wire/rules_reader.h"

#include <map>
#include <utility>

namespace zhida::centre {
namespace {

using wire::RulesReader;

class Builder {
public:
    Builder(RulesReader& reader, const std::function<std::uint32_t(const std::string&)>& levelOf)
        : m_reader(reader), m_levelOf(levelOf) {}

    std::vector<domain::Category> build(const std::vector<domain::Category>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            check(rows[i], i);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            place(rows, i);
        }
        return std::move(m_placed);
    }

private:
    void check(const domain::Category& row, std::size_t at) {
        const std::string path = RulesReader::item("categories", at);
        const auto [first, fresh] = m_byCode.emplace(row.code.value, at);
        if (!fresh) {
            m_reader.problem("rules.duplicate", path,
                             {{"value", row.code.value}, {"first", RulesReader::item("categories", first->second)}});
        }
        const auto from = date(row.validFrom, path + ".validFrom");
        const auto to = date(row.validTo, path + ".validTo");
        if (from && to && *to < *from) {
            m_reader.expected(path + ".validTo", ">= " + row.validFrom);
        }
    }
    std::optional<Day> date(const std::string& text, const std::string& path) {
        const auto day = text.empty() ? std::nullopt : parseDay(text);
        if (!text.empty() && !day) {
            m_reader.expected(path, "yyyy-mm-dd");
        }
        return day;
    }

    /// Its parent first; the level, or 0 when there is none.
    std::uint32_t place(const std::vector<domain::Category>& rows, std::size_t at) {
        if (const auto known = m_levels.find(at); known != m_levels.end()) {
            return known->second;
        }
        m_levels[at] = 0;  // whoever comes back here goes in a circle
        domain::Category row = rows[at];
        std::uint32_t above = 0;
        if (!row.parent.empty()) {
            const auto parent = m_byCode.find(row.parent.value);
            above = parent == m_byCode.end() ? m_levelOf(row.parent.value) : place(rows, parent->second);
            if (above == 0) {
                m_reader.problem("rules.reference", RulesReader::item("categories", at) + ".parent",
                                 {{"value", row.parent.value}});
                return 0;
            }
        }
        row.level = above + 1;
        m_levels[at] = row.level;
        m_placed.push_back(std::move(row));
        return above + 1;
    }

    RulesReader& m_reader;
    const std::function<std::uint32_t(const std::string&)>& m_levelOf;
    std::map<std::string, std::size_t> m_byCode;
    std::map<std::size_t, std::uint32_t> m_levels;
    std::vector<domain::Category> m_placed;
};

/// A tree goes down so far; deeper ones would need a stack as deep.
constexpr std::size_t kMostCategories = 20'000;

}  // namespace

CategoryTree readCategories(const nlohmann::json& list, std::string_view text,
                            const std::function<std::uint32_t(const std::string&)>& levelOf) {
    RulesReader reader;
    std::vector<domain::Category> rows;
    reader.value(list, "categories", rows);
    CategoryTree tree;
    if (rows.size() > kMostCategories) {
        reader.expected("categories", "0.." + std::to_string(kMostCategories));
    } else if (reader.problems.empty()) {
        tree.categories = Builder(reader, levelOf).build(rows);
    }
    tree.problems = std::move(reader.problems);
    for (Error& each : tree.problems) {
        each.args.emplace_back("line", std::to_string(wire::lineOf(text, each.arg("path"))));
    }
    return tree;
}

}  // namespace zhida::centre
