// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/article_panel.h"
#include "ui/presenters/knowledge_presenter.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace zhida::ui {

/// The right pane: question, what was found, the article.
class KnowledgePanel : public QFrame {
    Q_OBJECT

public:
    explicit KnowledgePanel(KnowledgePresenter& presenter, QWidget* parent = nullptr);

    void setDirectory(DirectoryPtr directory) { m_article->setDirectory(std::move(directory)); }
    void focusSearch();
    /// For somebody who looks at what it finds: not noted as a search of his.
    void searchFor(const QString& text);
    /// The article in front; nothing while none is shown.
    [[nodiscard]] const std::optional<domain::Article>& article() const { return m_article->article(); }
    void setUsable(bool insert, bool answer);

signals:
    void insertAsked();
    void answerAsked();
    void reportAsked();
    void messageAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFoot(QVBoxLayout* layout);
    void showFound();
    void showArticle(int row);

    KnowledgePresenter& m_presenter;
    QLineEdit* m_text;
    QLabel* m_note;
    QStackedWidget* m_stack;
    QListView* m_list;
    ArticlePanel* m_article;
    QToolButton* m_report = nullptr;
    QToolButton* m_message = nullptr;
    QPushButton* m_insert = nullptr;
    QPushButton* m_answer = nullptr;
};

}  // namespace zhida::ui
