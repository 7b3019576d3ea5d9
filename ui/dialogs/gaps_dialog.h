// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/gaps_presenter.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace zhida::ui {

class TablePage;

/// What was handed down and could have been answered on the spot: the most frequent first, each with the way to its article.
class GapsDialog : public QDialog {
    Q_OBJECT

public:
    GapsDialog(service::Desk& desk, const Clock& clock, bool writes, QWidget* parent = nullptr);
    [[nodiscard]] GapsPresenter& presenter() { return m_presenter; }

signals:
    void ticketAsked(const zhida::TicketId& ticket);
    /// By its title.
    void articleAsked(const QString& title);
    /// An article is to be written, beginning with what that ticket was answered.
    void draftAsked(const zhida::TicketId& model);

private:
    void load();
    void showChoice();
    void openTicket();
    void toArticle();
    [[nodiscard]] const domain::Gap* chosen() const;

    GapsPresenter m_presenter;
    bool m_writes;
    QComboBox* m_period;
    QLabel* m_summary;
    TablePage* m_page;
    QPushButton* m_ticket;
    QPushButton* m_article;
};

}  // namespace zhida::ui
