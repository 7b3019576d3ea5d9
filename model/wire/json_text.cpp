// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/json.h"

#include <nlohmann/json.hpp>

#include <cstddef>

namespace zhida::wire {
namespace {

/// Of the brackets outside of strings. Also for what is no JSON: a parser has come no deeper when it gives up.
bool isDeeperThan(int most, std::string_view text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            at += c == '\\' ? 1U : 0U;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > most) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

}  // namespace

Result<Json> parseJson(std::string_view text, int mostDepth) {
    if (isDeeperThan(mostDepth, text)) {
        return Error("json.tooDeep", {{"most", std::to_string(mostDepth)}});
    }
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error& failure) {
        return Error("json.syntax", {{"at", std::to_string(failure.byte)}});
    } catch (const Json::out_of_range&) {
        return Error("json.number");
    }
}

}  // namespace zhida::wire
