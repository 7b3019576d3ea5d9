// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article_lint.h"
#include "model/service/knowledge.h"
#include "ui/support/directory.h"

#include <QAbstractListModel>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zhida::ui {

enum class ArticleFilter : std::uint8_t { mine, unitReview, centreReview, due, tasks, all };
inline constexpr std::array kArticleFilters{ArticleFilter::mine, ArticleFilter::unitReview, ArticleFilter::centreReview,
                                            ArticleFilter::due,  ArticleFilter::tasks,      ArticleFilter::all};

/// A line of the review desk: an article, or a task that is about one.
struct ArticleRow {
    std::string key;        ///< of the article; empty: there is none yet
    std::string task = {};  ///< empty: a line of an article
    QString title = {};
    UnitCode unit = {};
    domain::ArticleStage stage = domain::ArticleStage::none;
    std::optional<domain::Trust> trust = {};  ///< none: never published
    std::optional<domain::TaskKind> kind = {};
    std::string due = {};  ///< yyyy-mm-dd
    bool pending = false;

    [[nodiscard]] bool isSame(const ArticleRow& other) const {
        return task == other.task && (!task.empty() || key == other.key);
    }
};

struct ArticleLists {
    std::map<ArticleFilter, std::vector<ArticleRow>> rows;
    domain::TitleCounts titles;  ///< of articles that are not withdrawn
};

/// Every article that this desk knows.
std::vector<domain::Article> knownArticles(service::DeskReader& reader);
/// What waits for whom, for one user. On a reader thread.
ArticleLists articleLists(service::DeskReader& reader, const domain::UserProfile& user, Instant now, UtcOffset offset);

/// The lines of one list, two lines of text each.
class ArticleRows : public QAbstractListModel {
    Q_OBJECT

public:
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    void setRows(std::vector<ArticleRow> rows, DirectoryPtr directory);
    [[nodiscard]] const ArticleRow* row(int at) const;
    /// -1: not there.
    [[nodiscard]] int find(const ArticleRow& row) const;
    /// "▲ Due for review · 2026-11-30".
    [[nodiscard]] static QString stateText(const ArticleRow& row);

private:
    std::vector<ArticleRow> m_rows;
    DirectoryPtr m_directory = std::make_shared<Directory>();
};

}  // namespace zhida::ui
