// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/knowledge_ask.h"
#include "app/desk/request.h"
#include "model/base/clock.h"
#include "model/service/desk.h"

#include <string>
#include <string_view>
#include <vector>

namespace zhida::desk {

/// Commands on records (articles, tasks, campaigns) of the headless desk. As HeadlessQueries.
class HeadlessActs {
public:
    /// Both outlive it.
    HeadlessActs(service::Desk& desk, const Clock& clock) : m_desk(desk), m_ask(desk, clock) {}

    [[nodiscard]] static bool knows(std::string_view name);
    /// {"article"|"task"|"campaign","command",…}. Errors: field.*, article.unknown{article}, article.unknownVersion{version},
    /// ticket.unknown{ticket} and those of the desk.
    [[nodiscard]] Result<Json> act(const std::string& name, Json with);

private:
    struct Prepared;
    [[nodiscard]] Result<Prepared> prepare(const std::string& name, Json with);
    [[nodiscard]] Status nameSubject(Prepared& prepared, const std::string& name, Json& with);
    [[nodiscard]] Status fillDraft(Prepared& prepared, Json& with);
    [[nodiscard]] Status takeVersion(Prepared& prepared, Json& with, domain::ArticleText& text);
    [[nodiscard]] Status takeTicket(Prepared& prepared, Json& with, domain::ArticleText& text);
    [[nodiscard]] Status fillCampaign(Prepared& prepared, Json& with);
    [[nodiscard]] Status fillMessage(Json& with);

    service::Desk& m_desk;
    KnowledgeAsk m_ask;
};

}  // namespace zhida::desk
