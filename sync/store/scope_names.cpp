// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/scope_names.h"

#include "model/domain/permission.h"
#include "sync/store/packing.h"

#include <algorithm>

namespace zhida::sync {

ScopeNames::ScopeNames(sqlite::Database& database) : m_database(database) { reload(); }

void ScopeNames::reload() {
    m_numbers.clear();
    m_names.clear();
    m_veils.clear();
    auto all = m_database.prepare("SELECT id, name FROM scope_name");
    while (all.step()) {
        know(static_cast<std::uint64_t>(all.integer(0)), std::string(all.text(1)));
    }
}

void ScopeNames::know(std::uint64_t number, const std::string& name) {
    m_numbers.emplace(name, number);
    m_names.emplace(number, name);
    m_veils.resize(std::max<std::size_t>(m_veils.size(), number + 1));
    m_veils[number] = domain::isVeil(name);
}

std::uint64_t ScopeNames::numberOf(const std::string& name) {
    const auto known = m_numbers.find(name);
    if (known != m_numbers.end()) {
        return known->second;
    }
    m_database.cached("INSERT INTO scope_name (name) VALUES (?1)").bindAll(std::string_view(name)).run();
    const auto number = static_cast<std::uint64_t>(m_database.lastInsertRowid());
    know(number, name);
    return number;
}

std::string ScopeNames::pack(const std::vector<std::string>& scopes) {
    std::string out;
    for (const std::string& each : scopes) {
        packing::putVarint(out, numberOf(each));
    }
    return out;
}

std::vector<std::string> ScopeNames::unpack(std::string_view packed) const {
    std::vector<std::string> scopes;
    while (const auto number = packing::takeVarint(packed)) {
        const auto name = m_names.find(*number);
        if (name != m_names.end()) {
            scopes.push_back(name->second);
        }
    }
    return scopes;
}

std::vector<std::uint64_t> ScopeNames::known(const std::vector<std::string>& scopes) const {
    std::vector<std::uint64_t> numbers;
    for (const std::string& each : scopes) {
        const auto found = m_numbers.find(each);
        if (found != m_numbers.end()) {
            numbers.push_back(found->second);
        }
    }
    return numbers;
}

bool ScopeNames::veiled(std::string_view packed) const {
    while (const auto number = packing::takeVarint(packed)) {
        if (*number < m_veils.size() && m_veils[*number]) {
            return true;
        }
    }
    return false;
}

bool ScopeNames::touches(std::string_view packed, const std::vector<std::uint64_t>& wanted) {
    while (const auto number = packing::takeVarint(packed)) {
        if (std::find(wanted.begin(), wanted.end(), *number) != wanted.end()) {
            return true;
        }
    }
    return false;
}

}  // namespace zhida::sync
