// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/ticket_presenter.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace zhida::ui {

class TicketSides;
class TimelineView;

/// What is known about a ticket: the words, the facts, every unit's share, the answer, the history.
class TicketFacts : public QWidget {
    Q_OBJECT

public:
    explicit TicketFacts(QWidget* parent = nullptr);
    void setTicket(const TicketPresenter& ticket, const Directory& directory, UtcOffset offset, bool chinese);

signals:
    void actionAsked(zhida::ui::ActionId action);
    void ticketAsked(const zhida::TicketId& ticket);

private:
    void addFact(const QString& name, const QString& value);
    void showShares(const domain::Ticket& ticket, const Directory& directory, Instant now, UtcOffset offset);

    QLabel* m_content;
    QLabel* m_answer;
    QGridLayout* m_facts;
    QVBoxLayout* m_shares;
    TicketSides* m_sides;
    QPushButton* m_main;
    TicketId m_mainTicket;
    QLabel* m_incomplete;
    TimelineView* m_timeline;
    int m_count = 0;
};

}  // namespace zhida::ui
