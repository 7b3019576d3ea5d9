// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/cheat_sheet.h"

#include "ui/delegates/widgets.h"
#include "ui/support/keymap.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QStringList>

namespace zhida::ui {
namespace {

QWidget* keysOf(const ActionRow& action) {
    auto* box = new QWidget;
    auto* across = row(box, 0, space::kTiny);
    for (const QString& key : QString::fromLatin1(action.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QLabel* cap = label(QString(key).replace(QStringLiteral("Return"), QStringLiteral("Enter")), TypeSize::small);
        cap->setObjectName(QStringLiteral("key"));
        across->addWidget(cap);
    }
    across->addStretch();
    return box;
}

}  // namespace

CheatSheet::CheatSheet(QWidget* parent) : QDialog(parent) {
    setWindowTitle(actionText(ActionId::cheatSheet));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = column(this, space::kLarge, space::kMedium);
    layout->addWidget(label(actionText(ActionId::cheatSheet), TypeSize::title, true));
    auto* across = row(nullptr, 0, space::kHuge);
    layout->addLayout(across);
    const std::vector<std::vector<ActionGroup>> columns{
        {ActionGroup::ticket},
        {ActionGroup::step},
        {ActionGroup::oversight, ActionGroup::file, ActionGroup::knowledge},
        {ActionGroup::go, ActionGroup::view}};
    for (const auto& groups : columns) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(space::kMedium);
        grid->setVerticalSpacing(6);
        int line = 0;
        for (const ActionGroup group : groups) {
            grid->addWidget(label(groupText(group), TypeSize::heading, true), line++, 0, 1, 2);
            for (const ActionRow& each : actionTable()) {
                if (each.group == group && *each.keys != '\0') {
                    grid->addWidget(keysOf(each), line, 0);
                    grid->addWidget(label(actionText(each.id)), line++, 1);
                }
            }
        }
        grid->setRowStretch(line, 1);
        across->addLayout(grid, 1);
    }
    layout->addWidget(
        mutedLabel(tr("Shift with an arrow or a click, or Ctrl with a click, chooses several tickets: keys then act on "
                      "all of them.")));
    layout->addWidget(
        mutedLabel(tr("Single letters work outside input fields, and never while an input method is composing.")));
}

}  // namespace zhida::ui
