// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/gaps_presenter.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;
class QTabWidget;

namespace zhida::ui {

class TablePage;

/// What was handed down and could have been answered on the spot, and what was searched for in vain: the most frequent first, each
/// with the way to its article.
class GapsDialog : public QDialog {
    Q_OBJECT

public:
    /// `writes`: this user may write articles, and ask for them.
    GapsDialog(service::Desk& desk, const Clock& clock, bool writes, QWidget* parent = nullptr);
    [[nodiscard]] GapsPresenter& presenter() { return m_presenter; }
    void chooseSearches();

signals:
    void ticketAsked(const zhida::TicketId& ticket);
    /// By its title.
    void articleAsked(const QString& title);
    /// An article is to be written, beginning with what that ticket was answered.
    void draftAsked(const zhida::TicketId& model);
    /// An article is to be written that begins with a question.
    void questionAsked(const QString& question);
    /// A unit is to be asked for an article. `ticket`: that shows the need; null: none does.
    void unitAsked(const QString& question, const zhida::TicketId& ticket);

private:
    void buildHead(QVBoxLayout* layout);
    void buildFoot(QVBoxLayout* layout);
    void connectAll();
    [[nodiscard]] bool onSearches() const;
    [[nodiscard]] const GapsPresenter::Search* chosenSearch() const;
    void showLoaded();
    void askUnit();
    void load();
    void showChoice();
    void openChosen();
    void toArticle();
    [[nodiscard]] const domain::Gap* chosen() const;

    GapsPresenter m_presenter;
    bool m_writes;
    QComboBox* m_period;
    QLabel* m_summary;
    QTabWidget* m_tabs;
    TablePage* m_page;
    TablePage* m_searches;
    QPushButton* m_open;
    QPushButton* m_unit;
    QPushButton* m_article;
};

}  // namespace zhida::ui
