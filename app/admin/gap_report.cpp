// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/gap_report.h"

#include "app/admin/kpi_report.h"
#include "app/admin/record_pages.h"
#include "model/domain/kpi_ratio.h"
#include "model/domain/personal_data.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace zhida::admin {
namespace {

using Json = nlohmann::json;

Json ratesJson(const domain::GapRates& rates) {
    return {{"direct", rates.direct},
            {"handedDown", rates.handedDown},
            {"couldHaveBeen", rates.couldHaveBeen},
            {"directRate", domain::percentText(rates.directRate())},
            {"couldHaveBeenRate", domain::percentText(rates.couldHaveBeenRate())},
            {"minutes", spreadJson(rates.minutesToAnswer)}};
}

Json draftOf(const domain::Ticket& ticket) {
    const domain::ArticleProposal proposal = domain::proposalFrom(ticket);
    return {{"title", proposal.text.title},
            {"questions", proposal.text.questions},
            {"answer", proposal.text.answer},
            {"stripped", proposal.stripped.size()}};
}

std::string nameOf(domain::GapKind kind, bool zh) {
    switch (kind) {
        case domain::GapKind::article:
            return zh ? "有条目而未直答" : "an article answers it";
        case domain::GapKind::elsewhere:
            return zh ? "别处已现场直答" : "answered on the spot elsewhere";
        case domain::GapKind::missing:
            return zh ? "没有条目" : "no article";
    }
    return {};
}

}  // namespace

Result<GapTable> GapTable::of(centre::CentreAccess& access, const domain::Rules& rules, const domain::KpiQuery& query,
                              std::size_t limit) {
    GapTable table;
    table.m_query = query;
    Status status = table.read(access, rules);
    if (limit != 0 && table.m_report.gaps.size() > limit) {
        table.m_report.gaps.resize(limit);
    }
    status = status ? table.readDrafts(access) : status;
    status = status ? table.readSearches(access, rules.sameMatter.similarPercent) : status;
    if (limit != 0 && table.m_searches.size() > limit) {
        table.m_searches.resize(limit);
    }
    return status ? Result<GapTable>(std::move(table)) : status.error();
}

Status GapTable::read(centre::CentreAccess& access, const domain::Rules& rules) {
    const std::string today = formatDay(localDay(m_query.now, rules.calendar.offset()));
    std::vector<domain::Article> live;
    Status status = forEachRecord<domain::Article>(access, "article", [&](const domain::Article& article) {
        m_articles[article.key] = {article.sourceId.empty() ? article.key : article.sourceId, article.title};
        if (domain::isLive(article, today)) {
            live.push_back(article);
        }
    });
    std::vector<domain::GapTicket> tickets;
    const auto take = [&](const domain::Ticket& ticket) {
        const bool within = m_query.from <= ticket.createdAt && ticket.createdAt < m_query.to;
        const auto seen = within ? domain::gapTicketOf(ticket) : std::nullopt;
        if (seen && (m_query.unit.empty() || m_query.unit == seen->unit || seen->direct)) {
            tickets.push_back(*seen);
            m_numbers.emplace(ticket.id, ticket.number);
        }
    };
    status = status ? forEachRecord<domain::Ticket>(access, "ticket", take) : status;
    m_report = domain::gapsIn(rules.sameMatter.similarPercent, m_query.now, live, std::move(tickets));
    return status;
}

Status GapTable::readDrafts(centre::CentreAccess& access) {
    std::set<TicketId> wanted;
    for (const domain::Gap& gap : m_report.gaps) {
        if (gap.kind != domain::GapKind::article && gap.model) {
            wanted.insert(*gap.model);
        }
    }
    if (wanted.empty()) {
        return done();
    }
    return forEachRecord<domain::Ticket>(access, "ticket", [&](const domain::Ticket& ticket) {
        if (wanted.contains(ticket.id)) {
            m_drafts.emplace(ticket.id, draftOf(ticket));
        }
    });
}

Status GapTable::readSearches(centre::CentreAccess& access, int similarPercent) {
    std::vector<domain::SearchMiss> misses;
    Status status =
        forEachRecord<domain::SearchMiss>(access, domain::kSearchMissKind, [&](const domain::SearchMiss& miss) {
            if (miss.lastAt < m_query.to) {
                misses.push_back(miss);
            }
        });
    m_searches = domain::searchGapsIn(similarPercent, m_query.from, std::move(misses));
    return status;
}

