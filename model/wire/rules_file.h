// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/org.h"
#include "model/domain/rules.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A city's procedure file (resources/procedures/*.json; docs/procedures.md).
namespace zhida::wire {

/// What was read, and what is wrong with it: the first hundred problems and notices. `rules` counts only when there are no problems.
/// Problems: rules.syntax{at,line} rules.missing{path,line} rules.value{path,line,expected} rules.duplicate{path,line,value,first}
/// rules.reference{path,line,value} rules.gap{path,line,missing}. Notices: rules.unknownField{path,line}, of a newer program; it
/// is kept in the text.
struct ProcedureReading {
    domain::Rules rules;
    std::vector<Error> problems;
    std::vector<Error> notices;
};
ProcedureReading readProcedure(std::string_view json);

/// The rules, or the first problem.
Result<domain::Rules> rulesFromText(std::string_view json);

/// Does the centre know this unit ("unit", the whole code), or any category or region whose code begins so?
using KnowsCode = std::function<bool(std::string_view kind, const std::string& code)>;
/// Units, categories and regions that the rules name and the centre does not know: rules.unknownCode{path,line,kind,value}.
std::vector<Error> unknownCodes(const domain::Rules& rules, const KnowsCode& knows, std::string_view json);

/// Forms that an old ticket may have been filled in with: none may change under its number.
/// Problem rules.formChanged{form,version}.
std::vector<Error> changedForms(const domain::Rules& before, const domain::Rules& after);

/// Every section and field of a procedure file with its type, its allowed codes and its own fields, out of the lists that read
/// it: [{"name","type","required","list"?,"any"?,"values"?,"default"?,"fields"?}]. Types: text integer boolean enum term period
/// time unit category object; "default" is what counts while the field is left out.
nlohmann::json describeProcedure();

/// Puts the days into the calendar. Error time.bad{value} for a date that is none.
Status applyHolidays(domain::Calendar& calendar, const std::vector<domain::Holiday>& holidays);

}  // namespace zhida::wire
