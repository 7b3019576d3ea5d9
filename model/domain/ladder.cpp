// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/ladder.h"

#include <algorithm>

namespace zhida::domain {
namespace {

/// One matter going up a ladder.
class Climb {
public:
    Climb(const Ladder& ladder, std::size_t entry) : m_ladder(ladder) { enter(entry); }

    Status take(const LadderRound& round) {
        if (m_place.over) {
            return Error("ladder.over");
        }
        const Status came = comeTo(round.level);
        if (!came) {
            return came;
        }
        for (const RoundResult& result : level().results) {
            if (result.code == round.result) {
                return apply(result.effect);
            }
        }
        return Error("ladder.unknownResult", {{"level", round.level}, {"result", round.result}});
    }
    [[nodiscard]] const LadderPlace& place() const { return m_place; }

private:
    [[nodiscard]] const LadderLevel& level() const { return m_ladder.levels[m_place.level]; }
    [[nodiscard]] bool isTop() const { return m_place.level + 1 == m_ladder.levels.size(); }

    void enter(std::size_t at) {
        m_place = {};
        m_place.level = at;
        m_place.roundsNeeded = isTop() ? 0 : level().rounds;
    }

    /// Stays, or goes to the next level when this one has had its rounds.
    Status comeTo(const std::string& code) {
        const auto named = [&code](const LadderLevel& each) { return each.code == code; };
        const auto found = std::find_if(m_ladder.levels.begin(), m_ladder.levels.end(), named);
        if (found == m_ladder.levels.end()) {
            return Error("ladder.unknownLevel", {{"level", code}});
        }
        const auto wanted = static_cast<std::size_t>(found - m_ladder.levels.begin());
        if (wanted < m_place.level) {
            return Error("ladder.back", {{"level", code}});
        }
        if (wanted == m_place.level) {
            return m_place.mustRise ? Status(Error("ladder.noFurther", {{"level", code}})) : done();
        }
        if (m_place.roundsNeeded > 0 || wanted > m_place.level + 1) {
            const std::size_t missing = m_place.roundsNeeded > 0 ? m_place.level : m_place.level + 1;
            const int rounds = m_place.roundsNeeded > 0 ? m_place.roundsNeeded : m_ladder.levels[missing].rounds;
            return Error("ladder.tooEarly",
                         {{"level", m_ladder.levels[missing].code}, {"rounds", std::to_string(rounds)}});
        }
        enter(wanted);
        return done();
    }

    Status apply(RoundEffect effect) {
        switch (effect) {
            case RoundEffect::solved:
            case RoundEffect::withdrawn:
                m_place.over = true;
                return done();
            case RoundEffect::rises:
                if (isTop()) {
                    return Error("ladder.top", {{"level", level().code}});
                }
                enter(m_place.level + 1);
                return done();
            case RoundEffect::failed:
                break;
        }
        ++m_place.failedHere;
        m_place.roundsNeeded = std::max(0, m_place.roundsNeeded - 1);
        m_place.mustRise = !isTop() && level().mostRounds > 0 && m_place.failedHere >= level().mostRounds;
        return done();
    }

    const Ladder& m_ladder;
    LadderPlace m_place;
};

}  // namespace

Result<LadderPlace> ladderPlace(const Ladder& ladder, const std::vector<LadderRound>& rounds, std::size_t entry) {
    if (entry >= ladder.levels.size()) {
        return Error("ladder.unknownLevel", {{"level", std::to_string(entry)}});
    }
    Climb climb(ladder, entry);
    for (const LadderRound& each : rounds) {
        if (const Status taken = climb.take(each); !taken) {
            return taken.error();
        }
    }
    return climb.place();
}

}  // namespace zhida::domain
