// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/kpi_drill.h"

namespace zhida::admin {

void KpiDrill::add(const domain::Ticket& ticket) {
    domain::KpiTally alone(m_rules, m_query);
    alone.add(ticket);
    const domain::Ratio ratio = alone.report().of(m_kpi);
    if (ratio.denominator == 0) {
        return;
    }
    m_sum.numerator += ratio.numerator;
    m_sum.denominator += ratio.denominator;
    if (ticket.secrecy == domain::Secrecy::restricted) {
        ++m_notListed;
        return;
    }
    m_rows.push_back({{"number", ticket.number},
                      {"title", ticket.title},
                      {"numerator", ratio.numerator},
                      {"denominator", ratio.denominator}});
}

nlohmann::json KpiDrill::report() const {
    return {{"report", "kpi"},
            {"code", codeOf(m_kpi)},
            {"numerator", m_sum.numerator},
            {"denominator", m_sum.denominator},
            {"tickets", m_rows},
            {"notListed", m_notListed}};
}

}  // namespace zhida::admin
