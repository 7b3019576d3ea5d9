// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"

#include <map>
#include <string>
#include <vector>

namespace zhida::domain {

/// A period of a working day, in minutes after local midnight.
struct OfficePeriod {
    int from = 0;
    int to = 0;
    bool operator==(const OfficePeriod&) const = default;
};

/// Which days are worked: Monday to Friday, changed by the State Council's yearly papers (holidays and make-up working days).
class Calendar {
public:
    struct Exception {
        std::string name;
        bool off = true;
        bool operator==(const Exception&) const = default;
    };

    Calendar() = default;
    Calendar(UtcOffset offset, std::vector<OfficePeriod> officePeriods)
        : m_offset(offset), m_officePeriods(std::move(officePeriods)) {}

    void setException(Day day, Exception exception) { m_exceptions[day] = std::move(exception); }
    [[nodiscard]] bool isWorkday(Day day) const;
    /// Why the day is not, or against the week is, a working day: the paper's name, "weekend", or "".
    [[nodiscard]] std::string reasonOf(Day day) const;
    /// The last year a State Council paper covers; 0 when there is none. Later days follow the week alone.
    [[nodiscard]] int lastYear() const;
    [[nodiscard]] UtcOffset offset() const { return m_offset; }
    [[nodiscard]] const std::vector<OfficePeriod>& officePeriods() const { return m_officePeriods; }

    bool operator==(const Calendar&) const = default;

private:
    UtcOffset m_offset;
    std::vector<OfficePeriod> m_officePeriods{{510, 720}, {810, 1050}};
    std::map<Day, Exception> m_exceptions;
};

}  // namespace zhida::domain
