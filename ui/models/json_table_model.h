// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

namespace zhida::ui {

/// Rows that the server sends as JSON objects (accounts, units, devices), in named columns.
class JsonTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Column {
        QString title;
        std::function<QString(const QJsonObject&)> text;
    };

    /// Shows the field `key` of a row as it is.
    static Column plain(const QString& title, const char* key);

    explicit JsonTableModel(std::vector<Column> columns, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRows(const QJsonArray& rows);
    [[nodiscard]] QJsonObject row(int at) const { return m_rows.at(at).toObject(); }

private:
    std::vector<Column> m_columns;
    QJsonArray m_rows;
};

}  // namespace zhida::ui
