// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/article_rows.h"

#include "model/domain/article_command.h"
#include "model/wire/codec.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/support/words.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

using service::Knowledge;
using service::KnowledgeFile;

class Lists {
public:
    Lists(service::DeskReader& reader, const domain::UserProfile& user, Instant now, UtcOffset offset)
        : m_reader(reader), m_user(user), m_today(localDay(now, offset)), m_knowledge(reader, user, now, offset) {}

    ArticleLists make() {
        for (const ArticleFilter each : kArticleFilters) {
            m_lists.rows[each];
        }
        drafts();
        published();
        tasks();
        return std::move(m_lists);
    }

private:
    void add(ArticleFilter filter, ArticleRow row) { m_lists.rows[filter].push_back(std::move(row)); }

    void drafts() {
        for (const KnowledgeFile& file : m_knowledge.drafts()) {
            ArticleRow row{file.key};
            row.title = q(file.life->draft.title);
            row.unit = file.life->unit;
            row.stage = file.life->stage;
            row.pending = file.pending;
            row.trust = file.live ? std::optional(file.trust) : std::nullopt;
            const auto& authors = file.life->authors;
            if (std::find(authors.begin(), authors.end(), m_user.user) != authors.end()) {
                add(ArticleFilter::mine, row);
            }
            const bool centre = domain::isCentreReviewer(m_user.role);
            if (row.stage == domain::ArticleStage::unitReview &&
                (row.unit == m_user.unit || (row.unit.empty() && centre))) {
                add(ArticleFilter::unitReview, row);
            } else if (row.stage == domain::ArticleStage::centreReview) {
                add(ArticleFilter::centreReview, row);
            }
            if (!file.live) {
                add(ArticleFilter::all, row);
            }
            m_drafts.emplace(file.key, std::move(row));
        }
    }

    void published() {
        for (const service::RecordView& each : m_reader.records(domain::DraftArticle::kKind, {})) {
            const Result<domain::Article> article = wire::decode<domain::Article>(each.body);
            if (!article) {
                continue;
            }
            ArticleRow row{article->key};
            row.title = q(article->title);
            row.unit = article->unit;
            row.trust = domain::trustOf(*article, m_today);
            row.pending = each.pending;
            if (const auto draft = m_drafts.find(article->key); draft != m_drafts.end()) {
                row.stage = draft->second.stage;
                row.pending = row.pending || draft->second.pending;
            }
            if (!article->withdrawn) {
                ++m_lists.titles[article->title];
            }
            const std::vector<std::string> days = domain::daysDue(*article, m_today);
            if (!days.empty() && domain::mayReadDraft(m_user, article->unit)) {
                row.due = *std::min_element(days.begin(), days.end());
                add(ArticleFilter::due, row);
            }
            add(ArticleFilter::all, std::move(row));
        }
        std::vector<ArticleRow>& due = m_lists.rows[ArticleFilter::due];
        std::stable_sort(due.begin(), due.end(),
                         [](const ArticleRow& a, const ArticleRow& b) { return a.due < b.due; });
    }

    void tasks() {
        for (const service::KnowledgeTask& each : m_knowledge.tasks()) {
            const domain::ArticleTask& task = each.task;
            if (task.state == domain::TaskState::open && task.kind != domain::TaskKind::review) {
                ArticleRow row{task.article, task.key};
                row.title = q(task.title);
                row.unit = task.unit;
                row.kind = task.kind;
                row.due = task.dueOn;
                row.pending = each.pending;
                add(ArticleFilter::tasks, std::move(row));
            }
        }
    }

    service::DeskReader& m_reader;
    const domain::UserProfile& m_user;
    Day m_today;
    Knowledge m_knowledge;
    ArticleLists m_lists;
    std::map<std::string, ArticleRow> m_drafts;
};

}  // namespace

std::vector<domain::Article> knownArticles(service::DeskReader& reader) {
    std::vector<domain::Article> found;
    for (const service::RecordView& each : reader.records(domain::DraftArticle::kKind, {})) {
        if (Result<domain::Article> article = wire::decode<domain::Article>(each.body)) {
            found.push_back(std::move(*article));
        }
    }
    return found;
}

ArticleLists articleLists(service::DeskReader& reader, const domain::UserProfile& user, Instant now, UtcOffset offset) {
    return Lists(reader, user, now, offset).make();
}

int ArticleRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ArticleRows::stateText(const ArticleRow& row) {
    QStringList parts;
    if (row.kind) {
        parts << QStringLiteral("◆ ") + words::of(*row.kind);
    }
    if (row.stage != domain::ArticleStage::none) {
        parts << QStringLiteral("✎ ") + words::of(row.stage);
    }
    if (row.trust && (row.stage == domain::ArticleStage::none || *row.trust != domain::Trust::verified)) {
        parts << words::of(*row.trust);
    }
    if (!row.due.empty()) {
        parts << q(row.due);
    }
    if (row.pending) {
        parts << tr("not yet at the centre");
    }
    return parts.join(QStringLiteral(" · "));
}

QVariant ArticleRows::data(const QModelIndex& index, int role) const {
    const ArticleRow* each = index.isValid() ? row(index.row()) : nullptr;
    if (each == nullptr) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        const QString unit = m_directory->unitName(each->unit);
        return each->title + QLatin1Char('\n') + stateText(*each) +
               (unit.isEmpty() ? QString() : QStringLiteral(" · ") + unit);
    }
    return {};
}

void ArticleRows::setRows(std::vector<ArticleRow> rows, DirectoryPtr directory) {
    beginResetModel();
    m_rows = std::move(rows);
    m_directory = std::move(directory);
    endResetModel();
}

const ArticleRow* ArticleRows::row(int at) const {
    return at < 0 || at >= rowCount() ? nullptr : &m_rows[static_cast<std::size_t>(at)];
}

int ArticleRows::find(const ArticleRow& row) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&row](const auto& each) { return each.isSame(row); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

}  // namespace zhida::ui
