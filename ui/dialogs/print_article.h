// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/presenters/article_sheet.h"

#include <optional>

class QPagedPaintDevice;
class QWidget;

namespace zhida::ui {

/// The sheet of an article in the colours of paper, whatever the window's are.
void layOut(const QString& html, QPagedPaintDevice& paper);

/// Asks for a printer, or a PDF file, and prints the sheet of the article there. Returns at once; `parent` outlives the question.
/// False, and nothing is asked: it is not published, or not in force today.
bool printArticle(const std::optional<domain::Article>& article, const Directory& directory, Day today,
                  QWidget* parent);

}  // namespace zhida::ui
