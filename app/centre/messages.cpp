// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/messages.h"

#include "app/centre/operation_arguments.h"
#include "model/base/utf8.h"
#include "model/domain/rules_callback.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"
#include "model/wire/record_judge.h"
#include "model/wire/rules_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace zhida::centre {

using domain::Message;
using domain::MessageState;
using nlohmann::json;

struct Messages::Arguments {
    std::string id;
    std::string state;
    std::string outcome;
    std::string after;
    int limit = 100;

    static constexpr auto fields() {
        using A = Arguments;
        return std::tuple{field(1, "id", &A::id), field(2, "state", &A::state), field(3, "outcome", &A::outcome),
                          field(4, "limit", &A::limit), field(5, "after", &A::after)};
    }

    [[nodiscard]] Status check() const {
        return limit >= 1 && limit <= kMostAtOnce
                   ? done()
                   : Status(Error("field.value", {{"field", "limit"},
                                                  {"value", std::to_string(limit)},
                                                  {"allowed", "1…" + std::to_string(kMostAtOnce)}}));
    }
    static constexpr int kMostAtOnce = 10'000;
};

namespace {

constexpr std::size_t kRows = 500;
constexpr std::size_t kRowsBytes = 1U << 20U;
/// Of a gateway's answer.
constexpr std::size_t kMostOutcome = 200;

/// Until `visit` has had enough.
void eachOf(sync::ServerStore& store, std::string_view kind, const std::function<bool(const sync::RecordRow&)>& visit,
            const std::string& after = {}) {
    sync::RecordRow last{std::string(kind), after, {}};
    for (bool more = true; more;) {
        const auto rows = store.recordsAfter(last, kRows, kRowsBytes);
        more = !rows.empty() && rows.back().kind == kind;
        for (const sync::RecordRow& row : rows) {
            if (row.kind == kind && !visit(row)) {
                return;
            }
        }
        if (more) {
            last = {rows.back().kind, rows.back().key, {}};
        }
    }
}

domain::Rules liveRules(sync::ServerStore& store) {
    const auto rules = wire::rulesFromText(store.record("rules", "rules").value_or(std::string()));
    return rules ? *rules : domain::Rules{};
}

}  // namespace

Result<std::string> Messages::run(std::string_view operation, std::string_view jsonArguments, const UserCode& by) {
    using Handler = Result<json> (Messages::*)(const Arguments&);
    static constexpr std::array<std::pair<std::string_view, Handler>, 4> kOperations{
        {{"messages.waiting", &Messages::waiting},
         {"messages.settle", &Messages::settle},
         {"messages.retry", &Messages::retry},
         {"messages.list", &Messages::list}}};
    if (!by.empty()) {
        return Error("user.mayNot",
                     {{"role", std::string(codeOf(domain::Role::administrator))}, {"command", std::string(operation)}});
    }
    const auto arguments = argumentsOf<Arguments>(jsonArguments);
    const Status fit = arguments ? arguments->check() : Status(arguments.error());
    if (!fit) {
        return fit.error();
    }
    for (const auto& [name, handler] : kOperations) {
        if (name == operation) {
            const auto outcome = (this->*handler)(*arguments);
            return outcome ? Result<std::string>(outcome->dump(-1, ' ', false, json::error_handler_t::replace))
                           : outcome.error();
        }
    }
    return Error("operation.unknown", {{"operation", std::string(operation)}});
}

std::optional<Message> Messages::message(const std::string& key) {
    const auto body = m_store.record(domain::kMessageKind, key);
    auto found = wire::decode<Message>(body.value_or(std::string()));
    return body && found ? std::optional(std::move(*found)) : std::nullopt;
}

void Messages::put(Message message, MessageState state, std::string outcome) {
    message.state = state;
    message.outcome = std::move(outcome);
    message.settledAt = state == MessageState::waiting ? std::nullopt : std::optional(m_clock.now());
    for (const wire::RecordChange& each : wire::changesOf(message)) {
        m_store.appendRecord(each.kind, each.key, each.body);
    }
}

std::vector<domain::Unit> Messages::units() {
    std::vector<domain::Unit> all;
    eachOf(m_store, "unit", [&all](const sync::RecordRow& row) {
        if (auto unit = wire::decode<domain::Unit>(row.body)) {
            all.push_back(std::move(*unit));
        }
        return true;
    });
    return all;
}

