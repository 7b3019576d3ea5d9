// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/queue_presenter.h"

#include <QTableView>

#include <vector>

namespace zhida::ui {

/// The table of the queue. Several rows may be chosen; live changes keep them chosen. Tells the model which rows must not move:
/// all down to the current one, the last chosen one or the one under the mouse.
class QueueView : public QTableView {
    Q_OBJECT

public:
    explicit QueueView(QueueModel& model, QWidget* parent = nullptr);

    [[nodiscard]] TicketId current() const;
    void step(int rows);
    void select(const TicketId& ticket);
    /// In the order of the list.
    [[nodiscard]] std::vector<TicketId> chosen() const;
    /// These and no others.
    void choose(const std::vector<TicketId>& tickets);
    /// Only the current one again.
    void chooseCurrent();

signals:
    void chosenChanged(const std::vector<zhida::TicketId>& tickets);
    void opened(const zhida::TicketId& ticket);
    void currentTicketChanged(const zhida::TicketId& ticket);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Focus alone chooses no row: a ticket is opened by a person.
    void focusInEvent(QFocusEvent* event) override;

private:
    void updateAnchor(int hovered);

    QueueModel& m_model;
    TicketId m_current;
    std::vector<TicketId> m_chosen;
    bool m_resetting = false;
};

}  // namespace zhida::ui
