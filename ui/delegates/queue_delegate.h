// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queue_model.h"
#include "ui/support/remaining.h"

#include <QCache>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace zhida::ui {

/// Paints a row of the queue: title over number, state and unit; marks for urgent, secret, redo, claimed, waiting; the time
/// that remains as colour, shape and words. Laid-out texts are cached (8,000 of them).
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit QueueDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int kRowHeight = 58;
    static constexpr int kTimeWidth = 132;

private:
    struct Ink {
        QFont font;
        QColor color;
    };
    void paintMatter(QPainter* painter, const QRect& area, const QueueLine& line, Instant now) const;
    void paintTime(QPainter* painter, const QRect& area, const QueueLine& line, const QueueModel& model) const;
    /// Draws at most `width` pixels of the text, elided; returns the pixels used.
    int drawText(QPainter* painter, QPoint at, int width, const QString& text, const Ink& ink) const;
    int drawBadge(QPainter* painter, QPoint at, const QString& text, Light light) const;

    mutable QCache<QString, QStaticText> m_texts;
};

}  // namespace zhida::ui