/// Its article is what it was taken from.
Status Messages::inForce(const Message& message, Day today) {
    if (message.article.empty()) {
        return done();
    }
    const auto body = m_store.record("article", message.article);
    const auto article = wire::decode<domain::Article>(body.value_or(std::string()));
    const bool holds =
        body && article && domain::isLive(*article, formatDay(today)) && article->version == message.version;
    return holds ? done() : Status(Error("message.outdated"));
}

Result<json> Messages::waiting(const Arguments& arguments) {
    const domain::Rules rules = liveRules(m_store);
    const Instant now = m_clock.now();
    if (rules.messages.signature.empty()) {
        return json::array();
    }
    const bool quiet = domain::callableFrom(rules.callback, rules.calendar.offset(), now) > now;
    const std::vector<domain::Unit> all = units();
    json list = json::array();
    std::vector<std::pair<Message, std::string>> lost;
    eachOf(
        m_store, domain::kMessageQueueKind,
        [&](const sync::RecordRow& row) {
            const std::optional<Message> each =
                quiet && row.body == domain::kQueuedByRule ? std::nullopt : message(row.key);
            if (!each) {
                return true;
            }
            const std::optional<domain::Ticket> ticket = m_store.ticket(each->ticket);
            const auto phone = domain::recipientOf(*each, ticket ? &*ticket : nullptr, all);
            const Status fits = phone ? inForce(*each, localDay(now, rules.calendar.offset())) : Status(phone.error());
            if (!fits) {
                lost.emplace_back(*each, fits.error().code);
                return true;
            }
            list.push_back({{"id", each->key},
                            {"number", ticket ? ticket->number : std::string()},
                            {"phone", *phone},
                            {"text", domain::signedText(rules.messages.signature, each->text)},
                            {"at", formatIso(each->at, rules.calendar.offset())}});
            return list.size() < static_cast<std::size_t>(arguments.limit);
        },
        arguments.after);
    for (auto& [each, why] : lost) {
        put(std::move(each), MessageState::failed, std::move(why));
    }
    return list;
}

Result<json> Messages::settle(const Arguments& arguments) {
    const auto state = enumFrom<MessageState>(arguments.state);
    if (!state || *state == MessageState::waiting) {
        return Error("field.value", {{"field", "state"}, {"value", arguments.state}, {"allowed", "sent failed"}});
    }
    std::optional<Message> known = message(arguments.id);
    if (!known) {
        return Error("message.unknown", {{"message", arguments.id}});
    }
    if (known->state != MessageState::waiting) {
        return Error("message.settled", {{"state", std::string(codeOf(known->state))}});
    }
    put(std::move(*known), *state, std::string(utf8::prefix(arguments.outcome, kMostOutcome)));
    return json{{"id", arguments.id}, {"state", arguments.state}};
}

Result<json> Messages::retry(const Arguments& arguments) {
    std::optional<Message> known = message(arguments.id);
    if (!known) {
        return Error("message.unknown", {{"message", arguments.id}});
    }
    if (known->state != MessageState::failed) {
        return Error("message.settled", {{"state", std::string(codeOf(known->state))}});
    }
    put(std::move(*known), MessageState::waiting, {});
    return json{{"id", arguments.id}, {"state", codeOf(MessageState::waiting)}};
}

Result<json> Messages::list(const Arguments& arguments) {
    const auto state = enumFrom<MessageState>(arguments.state);
    if (!state && !arguments.state.empty()) {
        return Error("field.value",
                     {{"field", "state"}, {"value", arguments.state}, {"allowed", "waiting sent failed"}});
    }
    const UtcOffset offset = liveRules(m_store).calendar.offset();
    std::vector<Message> found;
    eachOf(m_store, domain::kMessageKind, [&](const sync::RecordRow& row) {
        auto each = wire::decode<Message>(row.body);
        if (each && (!state || each->state == *state)) {
            found.push_back(std::move(*each));
        }
        return true;
    });
    std::sort(found.begin(), found.end(), [](const Message& a, const Message& b) { return b.at < a.at; });
    found.resize(std::min(found.size(), static_cast<std::size_t>(arguments.limit)));
    json list = json::array();
    for (const Message& each : found) {
        json row = wire::toJson(each, offset);
        row["id"] = row["key"];
        row.erase("key");
        list.push_back(std::move(row));
    }
    return list;
}

}  // namespace zhida::centre
