// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/wire/procedure_text.h"
#include "ui/models/rules_schema.h"

#include <QObject>

#include <string>
#include <string_view>
#include <vector>

namespace zhida::ui {

/// A procedure file while somebody changes it. What this version does not know stays in it, keys keep their order, every step
/// can be taken back. Paths as in rulesPath.
class RulesDocument : public QObject {
    Q_OBJECT

public:
    using Json = wire::ProcedureJson;

    using QObject::QObject;

    /// Another file; nothing to take back. False for a text that is no JSON object: nothing has changed.
    bool load(std::string_view text);
    /// The same as a step that can be taken back.
    bool replace(std::string_view text);
    [[nodiscard]] const Json& whole() const { return m_json; }
    /// As the centre keeps it, one entry of a list a line.
    [[nodiscard]] std::string text() const { return wire::prettyProcedure(m_json); }

    /// nullptr when the file has no such value.
    [[nodiscard]] const Json* at(std::string_view path) const;
    [[nodiscard]] int count(std::string_view list) const;

    /// null takes the field out. Changes of one field in a row are one step.
    void set(std::string_view path, Json value);
    void insert(const std::string& list, int index, Json entry);
    void remove(const std::string& list, int index);
    void move(const std::string& list, int from, int to);

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    static constexpr std::size_t kMostSteps = 200;

signals:
    /// The value there has another text; nothing has moved.
    void valueChanged(const std::string& path);
    /// Entries came, went or moved within the list; "" for the whole file.
    void structureChanged(const std::string& list);

private:
    void step(const std::string& what);
    void put(std::string_view path, Json value);
    Json& listAt(const std::string& list);
    void go(std::vector<Json>& from, std::vector<Json>& to);

    Json m_json = Json::object();
    std::vector<Json> m_undo, m_redo;
    std::string m_last;  ///< path of the step that may still grow
};

}  // namespace zhida::ui
