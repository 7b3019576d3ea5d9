// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "model/base/clock.h"
#include "sync/server/accounts.h"
#include "sync/store/sqlite_server_store.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::centre {

/// Everything that administration writes to a centre; the same for zhida-admin on the file, for zhida-admin beside a running
/// server and for the administrator's screen. On the thread of the store. Each call is one transaction: done wholly and
/// durably, or not at all. Failures of the disk are exceptions (sqlite::Failure).
class Operations {
public:
    Operations(sync::SqliteServerStore& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    Result<ImportCounts> importTickets(const std::vector<domain::Ticket>& tickets);
    Result<ImportCounts> importRecords(std::string_view kind,
                                       const std::vector<std::pair<std::string, std::string>>& keyAndBytes);
    /// The slow part of an operation on accounts or procedures; any thread, no store.
    static Result<sync::AdminCall> prepare(std::string_view operation, std::string_view jsonArguments);
    Result<std::string> call(const sync::AdminCall& call, sync::AdminEffects& effects);
    /// {"head","tickets","accounts","devices"}
    std::string status();

private:
    std::uint64_t putArticle(const std::string& before, const std::string& bytes);
    void moveLife(const std::string& article, const UnitCode& unit);

    sync::SqliteServerStore& m_store;
    const Clock& m_clock;
};

}  // namespace zhida::centre
