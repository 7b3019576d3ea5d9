// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/accounts_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/coded.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace zhida::ui {
namespace {

using Columns = std::vector<JsonTableModel::Column>;

JsonTableModel::Column stateColumn() {
    return {QCoreApplication::translate("Accounts", "State"), [](const QJsonObject& row) {
                return row.value(QLatin1String("disabled")).toBool()
                           ? QCoreApplication::translate("Accounts", "○ Disabled")
                           : QCoreApplication::translate("Accounts", "● Active");
            }};
}

Columns userColumns(const DirectoryPtr& directory) {
    return {JsonTableModel::plain(QCoreApplication::translate("Accounts", "User"), "user"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "Name"), "name"),
            {QCoreApplication::translate("Accounts", "Role"),
             [](const QJsonObject& row) {
                 const auto role = enumFrom<domain::Role>(s(row.value(QLatin1String("role")).toString()));
                 return role ? words::of(*role) : row.value(QLatin1String("role")).toString();
             }},
            {QCoreApplication::translate("Accounts", "Unit"),
             [directory](const QJsonObject& row) {
                 return directory->unitName(UnitCode{s(row.value(QLatin1String("unit")).toString())});
             }},
            stateColumn()};
}

Columns unitColumns() {
    return {JsonTableModel::plain(QCoreApplication::translate("Accounts", "Code"), "code"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "Name"), "name"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "Desk"), "desk"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "Telephone"), "phone"), stateColumn()};
}

Columns deviceColumns() {
    return {JsonTableModel::plain(QCoreApplication::translate("Accounts", "Device"), "device"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "Name"), "name"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "Station"), "station"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "User"), "user"), stateColumn()};
}

Columns rosterColumns(const DirectoryPtr& directory, bool chinese) {
    return {{QCoreApplication::translate("Accounts", "User"),
             [directory](const QJsonObject& row) {
                 return directory->userName(UserCode{s(row.value(QLatin1String("user")).toString())});
             }},
            {QCoreApplication::translate("Accounts", "Works for"),
             [directory](const QJsonObject& row) {
                 return directory->unitName(UnitCode{s(row.value(QLatin1String("unit")).toString())});
             }},
            {QCoreApplication::translate("Accounts", "Right"),
             [directory, chinese](const QJsonObject& row) {
                 return nameIn(directory->rules().rosterRights, s(row.value(QLatin1String("right")).toString()),
                               chinese);
             }},
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "First day"), "from"),
            JsonTableModel::plain(QCoreApplication::translate("Accounts", "Last day"), "to"),
            {QCoreApplication::translate("Accounts", "State"), [](const QJsonObject& row) {
                 const QString state = row.value(QLatin1String("state")).toString();
                 return state == QLatin1String("now")    ? QCoreApplication::translate("Accounts", "● Now")
                        : state == QLatin1String("over") ? QCoreApplication::translate("Accounts", "○ Over")
                                                         : QCoreApplication::translate("Accounts", "◇ To come");
             }}};
}

/// The rows of an answer: an array, or an object that holds one.
QJsonArray rowsIn(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isArray()) {
        return document.array();
    }
    const QJsonObject object = document.object();
    for (const auto& value : object) {
        if (value.isArray()) {
            return value.toArray();
        }
    }
    return {};
}

}  // namespace

AccountsPresenter::AccountsPresenter(service::Desk& desk, DirectoryPtr directory, bool chinese, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_directory(std::move(directory)),
      m_users(userColumns(m_directory)),
      m_units(unitColumns()),
      m_devices(deviceColumns()),
      m_roster(rosterColumns(m_directory, chinese)) {}

JsonTableModel& AccountsPresenter::model(Kind kind) {
    switch (kind) {
        case Kind::user:
            return m_users;
        case Kind::unit:
            return m_units;
        case Kind::device:
            return m_devices;
        case Kind::roster:
            break;
    }
    return m_roster;
}

QString AccountsPresenter::nameOf(Kind kind) {
    switch (kind) {
        case Kind::user:
            return QStringLiteral("user");
        case Kind::unit:
            return QStringLiteral("unit");
        case Kind::device:
            return QStringLiteral("device");
        case Kind::roster:
            break;
    }
    return QStringLiteral("roster");
}

QString AccountsPresenter::keyOf(Kind kind) { return kind == Kind::unit ? QStringLiteral("code") : nameOf(kind); }

void AccountsPresenter::run(Kind kind, const QString& verb, const QJsonObject& arguments,
                            std::function<void(const QByteArray&)> then) {
    administer(m_desk, this, s(nameOf(kind) + QLatin1Char('.') + verb),
               QJsonDocument(arguments).toJson(QJsonDocument::Compact).toStdString(),
               [this, then = std::move(then)](const Result<std::string>& result) {
                   if (!result) {
                       emit failed(result.error());
                   } else if (then) {
                       then(QByteArray::fromStdString(*result));
                   }
               });
}

void AccountsPresenter::load(Kind kind) {
    run(kind, QStringLiteral("list"), {}, [this, kind](const QByteArray& json) {
        QJsonArray rows = rowsIn(json);
        for (auto each : rows) {
            QJsonObject row = each.toObject();
            if (row.value(QLatin1String("state")) == QLatin1String("over")) {
                row.insert(QStringLiteral("disabled"), true);  // shown as what no longer counts
                each = row;
            }
        }
        model(kind).setRows(rows);
        emit loaded();
    });
}

void AccountsPresenter::add(Kind kind, const QJsonObject& arguments) {
    run(kind, QStringLiteral("add"), arguments, [this, kind](const QByteArray&) {
        emit done();
        load(kind);
    });
}

void AccountsPresenter::setDisabled(Kind kind, int row, bool disabled) {
    const QString key = keyOf(kind);
    const QJsonObject arguments{{key, model(kind).row(row).value(key)}};
    run(kind, disabled ? QStringLiteral("disable") : QStringLiteral("enable"), arguments,
        [this, kind](const QByteArray&) {
            emit done();
            load(kind);
        });
}

void AccountsPresenter::setPassword(int row, const QString& password) {
    const QJsonObject arguments{{QStringLiteral("user"), m_users.row(row).value(QStringLiteral("user"))},
                                {QStringLiteral("password"), password}};
    run(Kind::user, QStringLiteral("passwd"), arguments, [this](const QByteArray&) { emit done(); });
}

void AccountsPresenter::endRoster(int row, QDate last) {
    const QJsonObject arguments{{QStringLiteral("id"), m_roster.row(row).value(QStringLiteral("id"))},
                                {QStringLiteral("to"), last.toString(Qt::ISODate)}};
    run(Kind::roster, QStringLiteral("end"), arguments, [this](const QByteArray&) {
        emit done();
        load(Kind::roster);
    });
}

}  // namespace zhida::ui
