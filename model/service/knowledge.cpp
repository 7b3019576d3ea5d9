// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/knowledge.h"

#include "model/storage/article_store.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::service {
namespace {

ImpactRow impactRow(const domain::Ticket& ticket) {
    const domain::DirectAnswer& answer = *ticket.directAnswer;
    return {ticket.id, ticket.number, ticket.title, answer.articleVersion, answer.at, answer.user, answer.text};
}

void addTicket(CampaignRow& row, const domain::Ticket& ticket, std::optional<Instant> since) {
    row.number = ticket.number;
    row.title = ticket.title;
    if (const auto& answer = ticket.directAnswer) {
        row.told = answer->text;
        row.toldBy = answer->user;
        row.toldAt = answer->at;
    }
    const auto& call = ticket.lastCallback;
    if (!row.done && call && call->connected && since <= call->at) {
        row.done = true;
        row.reachedBy = call->user;
        row.reachedAt = call->at;
        row.reached = call->opinion;
    }
}

}  // namespace

std::size_t CampaignView::open() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const CampaignRow& each) { return !each.done; }));
}

template <class T>
std::optional<T> Knowledge::record(std::string_view kind, const std::string& key, bool& pending) {
    for (const RecordView& each : m_reader.records(kind, key)) {
        if (each.key == key) {
            pending = pending || each.pending;
            Result<T> value = wire::decode<T>(each.body);
            return value ? std::optional(std::move(*value)) : std::nullopt;
        }
    }
    return std::nullopt;
}

KnowledgeFile Knowledge::fileOf(const std::string& key) {
    KnowledgeFile file;
    file.key = key;
    file.live = record<domain::Article>(storage::kArticleKind, key, file.pending);
    auto life = record<domain::ArticleLife>(domain::kArticleLifeKind, key, file.pending);
    if (file.live) {
        file.trust = trustOf(*file.live);
    }
    if (life) {
        file.log = domain::masked(*life).log;
        if (domain::mayReadDraft(m_user, life->unit)) {
            file.life = std::move(life);
        }
    }
    return file;
}

std::optional<KnowledgeFile> Knowledge::article(std::string_view keyOrSourceId) {
    const std::optional<domain::Article> known = m_reader.article(keyOrSourceId);
    KnowledgeFile file = fileOf(known ? known->key : std::string(keyOrSourceId));
    return file.live || file.hasDraft() ? std::optional(std::move(file)) : std::nullopt;
}

std::vector<domain::Article> Knowledge::versions(const KnowledgeFile& file) {
    std::vector<domain::Article> found;
    if (file.live) {
        found.push_back(*file.live);
    }
    std::vector<RecordView> kept = m_reader.records(domain::kArticleVersionKind, file.key + "#");
    std::reverse(kept.begin(), kept.end());
    for (const RecordView& each : kept) {
        Result<domain::Article> article = wire::decode<domain::Article>(each.body);
        if (article) {
            found.push_back(std::move(*article));
        }
    }
    return found;
}

std::optional<domain::Article> Knowledge::version(const KnowledgeFile& file, std::uint32_t number) {
    if (file.live && file.live->version == number) {
        return file.live;
    }
    bool ignored = false;
    return record<domain::Article>(domain::kArticleVersionKind, domain::versionKey(file.key, number), ignored);
}

std::vector<KnowledgeFile> Knowledge::drafts() {
    std::vector<KnowledgeFile> found;
    for (const RecordView& each : m_reader.records(domain::kArticleLifeKind, {})) {
        const Result<domain::ArticleLife> life = wire::decode<domain::ArticleLife>(each.body);
        if (life && life->stage != domain::ArticleStage::none && domain::mayReadDraft(m_user, life->unit)) {
            found.push_back(fileOf(each.key));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const KnowledgeFile& a, const KnowledgeFile& b) {
        return a.life->log.back().at < b.life->log.back().at;
    });
    return found;
}

std::vector<KnowledgeTask> Knowledge::tasks() {
    std::vector<KnowledgeTask> found;
    for (const RecordView& each : m_reader.records(domain::kArticleTaskKind, {})) {
        Result<domain::ArticleTask> task = wire::decode<domain::ArticleTask>(each.body);
        if (task && domain::maySee(*task, m_user)) {
            found.push_back({std::move(*task), each.pending});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const KnowledgeTask& a, const KnowledgeTask& b) { return a.task.openedAt < b.task.openedAt; });
    return found;
}

std::vector<ImpactRow> Knowledge::impactOf(const KnowledgeFile& file, std::uint32_t days) {
    std::vector<ImpactRow> rows;
    if (!file.live) {
        return rows;
    }
    const std::vector<domain::Article> all = versions(file);
    // An answer that does not say which version (0) may rest on any.
    const auto saysTheSame = [&](std::uint32_t version) {
        bool known = version >= file.live->version;
        bool same = true;
        for (const domain::Article& each : all) {
            if (version == 0 || each.version == version) {
                known = true;
                same = same && each.answer == file.live->answer;
            }
        }
        return known && same;
    };
    const Instant since = m_now.plus(-static_cast<std::int64_t>(days) * kDayMs);
    for (const domain::Ticket& ticket : m_reader.answersOn(file.key, since)) {
        if (ticket.directAnswer->article == file.key &&
            (file.live->withdrawn || !saysTheSame(ticket.directAnswer->articleVersion))) {
            rows.push_back(impactRow(ticket));
        }
    }
    return rows;
}

std::vector<ImpactRow> Knowledge::impactOfBasis(std::string_view number, std::uint32_t days) {
    std::vector<ImpactRow> rows;
    const Instant since = m_now.plus(-static_cast<std::int64_t>(days) * kDayMs);
    for (const domain::Ticket& ticket : m_reader.answersOn(number, since)) {
        if (ticket.directAnswer->article != number) {
            rows.push_back(impactRow(ticket));
        }
    }
    return rows;
}

void Knowledge::addRow(CampaignView& view, const domain::CampaignItem& item) {
    CampaignRow row;
    row.item = item;
    row.done = item.done();
    row.reachedBy = item.doneBy;
    row.reachedAt = item.doneAt;
    row.reached = item.text;
    if (const std::optional<TicketView> seen = m_reader.ticket(item.ticket.text())) {
        addTicket(row, seen->ticket, view.campaign.startedAt);
    }
    view.rows.push_back(std::move(row));
}

std::vector<CampaignView> Knowledge::campaigns(std::string_view key) {
    std::vector<CampaignView> found;
    for (const RecordView& each : m_reader.records(domain::kCampaignKind, key)) {
        Result<domain::Campaign> campaign = wire::decode<domain::Campaign>(each.body);
        if (!campaign) {
            continue;
        }
        CampaignView view{std::move(*campaign), {}, each.pending};
        for (const domain::CampaignItem& item : view.campaign.items) {
            addRow(view, item);
        }
        found.push_back(std::move(view));
    }
    return found;
}

}  // namespace zhida::service
