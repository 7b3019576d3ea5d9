// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/runtime_sign_in.h"

#include "ui/support/text.h"

#include <QCryptographicHash>
#include <QDir>

#include <utility>

namespace zhida::workstation {
namespace {

/// A name that any file system takes and that two users never share.
QString fileNameOf(const QString& user) {
    QString plain;
    for (const QChar each : user) {
        plain += each.isLetterOrNumber() && each.unicode() < 128 ? each : QLatin1Char('_');
    }
    if (plain != user) {
        plain +=
            QLatin1Char('-') +
            QString::fromLatin1(QCryptographicHash::hash(user.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
    }
    return plain + QStringLiteral(".db");
}

}  // namespace

RuntimeSignIn::RuntimeSignIn(const Options& options, QString folder, DemoCentre* demo, QSettings& settings,
                             const Clock& clock)
    : m_options(options), m_folder(std::move(folder)), m_demo(demo), m_settings(settings), m_clock(clock) {}

desk::DeskOptions RuntimeSignIn::deskOptions(const ui::SignInRequest& request) {
    QDir().mkpath(m_folder);
    desk::DeskOptions options;
    options.file = ui::s(m_options.db.isEmpty() ? QDir(m_folder).filePath(fileNameOf(request.user)) : m_options.db);
    options.url = ui::s(m_demo != nullptr ? m_demo->url() : request.server);
    options.caFile = ui::s(m_demo != nullptr ? m_demo->caFile() : request.caFile);
    options.user = ui::s(request.user);
    options.offline = request.offline;
    options.replies = &m_executor;
    options.clock = &m_clock;
    options.rng = &m_rng;
    return options;
}

void RuntimeSignIn::signIn(const ui::SignInRequest& request, std::function<void(Result<service::Desk*>)> reply) {
    m_runtime.reset();
    auto runtime = desk::DeskRuntime::open(deskOptions(request));
    if (!runtime) {
        m_executor.post([reply = std::move(reply), error = runtime.error()] { reply(error); });
        return;
    }
    m_runtime = std::move(*runtime);
    QString password = request.password;
    if (password.isEmpty() && m_demo != nullptr) {
        password = m_demo->passwordOf(request.user);
    }
    const std::uint64_t attempt = ++m_attempt;
    m_runtime->unlock(ui::s(password),
                      [this, attempt, request, reply = std::move(reply)](const Result<desk::Unlocked>& unlocked) {
                          if (attempt != m_attempt) {
                              return;
                          }
                          if (!unlocked) {
                              reply(unlocked.error());
                              return;
                          }
                          m_leaseExpired = unlocked->leaseExpired;
                          m_settings.setValue(QStringLiteral("signIn/user"), request.user);
                          if (m_demo == nullptr) {
                              m_settings.setValue(QStringLiteral("signIn/server"), request.server);
                              m_settings.setValue(QStringLiteral("signIn/caFile"), request.caFile);
                          }
                          reply(&m_runtime->desk());
                      });
}

std::vector<ui::DemoAccount> RuntimeSignIn::demoAccounts() const {
    return m_demo == nullptr ? std::vector<ui::DemoAccount>{} : m_demo->accounts();
}

ui::SignInRequest RuntimeSignIn::remembered() const {
    const auto value = [this](const QString& given, const char* key) {
        return given.isEmpty() ? m_settings.value(QString::fromLatin1(key)).toString() : given;
    };
    ui::SignInRequest request;
    request.user = value(m_options.user, "signIn/user");
    request.server = m_demo != nullptr ? m_demo->url() : value(m_options.server, "signIn/server");
    request.caFile = m_demo != nullptr ? m_demo->caFile() : value(m_options.caFile, "signIn/caFile");
    if (m_demo != nullptr && request.user.isEmpty()) {
        request.user = QStringLiteral("sp01");
    }
    return request;
}

}  // namespace zhida::workstation
