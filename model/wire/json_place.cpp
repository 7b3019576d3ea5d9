// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/json_place.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace zhida::wire {
namespace {

/// Goes through a JSON text without making values of it.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    [[nodiscard]] std::size_t at() const { return m_at; }

    void skipBlanks() {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
        }
    }
    /// The next sign that is not a blank; 0 at the end.
    char peek() {
        skipBlanks();
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    bool take(char sign) {
        const bool there = peek() == sign;
        m_at += there ? 1 : 0;
        return there;
    }
    /// The raw text between the quotes; keys of ours hold no escapes.
    std::string_view takeText() {
        if (!take('"')) {
            return {};
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        }
        m_at = std::min(m_at, m_text.size());
        const std::string_view inner = m_text.substr(begin, m_at - begin);
        m_at += m_at < m_text.size() ? 1 : 0;
        return inner;
    }
    /// A whole value, whatever it holds.
    void skipValue() {
        std::size_t depth = 0;
        do {
            const char sign = peek();
            if (sign == '\0') {
                return;
            }
            if (sign == '"') {
                takeText();
                continue;
            }
            depth += sign == '{' || sign == '[' ? 1 : 0;
            if (sign == '}' || sign == ']') {
                if (depth == 0) {
                    return;
                }
                --depth;
            }
            ++m_at;
        } while (depth > 0 || insideWord());
    }

private:
    /// A number or a word goes on; a closed value does not.
    [[nodiscard]] bool insideWord() const {
        const char last = m_text[m_at - 1];
        return last != '}' && last != ']' && last != '"' && m_at < m_text.size() &&
               std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// One step of a path: a key or an index.
struct Step {
    std::string_view key;
    std::optional<std::size_t> index;
};

std::optional<Step> nextStep(std::string_view& path) {
    if (!path.empty() && path.front() == '.') {
        path.remove_prefix(1);
    }
    if (path.empty()) {
        return std::nullopt;
    }
    if (path.front() == '[') {
        std::size_t index = 0;
        const auto [end, failure] = std::from_chars(path.data() + 1, path.data() + path.size(), index);
        const auto used = static_cast<std::size_t>(end - path.data());
        if (failure != std::errc{} || used >= path.size() || path[used] != ']') {
            return std::nullopt;
        }
        path.remove_prefix(used + 1);
        return Step{{}, index};
    }
    const std::size_t end = std::min(path.find_first_of(".["), path.size());
    const Step step{path.substr(0, end), std::nullopt};
    path.remove_prefix(end);
    return step;
}

/// To the value of that step within the value that begins here; false when there is none.
bool enter(Scanner& scanner, const Step& step) {
    if (!scanner.take(step.index ? '[' : '{')) {
        return false;
    }
    for (std::size_t i = 0;; ++i) {
        const char sign = scanner.peek();
        if (sign == ']' || sign == '}' || sign == '\0') {
            return false;
        }
        const bool here = step.index ? i == *step.index : scanner.takeText() == step.key;
        if (!step.index && !scanner.take(':')) {
            return false;
        }
        if (here) {
            scanner.skipBlanks();
            return true;
        }
        scanner.skipValue();
        scanner.take(',');
    }
}

}  // namespace

std::size_t lineOfByte(std::string_view text, std::size_t byte) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
    return static_cast<std::size_t>(std::count(text.begin(), end, '\n')) + 1;
}

std::size_t lineOf(std::string_view json, std::string_view path) {
    Scanner scanner(json);
    if (scanner.peek() == '\0') {
        return 0;
    }
    std::size_t found = scanner.at();
    while (const auto step = nextStep(path)) {
        if (!enter(scanner, *step)) {
            break;
        }
        found = scanner.at();
    }
    return lineOfByte(json, found);
}

}  // namespace zhida::wire
