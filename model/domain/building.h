// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhida::domain {

/// A building as callers name it, "阳光小区3号楼", and what follows it, "2-501".
struct BuildingAddress {
    std::string building;   ///< up to its number and 号楼, 栋, 幢 or 座, without blanks
    std::string telling;    ///< of the name before the number: what every way of naming it has
    std::string household;  ///< the numbers after it, joined by -; empty when none is named
    bool operator==(const BuildingAddress&) const = default;
};

/// The first building named in a text (an address, or what a caller says).
std::optional<BuildingAddress> buildingIn(std::string_view text);

/// The same building, even if one of the two says more before its name ("天平街道阳光小区3号楼").
bool isSameBuilding(std::string_view a, std::string_view b);

}  // namespace zhida::domain
