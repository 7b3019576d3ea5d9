// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "app/centre/centre_lock.h"
#include "sync/store/sqlite_server_store.h"

#include <memory>
#include <string>

namespace zhida::centre {

/// What can be read of a centre's files beside whoever writes them. One thread. Failures are thrown as sqlite::Failure.
class CentreReader {
public:
    /// Errors: as SqliteServerStore::openReader.
    static Result<std::unique_ptr<CentreReader>> open(const std::string& dir);

    Result<ExportPage> exportPage(std::string_view kind, const std::string& after, std::size_t limit);
    std::vector<FoundTicket> searchTickets(std::string_view query, std::size_t limit, bool exact);
    std::vector<FoundArticle> searchArticles(std::string_view query, std::size_t limit, bool exact);
    /// {"ok":bool,"head":n,"tickets":n,"problems":[{"code","args"}]}: the file, the chain of the log, certificates, modes.
    /// Reads everything.
    std::string doctor();

private:
    CentreReader(const std::string& dir, std::unique_ptr<sync::SqliteServerStore> store)
        : m_paths(dir), m_store(std::move(store)) {}

    CentrePaths m_paths;
    std::unique_ptr<sync::SqliteServerStore> m_store;
};

}  // namespace zhida::centre
