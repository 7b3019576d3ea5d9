// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/ticket_header.h"

#include "ui/delegates/state_path.h"
#include "ui/delegates/widgets.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace zhida::ui {

namespace {

QString secrecyText(const domain::Ticket& ticket) {
    if (ticket.secrecy != domain::Secrecy::open) {
        return words::of(ticket.secrecy);
    }
    return ticket.secret ? TicketHeader::tr("Secret") : QString();
}

}  // namespace

TicketHeader::TicketHeader(QWidget* parent)
    : QFrame(parent),
      m_number(label({}, TypeSize::small)),
      m_title(label({}, TypeSize::title, true)),
      m_urgency(chip({}, Light::red)),
      m_type(chip({}, Light::grey)),
      m_secret(chip({}, Light::amber)),
      m_redo(chip({}, Light::red)),
      m_pending(chip({}, Light::amber)),
      m_left(chip({}, Light::green)),
      m_due(label({}, TypeSize::small)),
      m_holder(label({}, TypeSize::small)),
      m_caller(label({}, TypeSize::body, true)),
      m_reveal(flatButton(QStringLiteral("eye"), tr("Show the caller for 30 seconds"))),
      m_others(linkButton({})),
      m_marks(row(nullptr, 0, space::kTiny)),
      m_path(new StatePath) {
    setObjectName(QStringLiteral("band"));
    auto* layout = column(this, space::kMedium, space::kSmall);
    auto* first = row();
    m_number->setObjectName(QStringLiteral("muted"));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    first->addWidget(m_number);
    QToolButton* copy = flatButton(QStringLiteral("copy"), actionHint(ActionId::copyNumber));
    connect(copy, &QToolButton::clicked, this, &TicketHeader::copyAsked);
    first->addWidget(copy);
    for (QLabel* each : {m_type, m_urgency, m_secret, m_redo, m_pending}) {
        first->addWidget(each);
    }
    first->addStretch();
    m_due->setObjectName(QStringLiteral("muted"));
    first->addWidget(m_due);
    first->addWidget(m_left);
    layout->addLayout(first);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_title);
    layout->addLayout(m_marks);
    layout->addWidget(m_path);
    auto* last = row();
    last->addWidget(m_caller);
    last->addWidget(m_reveal);
    last->addWidget(m_others);
    last->addStretch();
    m_holder->setObjectName(QStringLiteral("muted"));
    last->addWidget(m_holder);
    layout->addLayout(last);
    m_hide.setSingleShot(true);
    m_hide.setInterval(kRevealSeconds * 1000);
    connect(&m_hide, &QTimer::timeout, this, [this] { showCaller(false); });
    connect(m_reveal, &QToolButton::clicked, this, [this] { showCaller(!m_hide.isActive()); });
    connect(m_others, &QPushButton::clicked, this, [this] { emit othersAsked(q(m_who.phone)); });
}

void TicketHeader::setTicket(const service::TicketView& view, const Directory& directory, Instant now, UtcOffset offset,
                             std::size_t others) {
    const domain::Ticket& ticket = view.ticket;
    m_number->setText(q(ticket.number));
    m_title->setText(q(ticket.title));
    setChip(m_type, words::of(ticket.appealType), Light::grey);
    setChip(m_urgency, ticket.urgency == domain::Urgency::normal ? QString() : words::of(ticket.urgency), Light::red);
    setChip(m_secret, secrecyText(ticket), Light::amber);
    setChip(m_redo, ticket.redoCount > 0 ? tr("Redo %1").arg(ticket.redoCount) : QString(), Light::red);
    setChip(m_pending, view.pending ? tr("To be sent") : QString(), Light::amber);
    const Remaining left = remainingOf(ticket.state, ticket.due, ticket.createdAt, now, offset);
    setChip(m_left, left.shape + QLatin1Char(' ') + left.text, left.light);
    m_due->setText(left.tooltip);
    showMarks(ticket);
    m_path->setTicket(ticket);
    const bool held = ticket.claim && ticket.claim->until > now;
    m_holder->setText(held ? tr("%1 holds it until %2")
                                 .arg(directory.userName(ticket.claim->user), clockText(ticket.claim->until, offset))
                           : tr("Nobody holds it"));
    m_others->setVisible(others > 0);
    m_others->setText(tr("%n more ticket(s) of this number", nullptr, static_cast<int>(others)));
    if (m_who != ticket.caller) {
        m_who = ticket.caller;
        showCaller(false);
    }
    m_reveal->setVisible(!m_who.phone.empty() || !m_who.name.empty());
}

/// Open cards and supervision first, then requests that wait, then flags.
void TicketHeader::showMarks(const domain::Ticket& ticket) {
    clearLayout(m_marks);
    for (const domain::Supervision& each : ticket.supervisions) {
        if (each.open()) {
            m_marks->addWidget(chip(words::of(each.level), lightOf(each.level)));
        }
    }
    for (const domain::Request& each : ticket.requests) {
        if (each.state == domain::RequestState::open) {
            m_marks->addWidget(chip(tr("%1 asked for").arg(words::of(each.kind)), Light::amber));
        }
    }
    if (ticket.arbitration) {
        m_marks->addWidget(chip(words::ofCommand(domain::ArbitrateTicket::kName), Light::red));
    }
    for (const domain::TicketFlag each : ticket.flags) {
        m_marks->addWidget(chip(words::of(each), Light::grey));
    }
    if (m_marks->count() > 0) {
        m_marks->addStretch();
    }
}

void TicketHeader::showCaller(bool plain) {
    const QString name = q(m_who.name), phone = q(m_who.phone);
    if (name.isEmpty() && phone.isEmpty()) {
        m_caller->setText(tr("Caller not known"));
    } else {
        m_caller->setText((plain ? name : maskedName(name)) + QStringLiteral("  ") +
                          (plain ? phone : maskedPhone(phone)));
    }
    if (plain) {
        m_hide.start();
    } else {
        m_hide.stop();
    }
}

}  // namespace zhida::ui
