// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/queue_presenter.h"

#include <QTableView>

namespace zhida::ui {

/// The table of the queue. Tells the model which row must not move: the current one, or the one under the mouse.
class QueueView : public QTableView {
    Q_OBJECT

public:
    explicit QueueView(QueueModel& model, QWidget* parent = nullptr);

    [[nodiscard]] TicketId current() const;
    void step(int rows);
    void select(const TicketId& ticket);

signals:
    void opened(const zhida::TicketId& ticket);
    void currentTicketChanged(const zhida::TicketId& ticket);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Focus alone chooses no row: a ticket is opened by a person.
    void focusInEvent(QFocusEvent* event) override;

private:
    void updateAnchor(int hovered);

    QueueModel& m_model;
    TicketId m_current;
};

}  // namespace zhida::ui
