// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/centre_sink.h"

#include "app/admin/record_pages.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"

#include <nlohmann/json.hpp>

#include <type_traits>
#include <utility>

namespace zhida::admin {
namespace {

using importing::Agent;
using importing::Item;
using importing::Kind;
using importing::PutCounts;
using wire::Json;

const std::string& keyOf(const domain::Article& article) { return article.key; }
const std::string& keyOf(const domain::Holiday& holiday) { return holiday.date; }
const std::string& keyOf(const domain::ServiceItem& service) { return service.code; }
template <class T>
const std::string& keyOf(const T& record) {
    return record.code.value;
}

PutCounts countsOf(const centre::ImportCounts& counts) {
    PutCounts result{counts.added, counts.changed, counts.unchanged, {}};
    for (const centre::ImportRefusal& each : counts.refused) {
        result.refused.push_back({each.index, each.why});
    }
    return result;
}

/// A ticket without what the centre writes itself.
std::string comparable(domain::Ticket ticket) {
    ticket.rev = 0;
    ticket.updatedAt = Instant{};
    return wire::encode(ticket);
}

/// Key and comparable bytes of an item.
std::pair<std::string, std::string> keyAndBytes(const Item& item) {
    return std::visit(
        [](const auto& value) -> std::pair<std::string, std::string> {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, domain::Ticket>) {
                return {value.id.text(), comparable(value)};
            } else if constexpr (std::is_same_v<Value, Agent>) {
                return {value.profile.user.value, wire::encode(value.profile)};
            } else {
                return {keyOf(value), wire::encode(value)};
            }
        },
        item);
}

template <class T>
Status addCodes(centre::CentreAccess& access, const char* kind, importing::KnownCodes& into) {
    return forEachRecord<T>(access, kind, [&into](const T& record) { into.add(record.code.value, record.name); });
}

/// Adds or changes one user. Unchanged when he is the same; his password is then left alone.
Status putAgent(centre::CentreAccess& access, const Agent& agent, PutCounts& counts) {
    Json arguments = wire::toJson(agent.profile, UtcOffset{});
    arguments.erase("commands");  // the roster's
    if (!agent.password.empty()) {
        arguments["password"] = agent.password;
    }
    auto added = access.call("user.add", arguments.dump());
    if (added) {
        ++counts.added;
        return done();
    }
    if (added.error().code != "user.exists") {
        return added.error();
    }
    arguments.erase("password");
    const auto changed = access.call("user.role", arguments.dump());
    if (!changed) {
        return changed.error();
    }
    ++counts.changed;
    return done();
}

}  // namespace

std::string_view recordKind(Kind kind) {
    switch (kind) {
        case Kind::tickets:
            return "ticket";
        case Kind::articles:
            return "article";
        case Kind::services:
            return "service";
        case Kind::categories:
            return "category";
        case Kind::regions:
            return "region";
        case Kind::holidays:
            return "holiday";
        case Kind::units:
            return "unit";
        case Kind::agents:
            return "user";
    }
    return "";
}

Result<importing::Reference> CentreSink::reference() {
    importing::Reference reference;
    for (const Status& step : {addCodes<domain::Unit>(m_access, "unit", reference.units),
                               addCodes<domain::Category>(m_access, "category", reference.categories),
                               addCodes<domain::Region>(m_access, "region", reference.regions)}) {
        if (!step) {
            return step.error();
        }
    }
    return reference;
}

Result<PutCounts> CentreSink::put(std::vector<Item> items) {
    if (m_kind == Kind::agents) {
        return putAgents(items);
    }
    if (m_kind == Kind::tickets) {
        std::vector<domain::Ticket> tickets;
        tickets.reserve(items.size());
        for (Item& each : items) {
            tickets.push_back(std::move(std::get<domain::Ticket>(each)));
        }
        const auto counts = m_access.importTickets(tickets);
        return counts ? Result<PutCounts>(countsOf(*counts)) : counts.error();
    }
    std::vector<std::pair<std::string, std::string>> rows;
    rows.reserve(items.size());
    for (const Item& each : items) {
        rows.push_back(keyAndBytes(each));
    }
    const auto counts = m_access.importRecords(recordKind(m_kind), rows);
    return counts ? Result<PutCounts>(countsOf(*counts)) : counts.error();
}

Result<PutCounts> CentreSink::putAgents(const std::vector<Item>& items) {
    std::unordered_map<std::string, std::string> known;
    const Status loaded = forEachRecord<domain::UserProfile>(
        m_access, "user", [&known](const domain::UserProfile& user) { known[user.user.value] = wire::encode(user); });
    if (!loaded) {
        return loaded.error();
    }
    PutCounts counts;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Agent& agent = std::get<Agent>(items[i]);
        const auto old = known.find(agent.profile.user.value);
        if (old != known.end() && old->second == wire::encode(agent.profile)) {
            ++counts.unchanged;
        } else if (const Status status = putAgent(m_access, agent, counts); !status) {
            counts.refused.push_back({i, status.error()});
        }
    }
    return counts;
}

Status DrySink::load() {
    m_known.emplace();
    const std::string_view kind = recordKind(m_what);
    return forEachRow(m_centre, kind, [this](const std::string& key, const std::string& bytes) -> Status {
        std::string content = bytes;
        if (m_what == Kind::tickets) {
            auto ticket = wire::decode<domain::Ticket>(bytes);
            if (!ticket) {
                return ticket.error();
            }
            content = comparable(std::move(*ticket));
        }
        (*m_known)[key] = std::hash<std::string>{}(content);
        return done();
    });
}

Result<PutCounts> DrySink::put(std::vector<Item> items) {
    if (!m_known) {
        if (const Status status = load(); !status) {
            return status.error();
        }
    }
    PutCounts counts;
    for (const Item& each : items) {
        const auto [key, bytes] = keyAndBytes(each);
        const std::size_t hash = std::hash<std::string>{}(bytes);
        const auto [it, fresh] = m_known->try_emplace(key, hash);
        ++(fresh ? counts.added : it->second == hash ? counts.unchanged : counts.changed);
        it->second = hash;
    }
    return counts;
}

}  // namespace zhida::admin
