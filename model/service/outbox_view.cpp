// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/outbox_view.h"

#include "model/wire/codec.h"

#include <type_traits>

namespace zhida::service {
namespace {

/// The texts that a person has typed; codes and numbers are not worth keeping words for.
bool isTyped(std::string_view field) { return field != "number" && field != "article" && field != "reason"; }

std::string typedWords(const domain::TicketCommand& command) {
    std::string words;
    const auto add = [&words](const auto& body) {
        forEachField<std::decay_t<decltype(body)>>([&](const auto& field) {
            if constexpr (std::is_same_v<std::decay_t<decltype(body.*field.member)>, std::string>) {
                const std::string& text = body.*field.member;
                if (isTyped(field.name) && !text.empty()) {
                    words += (words.empty() ? "" : "\n") + text;
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

}  // namespace

OutboxItem outboxItem(const storage::OutboxRow& row, const std::string& number) {
    OutboxItem item;
    item.command = row.command;
    item.ticket = row.ticket;
    item.number = number;
    item.state = stateOf(row);
    item.refusal = row.refusal;
    item.createdAt = row.createdAt;
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
