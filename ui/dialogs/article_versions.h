// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/articles_presenter.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace zhida::ui {

/// Every text that has been published, by whom, when and why, and what it changed against another one.
class ArticleVersions : public QWidget {
    Q_OBJECT

public:
    explicit ArticleVersions(ArticlesPresenter& presenter, QWidget* parent = nullptr);

    void show(const OpenArticle& article);
    [[nodiscard]] QListWidget& list() { return *m_list; }

signals:
    /// The text of that version is to be the draft.
    void restoreAsked(const zhida::domain::Article& version);

private:
    [[nodiscard]] const domain::Article* chosen() const;
    void showChosen();
    void compare();

    ArticlesPresenter& m_presenter;
    std::vector<domain::Article> m_versions;
    QListWidget* m_list;
    QComboBox* m_against;
    QTextBrowser* m_changes;
    QPushButton* m_restore;
    bool m_mayRestore = false;
};

}  // namespace zhida::ui
