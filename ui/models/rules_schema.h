// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace zhida::ui {

/// One field of a procedure file, as the lists that read it describe it (wire::describeProcedure): whatever is added there can
/// be edited without a line of the window.
struct RulesField {
    std::string name;
    std::string type;  ///< text integer boolean enum term period time unit category object
    bool required = false;
    bool list = false;
    bool any = false;                ///< may be left out or "*": any
    std::vector<std::string> codes;  ///< of an enum
    nlohmann::json preset;           ///< what counts while it is left out; null: nothing
    std::vector<RulesField> fields;  ///< of an object

    [[nodiscard]] const RulesField* field(std::string_view key) const;
    [[nodiscard]] bool isRecordList() const { return list && type == "object"; }
    /// An entry of this list as it is before anybody has filled it in.
    [[nodiscard]] nlohmann::ordered_json blankEntry() const;
};

/// The whole file as one object; without "version", which the centre writes.
const RulesField& rulesSchema();
/// The field at "ladders[1].levels[0].term"; nullptr when there is none. An entry has the field of its list.
const RulesField* rulesFieldAt(std::string_view path);

/// Places in a procedure file are written as its errors name them: "deadlines[3].term".
namespace rulesPath {
std::string item(std::string_view list, int index);
std::string under(std::string_view object, std::string_view key);
/// "ladders[1].levels[0]" -> {"ladders[1].levels", 0}; index -1 when the path does not end with one.
std::pair<std::string, int> split(std::string_view path);
/// "ladders[1].levels[0].term" -> "ladders[1].levels[0]"; "ladders[1]" -> "ladders"; "ladders" -> "".
std::string parent(std::string_view path);
/// "ladders[1].levels" -> "ladders".
std::string section(std::string_view path);
/// Is `path` at or within `outer`?
bool within(std::string_view path, std::string_view outer);
nlohmann::ordered_json::json_pointer pointer(std::string_view path);
}  // namespace rulesPath

}  // namespace zhida::ui
