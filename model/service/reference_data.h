// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/decide.h"
#include "model/domain/roster.h"
#include "model/storage/record_table.h"

#include <optional>
#include <vector>

namespace zhida::service {

/// Every record of a kind ("unit", "user", "category", "region", "holiday", "roster"), in order of key; unreadable ones are left out.
template <class T>
std::vector<T> recordsOf(const storage::RecordTable& records, std::string_view kind);
/// The centre's rules with its calendar. Defaults while there are none.
domain::Rules rulesOf(const storage::RecordTable& records);

/// What a decision on this desk looks at apart from the ticket, kept in memory until it changes.
class ReferenceData {
public:
    explicit ReferenceData(const storage::RecordTable& records) : m_records(records) {}

    /// Who is signed in; what the records say of this user goes first.
    void setUser(const domain::UserProfile& profile);
    /// Records have changed.
    void invalidate() { m_loaded = false; }
    /// Valid until the next call of setUser or invalidate. The actor has the rights that the roster gave him at that moment.
    [[nodiscard]] domain::Context context(Instant now);
    /// The roster gives him something at that moment. Errors: as domain::effectiveProfile.
    [[nodiscard]] Status onRoster(Instant now);
    [[nodiscard]] const domain::Rules& rules();

private:
    void load();
    [[nodiscard]] Day day(Instant now) const { return localDay(now, m_rules.calendar.offset()); }

    const storage::RecordTable& m_records;
    domain::UserProfile m_signedIn;
    domain::UserProfile m_user;
    domain::Rules m_rules;
    std::vector<domain::Unit> m_units;
    std::vector<domain::RosterEntry> m_roster;
    bool m_loaded = false;
};

}  // namespace zhida::service
