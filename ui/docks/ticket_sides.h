// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/ticket_presenter.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace zhida::ui {

/// What rides on a ticket, as cards: requests (open ones first), supervision, promises, the ladder, parts, returns, contacts,
/// forms. Only what there is.
class TicketSides : public QWidget {
    Q_OBJECT

public:
    explicit TicketSides(QWidget* parent = nullptr);
    void setTicket(const TicketPresenter& ticket, const Directory& directory, UtcOffset offset, bool chinese);

signals:
    void actionAsked(zhida::ui::ActionId action);

private:
    struct Shown {
        const domain::Ticket& ticket;
        const Directory& directory;
        std::set<ActionId> actions;
        Instant now;
        UtcOffset offset;
        bool chinese;
    };
    void showRequests(const Shown& shown);
    void showRequest(const Shown& shown, const domain::Request& request);
    void showSupervisions(const Shown& shown);
    void showPromises(const Shown& shown);
    void showLadder(const Shown& shown);
    void showParts(const Shown& shown);
    void showReturns(const Shown& shown);
    void showLookBacks(const Shown& shown);
    void showForms(const Shown& shown);
    void addTitle(const QString& text);
    /// A card with its head; the caller adds chips to the head and lines below.
    struct Card {
        QBoxLayout* head;
        QVBoxLayout* body;
    };
    Card addCard(const QString& heading);
    void addLine(const Card& card, const QString& text);
    void addAct(const Card& card, const Shown& shown, ActionId action);

    QVBoxLayout* m_rows;
};

}  // namespace zhida::ui
