// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/learned_suggestion.h"
#include "model/storage/outbox_table.h"
#include "model/storage/record_table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::service {

/// What people have said of suggestions, at this desk and at all others: what the centre has sent, with our waiting ones over it.
/// What has been sent is kept in memory until it changes. On the thread of its connection.
class LearnedSuggestions {
public:
    explicit LearnedSuggestions(sqlite::Database& database) : m_records(database), m_outbox(database) {}

    /// All of `user`, of others the newest kMostOfOthers. Valid until the next call.
    [[nodiscard]] const std::vector<domain::LearnedSuggestion>& now(const UserCode& user);

    static constexpr std::size_t kMostOfOthers = 5'000;

private:
    void read(const UserCode& user);

    storage::RecordTable m_records;
    storage::OutboxTable m_outbox;
    std::int64_t m_stamp = -1;  ///< of what is in memory; -1: nothing is
    UserCode m_user;
    std::vector<domain::LearnedSuggestion> m_sent;
    std::vector<domain::LearnedSuggestion> m_withWaiting;  ///< while something of ours waits
};

}  // namespace zhida::service
