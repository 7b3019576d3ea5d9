// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace zhida::importing {

/// How a file writes its times.
struct TimeFormat {
    /// Empty or "auto": ISO 8601, 2025/8/9, 2025年8月9日 10时5分, 20250809101500, or a spreadsheet's day number (20000 to 80000).
    /// "spreadsheet", "unix" (seconds), "unixMs", or a pattern of %Y %y %m %d %H %I %M %S %p and literals.
    std::string pattern;
    UtcOffset offset;  ///< where the text does not say
};

/// Nothing for a text that is no time of this form, or no time that exists. What a date cell of a workbook becomes (number_format.h)
/// is read in every form.
std::optional<Instant> readTime(std::string_view text, const TimeFormat& format);

/// "+08:00", "-05:00", "Z".
std::optional<UtcOffset> readOffset(std::string_view text);

}  // namespace zhida::importing
