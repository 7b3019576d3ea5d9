// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/directory.h"

#include "ui/support/text.h"

#include <QStringList>

namespace zhida::ui {
namespace {

template <class List, class KeyOf>
void indexBy(const List& list, KeyOf keyOf, std::unordered_map<std::string, std::size_t>& at) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        at.emplace(keyOf(list[i]), i);
    }
}

/// Names from the root down, at most `deepest` of them; a loop in the data ends the climb.
template <class List>
QString pathOf(const List& list, const std::unordered_map<std::string, std::size_t>& at, std::string code,
               int deepest) {
    QStringList names;
    for (auto found = at.find(code); found != at.end() && names.size() < deepest; found = at.find(code)) {
        names.prepend(q(list[found->second].name));
        code = list[found->second].parent.value;
    }
    return names.join(QStringLiteral(" / "));
}

}  // namespace

std::shared_ptr<const Directory> Directory::read(service::DeskReader& reader) {
    auto directory = std::make_shared<Directory>();
    directory->m_units = reader.units();
    directory->m_users = reader.users();
    directory->m_categories = reader.categories();
    directory->m_regions = reader.regions();
    directory->m_rules = reader.rules();
    directory->index();
    return directory;
}

void Directory::index() {
    indexBy(
        m_units, [](const auto& unit) { return unit.code.value; }, m_unitAt);
    indexBy(
        m_users, [](const auto& user) { return user.user.value; }, m_userAt);
    indexBy(
        m_categories, [](const auto& category) { return category.code.value; }, m_categoryAt);
    indexBy(
        m_regions, [](const auto& region) { return region.code.value; }, m_regionAt);
}

QString Directory::unitName(const UnitCode& unit) const {
    const auto found = m_unitAt.find(unit.value);
    return q(found == m_unitAt.end() ? unit.value : m_units[found->second].name);
}

QString Directory::userName(const UserCode& user) const {
    const auto found = m_userAt.find(user.value);
    const bool named = found != m_userAt.end() && !m_users[found->second].name.empty();
    return q(named ? m_users[found->second].name : user.value);
}

QString Directory::categoryPath(const CategoryCode& category) const {
    const QString path = pathOf(m_categories, m_categoryAt, category.value, 6);
    return path.isEmpty() ? q(category.value) : path;
}

QString Directory::regionPath(const RegionCode& region) const {
    const QString path = pathOf(m_regions, m_regionAt, region.value, 3);
    return path.isEmpty() ? q(region.value) : path;
}

}  // namespace zhida::ui
