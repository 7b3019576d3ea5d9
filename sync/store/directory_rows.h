// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"
#include "sync/server/server_store.h"

#include <optional>
#include <vector>

namespace zhida::sync {

/// Accounts, devices and answers.
class DirectoryRows {
public:
    explicit DirectoryRows(sqlite::Database& database) : m_database(database) {}

    [[nodiscard]] std::optional<CommandAnswer> answer(const CommandId& id);
    void saveAnswer(const CommandAnswer& answer, const DeviceId& device);
    [[nodiscard]] std::optional<Account> account(const UserCode& user);
    void saveAccount(const Account& account);
    [[nodiscard]] std::vector<Account> accounts();
    [[nodiscard]] std::optional<Device> device(const DeviceId& id);
    void saveDevice(const Device& device);
    [[nodiscard]] std::vector<Device> devices();

private:
    sqlite::Database& m_database;
};

}  // namespace zhida::sync
