// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhida::importing {

/// What the number format of a cell says about its number (ECMA-376 part 1, 18.8.30 and 18.8.31).
struct NumberFormat {
    bool date = false;
    bool time = false;
    bool elapsed = false;    ///< [h]:mm: a span of time
    std::size_t digits = 0;  ///< "000000": padded with noughts to so many; else 0

    [[nodiscard]] bool isTime() const { return date || time || elapsed; }
    bool operator==(const NumberFormat&) const = default;
};

/// Of a format's code, such as yyyy"年"m"月"d"日". Only its first section counts.
NumberFormat formatOfCode(std::string_view code);
/// Of a number below 164 that a workbook does not explain, with the dates of Chinese workbooks (27-36, 50-58).
NumberFormat formatOfNumber(unsigned number);

struct NumberText {
    std::string text;
    bool cut = false;  ///< a whole number of more than 15 digits, of which the workbook kept 15
};

/// The number as text: digits without exponent and without a decimal part that is nought, at most 15 that count; a date as
/// 2025-08-09, with a time of day as 2025-08-09T10:15:00 (to the second, no offset), a time alone as 10:15:00. What is no number
/// stays as it is; one that is no day of its calendar, too. `from1904`: the workbook's day 0 is 1904-01-01.
NumberText numberText(std::string_view value, const NumberFormat& format, bool from1904);

}  // namespace zhida::importing
