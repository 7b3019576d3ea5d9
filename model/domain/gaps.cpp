// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/gaps.h"

#include "model/domain/title_index.h"

#include <algorithm>
#include <utility>

namespace zhida::domain {
namespace {

bool counts(const Ticket& ticket) {
    return countsForKpi(ticket) && ticket.appealType != AppealType::report && ticket.secrecy != Secrecy::restricted;
}

std::int64_t minutesBetween(Instant from, Instant to) { return std::max<std::int64_t>(0, to.ms - from.ms) / kMinuteMs; }

struct Times {
    GapRates rates;
    std::vector<std::int64_t> minutes;
};

/// The report while it grows.
class Mining {
public:
    Mining(int percent, Instant now) : m_percent(percent), m_now(now) {}

    void know(const Article& article) {
        knowName(article.title, article.key);
        for (const auto* const list : {&article.aliases, &article.questions}) {
            for (const std::string& each : *list) {
                knowName(each, article.key);
            }
        }
    }
    void knowAnswer(const GapTicket& seen) {
        m_answers.add(pairsOf(seen.title));
        m_answered.push_back(seen.ticket);
        tally(seen, false);
        if (!seen.cited.empty()) {
            ++m_report.articles[seen.cited].direct;
            m_articleMinutes[seen.cited].push_back(minutesBetween(seen.at, *seen.answered));
        }
    }
    void handedDown(const GapTicket& seen) {
        const TitlePairs title = pairsOf(seen.title);
        // What has to be done is not done by an article.
        const auto article = seen.enquiry ? m_articles.best(title, m_percent) : std::optional<TitleIndex::Match>();
        const auto answer = m_answers.best(title, m_percent);
        tally(seen, article || answer);
        if (!article && !answer && !seen.enquiry) {
            return;  // something to be done, not to be told
        }
        Gap& gap = matterOf(title);
        if (gap.tickets.empty()) {
            gap.title = seen.title;
        }
        gap.kind = article ? GapKind::article : answer && gap.article.empty() ? GapKind::elsewhere : gap.kind;
        gap.article = article ? m_keys[article->place] : gap.article;
        if (article) {
            ++m_report.articles[gap.article].handedDown;
        }
        if (answer) {
            const TicketId& like = m_answered[answer->place];
            if (std::find(gap.answered.begin(), gap.answered.end(), like) == gap.answered.end()) {
                gap.answered.push_back(like);
            }
            gap.model = like;
        } else if (seen.answered && gap.answered.empty()) {
            gap.model = seen.ticket;
        }
        gap.tickets.push_back(seen.ticket);
        gap.waitedMinutes += minutesBetween(seen.at, seen.answered.value_or(m_now));
    }
    GapReport report() {
        m_report.all = finished(m_all);
        for (auto& [unit, times] : m_units) {
            m_report.units.emplace(unit, finished(times));
        }
        for (auto& [user, times] : m_desks) {
            m_report.desks.emplace(user, finished(times));
        }
        for (auto& [key, minutes] : m_articleMinutes) {
            m_report.articles[key].minutesToAnswer = spreadOf(std::move(minutes));
        }
        std::stable_sort(m_report.gaps.begin(), m_report.gaps.end(), [](const Gap& a, const Gap& b) {
            return a.tickets.size() != b.tickets.size() ? a.tickets.size() > b.tickets.size()
                                                        : a.waitedMinutes > b.waitedMinutes;
        });
        return std::move(m_report);
    }

private:
    void knowName(const std::string& name, const std::string& key) {
        m_articles.add(pairsOf(name));
        m_keys.push_back(key);
    }
    Gap& matterOf(const TitlePairs& title) {
        const auto like = m_matters.best(title, m_percent);
        const std::size_t gap = like ? m_gapOf[like->place] : m_report.gaps.size();
        m_matters.add(title);
        m_gapOf.push_back(gap);
        if (!like) {
            m_report.gaps.emplace_back();
        }
        return m_report.gaps[gap];
    }
    void tally(const GapTicket& seen, bool couldHaveBeen) {
        std::vector<Times*> sums{&m_all, &m_units[seen.unit]};
        if (!seen.user.empty()) {
            sums.push_back(&m_desks[seen.user]);
        }
        for (Times* const each : sums) {
            ++(seen.direct ? each->rates.direct : each->rates.handedDown);
            each->rates.couldHaveBeen += couldHaveBeen ? 1 : 0;
            if (seen.answered) {
                each->minutes.push_back(minutesBetween(seen.at, *seen.answered));
            }
        }
    }
    static GapRates finished(Times& times) {
        times.rates.minutesToAnswer = spreadOf(std::move(times.minutes));
        return times.rates;
    }

    int m_percent;
    Instant m_now;
    TitleIndex m_articles;
    std::vector<std::string> m_keys;
    TitleIndex m_answers;
    std::vector<TicketId> m_answered;
    TitleIndex m_matters;
    std::vector<std::size_t> m_gapOf;
    Times m_all;
    std::map<UnitCode, Times> m_units;
    std::map<UserCode, Times> m_desks;
    std::map<std::string, std::vector<std::int64_t>> m_articleMinutes;
    GapReport m_report;
};

}  // namespace

std::optional<GapTicket> gapTicketOf(const Ticket& ticket) {
    const Assignment* const lead = ticket.lead();
    if (!counts(ticket) || (lead == nullptr && !ticket.directAnswer)) {
        return std::nullopt;
    }
    GapTicket seen{ticket.id, ticket.title, {}, ticket.registeredBy, ticket.createdAt, lead == nullptr, false, {}, {}};
    seen.enquiry = ticket.appealType == AppealType::consult;
    seen.answered = answeredAt(ticket);
    if (lead != nullptr) {
        seen.unit = lead->unit;
    } else {
        seen.direct = ticket.source.empty();
        seen.unit = ticket.directAnswer->unit;
        seen.user = ticket.directAnswer->user;
        seen.cited = ticket.directAnswer->article;
    }
    return seen;
}

GapReport gapsIn(int similarPercent, Instant now, const std::vector<Article>& live, std::vector<GapTicket> tickets) {
    std::sort(tickets.begin(), tickets.end(),
              [](const GapTicket& a, const GapTicket& b) { return a.at != b.at ? a.at < b.at : a.ticket < b.ticket; });
    Mining mining(similarPercent, now);
    for (const Article& each : live) {
        mining.know(each);
    }
    for (const GapTicket& each : tickets) {
        if (each.direct) {
            mining.knowAnswer(each);
        }
    }
    for (const GapTicket& each : tickets) {
        if (!each.direct) {
            mining.handedDown(each);
        }
    }
    return mining.report();
}

}  // namespace zhida::domain
