// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"
#include "model/domain/roster.h"
#include "model/domain/rules.h"
#include "sync/server/server_store.h"
#include "sync/server/sessions.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// Rules, holidays, units and the roster as the store's records have them; read on first use and after a change.
class EngineReference {
public:
    EngineReference(ServerStore& store, std::function<void(const Error&)> report)
        : m_store(store), m_report(std::move(report)) {}

    /// Rules that cannot be read are reported; the last good ones stay.
    const domain::Rules& rules();
    const std::vector<domain::Unit>& units();
    /// What the account may do at that moment. Errors: as domain::effectiveProfile.
    Result<domain::UserProfile> rightsOf(const domain::UserProfile& account, Instant now);
    /// What it may see.
    Sight sightOf(const domain::UserProfile& account, Instant now);
    /// The centre's day.
    Day day(Instant now) { return localDay(now, rules().calendar.offset()); }
    /// Names the records that rules() came from: another text or calendar, another mark.
    const std::string& rulesMark();
    /// A record of this kind has changed, or may have.
    void changed(std::string_view kind);
    void allChanged();

private:
    template <class Visit>
    void forEachRecord(std::string_view kind, Visit visit);
    template <class T>
    std::vector<T> recordsOf(std::string_view kind);
    void readRules();

    ServerStore& m_store;
    std::function<void(const Error&)> m_report;
    domain::Rules m_rules;
    std::string m_rulesMark;
    std::vector<domain::Unit> m_units;
    std::vector<domain::RosterEntry> m_roster;
    bool m_rulesStale = true;
    bool m_unitsStale = true;
    bool m_rosterStale = true;
};

}  // namespace zhida::sync
