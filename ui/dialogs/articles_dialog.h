// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/articles_presenter.h"

#include <QDialog>

class QJsonObject;
class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace zhida::ui {

class ArticleEditor;
class ArticleView;
class EmptyState;

/// The review desk 知识维护: articles and tasks by what waits for whom on the left, the one in front on the right.
class ArticlesDialog : public QDialog {
    Q_OBJECT

public:
    ArticlesDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QWidget* parent = nullptr);

    [[nodiscard]] ArticlesPresenter& presenter() { return m_presenter; }
    [[nodiscard]] ArticleView& view() { return *m_view; }
    void chooseFilter(ArticleFilter filter);
    void chooseRow(int row);
    /// Does `act` with what is in front, or says why not.
    void perform(std::string_view act);
    void writeNew();
    /// Out of an answered ticket, without what names people.
    void writeFrom(const TicketId& ticket);
    /// Begins with what people ask. `task`: that asked for it; empty: none did.
    void writeAbout(const QString& question, const std::string& task = {}, const QString& hint = {});
    /// Words that the centre refused, to be sent again.
    void writeAgain(std::string_view act, const std::string& key, const QJsonObject& words);

signals:
    void ticketAsked(const zhida::TicketId& ticket);

private:
    void buildHead(QVBoxLayout* layout);
    void buildLeft(QSplitter* split);
    void buildRight(QSplitter* split);
    void buildKeys();
    void showFilters();
    void showRows();
    void showFront();
    void tell(const QString& text);
    ArticleEditor* edit(const RecordSubject& subject, const QString& title, const QJsonObject& values,
                        const QString& hint = {});
    void editFront(const QJsonObject& values, const QString& hint = {});
    void startCampaign(const OpenArticle& open);
    void openAct(std::string_view act, const RecordSubject& subject, const QJsonObject& values);
    [[nodiscard]] QJsonObject valuesFor(std::string_view act) const;
    void writeAsked(const domain::ArticleTask& task);
    void editFrom(const domain::Ticket& ticket, const std::string& task);

    service::Desk& m_desk;
    DeskSignals& m_signals;
    const Clock& m_clock;
    ArticlesPresenter m_presenter;
    QListWidget* m_filters;
    QLineEdit* m_words;
    QListView* m_list;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_leftStack = nullptr;
    QStackedWidget* m_rightStack = nullptr;
    ArticleView* m_view = nullptr;
    QLabel* m_said;
    QLabel* m_offline;
};

}  // namespace zhida::ui
