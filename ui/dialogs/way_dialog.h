// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/ticket_clocks.h"
#include "ui/presenters/ticket_presenter.h"

#include <QDialog>

class QLabel;
class QTableWidget;

namespace zhida::ui {

class ProofView;

/// The way of a ticket: who held it how long, every clock that runs or ran for it, and below the proof of the one chosen.
class WayDialog : public QDialog {
    Q_OBJECT

public:
    /// `proof`: the keyboard starts in the proof. `ticket` has a ticket.
    WayDialog(TicketPresenter& ticket, const Directory& directory, bool proof, QWidget* parent = nullptr);

private:
    void showWay(TicketPresenter& ticket, const Directory& directory);
    void showClocks(TicketPresenter& ticket, const Directory& directory);
    void showProof(int row);

    std::vector<ClockLine> m_clocks;
    QTableWidget* m_way;
    QTableWidget* m_stages;
    QLabel* m_missing;
    QLabel* m_noProof;
    ProofView* m_proof;
};

}  // namespace zhida::ui
