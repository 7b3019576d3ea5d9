// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/ticket_sides.h"

#include "ui/delegates/returns_view.h"
#include "ui/delegates/widgets.h"
#include "ui/support/coded.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace zhida::ui {
namespace {

Light lightOf(domain::RequestState state) {
    switch (state) {
        case domain::RequestState::open:
            return Light::amber;
        case domain::RequestState::approved:
            return Light::green;
        default:
            return Light::grey;
    }
}

/// A value of a filled form in words: options by their label, the rest as it was typed.
QString valueText(const domain::FormField& field, const std::string& value, bool chinese) {
    if (field.kind == domain::FormFieldKind::yesNo) {
        return value == "yes" ? TicketSides::tr("Yes") : TicketSides::tr("No");
    }
    QStringList words;
    for (const QString& each : q(value).split(QLatin1Char(','))) {
        words << (field.options.empty() ? each : nameIn(field.options, s(each), chinese));
    }
    return words.join(field.options.empty() ? QStringLiteral(",") : TicketSides::tr(", "));
}

}  // namespace

TicketSides::TicketSides(QWidget* parent) : QWidget(parent), m_rows(column(this, 0, space::kTiny)) {}

void TicketSides::setTicket(const TicketPresenter& ticket, const Directory& directory, UtcOffset offset, bool chinese) {
    clearLayout(m_rows);
    const Shown shown{ticket.view()->ticket, directory, ticket.actions(), ticket.clock().now(), offset, chinese};
    showRequests(shown);
    showSupervisions(shown);
    showPromises(shown);
    showLadder(shown);
    showParts(shown);
    showReturns(shown);
    showLookBacks(shown);
    showForms(shown);
    setVisible(m_rows->count() > 0);
}

void TicketSides::addTitle(const QString& text) {
    QLabel* title = label(text, TypeSize::heading, true);
    title->setContentsMargins(0, space::kSmall, 0, 0);
    m_rows->addWidget(title);
}

TicketSides::Card TicketSides::addCard(const QString& heading) {
    QFrame* box = frame("card");
    auto* body = column(box, space::kSmall, space::kTiny);
    auto* head = row();
    QLabel* name = label(heading, TypeSize::body, true);
    name->setWordWrap(true);
    head->addWidget(name, 1);
    body->addLayout(head);
    m_rows->addWidget(box);
    return {head, body};
}

void TicketSides::addLine(const Card& card, const QString& text) {
    if (!text.isEmpty()) {
        QLabel* line = label(text);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        card.body->addWidget(line);
    }
}

void TicketSides::addAct(const Card& card, const Shown& shown, ActionId action) {
    if (shown.actions.contains(action)) {
        QPushButton* act = button(action);
        connect(act, &QPushButton::clicked, this, [this, action] { emit actionAsked(action); });
        card.head->addWidget(act);
    }
}

void TicketSides::showRequests(const Shown& shown) {
    const auto& requests = shown.ticket.requests;
    if (requests.empty()) {
        return;
    }
    addTitle(tr("Requests"));
    for (const bool open : {true, false}) {
        for (auto each = requests.rbegin(); each != requests.rend(); ++each) {
            if ((each->state == domain::RequestState::open) == open) {
                showRequest(shown, *each);
            }
        }
    }
}

void TicketSides::showRequest(const Shown& shown, const domain::Request& request) {
    QString heading = words::of(request.kind);
    if (request.kind == domain::RequestKind::extension) {
        heading += QStringLiteral(" · ") + words::of(request.term);
    } else if (request.planned) {
        heading += QStringLiteral(" · ") + tr("until %1").arg(momentText(*request.planned, shown.now, shown.offset));
    }
    const Card card = addCard(heading);
    if (request.state == domain::RequestState::open) {
        addAct(card, shown, ActionId::decideRequest);
        addAct(card, shown, ActionId::takeBackRequest);
    }
    card.head->addWidget(chip(words::of(request.state), lightOf(request.state)));
    addLine(card, requestReason(shown.directory.rules(), request.kind, request.reason, shown.chinese));
    addLine(card, q(request.text));
    addLine(card, request.wording.empty() ? QString() : tr("The caller is told: %1").arg(q(request.wording)));
    addLine(card, request.opinion.empty() ? QString() : tr("Opinion: %1").arg(q(request.opinion)));
    card.body->addWidget(
        mutedLabel(tr("%1 · %2 · %3")
                       .arg(shown.directory.unitName(request.unit), shown.directory.userName(request.user),
                            momentText(request.at, shown.now, shown.offset))));
}

void TicketSides::showSupervisions(const Shown& shown) {
    const auto& all = shown.ticket.supervisions;
    if (all.empty()) {
        return;
    }
    addTitle(tr("Supervision and cards"));
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
        const Card card = addCard(words::ofReason(each->reason));
        if (each->open()) {
            addAct(card, shown, ActionId::answerSupervision);
            addAct(card, shown, ActionId::decideSupervision);
        }
        card.head->addWidget(chip(words::of(each->level), each->open() ? lightOf(each->level) : Light::grey));
        card.head->addWidget(chip(words::of(each->state), each->open() ? Light::amber : Light::grey));
        QStringList names;
        for (const UnitCode& unit : each->units) {
            names << shown.directory.unitName(unit);
        }
        QString whom = names.join(tr(", "));
        if (each->due && each->open()) {
            whom += tr(" · due %1").arg(momentText(*each->due, shown.now, shown.offset));
        }
        addLine(card, whom);
        addLine(card, each->answer.empty() ? QString() : tr("Answer: %1").arg(q(each->answer)));
        addLine(card, words::ofReason(each->opinion));
    }
}

