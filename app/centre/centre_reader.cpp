// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/centre_reader.h"

#include "app/centre/centre_search.h"
#include "app/centre/doctor.h"
#include "model/base/clock.h"
#include "model/domain/permission.h"
#include "sync/server/centre_offset.h"

#include <algorithm>

namespace zhida::centre {
namespace {

constexpr std::size_t kPageBytes = 16U << 20U;

ExportPage ticketPage(sync::SqliteServerStore& store, const Uuid& after, std::size_t limit) {
    ExportPage page;
    for (auto& row : store.ticketsAfter({"centre", "restricted"}, TicketId{after}, limit, kPageBytes)) {
        page.next = row.ticket.text();
        page.rows.emplace_back(page.next, std::move(row.body));
    }
    return page;
}

ExportPage recordPage(sync::SqliteServerStore& store, std::string_view kind, const std::string& after,
                      std::size_t limit) {
    ExportPage page;
    for (auto& row : store.recordsAfter({std::string(kind), after, {}}, limit, kPageBytes)) {
        if (row.kind != kind) {
            break;
        }
        page.next = row.key;
        page.rows.emplace_back(std::move(row.key), std::move(row.body));
    }
    return page;
}

}  // namespace

Result<std::unique_ptr<CentreReader>> CentreReader::open(const std::string& dir) {
    auto store = sync::SqliteServerStore::openReader(CentrePaths(dir).database);
    if (!store) {
        return store.error();
    }
    return std::unique_ptr<CentreReader>(new CentreReader(dir, std::move(*store)));  // NOLINT: private constructor
}

Result<ExportPage> CentreReader::exportPage(std::string_view kind, const std::string& after, std::size_t limit) {
    if (kind != "ticket") {
        return recordPage(*m_store, kind, after, limit);
    }
    const auto id = after.empty() ? Uuid{} : Uuid::parse(after);
    if (!id) {
        return Error("field.type", {{"field", "after"}, {"expected", "id"}});
    }
    return ticketPage(*m_store, *id, limit);
}

std::vector<FoundTicket> CentreReader::searchTickets(std::string_view query, std::size_t limit, bool exact) {
    std::vector<FoundTicket> found = CentreSearch(m_paths.search, *m_store).tickets(query, limit, exact);
    std::erase_if(found, [](const FoundTicket& each) { return each.ticket.secrecy == domain::Secrecy::restricted; });
    for (FoundTicket& each : found) {
        each.ticket = domain::masked(std::move(each.ticket));
    }
    return found;
}

std::vector<FoundArticle> CentreReader::searchArticles(std::string_view query, std::size_t limit, bool exact) {
    const std::string today = formatDay(localDay(SystemClock().now(), sync::centreOffset(*m_store)));
    return CentreSearch(m_paths.search, *m_store).articles(query, limit, exact, today);
}

std::string CentreReader::doctor() { return examine(m_paths, *m_store, SystemClock().now()); }

}  // namespace zhida::centre
