// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words.h"
#include "model/domain/kpi.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace zhida::admin {

/// {"report","from","to" (the last day),"days","unit","counts":{},"rates":[{"code","name","numerator","denominator","value"}],
/// "absent":[{"code","name","why"}],"minutes":{"handling","working"},"change":{},"by":{}}; "value" is "97.63%", or "-".
nlohmann::json kpiJson(const domain::KpiReport& report, const domain::KpiQuery& query, UtcOffset offset,
                       words::Language language);

/// {"n","median","p90"}; null where there is none.
nlohmann::json spreadJson(const domain::Spread& spread);

/// The same for a person to read.
std::vector<std::string> kpiLines(const domain::KpiReport& report, const domain::KpiQuery& query, UtcOffset offset,
                                  words::Language language);

}  // namespace zhida::admin
