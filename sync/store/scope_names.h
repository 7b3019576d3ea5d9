// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zhida::sync {

/// Scopes as small numbers, kept in memory. A packed list is a sequence of varints.
class ScopeNames {
public:
    explicit ScopeNames(sqlite::Database& database);

    /// A name that is new is stored in the running transaction.
    std::string pack(const std::vector<std::string>& scopes);
    [[nodiscard]] std::vector<std::string> unpack(std::string_view packed) const;
    /// Numbers of those that are known, for ScopeNames::touches.
    [[nodiscard]] std::vector<std::uint64_t> known(const std::vector<std::string>& scopes) const;
    /// One of `wanted` is in the packed list.
    static bool touches(std::string_view packed, const std::vector<std::uint64_t>& wanted);
    /// The packed list has a veil (domain/permission.h).
    [[nodiscard]] bool veiled(std::string_view packed) const;
    /// After a rollback.
    void reload();

private:
    std::uint64_t numberOf(const std::string& name);
    void know(std::uint64_t number, const std::string& name);

    sqlite::Database& m_database;
    std::unordered_map<std::string, std::uint64_t> m_numbers;
    std::unordered_map<std::uint64_t, std::string> m_names;
    std::vector<bool> m_veils;  ///< by number
};

}  // namespace zhida::sync
