// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/reference_data.h"

#include "model/wire/codec.h"
#include "model/wire/rules_file.h"

#include <utility>

namespace zhida::service {

template <class T>
std::vector<T> recordsOf(const storage::RecordTable& records, std::string_view kind) {
    std::vector<T> found;
    records.each(kind, [&found](std::string_view, std::string_view body) {
        if (Result<T> value = wire::decode<T>(body)) {
            found.push_back(std::move(*value));
        }
    });
    return found;
}

template std::vector<domain::Unit> recordsOf(const storage::RecordTable&, std::string_view);
template std::vector<domain::UserProfile> recordsOf(const storage::RecordTable&, std::string_view);
template std::vector<domain::Category> recordsOf(const storage::RecordTable&, std::string_view);
template std::vector<domain::Region> recordsOf(const storage::RecordTable&, std::string_view);
template std::vector<domain::Holiday> recordsOf(const storage::RecordTable&, std::string_view);
template std::vector<domain::RosterEntry> recordsOf(const storage::RecordTable&, std::string_view);

domain::Rules rulesOf(const storage::RecordTable& records) {
    domain::Rules rules;
    records.each("rules", [&rules](std::string_view, std::string_view body) {
        // A newer centre may say something that this program does not know: the rest counts, and the centre decides anyway.
        rules = wire::readProcedure(body).rules;
    });
    // A day that cannot be read is left out; the rest of the calendar still counts.
    (void)wire::applyHolidays(rules.calendar, recordsOf<domain::Holiday>(records, "holiday"));
    return rules;
}

void ReferenceData::setUser(const domain::UserProfile& profile) {
    m_signedIn = profile;
    m_loaded = false;
}

domain::Context ReferenceData::context(Instant now) {
    load();
    return {now, domain::actorOn(day(now), m_user, m_roster, m_rules), &m_rules, &m_units};
}

Status ReferenceData::onRoster(Instant now) {
    load();
    const auto profile = domain::effectiveProfile(m_user, m_roster, m_rules, day(now));
    return profile ? done() : Status(profile.error());
}

const domain::Rules& ReferenceData::rules() {
    load();
    return m_rules;
}

void ReferenceData::load() {
    if (m_loaded) {
        return;
    }
    m_rules = rulesOf(m_records);
    m_units = recordsOf<domain::Unit>(m_records, "unit");
    m_roster = recordsOf<domain::RosterEntry>(m_records, "roster");
    m_user = m_signedIn;
    if (const auto body = m_records.get("user", m_signedIn.user.value)) {
        if (Result<domain::UserProfile> profile = wire::decode<domain::UserProfile>(*body)) {
            m_user = std::move(*profile);
        }
    }
    m_loaded = true;
}

}  // namespace zhida::service
