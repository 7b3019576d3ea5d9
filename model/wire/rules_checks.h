// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules.h"
#include "model/wire/rules_reader.h"

/// Internal to rules_file.cpp: what a procedure must keep beyond the shape of its fields.
namespace zhida::wire {

/// Codes twice, references into nothing, gaps of the deadline table, numbers out of bounds. Adds to reader.problems.
void checkRules(const domain::Rules& rules, RulesReader& reader);

}  // namespace zhida::wire
