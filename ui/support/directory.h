// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"
#include "model/domain/rules.h"
#include "model/service/desk.h"

#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

namespace zhida::ui {

/// Names of everything that has a code. Immutable: a change of reference data makes a new one.
class Directory {
public:
    Directory() = default;
    /// Reads all reference data; on a reader thread.
    static std::shared_ptr<const Directory> read(service::DeskReader& reader);

    [[nodiscard]] QString unitName(const UnitCode& unit) const;
    [[nodiscard]] QString userName(const UserCode& user) const;
    [[nodiscard]] QString categoryPath(const CategoryCode& category) const;
    [[nodiscard]] QString regionPath(const RegionCode& region) const;

    [[nodiscard]] const std::vector<domain::Unit>& units() const { return m_units; }
    [[nodiscard]] const std::vector<domain::UserProfile>& users() const { return m_users; }
    [[nodiscard]] const std::vector<domain::Category>& categories() const { return m_categories; }
    [[nodiscard]] const std::vector<domain::Region>& regions() const { return m_regions; }
    [[nodiscard]] const domain::Rules& rules() const { return m_rules; }

private:
    void index();

    std::vector<domain::Unit> m_units;
    std::vector<domain::UserProfile> m_users;
    std::vector<domain::Category> m_categories;
    std::vector<domain::Region> m_regions;
    domain::Rules m_rules;
    std::unordered_map<std::string, std::size_t> m_unitAt, m_userAt, m_categoryAt, m_regionAt;
};

using DirectoryPtr = std::shared_ptr<const Directory>;

}  // namespace zhida::ui
