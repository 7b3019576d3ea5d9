// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/queue_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

/// The store's text search knows no filter, so what it finds is filtered here.
bool passes(const service::QueueRow& row, const service::QueueFilter& filter, const domain::UserProfile& user) {
    return (!filter.state || row.state == *filter.state) &&
           (!filter.appealType || row.appealType == *filter.appealType) &&
           (!filter.openOnly || domain::isOpen(row.state)) &&
           (filter.view != service::QueueView::unit || row.unit == user.unit) &&
           (filter.view != service::QueueView::mine || row.claimedBy == user.user);
}

}  // namespace

QueuePresenter::QueuePresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_model(clock, desk.offset()) {
    m_filter.order = service::QueueOrder::due;
    m_filter.openOnly = true;
    const domain::Role role = desk.user().role;
    m_filter.view = role == domain::Role::specialist || role == domain::Role::unitHandler ? service::QueueView::unit
                                                                                          : service::QueueView::all;
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    m_textPause.setSingleShot(true);
    m_textPause.setInterval(120);
    connect(&m_refresh, &QTimer::timeout, this, &QueuePresenter::refresh);
    connect(&m_textPause, &QTimer::timeout, this, &QueuePresenter::reload);
    connect(&m_model, &QueueModel::wantsMore, this, &QueuePresenter::more);
    connect(&signals_, &DeskSignals::changed, this, &QueuePresenter::onChange);
}

bool QueuePresenter::narrowed() const {
    return m_filter.state.has_value() || m_filter.appealType.has_value() || !m_text.isEmpty();
}

void QueuePresenter::setFilter(const service::QueueFilter& filter) {
    if (filter != m_filter) {
        m_filter = filter;
        reload();
    }
}

void QueuePresenter::setText(const QString& text) {
    if (text.simplified() != m_text) {
        m_text = text.simplified();
        m_textPause.start();
    }
}

void QueuePresenter::clearFilter() {
    m_filter.state.reset();
    m_filter.appealType.reset();
    m_text.clear();
    reload();
}

QueuePresenter::Answer QueuePresenter::readRows(service::DeskReader& reader, const service::QueueFilter& filter,
                                                const std::string& text, const domain::UserProfile& user,
                                                std::size_t wanted) {
    Answer answer;
    if (!text.empty()) {
        answer.rows = reader.searchTickets(text, 500);
        std::erase_if(answer.rows, [&](const auto& row) { return !passes(row, filter, user); });
        return answer;
    }
    service::QueuePage page = reader.list(filter, std::min<std::size_t>(wanted, 1000), std::nullopt);
    answer = {std::move(page.rows), std::move(page.next)};
    while (answer.next && answer.rows.size() < wanted) {
        page = reader.list(filter, std::min<std::size_t>(wanted - answer.rows.size(), 1000), answer.next);
        answer.rows.insert(answer.rows.end(), page.rows.begin(), page.rows.end());
        answer.next = std::move(page.next);
    }
    return answer;
}

void QueuePresenter::reload() {
    const std::uint64_t generation = ++m_generation;
    m_loading = true;
    m_refresh.stop();
    m_model.setAnchor({});
    ask(
        m_desk, this,
        [filter = m_filter, text = s(m_text), user = m_desk.user()](service::DeskReader& reader) {
            return readRows(reader, filter, text, user, kBlock);
        },
        [this, generation](Answer answer) {
            if (generation == m_generation) {
                m_loading = false;
                m_next = std::move(answer.next);
                m_model.reset(std::move(answer.rows), m_next.has_value());
                emit loaded();
            }
        });
    readCounts();
}

void QueuePresenter::refresh() {
    m_sinceRefresh.start();
    const std::uint64_t generation = m_generation;
    const auto wanted = std::max<std::size_t>(kBlock, static_cast<std::size_t>(m_model.rowCount()));
    ask(
        m_desk, this,
        [filter = m_filter, text = s(m_text), user = m_desk.user(), wanted](service::DeskReader& reader) {
            return readRows(reader, filter, text, user, wanted);
        },
        [this, generation](Answer answer) {
            if (generation == m_generation) {
                m_next = std::move(answer.next);
                m_model.refresh(answer.rows, m_next.has_value());
                emit loaded();
            }
        });
    readCounts();
}

void QueuePresenter::more() {
    if (!m_next) {
        return;
    }
    const std::uint64_t generation = m_generation;
    ask(
        m_desk, this,
        [filter = m_filter, after = m_next](service::DeskReader& reader) { return reader.list(filter, kBlock, after); },
        [this, generation](service::QueuePage page) {
            if (generation == m_generation) {
                m_next = std::move(page.next);
                m_model.append(std::move(page.rows), m_next.has_value());
            }
        });
}

void QueuePresenter::readCounts() {
    ask(
        m_desk, this, [](service::DeskReader& reader) { return reader.counts(); },
        [this](service::QueueCounts counts) {
            if (std::exchange(m_counts, std::move(counts)) != m_counts) {
                emit countsChanged();
            }
        });
}

void QueuePresenter::onChange(const service::ChangeSet& change) {
    if (!change.everything && change.tickets.empty() && change.left.empty()) {
        return;
    }
    if (change.everything || static_cast<std::size_t>(m_model.rowCount()) <= kMostRefreshed) {
        if (!m_refresh.isActive()) {  // notices are merged by the desk already; this bounds what a burst may cost
            m_refresh.start(m_sinceRefresh.isValid() && m_sinceRefresh.elapsed() < kRefreshMs ? kRefreshMs : 0);
        }
        return;
    }
    patch(change.tickets);
    readCounts();
}

void QueuePresenter::patch(std::vector<TicketId> tickets) {
    std::erase_if(tickets, [this](const TicketId& each) { return m_model.rowOf(each) < 0; });
    ask(
        m_desk, this,
        [tickets = std::move(tickets)](service::DeskReader& reader) {
            std::vector<service::QueueRow> rows;
            for (const TicketId& each : tickets) {
                if (auto row = reader.row(each)) {
                    rows.push_back(std::move(*row));
                }
            }
            return rows;
        },
        [this](const std::vector<service::QueueRow>& rows) { m_model.patch(rows); });
}

}  // namespace zhida::ui
