// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/codec.h"
#include "tests/support/qt/fake_desk.h"

#include "model/domain/holding.h"

#include <algorithm>
#include <limits>
#include <map>

namespace zhida::test {
namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

service::QueueRow FakeDesk::rowOf(const domain::Ticket& ticket) const {
    service::QueueRow row;
    row.ticket = ticket.id;
    row.number = ticket.number;
    row.title = ticket.title;
    row.state = ticket.state;
    row.appealType = ticket.appealType;
    row.urgency = ticket.urgency;
    row.secret = ticket.secret;
    row.unit = domain::responsibleUnit(ticket);
    row.region = ticket.region;
    if (ticket.claim) {
        row.claimedBy = ticket.claim->user;
        row.claimedUntil = ticket.claim->until;
    }
    row.due = ticket.due;
    row.createdAt = ticket.createdAt;
    row.redoCount = ticket.redoCount;
    for (const service::OutboxItem& item : tray) {
        row.pending = row.pending || (item.ticket == ticket.id && item.state != service::OutboxItem::State::refused);
    }
    return row;
}

std::vector<service::QueueRow> FakeDesk::sorted(const service::QueueFilter& filter) const {
    std::vector<service::QueueRow> rows;
    for (const auto& [id, life] : m_lives) {
        const domain::Ticket& ticket = life.ticket;
        const bool mine = (ticket.claim && ticket.claim->user == m_user.user) || ticket.registeredBy == m_user.user;
        const bool seen =
            filter.view == service::QueueView::all ||
            (filter.view == service::QueueView::unit ? domain::responsibleUnit(ticket) == m_user.unit : mine);
        if (seen && (!filter.openOnly || domain::isOpen(ticket.state)) &&
            (!filter.state || ticket.state == *filter.state) &&
            (!filter.appealType || ticket.appealType == *filter.appealType)) {
            rows.push_back(rowOf(ticket));
        }
    }
    const bool newest = filter.order == service::QueueOrder::newest;
    std::sort(rows.begin(), rows.end(), [newest](const auto& a, const auto& b) {
        if (newest) {
            return std::pair(b.createdAt.ms, b.ticket) < std::pair(a.createdAt.ms, a.ticket);
        }
        const std::int64_t far = std::numeric_limits<std::int64_t>::max();
        return std::pair(a.due ? a.due->ms : far, a.ticket) < std::pair(b.due ? b.due->ms : far, b.ticket);
    });
    return rows;
}

service::QueuePage FakeDesk::list(const service::QueueFilter& filter, std::size_t limit,
                                  const std::optional<std::string>& after) {
    std::vector<service::QueueRow> rows = sorted(filter);
    std::size_t begin = 0;
    if (after) {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.ticket.text() == *after; });
        begin = found == rows.end() ? rows.size() : static_cast<std::size_t>(found - rows.begin()) + 1;
    }
    const std::size_t end = std::min(rows.size(), begin + limit);
    service::QueuePage page;
    page.rows.assign(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                     rows.begin() + static_cast<std::ptrdiff_t>(end));
    if (end < rows.size()) {
        page.next = page.rows.back().ticket.text();
    }
    return page;
}

std::optional<service::QueueRow> FakeDesk::row(const TicketId& ticket) {
    const auto found = m_lives.find(ticket);
    return found == m_lives.end() ? std::nullopt : std::optional(rowOf(found->second.ticket));
}

service::QueueCounts FakeDesk::counts() {
    service::QueueCounts counts;
    const auto count = [this](service::QueueView view, bool open) {
        service::QueueFilter filter;
        filter.view = view;
        filter.openOnly = open;
        return static_cast<std::int64_t>(sorted(filter).size());
    };
    counts.allOpen = count(service::QueueView::all, true);
    counts.allTotal = count(service::QueueView::all, false);
    counts.unitOpen = count(service::QueueView::unit, true);
    counts.unitTotal = count(service::QueueView::unit, false);
    counts.mineOpen = count(service::QueueView::mine, true);
    counts.mineTotal = count(service::QueueView::mine, false);
    for (const auto& [id, life] : m_lives) {
        ++counts.byState[life.ticket.state];
    }
    return counts;
}

std::optional<service::TicketView> FakeDesk::ticket(std::string_view idOrNumber) {
    for (const auto& [id, life] : m_lives) {
        if (id.text() == idOrNumber || life.ticket.number == idOrNumber) {
            return service::TicketView{life.ticket, rowOf(life.ticket).pending, !historyMissing.contains(id)};
        }
    }
    return std::nullopt;
}

