// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rules_document.h"

#include <limits>
#include <utility>

namespace zhida::ui {

bool RulesDocument::load(std::string_view text) {
    Json read = Json::parse(text, nullptr, false);
    if (!read.is_object()) {
        return false;
    }
    m_json = std::move(read);
    m_undo.clear();
    m_redo.clear();
    m_last.clear();
    emit structureChanged({});
    return true;
}

bool RulesDocument::replace(std::string_view text) {
    Json read = Json::parse(text, nullptr, false);
    if (!read.is_object()) {
        return false;
    }
    step({});
    m_json = std::move(read);
    emit structureChanged({});
    return true;
}

const RulesDocument::Json* RulesDocument::at(std::string_view path) const {
    const auto pointer = rulesPath::pointer(path);
    return m_json.contains(pointer) ? &m_json[pointer] : nullptr;
}

int RulesDocument::count(std::string_view list) const {
    const Json* const found = at(list);
    return found != nullptr && found->is_array() ? static_cast<int>(found->size()) : 0;
}

/// A change of the same field as the last one belongs to that step.
void RulesDocument::step(const std::string& what) {
    m_redo.clear();
    if (!what.empty() && what == m_last) {
        return;
    }
    m_last = what;
    m_undo.push_back(m_json);
    if (m_undo.size() > kMostSteps) {
        m_undo.erase(m_undo.begin());
    }
}

void RulesDocument::set(std::string_view path, Json value) {
    const Json* const before = at(path);
    if (before == nullptr ? value.is_null() : *before == value) {
        return;
    }
    step(std::string(path));
    if (value.is_null()) {
        const std::size_t dot = path.rfind('.');
        const std::string_view key = path.substr(dot == std::string_view::npos ? 0 : dot + 1);
        m_json[rulesPath::pointer(rulesPath::parent(path))].erase(std::string(key));
    } else if (before != nullptr) {
        m_json[rulesPath::pointer(path)] = std::move(value);
    } else {
        put(path, std::move(value));
    }
    emit valueChanged(std::string(path));
}

/// A field that was not there takes the place that the schema gives it.
void RulesDocument::put(std::string_view path, Json value) {
    const std::string parent = rulesPath::parent(path);
    const RulesField* const owner = rulesFieldAt(parent);
    const auto placeOf = [owner](std::string_view key) {
        const RulesField* const found = owner == nullptr ? nullptr : owner->field(key);
        return found == nullptr ? std::numeric_limits<std::ptrdiff_t>::max() : found - owner->fields.data();
    };
    const std::string key(path.substr(parent.empty() ? 0 : parent.size() + 1));
    Json& object = m_json[rulesPath::pointer(parent)];
    Json ordered = Json::object();
    for (const auto& [name, each] : object.items()) {
        if (!ordered.contains(key) && placeOf(name) > placeOf(key)) {
            ordered[key] = value;
        }
        if (object.is_object()) {
            ordered[name] = each;
        }
    }
    if (!ordered.contains(key)) {
        ordered[key] = std::move(value);
    }
    object = std::move(ordered);
}

RulesDocument::Json& RulesDocument::listAt(const std::string& list) {
    Json& found = m_json[rulesPath::pointer(list)];
    if (!found.is_array()) {
        found = Json::array();
    }
    return found;
}

void RulesDocument::insert(const std::string& list, int index, Json entry) {
    step({});
    Json& entries = listAt(list);
    entries.insert(entries.begin() + index, std::move(entry));
    emit structureChanged(list);
}

void RulesDocument::remove(const std::string& list, int index) {
    step({});
    Json& entries = listAt(list);
    entries.erase(entries.begin() + index);
    emit structureChanged(list);
}

void RulesDocument::move(const std::string& list, int from, int to) {
    if (from == to || to < 0 || to >= count(list)) {
        return;
    }
    step({});
    Json& entries = listAt(list);
    Json taken = std::move(entries[static_cast<std::size_t>(from)]);
    entries.erase(entries.begin() + from);
    entries.insert(entries.begin() + to, std::move(taken));
    emit structureChanged(list);
}

void RulesDocument::go(std::vector<Json>& from, std::vector<Json>& to) {
    if (from.empty()) {
        return;
    }
    to.push_back(std::exchange(m_json, std::move(from.back())));
    from.pop_back();
    m_last.clear();
    emit structureChanged({});
}

void RulesDocument::undo() { go(m_undo, m_redo); }

void RulesDocument::redo() { go(m_redo, m_undo); }

}  // namespace zhida::ui
