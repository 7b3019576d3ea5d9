// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "sync/server/server_store.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

/// A record to which time does something: an article that has to be looked at, and the day ("yyyy-mm-dd") that says so; a search
/// in vain or a message that has been kept long enough.
struct RecordDue {
    std::string kind;
    std::string key;
    std::string day;
};

/// Goes over the records to which time does something, once a day and after every start, a page at a time, so that no desk waits
/// for it.
class RecordWatch {
public:
    explicit RecordWatch(ServerStore& store) : m_store(store) {}

    /// What is due and has not been acted on, out of the next page of the round of `today`; nothing when it is over.
    std::vector<RecordDue> step(Day today);
    /// The round is over.
    [[nodiscard]] bool resting() const { return !m_at; }

private:
    void find(const RecordRow& row, Day today, std::vector<RecordDue>& due);

    ServerStore& m_store;
    std::optional<Day> m_day;       ///< of the last round
    std::optional<RecordRow> m_at;  ///< kind and key that the round has come to
};

}  // namespace zhida::sync
