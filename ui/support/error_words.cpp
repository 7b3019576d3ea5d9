// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/error_table.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace zhida::ui::words {
namespace {

/// Codes inside arguments are words as well.
template <class E>
bool translateCode(const std::string& value, QString& out) {
    if (const auto known = enumFrom<E>(value)) {
        out = of(*known);
        return true;
    }
    return false;
}

/// Codes with blanks between them; what is no such code stays as it is.
template <class E>
QString listText(const QString& codes) {
    QStringList names;
    for (const QString& each : codes.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QString name = each;
        translateCode<E>(s(each), name);
        names << name;
    }
    return names.join(QCoreApplication::translate("Words", ", "));
}

QString argumentText(const std::string& name, const std::string& value) {
    QString text = q(value);
    if (name == "field") {
        return ofField(value);
    }
    if (name == "command" || name == "name") {
        return ofCommand(value);
    }
    if (name == "kind" && translateCode<domain::RequestKind>(value, text)) {
        return text;
    }
    if (name == "level" && translateCode<domain::SupervisionLevel>(value, text)) {
        return text;
    }
    if (name == "stage" && translateCode<domain::ArticleStage>(value, text)) {
        return text;
    }
    if (name == "who") {
        return listText<domain::Role>(text);
    }
    if (name == "from") {
        return listText<domain::TicketState>(text);
    }
    if (name == "role") {
        translateCode<domain::Role>(value, text);
    } else if (name == "state" && !translateCode<domain::TicketState>(value, text)) {
        translateCode<domain::AssignmentState>(value, text);
    }
    return text;
}

const ErrorRow* errorRow(std::string_view code) {
    for (const auto rows : {errorsAToM(), errorsNToZ()}) {
        for (const ErrorRow& row : rows) {
            if (row.code == code) {
                return &row;
            }
        }
    }
    return nullptr;
}

}  // namespace

bool knowsError(std::string_view code) { return errorRow(code) != nullptr; }

QString ofError(const Error& error) {
    const ErrorRow* row = errorRow(error.code);
    if (row == nullptr) {
        return QCoreApplication::translate("Error", "This did not work (%1). Nothing you typed is lost.")
            .arg(q(error.code));
    }
    QString sentence = QCoreApplication::translate("Error", row->sentence);
    for (const auto& [name, value] : error.args) {
        sentence.replace(QLatin1Char('{') + q(name) + QLatin1Char('}'), argumentText(name, value));
    }
    return sentence;
}

}  // namespace zhida::ui::words
