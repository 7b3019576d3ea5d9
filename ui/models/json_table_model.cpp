// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_table_model.h"

#include "ui/support/theme.h"

namespace zhida::ui {

JsonTableModel::Column JsonTableModel::plain(const QString& title, const char* key) {
    return {title,
            [key = QString::fromLatin1(key)](const QJsonObject& row) { return row.value(key).toVariant().toString(); }};
}

int JsonTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JsonTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant JsonTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const QJsonObject object = row(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return m_columns[static_cast<std::size_t>(index.column())].text(object);
    }
    if (role == Qt::ForegroundRole && object.value(QLatin1String("disabled")).toBool()) {
        return theme().muted;
    }
    return {};
}

QVariant JsonTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(m_columns[static_cast<std::size_t>(section)].title) : QVariant();
}

void JsonTableModel::setRows(const QJsonArray& rows) {
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

}  // namespace zhida::ui
