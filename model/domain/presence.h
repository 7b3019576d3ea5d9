// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace zhida::domain {

/// 在席状态: what somebody who has signed in is doing.
enum class PresenceState : std::uint8_t {
    free = 1,
    busy,
    coordinating,  ///< speaks with units, takes no calls
    shortBreak,
    away,
};

struct Presence {
    UserCode user;
    UnitCode unit;
    PresenceState state = PresenceState::free;
    std::string reason;
    Instant since;

    bool operator==(const Presence&) const = default;
    static constexpr auto fields() {
        using P = Presence;
        return std::tuple{field(1, "user", &P::user, FieldUse::internal),
                          field(2, "unit", &P::unit, FieldUse::internal),
                          field(3, "state", &P::state, FieldUse::required), field(4, "reason", &P::reason),
                          field(5, "since", &P::since, FieldUse::internal)};
    }
};

}  // namespace zhida::domain

template <>
struct zhida::EnumCodes<zhida::domain::PresenceState> {
    using enum zhida::domain::PresenceState;
    static constexpr std::array<std::pair<zhida::domain::PresenceState, std::string_view>, 5> kTable{
        {{free, "free"}, {busy, "busy"}, {coordinating, "coordinating"}, {shortBreak, "shortBreak"}, {away, "away"}}};
};
