// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace zhida::importing {

enum class Encoding { utf8, gb18030, utf16le, utf16be };

/// By byte order mark, then by the zero bytes of UTF-16, then by which of UTF-8 and GB18030 the bytes of the text fit better:
/// a UTF-8 file with a few broken rows stays UTF-8. `hasMark` tells whether the first bytes are a mark.
Encoding detectEncoding(std::string_view bytes, bool& hasMark);

/// A file that wraps others: its bytes are no text.
enum class Container { none, zip, compound };

/// By the first bytes: a zip archive, such as a workbook, or a compound file, such as an old or an encrypted one.
Container containerOf(std::string_view bytes);

/// "UTF-8", "GB18030", …
std::string_view nameOf(Encoding encoding);

/// A file of text, read whole, as UTF-8 without a mark. A UTF-8 file is mapped, not copied: its broken bytes are still in the
/// text; of other encodings every broken byte has become U+FFFD. A container is mapped as it is.
class TextFile {
public:
    /// Errors: file.notFound{file} file.notReadable{file,reason}.
    static Result<TextFile> open(const std::string& path);
    /// The same for bytes at hand.
    static TextFile ofBytes(std::string bytes);

    TextFile(TextFile&& other) noexcept;
    TextFile& operator=(TextFile&& other) noexcept;
    TextFile(const TextFile&) = delete;
    TextFile& operator=(const TextFile&) = delete;
    ~TextFile();

    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] Encoding encoding() const { return m_encoding; }

private:
    TextFile() = default;
    void decode(std::string_view bytes);
    void unmap();

    Encoding m_encoding = Encoding::utf8;
    std::size_t m_skip = 0;  ///< length of the mark
    void* m_map = nullptr;
    std::size_t m_mapped = 0;
    bool m_converted = false;  ///< the text is m_text, not the map
    std::string m_text;
};

/// `text` with U+FFFD for every broken byte; sets `damaged` when there is one, or when the text had U+FFFD already.
std::string repaired(std::string_view text, bool& damaged);

}  // namespace zhida::importing
