// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/domain/article.h"
#include "model/domain/org.h"
#include "model/domain/ticket.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace zhida::importing {

enum class Kind { tickets, articles, services, categories, regions, holidays, units, agents };

/// A user, with the password the file gave him; without one the account cannot be used until one is set.
struct Agent {
    domain::UserProfile profile;
    std::string password;
    bool operator==(const Agent&) const = default;
};

/// One row, ready to be stored.
using Item = std::variant<domain::Ticket, domain::Article, domain::ServiceItem, domain::Category, domain::Region,
                          domain::Holiday, domain::Unit, Agent>;

/// Codes that the centre knows, and the codes of names. Names are matched whole.
struct KnownCodes {
    std::unordered_set<std::string> codes;
    std::unordered_map<std::string, std::string> byName;

    void add(const std::string& code, const std::string& name) {
        codes.insert(code);
        byName.emplace(name, code);
    }
    /// Empty when neither a code nor a name.
    [[nodiscard]] std::string codeOf(const std::string& codeOrName) const {
        if (codes.count(codeOrName) != 0) {
            return codeOrName;
        }
        const auto it = byName.find(codeOrName);
        return it == byName.end() ? std::string() : it->second;
    }
};

/// What rows are checked against.
struct Reference {
    KnownCodes units;
    KnownCodes categories;
    KnownCodes regions;
};

}  // namespace zhida::importing

template <>
struct zhida::EnumCodes<zhida::importing::Kind> {
    using enum zhida::importing::Kind;
    static constexpr std::array<std::pair<zhida::importing::Kind, std::string_view>, 8> kTable{
        {{tickets, "tickets"},
         {articles, "articles"},
         {services, "services"},
         {categories, "categories"},
         {regions, "regions"},
         {holidays, "holidays"},
         {units, "units"},
         {agents, "agents"}}};
};

namespace zhida::importing {

/// The codes of all kinds, as a command line offers them.
inline std::vector<std::string> kindCodes() {
    std::vector<std::string> codes;
    codes.reserve(EnumCodes<Kind>::kTable.size());
    for (const auto& [kind, code] : EnumCodes<Kind>::kTable) {
        codes.emplace_back(code);
    }
    return codes;
}

}  // namespace zhida::importing
