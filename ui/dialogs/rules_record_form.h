// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/rules_input.h"
#include "ui/dialogs/rules_table.h"

#include <map>

class QGridLayout;

namespace zhida::ui {

/// The fields of one record of the procedure file, made from the schema. Path "" has the plain fields of the file.
class RulesRecordForm : public QWidget {
    Q_OBJECT

public:
    RulesRecordForm(RulesPresenter& presenter, const std::string& path, QWidget* parent = nullptr);

    /// Another record with the same fields.
    void setPath(const std::string& path);
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// The widget of a field; nullptr when there is none.
    [[nodiscard]] QWidget* field(const std::string& name) const;
    void focusFirst();
    /// False when the form has no such field.
    bool focusField(const std::string& name);

signals:
    /// An entry of a list within the record is wanted: its path.
    void opened(const std::string& path);

private:
    void build();
    void addInput(const RulesField& field, QGridLayout* grid);
    void addTable(const RulesField& field, QGridLayout* grid);
    void place(QWidget* widget, const QString& name, bool wide, QGridLayout* grid);
    void showValues();
    void showProblems();
    void write(const std::string& name, RulesDocument::Json value);

    RulesPresenter& m_presenter;
    std::string m_path;
    std::map<std::string, RulesInput> m_inputs;
    std::map<std::string, RulesTable*> m_tables;
    std::string m_own;  ///< field that is being written right now: it shows already what it holds
    QWidget* m_first = nullptr;
    int m_row = 0;
    int m_column = 0;
};

}  // namespace zhida::ui
