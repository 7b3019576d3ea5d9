// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/accounts.h"

#include "model/base/utf8.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"
#include "sync/server/auth.h"
#include "sync/server/centre_offset.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace zhida::sync {
namespace {

using domain::Unit;
using domain::UserProfile;
using wire::Json;

constexpr std::string_view kUser = "user";
constexpr std::string_view kUnit = "unit";

Result<Json> parseObject(std::string_view text) {
    auto object = wire::parseJson(text.empty() ? "{}" : text);
    if (object && !object->is_object()) {
        return Error("field.type", {{"field", ""}, {"expected", "object"}});
    }
    return object;
}

/// The one text argument of operations that need no more.
Result<std::string> only(const Json& arguments, const char* name) {
    for (const auto& [key, value] : arguments.items()) {
        if (key != name) {
            return Error("field.unknown", {{"field", key}});
        }
    }
    if (!arguments.contains(name)) {
        return Error("field.missing", {{"field", name}});
    }
    if (!arguments[name].is_string()) {
        return Error("field.type", {{"field", name}, {"expected", "text"}});
    }
    return arguments[name].get<std::string>();
}

/// Printable, without blanks: it is typed at a sign-in and on a command line.
bool isCode(const std::string& code) {
    const bool sized = !code.empty() && code.size() <= 64 && utf8::isValid(code);
    return sized && std::none_of(code.begin(), code.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte <= 0x20 || byte == 0x7f || c == '"' || c == '/' || c == '\\';
           });
}

/// One operation at work.
class Run {
public:
    Run(ServerStore& store, const AdminCall& call, AdminEffects& effects)
        : m_store(store), m_call(call), m_effects(effects), m_offset(centreOffset(store)) {}

    Result<Json> userList(const Json&) {
        Json users = Json::array();
        for (const Account& each : m_store.accounts()) {
            users.push_back(shown(each.profile));
        }
        return Json{{"users", std::move(users)}};
    }

    Result<Json> userAdd(const Json& arguments) {
        auto profile = wire::fromJson<UserProfile>(arguments, m_offset);
        if (!profile) {
            return profile.error();
        }
        if (!isCode(profile->user.value)) {
            return Error("user.badCode", {{"user", profile->user.value}});
        }
        if (m_store.account(profile->user)) {
            return Error("user.exists", {{"user", profile->user.value}});
        }
        if (Status placed = checkPlace(*profile); !placed) {
            return placed.error();
        }
        profile->name = profile->name.empty() ? profile->user.value : profile->name;
        return save({*profile, m_call.passwordHash, profile->disabled});
    }

    Result<Json> userDisable(const Json& arguments) { return setUserDisabled(arguments, true); }
    Result<Json> userEnable(const Json& arguments) { return setUserDisabled(arguments, false); }

    Result<Json> userPasswd(const Json& arguments) {
        auto account = accountOf(arguments);
        if (!account) {
            return account.error();
        }
        account->passwordHash = m_call.passwordHash;
        m_effects.passwords.push_back(account->profile.user);
        forgetTokens(account->profile.user);
        return save(*account);
    }

    Result<Json> userRole(const Json& arguments) {
        auto wanted = wire::fromJson<UserProfile>(arguments, m_offset);
        if (!wanted) {
            return wanted.error();
        }
        auto account = m_store.account(wanted->user);
        if (!account) {
            return Error("user.unknown", {{"user", wanted->user.value}});
        }
        UserProfile& profile = account->profile;
        const bool wasAdministrator = profile.role == domain::Role::administrator;
        if (wasAdministrator && wanted->role != profile.role && isLastAdministrator(profile.user)) {
            return Error("user.lastAdministrator");
        }
        profile.role = wanted->role;
        profile.unit = arguments.contains("unit") ? wanted->unit : profile.unit;
        profile.regions = arguments.contains("regions") ? wanted->regions : profile.regions;
        profile.name = arguments.contains("name") ? wanted->name : profile.name;
        if (Status placed = checkPlace(profile); !placed) {
            return placed.error();
        }
        return save(*account);
    }

    Result<Json> unitList(const Json&) {
        Json units = Json::array();
        RecordRow after{std::string(kUnit), {}, {}};
        for (bool more = true; more;) {
            const auto page = m_store.recordsAfter(after, 1000, 1U << 20U);
            more = !page.empty();
            for (const RecordRow& each : page) {
                more = more && each.kind == kUnit;
                const auto unit = each.kind == kUnit ? wire::decode<Unit>(each.body) : Error("wire.malformed");
                if (unit) {
                    units.push_back(wire::toJson(*unit, m_offset));
                }
            }
            after = page.empty() ? after : page.back();
        }
        return Json{{"units", std::move(units)}};
    }

