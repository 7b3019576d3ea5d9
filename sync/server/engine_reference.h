// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"
#include "model/domain/rules.h"
#include "sync/server/server_store.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// Rules, holidays and units as the store's records have them; read on first use and after a change.
class EngineReference {
public:
    EngineReference(ServerStore& store, std::function<void(const Error&)> report)
        : m_store(store), m_report(std::move(report)) {}

    /// Rules that cannot be read are reported; the last good ones stay.
    const domain::Rules& rules();
    const std::vector<domain::Unit>& units();
    /// Names the records that rules() came from: another text or calendar, another mark.
    const std::string& rulesMark();
    /// A record of this kind has changed, or may have.
    void changed(std::string_view kind);
    void allChanged();

private:
    template <class Visit>
    void forEachRecord(std::string_view kind, Visit visit);
    void readRules();

    ServerStore& m_store;
    std::function<void(const Error&)> m_report;
    domain::Rules m_rules;
    std::string m_rulesMark;
    std::vector<domain::Unit> m_units;
    bool m_rulesStale = true;
    bool m_unitsStale = true;
};

}  // namespace zhida::sync
