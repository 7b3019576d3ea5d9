// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/outbox_presenter.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace zhida::ui {

/// The tray: what waits for a line, what was refused, why, and the words that were typed.
class OutboxPanel : public QFrame {
    Q_OBJECT

public:
    explicit OutboxPanel(OutboxPresenter& presenter, QWidget* parent = nullptr);

signals:
    void closed();
    /// The words of a refused command are to be used again.
    void reuse(const zhida::service::OutboxItem& item);
    void openTicket(const zhida::TicketId& ticket);
    /// Out of the outbox before it leaves.
    void withdrawAsked(const zhida::CommandId& command);

private:
    void showItem();

    OutboxPresenter& m_presenter;
    QTableView* m_table;
    QStackedWidget* m_stack;
    QLabel* m_reason;
    QPushButton* m_reuse;
    QPushButton* m_dismiss;
    QPushButton* m_withdraw;
    QPushButton* m_open;
};

}  // namespace zhida::ui
