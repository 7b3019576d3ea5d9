// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/accounts_presenter.h"

#include "ui/support/ask.h"
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

AccountsPresenter::AccountsPresenter(service::Desk& desk, DirectoryPtr directory, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_directory(std::move(directory)),
      m_users(userColumns(m_directory)),
      m_units(unitColumns()),
      m_devices(deviceColumns()) {}

JsonTableModel& AccountsPresenter::model(Kind kind) {
    return kind == Kind::user ? m_users : kind == Kind::unit ? m_units : m_devices;
}

QString AccountsPresenter::nameOf(Kind kind) {
    return kind == Kind::user   ? QStringLiteral("user")
           : kind == Kind::unit ? QStringLiteral("unit")
                                : QStringLiteral("device");
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
        model(kind).setRows(rowsIn(json));
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

}  // namespace zhida::ui