domain::GapRates GapTable::rates() const {
    const auto unit = m_report.units.find(m_query.unit);
    return m_query.unit.empty() ? m_report.all : unit == m_report.units.end() ? domain::GapRates() : unit->second;
}

Json GapTable::gapJson(const domain::Gap& gap) const {
    const auto numbers = [this](const std::vector<TicketId>& tickets) {
        Json list = Json::array();
        for (const TicketId& each : tickets) {
            list.push_back(m_numbers.at(each));
        }
        return list;
    };
    const auto draft = gap.model ? m_drafts.find(*gap.model) : m_drafts.end();
    const auto article = m_articles.find(gap.article);
    return {
        {"kind", codeOf(gap.kind)},
        {"title", gap.title},
        {"count", gap.tickets.size()},
        {"tickets", numbers(gap.tickets)},
        {"answered", numbers(gap.answered)},
        {"article",
         article == m_articles.end() ? Json() : Json{{"id", article->second.first}, {"title", article->second.second}}},
        {"waitedMinutes", gap.waitedMinutes},
        {"draft", draft == m_drafts.end() ? Json() : draft->second}};
}

Json GapTable::json(UtcOffset offset) const {
    Json units = Json::array();
    for (const auto& [unit, rates] : m_report.units) {
        if (m_query.unit.empty() || m_query.unit == unit) {
            units.push_back(ratesJson(rates));
            units.back()["unit"] = unit.value;
        }
    }
    Json desks = Json::array();
    if (m_query.unit.empty()) {  // of one unit the reader has not seen all that a desk handed down
        for (const auto& [user, rates] : m_report.desks) {
            desks.push_back(ratesJson(rates));
            desks.back()["user"] = user.value;
        }
    }
    Json articles = Json::array();
    for (const auto& [key, use] : m_report.articles) {
        const auto article = m_articles.find(key);
        articles.push_back({{"id", article == m_articles.end() ? key : article->second.first},
                            {"title", article == m_articles.end() ? std::string() : article->second.second},
                            {"direct", use.direct},
                            {"handedDown", use.handedDown},
                            {"minutes", spreadJson(use.minutesToAnswer)}});
    }
    Json gaps = Json::array();
    for (const domain::Gap& each : m_report.gaps) {
        gaps.push_back(gapJson(each));
    }
    Json searches = Json::array();
    for (const domain::SearchGap& each : m_searches) {
        searches.push_back({{"text", each.text},
                            {"times", each.times},
                            {"people", each.people},
                            {"nothingFound", each.withoutHit},
                            {"last", formatDay(localDay(each.lastAt, offset))}});
    }
    return {{"report", "gaps"},
            {"from", formatDay(localDay(m_query.from, offset))},
            {"to", formatDay(localDay(m_query.to.plus(-1), offset))},
            {"unit", m_query.unit.value},
            {"rates", ratesJson(rates())},
            {"units", std::move(units)},
            {"desks", std::move(desks)},
            {"articles", std::move(articles)},
            {"gaps", std::move(gaps)},
            {"searches", std::move(searches)}};
}

std::vector<std::string> GapTable::lines(words::Language language) const {
    const bool zh = language == words::Language::chinese;
    const domain::GapRates all = rates();
    std::vector<std::string> lines{(zh ? "现场直答率 " : "answered on the spot ") +
                                   domain::percentText(all.directRate()) + (zh ? "，本可直答 " : ", could have been ") +
                                   domain::percentText(all.couldHaveBeenRate()) + (zh ? "（交办 " : " (of ") +
                                   std::to_string(all.handedDown) + (zh ? " 件）" : " handed down)")};
    for (const domain::Gap& gap : m_report.gaps) {
        lines.push_back(std::to_string(gap.tickets.size()) + "\t" + nameOf(gap.kind, zh) + "\t" + gap.title + "\t" +
                        m_numbers.at(gap.tickets.front()));
    }
    for (const domain::SearchGap& each : m_searches) {
        lines.push_back(std::to_string(each.people) + "\t" +
                        (each.withoutHit ? (zh ? "检索无结果" : "searched, nothing found")
                                         : (zh ? "检索未采用" : "searched, nothing taken")) +
                        "\t" + each.text + "\t" + std::to_string(each.times));
    }
    return lines;
}

}  // namespace zhida::admin
