// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rules_table_model.h"
#include "ui/presenters/rules_presenter.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace zhida::ui {

/// The entries of one list of records: add, copy, take out, move, open.
class RulesTable : public QWidget {
    Q_OBJECT

public:
    RulesTable(RulesPresenter& presenter, const std::string& list, QWidget* parent = nullptr);

    /// Shows another list of the same fields.
    void setList(const std::string& list);
    [[nodiscard]] const std::string& list() const { return m_list; }
    [[nodiscard]] int row() const;
    void select(int row);
    [[nodiscard]] QTableView& view() { return *m_view; }

signals:
    /// -1: there is none.
    void rowChanged(int row);
    /// Enter, or a new entry: its fields are wanted.
    void opened(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildButtons();
    void add();
    void act(int (RulesTableModel::*change)(int));
    void move(int by);
    void showState();

    RulesPresenter& m_presenter;
    std::string m_list;
    RulesTableModel* m_model = nullptr;
    QTableView* m_view;
    QPushButton* m_add;
    std::vector<QPushButton*> m_ofRow;  ///< need an entry
    int m_row = -1;                     ///< kept over a reset of the model
};

}  // namespace zhida::ui
