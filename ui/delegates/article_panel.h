// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article_life.h"
#include "ui/support/directory.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTabWidget;
class QTextBrowser;

namespace zhida::ui {

/// One article, the sentences to read out first.
class ArticlePanel : public QWidget {
    Q_OBJECT

public:
    explicit ArticlePanel(QWidget* parent = nullptr);

    void setDirectory(DirectoryPtr directory) { m_directory = std::move(directory); }
    /// Without `trust`: a text that is not published.
    void show(const domain::Article& article, std::optional<domain::Trust> trust, UtcOffset offset);
    void clear();
    [[nodiscard]] const std::optional<domain::Article>& article() const { return m_article; }

private:
    void addTab(const QString& title, const QString& html);

    DirectoryPtr m_directory = std::make_shared<Directory>();
    std::optional<domain::Article> m_article;
    QLabel* m_title;
    QLabel* m_trust;
    QLabel* m_origin;
    QTabWidget* m_tabs;
};

}  // namespace zhida::ui
