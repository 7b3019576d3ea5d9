// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/campaigns_presenter.h"

#include "ui/presenters/article_text.h"
#include "ui/presenters/record_probe.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

constexpr int kGatherMs = 60;

using Waiting = std::set<std::pair<std::string, std::string>>;

Waiting waitingNotes(service::DeskReader& reader) {
    Waiting waiting;
    for (const service::OutboxItem& each : reader.outbox()) {
        if (each.name == domain::CampaignDone::kName && each.state != service::OutboxItem::State::refused) {
            const QJsonObject fields = QJsonDocument::fromJson(QByteArray::fromStdString(each.fields)).object();
            waiting.emplace(each.recordKey, s(fields.value(QLatin1String("ticket")).toString()));
        }
    }
    return waiting;
}

/// What is not finished first, in it the newest.
void sortForWork(std::vector<service::CampaignView>& views) {
    std::stable_sort(views.begin(), views.end(), [](const service::CampaignView& a, const service::CampaignView& b) {
        const bool aOpen = a.open() > 0;
        const bool bOpen = b.open() > 0;
        return aOpen != bOpen ? aOpen : b.campaign.startedAt < a.campaign.startedAt;
    });
}

}  // namespace

CampaignsPresenter::CampaignsPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_clock(clock),
      m_campaignRows({JsonTableModel::plain(tr("State"), "state"), JsonTableModel::plain(tr("Phoned"), "done"),
                      JsonTableModel::plain(tr("About"), "about"), JsonTableModel::plain(tr("Why"), "why"),
                      JsonTableModel::plain(tr("Since"), "at"), JsonTableModel::plain(tr("Started by"), "by")}),
      m_callerRows({JsonTableModel::plain(tr("State"), "state"), JsonTableModel::plain(tr("Ticket"), "number"),
                    JsonTableModel::plain(tr("Matter"), "title"), JsonTableModel::plain(tr("Was told"), "told"),
                    JsonTableModel::plain(tr("Version"), "version"), JsonTableModel::plain(tr("When"), "at"),
                    JsonTableModel::plain(tr("By"), "by")}) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kGatherMs);
    connect(&m_pause, &QTimer::timeout, this, &CampaignsPresenter::load);
    const auto listed = [this](const TicketId& ticket) { return m_tickets.contains(ticket); };
    connect(&signals_, &DeskSignals::changed, this, [this, listed](const service::ChangeSet& change) {
        const bool ours = change.articles || change.reference || change.outbox || change.everything;
        if ((ours || std::any_of(change.tickets.begin(), change.tickets.end(), listed)) && !m_pause.isActive()) {
            m_pause.start();
        }
    });
}

void CampaignsPresenter::load() {
    if (std::exchange(m_asking, true)) {
        m_again = true;
        return;
    }
    ask(
        m_desk, this,
        [user = m_desk.user(), now = m_clock.now(), offset = m_desk.offset()](service::DeskReader& reader) {
            return read(reader, user, now, offset);
        },
        [this](Read read) {
            m_asking = false;
            show(std::move(read));
            if (std::exchange(m_again, false)) {
                m_pause.start();
            }
        });
}

CampaignsPresenter::Read CampaignsPresenter::read(service::DeskReader& reader, const domain::UserProfile& user,
                                                  Instant now, UtcOffset offset) {
    Read read;
    read.directory = Directory::read(reader);
    read.views = service::Knowledge(reader, user, now, offset).campaigns();
    sortForWork(read.views);
    for (const service::CampaignView& each : read.views) {
        if (const auto article = reader.article(each.campaign.article)) {
            read.titles.emplace(each.campaign.article, article->title);
        }
    }
    read.waiting = waitingNotes(reader);
    read.startBarred = RecordProbe(reader, user, *read.directory, now).mayStart("-");
    return read;
}

void CampaignsPresenter::show(Read read) {
    m_read = std::move(read);
    m_directory = m_read.directory;
    m_listed = true;
    m_tickets.clear();
    for (const service::CampaignView& view : m_read.views) {
        for (const service::CampaignRow& row : view.rows) {
            m_tickets.insert(row.item.ticket);
        }
        const bool has = !m_wanted.isNull() && std::any_of(view.rows.begin(), view.rows.end(), [this](const auto& row) {
            return row.item.ticket == m_wanted;
        });
        if (has) {
            m_key = view.campaign.key;
            m_ticket = std::exchange(m_wanted, {});
        }
    }
    m_wanted = {};
    showCampaigns();
    showCallers();
    emit loaded();
    look(callerRow());
}

