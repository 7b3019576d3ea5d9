// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/zip_archive.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::importing {

/// Text of a cell as it was typed: _x000D_ and the like are the characters they stand for (ECMA-376 part 1, 22.4.2.4), every
/// line end is LF, and what no text can hold has become U+FFFD.
std::string plainText(std::string_view text);

/// The texts that the cells of a workbook share, one behind the other in one piece of memory.
class SharedStrings {
public:
    /// Without the reading aids of phonetic runs. Errors: those of XmlStream; workbook.tooLarge{part,limit} for too many.
    static Result<SharedStrings> read(ZipPart part);

    void add(std::string_view text);
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// Nothing when there are fewer. Valid until the next add().
    [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;

private:
    std::string m_text;
    std::vector<std::uint32_t> m_ends;
};

}  // namespace zhida::importing
