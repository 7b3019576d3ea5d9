// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/row_reader.h"
#include "app/importing/text_file.h"

#include "model/base/utf8.h"
#include "model/wire/json.h"

#include <algorithm>
#include <cstring>

namespace zhida::importing {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// memmem: a search for the first byte alone stops at every full-width comma.
bool hasReplacement(std::string_view text) {
    return ::memmem(text.data(), text.size(), kReplacement.data(), kReplacement.size()) != nullptr;
}

/// The parser checks the encoding itself: only what it refuses is looked at again.
Result<Row> parseObject(std::string_view text, std::size_t line) {
    Row row;
    row.line = line;
    row.damaged = hasReplacement(text);
    Result<Json> fields = wire::parseJson(text);
    if (!fields && fields.error().code == "json.syntax" && !utf8::isValid(text)) {
        bool damaged = false;
        return parseObject(repaired(text, damaged), line);  // it has U+FFFD now: marked as damaged
    }
    if (!fields) {
        Error why = fields.error();
        why.code = why.code == "json.syntax" ? "row.json" : why.code;
        why.args.emplace_back("line", std::to_string(line));
        return why;
    }
    row.fields = std::move(*fields);
    if (!row.fields.is_object()) {
        return Error("row.notObject", {{"line", std::to_string(line)}});
    }
    return row;
}

/// What both forms share: the names of the first object are found by looking ahead.
class JsonReader : public RowReader {
public:
    std::optional<Result<Row>> next() final {
        if (m_ahead) {
            auto row = std::move(m_ahead);
            m_ahead.reset();
            return row;
        }
        return read();
    }
    [[nodiscard]] const std::vector<std::string>& header() const final { return m_header; }

protected:
    explicit JsonReader(std::string_view text) : m_text(text) {}
    void lookAhead() {
        m_ahead = read();
        if (m_ahead && m_ahead->ok()) {
            for (const auto& [name, value] : (*m_ahead)->fields.items()) {
                m_header.push_back(name);
            }
        }
    }
    virtual std::optional<Result<Row>> read() = 0;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;

private:
    std::optional<Result<Row>> m_ahead;
    std::vector<std::string> m_header;
};

class JsonLinesReader final : public JsonReader {
public:
    explicit JsonLinesReader(std::string_view text) : JsonReader(text) { lookAhead(); }

private:
    std::optional<Result<Row>> read() override {
        while (m_at < m_text.size()) {
            const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
            const std::string_view line = m_text.substr(m_at, end - m_at);
            m_at = end + 1;
            const std::size_t number = m_line++;
            if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
                return parseObject(line, number);
            }
        }
        return std::nullopt;
    }
};

/// Cuts the array into its elements by counting brackets outside of strings, so that one broken element costs no other and
/// the file is never in memory as a tree.
class JsonArrayReader final : public JsonReader {
public:
    explicit JsonArrayReader(std::string_view text) : JsonReader(text) {
        m_at = text.find('[') + 1;
        m_line += count(text.substr(0, m_at));
        lookAhead();
    }

private:
    static std::size_t count(std::string_view text) {
        return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    }

    std::optional<Result<Row>> read() override {
        const std::size_t start = m_text.find_first_not_of(" \t\r\n,", m_at);
        if (start == std::string_view::npos || m_text[start] == ']') {
            m_at = m_text.size();
            return std::nullopt;
        }
        m_line += count(m_text.substr(m_at, start - m_at));
        const std::size_t line = m_line;
        const std::size_t end = elementEnd(start);
        const std::string_view element = m_text.substr(start, end - start);
        m_line += count(element);
        m_at = end;
        return parseObject(element, line);
    }

    [[nodiscard]] std::size_t elementEnd(std::size_t at) const {
        int depth = 0;
        bool inString = false;
        for (; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (inString) {
                at += c == '\\' ? 1U : 0U;
                inString = c != '"';
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if (depth == 0 && (c == ',' || c == ']')) {
                return at;
            } else if (c == '}' || c == ']') {
                --depth;
            }
        }
        return m_text.size();
    }
};

}  // namespace

std::unique_ptr<RowReader> makeJsonLinesReader(std::string_view text) {
    return std::make_unique<JsonLinesReader>(text);
}

std::unique_ptr<RowReader> makeJsonArrayReader(std::string_view text) {
    return std::make_unique<JsonArrayReader>(text);
}

}  // namespace zhida::importing
