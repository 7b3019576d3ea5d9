// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules_terms.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// 逐级: ordered levels, each with its posts, its timer and the results that a round there may have (白银 四类事项, 庆云 2+1+N,
/// 陇南 四项措施, 天平 四级联调).
namespace zhida::domain {

enum class RoundEffect : std::uint8_t {
    solved = 1,  ///< the matter is over
    failed,      ///< one more round; with enough of them the next level opens
    rises,       ///< goes to the next level at once
    withdrawn,   ///< over without a result
};

struct RoundResult {
    std::string code;
    std::string zh = {};
    std::string en = {};
    RoundEffect effect = RoundEffect::solved;
    bool operator==(const RoundResult&) const = default;
    static constexpr auto fields() {
        using R = RoundResult;
        return std::tuple{field(1, "code", &R::code, FieldUse::required), field(2, "zh", &R::zh, FieldUse::required),
                          field(3, "en", &R::en), field(4, "effect", &R::effect, FieldUse::required)};
    }
};

struct LadderLevel {
    std::string code;
    std::string zh = {};
    std::string en = {};
    std::vector<CodedText> posts = {};  ///< responsible, in order
    Term term = {};                     ///< of the level; nothing done by then: it rises by itself. Amount 0: no timer
    int rounds = 1;                     ///< failed rounds before the next level opens
    int mostRounds = 0;                 ///< then it must rise; 0: as many as it takes (N)
    std::vector<RoundResult> results = {};
    std::string form = {};  ///< code of the form that a round fills in; empty: none
    bool operator==(const LadderLevel&) const = default;
    static constexpr auto fields() {
        using L = LadderLevel;
        return std::tuple{field(1, "code", &L::code, FieldUse::required),
                          field(2, "zh", &L::zh, FieldUse::required),
                          field(3, "en", &L::en),
                          field(4, "posts", &L::posts),
                          field(5, "term", &L::term),
                          field(6, "rounds", &L::rounds),
                          field(7, "mostRounds", &L::mostRounds),
                          field(8, "results", &L::results, FieldUse::required),
                          field(9, "form", &L::form)};
    }
};

struct Ladder {
    std::string code;
    std::string zh = {};
    std::string en = {};
    std::vector<LadderLevel> levels = {};
    std::string basis = {};
    bool operator==(const Ladder&) const = default;
    static constexpr auto fields() {
        using L = Ladder;
        return std::tuple{field(1, "code", &L::code, FieldUse::required), field(2, "zh", &L::zh, FieldUse::required),
                          field(3, "en", &L::en), field(4, "levels", &L::levels, FieldUse::required),
                          field(5, "basis", &L::basis)};
    }
};

/// One attempt at a level. A level may be entered above the lowest one when the class of the matter was set at intake.
struct LadderRound {
    std::string level;
    std::string result;
    bool operator==(const LadderRound&) const = default;
};

/// Where a matter stands.
struct LadderPlace {
    std::size_t level = 0;  ///< index into Ladder::levels
    int failedHere = 0;     ///< rounds without success at this level
    int roundsNeeded = 0;   ///< more of them before the next level opens
    bool mustRise = false;  ///< no further round at this level
    bool over = false;      ///< solved or withdrawn
    bool operator==(const LadderPlace&) const = default;
};

/// The place after these rounds, the first of which was at `entry` (index). May a next round follow? Ask with it at the end.
/// Errors: ladder.unknownLevel{level} ladder.unknownResult{level,result} ladder.tooEarly{level,rounds} (so many rounds of
/// `level` are missing) ladder.noFurther{level} (its rounds are used up) ladder.over ladder.back{level} ladder.top{level}
Result<LadderPlace> ladderPlace(const Ladder& ladder, const std::vector<LadderRound>& rounds, std::size_t entry = 0);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::RoundEffect, 4, {solved, "solved"}, {failed, "failed"}, {rises, "rises"},
            {withdrawn, "withdrawn"});
