// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/timeline.h"

#include <QCoreApplication>

namespace zhida::ui {

struct TimelineContext {
    const Directory& directory;
    Instant now;
    UtcOffset offset;
    bool chinese;
};

/// Fills what, words, light and icon of an entry; one overload for each kind of event. `timelineOf` is the door.
struct TimelineWriter {
    Q_DECLARE_TR_FUNCTIONS(Timeline)

public:
    TimelineWriter(const TimelineContext& context, TimelineEntry& entry) : m_c(context), m_entry(entry) {}

    void operator()(const domain::TicketRegistered& e) const;
    void operator()(const domain::TicketImported& e) const;
    void operator()(const domain::TicketClaimed& e) const;
    void operator()(const domain::TicketReleased& e) const;
    void operator()(const domain::NoteAdded& e) const;
    void operator()(const domain::DirectlyAnswered& e) const;
    void operator()(const domain::TicketDispatched& e) const;
    void operator()(const domain::AssignmentSigned& e) const;
    void operator()(const domain::ReturnRequested& e) const;
    void operator()(const domain::ReturnDecided& e) const;
    void operator()(const domain::UnitReplied& e) const;
    void operator()(const domain::TicketReviewed& e) const;
    void operator()(const domain::CalledBack& e) const;
    void operator()(const domain::RedoStarted& e) const;
    void operator()(const domain::TicketLinked& e) const;
    void operator()(const domain::TicketMoved& e) const;
    void operator()(const domain::FactsAmended& e) const;
    void operator()(const domain::RequestMade& e) const;
    void operator()(const domain::RequestDecided& e) const;
    void operator()(const domain::TicketMerged& e) const;
    void operator()(const domain::TicketUnmerged& e) const;
    void operator()(const domain::TicketUnlinked& e) const;
    void operator()(const domain::SecrecySet& e) const;
    void operator()(const domain::FlagSet& e) const;
    void operator()(const domain::TicketSplit& e) const;
    void operator()(const domain::UnitsAdded& e) const;
    void operator()(const domain::ContactLogged& e) const;
    void operator()(const domain::TicketResumed& e) const;
    void operator()(const domain::ArbitrationOpened& e) const;
    void operator()(const domain::FormFilled& e) const;
    void operator()(const domain::PromiseMade& e) const;
    void operator()(const domain::PromiseKept& e) const;
    void operator()(const domain::HandedOver& e) const;
    void operator()(const domain::TicketUrged& e) const;
    void operator()(const domain::SupervisionOpened& e) const;
    void operator()(const domain::SupervisionMoved& e) const;
    void operator()(const domain::LookedBack& e) const;
    void operator()(const domain::Climbed& e) const;
    void operator()(const domain::DueMoved& e) const;
    void operator()(const domain::Undone& e) const;
    void write(const domain::Message& message, bool pending) const;

private:
    void set(const QString& what, Light light, const char* icon, const QString& text = {}) const;
    [[nodiscard]] QString dueText(const std::optional<Instant>& due) const;
    [[nodiscard]] QString unitNames(const std::vector<UnitCode>& units) const;

    const TimelineContext& m_c;
    TimelineEntry& m_entry;
};

}  // namespace zhida::ui
