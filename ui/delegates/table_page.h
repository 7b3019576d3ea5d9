// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QTableView;

namespace zhida::ui {

/// Rows of a table without a grid, whole rows chosen; while there are none, a sentence that says why.
class TablePage : public QWidget {
    Q_OBJECT

public:
    /// `name`: for screen readers. The model outlives it.
    TablePage(QAbstractItemModel& model, const QString& name, const QString& empty, QWidget* parent = nullptr);
    [[nodiscard]] QTableView& view() const { return *m_view; }

signals:
    void counted(int rows);

private:
    QTableView* m_view;
};

}  // namespace zhida::ui
