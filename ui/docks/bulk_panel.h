// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/bulk_presenter.h"

#include <QWidget>

class QBoxLayout;
class QFrame;
class QLabel;
class QTableView;

namespace zhida::ui {

/// Stands in the middle pane while several tickets are chosen: which they are, what can be done with all of them, who refuses.
class BulkPanel : public QWidget {
    Q_OBJECT

public:
    explicit BulkPanel(BulkPresenter& presenter, QWidget* parent = nullptr);

    /// Everything that can be done with them, and why the rest cannot.
    void openMore();
    /// While a form is open its own buttons are enough.
    void setActionsShown(bool shown);

signals:
    void actionAsked(zhida::ui::ActionId action);
    /// One ticket again.
    void cleared();

private:
    void showTickets();
    void showActions();

    BulkPresenter& m_presenter;
    QLabel* m_heading;
    QLabel* m_refusing;
    QTableView* m_table;
    QFrame* m_foot;
    QBoxLayout* m_actions;
};

}  // namespace zhida::ui
