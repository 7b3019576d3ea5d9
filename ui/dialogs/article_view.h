// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/articles_presenter.h"

#include <QWidget>

#include <map>

class QHBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;
class QTextBrowser;
class QToolButton;
class QVBoxLayout;

namespace zhida::ui {

class ArticlePanel;
class ArticleVersions;

/// What can be done on the review desk with the article or task in front; keys work in the whole dialog.
struct ArticleDeed {
    std::string_view act;  ///< its command; empty: no act of its own
    const char* key;
    const char* icon;
};
std::span<const ArticleDeed> articleDeeds();

/// The right half of the review desk: the text, how it stands, what is wrong with it, its versions, what may be done.
class ArticleView : public QWidget {
    Q_OBJECT

public:
    explicit ArticleView(ArticlesPresenter& presenter, QWidget* parent = nullptr);

    void showFront();
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }
    [[nodiscard]] ArticleVersions& versions() { return *m_versions; }
    [[nodiscard]] QPushButton* deed(std::string_view act) const;
    /// Why `act` is not possible now; empty: it is.
    [[nodiscard]] QString obstacle(std::string_view act) const;

signals:
    void deedAsked(std::string_view act);
    void ticketAsked(const zhida::TicketId& ticket);
    void restoreAsked(const zhida::domain::Article& version);

private:
    void buildDeeds(QVBoxLayout* layout, QHBoxLayout* about);
    void buildTabs();
    void showTask(const OpenArticle& open);
    void showFacts(const OpenArticle& open);
    void showTabs(const OpenArticle& open);

    ArticlesPresenter& m_presenter;
    QLabel* m_stage;
    QLabel* m_facts;
    QLabel* m_task;
    QPushButton* m_ticket;
    std::map<std::string, QPushButton*> m_deeds;
    ArticlePanel* m_text;
    QTabWidget* m_tabs;
    QTextBrowser* m_changes;
    QListWidget* m_faults;
    ArticleVersions* m_versions;
    QTextBrowser* m_log;
    std::string m_shown;
};

}  // namespace zhida::ui
