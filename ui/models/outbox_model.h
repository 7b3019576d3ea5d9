// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/views.h"

#include <QAbstractTableModel>

#include <vector>

namespace zhida::ui {

/// What waits for the centre and what it has refused.
class OutboxModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kState, kWhat, kTicket, kTime, kWords, kReason, kColumns };

    explicit OutboxModel(UtcOffset offset, QObject* parent = nullptr) : QAbstractTableModel(parent), m_offset(offset) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setItems(std::vector<service::OutboxItem> items);
    [[nodiscard]] const service::OutboxItem* item(int row) const;

private:
    [[nodiscard]] QString text(const service::OutboxItem& item, int column) const;

    UtcOffset m_offset;
    std::vector<service::OutboxItem> m_items;
};

}  // namespace zhida::ui
