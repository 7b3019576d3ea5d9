// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words.h"
#include "model/domain/deadline.h"

#include <string>
#include <vector>

namespace zhida::admin {

/// A deadline with its proof for a person to read: what ends when, then every stretch with why it counts or not and how much
/// has been counted by then.
std::vector<std::string> deadlineLines(const domain::TermClock& clock, const domain::Deadline& deadline,
                                       const domain::Calendar& calendar, words::Language language);

}  // namespace zhida::admin
