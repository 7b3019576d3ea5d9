// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/admin_wire.h"

#include "model/wire/codec.h"
#include "model/wire/json.h"
#include "sync/store/packing.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace zhida::centre {
namespace {

using wire::Json;

constexpr std::array<std::string_view, 3> kNames{"call", "importTickets", "importRecords"};

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json errorToJson(const Error& error) {
    Json args = Json::array();
    for (const auto& [key, value] : error.args) {
        args.push_back({key, value});
    }
    return {{"code", error.code}, {"args", std::move(args)}};
}

Error errorFromJson(const Json& json) {
    Error error(json.at("code").get<std::string>());
    for (const Json& each : json.at("args")) {
        error.args.emplace_back(each.at(0).get<std::string>(), each.at(1).get<std::string>());
    }
    return error;
}

}  // namespace

sync::AdminMessage pack(const AdminAsk& ask) {
    const Json header{
        {"do", kNames[static_cast<std::size_t>(ask.what)]}, {"name", ask.name}, {"arguments", ask.arguments}};
    return {text(header), ask.payload};
}

Result<AdminAsk> unpackAsk(sync::AdminMessage message) {
    const Json header = Json::parse(message.header, nullptr, false);
    AdminAsk ask;
    if (!header.is_object()) {
        return Error("wire.malformed");
    }
    const std::string what = header.value("do", "");
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == what) {
            ask.what = static_cast<AdminAsk::What>(i);
            ask.name = header.value("name", "");
            ask.arguments = header.value("arguments", "");
            ask.payload = std::move(message.payload);
            return ask;
        }
    }
    return Error("wire.malformed");
}

sync::AdminMessage packAnswer(const Result<std::string>& answer) {
    return {text(answer ? Json{{"ok", true}} : Json{{"error", errorToJson(answer.error())}}),
            answer ? *answer : std::string()};
}

Result<std::string> unpackAnswer(const sync::AdminMessage& message) {
    try {
        const Json header = Json::parse(message.header);
        return header.contains("error") ? Result<std::string>(errorFromJson(header["error"])) : message.payload;
    } catch (const Json::exception&) {
        return Error("wire.malformed");
    }
}

std::string countsToText(const ImportCounts& counts) {
    Json refused = Json::array();
    for (const ImportRefusal& each : counts.refused) {
        refused.push_back({{"index", each.index}, {"why", errorToJson(each.why)}});
    }
    return text({{"added", counts.added},
                 {"changed", counts.changed},
                 {"unchanged", counts.unchanged},
                 {"refused", std::move(refused)}});
}

Result<ImportCounts> countsFromText(std::string_view bytes) {
    try {
        const Json json = Json::parse(bytes);
        ImportCounts counts;
        counts.added = json.at("added").get<std::size_t>();
        counts.changed = json.at("changed").get<std::size_t>();
        counts.unchanged = json.at("unchanged").get<std::size_t>();
        for (const Json& each : json.at("refused")) {
            counts.refused.push_back({each.at("index").get<std::size_t>(), errorFromJson(each.at("why"))});
        }
        return counts;
    } catch (const Json::exception&) {
        return Error("wire.malformed");
    }
}

std::string packTickets(const std::vector<domain::Ticket>& tickets) {
    std::vector<std::pair<std::string, std::string>> rows;
    rows.reserve(tickets.size());
    for (const domain::Ticket& each : tickets) {
        rows.emplace_back(std::string(), wire::encode(each));
    }
    return sync::packing::packPairs(rows);
}

std::vector<domain::Ticket> unpackTickets(std::string_view payload) {
    std::vector<domain::Ticket> tickets;
    for (const auto& [key, bytes] : sync::packing::unpackPairs(payload)) {
        auto ticket = wire::decode<domain::Ticket>(bytes);
        tickets.push_back(ticket ? std::move(*ticket) : domain::Ticket{});
    }
    return tickets;
}

}  // namespace zhida::centre
