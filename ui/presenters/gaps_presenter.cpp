// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/gaps_presenter.h"

#include "model/wire/codec.h"
#include "ui/models/article_rows.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <utility>

namespace zhida::ui {
namespace {

constexpr std::size_t kPage = 500;
constexpr std::size_t kMostSearches = 500;
constexpr std::int64_t kHourMinutes = 60;

}  // namespace

QString GapsPresenter::waitText(std::int64_t minutes) {
    return minutes < kHourMinutes ? tr("%1 min").arg(minutes)
                                  : tr("%1 h").arg((minutes + kHourMinutes / 2) / kHourMinutes);
}

QString GapsPresenter::kindText(domain::GapKind kind) {
    switch (kind) {
        case domain::GapKind::article:
            return tr("An article answers it");
        case domain::GapKind::elsewhere:
            return tr("Answered elsewhere");
        case domain::GapKind::missing:
            return tr("No article");
    }
    return {};
}

GapsPresenter::GapsPresenter(service::Desk& desk, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_clock(clock),
      m_rows({JsonTableModel::plain(tr("Tickets"), "count"), JsonTableModel::plain(tr("Why"), "kind"),
              JsonTableModel::plain(tr("Matter"), "title"), JsonTableModel::plain(tr("Callers waited"), "waited"),
              JsonTableModel::plain(tr("Article"), "article")}),
      m_searchRows({JsonTableModel::plain(tr("People"), "people"), JsonTableModel::plain(tr("Searches"), "times"),
                    JsonTableModel::plain(tr("Searched for"), "text"), JsonTableModel::plain(tr("Then"), "then"),
                    JsonTableModel::plain(tr("Found today"), "found"), JsonTableModel::plain(tr("Last"), "last")}) {}

void GapsPresenter::load(int days) {
    const Instant now = m_clock.now();
    ask(
        m_desk, this,
        [from = now.plus(-days * kDayMs), now](service::DeskReader& reader) { return read(reader, from, now); },
        [this](Read read) { show(std::move(read)); });
}

GapsPresenter::Read GapsPresenter::read(service::DeskReader& reader, Instant from, Instant now) {
    const domain::Rules rules = reader.rules();
    const std::string today = formatDay(localDay(now, rules.calendar.offset()));
    Read read;
    std::vector<domain::Article> live;
    for (domain::Article& each : knownArticles(reader)) {
        if (domain::isLive(each, today)) {
            read.titles.emplace(each.key, each.title);
            live.push_back(std::move(each));
        }
    }
    read.report = domain::gapsIn(rules.sameMatter.similarPercent, now, live, ticketsSince(reader, from));
    read.searches = searchesSince(reader, from, rules.sameMatter.similarPercent);
    return read;
}

std::vector<domain::GapTicket> GapsPresenter::ticketsSince(service::DeskReader& reader, Instant from) {
    std::vector<domain::GapTicket> tickets;
    std::optional<std::string> after;
    do {
        const service::QueuePage page = reader.list({}, kPage, after);  // the newest first
        after = page.next;
        for (const service::QueueRow& row : page.rows) {
            if (row.createdAt < from) {
                after.reset();
                break;
            }
            const auto view = reader.ticket(row.ticket.text());
            if (const auto seen = view ? domain::gapTicketOf(view->ticket) : std::nullopt) {
                tickets.push_back(*seen);
            }
        }
    } while (after);
    return tickets;
}

std::vector<GapsPresenter::Search> GapsPresenter::searchesSince(service::DeskReader& reader, Instant from,
                                                                int similarPercent) {
    std::vector<domain::SearchMiss> misses;
    for (const service::RecordView& each : reader.records(domain::kSearchMissKind, {})) {
        if (auto miss = wire::decode<domain::SearchMiss>(each.body)) {
            misses.push_back(std::move(*miss));
        }
    }
    std::vector<Search> searches;
    for (domain::SearchGap& gap : domain::searchGapsIn(similarPercent, from, std::move(misses))) {
        if (searches.size() == kMostSearches) {
            break;
        }
        const service::ArticleResults today = reader.searchArticles(gap.text, {}, 1);
        searches.push_back({std::move(gap), today.hits.empty() ? std::string() : today.hits.front().article.title});
    }
    return searches;
}

void GapsPresenter::show(Read read) {
    m_report = std::move(read.report);
    QJsonArray rows;
    for (const domain::Gap& gap : m_report.gaps) {
        const auto article = read.titles.find(gap.article);
        rows.append(QJsonObject{
            {QStringLiteral("count"), QString::number(gap.tickets.size())},
            {QStringLiteral("kind"), kindText(gap.kind)},
            {QStringLiteral("title"), q(gap.title).simplified()},
            {QStringLiteral("waited"), waitText(gap.waitedMinutes)},
            {QStringLiteral("article"), article == read.titles.end() ? QString() : q(article->second).simplified()}});
    }
    m_rows.setRows(rows);
    m_searches = std::move(read.searches);
    showSearches();
    emit loaded();
}

void GapsPresenter::showSearches() {
    QJsonArray rows;
    for (const Search& each : m_searches) {
        rows.append(
            QJsonObject{{QStringLiteral("people"), QString::number(each.gap.people)},
                        {QStringLiteral("times"), QString::number(each.gap.times)},
                        {QStringLiteral("text"), q(each.gap.text)},
                        {QStringLiteral("then"), each.gap.withoutHit ? tr("nothing found") : tr("nothing taken")},
                        {QStringLiteral("found"), each.found.empty() ? tr("nothing") : q(each.found).simplified()},
                        {QStringLiteral("last"), dayText(localDay(each.gap.lastAt, m_desk.offset()))}});
    }
    m_searchRows.setRows(rows);
}

QString GapsPresenter::summary() const {
    const domain::GapRates& all = m_report.all;
    return tr("Answered on the spot %1 · of %2 handed down, %3 could have been")
        .arg(q(domain::percentText(all.directRate())))
        .arg(all.handedDown)
        .arg(q(domain::percentText(all.couldHaveBeenRate())));
}

}  // namespace zhida::ui
