// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "sync/server/server_store.h"

#include <optional>
#include <string>
#include <vector>

namespace zhida::sync {

/// An article that has to be looked at, and the day ("yyyy-mm-dd") that says so.
struct ArticleDue {
    std::string article;
    std::string day;
};

/// Goes over the published articles once a day and after every start, a page at a time, so that no desk waits for it.
class ArticleWatch {
public:
    explicit ArticleWatch(ServerStore& store) : m_store(store) {}

    /// What is due and has not been acted on, out of the next page of the round of `today`; nothing when it is over.
    std::vector<ArticleDue> step(Day today);
    /// The round is over.
    [[nodiscard]] bool resting() const { return !m_at; }

private:
    ServerStore& m_store;
    std::optional<Day> m_day;         ///< of the last round
    std::optional<std::string> m_at;  ///< key that the round has come to
};

}  // namespace zhida::sync
