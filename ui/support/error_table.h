// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace zhida::ui::words {

/// A code and what it means to the person at the desk; {name} stands for the argument of that name.
struct ErrorRow {
    std::string_view code;
    const char* sentence;  ///< source text in context "Error"
};

std::span<const ErrorRow> errorsAToM();
std::span<const ErrorRow> errorsNToZ();

}  // namespace zhida::ui::words
