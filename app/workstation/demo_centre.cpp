// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/demo_centre.h"

#include "app/centre/centre.h"
#include "app/centre/shipped_data.h"
#include "ui/support/text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace zhida::workstation {
namespace {

constexpr QLatin1String kUser("user");
constexpr QLatin1String kPassword("password");
constexpr QLatin1String kRole("role");

/// Only of a demo: a real centre never keeps a password.
bool keepAccounts(const QString& file, const std::vector<centre::NewAccount>& accounts) {
    QJsonArray rows;
    for (const centre::NewAccount& each : accounts) {
        rows.append(
            QJsonObject{{kUser, ui::q(each.user)}, {kPassword, ui::q(each.password)}, {kRole, ui::q(each.role)}});
    }
    QSaveFile saved(file);
    return saved.open(QIODevice::WriteOnly) && saved.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           saved.write(QJsonDocument(rows).toJson()) > 0 && saved.commit();
}

QString unitNameOf(const UnitCode& code) {
    for (const domain::Unit& unit : centre::demoUnits()) {
        if (unit.code == code) {
            return ui::q(unit.name);
        }
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<DemoCentre>> DemoCentre::start(const QString& folder) {
    const std::string dir = ui::s(folder);
    const QString list = QDir(folder).filePath(QStringLiteral("demo-accounts.json"));
    if (!centre::holdsCentre(dir)) {
        centre::InitOptions options;
        options.demo = true;
        const auto report = centre::initCentre(dir, options);
        if (!report) {
            return report.error();
        }
        if (!keepAccounts(list, report->accounts)) {
            return Error("demo.noAccounts", {{"dir", dir}});
        }
    }
    std::unique_ptr<DemoCentre> made(new DemoCentre);
    if (const Status read = made->readAccounts(list); !read) {
        return read.error();
    }
    auto server = centre::CentreServer::start(dir, {});
    if (!server) {
        return server.error();
    }
    made->m_server = std::move(*server);
    return made;
}

Status DemoCentre::readAccounts(const QString& file) {
    QFile list(file);
    if (!list.open(QIODevice::ReadOnly)) {
        return Error("demo.noAccounts", {{"dir", ui::s(file)}});
    }
    const std::vector<domain::UserProfile> people = centre::demoUsers();
    const QJsonArray rows = QJsonDocument::fromJson(list.readAll()).array();
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        const QString user = row.value(kUser).toString();
        m_passwords[user] = row.value(kPassword).toString();
        const auto known = std::find_if(people.begin(), people.end(),
                                        [&](const auto& each) { return ui::q(each.user.value) == user; });
        const bool named = known != people.end();
        m_accounts.push_back({user, named ? ui::q(known->name) : user, row.value(kRole).toString(),
                              named && known->unit.value != "centre" ? unitNameOf(known->unit) : QString()});
    }
    return done();
}

QString DemoCentre::url() const { return ui::q(m_server->url()); }
QString DemoCentre::caFile() const { return ui::q(m_server->caFile()); }

QString DemoCentre::passwordOf(const QString& user) const {
    const auto found = m_passwords.find(user);
    return found == m_passwords.end() ? QString() : found->second;
}

}  // namespace zhida::workstation
