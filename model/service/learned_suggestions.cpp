// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/learned_suggestions.h"

#include "model/domain/record_command.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::service {

void LearnedSuggestions::read(const UserCode& user) {
    m_sent.clear();
    m_records.each(domain::kLearnedKind, [this](std::string_view /*key*/, std::string_view body) {
        if (auto learned = wire::decode<domain::LearnedSuggestion>(body)) {
            m_sent.push_back(std::move(*learned));
        }
    });
    const auto others =
        std::partition(m_sent.begin(), m_sent.end(), [&user](const auto& each) { return each.user == user; });
    if (static_cast<std::size_t>(m_sent.end() - others) > kMostOfOthers) {
        const auto end = others + static_cast<std::ptrdiff_t>(kMostOfOthers);
        std::nth_element(others, end, m_sent.end(), [](const auto& a, const auto& b) { return b.at < a.at; });
        m_sent.erase(end, m_sent.end());
    }
}

const std::vector<domain::LearnedSuggestion>& LearnedSuggestions::now(const UserCode& user) {
    const std::int64_t stamp = m_records.lastStamp(domain::kLearnedKind);
    if (stamp != m_stamp || user != m_user) {
        read(user);
        m_stamp = stamp;
        m_user = user;
    }
    m_withWaiting.clear();
    for (const storage::OutboxRow& row : m_outbox.ofRecords()) {
        const auto command = wire::decode<domain::RecordCommand>(row.bytes);
        const auto* said = command ? std::get_if<domain::LearnSuggestion>(&command->act) : nullptr;
        if (said == nullptr) {
            continue;
        }
        std::vector<domain::LearnedSuggestion>& all = m_withWaiting;
        all = all.empty() ? m_sent : std::move(all);
        domain::LearnedSuggestion mine{command->key, command->user, command->occurredAt, *said};
        const auto known =
            std::find_if(all.begin(), all.end(), [&mine](const auto& each) { return each.key == mine.key; });
        known == all.end() ? all.push_back(std::move(mine)) : void(*known = std::move(mine));
    }
    return m_withWaiting.empty() ? m_sent : m_withWaiting;
}

}  // namespace zhida::service
