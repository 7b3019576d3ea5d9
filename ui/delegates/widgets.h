// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/keymap.h"
#include "ui/support/theme.h"

#include <QFrame>
#include <QIcon>
#include <QShortcut>
#include <QString>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QLayout;
class QPushButton;
class QSplitter;
class QToolButton;
class QVBoxLayout;
class QWidget;

/// Small parts that every screen is made of, so that spacing, type and accessible names are the same everywhere.
namespace zhida::ui {

QVBoxLayout* column(QWidget* parent, int margin = 0, int spacing = space::kSmall);
QHBoxLayout* row(QWidget* parent = nullptr, int margin = 0, int spacing = space::kSmall);
/// Panes of a dialog: none of them can be dragged away.
QSplitter* splitter(Qt::Orientation orientation);

/// A key of a window that is not in the table of actions (keymap.h).
template <class Act>
void onKey(QWidget* window, const char* sequence, Act act) {
    auto* shortcut = new QShortcut(QKeySequence(QLatin1String(sequence)), window);
    QObject::connect(shortcut, &QShortcut::activated, window, act);
}

/// A frame with a named style of zhida.qss: pane, card, band, foot.
QFrame* frame(const char* style, QWidget* parent = nullptr);

QLabel* label(const QString& text, TypeSize size = TypeSize::body, bool bold = false);
/// Wrapping, in the quieter colour.
QLabel* mutedLabel(const QString& text);
/// A line that says something: style error, hint, good or careful. Hidden while it is empty.
QLabel* notice(const char* style);
void say(QLabel* line, const QString& text);
/// A coloured chip: text in the light's colour on its soft ground.
QLabel* chip(const QString& text, Light light);
void setChip(QLabel* chip, const QString& text, Light light);

QPushButton* button(ActionId action);
QPushButton* button(const QString& text, const QString& iconName = {});
QPushButton* primary(const QString& text, const QString& iconName = {});
QPushButton* linkButton(const QString& text);
QToolButton* flatButton(const QString& iconName, const QString& name);

/// What stands where there is nothing: an icon, a sentence and, perhaps, something to do.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& sentence, const QString& action = {}, QWidget* parent = nullptr);
    void set(const QString& sentence, const QString& action);

signals:
    void acted();

private:
    QLabel* m_sentence;
    QPushButton* m_action;
};

/// Runs `style` again after a dynamic property has changed.
void restyle(QWidget* widget);
void clearLayout(QLayout* layout);

}  // namespace zhida::ui
