// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/icons.h"

#include "ui/support/theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace zhida::ui {

QPixmap iconPixmap(const QString& name, int size, const QColor& color, double ratio) {
    const QString key = QStringLiteral("zhida/%1/%2/%3/%4").arg(name).arg(size).arg(color.name()).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("#000000", color.name().toLatin1()));
    const int side = qRound(size * ratio);
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& color) {
    const QColor ink = color.isValid() ? color : theme().text;
    QIcon result;
    for (const double ratio : {1.0, 2.0}) {
        const QPixmap normal = iconPixmap(name, 18, ink, ratio);
        if (normal.isNull()) {
            return {};
        }
        result.addPixmap(normal, QIcon::Normal);
        result.addPixmap(iconPixmap(name, 18, theme().muted, ratio), QIcon::Disabled);
    }
    return result;
}

}  // namespace zhida::ui
