// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/service/views.h"

#include <QString>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::ui {

inline QString q(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }
inline std::string s(const QString& text) { return text.toStdString(); }

/// "10:32", "10:32:07", "11-22 10:32" (with the year when it is not that of \p now), "2026-11-22".
QString clockText(Instant at, UtcOffset offset);
QString secondsText(Instant at, UtcOffset offset);
QString momentText(Instant at, Instant now, UtcOffset offset);
QString dayText(Day day);
/// A length of time in its two largest units, in words: "3 d 4 h", "12 min". Never negative.
QString spanText(std::int64_t milliseconds);

/// Personal data as it stands in lists: 199****3173; a name keeps its first character.
QString maskedPhone(const QString& phone);
QString maskedName(const QString& name);

/// Byte ranges of UTF-8 as UTF-16 ranges (start, length) of q(text).
std::vector<std::pair<int, int>> marksIn(std::string_view text, const service::Marks& marks);

}  // namespace zhida::ui
