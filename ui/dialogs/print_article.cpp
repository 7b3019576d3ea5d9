// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/print_article.h"

#include "ui/support/text.h"

#include <QPagedPaintDevice>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

#include <memory>

namespace zhida::ui {

void layOut(const QString& html, QPagedPaintDevice& paper) {
    QTextDocument document;
    document.setDefaultStyleSheet(QStringLiteral("body { color: black; }"));
    document.setHtml(QStringLiteral("<body>%1</body>").arg(html));
    document.print(&paper);
}

bool printArticle(const std::optional<domain::Article>& article, const Directory& directory, Day today,
                  QWidget* parent) {
    if (!article || !domain::isLive(*article, formatDay(today))) {
        return false;
    }
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(q(article->title));
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    const QString html = ArticleSheet::html(*article, directory, today);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent,
                     [printer, html](QPrinter* chosen) { layOut(html, *chosen); });
    dialog->open();
    return true;
}

}  // namespace zhida::ui
