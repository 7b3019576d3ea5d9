// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/learned_suggestions.h"

#include "model/domain/record_command.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::service {

void LearnedSuggestions::read() {
    m_sent.clear();
    m_records.each(domain::kLearnedKind, [this](std::string_view /*key*/, std::string_view body) {
        if (auto learned = wire::decode<domain::LearnedSuggestion>(body)) {
            m_sent.push_back(std::move(*learned));
        }
    });
}

std::vector<domain::LearnedSuggestion> LearnedSuggestions::now() {
    const std::int64_t stamp = m_records.lastStamp(domain::kLearnedKind);
    if (stamp != m_stamp) {
        read();
        m_stamp = stamp;
    }
    std::vector<domain::LearnedSuggestion> all = m_sent;
    for (const storage::OutboxRow& row : m_outbox.ofRecords()) {
        const auto command = wire::decode<domain::RecordCommand>(row.bytes);
        const auto* said = command ? std::get_if<domain::LearnSuggestion>(&command->act) : nullptr;
        if (said == nullptr) {
            continue;
        }
        domain::LearnedSuggestion mine{command->key, command->user, command->occurredAt, *said};
        const auto known =
            std::find_if(all.begin(), all.end(), [&mine](const auto& each) { return each.key == mine.key; });
        known == all.end() ? all.push_back(std::move(mine)) : void(*known = std::move(mine));
    }
    return all;
}

}  // namespace zhida::service
