// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/kpi.h"

#include <nlohmann/json.hpp>

#include <cstdint>

namespace zhida::admin {

/// The tickets behind one rate: each ticket by itself, so that the sum is the rate. A restricted one counts and is not listed.
class KpiDrill {
public:
    /// `rules` outlives it.
    KpiDrill(const domain::Rules& rules, domain::KpiQuery query, domain::Kpi kpi)
        : m_rules(rules), m_query(std::move(query)), m_kpi(kpi) {}

    void add(const domain::Ticket& ticket);
    /// {"report":"kpi","code","numerator","denominator","tickets":[{"number","title","numerator","denominator"}],
    /// "notListed": how many of the denominator's tickets are restricted}
    [[nodiscard]] nlohmann::json report() const;

private:
    const domain::Rules& m_rules;
    domain::KpiQuery m_query;
    domain::Kpi m_kpi;
    domain::Ratio m_sum;
    std::int64_t m_notListed = 0;
    nlohmann::json m_rows = nlohmann::json::array();
};

}  // namespace zhida::admin
