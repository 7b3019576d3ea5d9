// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/knowledge_ask.h"
#include "app/desk/request.h"
#include "model/base/clock.h"
#include "model/service/desk.h"
#include "model/service/knowledge.h"

#include <string>
#include <string_view>

namespace zhida::desk {

/// Queries about articles, their tasks and campaigns. As HeadlessQueries. Errors: field.*, article.unknown{article},
/// article.unknownVersion{version}, campaign.unknown{campaign}, ticket.unknown{ticket}.
class HeadlessKnowledge {
public:
    /// Both outlive it.
    HeadlessKnowledge(service::Desk& desk, const Clock& clock) : m_desk(desk), m_clock(clock) {}

    [[nodiscard]] Result<Json> query(std::string_view name, const Arguments& with);

private:
    [[nodiscard]] Result<Json> get(const Arguments& with);
    [[nodiscard]] Result<Json> lint(const Arguments& with);
    [[nodiscard]] Result<Json> versions(const Arguments& with);
    [[nodiscard]] Result<Json> diff(const Arguments& with);
    [[nodiscard]] Result<Json> tasks(const Arguments& with);
    [[nodiscard]] Result<Json> editing(const Arguments& with);
    [[nodiscard]] Result<Json> impact(const Arguments& with);
    [[nodiscard]] Result<Json> fromTicket(const Arguments& with);
    [[nodiscard]] Result<Json> campaigns(std::string_view name, const Arguments& with);
    [[nodiscard]] Result<Json> messages(const Arguments& with);
    [[nodiscard]] Json fileJson(const service::KnowledgeFile& file) const;
    service::Desk& m_desk;
    const Clock& m_clock;
    KnowledgeAsk m_ask{m_desk, m_clock};
};

}  // namespace zhida::desk