std::vector<domain::Event> FakeDesk::history(const TicketId& ticket) {
    const auto found = m_lives.find(ticket);
    return found == m_lives.end() ? std::vector<domain::Event>{} : found->second.events;
}

std::vector<service::QueueRow> FakeDesk::lookUp(std::string_view phoneOrNumber, std::size_t limit) {
    std::vector<service::QueueRow> rows;
    for (const auto& [id, life] : m_lives) {
        const domain::Ticket& each = life.ticket;
        if (each.caller.phone == phoneOrNumber || each.number.ends_with(phoneOrNumber)) {
            rows.push_back(rowOf(each));
        }
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return b.createdAt < a.createdAt; });
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

std::vector<service::QueueRow> FakeDesk::searchTickets(std::string_view text, std::size_t limit) {
    std::vector<service::QueueRow> rows;
    for (const auto& [id, life] : m_lives) {
        if (rows.size() < limit && (contains(life.ticket.title, text) || contains(life.ticket.content, text))) {
            rows.push_back(rowOf(life.ticket));
        }
    }
    return rows;
}

service::ArticleResults FakeDesk::searchArticles(std::string_view text, const RegionCode&, std::size_t limit,
                                                 const std::stop_token& stop) {
    searches.emplace_back(text);
    stops.push_back(stop);
    service::ArticleResults results;
    for (const domain::Article& each : m_articles) {
        service::ArticleHit hit;
        for (const std::string& word : each.keywords) {
            const bool asked = contains(std::string(text), word) || contains(word, text);
            if (!asked) {
                continue;
            }
            hit.score += 1;
            hit.why.push_back(word);
            if (const auto at = each.title.find(word); at != std::string::npos) {
                hit.titleMarks.emplace_back(static_cast<std::uint32_t>(at),
                                            static_cast<std::uint32_t>(at + word.size()));
            }
            if (const auto at = each.answer.find(word); at != std::string::npos) {
                hit.answerMarks.emplace_back(static_cast<std::uint32_t>(at),
                                             static_cast<std::uint32_t>(at + word.size()));
            }
        }
        if (hit.score > 0) {
            hit.article = each;
            hit.live = domain::isLive(each, formatDay(localDay(m_clock.now(), {})));
            hit.trust = domain::trustOf(each, localDay(m_clock.now(), {}));
            results.hits.push_back(std::move(hit));
        }
    }
    std::stable_sort(results.hits.begin(), results.hits.end(),
                     [](const auto& a, const auto& b) { return b.score < a.score; });
    results.hits.resize(std::min(results.hits.size(), limit));
    results.ms = 0.4;
    return results;
}

std::optional<domain::Article> FakeDesk::article(std::string_view keyOrSourceId) {
    const auto body = recordBody("article", keyOrSourceId);
    const auto known = body ? wire::decode<domain::Article>(*body) : Error("article.unknown");
    return known ? std::optional(*known) : std::nullopt;
}

std::vector<service::Draft> FakeDesk::drafts() {
    std::vector<service::Draft> all;
    for (const auto& [key, draft] : draftsByKey) {
        all.push_back(draft);
    }
    return all;
}

std::vector<domain::Ticket> FakeDesk::heldBy(const UserCode& user, Instant now) {
    std::vector<domain::Ticket> held;
    for (const auto& [id, life] : m_lives) {
        if (domain::holdingOf(life.ticket, user, now).any()) {
            held.push_back(life.ticket);
        }
    }
    return held;
}

std::vector<service::WorkloadDay> FakeDesk::workload(Day from, Day to) {
    std::map<Day, service::WorkloadDay> days;
    for (const auto& [id, life] : m_lives) {
        const auto count = [&](Instant at) -> service::WorkloadDay& {
            service::WorkloadDay& day = days[localDay(at, {})];
            day.day = localDay(at, {});
            return day;
        };
        ++count(life.ticket.createdAt).registered;
        if (life.ticket.directAnswer) {
            ++count(life.ticket.directAnswer->at).directAnswered;
        } else if (life.ticket.closedAt) {
            ++count(*life.ticket.closedAt).closed;
        }
    }
    std::vector<service::WorkloadDay> result;
    for (const auto& [day, each] : days) {
        if (from <= day && day <= to) {
            result.push_back(each);
        }
    }
    return result;
}

}  // namespace zhida::test
