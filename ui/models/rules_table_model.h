// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rules_document.h"
#include "ui/support/directory.h"

#include <QAbstractTableModel>

#include <functional>

namespace zhida::ui {

/// The value of a field as people read it; of a list of records: how many there are.
QString rulesValueText(const RulesField& field, const RulesDocument::Json* value, const Directory& directory);

/// The entries of one list of records as a table. Columns are made from the list's fields.
class RulesTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Does anything at or within this path have a problem?
    using HasProblem = std::function<bool(const std::string& path)>;

    RulesTableModel(RulesDocument& document, std::string list, DirectoryPtr directory, HasProblem hasProblem,
                    QObject* parent = nullptr);

    [[nodiscard]] const std::string& list() const { return m_list; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Each tells the row on which one should stand then.
    int add(int after);
    int copy(int row);
    int remove(int row);
    int move(int row, int by);
    void problemsChanged();

private:
    [[nodiscard]] const RulesField& field() const { return *m_field; }

    RulesDocument& m_document;
    std::string m_list;
    const RulesField* m_field;
    DirectoryPtr m_directory;
    HasProblem m_hasProblem;
};

}  // namespace zhida::ui
