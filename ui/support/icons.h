// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace zhida::ui {

/// A line icon of resources/icons by its file name without suffix, drawn in `color` (default: the theme's text colour).
/// An unknown name gives an empty icon. Cached.
QIcon icon(const QString& name, const QColor& color = {});
QPixmap iconPixmap(const QString& name, int size, const QColor& color, double ratio = 1);

}  // namespace zhida::ui
