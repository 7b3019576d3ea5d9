// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/timeline_view.h"

#include "ui/delegates/widgets.h"
#include "ui/support/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace zhida::ui {
namespace {

/// The dot with its icon, and the line down to the next one.
class TimelineRail : public QWidget {
public:
    TimelineRail(const TimelineEntry& entry, bool last, QWidget* parent)
        : QWidget(parent), m_entry(entry), m_last(last) {
        setFixedWidth(28);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPoint centre(13, 12);
        if (!m_last) {
            painter.setPen(QPen(theme().border, 2));
            painter.drawLine(centre + QPoint(0, 12), QPoint(centre.x(), height()));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().softOf(m_entry.light));
        painter.drawEllipse(centre, 12, 12);
        painter.drawPixmap(centre.x() - 7, centre.y() - 7,
                           iconPixmap(m_entry.icon, 14, theme().of(m_entry.light), devicePixelRatioF()));
    }

private:
    TimelineEntry m_entry;
    bool m_last;
};

QLabel* selectable(QLabel* text) {
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return text;
}

}  // namespace

TimelineView::TimelineView(QWidget* parent) : QWidget(parent), m_layout(column(this, 0, 0)) {}

void TimelineView::setEntries(const std::vector<TimelineEntry>& entries) {
    clearLayout(m_layout);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const TimelineEntry& entry = entries[i];
        auto* line = new QWidget;
        auto* across = row(line, 0, space::kSmall);
        across->addWidget(new TimelineRail(entry, i + 1 == entries.size(), line));
        auto* texts = column(nullptr, 0, 2);
        texts->setContentsMargins(0, 2, 0, space::kMedium);
        auto* head = row(nullptr, 0, space::kSmall);
        head->addWidget(selectable(label(entry.what, TypeSize::body, true)), 1);
        auto* when = label(entry.when, TypeSize::small);
        when->setObjectName(QStringLiteral("muted"));
        head->addWidget(when, 0, Qt::AlignTop);
        texts->addLayout(head);
        texts->addWidget(mutedLabel(entry.who));
        if (!entry.words.isEmpty()) {
            texts->addWidget(selectable(label(entry.words)));
        }
        across->addLayout(texts, 1);
        m_layout->addWidget(line);
    }
}

}  // namespace zhida::ui
