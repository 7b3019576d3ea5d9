// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"
#include "ui/models/json_table_model.h"
#include "ui/support/directory.h"

#include <QDate>
#include <QJsonObject>
#include <QObject>

namespace zhida::ui {

/// Users, units, devices and the roster of the centre, for administrators, over the line.
class AccountsPresenter : public QObject {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { user, unit, device, roster };

    /// `chinese`: what the rules name is shown by its Chinese name.
    AccountsPresenter(service::Desk& desk, DirectoryPtr directory, bool chinese, QObject* parent = nullptr);

    [[nodiscard]] JsonTableModel& model(Kind kind);
    void load(Kind kind);
    void add(Kind kind, const QJsonObject& arguments);
    void setDisabled(Kind kind, int row, bool disabled);
    void setPassword(int row, const QString& password);
    /// A place on the roster lasts until midnight of `last`.
    void endRoster(int row, QDate last);

signals:
    void loaded();
    void done();
    void failed(const zhida::Error& error);

private:
    [[nodiscard]] static QString nameOf(Kind kind);
    [[nodiscard]] static QString keyOf(Kind kind);
    void run(Kind kind, const QString& verb, const QJsonObject& arguments, std::function<void(const QByteArray&)> then);

    service::Desk& m_desk;
    DirectoryPtr m_directory;
    JsonTableModel m_users, m_units, m_devices, m_roster;
};

}  // namespace zhida::ui
