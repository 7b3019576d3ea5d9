// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/domain/deadline.h"

#include <QString>

#include <string>
#include <string_view>

/// The fields, codes and places of a procedure file in words.
namespace zhida::ui::words {

/// "deadlines[3].term" -> "deadlines.term".
std::string withoutIndices(std::string_view path);

/// The name of a field by its path; the longest end of the path that has words of its own counts. The raw name without words.
QString ofRulesField(std::string_view path);
bool knowsRulesField(std::string_view path);
/// A code of a closed list, by the field's name: ("stage", "solve").
QString ofRulesCode(std::string_view field, std::string_view code);
bool knowsRulesCode(std::string_view field, std::string_view code);
/// "deadlines[3].term" -> "Deadline table, 4: Term".
QString ofRulesPlace(std::string_view path);

/// "5wd" -> "5 working days"; the text itself when it is no term.
QString ofTerm(std::string_view text);
/// Why a stretch of a deadline was not counted; a holiday's name stands for itself.
QString ofSegment(const domain::Segment& segment);

}  // namespace zhida::ui::words
