// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhida::importing {

inline constexpr std::size_t kMostRows = 1'048'576;  ///< of a worksheet
inline constexpr std::size_t kMostColumns = 16'384;  ///< A to XFD

/// Where a cell stands.
struct CellPlace {
    std::size_t column = 0;  ///< from 0
    std::size_t line = 0;    ///< from 1
    bool operator==(const CellPlace&) const = default;
};

/// "C5"; nothing for what is no cell of a worksheet.
std::optional<CellPlace> readCellPlace(std::string_view reference);
/// "C" of column 2.
std::string columnLetters(std::size_t column);

}  // namespace zhida::importing
