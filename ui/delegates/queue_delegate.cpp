// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/queue_delegate.h"

#include "ui/support/remaining.h"
#include "ui/support/theme.h"
#include "ui/support/words.h"

#include <QFontMetrics>
#include <QPainter>

#include <memory>

namespace zhida::ui {
namespace {

Light lightOf(domain::TicketState state) {
    using enum domain::TicketState;
    switch (state) {
        case directAnswered:
        case closed:
            return Light::green;
        case returnReview:
        case redo:
        case transferred:
            return Light::red;
        case submitted:
        case pendingCallback:
        case callbackRetry:
        case pendingDispatch:
        case needInfo:
        case lookback:
            return Light::amber;
        default:
            return Light::grey;
    }
}

}  // namespace

QueueDelegate::QueueDelegate(QObject* parent) : QStyledItemDelegate(parent) { m_texts.setMaxCost(8000); }

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), kRowHeight};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* line = static_cast<const QueueLine*>(index.data(QueueModel::kLine).value<const void*>());
    const auto* model = qobject_cast<const QueueModel*>(index.model());
    if (line == nullptr || model == nullptr) {
        return;
    }
    painter->save();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->fillRect(option.rect, selected ? theme().accentSoft : hovered ? theme().raised : theme().surface);
    if (line->row.pending) {
        painter->fillRect(option.rect, QBrush(theme().border, Qt::BDiagPattern));
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme().border);
    if (selected && index.column() == QueueModel::kMatter) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme().accent);
    }
    if (line->gone) {
        painter->setOpacity(0.55);
    }
    if (index.column() == QueueModel::kMatter) {
        paintMatter(painter, option.rect.adjusted(space::kMedium, 0, -space::kTiny, 0), *line, model->clock().now());
    } else {
        paintTime(painter, option.rect.adjusted(0, 0, -space::kMedium, 0), *line, *model);
    }
    painter->restore();
}

void QueueDelegate::paintMatter(QPainter* painter, const QRect& area, const QueueLine& line, Instant now) const {
    int x = area.left();
    const int top = area.top() + 9;
    const auto badge = [&](bool shown, const QString& text, Light light) {
        x += shown ? drawBadge(painter, {x, top}, text, light) + space::kTiny : 0;
    };
    badge(line.row.urgency != domain::Urgency::normal, words::of(line.row.urgency), Light::red);
    badge(line.row.secret, tr("Secret"), Light::amber);
    badge(line.row.redoCount > 0, tr("Redo %1").arg(line.row.redoCount), Light::red);
    badge(line.row.pending, tr("To be sent"), Light::amber);
    drawText(painter, {x, top - 1}, area.right() - x, line.title, {uiFont(TypeSize::body, true), theme().text});

    x = area.left();
    const int below = area.top() + 33;
    const Ink quiet{uiFont(TypeSize::small), theme().muted};
    x += drawBadge(painter, {x, below}, words::of(line.row.state), lightOf(line.row.state)) + space::kSmall;
    const bool held = !line.holder.isEmpty() && line.row.claimedUntil > now;
    const QString holder = held ? tr("%1 holds it").arg(line.holder) : QString();
    QString facts = line.number.right(8);
    for (const QString& part : {line.unit, holder}) {
        facts += part.isEmpty() ? QString() : QStringLiteral(" · ") + part;
    }
    drawText(painter, {x, below}, area.right() - x, facts, quiet);
}

void QueueDelegate::paintTime(QPainter* painter, const QRect& area, const QueueLine& line,
                              const QueueModel& model) const {
    const Remaining left = remainingOf(line.row, model.clock().now(), model.offset());
    const QString text = left.shape + QLatin1Char(' ') + left.text;
    const QFont font = uiFont(TypeSize::small, left.light == Light::red || left.light == Light::amber);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 16;
    const QRect pill(area.right() - width, area.center().y() - 11, width, 22);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().softOf(left.light));
    painter->drawRoundedRect(pill, 11, 11);
    painter->setPen(theme().of(left.light));
    painter->setFont(font);
    painter->drawText(pill, Qt::AlignCenter, text);
}

int QueueDelegate::drawText(QPainter* painter, QPoint at, int width, const QString& text, const Ink& ink) const {
    if (width < 12 || text.isEmpty()) {
        return 0;
    }
    const QString key =
        QStringLiteral("%1/%2/%3/%4").arg(width).arg(ink.font.pixelSize()).arg(ink.font.bold()).arg(text);
    QStaticText* laid = m_texts.object(key);
    if (laid == nullptr) {
        auto made = std::make_unique<QStaticText>(QFontMetrics(ink.font).elidedText(text, Qt::ElideRight, width));
        made->setTextFormat(Qt::PlainText);
        made->setPerformanceHint(QStaticText::AggressiveCaching);
        made->prepare({}, ink.font);
        m_texts.insert(key, made.release());
        laid = m_texts.object(key);
    }
    painter->setPen(ink.color);
    painter->setFont(ink.font);
    painter->drawStaticText(at, *laid);
    return static_cast<int>(laid->size().width());
}

int QueueDelegate::drawBadge(QPainter* painter, QPoint at, const QString& text, Light light) const {
    const QFont font = uiFont(TypeSize::small);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 12;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().softOf(light));
    painter->drawRoundedRect(QRect(at.x(), at.y() - 1, width, 19), 4, 4);
    painter->setPen(theme().of(light));
    painter->setFont(font);
    painter->drawText(QRect(at.x(), at.y() - 1, width, 19), Qt::AlignCenter, text);
    return width;
}

}  // namespace zhida::ui
