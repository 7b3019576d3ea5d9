// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/outbox_view.h"

#include "model/wire/codec.h"
#include "model/wire/record_json.h"

#include <nlohmann/json.hpp>

#include <string>
#include <type_traits>
#include <vector>

namespace zhida::service {
namespace {

/// The texts that a person has typed; codes and numbers are not worth keeping words for.
bool isTyped(std::string_view field) { return field != "number" && field != "article" && field != "reason"; }

template <class Variant>
std::string typedWords(const Variant& command) {
    std::string words;
    const auto say = [&words](const std::string& text) {
        words += text.empty() ? "" : (words.empty() ? "" : "\n") + text;
    };
    const auto add = [&say](const auto& body) {
        forEachField<std::decay_t<decltype(body)>>([&](const auto& field) {
            using Value = std::decay_t<decltype(body.*field.member)>;
            if constexpr (std::is_same_v<Value, std::string>) {
                say(isTyped(field.name) ? body.*field.member : std::string());
            } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
                for (const std::string& each : body.*field.member) {
                    say(each);
                }
            }
        });
    };
    std::visit(add, command);
    return words;
}

OutboxItem::State stateOf(const storage::OutboxRow& row) {
    if (row.state == storage::OutboxState::refused) {
        return OutboxItem::State::refused;
    }
    const bool known = row.landed || row.state == storage::OutboxState::accepted;
    return known ? OutboxItem::State::sent : OutboxItem::State::waiting;
}

void addRecord(OutboxItem& item, const storage::OutboxRow& row) {
    item.recordKind = row.recordKind;
    if (const auto command = wire::decode<domain::RecordCommand>(row.bytes)) {
        item.recordKey = command->key;
        item.name = domain::nameOf(command->act);
        item.words = typedWords(command->act);
        wire::Json fields = wire::actToJson(command->act, UtcOffset{});
        const wire::ActSpec* const spec = wire::actSpec(item.name);
        if (spec != nullptr && item.name != domain::StartCampaign::kName) {
            fields[std::string(spec->subject)] = item.recordKey;
        }
        item.fields = fields.dump();
    }
}

}  // namespace

OutboxItem outboxItem(const storage::OutboxRow& row, const std::string& number) {
    OutboxItem item;
    item.command = row.command;
    item.ticket = row.ticket;
    item.number = number;
    item.state = stateOf(row);
    item.refusal = row.refusal;
    item.createdAt = row.createdAt;
    if (row.aboutRecord()) {
        addRecord(item, row);
        return item;
    }
    item.restsUntil = row.restUntil;
    const Result<domain::Command> command = wire::decode<domain::Command>(row.bytes);
    if (!command) {
        return item;
    }
    item.name = domain::nameOf(command->body);
    item.words = typedWords(command->body);
    const auto* registration = std::get_if<domain::RegisterTicket>(&command->body);
    if (number.empty() && registration != nullptr) {
        item.number = registration->number;
    }
    return item;
}

}  // namespace zhida::service
