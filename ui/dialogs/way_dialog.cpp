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
      m_stages(readingTable({tr("Stage"), tr("State"), tr("Term"), tr("Due"), tr("Done")}, tr("Stage clocks"))),
      m_missing(notice("hint")),
      m_noProof(notice("hint")),
      m_proof(new ProofView) {
    setWindowTitle(actionText(ActionId::showPath));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 760);
    auto* layout = column(this, space::kLarge, space::kSmall);
    auto* head = row();
    head->addWidget(label(actionText(ActionId::showPath), TypeSize::heading, true));
    head->addWidget(mutedLabel(q(ticket.view()->ticket.number)), 1);
    layout->addLayout(head);
    layout->addWidget(m_missing);
    layout->addWidget(m_way, 2);
    layout->addWidget(label(tr("Stage clocks"), TypeSize::heading, true));
    layout->addWidget(mutedLabel(tr("Below stands the proof of the clock that is chosen.")));
    layout->addWidget(m_stages, 2);
    layout->addWidget(label(actionText(ActionId::showProof), TypeSize::heading, true));
    layout->addWidget(m_noProof);
    layout->addWidget(m_proof, 3);
    showWay(ticket, directory);
    connect(m_stages, &QTableWidget::currentCellChanged, this, &WayDialog::showProof);
    showClocks(ticket, directory);
    if (proof) {
        m_stages->setFocus();
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

/// The deadline of the ticket itself is the one that is chosen first.
void WayDialog::showClocks(TicketPresenter& ticket, const Directory& directory) {
    m_clocks = clocksOf(ticket.view()->ticket, directory.rules(), ticket.clock().now(), ticket.desk().offset());
    m_stages->setRowCount(static_cast<int>(m_clocks.size()));
    m_stages->setVisible(!m_clocks.empty());
    int main = 0;
    for (int row = 0; row < m_stages->rowCount(); ++row) {
        const ClockLine& line = m_clocks[static_cast<std::size_t>(row)];
        const QStringList texts{line.stage, line.state, line.term, line.due, line.done};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            if (column == 1) {
                item->setForeground(theme().of(line.light));
            }
            m_stages->setItem(row, column, item);
        }
        main = line.main ? row : main;
    }
    m_stages->setCurrentCell(main, 0);
    showProof(m_clocks.empty() ? -1 : main);
}

void WayDialog::showProof(int row) {
    const ClockLine* line = row < 0 ? nullptr : &m_clocks[static_cast<std::size_t>(row)];
    say(m_noProof, line == nullptr ? tr("This ticket has no due time.") : line->why);
    m_proof->setVisible(line != nullptr && line->proof.has_value());
    if (m_proof->isVisibleTo(this)) {
        m_proof->setProof(*line->proof);
    }
}

}  // namespace zhida::ui
