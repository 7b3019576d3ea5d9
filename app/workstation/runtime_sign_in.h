// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk_runtime.h"
#include "app/workstation/demo_centre.h"
#include "app/workstation/options.h"
#include "ui/presenters/login_presenter.h"
#include "ui/support/qt_executor.h"

#include <QSettings>

#include <memory>

namespace zhida::workstation {

/// Signs people in on desks of this machine: one file per person below `folder`, or the one that was named.
class RuntimeSignIn final : public ui::SignInPort {
public:
    /// `demo` may be null; all outlive this.
    RuntimeSignIn(const Options& options, QString folder, DemoCentre* demo, QSettings& settings, const Clock& clock);

    void signIn(const ui::SignInRequest& request, std::function<void(Result<service::Desk*>)> reply) override;
    [[nodiscard]] std::vector<ui::DemoAccount> demoAccounts() const override;
    [[nodiscard]] ui::SignInRequest remembered() const override;
    /// What must be said about the last sign-in, besides that it worked.
    [[nodiscard]] bool leaseExpired() const { return m_leaseExpired; }
    /// Lets the desk go; nothing of it may be used any more.
    void signOut() { m_runtime.reset(); }

private:
    [[nodiscard]] desk::DeskOptions deskOptions(const ui::SignInRequest& request);

    const Options& m_options;
    QString m_folder;
    DemoCentre* m_demo;
    QSettings& m_settings;
    const Clock& m_clock;
    SystemRng m_rng;
    ui::QtExecutor m_executor;
    std::unique_ptr<desk::DeskRuntime> m_runtime;
    std::uint64_t m_attempt = 0;
    bool m_leaseExpired = false;
};

}  // namespace zhida::workstation
