// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article_life.h"
#include "model/domain/campaign.h"
#include "model/domain/personal_data.h"
#include "model/service/desk.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::service {

/// An article with what this user may see of its life.
struct KnowledgeFile {
    std::string key;
    std::optional<domain::Article> live;
    domain::Trust trust = domain::Trust::unverified;
    std::optional<domain::ArticleLife> life;  ///< only for those who may read drafts
    std::vector<domain::ArticleStep> log;     ///< for everybody: what became of the published text
    bool pending = false;                     ///< shows commands of ours that the centre has not answered

    [[nodiscard]] bool hasDraft() const { return life && life->stage != domain::ArticleStage::none; }
};

struct KnowledgeTask {
    domain::ArticleTask task;
    bool pending = false;
};

/// A direct answer that rests on what no longer holds.
struct ImpactRow {
    TicketId ticket;
    std::string number;
    std::string title;
    std::uint32_t version = 0;  ///< that was read out
    Instant at;
    UserCode user;
    std::string text;  ///< what the caller was told
};

struct CampaignRow {
    domain::CampaignItem item;
    std::string number;
    std::string title;
    bool done = false;  ///< noted in the campaign, or reached by a callback since it began
    std::string told;   ///< what the caller was told, by whom and when
    UserCode toldBy;
    std::optional<Instant> toldAt;
    UserCode reachedBy;  ///< of a row that is done: by whom, when and what came of it, noted or out of the callback
    std::optional<Instant> reachedAt;
    std::string reached;
};

struct CampaignView {
    domain::Campaign campaign;
    std::vector<CampaignRow> rows;
    bool pending = false;
    [[nodiscard]] std::size_t open() const;
};

/// Knowledge as one user of a desk sees it: articles with versions, trust and drafts, tasks, what an answer led to. On a
/// reader's thread; cheap to make.
class Knowledge {
public:
    /// All outlive it.
    Knowledge(DeskReader& reader, const domain::UserProfile& user, Instant now, UtcOffset offset)
        : m_reader(reader), m_user(user), m_now(now), m_today(localDay(now, offset)) {}

    /// By key or by the source's id; of an article that is not published yet by key, for those who may read its draft.
    [[nodiscard]] std::optional<KnowledgeFile> article(std::string_view keyOrSourceId);
    /// Every text that has been published, the newest first.
    [[nodiscard]] std::vector<domain::Article> versions(const KnowledgeFile& file);
    [[nodiscard]] std::optional<domain::Article> version(const KnowledgeFile& file, std::uint32_t number);
    /// Versions under way that this user may see, the longest untouched first.
    [[nodiscard]] std::vector<KnowledgeFile> drafts();
    /// Tasks of the user's unit and those that he opened; for those who review for the centre all. The oldest first.
    [[nodiscard]] std::vector<KnowledgeTask> tasks();

    /// Direct answers of the last `days` that rest on an older answer of the article than it gives now, or on any when it has
    /// been withdrawn.
    [[nodiscard]] std::vector<ImpactRow> impactOf(const KnowledgeFile& file, std::uint32_t days);
    /// Those whose article cited the document of that number.
    [[nodiscard]] std::vector<ImpactRow> impactOfBasis(std::string_view number, std::uint32_t days);
    [[nodiscard]] std::vector<CampaignView> campaigns(std::string_view key = {});

    [[nodiscard]] domain::Trust trustOf(const domain::Article& article) const {
        return domain::trustOf(article, m_today);
    }

private:
    template <class T>
    std::optional<T> record(std::string_view kind, const std::string& key, bool& pending);
    KnowledgeFile fileOf(const std::string& key);
    void addRow(CampaignView& view, const domain::CampaignItem& item);

    DeskReader& m_reader;
    const domain::UserProfile& m_user;
    Instant m_now;
    Day m_today;
};

}  // namespace zhida::service
