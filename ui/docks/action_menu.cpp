// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/action_menu.h"

#include "ui/presenters/ticket_actions.h"
#include "ui/support/icons.h"
#include "ui/support/words.h"

namespace zhida::ui {

ActionMenu::ActionMenu(const Obstacle& obstacle, QWidget* parent) : QMenu(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setToolTipsVisible(true);
    auto* barred = new QMenu(tr("Not possible now"), this);
    barred->setToolTipsVisible(true);
    ActionGroup group = ActionGroup::ticket;
    for (const ActionRow& each : actionTable()) {
        if (!isOfTicket(each)) {
            continue;
        }
        if (each.group != group) {
            addSeparator();
            group = each.group;
        }
        const auto why = obstacle(each);
        QMenu* place = why ? barred : this;
        QAction* made = place->addAction(ui::icon(QString::fromLatin1(each.icon)),
                                         actionText(each.id) + QLatin1Char('\t') + keyText(each.id));
        made->setToolTip(why ? words::ofError(*why) : actionHint(each.id));
        connect(made, &QAction::triggered, this, [this, id = each.id] { emit chosen(id); });
    }
    addSeparator();
    addMenu(barred);
}

void ActionMenu::popupOver(QWidget* button) { popup(button->mapToGlobal(QPoint(0, -sizeHint().height()))); }

}  // namespace zhida::ui
