// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/centre_server.h"
#include "model/base/result.h"
#include "ui/presenters/login_presenter.h"

#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace zhida::workstation {

/// A centre of its own inside the workstation: the same server and the same line as in a real one, on the loopback.
class DemoCentre {
public:
    /// Makes the centre the first time (some seconds: passwords are hashed), then starts its server. Any thread.
    /// Errors as initCentre and CentreServer::start; demo.noAccounts{dir} when the list of accounts is gone.
    static Result<std::unique_ptr<DemoCentre>> start(const QString& folder);

    [[nodiscard]] QString url() const;
    [[nodiscard]] QString caFile() const;
    [[nodiscard]] const std::vector<ui::DemoAccount>& accounts() const { return m_accounts; }
    /// Empty for a user who is none of the demo's.
    [[nodiscard]] QString passwordOf(const QString& user) const;

private:
    DemoCentre() = default;
    [[nodiscard]] Status readAccounts(const QString& file);

    std::unique_ptr<centre::CentreServer> m_server;
    std::vector<ui::DemoAccount> m_accounts;
    std::map<QString, QString> m_passwords;
};

}  // namespace zhida::workstation
