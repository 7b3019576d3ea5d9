// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/bulk_panel.h"

#include "ui/delegates/widgets.h"
#include "ui/docks/action_menu.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace zhida::ui {

BulkPanel::BulkPanel(BulkPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_heading(label({}, TypeSize::heading, true)),
      m_refusing(notice("careful")),
      m_table(new QTableView),
      m_foot(frame("foot")),
      m_actions(row(m_foot, space::kSmall, space::kSmall)) {
    auto* layout = column(this, 0, 0);
    auto* body = column(nullptr, space::kMedium, space::kSmall);
    auto* head = row();
    head->addWidget(m_heading, 1);
    QToolButton* close = flatButton(QStringLiteral("close"), tr("Back to one ticket (Esc)"));
    head->addWidget(close);
    body->addLayout(head);
    body->addWidget(
        mutedLabel(tr("What you choose now is done with all of them. Those that refuse are named before.")));
    body->addWidget(m_refusing);
    m_table->setModel(&presenter.model());
    m_table->setSelectionMode(QTableView::NoSelection);
    m_table->setShowGrid(false);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->verticalHeader()->hide();
    for (const auto& [section, width] : {std::pair(0, 160), std::pair(1, 170), std::pair(2, 70)}) {
        m_table->horizontalHeader()->resizeSection(section, width);
    }
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Chosen tickets"));
    body->addWidget(m_table, 1);
    layout->addLayout(body, 1);
    layout->addWidget(m_foot);
    connect(close, &QToolButton::clicked, this, &BulkPanel::cleared);
    connect(&presenter, &BulkPresenter::chosen, this, &BulkPanel::showTickets);
    connect(&presenter, &BulkPresenter::changed, this, &BulkPanel::showTickets);
}

void BulkPanel::setActionsShown(bool shown) { m_foot->setVisible(shown); }

void BulkPanel::showTickets() {
    const int count = m_presenter.model().rowCount();
    m_heading->setText(tr("%n tickets chosen", nullptr, count));
    const int refusing = m_presenter.refusing();
    say(m_refusing, refusing == 0 ? QString()
                    : refusing == count
                        ? tr("None of them takes it.")
                        : tr("%n of them would refuse; it is done with the others.", nullptr, refusing));
    showActions();
}

void BulkPanel::showActions() {
    clearLayout(m_actions);
    const std::set<ActionId> fit = m_presenter.actions();
    int shown = 0;
    for (const ActionRow& each : actionTable()) {
        if (each.group != ActionGroup::ticket || !fit.contains(each.id) || shown == ActionMenu::kMostButtons) {
            continue;
        }
        const QString text = QStringLiteral("%1 %2/%3")
                                 .arg(actionText(each.id))
                                 .arg(m_presenter.fitting(each))
                                 .arg(m_presenter.model().rowCount());
        QPushButton* made = button(text, QString::fromLatin1(each.icon));
        made->setToolTip(actionHint(each.id));
        connect(made, &QPushButton::clicked, this, [this, id = each.id] { emit actionAsked(id); });
        m_actions->addWidget(made);
        ++shown;
    }
    QPushButton* more = button(ActionId::more);
    connect(more, &QPushButton::clicked, this, &BulkPanel::openMore);
    m_actions->addWidget(more);
    m_actions->addStretch();
}

void BulkPanel::openMore() {
    auto* menu = new ActionMenu([this](const ActionRow& each) { return m_presenter.obstacle(each); }, this);
    connect(menu, &ActionMenu::chosen, this, &BulkPanel::actionAsked);
    menu->popupOver(m_actions->itemAt(std::max(0, m_actions->count() - 2))->widget());
}

}  // namespace zhida::ui
