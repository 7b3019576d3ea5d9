// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/knowledge.h"
#include "model/wire/record_json.h"
#include "ui/models/article_rows.h"
#include "ui/presenters/article_text.h"
#include "ui/presenters/form_presenter.h"
#include "ui/support/desk_signals.h"

#include <QTimer>

#include <map>

namespace zhida::ui {

/// An article or a task as the review desk opens it.
struct OpenArticle {
    service::KnowledgeFile file;  ///< without key: of a task whose article is not there
    std::optional<domain::ArticleTask> task;
    QString ticketNumber;  ///< of the task's ticket, when this desk has it
    std::vector<domain::Article> versions;
    std::vector<domain::LintMark> lint;     ///< of the draft, else of the published text
    std::vector<wire::TextChange> changes;  ///< that the draft makes
    std::map<std::string, Error> barred;    ///< acts that are not possible, with the reason of the rules

    [[nodiscard]] bool exists() const { return file.live || file.hasDraft(); }
    /// The text in front: the version under way, else the published one.
    [[nodiscard]] const domain::Article& shown() const { return file.hasDraft() ? file.life->draft : *file.live; }
    /// For an act on it by somebody who looks at it now.
    [[nodiscard]] RecordSubject subject() const;
};

/// Whether a role can ever do an act on a record.
bool mayEverAct(std::string_view act, domain::Role role);

/// The review desk: articles and tasks by what waits for whom, and the one in front.
class ArticlesPresenter : public QObject {
    Q_OBJECT

public:
    ArticlesPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] ArticleRows& rows() { return m_rows; }
    [[nodiscard]] ArticleFilter filter() const { return m_filter; }
    [[nodiscard]] std::size_t count(ArticleFilter filter) const;
    [[nodiscard]] const std::optional<OpenArticle>& front() const { return m_front; }
    [[nodiscard]] const DirectoryPtr& directory() const { return m_directory; }
    [[nodiscard]] service::Desk& desk() { return m_desk; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] Day today() const { return localDay(m_clock.now(), m_desk.offset()); }
    [[nodiscard]] bool listed() const { return m_listed; }

    void load();
    void setFilter(ArticleFilter filter);
    /// Only rows that have these words in title, unit or key.
    void narrow(const QString& words);
    void open(const ArticleRow& row);
    [[nodiscard]] std::vector<domain::LintMark> lintOf(const domain::Article& article, bool isNew) const;
    [[nodiscard]] QString errorText(const Error& error) const;

signals:
    void loaded();
    void opened();

private:
    void readFront();
    void showRows();

    service::Desk& m_desk;
    const Clock& m_clock;
    DirectoryPtr m_directory = std::make_shared<Directory>();
    QTimer m_pause;
    ArticleLists m_lists;
    ArticleRows m_rows;
    ArticleFilter m_filter = ArticleFilter::mine;
    QString m_words;
    ArticleRow m_asked;
    std::optional<OpenArticle> m_front;
    std::uint64_t m_question = 0;
    bool m_listed = false;
};

}  // namespace zhida::ui
