// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/ticket_facts.h"

#include "ui/delegates/timeline_view.h"
#include "ui/delegates/widgets.h"
#include "ui/docks/ticket_sides.h"
#include "ui/support/coded.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace zhida::ui {
namespace {

QLabel* sectionTitle(const QString& text) {
    QLabel* title = label(text, TypeSize::heading, true);
    title->setContentsMargins(0, space::kSmall, 0, 0);
    return title;
}

/// The last call or visit of a unit.
QString contactsText(const domain::Ticket& ticket, Instant now, UtcOffset offset) {
    if (ticket.contacts.empty()) {
        return {};
    }
    const domain::Contact& last = ticket.contacts.back();
    return (last.reached ? TicketFacts::tr("%1, reached") : TicketFacts::tr("%1, not reached"))
        .arg(momentText(last.at, now, offset));
}

}  // namespace

TicketFacts::TicketFacts(QWidget* parent)
    : QWidget(parent),
      m_content(label({})),
      m_answer(notice("good")),
      m_facts(new QGridLayout),
      m_shares(column(nullptr, 0, space::kTiny)),
      m_sides(new TicketSides),
      m_main(linkButton(tr("Follows another ticket: open the main ticket"))),
      m_incomplete(notice("hint")),
      m_timeline(new TimelineView) {
    auto* layout = column(this, space::kLarge, space::kSmall);
    m_content->setWordWrap(true);
    m_content->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_main, 0, Qt::AlignLeft);
    layout->addWidget(m_content);
    layout->addWidget(m_answer);
    m_facts->setHorizontalSpacing(space::kMedium);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);
    m_facts->setColumnStretch(3, 1);
    layout->addLayout(m_facts);
    layout->addLayout(m_shares);
    layout->addWidget(m_sides);
    layout->addWidget(sectionTitle(tr("History")));
    layout->addWidget(m_incomplete);
    layout->addWidget(m_timeline);
    layout->addStretch();
    connect(m_sides, &TicketSides::actionAsked, this, &TicketFacts::actionAsked);
    connect(m_main, &QPushButton::clicked, this, [this] { emit ticketAsked(m_mainTicket); });
}

void TicketFacts::addFact(const QString& name, const QString& value) {
    if (value.isEmpty()) {
        return;
    }
    QLabel* key = label(name, TypeSize::small);
    key->setObjectName(QStringLiteral("muted"));
    QLabel* text = label(value);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int side = m_count % 2 * 2;
    m_facts->addWidget(key, m_count / 2, side, Qt::AlignTop | Qt::AlignLeft);
    m_facts->addWidget(text, m_count / 2, side + 1, Qt::AlignTop);
    ++m_count;
}

void TicketFacts::setTicket(const TicketPresenter& presenter, const Directory& directory, UtcOffset offset,
                            bool chinese) {
    const service::TicketView& view = *presenter.view();
    const domain::Ticket& ticket = view.ticket;
    const Instant now = presenter.clock().now();
    m_content->setText(q(ticket.content));
    say(m_answer, ticket.directAnswer ? tr("Answer read out: %1").arg(q(ticket.directAnswer->text)) : QString());
    m_mainTicket = ticket.mergedInto.value_or(TicketId{});
    m_main->setVisible(ticket.mergedInto.has_value());
    clearLayout(m_facts);
    m_count = 0;
    addFact(words::ofField("category"), directory.categoryPath(ticket.category));
    addFact(words::ofField("region"), directory.regionPath(ticket.region));
    addFact(words::ofField("address"), q(ticket.address));
    addFact(words::ofField("channel"), words::of(ticket.channel));
    addFact(tr("Received"), momentText(ticket.createdAt, now, offset));
    addFact(tr("Registered by"), directory.userName(ticket.registeredBy));
    addFact(tr("Proposed unit"), ticket.assignments.empty() ? directory.unitName(ticket.proposedUnit) : QString());
    addFact(tr("First receiver"), directory.unitName(ticket.owner));
    addFact(words::ofField("targetUnit"), directory.unitName(ticket.targetUnit));
    addFact(words::ofField("emergency"), ticket.emergency.empty()
                                             ? QString()
                                             : nameIn(directory.rules().emergencyNumbers, ticket.emergency, chinese));
    addFact(tr("Contacts"), contactsText(ticket, now, offset));
    addFact(tr("Urged"),
            ticket.urges.empty() ? QString() : tr("%n time(s)", nullptr, static_cast<int>(ticket.urges.size())));
    addFact(tr("Not called before"), ticket.nextCallback ? momentText(*ticket.nextCallback, now, offset) : QString());
    addFact(tr("Assessment"), ticket.excluded ? tr("Not counted: a petition was granted") : QString());
    addFact(words::ofField("remark"), q(ticket.remark));
    addFact(tr("Imported"), q(ticket.importNote));
    showShares(ticket, directory, now, offset);
    m_sides->setTicket(presenter, directory, offset, chinese);
    say(m_incomplete,
        view.historyComplete ? QString() : tr("Older steps come from the centre as soon as there is a line."));
    m_timeline->setEntries(withMessages(timelineOf(presenter.history(), directory, now, offset, chinese),
                                        presenter.messages(), directory, now, offset));
}

void TicketFacts::showShares(const domain::Ticket& ticket, const Directory& directory, Instant now, UtcOffset offset) {
    clearLayout(m_shares);
    if (ticket.assignments.empty()) {
        return;
    }
    m_shares->addWidget(sectionTitle(tr("Units")));
    for (const domain::Assignment& each : ticket.assignments) {
        auto* box = frame("card");
        auto* across = row(box, space::kSmall);
        across->addWidget(chip(words::of(each.duty), each.duty == domain::Duty::lead ? Light::green : Light::grey));
        QLabel* name = label(directory.unitName(each.unit), TypeSize::body, true);
        across->addWidget(name);
        across->addWidget(chip(words::of(each.state),
                               each.state == domain::AssignmentState::returnRequested ? Light::amber : Light::grey));
        if (!each.parent.empty()) {
            across->addWidget(chip(tr("from %1").arg(directory.unitName(each.parent)), Light::grey));
        }
        if (each.mayNotReturn) {
            across->addWidget(chip(tr("No return"), Light::red));
        }
        across->addStretch();
        if (each.due && each.state != domain::AssignmentState::exited) {
            QLabel* due = label(tr("due %1").arg(momentText(*each.due, now, offset)), TypeSize::small);
            due->setObjectName(QStringLiteral("muted"));
            across->addWidget(due);
        }
        m_shares->addWidget(box);
    }
}

}  // namespace zhida::ui
