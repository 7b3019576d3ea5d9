// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace zhida::ui {
namespace {

struct LocalTime {
    CivilDate date;
    int seconds;  ///< after midnight
};

LocalTime localOf(Instant at, UtcOffset offset) {
    const Day day = localDay(at, offset);
    return {civilOf(day), static_cast<int>((at.ms - startOf(day, offset).ms) / kSecondMs)};
}

QString two(int value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

}  // namespace

QString clockText(Instant at, UtcOffset offset) {
    const int seconds = localOf(at, offset).seconds;
    return two(seconds / 3600) + QLatin1Char(':') + two(seconds / 60 % 60);
}

QString secondsText(Instant at, UtcOffset offset) {
    return clockText(at, offset) + QLatin1Char(':') + two(localOf(at, offset).seconds % 60);
}

QString momentText(Instant at, Instant now, UtcOffset offset) {
    const CivilDate date = localOf(at, offset).date;
    const bool sameYear = date.year == localOf(now, offset).date.year;
    const QString day = two(date.month) + QLatin1Char('-') + two(date.day);
    return (sameYear ? day : QString::number(date.year) + QLatin1Char('-') + day) + QLatin1Char(' ') +
           clockText(at, offset);
}

QString dayText(Day day) { return q(formatDay(day)); }

QString spanText(std::int64_t milliseconds) {
    const std::int64_t minutes = std::max<std::int64_t>(milliseconds, 0) / kMinuteMs;
    const auto days = static_cast<int>(minutes / 1440);
    const auto hours = static_cast<int>(minutes / 60 % 24);
    const auto rest = static_cast<int>(minutes % 60);
    if (days > 0) {
        return QCoreApplication::translate("Text", "%1 d %2 h").arg(days).arg(hours);
    }
    if (hours > 0) {
        return QCoreApplication::translate("Text", "%1 h %2 min").arg(hours).arg(rest);
    }
    return QCoreApplication::translate("Text", "%1 min").arg(rest);
}

QString maskedPhone(const QString& phone) {
    if (phone.size() < 7) {
        return phone.isEmpty() ? phone : phone.left(1) + QString(phone.size() - 1, QLatin1Char('*'));
    }
    return phone.left(3) + QStringLiteral("****") + phone.right(4);
}

QString maskedName(const QString& name) {
    return name.size() < 2 ? name : name.left(1) + QString(std::min<qsizetype>(name.size() - 1, 2), QChar(0xFF0A));
}

std::vector<std::pair<int, int>> marksIn(std::string_view text, const service::Marks& marks) {
    std::vector<std::pair<int, int>> ranges;
    for (const auto& mark : marks) {
        if (mark.first < mark.second && mark.second <= text.size()) {
            const auto start = static_cast<int>(q(text.substr(0, mark.first)).size());
            ranges.emplace_back(start, static_cast<int>(q(text.substr(mark.first, mark.second - mark.first)).size()));
        }
    }
    return ranges;
}

}  // namespace zhida::ui
