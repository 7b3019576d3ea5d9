// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/domain/article.h"
#include "ui/support/directory.h"

#include <QCoreApplication>
#include <QString>

namespace zhida::ui {

/// 一次性告知单: an article on paper, to be handed to a citizen: everything that he must know and bring, once and whole.
class ArticleSheet {
    Q_DECLARE_TR_FUNCTIONS(ArticleSheet)

public:
    /// For a QTextDocument. Names the version and the day on which it was printed: paper does not change with the article.
    static QString html(const domain::Article& article, const Directory& directory, Day today);

private:
    static QString section(const QString& title, const QString& body);
    static QString list(const std::vector<std::string>& items, const QString& mark);
    static QString facts(const domain::Article& article);
    static QString basis(const domain::Article& article);
};

}  // namespace zhida::ui
