// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/way_dialog.h"

#include "ui/delegates/proof_view.h"
#include "ui/delegates/widgets.h"
#include "ui/presenters/ticket_path.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTableWidget>

namespace zhida::ui {

WayDialog::WayDialog(TicketPresenter& ticket, const Directory& directory, bool proof, QWidget* parent)
    : QDialog(parent),
      m_way(readingTable(
          {tr("In whose hands"), tr("State"), tr("From"), tr("To"), tr("Working time"), tr("Calendar time")},
          actionText(ActionId::showPath))),
      m_missing(notice("hint")),
      m_noProof(notice("hint")),
      m_proof(new ProofView) {
    setWindowTitle(actionText(ActionId::showPath));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 680);
    auto* layout = column(this, space::kLarge, space::kSmall);
    auto* head = row();
    head->addWidget(label(actionText(ActionId::showPath), TypeSize::heading, true));
    head->addWidget(mutedLabel(q(ticket.view()->ticket.number)), 1);
    layout->addLayout(head);
    layout->addWidget(m_missing);
    layout->addWidget(m_way, 2);
    layout->addWidget(label(actionText(ActionId::showProof), TypeSize::heading, true));
    layout->addWidget(m_noProof);
    layout->addWidget(m_proof, 3);
    showWay(ticket, directory);
    showProof(ticket, directory);
    if (proof) {
        m_proof->setFocus();
    } else {
        m_way->setFocus();
    }
}

void WayDialog::showWay(TicketPresenter& ticket, const Directory& directory) {
    const Instant now = ticket.clock().now();
    const UtcOffset offset = ticket.desk().offset();
    const std::vector<PathLeg> legs = pathOf(ticket.history(), directory, now);
    say(m_missing, legs.empty() ? tr("Older steps come from the centre as soon as there is a line.") : QString());
    m_way->setVisible(!legs.empty());
    m_way->setRowCount(static_cast<int>(legs.size()));
    for (int row = 0; row < m_way->rowCount(); ++row) {
        const PathLeg& leg = legs[static_cast<std::size_t>(row)];
        const QStringList texts{leg.holder,
                                words::of(leg.state),
                                momentText(leg.from, now, offset),
                                leg.open ? tr("still") : momentText(leg.to, now, offset),
                                spanText(leg.workingMs),
                                spanText(leg.calendarMs())};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            if (leg.open) {
                item->setFont(uiFont(TypeSize::body, true));
            }
            m_way->setItem(row, column, item);
        }
    }
}

void WayDialog::showProof(TicketPresenter& ticket, const Directory& directory) {
    const domain::Ticket& shown = ticket.view()->ticket;
    const Instant now = ticket.clock().now();
    QString why;
    if (!shown.due && shown.state != domain::TicketState::suspended) {
        why = tr("This ticket has no due time.");
    } else if (!shown.clock) {
        why = tr("A person set the due time: there is nothing to count.");
    } else if (const auto deadline = domain::dueOf(directory.rules().calendar, *shown.clock); !deadline) {
        why = words::ofError(deadline.error());
    } else {
        m_proof->setProof(proofOf(*shown.clock, *deadline, now, ticket.desk().offset()));
        if (shown.due && *shown.due != deadline->due) {
            why = tr("The ticket is due %1: the calendar has changed since it was counted.")
                      .arg(momentText(*shown.due, now, ticket.desk().offset()));
        }
        say(m_noProof, why);
        return;
    }
    say(m_noProof, why);
    m_proof->hide();
}

}  // namespace zhida::ui
