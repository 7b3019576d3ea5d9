// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/service/desk.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace zhida::ui {

struct SignInRequest {
    QString user;
    QString password;
    QString server;  ///< wss://host:port
    QString caFile;
    bool offline = false;  ///< unlock what this machine holds, without a line
};

/// An account of the demo centre that needs no typing.
struct DemoAccount {
    QString user;
    QString name;
    QString role;
    QString unit;
};

/// Who can make a desk out of a name and a password. Implemented by app/workstation.
class SignInPort {
public:
    virtual ~SignInPort() = default;
    /// `reply` is called once, on the GUI thread. The desk lives until the next signIn or the end of the port.
    virtual void signIn(const SignInRequest& request, std::function<void(Result<service::Desk*>)> reply) = 0;
    [[nodiscard]] virtual std::vector<DemoAccount> demoAccounts() const = 0;
    /// What was used last: server, CA file, user.
    [[nodiscard]] virtual SignInRequest remembered() const = 0;
};

/// The login screen's behaviour.
class LoginPresenter : public QObject {
    Q_OBJECT

public:
    explicit LoginPresenter(SignInPort& port, QObject* parent = nullptr) : QObject(parent), m_port(port) {}

    [[nodiscard]] SignInPort& port() { return m_port; }
    [[nodiscard]] bool busy() const { return m_busy; }
    /// After a failure for want of a line: the same name and password may unlock this machine's desk.
    [[nodiscard]] bool mayUnlockOffline() const { return m_mayUnlock; }
    void signIn(const SignInRequest& request);

signals:
    void busyChanged(bool busy);
    void signedIn(zhida::service::Desk* desk);
    void failed(const zhida::Error& error);

private:
    SignInPort& m_port;
    bool m_busy = false;
    bool m_mayUnlock = false;
};

}  // namespace zhida::ui
