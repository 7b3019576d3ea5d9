// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_presence.h"

#include "model/domain/article_life.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace zhida::sync {
namespace {

constexpr std::size_t kLongestReason = 200;

std::string text(const wire::Json& json) { return json.dump(-1, ' ', false, wire::Json::error_handler_t::replace); }

wire::Json shown(const domain::Presence& presence) {
    wire::Json row = wire::toJson(presence, UtcOffset{});
    row["user"] = presence.user.value;
    row["unit"] = presence.unit.value;
    row["since"] = presence.since.ms;
    return row;
}

}  // namespace

Result<std::string> EnginePresence::answer(const DeskSession& session, std::string_view operation,
                                           std::string_view arguments) {
    forgetGone();
    if (operation == "presence.set") {
        return set(session, arguments);
    }
    if (operation == "presence.list") {
        return list(session);
    }
    if (operation == "presence.editing") {
        return editing(session, arguments);
    }
    return Error("operation.unknown", {{"operation", std::string(operation)}});
}

Status EnginePresence::mayEdit(const DeskSession& session, const std::string& article) {
    ServerStore& store = m_context.ports.store;
    const auto life =
        wire::decode<domain::ArticleLife>(store.record(domain::kArticleLifeKind, article).value_or(std::string()));
    const auto live = wire::decode<domain::Article>(store.record("article", article).value_or(std::string()));
    const UnitCode unit = live && !live->key.empty() ? live->unit : life ? life->unit : UnitCode();
    return domain::mayReadDraft(session.sight.user, unit)
               ? done()
               : Status(Error("article.notYourUnit", {{"unit", unit.value}}));
}

Result<std::string> EnginePresence::editing(const DeskSession& session, std::string_view arguments) {
    const auto json = wire::parseJson(arguments);
    if (!json || !json->is_object() || !json->value("article", wire::Json()).is_string() ||
        !json->value("editing", wire::Json()).is_boolean()) {
        return json ? Error("field.type", {{"field", "article"}, {"expected", "text"}}) : json.error();
    }
    const std::string article = (*json)["article"];
    if (const Status may = mayEdit(session, article); !may) {
        return may.error();
    }
    const Instant steady = m_context.ports.steady.now();
    auto& here = m_editing[article];
    std::erase_if(here, [steady](const auto& each) { return steady.ms - each.second.said.ms > kEditingMs; });
    const UserCode& me = session.profile.user;
    if (!(*json)["editing"]) {
        here.erase(me);
    } else if (const auto known = here.find(me); known != here.end()) {
        known->second.said = steady;
    } else {
        here.emplace(me, Editing{m_context.ports.clock.now(), steady});
    }
    std::vector<std::pair<Instant, UserCode>> others;
    for (const auto& [user, each] : here) {
        if (user != me) {
            others.emplace_back(each.since, user);
        }
    }
    std::sort(others.begin(), others.end());
    wire::Json rows = wire::Json::array();
    for (const auto& [since, user] : others) {
        rows.push_back({{"user", user.value}, {"since", since.ms}});
    }
    return text({{"others", std::move(rows)}});
}

Result<std::string> EnginePresence::set(const DeskSession& session, std::string_view arguments) {
    const auto json = wire::parseJson(arguments);
    if (!json) {
        return json.error();
    }
    auto presence = wire::fromJson<domain::Presence>(*json, UtcOffset{});
    if (!presence) {
        return presence.error();
    }
    if (presence->reason.size() > kLongestReason) {
        return Error("text.tooLong", {{"field", "reason"}, {"limit", std::to_string(kLongestReason)}});
    }
    presence->user = session.profile.user;
    presence->unit = session.sight.user.unit;
    presence->since = m_context.ports.clock.now();
    m_said[presence->user] = *presence;
    return text(shown(*presence));
}

std::string EnginePresence::list(const DeskSession& session) {
    const domain::UserProfile& asks = session.sight.user;
    std::set<UserCode> told;
    wire::Json rows = wire::Json::array();
    for (const auto& [connection, each] : m_context.sessions) {
        const domain::UserProfile& user = each.sight.user;
        const bool shows = asks.role == domain::Role::supervisor || user.unit == asks.unit;
        if (each.ready() && shows && told.insert(user.user).second) {
            const auto said = m_said.find(user.user);
            rows.push_back(shown(said != m_said.end()
                                     ? said->second
                                     : domain::Presence{user.user, user.unit, domain::PresenceState::free, {}, {}}));
        }
    }
    return text({{"presence", std::move(rows)}});
}

void EnginePresence::forgetGone() {
    std::set<UserCode> here;
    for (const auto& [connection, each] : m_context.sessions) {
        if (each.ready()) {
            here.insert(each.profile.user);
        }
    }
    const auto gone = [&here](const auto& each) { return !here.contains(each.first); };
    std::erase_if(m_said, gone);
    for (auto& [article, editors] : m_editing) {
        std::erase_if(editors, gone);
    }
    std::erase_if(m_editing, [](const auto& each) { return each.second.empty(); });
}

}  // namespace zhida::sync
