// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/doctor.h"

#include "model/domain/event.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"
#include "sync/net/pki.h"
#include "sync/server/centre_offset.h"

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

namespace zhida::centre {
namespace {

constexpr std::int64_t kWarnDays = 30;
constexpr std::size_t kRowsAtOnce = 1000;
constexpr std::size_t kBytesAtOnce = 4 << 20;

void checkCertificate(const std::filesystem::path& file, Instant now, UtcOffset offset, std::vector<Error>& problems) {
    const auto info = net::inspectCertificate(file);
    if (!info) {
        problems.push_back(info.error());
        return;
    }
    const std::string on = formatDay(localDay(info->notAfter, offset));
    if (info->notAfter < now) {
        problems.push_back(Error("pki.expired", {{"file", file.string()}, {"on", on}}));
    } else if (info->notAfter < now.plus(kWarnDays * kDayMs)) {
        problems.push_back(Error("pki.expires", {{"file", file.string()}, {"on", on}}));
    }
}

void checkMode(const std::filesystem::path& file, std::vector<Error>& problems) {
    struct stat info {};
    if (::stat(file.c_str(), &info) == 0 && (info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        std::array<char, 8> mode{};
        std::snprintf(mode.data(), mode.size(), "%04o", info.st_mode & 07777U);
        problems.push_back(Error("file.openToOthers", {{"file", file.string()}, {"mode", mode.data()}}));
    }
}

/// What the ticket's events make of it; nothing when one of them cannot be read.
std::optional<domain::Ticket> replayed(sync::ServerStore& store, const TicketId& id) {
    domain::Ticket ticket;
    for (const std::string& body : store.history(id)) {
        const Result<domain::Event> event = wire::decode<domain::Event>(body);
        if (!event || event->rev != ticket.rev + 1) {
            return std::nullopt;
        }
        ticket = domain::evolve(std::move(ticket), *event);
    }
    return ticket;
}

/// A row that an older version wrote may not name the handler of a share.
bool isWhatItsEventsSay(const std::string& row, std::optional<domain::Ticket> replay) {
    if (!replay || wire::encode(*replay) == row) {
        return replay.has_value();
    }
    const Result<domain::Ticket> written = wire::decode<domain::Ticket>(row);
    if (!written || written->assignments.size() != replay->assignments.size()) {
        return false;
    }
    for (std::size_t i = 0; i < replay->assignments.size(); ++i) {
        if (written->assignments[i].handler.empty()) {
            replay->assignments[i].handler = {};
        }
    }
    return wire::encode(*replay) == row;
}

/// Every ticket is what its events say: queues, searches and reports are made from its row.
void checkTickets(sync::ServerStore& store, std::vector<Error>& problems) {
    const std::vector<std::string> all{"centre", "restricted"};
    std::size_t wrong = 0;
    TicketId first;
    TicketId last;
    for (bool more = true; more;) {
        const std::vector<sync::SnapshotRow> rows = store.ticketsAfter(all, last, kRowsAtOnce, kBytesAtOnce);
        for (const sync::SnapshotRow& row : rows) {
            if (!isWhatItsEventsSay(row.body, replayed(store, row.ticket))) {
                first = wrong++ == 0 ? row.ticket : first;
            }
            last = row.ticket;
        }
        more = !rows.empty();
    }
    if (wrong != 0) {
        problems.push_back(Error("centre.ticketsDiffer", {{"count", std::to_string(wrong)}, {"first", first.text()}}));
    }
}

}  // namespace

std::string examine(const CentrePaths& paths, sync::SqliteServerStore& store, Instant now) {
    std::vector<Error> problems = store.examine();
    if (problems.empty()) {
        checkTickets(store, problems);
    }
    const net::PkiFiles pki = net::pkiFiles(paths.pki);
    const UtcOffset offset = sync::centreOffset(store);
    checkCertificate(pki.caCertificate, now, offset, problems);
    checkCertificate(pki.serverCertificate, now, offset, problems);
    for (const auto& file : {paths.database, pki.serverKey, pki.caKey}) {
        checkMode(file, problems);
    }
    wire::Json list = wire::Json::array();
    for (const Error& each : problems) {
        list.push_back(wire::errorJson(each));
    }
    const wire::Json report{{"ok", problems.empty()},
                            {"head", store.head()},
                            {"tickets", store.ticketCount()},
                            {"problems", std::move(list)}};
    return report.dump(-1, ' ', false, wire::Json::error_handler_t::replace);
}

}  // namespace zhida::centre
