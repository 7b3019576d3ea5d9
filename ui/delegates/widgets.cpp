// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/widgets.h"

#include "ui/support/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QToolButton>

namespace zhida::ui {

QVBoxLayout* column(QWidget* parent, int margin, int spacing) {
    auto* layout = parent == nullptr ? new QVBoxLayout : new QVBoxLayout(parent);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    return layout;
}

QHBoxLayout* row(QWidget* parent, int margin, int spacing) {
    auto* layout = parent == nullptr ? new QHBoxLayout : new QHBoxLayout(parent);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    return layout;
}

QSplitter* splitter(Qt::Orientation orientation) {
    auto* split = new QSplitter(orientation);
    split->setHandleWidth(space::kSmall);
    split->setChildrenCollapsible(false);
    return split;
}

QFrame* frame(const char* style, QWidget* parent) {
    auto* made = new QFrame(parent);
    made->setObjectName(QString::fromLatin1(style));
    return made;
}

QLabel* label(const QString& text, TypeSize size, bool bold) {
    auto* made = new QLabel(text);
    made->setFont(uiFont(size, bold));
    made->setTextFormat(Qt::PlainText);
    return made;
}

QLabel* mutedLabel(const QString& text) {
    QLabel* made = label(text, TypeSize::small);
    made->setObjectName(QStringLiteral("muted"));
    made->setWordWrap(true);
    return made;
}

QLabel* notice(const char* style) {
    QLabel* made = label({});
    made->setObjectName(QString::fromLatin1(style));
    made->setWordWrap(true);
    made->hide();
    return made;
}

void say(QLabel* line, const QString& text) {
    line->setText(text);
    line->setVisible(!text.isEmpty());
}

QLabel* chip(const QString& text, Light light) {
    QLabel* made = label(text, TypeSize::small);
    made->setObjectName(QStringLiteral("chip"));
    made->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setChip(made, text, light);
    return made;
}

void setChip(QLabel* chip, const QString& text, Light light) {
    chip->setText(text);
    if (text.isEmpty() || chip->parentWidget() != nullptr) {  // one without a parent would flash up as a window
        chip->setVisible(!text.isEmpty());
    }
    chip->setStyleSheet(
        QStringLiteral("color:%1;background:%2").arg(theme().of(light).name(), theme().softOf(light).name()));
}

QPushButton* button(const QString& text, const QString& iconName) {
    auto* made = new QPushButton(text);
    made->setAccessibleName(text);
    if (!iconName.isEmpty()) {
        made->setIcon(icon(iconName));
    }
    made->setAutoDefault(false);
    return made;
}

QPushButton* button(ActionId action) {
    QPushButton* made = button(actionText(action), QString::fromLatin1(actionRow(action).icon));
    made->setToolTip(actionHint(action));
    return made;
}

QPushButton* primary(const QString& text, const QString& iconName) {
    QPushButton* made = button(text);
    made->setObjectName(QStringLiteral("primary"));
    if (!iconName.isEmpty()) {
        made->setIcon(icon(iconName, theme().onAccent));
    }
    return made;
}

QPushButton* linkButton(const QString& text) {
    QPushButton* made = button(text);
    made->setObjectName(QStringLiteral("link"));
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

QToolButton* flatButton(const QString& iconName, const QString& name) {
    auto* made = new QToolButton;
    made->setObjectName(QStringLiteral("flat"));
    made->setIcon(icon(iconName));
    made->setIconSize({18, 18});
    made->setAccessibleName(name);
    made->setToolTip(name);
    return made;
}

EmptyState::EmptyState(const QString& iconName, const QString& sentence, const QString& action, QWidget* parent)
    : QWidget(parent), m_sentence(label(sentence)), m_action(button(action)) {
    auto* layout = column(this, space::kHuge, space::kMedium);
    auto* picture = new QLabel;
    picture->setPixmap(iconPixmap(iconName, 40, theme().muted, 1));
    picture->setAlignment(Qt::AlignCenter);
    m_sentence->setObjectName(QStringLiteral("muted"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    layout->addStretch();
    layout->addWidget(picture);
    layout->addWidget(m_sentence);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
    set(sentence, action);
}

void EmptyState::set(const QString& sentence, const QString& action) {
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
}

void restyle(QWidget* widget) {
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void clearLayout(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout() != nullptr) {
            clearLayout(item->layout());
        }
        delete item;
    }
}

}  // namespace zhida::ui
