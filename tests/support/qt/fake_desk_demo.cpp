// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/json.h"
#include "model/wire/rules_file.h"
#include "tests/support/qt/fake_desk.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace zhida::test {
namespace {

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

template <class T>
std::vector<T> recordsOf(const std::string& path) {
    std::vector<T> records;
    for (wire::Json& object : wire::Json::parse(contentOf(path))) {
        auto record = wire::fromJson<T>(object, {});
        if (!record) {
            throw std::runtime_error(path + ": " + record.error().code + " " + record.error().arg("field"));
        }
        records.push_back(std::move(*record));
    }
    return records;
}

/// Our own files: no quoted commas before the last column.
std::vector<std::vector<std::string>> csvOf(const std::string& path) {
    std::istringstream lines(contentOf(path));
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        std::vector<std::string>& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) {
            row.push_back(cell);
        }
        row.resize(4);
    }
    rows.erase(rows.begin());
    return rows;
}

}  // namespace

void FakeDesk::loadDemo(const std::string& resources, std::size_t tickets) {
    m_units = recordsOf<domain::Unit>(resources + "/demo/units.json");
    m_users = recordsOf<domain::UserProfile>(resources + "/demo/accounts.json");
    m_articles = recordsOf<domain::Article>(resources + "/demo/articles.json");
    wire::Json procedure = wire::Json::parse(contentOf(resources + "/procedures/taishan.json"));
    procedure.merge_patch(wire::Json::parse(contentOf(resources + "/demo/procedure.json")));
    procedure["version"] = {{"number", 1}, {"since", "2026-11-01T09:00:00+08:00"}, {"by", "admin"}, {"why", "demo"}};
    procedureText = procedure.dump();
    m_rules = *wire::rulesFromText(procedureText);
    for (const auto& row : csvOf(resources + "/categories/categories.csv")) {
        m_categories.push_back(
            {CategoryCode{row[0]}, static_cast<std::uint32_t>(std::stoi(row[1])), row[2], CategoryCode{row[3]}});
    }
    for (const auto& row : csvOf(resources + "/regions/regions.csv")) {
        m_regions.push_back(
            {RegionCode{row[0]}, static_cast<std::uint32_t>(std::stoi(row[1])), row[2], RegionCode{row[3]}});
    }
    wire::Json all = wire::Json::parse(contentOf(resources + "/demo/tickets.json"));
    for (std::size_t i = 0; i < all.size() && i < tickets; ++i) {
        wire::Json facts = all[i];
        Instant at = m_clock.now().plus(-facts["ageMinutes"].get<std::int64_t>() * kMinuteMs);
        const wire::Json story = facts["story"];
        for (const char* key : {"key", "ageMinutes", "story"}) {
            facts.erase(key);
        }
        auto command = wire::commandFromJson("ticket.register", facts, {});
        std::get<domain::RegisterTicket>(*command).number = nextNumber();
        const TicketId id = TicketId::make(at, m_rng);
        (void)apply(id, *profile("ct01"), *command, at);
        for (wire::Json step : story) {
            at = at.plus(step["afterMinutes"].get<std::int64_t>() * kMinuteMs);
            const auto* actor = profile(step["by"].get<std::string>());
            const std::string name = "ticket." + step["do"].get<std::string>();
            for (const char* key : {"afterMinutes", "by", "do"}) {
                step.erase(key);
            }
            const auto body = wire::commandFromJson(name, step, {});
            if (actor == nullptr || !body || !apply(id, *actor, *body, at)) {
                break;
            }
        }
    }
}

}  // namespace zhida::test
