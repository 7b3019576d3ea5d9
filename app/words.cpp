// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words.h"

#include "app/words_table.h"

#include <algorithm>
#include <cstdlib>

namespace zhida::words {
namespace {

/// Arguments that are codes side by side: who may, from which states.
bool isList(std::string_view name) { return name == "who" || name == "from"; }

std::string listed(const std::string& codes) {
    std::string out;
    for (const char c : codes) {
        out += c == ' ' ? std::string(", ") : std::string(1, c);
    }
    return out;
}

/// "{name}" becomes the argument; an argument that is not there leaves nothing. Line ends would break the one line.
std::string filled(std::string_view pattern, const Error& error) {
    std::string out;
    while (!pattern.empty()) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        out += pattern.substr(0, open);
        pattern.remove_prefix(open);
        const std::size_t close = pattern.find('}');
        if (close != std::string_view::npos) {
            const std::string_view name = pattern.substr(1, close - 1);
            out += isList(name) ? listed(error.arg(name)) : error.arg(name);
            pattern.remove_prefix(close + 1);
        }
    }
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

const Sentence* find(std::string_view code) {
    for (const auto table : {sentencesAtoM(), sentencesNtoZ()}) {
        const auto at =
            std::lower_bound(table.begin(), table.end(), code,
                             [](const Sentence& each, std::string_view wanted) { return each.code < wanted; });
        if (at != table.end() && at->code == code) {
            return &*at;
        }
    }
    return nullptr;
}

}  // namespace

Language languageOfEnvironment() {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("zh") ? Language::chinese : Language::english;
        }
    }
    return Language::english;
}

std::string sentence(const Error& error, Language language) {
    if (const Sentence* known = find(error.code)) {
        return filled(language == Language::chinese ? known->zh : known->en, error);
    }
    std::string text = error.code;
    for (const auto& [name, value] : error.args) {
        text.append(" ").append(name).append("=").append(value);
    }
    return text;
}

}  // namespace zhida::words