void TicketSides::showPromises(const Shown& shown) {
    const auto& all = shown.ticket.promises;
    if (all.empty()) {
        return;
    }
    addTitle(tr("Promises"));
    for (const domain::Promise& each : all) {
        const Card card = addCard(q(each.text));
        const bool late = !each.kept && each.due < shown.now;
        if (!each.kept) {
            addAct(card, shown, ActionId::keepPromise);
        }
        card.head->addWidget(each.kept ? chip(tr("Kept"), Light::green)
                                       : chip(tr("until %1").arg(momentText(each.due, shown.now, shown.offset)),
                                              late ? Light::red : Light::amber));
        card.body->addWidget(mutedLabel(shown.directory.userName(each.user)));
    }
}

void TicketSides::showLadder(const Shown& shown) {
    if (!shown.ticket.climb) {
        return;
    }
    const domain::LadderStand& climb = *shown.ticket.climb;
    const domain::Rules& rules = shown.directory.rules();
    addTitle(nameIn(rules.ladders, climb.ladder, shown.chinese));
    const Card card = addCard(levelName(rules, climb.ladder, climb.level, shown.chinese));
    addAct(card, shown, ActionId::holdRound);
    addAct(card, shown, ActionId::escalate);
    card.head->addWidget(climb.over  ? chip(tr("Over"), Light::green)
                         : climb.due ? chip(tr("rises %1").arg(momentText(*climb.due, shown.now, shown.offset)),
                                            *climb.due < shown.now ? Light::red : Light::amber)
                                     : chip(tr("No timer"), Light::grey));
    for (const domain::Round& each : climb.rounds) {
        const QString level = levelName(rules, climb.ladder, each.level, shown.chinese);
        const QString result = each.result.empty()
                                   ? tr("raised")
                                   : resultName(rules, climb.ladder, each.level, each.result, shown.chinese);
        addLine(card, tr("%1  %2: %3").arg(momentText(each.at, shown.now, shown.offset), level, result));
    }
}

void TicketSides::showParts(const Shown& shown) {
    if (shown.ticket.parts.empty()) {
        return;
    }
    addTitle(tr("Parts"));
    for (const domain::Part& part : shown.ticket.parts) {
        const Card card = addCard(tr("%1. %2").arg(part.no).arg(q(part.title)));
        addLine(card, q(part.text));
        bool led = false;
        for (const domain::Assignment& each : shown.ticket.assignments) {
            if (each.part == part.no && each.active()) {
                addLine(card,
                        tr("%1 (%2): %3")
                            .arg(shown.directory.unitName(each.unit), words::of(each.duty), words::of(each.state)));
                led = led || each.duty == domain::Duty::lead;
            }
        }
        if (!led) {
            card.head->addWidget(chip(tr("Nobody leads it"), Light::amber));
        }
    }
}

/// Beside each other once there are two to compare; a single open request stands in the unit's own row.
void TicketSides::showReturns(const Shown& shown) {
    if (shown.ticket.returns.empty()) {
        return;
    }
    addTitle(shown.ticket.arbitration ? tr("Returns: the centre names who has it") : tr("Returns"));
    auto* view = new ReturnsView;
    view->setTicket(shown.ticket, shown.directory, shown.chinese);
    m_rows->addWidget(view);
}

void TicketSides::showLookBacks(const Shown& shown) {
    const auto& all = shown.ticket.lookBacks;
    if (all.empty()) {
        return;
    }
    addTitle(tr("Second looks"));
    for (const domain::LookBack& each : all) {
        const Card card = addCard(words::of(each.outcome));
        card.head->addWidget(each.stillThere ? chip(tr("Still there"), Light::red)
                                             : chip(tr("No longer there"), Light::green));
        addLine(card, q(each.newFact));
        addLine(card, q(each.text));
    }
}

void TicketSides::showForms(const Shown& shown) {
    const domain::Rules& rules = shown.directory.rules();
    for (const domain::FilledForm& filled : shown.ticket.forms) {
        const domain::Form* form = rules.form(filled.form, filled.version);
        addTitle(form == nullptr ? q(filled.form) : nameIn(*form, shown.chinese));
        const Card card = addCard(tr("Version %1").arg(filled.version));
        for (const domain::FormValue& value : filled.values) {
            QString name = q(value.code), text = q(value.value);
            for (const domain::FormField& field :
                 form == nullptr ? std::vector<domain::FormField>{} : form->fieldList) {
                if (field.code == value.code) {
                    name = nameIn(field, shown.chinese);
                    text = valueText(field, value.value, shown.chinese);
                }
            }
            addLine(card, tr("%1: %2").arg(name, text));
        }
    }
}

}  // namespace zhida::ui