    Result<Json> unitAdd(const Json& arguments) {
        auto unit = wire::fromJson<Unit>(arguments, m_offset);
        if (!unit) {
            return unit.error();
        }
        if (!isCode(unit->code.value)) {
            return Error("unit.badCode", {{"unit", unit->code.value}});
        }
        if (m_store.record(kUnit, unit->code.value)) {
            return Error("unit.exists", {{"unit", unit->code.value}});
        }
        if (!unit->parent.empty() && !m_store.record(kUnit, unit->parent.value)) {
            return Error("unit.unknown", {{"unit", unit->parent.value}});
        }
        return saveUnit(*unit);
    }

    Result<Json> unitDisable(const Json& arguments) { return setUnitDisabled(arguments, true); }
    Result<Json> unitEnable(const Json& arguments) { return setUnitDisabled(arguments, false); }

    Result<Json> deviceList(const Json&) {
        Json devices = Json::array();
        for (const Device& each : m_store.devices()) {
            devices.push_back(shownDevice(each));
        }
        return Json{{"devices", std::move(devices)}};
    }
    Result<Json> deviceDisable(const Json& arguments) { return setDeviceDisabled(arguments, true); }
    Result<Json> deviceEnable(const Json& arguments) { return setDeviceDisabled(arguments, false); }

private:
    Result<Account> accountOf(const Json& arguments) {
        const auto user = only(arguments, "user");
        if (!user) {
            return user.error();
        }
        auto account = m_store.account({*user});
        return account ? Result<Account>(std::move(*account)) : Error("user.unknown", {{"user", *user}});
    }

    Status checkPlace(const UserProfile& profile) {
        if (profile.role == domain::Role::system) {
            return Error("field.value", {{"field", "role"}, {"value", "system"}, {"allowed", "any other role"}});
        }
        if (!profile.unit.empty() && !m_store.record(kUnit, profile.unit.value)) {
            return Error("unit.unknown", {{"unit", profile.unit.value}});
        }
        const bool needsUnit = profile.role == domain::Role::specialist || profile.role == domain::Role::unitHandler;
        return needsUnit && profile.unit.empty() ? Status(Error("field.missing", {{"field", "unit"}})) : done();
    }

    bool isLastAdministrator(const UserCode& user) {
        const auto all = m_store.accounts();
        return std::none_of(all.begin(), all.end(), [&user](const Account& each) {
            return each.profile.role == domain::Role::administrator && !each.disabled && each.profile.user != user;
        });
    }

    Result<Json> setUserDisabled(const Json& arguments, bool disabled) {
        auto account = accountOf(arguments);
        if (!account) {
            return account.error();
        }
        const bool administrator = account->profile.role == domain::Role::administrator;
        if (disabled && administrator && isLastAdministrator(account->profile.user)) {
            return Error("user.lastAdministrator");
        }
        account->disabled = disabled;
        account->profile.disabled = disabled;
        if (disabled) {
            m_effects.users.push_back(account->profile.user);
            forgetTokens(account->profile.user);
        }
        return save(*account);
    }

    /// Whoever holds a token of the user must sign in again.
    void forgetTokens(const UserCode& user) {
        for (Device& each : m_store.devices()) {
            if (each.tokenUser == user && !each.tokenHash.empty()) {
                each.tokenHash.clear();
                m_store.saveDevice(each);
            }
        }
    }

    Result<Json> save(const Account& account) {
        m_store.saveAccount(account);
        m_store.appendRecord(kUser, account.profile.user.value, wire::encode(account.profile));
        Json answer = shown(account.profile);
        if (!m_call.shownPassword.empty()) {
            answer["password"] = m_call.shownPassword;
        }
        return answer;
    }

    Result<Json> saveUnit(const Unit& unit) {
        m_store.appendRecord(kUnit, unit.code.value, wire::encode(unit));
        return wire::toJson(unit, m_offset);
    }

    Result<Json> setUnitDisabled(const Json& arguments, bool disabled) {
        const auto code = only(arguments, "code");
        if (!code) {
            return code.error();
        }
        const auto body = m_store.record(kUnit, *code);
        auto unit = body ? wire::decode<Unit>(*body) : Error("unit.unknown", {{"unit", *code}});
        if (!unit) {
            return unit.error();
        }
        unit->disabled = disabled;
        return saveUnit(*unit);
    }

