// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/domain/terms.h"

#include <string>
#include <vector>

/// Reference data: who works where, what things are called. Small, whole on every desk.
namespace zhida::domain {

struct Unit {
    UnitCode code;
    std::string name;
    std::string kind;  ///< centre bureau town village enterprise
    RegionCode region;
    UnitCode parent;
    std::uint32_t desk = 0;  ///< number of its specialist's desk in the hall; 0: none
    std::string phone;
    bool disabled = false;

    bool operator==(const Unit&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "code", &Unit::code, FieldUse::required),
                          field(2, "name", &Unit::name, FieldUse::required),
                          field(3, "kind", &Unit::kind),
                          field(4, "region", &Unit::region),
                          field(5, "parent", &Unit::parent),
                          field(6, "desk", &Unit::desk),
                          field(7, "phone", &Unit::phone),
                          field(8, "disabled", &Unit::disabled)};
    }
};

/// What others may know of a user. The password verifier never leaves the server's account table.
struct UserProfile {
    UserCode user;
    std::string name;
    Role role = Role::callTaker;
    UnitCode unit;
    std::vector<RegionCode> regions;  ///< subtrees a township user may see
    bool disabled = false;
    std::vector<std::string> commands = {};  ///< the roster narrows the role to these; empty: all of them

    bool operator==(const UserProfile&) const = default;
    static constexpr auto fields() {
        using U = UserProfile;
        return std::tuple{field(1, "user", &U::user, FieldUse::required),
                          field(2, "name", &U::name),
                          field(3, "role", &U::role, FieldUse::required),
                          field(4, "unit", &U::unit),
                          field(5, "regions", &U::regions),
                          field(6, "disabled", &U::disabled),
                          field(7, "commands", &U::commands, FieldUse::internal)};
    }
};

struct Category {
    CategoryCode code;
    std::uint32_t level = 0;
    std::string name;
    CategoryCode parent;
    std::string validFrom = {};  ///< yyyy-mm-dd; empty: always
    std::string validTo = {};    ///< the last day; old tickets keep the code
    bool operator==(const Category&) const = default;
    static constexpr auto fields() {
        using C = Category;
        return std::tuple{field(1, "code", &C::code, FieldUse::required), field(2, "level", &C::level),
                          field(3, "name", &C::name, FieldUse::required), field(4, "parent", &C::parent),
                          field(5, "validFrom", &C::validFrom),           field(6, "validTo", &C::validTo)};
    }
};

struct Region {
    RegionCode code;
    std::uint32_t level = 0;
    std::string name;
    RegionCode parent;
    bool operator==(const Region&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "code12", &Region::code, FieldUse::required), field(2, "level", &Region::level),
                          field(3, "name", &Region::name, FieldUse::required), field(4, "parent12", &Region::parent)};
    }
};

struct Holiday {
    std::string date;  ///< yyyy-mm-dd
    std::string name;
    bool off = true;  ///< false: a working day made up (调休)
    bool operator==(const Holiday&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "date", &Holiday::date, FieldUse::required), field(2, "name", &Holiday::name),
                          field(3, "is_off", &Holiday::off)};
    }
};

/// An item of the government's service catalogue (national implementation list): what can be applied for, and where.
struct ServiceItem {
    std::string code;
    std::string name;
    std::string department;
    std::string kind;
    std::string departmentCode;
    std::string areaCode;
    std::string mainItem;
    bool operator==(const ServiceItem&) const = default;
    static constexpr auto fields() {
        using S = ServiceItem;
        return std::tuple{field(1, "code", &S::code, FieldUse::required),
                          field(2, "name", &S::name, FieldUse::required),
                          field(3, "department", &S::department),
                          field(4, "kind", &S::kind),
                          field(5, "departmentCode", &S::departmentCode),
                          field(6, "areaCode", &S::areaCode),
                          field(7, "mainItem", &S::mainItem)};
    }
};

/// The part of a region code that its subtree shares: 370902100000 -> 370902100. Empty for a code that is not 12 digits.
std::string significantPrefix(const RegionCode& region);

/// What a desk signed in as `user` may receive: call takers, dispatchers, callback agents and supervisors the
/// centre; specialists their unit and the hall; unit handlers their unit and the subtrees of their regions; an
/// administrator none. Reference data and articles go to everybody. In rising order, as the scopes of a ticket.
std::vector<std::string> scopesOf(const UserProfile& user);

/// The two lists, both in rising order, have a scope in common.
bool intersect(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace zhida::domain
