// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/org.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string_view>
#include <vector>

namespace zhida::centre {

/// The categories of a pack, parents before children, with their levels. Problems (path, line): rules.value rules.missing
/// rules.duplicate rules.reference (a parent that neither the pack nor the centre knows, or a circle).
struct CategoryTree {
    std::vector<domain::Category> categories;
    std::vector<Error> problems;
};

/// `levelOf` gives the level of a category that the centre has already; 0: none.
CategoryTree readCategories(const nlohmann::json& list, std::string_view text,
                            const std::function<std::uint32_t(const std::string&)>& levelOf);

}  // namespace zhida::centre
