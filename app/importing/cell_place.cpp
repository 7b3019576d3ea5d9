// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/cell_place.h"

#include <algorithm>
#include <charconv>

namespace zhida::importing {
namespace {

constexpr std::size_t kLetters = 26;
constexpr std::size_t kMostLetters = 3;
constexpr std::size_t kMostDigits = 7;

}  // namespace

std::optional<CellPlace> readCellPlace(std::string_view reference) {
    const std::size_t letters = std::min(reference.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), reference.size());
    const std::size_t digits = reference.size() - letters;
    if (letters == 0 || letters > kMostLetters || digits == 0 || digits > kMostDigits) {
        return std::nullopt;
    }
    CellPlace place;
    for (const char c : reference.substr(0, letters)) {
        place.column = place.column * kLetters + static_cast<std::size_t>(c - 'A' + 1);
    }
    const char* const last = reference.data() + reference.size();
    const auto [end, failure] = std::from_chars(reference.data() + letters, last, place.line);
    if (failure != std::errc{} || end != last || place.column > kMostColumns || place.line < 1 ||
        place.line > kMostRows) {
        return std::nullopt;
    }
    --place.column;
    return place;
}

std::string columnLetters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / kLetters) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
    }
    return letters;
}

}  // namespace zhida::importing
