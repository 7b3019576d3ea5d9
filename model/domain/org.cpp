// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/org.h"

#include <algorithm>

namespace zhida::domain {

std::string significantPrefix(const RegionCode& region) {
    const std::string& code = region.value;
    if (code.size() != 12) {
        return {};
    }
    std::size_t length = 12;
    for (const std::size_t shorter : {9U, 6U, 4U, 2U}) {
        if (code.find_first_not_of('0', shorter) != std::string::npos) {
            break;
        }
        length = shorter;
    }
    return code.substr(0, length);
}

bool intersect(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        const int order = left->compare(*right);
        if (order == 0) {
            return true;
        }
        order < 0 ? void(++left) : void(++right);
    }
    return false;
}

std::vector<std::string> scopesOf(const UserProfile& user) {
    switch (user.role) {
        case Role::callTaker:
        case Role::dispatcher:
        case Role::callbackAgent:
            return {"centre", "user:" + user.user.value};
        case Role::supervisor:
            return {"centre", "restricted", "user:" + user.user.value};
        case Role::administrator:
        case Role::system:
            return {};
        case Role::specialist:
        case Role::unitHandler:
            break;
    }
    std::vector<std::string> scopes{"user:" + user.user.value};
    if (!user.unit.empty()) {
        scopes.push_back("unit:" + user.unit.value);
    }
    if (user.role == Role::specialist) {
        scopes.emplace_back("hall");
    }
    for (const RegionCode& region : user.regions) {
        const std::string prefix = significantPrefix(region);
        if (user.role == Role::unitHandler && !prefix.empty()) {
            scopes.push_back("region:" + prefix);
        }
    }
    std::sort(scopes.begin(), scopes.end());
    return scopes;
}

}  // namespace zhida::domain
