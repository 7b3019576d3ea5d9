// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/calendar.h"

namespace zhida::domain {

bool Calendar::isWorkday(Day day) const {
    const auto it = m_exceptions.find(day);
    return it == m_exceptions.end() ? weekday(day) < 5 : !it->second.off;
}

std::string Calendar::reasonOf(Day day) const {
    const auto it = m_exceptions.find(day);
    if (it != m_exceptions.end()) {
        return it->second.name;
    }
    return weekday(day) < 5 ? "" : "weekend";
}

int Calendar::lastYear() const { return m_exceptions.empty() ? 0 : civilOf(m_exceptions.rbegin()->first).year; }

}  // namespace zhida::domain
