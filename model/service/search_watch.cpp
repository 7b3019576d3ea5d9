// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/search_watch.h"

#include <utility>

namespace zhida::service {

bool SearchWatch::goesOn(std::string_view text) const {
    return !text.empty() && !m_now.text.empty() && (text.starts_with(m_now.text) || m_now.text.starts_with(text));
}

void SearchWatch::stand(Instant now) {
    m_now.stoodMs = now.ms - m_since.ms;
    if (!m_now.text.empty() && m_now.stoodMs >= m_meant.stoodMs) {
        m_meant = m_now;
    }
}

std::optional<domain::NoteSearch> SearchWatch::shown(std::string_view text, std::size_t hits, Instant now) {
    if (text == m_now.text) {
        m_now.hits = hits;
        return std::nullopt;
    }
    std::optional<domain::NoteSearch> ended;
    if (goesOn(text)) {
        stand(now);
    } else {
        ended = over(now);
    }
    m_now = {std::string(text), hits, 0};
    m_since = now;
    return ended;
}

std::optional<domain::NoteSearch> SearchWatch::over(Instant now) {
    stand(now);
    m_now = {};
    const Text meant = std::exchange(m_meant, {});
    const bool used = std::exchange(m_used, false);
    std::string text = used || meant.stoodMs < kStandsMs ? std::string() : domain::notableSearch(meant.text);
    return text.empty() ? std::nullopt
                        : std::optional(domain::NoteSearch{std::move(text), static_cast<std::uint32_t>(meant.hits)});
}

}  // namespace zhida::service
