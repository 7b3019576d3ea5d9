// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/domain/search_miss.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::service {

/// Watches what somebody types into a search and tells which searches were in vain. A search goes on while its text is typed on or
/// rubbed out; it is over when another one begins, when the box is empty, or when the searcher leaves. Of its texts the one that
/// stood longest is what was meant. One thread.
class SearchWatch {
public:
    /// What is shown for a text; `hits` 0: nothing was found. Returns the search that ended in vain by it.
    [[nodiscard]] std::optional<domain::NoteSearch> shown(std::string_view text, std::size_t hits, Instant now);
    /// Something was taken from what was found: the search was not in vain.
    void used() { m_used = true; }
    /// The search is over.
    [[nodiscard]] std::optional<domain::NoteSearch> over(Instant now);

    /// A text that stood for less was only on the way to another.
    static constexpr std::int64_t kStandsMs = 1'500;

private:
    struct Text {
        std::string text;
        std::size_t hits = 0;
        std::int64_t stoodMs = 0;
    };
    [[nodiscard]] bool goesOn(std::string_view text) const;
    void stand(Instant now);

    Text m_now;
    Text m_meant;
    Instant m_since;
    bool m_used = false;
};

}  // namespace zhida::service
