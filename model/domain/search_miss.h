// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/base/result.h"
#include "model/base/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Searches of the knowledge base that led to nothing: what callers ask and no article answers.
namespace zhida::domain {

/// Records of this kind.
inline constexpr std::string_view kSearchMissKind = "searchMiss";
/// So long they are kept (个人信息保护法 §19: as short as the purpose needs).
inline constexpr int kSearchMissDays = 90;
/// In characters; what is longer is no search but a text that was put into the box.
inline constexpr std::size_t kMostMissedText = 80;

/// A search without a hit, or without an answer taken from it: a question, without personal data.
struct NoteSearch {
    static constexpr std::string_view kName = "search.note";
    static constexpr std::string_view kKind = kSearchMissKind;
    static constexpr std::string_view kSubject = "search";
    static constexpr bool kMakes = true;
    std::string text;
    std::uint32_t hits = 0;  ///< that the searcher saw and did not take
    bool operator==(const NoteSearch&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "text", &NoteSearch::text, FieldUse::required), field(2, "hits", &NoteSearch::hits)};
    }
};

/// What one person searched for in vain on one day.
struct SearchMiss {
    std::string key;  ///< searchMissKey
    std::string text;
    std::uint32_t hits = 0;   ///< of the last time
    std::uint32_t times = 0;  ///< on that day
    UserCode user;
    UnitCode unit;
    Instant lastAt;

    bool operator==(const SearchMiss&) const = default;
    static constexpr auto fields() {
        using S = SearchMiss;
        return std::tuple{field(1, "key", &S::key),      field(2, "text", &S::text), field(3, "hits", &S::hits),
                          field(4, "times", &S::times),  field(5, "user", &S::user), field(6, "unit", &S::unit),
                          field(7, "lastAt", &S::lastAt)};
    }
};

/// "<user>/<yyyy-mm-dd>/<of the text>"
std::string searchMissKey(const UserCode& user, Day day, std::string_view text);
/// The day of a key; nothing for any other text.
std::optional<Day> dayOfMiss(std::string_view key);
/// The question as it may be noted: without blanks around it; empty when it is none, is too long, or names people.
std::string notableSearch(std::string_view text);

/// Searches for the same, by everybody.
struct SearchGap {
    std::string text;  ///< as most of them wrote it
    std::size_t times = 0;
    std::size_t people = 0;
    bool withoutHit = false;  ///< the last one found nothing at all
    Instant lastAt;
};
/// Those since `from`; alike by `similarPercent` (likenessOf) is the same. The most people first, then the most times, then the newest.
std::vector<SearchGap> searchGapsIn(int similarPercent, Instant from, std::vector<SearchMiss> misses);

}  // namespace zhida::domain
