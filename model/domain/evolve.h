// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/event.h"

#include <optional>

namespace zhida::domain {

/// What each kind of event does to the ticket; `evolve` is the door.
struct Apply {
    Ticket& t;
    const Event& event;

    void operator()(const TicketRegistered& e) const;
    void operator()(const TicketImported& e) const;
    void operator()(const TicketClaimed& e) const;
    void operator()(const TicketReleased& e) const;
    void operator()(const NoteAdded& e) const;
    void operator()(const DirectlyAnswered& e) const;
    void operator()(const TicketDispatched& e) const;
    void operator()(const AssignmentSigned& e) const;
    void operator()(const ReturnRequested& e) const;
    void operator()(const ReturnDecided& e) const;
    void operator()(const UnitReplied& e) const;
    void operator()(const TicketReviewed& e) const;
    void operator()(const CalledBack& e) const;
    void operator()(const RedoStarted& e) const;
    void operator()(const TicketLinked& e) const;
    void operator()(const TicketMoved& e) const;
    void operator()(const FactsAmended& e) const;
    void operator()(const RequestMade& e) const;
    void operator()(const RequestDecided& e) const;
    void operator()(const TicketMerged& e) const;
    void operator()(const TicketUnmerged& e) const;
    void operator()(const TicketUnlinked& e) const;
    void operator()(const SecrecySet& e) const;
    void operator()(const FlagSet& e) const;
    void operator()(const TicketSplit& e) const;
    void operator()(const UnitsAdded& e) const;
    void operator()(const ContactLogged& e) const;
    void operator()(const TicketResumed& e) const;
    void operator()(const ArbitrationOpened& e) const;
    void operator()(const FormFilled& e) const;
    void operator()(const PromiseMade& e) const;
    void operator()(const PromiseKept& e) const;
    void operator()(const HandedOver& e) const;
    void operator()(const TicketUrged& e) const;
    void operator()(const SupervisionOpened& e) const;
    void operator()(const SupervisionMoved& e) const;
    void operator()(const LookedBack& e) const;
    void operator()(const Climbed& e) const;
    void operator()(const DueMoved& e) const;
    void operator()(const Undone& e) const;

private:
    void enter(TicketState state) const;
    void accepted() const;
    void settleReturns(const TicketDispatched& e) const;
    void relieveEarlier(const TicketDispatched& e) const;
    void assign(const UnitCode& unit, Duty duty, std::optional<Instant> due, std::uint32_t part = 0) const;
    void reopenLeads(AssignmentState state) const;
    void moveDue(std::optional<Instant> due, const std::optional<TermClock>& clock) const;
};

}  // namespace zhida::domain
