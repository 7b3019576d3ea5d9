// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/calendar.h"

#include <fstream>
#include <map>
#include <string>
#include <vector>

/// The calendar as it ships: every paper of the State Council from 2007 to 2026.
namespace zhida::domain::test {

inline constexpr UtcOffset kChina{480};

struct PaperDay {
    Day day;
    std::string name;
    bool off = true;
    int paper = 0;  ///< year of the paper that says so
};

inline std::vector<PaperDay> paperDays() {
    std::ifstream in(std::string(ZHIDA_SOURCE_DIR) + "/resources/calendar/holidays.csv");
    std::vector<PaperDay> days;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const std::size_t name = line.find(',') + 1;
        const std::size_t off = line.find(',', name) + 1;
        days.push_back({parseDay(line.substr(0, name - 1)).value(), line.substr(name, off - 1 - name), line[off] == '1',
                        std::stoi(line.substr(off + 2))});
    }
    return days;
}

/// The papers of these years, 08:30-12:00 and 13:30-17:30.
inline Calendar paperCalendar(int firstPaper = 2007, int lastPaper = 2026) {
    Calendar calendar(kChina, {{510, 720}, {810, 1050}});
    for (const PaperDay& each : paperDays()) {
        if (each.paper >= firstPaper && each.paper <= lastPaper) {
            calendar.setException(each.day, {each.name, each.off});
        }
    }
    return calendar;
}

}  // namespace zhida::domain::test
