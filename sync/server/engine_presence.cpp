// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_presence.h"

#include "model/wire/json.h"

#include <nlohmann/json.hpp>

#include <set>

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
    return Error("operation.unknown", {{"operation", std::string(operation)}});
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
    std::erase_if(m_said, [&here](const auto& each) { return !here.contains(each.first); });
}

}  // namespace zhida::sync
