// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/action_hub.h"

#include "ui/support/icons.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace zhida::ui {

ActionHub::ActionHub(QWidget* window) : QObject(window), m_window(window) {
    for (const ActionRow& row : actionTable()) {
        auto* made = new QAction(icon(QString::fromLatin1(row.icon)), actionText(row.id), this);
        made->setToolTip(actionHint(row.id));
        m_actions.emplace(row.id, made);
        addKeys(row, made);
        window->addAction(made);
        connect(made, &QAction::triggered, this, [this, id = row.id] { emit triggered(id); });
    }
    qApp->installEventFilter(this);
}

void ActionHub::addKeys(const ActionRow& row, QAction* action) {
    QList<QKeySequence> sequences;
    for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (isSingleKey(key)) {
            m_single.emplace(key, row.id);
            action->setText(actionText(row.id) + QLatin1Char('\t') + key);
        } else if (key != QLatin1String("Return") && m_shortcuts.insert(QKeySequence(key).toString()).second) {
            sequences << QKeySequence(key);
        }
    }
    action->setShortcuts(sequences);
}

void ActionHub::fillMenus(QMenuBar* bar) {
    for (const ActionGroup group : {ActionGroup::file, ActionGroup::ticket, ActionGroup::step, ActionGroup::oversight,
                                    ActionGroup::go, ActionGroup::knowledge, ActionGroup::view}) {
        QMenu* menu = bar->addMenu(groupText(group));
        for (const ActionRow& row : actionTable()) {
            if (row.group == group) {
                menu->addAction(action(row.id));
            }
        }
    }
}

QAction* ActionHub::action(ActionId id) const { return m_actions.at(id); }

void ActionHub::setEnabled(ActionId id, bool enabled) { action(id)->setEnabled(enabled); }

void ActionHub::setVisible(ActionId id, bool visible) {
    action(id)->setVisible(visible);
    action(id)->setEnabled(visible);
}

std::set<ActionId> ActionHub::enabled() const {
    std::set<ActionId> ids;
    for (const auto& [id, each] : m_actions) {
        if (each->isEnabled()) {
            ids.insert(id);
        }
    }
    return ids;
}

bool ActionHub::takesText(const QObject* focus) const {
    const auto* line = qobject_cast<const QLineEdit*>(focus);
    const auto* plain = qobject_cast<const QPlainTextEdit*>(focus);
    const auto* rich = qobject_cast<const QTextEdit*>(focus);
    const auto* combo = qobject_cast<const QComboBox*>(focus);
    return (line != nullptr && !line->isReadOnly()) || (plain != nullptr && !plain->isReadOnly()) ||
           (rich != nullptr && !rich->isReadOnly()) || qobject_cast<const QAbstractSpinBox*>(focus) != nullptr ||
           (combo != nullptr && combo->isEditable());
}

bool ActionHub::onKey(QKeyEvent* key) {
    const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const QWidget* focus = QApplication::focusWidget();
    if (!plain || m_composing || takesText(focus) || QApplication::activeModalWidget() != nullptr ||
        QApplication::activePopupWidget() != nullptr || (focus != nullptr && focus->window() != m_window)) {
        return false;
    }
    const auto found = m_single.find(key->text().toUpper());
    if (found == m_single.end()) {
        return false;
    }
    if (!action(found->second)->isEnabled()) {
        emit barred(found->second);
        return true;
    }
    action(found->second)->trigger();
    return true;
}

bool ActionHub::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::InputMethod) {
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
    } else if (event->type() == QEvent::FocusOut) {
        m_composing = false;
    } else if (event->type() == QEvent::ShortcutOverride) {
        // Text fields claim some of our keys for themselves (Ctrl+K deletes a line there): the table has the word.
        auto* key = static_cast<QKeyEvent*>(event);
        const bool typing =
            key->matches(QKeySequence::Undo) && takesText(watched);  // a text takes back its own letters
        const bool ours = (key->modifiers() & Qt::ControlModifier) != 0 && !typing &&
                          m_shortcuts.contains(QKeySequence(key->keyCombination()).toString());
        if (ours) {
            event->ignore();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress && watched->isWidgetType() &&
               static_cast<QWidget*>(watched)->window() == m_window && watched == QApplication::focusWidget()) {
        return onKey(static_cast<QKeyEvent*>(event));
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace zhida::ui
