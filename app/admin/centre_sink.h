// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "app/importing/import_job.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace zhida::admin {

/// Name of the record that a kind is kept as ("ticket" for tickets, "user" for agents).
std::string_view recordKind(importing::Kind kind);

/// Stores items in a centre.
class CentreSink : public importing::ImportSink {
public:
    /// `access` outlives the sink.
    CentreSink(centre::CentreAccess& access, importing::Kind kind) : m_access(access), m_kind(kind) {}
    Result<importing::Reference> reference() override;
    Result<importing::PutCounts> put(std::vector<importing::Item> items) override;

private:
    Result<importing::PutCounts> putAgents(const std::vector<importing::Item>& items);

    centre::CentreAccess& m_access;
    importing::Kind m_kind;
};

/// Says what CentreSink would do, and writes nothing.
class DrySink final : public CentreSink {
public:
    DrySink(centre::CentreAccess& access, importing::Kind kind)
        : CentreSink(access, kind), m_centre(access), m_what(kind) {}
    Result<importing::PutCounts> put(std::vector<importing::Item> items) override;

private:
    Status load();

    centre::CentreAccess& m_centre;
    importing::Kind m_what;
    std::optional<std::unordered_map<std::string, std::size_t>> m_known;  ///< hash of the content by key
};

}  // namespace zhida::admin
