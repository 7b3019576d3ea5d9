// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"
#include "ui/support/directory.h"

#include <QWidget>

class QGridLayout;

namespace zhida::ui {

/// Every return of a ticket side by side: who, why, on what basis, whom it names, what the centre said.
class ReturnsView : public QWidget {
    Q_OBJECT

public:
    explicit ReturnsView(QWidget* parent = nullptr);
    /// Hidden while there is none.
    void setTicket(const domain::Ticket& ticket, const Directory& directory, bool chinese);

private:
    QGridLayout* m_grid;
};

}  // namespace zhida::ui
