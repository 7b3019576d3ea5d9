// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_reference.h"

#include "model/wire/codec.h"
#include "model/wire/rules_file.h"

#include <utility>

namespace zhida::sync {
namespace {

constexpr std::size_t kPage = 500;
constexpr std::size_t kPageBytes = 1U << 20U;

}  // namespace

template <class Visit>
void EngineReference::forEachRecord(std::string_view kind, Visit visit) {
    RecordRow last{std::string(kind), {}, {}};
    while (true) {
        const std::vector<RecordRow> rows = m_store.recordsAfter(last, kPage, kPageBytes);
        for (const RecordRow& row : rows) {
            if (row.kind != kind) {
                return;
            }
            visit(row);
        }
        if (rows.empty()) {
            return;
        }
        last = {rows.back().kind, rows.back().key, {}};
    }
}

template <class T>
std::vector<T> EngineReference::recordsOf(std::string_view kind) {
    std::vector<T> found;
    forEachRecord(kind, [&found](const RecordRow& row) {
        if (auto value = wire::decode<T>(row.body)) {
            found.push_back(std::move(*value));
        }
    });
    return found;
}

void EngineReference::readRules() {
    std::vector<domain::Holiday> holidays;
    std::string all;
    forEachRecord("holiday", [&](const RecordRow& row) {
        all += row.body + "\n";
        if (auto holiday = wire::decode<domain::Holiday>(row.body)) {
            holidays.push_back(std::move(*holiday));
        }
    });
    forEachRecord("rules", [&](const RecordRow& row) {
        all += row.body + "\n";
        Result<domain::Rules> rules = wire::rulesFromText(row.body);
        const Status applied = rules ? wire::applyHolidays(rules->calendar, holidays) : Status(rules.error());
        if (applied) {
            m_rules = std::move(*rules);
        } else if (m_report) {
            m_report(applied.error());
        }
    });
    m_rulesMark = Uuid::fromName(all).text();
}

const std::string& EngineReference::rulesMark() {
    (void)rules();
    return m_rulesMark;
}

const domain::Rules& EngineReference::rules() {
    if (std::exchange(m_rulesStale, false)) {
        readRules();
    }
    return m_rules;
}

const std::vector<domain::Unit>& EngineReference::units() {
    if (std::exchange(m_unitsStale, false)) {
        m_units = recordsOf<domain::Unit>("unit");
    }
    return m_units;
}

Result<domain::UserProfile> EngineReference::rightsOf(const domain::UserProfile& account, Instant now) {
    if (std::exchange(m_rosterStale, false)) {
        m_roster = recordsOf<domain::RosterEntry>("roster");
    }
    return domain::effectiveProfile(account, m_roster, rules(), day(now));
}

Sight EngineReference::sightOf(const domain::UserProfile& account, Instant now) {
    const Result<domain::UserProfile> rights = rightsOf(account, now);
    if (!rights) {
        domain::UserProfile nobody = account;
        nobody.disabled = true;
        return {std::move(nobody), {"nobody"}, "nobody\n"};
    }
    Sight sight{*rights, domain::scopesOf(*rights), {}};
    for (const std::string& scope : sight.scopes) {
        sight.key += scope + '\n';
    }
    return sight;
}

void EngineReference::changed(std::string_view kind) {
    m_rulesStale = m_rulesStale || kind == "rules" || kind == "holiday";
    m_unitsStale = m_unitsStale || kind == "unit";
    m_rosterStale = m_rosterStale || kind == "roster";
}

void EngineReference::allChanged() { m_rulesStale = m_unitsStale = m_rosterStale = true; }

}  // namespace zhida::sync
