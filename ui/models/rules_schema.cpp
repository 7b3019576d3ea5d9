// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rules_schema.h"

#include "model/wire/rules_file.h"

#include <algorithm>
#include <charconv>

namespace zhida::ui {
namespace {

RulesField fieldFrom(const nlohmann::json& described) {
    RulesField field;
    field.name = described.value("name", "");
    field.type = described.value("type", "text");
    field.required = described.value("required", false);
    field.list = described.value("list", false);
    field.any = described.contains("any");
    field.codes = described.value("values", std::vector<std::string>());
    field.preset = described.value("default", nlohmann::json());
    for (const nlohmann::json& each : described.value("fields", nlohmann::json::array())) {
        field.fields.push_back(fieldFrom(each));
    }
    return field;
}

}  // namespace

const RulesField* RulesField::field(std::string_view key) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [key](const RulesField& each) { return each.name == key; });
    return found == fields.end() ? nullptr : &*found;
}

nlohmann::ordered_json RulesField::blankEntry() const {
    nlohmann::ordered_json entry = nlohmann::ordered_json::object();
    for (const RulesField& each : fields) {
        if (!each.required) {
            continue;
        }
        if (each.list) {
            entry[each.name] = nlohmann::ordered_json::array();
        } else if (each.type == "enum") {
            entry[each.name] = each.codes.front();
        } else if (each.type == "term") {
            entry[each.name] = "5wd";
        } else if (each.type == "integer") {
            entry[each.name] = 1;
        }
    }
    return entry;
}

const RulesField& rulesSchema() {
    static const RulesField kSchema = [] {
        RulesField root;
        root.type = "object";
        for (const nlohmann::json& each : wire::describeProcedure()) {
            if (each["name"] != "version") {
                root.fields.push_back(fieldFrom(each));
            }
        }
        return root;
    }();
    return kSchema;
}

const RulesField* rulesFieldAt(std::string_view path) {
    const RulesField* found = &rulesSchema();
    while (!path.empty() && found != nullptr) {
        const std::size_t end = std::min(path.find('.'), path.size());
        found = found->field(path.substr(0, std::min(path.find('['), end)));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return found;
}

namespace rulesPath {

std::string item(std::string_view list, int index) { return std::string(list) + "[" + std::to_string(index) + "]"; }

std::string under(std::string_view object, std::string_view key) {
    return object.empty() ? std::string(key) : std::string(object) + "." + std::string(key);
}

std::pair<std::string, int> split(std::string_view path) {
    const std::size_t bracket = path.empty() || path.back() != ']' ? std::string_view::npos : path.rfind('[');
    int index = -1;
    if (bracket != std::string_view::npos) {
        std::from_chars(path.data() + bracket + 1, path.data() + path.size(), index);
    }
    return {std::string(path.substr(0, bracket)), index};
}

std::string parent(std::string_view path) {
    const std::size_t cut = path.find_last_of(".[");
    return std::string(path.substr(0, cut == std::string_view::npos ? 0 : cut));
}

std::string section(std::string_view path) { return std::string(path.substr(0, path.find_first_of(".["))); }

bool within(std::string_view path, std::string_view outer) {
    return path.starts_with(outer) &&
           (outer.empty() || path.size() == outer.size() || path[outer.size()] == '.' || path[outer.size()] == '[');
}

nlohmann::ordered_json::json_pointer pointer(std::string_view path) {
    std::string text;
    for (const char sign : path) {
        if (text.empty() || sign == '.' || sign == '[') {
            text += '/';
        }
        if (sign != '.' && sign != '[' && sign != ']') {
            text += sign;
        }
    }
    return nlohmann::ordered_json::json_pointer(text);
}

}  // namespace rulesPath
}  // namespace zhida::ui
