// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::admin {

/// Columns of a terminal that the text takes: two for a Han character or its punctuation.
std::size_t displayWidth(std::string_view text);

/// The rows as lines, two blanks between columns, no blank at a line's end. `right`: columns set to the right.
std::vector<std::string> tableLines(const std::vector<std::vector<std::string>>& rows,
                                    const std::vector<std::size_t>& right = {});

}  // namespace zhida::admin
