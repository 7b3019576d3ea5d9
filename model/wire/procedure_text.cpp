// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/procedure_text.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <set>

namespace zhida::wire {
namespace {

using nlohmann::json;

constexpr std::size_t kWidth = 150;

std::string onOneLine(const ProcedureJson& node) {
    if (!node.is_structured()) {
        return node.dump(-1, ' ', false, ProcedureJson::error_handler_t::replace);
    }
    std::string text;
    for (const auto& [key, value] : node.items()) {
        text += (text.empty() ? "" : ", ") + (node.is_object() ? ProcedureJson(key).dump() + ": " : "");
        text += onOneLine(value);
    }
    return node.is_object() ? "{" + text + "}" : "[" + text + "]";
}

std::string pretty(const ProcedureJson& node, std::size_t indent, bool mayBeOneLine) {
    const std::string line = onOneLine(node);
    if (!node.is_structured() || node.empty() || (mayBeOneLine && indent + utf8::length(line) <= kWidth)) {
        return line;
    }
    const std::string margin(indent + 2, ' ');
    std::string text;
    for (const auto& [key, value] : node.items()) {
        text += (text.empty() ? "" : ",\n") + margin + (node.is_object() ? ProcedureJson(key).dump() + ": " : "");
        text += pretty(value, indent + 2, true);
    }
    const std::string end = "\n" + std::string(indent, ' ');
    return node.is_object() ? "{\n" + text + end + "}" : "[\n" + text + end + "]";
}

class Comparison {
public:
    void compare(const std::string& path, const json& before, const json& after) {
        if (before == after) {
            return;
        }
        if (before.is_object() && after.is_object()) {
            objects(path, before, after);
        } else if (before.is_array() && after.is_array()) {
            hasCodes(before) && hasCodes(after) ? coded(path, before, after) : wholes(path, before, after);
        } else {
            changes.push_back({path, before, after});
        }
    }

    std::vector<ProcedureChange> changes;

private:
    static bool hasCodes(const json& list) {
        std::set<std::string> codes;
        for (const json& each : list) {
            const bool fresh = each.is_object() && each.contains("code") && codes.insert(keyOf(each)).second;
            if (!fresh) {
                return false;
            }
        }
        return true;
    }
    /// Forms have versions under one code.
    static std::string keyOf(const json& item) {
        const std::string code = item["code"].dump();
        return item.contains("version") ? code + " " + item["version"].dump() : code;
    }
    static std::string nameOf(const json& item) {
        std::string key = keyOf(item);
        std::erase(key, '"');
        return key;
    }

    void objects(const std::string& path, const json& before, const json& after) {
        const auto under = [&path](const std::string& key) { return path.empty() ? key : path + "." + key; };
        for (const auto& [key, value] : before.items()) {
            compare(under(key), value, after.contains(key) ? after[key] : json());
        }
        for (const auto& [key, value] : after.items()) {
            if (!before.contains(key)) {
                compare(under(key), json(), value);
            }
        }
    }

    static const json* withKey(const json& list, const std::string& key) {
        for (const json& each : list) {
            if (keyOf(each) == key) {
                return &each;
            }
        }
        return nullptr;
    }
    void coded(const std::string& path, const json& before, const json& after) {
        for (const json& each : before) {
            const json* now = withKey(after, keyOf(each));
            compare(path + "[" + nameOf(each) + "]", each, now == nullptr ? json() : *now);
        }
        for (const json& each : after) {
            if (withKey(before, keyOf(each)) == nullptr) {
                changes.push_back({path + "[" + nameOf(each) + "]", json(), each});
            }
        }
    }

    void wholes(const std::string& path, const json& before, const json& after) {
        std::vector<bool> met(after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            std::size_t same = 0;
            while (same < after.size() && (met[same] || after[same] != before[i])) {
                ++same;
            }
            if (same < after.size()) {
                met[same] = true;
            } else {
                changes.push_back({path + "[" + std::to_string(i) + "]", before[i], json()});
            }
        }
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (!met[i]) {
                changes.push_back({path + "[" + std::to_string(i) + "]", json(), after[i]});
            }
        }
    }
};

}  // namespace

std::string prettyProcedure(const ProcedureJson& procedure) { return pretty(procedure, 0, false) + "\n"; }

std::vector<ProcedureChange> changesBetween(json before, json after) {
    before.erase("version");
    after.erase("version");
    Comparison comparison;
    comparison.compare("", before, after);
    return std::move(comparison.changes);
}

}  // namespace zhida::wire
