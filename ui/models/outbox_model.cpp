// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/outbox_model.h"

#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/support/words.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {

int OutboxModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int OutboxModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant OutboxModel::data(const QModelIndex& index, int role) const {
    const service::OutboxItem* each = index.isValid() ? item(index.row()) : nullptr;
    if (each == nullptr) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return text(*each, index.column());
    }
    const bool refused = each->state == service::OutboxItem::State::refused;
    if (role == Qt::ForegroundRole && refused && (index.column() == kState || index.column() == kReason)) {
        return theme().red;
    }
    return {};
}

QString OutboxModel::text(const service::OutboxItem& item, int column) const {
    using State = service::OutboxItem::State;
    switch (column) {
        case kState:
            return item.state == State::refused ? tr("■ Refused")
                   : item.state == State::sent  ? tr("◆ Sent")
                   : item.restsUntil            ? tr("◔ Rests until %1").arg(secondsText(*item.restsUntil, m_offset))
                                                : tr("● Waiting");
        case kWhat:
            return words::ofCommand(item.name);
        case kTicket:
            return item.number.empty() ? QStringLiteral("–") : q(item.number);
        case kTime:
            return clockText(item.createdAt, m_offset);
        case kWords:
            return q(item.words).simplified();
        case kReason:
            return item.state == State::refused ? words::ofError(item.refusal) : QString();
        default:
            return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
        case kState:
            return tr("State");
        case kWhat:
            return tr("What");
        case kTicket:
            return tr("Ticket");
        case kTime:
            return tr("Time");
        case kWords:
            return tr("Your words");
        case kReason:
            return tr("Why refused");
        default:
            return {};
    }
}

void OutboxModel::setItems(std::vector<service::OutboxItem> items) {
    // What needs somebody comes first.
    std::stable_partition(items.begin(), items.end(),
                          [](const auto& each) { return each.state == service::OutboxItem::State::refused; });
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

const service::OutboxItem* OutboxModel::item(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_items[static_cast<std::size_t>(row)];
}

}  // namespace zhida::ui
