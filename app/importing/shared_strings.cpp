// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/shared_strings.h"

#include "app/importing/xml_stream.h"
#include "model/base/utf8.h"

#include <charconv>

namespace zhida::importing {
namespace {

constexpr std::size_t kMostStrings = std::size_t{1} << 24;
constexpr std::size_t kMostText = std::size_t{512} << 20;
constexpr std::size_t kEscape = 7;  ///< _xHHHH_

/// The UTF-16 unit of an escape at the front.
std::optional<char32_t> escapeAt(std::string_view text) {
    if (text.size() < kEscape || text[0] != '_' || text[1] != 'x' || text[kEscape - 1] != '_') {
        return std::nullopt;
    }
    std::uint32_t unit = 0;
    const auto [end, failure] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    return failure == std::errc{} && end == text.data() + 6 ? std::optional<char32_t>(unit) : std::nullopt;
}

bool isHigh(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool isLow(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// The character of the escapes at the front, and how many bytes they take; two of them may be one character.
std::pair<char32_t, std::size_t> unescaped(std::string_view text, char32_t unit) {
    if (isHigh(unit)) {
        const auto low = escapeAt(text.substr(kEscape));
        if (low && isLow(*low)) {
            return {0x10000 + ((unit - 0xD800) << 10) + (*low - 0xDC00), 2 * kEscape};
        }
    }
    const bool isText = unit == '\t' || unit == '\n' || unit == '\r' || unit >= 0x20;
    const bool isCharacter = isText && !isHigh(unit) && !isLow(unit) && unit < 0xFFFE;
    return {isCharacter ? unit : utf8::kReplacement, kEscape};
}

void unifyLineEnds(std::string& text) {
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (text[from] != '\r') {
            text[to++] = text[from];
        } else if (from + 1 == text.size() || text[from + 1] != '\n') {
            text[to++] = '\n';
        }
    }
    text.resize(to);
}

class StringsHandler final : public XmlHandler {
public:
    explicit StringsHandler(SharedStrings& strings) : m_strings(strings) {}

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "si") {
            m_text.clear();
        }
        m_phonetic = m_phonetic || name == "rPh";
        m_inText = name == "t" && !m_phonetic;
    }
    void end(std::string_view name) override {
        m_inText = false;
        m_phonetic = m_phonetic && name != "rPh";
        if (name == "si") {
            m_strings.add(plainText(m_text));
            m_total += m_text.size();
        }
    }
    void text(std::string_view piece) override {
        if (m_inText) {
            m_text += piece;
        }
    }
    [[nodiscard]] bool isDone() const override { return isTooMuch(); }
    [[nodiscard]] bool isTooMuch() const {
        return m_strings.size() >= kMostStrings || m_total + m_text.size() >= kMostText;
    }

private:
    SharedStrings& m_strings;
    std::string m_text;
    std::size_t m_total = 0;
    bool m_inText = false;
    bool m_phonetic = false;
};

}  // namespace

std::string plainText(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        if (const auto unit = escapeAt(text)) {
            const auto [character, length] = unescaped(text, *unit);
            utf8::append(plain, character);
            text.remove_prefix(length);
            continue;
        }
        const std::size_t next = std::min(text.find('_', 1), text.size());
        plain += text.substr(0, next);
        text.remove_prefix(next);
    }
    unifyLineEnds(plain);
    return plain;
}

void SharedStrings::add(std::string_view text) {
    m_text += text;
    m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
    if (index >= m_ends.size()) {
        return std::nullopt;
    }
    const std::size_t from = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(from, m_ends[index] - from);
}

Result<SharedStrings> SharedStrings::read(ZipPart part) {
    SharedStrings strings;
    StringsHandler handler(strings);
    const std::string name = part.name();
    XmlStream stream(std::move(part), handler);
    if (const Status status = stream.run(); !status) {
        return status.error();
    }
    if (handler.isTooMuch()) {
        return Error("workbook.tooLarge", {{"part", name}, {"limit", std::to_string(kMostText >> 20)}});
    }
    return strings;
}

}  // namespace zhida::importing
