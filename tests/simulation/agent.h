// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/command.h"
#include "model/domain/org.h"
#include "tests/simulation/world.h"

#include <string>
#include <vector>

namespace zhida::simulation {

inline const std::vector<UnitCode> kUnits{UnitCode{"unit-a"}, UnitCode{"unit-b"}, UnitCode{"unit-c"}};

/// The people of a run. Account and password: "password-" + user.
std::vector<domain::UserProfile> people();

/// The caller that a command with these words names: found nowhere else, and no part of another.
std::string callerOf(const std::string& words);

struct Intention {
    domain::TicketCommand body;
    bool hasWords = false;  ///< carries words that must never get lost
};

Intention registration(World& world, const std::string& words);
/// Something that one can do to a ticket; whether it allows that is decided elsewhere.
Intention anyIntention(World& world, const std::string& words);

}  // namespace zhida::simulation