void CampaignsPresenter::showCampaigns() {
    if (campaign() == nullptr) {
        m_key = m_read.views.empty() ? std::string() : m_read.views.front().campaign.key;
        m_ticket = {};
    }
    QJsonArray rows;
    for (const service::CampaignView& each : m_read.views) {
        rows.append(rowOf(each));
    }
    m_campaignRows.setRows(rows);
}

void CampaignsPresenter::showCallers() {
    m_shown.clear();
    QJsonArray rows;
    if (const service::CampaignView* view = campaign()) {
        for (std::size_t i = 0; i < view->rows.size(); ++i) {
            if (!m_openOnly || !view->rows[i].done) {
                m_shown.push_back(i);
                rows.append(rowOf(*view, view->rows[i]));
            }
        }
        if (callerRow() < 0) {
            const TicketId next = nextOpen(*view, false);
            m_ticket = next.isNull() && !m_shown.empty() ? view->rows[m_shown.front()].item.ticket : next;
        }
    }
    m_callerRows.setRows(rows);
}

void CampaignsPresenter::choose(int campaign) {
    if (campaign >= 0 && campaign < static_cast<int>(m_read.views.size())) {
        choose(m_read.views[static_cast<std::size_t>(campaign)].campaign.key);
    }
}

void CampaignsPresenter::choose(const std::string& key) {
    if (key == m_key) {
        return;
    }
    m_key = key;
    m_ticket = {};
    showCallers();
    emit listedCallers();
    look(callerRow());
}

void CampaignsPresenter::look(int caller) {
    const service::CampaignView* view = campaign();
    m_barred.reset();
    const std::uint64_t question = ++m_question;
    if (view == nullptr || caller < 0 || caller >= static_cast<int>(m_shown.size())) {
        emit judged();
        return;
    }
    m_ticket = view->rows[m_shown[static_cast<std::size_t>(caller)]].item.ticket;
    ask(
        m_desk, this,
        [user = m_desk.user(), directory = m_directory, now = m_clock.now(), key = m_key,
         ticket = m_ticket](service::DeskReader& reader) {
            return RecordProbe(reader, user, *directory, now).barred(key, domain::CampaignDone{ticket, "-"});
        },
        [this, question](std::optional<Error> barred) {
            if (question == m_question) {
                m_barred = std::move(barred);
                emit judged();
            }
        });
}

void CampaignsPresenter::goOn(const TicketId& done) {
    const service::CampaignView* view = campaign();
    if (view != nullptr && m_ticket == done) {
        const TicketId next = nextOpen(*view, true);
        m_ticket = next.isNull() ? m_ticket : next;
    }
    load();
}

void CampaignsPresenter::setOpenOnly(bool only) {
    m_openOnly = only;
    showCallers();
    emit listedCallers();
    look(callerRow());
}

/// From the caller in front on, or after him; then from the beginning.
TicketId CampaignsPresenter::nextOpen(const service::CampaignView& view, bool after) const {
    const auto& rows = view.rows;
    auto from = std::find_if(rows.begin(), rows.end(), [this](const auto& row) { return row.item.ticket == m_ticket; });
    from = from == rows.end() ? rows.begin() : from;
    const auto waits = [&](const service::CampaignRow& row) {
        return !row.done && !(after && row.item.ticket == m_ticket);
    };
    auto found = std::find_if(from, rows.end(), waits);
    found = found == rows.end() ? std::find_if(rows.begin(), rows.end(), waits) : found;
    return found == rows.end() ? TicketId{} : found->item.ticket;
}

const service::CampaignView* CampaignsPresenter::campaign() const {
    const int row = campaignRow();
    return row < 0 ? nullptr : &m_read.views[static_cast<std::size_t>(row)];
}

const service::CampaignRow* CampaignsPresenter::caller() const {
    const int row = callerRow();
    return row < 0 ? nullptr : &campaign()->rows[m_shown[static_cast<std::size_t>(row)]];
}

int CampaignsPresenter::campaignRow() const {
    const auto& views = m_read.views;
    const auto found =
        std::find_if(views.begin(), views.end(), [this](const auto& each) { return each.campaign.key == m_key; });
    return found == views.end() ? -1 : static_cast<int>(found - views.begin());
}

int CampaignsPresenter::callerRow() const {
    const service::CampaignView* view = campaign();
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](std::size_t at) {
        return view != nullptr && at < view->rows.size() && view->rows[at].item.ticket == m_ticket;
    });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

}  // namespace zhida::ui
