// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads of the campaigns.
#include "ui/presenters/article_text.h"
#include "ui/presenters/campaigns_presenter.h"
#include "ui/support/text.h"

namespace zhida::ui {

QString CampaignsPresenter::pendingText(const QString& text, bool pending) {
    return pending ? text + QStringLiteral(" · ") + tr("not yet at the centre") : text;
}

QString CampaignsPresenter::moment(std::optional<Instant> at) const {
    return at ? momentText(*at, m_clock.now(), m_desk.offset()) : QStringLiteral("–");
}

QString CampaignsPresenter::errorText(const Error& error) const {
    return articleErrorText(error, *m_directory, m_clock.now(), m_desk.offset());
}

QString CampaignsPresenter::aboutText(const domain::Campaign& campaign) const {
    if (campaign.article.empty()) {
        return tr("Basis %1").arg(q(campaign.basis));
    }
    const auto title = m_read.titles.find(campaign.article);
    return title == m_read.titles.end() ? q(campaign.article) : q(title->second).simplified();
}

QJsonObject CampaignsPresenter::rowOf(const service::CampaignView& view) const {
    const std::size_t open = view.open();
    const domain::Campaign& campaign = view.campaign;
    return {{QStringLiteral("state"), pendingText(open > 0 ? tr("○ Under way") : tr("✓ Finished"), view.pending)},
            {QStringLiteral("done"), QStringLiteral("%1 / %2").arg(view.rows.size() - open).arg(view.rows.size())},
            {QStringLiteral("about"), aboutText(campaign)},
            {QStringLiteral("why"), q(campaign.why).simplified()},
            {QStringLiteral("at"), moment(campaign.startedAt)},
            {QStringLiteral("by"), m_directory->userName(campaign.startedBy)},
            {QStringLiteral("disabled"), open == 0}};
}

QJsonObject CampaignsPresenter::rowOf(const service::CampaignView& view, const service::CampaignRow& row) const {
    const bool waits = m_read.waiting.contains({view.campaign.key, row.item.ticket.text()});
    const std::uint32_t version = row.item.version;
    return {{QStringLiteral("state"), pendingText(row.done ? tr("✓ Phoned") : tr("○ To be phoned"), waits)},
            {QStringLiteral("number"), row.number.empty() ? tr("not on this desk") : q(row.number)},
            {QStringLiteral("title"), q(row.title).simplified()},
            {QStringLiteral("told"), q(row.told).simplified()},
            {QStringLiteral("version"), version == 0 ? QStringLiteral("–") : QString::number(version)},
            {QStringLiteral("at"), moment(row.toldAt)},
            {QStringLiteral("by"), m_directory->userName(row.toldBy)},
            {QStringLiteral("disabled"), row.done}};
}

QString CampaignsPresenter::callerText() const {
    const service::CampaignRow* row = caller();
    if (row == nullptr) {
        return {};
    }
    QString text = row->told.empty() ? tr("What the caller was told is not on this desk.")
                                     : tr("Was told: %1").arg(q(row->told).trimmed());
    if (row->done) {
        text += QStringLiteral("\n\n") + tr("Phoned %1 by %2: %3")
                                             .arg(moment(row->reachedAt), m_directory->userName(row->reachedBy),
                                                  row->reached.empty() ? QStringLiteral("–") : q(row->reached));
    }
    return text;
}

QString CampaignsPresenter::obstacle() const {
    if (caller() == nullptr) {
        return tr("No caller is chosen.");
    }
    return m_barred ? errorText(*m_barred) : QString();
}

QString CampaignsPresenter::startObstacle() const {
    return m_read.startBarred ? errorText(*m_read.startBarred) : QString();
}

}  // namespace zhida::ui
