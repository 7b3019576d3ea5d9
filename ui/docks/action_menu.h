// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "ui/support/keymap.h"

#include <QMenu>

#include <functional>
#include <optional>

namespace zhida::ui {

/// All actions on a ticket: those that are possible, and the rest with the reason why not. Deletes itself when it closes.
class ActionMenu : public QMenu {
    Q_OBJECT

public:
    using Obstacle = std::function<std::optional<Error>(const ActionRow&)>;

    ActionMenu(const Obstacle& obstacle, QWidget* parent);
    void popupOver(QWidget* button);

    static constexpr int kMostButtons = 4;  ///< the first that fit stand beside the menu as buttons

signals:
    void chosen(zhida::ui::ActionId action);
};

}  // namespace zhida::ui
