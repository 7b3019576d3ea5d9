// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/returns_view.h"

#include "ui/delegates/widgets.h"
#include "ui/support/coded.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>

#include <vector>

namespace zhida::ui {
namespace {

/// Decided returns, then those that wait.
std::vector<domain::PastReturn> returnsOf(const domain::Ticket& ticket) {
    std::vector<domain::PastReturn> all = ticket.returns;
    for (const domain::Assignment& each : ticket.assignments) {
        if (each.state == domain::AssignmentState::returnRequested && each.returnRequest) {
            const domain::ReturnRequest& asked = *each.returnRequest;
            all.push_back({each.unit, asked.reason, asked.basis, asked.text, asked.suggestedUnit, false, {}, asked.at});
        }
    }
    return all;
}

}  // namespace

ReturnsView::ReturnsView(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::kSmall);
}

void ReturnsView::setTicket(const domain::Ticket& ticket, const Directory& directory, bool chinese) {
    clearLayout(m_grid);
    const std::vector<domain::PastReturn> all = returnsOf(ticket);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const domain::PastReturn& each = all[i];
        const bool waits = i >= ticket.returns.size();
        QFrame* card = frame("card");
        auto* layout = column(card, space::kSmall, space::kTiny);
        auto* head = row();
        QLabel* unit = label(directory.unitName(each.unit), TypeSize::body, true);
        unit->setWordWrap(true);
        head->addWidget(unit, 1);
        head->addWidget(chip(waits           ? tr("Undecided")
                             : each.approved ? tr("Has left")
                                             : tr("Had to go on"),
                             waits ? Light::amber : Light::grey));
        layout->addLayout(head);
        const auto say = [layout](const QString& text) {
            if (!text.isEmpty()) {
                QLabel* line = label(text);
                line->setWordWrap(true);
                line->setTextInteractionFlags(Qt::TextSelectableByMouse);
                layout->addWidget(line);
            }
        };
        say(nameIn(directory.rules().returnReasons, each.reason, chinese));
        say(tr("Basis: %1").arg(q(each.basis)));
        say(q(each.text));
        say(each.suggestedUnit.empty() ? QString() : tr("Names: %1").arg(directory.unitName(each.suggestedUnit)));
        say(each.opinion.empty() ? QString() : tr("The centre: %1").arg(q(each.opinion)));
        layout->addStretch();
        m_grid->addWidget(card, static_cast<int>(i / 2), static_cast<int>(i % 2));
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, all.size() > 1 ? 1 : 0);
    setVisible(!all.empty());
}

}  // namespace zhida::ui
