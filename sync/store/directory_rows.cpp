// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/directory_rows.h"

#include "model/wire/codec.h"
#include "sync/store/packing.h"

namespace zhida::sync {
namespace {

using sqlite::Blob;

constexpr std::string_view kAccount = "SELECT user, profile, hash, disabled FROM account";
constexpr std::string_view kDevice =
    "SELECT id, name, station, user, token_hash, token_user, token_until, last_seen, disabled FROM device";

Account readAccount(const sqlite::Statement& row) {
    auto profile = wire::decode<domain::UserProfile>(row.blob(1));
    if (!profile) {
        throw sqlite::Failure(11, 11, {},
                              "account " + std::string(row.text(0)) + " is not readable");  // SQLITE_CORRUPT
    }
    Account account;
    account.profile = std::move(*profile);
    account.passwordHash = row.text(2);
    account.disabled = row.integer(3) != 0;
    return account;
}

Device readDevice(const sqlite::Statement& row) {
    Device device;
    device.id = row.id<DeviceId>(0);
    device.name = row.text(1);
    device.station = row.text(2);
    device.user.value = row.text(3);
    device.tokenHash = row.blob(4);
    device.tokenUser.value = row.text(5);
    device.tokenUntil = row.instant(6);
    device.lastSeen = row.instant(7);
    device.disabled = row.integer(8) != 0;
    return device;
}

}  // namespace

std::optional<CommandAnswer> DirectoryRows::answer(const CommandId& id) {
    auto& row = m_database.cached("SELECT seq, code, args FROM answer WHERE command = ?1");
    row.bind(1, Blob{id.raw()});
    std::optional<CommandAnswer> found;
    if (row.step()) {
        found.emplace();
        found->command = id;
        found->seq = static_cast<std::uint64_t>(row.integer(0));
        found->refusal.code = row.text(1);
        found->refusal.args = packing::unpackPairs(row.blob(2));
    }
    row.reset();
    return found;
}

void DirectoryRows::saveAnswer(const CommandAnswer& answer, const DeviceId& device) {
    const std::string args = packing::packPairs(answer.refusal.args);
    m_database.cached("INSERT INTO answer (command, seq, device, code, args) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bindAll(Blob{answer.command.raw()}, answer.seq, device, answer.refusal.code, Blob{args})
        .run();
}

std::optional<Account> DirectoryRows::account(const UserCode& user) {
    auto row = m_database.prepare(std::string(kAccount) + " WHERE user = ?1");
    row.bind(1, user);
    return row.step() ? std::optional(readAccount(row)) : std::nullopt;
}

void DirectoryRows::saveAccount(const Account& account) {
    const std::string profile = wire::encode(account.profile);
    m_database
        .cached(
            "INSERT INTO account (user, profile, hash, disabled) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (user) DO UPDATE SET profile = excluded.profile, hash = excluded.hash,"
            " disabled = excluded.disabled")
        .bindAll(account.profile.user, Blob{profile}, account.passwordHash, account.disabled)
        .run();
}

std::vector<Account> DirectoryRows::accounts() {
    std::vector<Account> all;
    auto rows = m_database.prepare(std::string(kAccount) + " ORDER BY user");
    while (rows.step()) {
        all.push_back(readAccount(rows));
    }
    return all;
}

std::optional<Device> DirectoryRows::device(const DeviceId& id) {
    auto row = m_database.prepare(std::string(kDevice) + " WHERE id = ?1");
    row.bind(1, Blob{id.raw()});
    return row.step() ? std::optional(readDevice(row)) : std::nullopt;
}

void DirectoryRows::saveDevice(const Device& device) {
    m_database
        .cached(
            "INSERT INTO device (id, name, station, user, token_hash, token_user, token_until, last_seen, disabled)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
            " station = excluded.station, user = excluded.user, token_hash = excluded.token_hash,"
            " token_user = excluded.token_user, token_until = excluded.token_until,"
            " last_seen = excluded.last_seen, disabled = excluded.disabled")
        .bindAll(Blob{device.id.raw()}, device.name, device.station, device.user, Blob{device.tokenHash},
                 device.tokenUser, device.tokenUntil, device.lastSeen, device.disabled)
        .run();
}

std::vector<Device> DirectoryRows::devices() {
    std::vector<Device> all;
    auto rows = m_database.prepare(std::string(kDevice) + " ORDER BY station");
    while (rows.step()) {
        all.push_back(readDevice(rows));
    }
    return all;
}

}  // namespace zhida::sync
