// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/base/time.h"
#include "model/domain/terms.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// "This one" or "not this", said of a suggestion: every desk learns from it.
namespace zhida::domain {

/// Records of this kind.
inline constexpr std::string_view kLearnedKind = "learned";
/// So many of one person count; the next one takes the place of the oldest.
inline constexpr std::uint32_t kMostLearned = 64;

enum class SuggestionKind : std::uint8_t { category = 1, unit, article };

/// The words of the text that it was said for travel as numbers (search::wordNumbers): other desks can tell that a text is alike and
/// cannot read what a caller said.
struct LearnSuggestion {
    static constexpr std::string_view kName = "suggestion.learn";
    static constexpr std::string_view kKind = kLearnedKind;
    static constexpr std::string_view kSubject = "suggestion";
    static constexpr bool kMakes = true;
    SuggestionKind kind = SuggestionKind::category;
    std::string value;  ///< code or key of what was suggested, or should have been
    bool wanted = true;
    std::vector<std::uint32_t> words;  ///< rising

    bool operator==(const LearnSuggestion&) const = default;
    static constexpr auto fields() {
        using L = LearnSuggestion;
        return std::tuple{
            field(1, "kind", &L::kind, FieldUse::required), field(2, "value", &L::value, FieldUse::required),
            field(3, "wanted", &L::wanted, FieldUse::required), field(4, "words", &L::words, FieldUse::internal)};
    }
};

struct LearnedSuggestion {
    std::string key;  ///< learnedKey
    UserCode user;
    Instant at;
    LearnSuggestion said;

    bool operator==(const LearnedSuggestion&) const = default;
    static constexpr auto fields() {
        using L = LearnedSuggestion;
        return std::tuple{field(1, "key", &L::key), field(2, "user", &L::user), field(3, "at", &L::at),
                          field(4, "said", &L::said)};
    }
};

/// "<user>/<place>"; place < kMostLearned.
std::string learnedKey(const UserCode& user, std::uint32_t place);
/// Where a new one goes: in the place of what was said of the same for the same words, else into a free one, else into the oldest
/// one's. `own`: those of this user.
std::string placeFor(const LearnSuggestion& said, const UserCode& user, const std::vector<LearnedSuggestion>& own);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::SuggestionKind, 3, {category, "category"}, {unit, "unit"}, {article, "article"});
