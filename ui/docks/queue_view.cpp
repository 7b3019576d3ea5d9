// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/queue_view.h"

#include "ui/delegates/queue_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace zhida::ui {

QueueView::QueueView(QueueModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
    setModel(&model);
    setItemDelegate(new QueueDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
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
    connect(this, &QTableView::clicked, this, [this] {
        if (m_chosen.size() < 2) {
            emit opened(current());
        }
    });
    // The same tickets stay chosen when the list is read anew.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const std::vector<TicketId> before = m_chosen;
        if (const int row = m_model.rowOf(m_current); row >= 0) {
            setCurrentIndex(m_model.index(row, 0));
        }
        if (before.size() > 1) {
            choose(before);
        }
        m_resetting = false;
        selectionChanged({}, {});
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

std::vector<TicketId> QueueView::chosen() const {
    std::vector<int> rows;
    for (const QModelIndex& each : selectionModel()->selectedRows()) {
        rows.push_back(each.row());
    }
    std::sort(rows.begin(), rows.end());
    std::vector<TicketId> tickets;
    for (const int row : rows) {
        tickets.push_back(m_model.line(row)->row.ticket);
    }
    return tickets;
}

void QueueView::choose(const std::vector<TicketId>& tickets) {
    QItemSelection selection;
    for (const TicketId& each : tickets) {
        if (const int row = m_model.rowOf(each); row >= 0) {
            selection.select(m_model.index(row, 0), m_model.index(row, QueueModel::kColumns - 1));
        }
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void QueueView::chooseCurrent() {
    selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void QueueView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    if (m_resetting) {
        return;
    }
    std::vector<TicketId> now = chosen();
    if (now != m_chosen) {
        m_chosen = std::move(now);
        updateAnchor(-1);
        emit chosenChanged(m_chosen);
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
    const int last = m_chosen.size() < 2 ? -1 : m_model.rowOf(m_chosen.back());
    const QueueLine* line = m_model.line(std::max({currentIndex().row(), hovered, last}));
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
