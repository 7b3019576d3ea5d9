// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/admin/context.h"
#include "app/importing/import_job.h"
#include "model/domain/due_moves.h"

#include <optional>
#include <vector>

namespace zhida::admin {

/// Hands items on to another sink; when they are holidays, tells afterwards which open tickets they move, and from when to
/// when. Nothing for other kinds.
class CalendarMoves final : public importing::ImportSink {
public:
    /// Both outlive it.
    CalendarMoves(centre::CentreAccess& access, importing::ImportSink& sink) : m_access(access), m_sink(sink) {}

    /// Before the import: what the centre counts by until then.
    Status begin(importing::Kind kind);
    Result<importing::Reference> reference() override { return m_sink.reference(); }
    /// Error calendar.gap{year}: a paper of a later year, while one before it is missing. Nothing is handed on then.
    Result<importing::PutCounts> put(std::vector<importing::Item> items) override;

    /// After the import. Puts "moves":[{"ticket","number","from","to"}] into `summary`; without --json as a table on stdout, too.
    Status tell(Json& summary, const Context& context);

private:
    [[nodiscard]] Result<domain::Calendar> after() const;

    centre::CentreAccess& m_access;
    importing::ImportSink& m_sink;
    std::optional<domain::Rules> m_before;
    std::vector<domain::Holiday> m_holidays;
};

}  // namespace zhida::admin
