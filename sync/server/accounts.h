// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "sync/server/server_store.h"

#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// An operation whose slow part (Argon2id) is done.
struct AdminCall {
    std::string operation;
    std::string arguments;  ///< JSON object, without the password
    std::string passwordHash;
    std::string shownPassword;  ///< one that the centre made up: goes back to the administrator, once
    UserCode by;                ///< the administrator at a desk; empty: whoever may open the centre's files
};

/// Whose sessions must end because of an operation. (A changed role is noticed by the engine itself: it is a record.)
struct AdminEffects {
    std::vector<UserCode> users;  ///< disabled
    std::vector<DeviceId> devices;
    std::vector<UserCode> passwords;  ///< changed: they sign in anew
};

/// Accounts, units and devices: the same code behind zhida-admin and the administrator's screen. Every change of a user or
/// unit is a record as well, so that desks learn of it. JSON in and out:
///   user.list -> {"users":[{user,name,role,unit,regions,disabled}]}
///   user.add {user,role,unit?,name?,regions?,password?} -> the user, with "password" when it was made up
///   user.disable user.enable {user} · user.passwd {user,password?} · user.role {user,role,unit?,regions?} -> the same
///   unit.list -> {"units":[..]} · unit.add {code,name,kind?,region?,parent?,desk?,phone?} · unit.disable unit.enable {code}
///   device.list -> {"devices":[{device,name,station,user,lastSeen,disabled}]} · device.disable device.enable {device}
/// Errors: operation.unknown{operation} json.syntax{at} json.tooDeep{most} field.* user.exists{user} user.unknown{user} user.badCode{user}
/// user.lastAdministrator unit.exists{unit} unit.unknown{unit} device.unknown{device} password.*
class Accounts {
public:
    explicit Accounts(ServerStore& store) : m_store(store) {}

    static bool knows(std::string_view operation);
    /// The slow part; any thread, no store.
    static Result<AdminCall> prepare(std::string_view operation, std::string_view jsonArguments);
    /// The rest, between begin() and commit() of the store. After an error nothing has been written.
    Result<std::string> run(const AdminCall& call, AdminEffects& effects);

private:
    ServerStore& m_store;
};

}  // namespace zhida::sync