    Result<Json> setDeviceDisabled(const Json& arguments, bool disabled) {
        const auto text = only(arguments, "device");
        if (!text) {
            return text.error();
        }
        const auto id = Uuid::parse(*text);
        auto device = id ? m_store.device({*id}) : std::nullopt;
        if (!device) {
            return Error("device.unknown", {{"device", *text}});
        }
        device->disabled = disabled;
        if (disabled) {
            device->tokenHash.clear();
            m_effects.devices.push_back(device->id);
        }
        m_store.saveDevice(*device);
        return shownDevice(*device);
    }

    [[nodiscard]] Json shown(const UserProfile& profile) const { return wire::toJson(profile, m_offset); }

    [[nodiscard]] Json shownDevice(const Device& device) const {
        return {{"device", device.id.text()},
                {"name", device.name},
                {"station", device.station},
                {"user", device.user.value},
                {"disabled", device.disabled},
                {"signedIn", !device.tokenHash.empty()},
                {"lastSeen", formatIso(device.lastSeen, m_offset)}};
    }

    ServerStore& m_store;
    const AdminCall& m_call;
    AdminEffects& m_effects;
    UtcOffset m_offset;
};

struct Operation {
    std::string_view name;
    Result<Json> (Run::*run)(const Json&);
    bool setsPassword = false;
};
constexpr std::array<Operation, 13> kOperations{{{"user.list", &Run::userList},
                                                 {"user.add", &Run::userAdd, true},
                                                 {"user.disable", &Run::userDisable},
                                                 {"user.enable", &Run::userEnable},
                                                 {"user.passwd", &Run::userPasswd, true},
                                                 {"user.role", &Run::userRole},
                                                 {"unit.list", &Run::unitList},
                                                 {"unit.add", &Run::unitAdd},
                                                 {"unit.disable", &Run::unitDisable},
                                                 {"unit.enable", &Run::unitEnable},
                                                 {"device.list", &Run::deviceList},
                                                 {"device.disable", &Run::deviceDisable},
                                                 {"device.enable", &Run::deviceEnable}}};

const Operation* operationOf(std::string_view name) {
    const auto* found =
        std::find_if(kOperations.begin(), kOperations.end(), [name](const Operation& o) { return o.name == name; });
    return found == kOperations.end() ? nullptr : found;
}

Error unknownOperation(std::string_view name) { return Error("operation.unknown", {{"operation", std::string(name)}}); }

/// Takes the password out of the arguments, or makes one up, and hashes it.
Status setPassword(Json& arguments, AdminCall& call) {
    std::string password;
    if (arguments.contains("password")) {
        const Json& given = arguments["password"];
        if (!given.is_string()) {
            return Error("field.type", {{"field", "password"}, {"expected", "text"}});
        }
        password = given.get<std::string>();
        arguments.erase("password");
        if (Status fit = checkNewPassword(password); !fit) {
            return fit;
        }
    } else {
        password = newPassword();
        call.shownPassword = password;
    }
    call.passwordHash = hashPassword(password);
    return done();
}

}  // namespace

bool Accounts::knows(std::string_view operation) { return operationOf(operation) != nullptr; }

Result<AdminCall> Accounts::prepare(std::string_view operation, std::string_view jsonArguments) {
    const Operation* known = operationOf(operation);
    if (known == nullptr) {
        return unknownOperation(operation);
    }
    auto arguments = parseObject(jsonArguments);
    if (!arguments) {
        return arguments.error();
    }
    AdminCall call;
    call.operation = operation;
    if (known->setsPassword) {
        if (Status set = setPassword(*arguments, call); !set) {
            return set.error();
        }
    }
    call.arguments = arguments->dump(-1, ' ', false, Json::error_handler_t::replace);
    return call;
}

Result<std::string> Accounts::run(const AdminCall& call, AdminEffects& effects) {
    const Operation* known = operationOf(call.operation);
    const auto arguments = parseObject(call.arguments);
    if (known == nullptr || !arguments) {
        return known == nullptr ? unknownOperation(call.operation) : arguments.error();
    }
    Run run(m_store, call, effects);
    auto outcome = (run.*(known->run))(*arguments);
    if (!outcome) {
        return outcome.error();
    }
    return outcome->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace zhida::sync
