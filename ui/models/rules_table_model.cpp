// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rules_table_model.h"

#include "ui/support/rules_words.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

using Json = RulesDocument::Json;

/// "0102 水务" out of "0102" and "城乡建设 / 水务".
QString withName(const std::string& code, const QString& path) {
    const QString name = path.section(QStringLiteral(" / "), -1);
    return name == q(code) ? name : q(code) + QLatin1Char(' ') + name;
}

QString single(const RulesField& field, const Json& value, const Directory& directory) {
    if (value.is_boolean()) {
        return value.get<bool>() ? QStringLiteral("✓") : QString();
    }
    if (!value.is_string()) {
        return q(value.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    const std::string& text = value.get_ref<const std::string&>();
    if (field.type == "enum" && text != "*") {
        return words::ofRulesCode(field.name, text);
    }
    if (field.type == "term") {
        return words::ofTerm(text);
    }
    if (field.type == "unit") {
        return directory.unitName(UnitCode{text});
    }
    if (field.type == "category" || field.name == "category") {
        return withName(text, directory.categoryPath(CategoryCode{text}));
    }
    if (field.name == "region") {
        return withName(text, directory.regionPath(RegionCode{text}));
    }
    return q(text);
}

}  // namespace

QString rulesValueText(const RulesField& field, const Json* value, const Directory& directory) {
    if (value == nullptr || value->is_null()) {
        return {};
    }
    if (field.isRecordList() && value->is_array()) {
        return QString::number(value->size());
    }
    if (!field.list || !value->is_array()) {
        return single(field, *value, directory);
    }
    QStringList all;
    for (const Json& each : *value) {
        all << single(field, each, directory);
    }
    return all.join(QStringLiteral(", "));
}

RulesTableModel::RulesTableModel(RulesDocument& document, std::string list, DirectoryPtr directory,
                                 HasProblem hasProblem, QObject* parent)
    : QAbstractTableModel(parent),
      m_document(document),
      m_list(std::move(list)),
      m_field(rulesFieldAt(m_list)),
      m_directory(std::move(directory)),
      m_hasProblem(std::move(hasProblem)) {
    connect(&document, &RulesDocument::valueChanged, this, [this](const std::string& path) {
        if (rulesPath::within(path, m_list) && rowCount() > 0) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    });
    connect(&document, &RulesDocument::structureChanged, this, [this](const std::string& changed) {
        if (rulesPath::within(m_list, changed) || rulesPath::within(changed, m_list)) {
            beginResetModel();
            endResetModel();
        }
    });
}

int RulesTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_document.count(m_list);
}

int RulesTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(field().fields.size());
}

QVariant RulesTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const RulesField& column = field().fields[static_cast<std::size_t>(index.column())];
    const std::string entry = rulesPath::item(m_list, index.row());
    const std::string path = rulesPath::under(entry, column.name);
    const bool wrong = m_hasProblem && m_hasProblem(index.column() == 0 ? entry : path);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const QString text = rulesValueText(column, m_document.at(path), *m_directory);
        return wrong && role == Qt::DisplayRole ? QStringLiteral("▲ ") + text : text;
    }
    if (role == Qt::ForegroundRole && wrong) {
        return theme().red;
    }
    return {};
}

QVariant RulesTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole || section < 0) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section + 1;
    }
    return section < columnCount()
               ? words::ofRulesField(rulesPath::under(m_list, field().fields[static_cast<std::size_t>(section)].name))
               : QVariant();
}

int RulesTableModel::add(int after) {
    const int at = std::min(after + 1, rowCount());
    m_document.insert(m_list, at, field().blankEntry());
    return at;
}

int RulesTableModel::copy(int row) {
    m_document.insert(m_list, row + 1, *m_document.at(rulesPath::item(m_list, row)));
    return row + 1;
}

int RulesTableModel::remove(int row) {
    m_document.remove(m_list, row);
    return std::min(row, rowCount() - 1);
}

int RulesTableModel::move(int row, int by) {
    const int to = std::clamp(row + by, 0, std::max(0, rowCount() - 1));
    m_document.move(m_list, row, to);
    return to;
}

void RulesTableModel::problemsChanged() {
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

}  // namespace zhida::ui
