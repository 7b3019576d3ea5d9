// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article.h"
#include "model/domain/org.h"
#include "model/domain/rules.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

/// What comes with the program. A mistake in it is ours, so it is thrown (std::runtime_error naming file and place).
namespace zhida::centre {

/// By its path below resources/.
std::string_view shippedText(std::string_view name);
nlohmann::json shippedJson(std::string_view name);

std::vector<domain::Region> shippedRegions();
std::vector<domain::Category> shippedCategories();
std::vector<domain::Holiday> shippedHolidays();
std::vector<domain::Unit> demoUnits();
std::vector<domain::UserProfile> demoUsers();
std::vector<domain::Article> demoArticles();

inline constexpr std::string_view kShippedRules = "procedures/taishan.json";
/// Names of the procedure files, kShippedRules first.
std::vector<std::string_view> shippedPacks();
/// The procedure of a new centre; the demo's has its units' responsibilities and presets in it.
std::string shippedProcedure(bool demo);
/// The same read, with the holidays in the calendar.
domain::Rules shippedRules(bool demo = false);

}  // namespace zhida::centre
