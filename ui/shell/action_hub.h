// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/keymap.h"

#include <QObject>

#include <map>
#include <set>

class QAction;
class QKeyEvent;
class QMenuBar;
class QWidget;

namespace zhida::ui {

/// The QActions of a window, its menus and keys, all made from the action table. Keys that are a single letter or sign act
/// only while no input has the focus and no input method is composing.
class ActionHub : public QObject {
    Q_OBJECT

public:
    /// `window`: the top level whose keys these are; also the parent.
    explicit ActionHub(QWidget* window);

    void fillMenus(QMenuBar* bar);
    [[nodiscard]] QAction* action(ActionId id) const;
    void setEnabled(ActionId id, bool enabled);
    void setVisible(ActionId id, bool visible);
    [[nodiscard]] std::set<ActionId> enabled() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void triggered(zhida::ui::ActionId action);
    /// The key of an action that is not possible now was pressed.
    void barred(zhida::ui::ActionId action);

private:
    void addKeys(const ActionRow& row, QAction* action);
    [[nodiscard]] bool takesText(const QObject* focus) const;
    bool onKey(QKeyEvent* key);

    QWidget* m_window;
    std::map<ActionId, QAction*> m_actions;
    std::map<QString, ActionId> m_single;
    std::set<QString> m_shortcuts;
    bool m_composing = false;
};

}  // namespace zhida::ui
