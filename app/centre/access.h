// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/article_life.h"
#include "model/domain/ticket.h"
#include "model/search/highlight.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::centre {

struct ImportRefusal {
    std::size_t index = 0;  ///< position in what was given
    Error why;
};

struct ImportCounts {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::vector<ImportRefusal> refused;
};

struct ExportPage {
    std::vector<std::pair<std::string, std::string>> rows;  ///< key (of a ticket: id as text) and wire bytes
    std::string next;                                       ///< `after` of the next page; empty: that was the last
};

struct FoundTicket {
    domain::Ticket ticket;
    double score = 0;
    std::vector<std::string> why;
};

struct FoundArticle {
    domain::Article article;
    double score = 0;
    std::vector<std::string> why;
    search::Marks marks{};                            ///< in title and answer
    domain::Trust trust = domain::Trust::unverified;  ///< today
};

/// What zhida-admin does to a centre: under the centre's lock, or through the admin socket of the server that runs on it. One
/// thread. Give batches of 1,000 to 5,000 to the imports: each is one transaction.
class CentreAccess {
public:
    /// Errors: centre.missing{dir} centre.busy{dir} (somebody else administers it) centre.unreadable{dir,detail} db.*
    static Result<std::unique_ptr<CentreAccess>> open(const std::string& dir);
    virtual ~CentreAccess() = default;

    /// user.list user.add user.disable user.enable user.passwd user.role · unit.list unit.add unit.disable unit.enable ·
    /// device.list device.disable device.enable · procedure.* (procedures.h) · roster.* audit.* (roster_book.h) · status · doctor. JSON in and out; docs/administration.md has the fields.
    /// Errors: operation.unknown{operation} field.* user.* unit.* device.* centre.lost (the server ended meanwhile).
    virtual Result<std::string> call(std::string_view operation, std::string_view jsonArguments) = 0;

    /// A ticket without id gets Uuid::fromName(source + ":" + sourceId). Equal content as last time: unchanged; other
    /// content: imported again as a new event. Refused one by one: import.noId, import.workedOn{number}, wire.malformed.
    virtual Result<ImportCounts> importTickets(const std::vector<domain::Ticket>& tickets) = 0;
    /// Records by key and wire bytes ("article" "unit" "category" "region" "holiday" "service").
    /// Errors: record.kind{kind}; refused one by one: wire.malformed, import.noId.
    virtual Result<ImportCounts> importRecords(std::string_view kind,
                                               const std::vector<std::pair<std::string, std::string>>& keyAndBytes) = 0;

    /// `kind` "ticket", or a kind of record; in order of key, after `after`.
    virtual Result<ExportPage> exportPage(std::string_view kind, const std::string& after, std::size_t limit) = 0;

    /// Best first. `exact`: every part between blanks as it stands. Tickets without their callers, and none that is
    /// restricted: those are for desks.
    virtual Result<std::vector<FoundTicket>> searchTickets(std::string_view query, std::size_t limit, bool exact) = 0;
    virtual Result<std::vector<FoundArticle>> searchArticles(std::string_view query, std::size_t limit, bool exact) = 0;
};

}  // namespace zhida::centre
