// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/queue_view.h"

#include "ui/delegates/queue_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace zhida::ui {

QueueView::QueueView(QueueModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
    setModel(&model);
    setItemDelegate(new QueueDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Queue"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(QueueDelegate::kRowHeight);
    verticalHeader()->setDefaultSectionSize(QueueDelegate::kRowHeight);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setSectionResizeMode(QueueModel::kMatter, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(QueueModel::kRemaining, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(QueueModel::kRemaining, QueueDelegate::kTimeWidth);
    connect(this, &QTableView::clicked, this, [this] { emit opened(current()); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_model.rowOf(m_current);
            row >= 0) {  // the same ticket stays chosen when the list is read anew
            setCurrentIndex(m_model.index(row, 0));
        }
    });
}

TicketId QueueView::current() const {
    const QueueLine* line = m_model.line(currentIndex().row());
    return line == nullptr ? TicketId{} : line->row.ticket;
}

void QueueView::step(int rows) {
    const int last = m_model.rowCount() - 1;
    if (last < 0) {
        return;
    }
    const int from = currentIndex().isValid() ? currentIndex().row() + rows : 0;
    setCurrentIndex(m_model.index(std::clamp(from, 0, last), 0));
}

void QueueView::select(const TicketId& ticket) {
    if (const int row = m_model.rowOf(ticket); row >= 0 && row != currentIndex().row()) {
        setCurrentIndex(m_model.index(row, 0));
    }
}

void QueueView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (const QueueLine* line = m_model.line(current.row())) {
        m_current = line->row.ticket;
        emit currentTicketChanged(m_current);
    }
    updateAnchor(-1);
}

void QueueView::mouseMoveEvent(QMouseEvent* event) {
    QTableView::mouseMoveEvent(event);
    updateAnchor(rowAt(event->position().toPoint().y()));
}

void QueueView::leaveEvent(QEvent* event) {
    QTableView::leaveEvent(event);
    updateAnchor(-1);
}

void QueueView::focusInEvent(QFocusEvent* event) {
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): QAbstractItemView's own would choose the first row
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void QueueView::updateAnchor(int hovered) {
    const QueueLine* line = m_model.line(std::max(currentIndex().row(), hovered));
    m_model.setAnchor(line == nullptr ? TicketId{} : line->row.ticket);
}

void QueueView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit opened(current());
        return;
    }
    QTableView::keyPressEvent(event);
}

}  // namespace zhida::ui
