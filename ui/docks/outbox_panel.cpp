// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/outbox_panel.h"

#include "model/domain/command.h"
#include "ui/delegates/widgets.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace zhida::ui {

OutboxPanel::OutboxPanel(OutboxPresenter& presenter, QWidget* parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_table(new QTableView),
      m_stack(new QStackedWidget),
      m_reason(notice("error")),
      m_reuse(primary(tr("Copy into a new form"), QStringLiteral("copy"))),
      m_dismiss(button(tr("Dismiss"), QStringLiteral("check"))),
      m_withdraw(button(tr("Withdraw"), QStringLiteral("back"))),
      m_open(button(ActionId::open)) {
    setObjectName(QStringLiteral("pane"));
    auto* layout = column(this, space::kSmall, space::kSmall);
    auto* head = row();
    head->addWidget(label(actionText(ActionId::outbox), TypeSize::heading, true));
    head->addWidget(
        mutedLabel(tr("What waits is sent by itself as soon as there is a line. What was refused needs you.")), 1);
    QToolButton* close = flatButton(QStringLiteral("close"), tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &OutboxPanel::closed);
    head->addWidget(close);
    layout->addLayout(head);
    m_table->setModel(&presenter.model());
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(34);
    m_table->horizontalHeader()->setSectionResizeMode(OutboxModel::kWords, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(OutboxModel::kReason, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(OutboxModel::kTicket, 180);
    m_table->horizontalHeader()->resizeSection(OutboxModel::kState, 150);
    m_table->horizontalHeader()->resizeSection(OutboxModel::kTime, 70);
    m_table->setAccessibleName(actionText(ActionId::outbox));
    m_stack->addWidget(m_table);
    m_stack->addWidget(
        new EmptyState(QStringLiteral("check"), tr("Nothing waits. Everything you did has reached the centre.")));
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_reason);
    auto* foot = row();
    foot->addStretch();
    for (QPushButton* each : {m_open, m_withdraw, m_dismiss, m_reuse}) {
        foot->addWidget(each);
    }
    layout->addLayout(foot);
    connect(&presenter, &OutboxPresenter::loaded, this, [this] {
        m_stack->setCurrentIndex(m_presenter.model().rowCount() > 0 ? 0 : 1);
        m_table->selectRow(0);
        showItem();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OutboxPanel::showItem);
    const auto current = [this] { return m_presenter.model().item(m_table->currentIndex().row()); };
    connect(m_dismiss, &QPushButton::clicked, this, [this] { m_presenter.dismiss(m_table->currentIndex().row()); });
    m_withdraw->setToolTip(tr("Takes it back before it leaves, without a trace"));
    connect(m_withdraw, &QPushButton::clicked, this, [this, current] {
        if (const auto* item = current()) {
            emit withdrawAsked(item->command);
        }
    });
    connect(m_reuse, &QPushButton::clicked, this, [this, current] {
        if (const auto* item = current()) {
            emit reuse(*item);
        }
    });
    connect(m_open, &QPushButton::clicked, this, [this, current] {
        if (const auto* item = current()) {
            emit openTicket(item->ticket);
        }
    });
    showItem();
}

void OutboxPanel::showItem() {
    const service::OutboxItem* item = m_presenter.model().item(m_table->currentIndex().row());
    const bool refused = item != nullptr && item->state == service::OutboxItem::State::refused;
    say(m_reason, refused ? words::ofError(item->refusal) : QString());
    m_reuse->setEnabled(refused);
    m_dismiss->setEnabled(refused);
    const bool waits =
        item != nullptr && item->recordKind.empty() && item->state == service::OutboxItem::State::waiting;
    m_withdraw->setEnabled(waits && item->name != domain::RegisterTicket::kName);  // its number has been told
    m_open->setEnabled(item != nullptr);
}

}  // namespace zhida::ui
