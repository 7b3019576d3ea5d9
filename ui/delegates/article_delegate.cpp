// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/article_delegate.h"

#include "ui/models/article_model.h"
#include "ui/presenters/article_text.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace zhida::ui {
namespace {

struct MarkedText {
    QString text;
    std::vector<std::pair<int, int>> marks;
    QFont font;
    QColor color;
};

/// The text starting shortly before its first mark, so that what was found can be seen.
MarkedText fromFirstMark(MarkedText marked, int visible) {
    if (marked.marks.empty() || marked.marks.front().first < visible) {
        return marked;
    }
    const int cut = marked.marks.front().first - visible / 4;
    marked.text = QStringLiteral("…") + marked.text.mid(cut);
    for (auto& mark : marked.marks) {
        mark.first += 1 - cut;
    }
    return marked;
}

void drawMarked(QPainter* painter, const QRect& area, const MarkedText& marked, int lines) {
    QTextLayout layout(marked.text, marked.font);
    QList<QTextLayout::FormatRange> formats;
    for (const auto& [start, length] : marked.marks) {
        QTextCharFormat format;
        format.setBackground(theme().mark);
        format.setForeground(theme().text);
        formats.append({start, length, format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(area.width());
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    painter->setPen(marked.color);
    layout.draw(painter, area.topLeft(), {}, area);
}

int drawTag(QPainter* painter, const QRect& line, int right, const QString& text, Light light) {
    const QFont font = uiFont(TypeSize::small);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 12;
    const QRect tag(right - width, line.top(), width, 19);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().softOf(light));
    painter->drawRoundedRect(tag, 4, 4);
    painter->setPen(theme().of(light));
    painter->setFont(font);
    painter->drawText(tag, Qt::AlignCenter, text);
    return width;
}

}  // namespace

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), kRowHeight};
}

void ArticleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* hit = static_cast<const service::ArticleHit*>(index.data(ArticleModel::kHit).value<const void*>());
    if (hit == nullptr) {
        return;
    }
    painter->save();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->fillRect(option.rect, selected ? theme().accentSoft : hovered ? theme().raised : theme().surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme().border);
    if (selected) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme().accent);
    }
    const QRect area = option.rect.adjusted(space::kMedium, space::kSmall, -space::kMedium, -space::kTiny);
    const QFont bold = uiFont(TypeSize::body, true);
    const QRect first(area.left(), area.top(), area.width(), 20);
    const int tag = drawTag(painter, first, first.right(), trustText(hit->trust), trustLight(hit->trust));
    const QString title = QFontMetrics(bold).elidedText(q(hit->article.title), Qt::ElideRight, area.width() - tag - 12);
    auto titleMarks = marksIn(hit->article.title, hit->titleMarks);
    std::erase_if(titleMarks, [&](const auto& mark) { return mark.first + mark.second > title.size(); });
    drawMarked(painter, first.adjusted(0, 0, -tag - 8, 0), {title, titleMarks, bold, theme().text}, 1);
    const QRect middle(area.left(), area.top() + 23, area.width(), 38);
    const int visible = middle.width() * 2 / 14;
    drawMarked(painter, middle,
               fromFirstMark({q(hit->article.answer).simplified(), marksIn(hit->article.answer, hit->answerMarks),
                              uiFont(TypeSize::small), theme().muted},
                             visible),
               2);
    QStringList why;
    for (const std::string& each : hit->why) {
        why << q(each).section(QLatin1Char(':'), 1, -1, QString::SectionSkipEmpty);  // "synonym:a=b" -> "a=b"
        if (why.back().isEmpty()) {
            why.back() = q(each);
        }
    }
    const QFont small = uiFont(TypeSize::small);
    const QString reason = why.isEmpty() ? QString() : tr("Because of: %1").arg(why.join(QStringLiteral(" · ")));
    painter->setFont(small);
    painter->setPen(theme().accent);
    painter->drawText(QRect(area.left(), area.bottom() - 17, area.width(), 18), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(reason, Qt::ElideRight, area.width()));
    painter->restore();
}

}  // namespace zhida::ui
