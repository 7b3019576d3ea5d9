// SPDX-License-Identifier: GPL-3.0-or-later
// Requests, supervision, joining, ladders, promises, the ends.
#include "ui/presenters/timeline_writer.h"
#include "ui/support/coded.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QStringList>

namespace zhida::ui {

void TimelineWriter::operator()(const domain::TicketMoved& e) const {
    const QString text = q(e.text);
    switch (e.state) {
        case domain::TicketState::needInfo:
            return set(tr("Information is missing"), Light::amber, "info", text);
        case domain::TicketState::transferred:
            return set(tr("Passed to %1").arg(nameIn(m_c.directory.rules().emergencyNumbers, e.emergency, m_c.chinese)),
                       Light::red, "phone-in", text);
        case domain::TicketState::withdrawn:
            return set(tr("Withdrawn by the caller"), Light::grey, "close", text);
        case domain::TicketState::invalid:
            return set(e.reason == "harass" ? tr("Marked as harassment") : tr("Marked as not valid"), Light::grey,
                       "close", text);
        case domain::TicketState::lookback:
            return set(tr("A second look began"), Light::amber, "eye", text);
        case domain::TicketState::archived:
            return set(tr("Archived"), Light::grey, "lock", text);
        case domain::TicketState::closed:
            return set(tr("Closed without a callback"), Light::green, "check", text);
        default:
            return set(words::of(e.state), Light::grey, "note", text);
    }
}

void TimelineWriter::operator()(const domain::FactsAmended& e) const {
    QStringList names;
    const auto changed = [&names](bool is, const char* field) {
        if (is) {
            names << words::ofField(field);
        }
    };
    changed(!e.facts.title.empty(), "title");
    changed(!e.facts.content.empty(), "content");
    changed(e.facts.appealType.has_value(), "appealType");
    changed(e.facts.urgency.has_value(), "urgency");
    changed(!e.facts.category.empty(), "category");
    changed(!e.facts.region.empty(), "region");
    changed(!e.facts.address.empty(), "address");
    changed(!e.facts.targetUnit.empty(), "targetUnit");
    changed(!e.facts.callerName.empty(), "callerName");
    changed(!e.facts.contactPhone.empty(), "contactPhone");
    set(tr("Amended: %1").arg(names.join(tr(", "))) + dueText(e.due), Light::grey, "note", q(e.facts.reason));
}

void TimelineWriter::operator()(const domain::RequestMade& e) const {
    const domain::Request& asked = e.request;
    QString what = tr("%1 asked for").arg(words::of(asked.kind));
    if (asked.kind == domain::RequestKind::extension) {
        what = tr("Extension by %1 asked for").arg(words::of(asked.term));
    } else if (asked.planned) {
        what = tr("Suspension until %1 asked for").arg(momentText(*asked.planned, m_c.now, m_c.offset));
    }
    QStringList text;
    const QString reason = requestReason(m_c.directory.rules(), asked.kind, asked.reason, m_c.chinese);
    if (!reason.isEmpty()) {
        text << (isPetition(asked.kind) ? tr("Basis: %1").arg(reason) : reason);
    }
    if (!asked.text.empty()) {
        text << q(asked.text);
    }
    if (!asked.wording.empty()) {
        text << tr("The caller is told: %1").arg(q(asked.wording));
    }
    set(what, Light::amber, "clock", text.join(QLatin1Char('\n')));
}

void TimelineWriter::operator()(const domain::RequestDecided& e) const {
    using enum domain::RequestState;
    const QString kind = words::of(e.kind);
    switch (e.outcome) {
        case approved: {
            const bool moves = e.kind == domain::RequestKind::extension;
            return set(tr("%1 approved").arg(kind) + (moves ? dueText(e.due) : QString()), Light::green, "decide",
                       q(e.opinion));
        }
        case rejected:
            return set(tr("%1 rejected").arg(kind), Light::amber, "decide", q(e.opinion));
        case takenBack:
            return set(tr("%1: request taken back").arg(kind), Light::grey, "back", q(e.opinion));
        case open:
            return set(tr("%1 reviewed, a supervisor decides").arg(kind), Light::grey, "review", q(e.opinion));
    }
}

void TimelineWriter::operator()(const domain::TicketMerged& e) const {
    set(tr("Merged into another ticket"), Light::grey, "link", q(e.reason));
}

void TimelineWriter::operator()(const domain::TicketUnmerged& e) const {
    set(tr("Taken out of the merge"), Light::grey, "link", q(e.reason));
}

void TimelineWriter::operator()(const domain::TicketUnlinked&) const {
    set(tr("A link was taken out"), Light::grey, "link");
}

void TimelineWriter::operator()(const domain::SecrecySet& e) const {
    set(tr("Secrecy: %1").arg(words::of(e.secrecy)), Light::amber, "lock", q(e.reason));
}

void TimelineWriter::operator()(const domain::FlagSet& e) const {
    const QString flag = words::of(e.flag);
    set(e.on ? tr("Flag set: %1").arg(flag) : tr("Flag taken off: %1").arg(flag), e.on ? Light::amber : Light::grey,
        "tag", q(e.reason));
}

void TimelineWriter::operator()(const domain::TicketSplit& e) const {
    QStringList lines;
    for (const domain::PartShare& part : e.parts) {
        QString line = tr("%1: %2").arg(q(part.title), m_c.directory.unitName(part.lead));
        if (!part.assist.empty()) {
            line += tr(", assisted by %1").arg(unitNames(part.assist));
        }
        lines << line;
    }
    if (!e.note.empty()) {
        lines << q(e.note);
    }
    set(tr("Split into %n part(s)", nullptr, static_cast<int>(e.parts.size())) + dueText(e.due), Light::grey,
        "dispatch", lines.join(QLatin1Char('\n')));
}

void TimelineWriter::operator()(const domain::UnitsAdded& e) const {
    set(tr("%1 dispatched further to %2").arg(m_c.directory.unitName(e.parent), unitNames(e.units)) + dueText(e.due),
        Light::grey, "dispatch", q(e.note));
}

void TimelineWriter::operator()(const domain::ContactLogged& e) const {
    set(e.contact.reached ? tr("The caller was contacted") : tr("The caller was not reached"),
        e.contact.reached ? Light::green : Light::amber, "callback", q(e.contact.text));
}

void TimelineWriter::operator()(const domain::TicketResumed& e) const {
    set(tr("Taken up again") + dueText(e.due), Light::grey, "refresh", q(e.text));
}

void TimelineWriter::operator()(const domain::ArbitrationOpened& e) const {
    set(tr("Arbitration: returned by %1, the centre names who has it").arg(m_c.directory.unitName(e.unit)), Light::red,
        "decide");
}

void TimelineWriter::operator()(const domain::FormFilled& e) const {
    set(tr("Form filled in: %1").arg(nameIn(m_c.directory.rules().forms, e.form.form, m_c.chinese)), Light::grey,
        "draft");
}

void TimelineWriter::operator()(const domain::PromiseMade& e) const {
    set(tr("Promised until %1").arg(momentText(e.promise.due, m_c.now, m_c.offset)), Light::amber, "clock",
        q(e.promise.text));
}

void TimelineWriter::operator()(const domain::PromiseKept& e) const {
    set(tr("Promise %1 was kept").arg(e.promise), Light::green, "check");
}

void TimelineWriter::operator()(const domain::HandedOver& e) const {
    set(tr("Handed over from %1 to %2").arg(m_c.directory.userName(e.from), m_c.directory.userName(e.to)), Light::grey,
        "users", q(e.note));
}

void TimelineWriter::operator()(const domain::TicketUrged& e) const {
    set(e.urge.byCaller ? tr("The caller asks again") : tr("The centre urges"), Light::amber, "warning",
        q(e.urge.text));
}

void TimelineWriter::operator()(const domain::SupervisionOpened& e) const {
    QString what = words::of(e.supervision.level);
    if (!e.supervision.units.empty()) {
        what += tr(" for %1").arg(unitNames(e.supervision.units));
    }
    set(what + dueText(e.supervision.due), lightOf(e.supervision.level), "warning",
        words::ofReason(e.supervision.reason));
}

void TimelineWriter::operator()(const domain::SupervisionMoved& e) const {
    const bool ended = e.state == domain::SupervisionState::done || e.state == domain::SupervisionState::cancelled;
    const QString text = q(e.answer) + words::ofReason(e.opinion);
    if (e.state == domain::SupervisionState::issued) {
        return set(tr("Supervision goes on: the answer was not enough"), Light::amber, "warning", text);
    }
    set(tr("Supervision: %1").arg(words::of(e.state)), ended ? Light::green : Light::grey, "warning", text);
}

void TimelineWriter::operator()(const domain::LookedBack& e) const {
    QStringList text;
    text << (e.record.stillThere ? tr("The matter still exists") : tr("The matter no longer exists"));
    for (const std::string& each : {e.record.newFact, e.record.text}) {
        if (!each.empty()) {
            text << q(each);
        }
    }
    set(tr("Second look: %1").arg(words::of(e.record.outcome)),
        e.record.outcome == domain::LookBackOutcome::upheld ? Light::green : Light::red, "eye",
        text.join(QLatin1Char('\n')));
}

void TimelineWriter::operator()(const domain::Climbed& e) const {
    const domain::Rules& rules = m_c.directory.rules();
    const QString level = levelName(rules, e.ladder, e.level, m_c.chinese);
    if (!e.round) {
        return set(tr("Ladder begun at: %1").arg(level) + dueText(e.due), Light::grey, "up");
    }
    if (e.round->result.empty()) {
        return set(tr("Raised to: %1").arg(level) + dueText(e.due), Light::amber, "up", q(e.round->text));
    }
    const QString held = levelName(rules, e.ladder, e.round->level, m_c.chinese);
    const QString result = resultName(rules, e.ladder, e.round->level, e.round->result, m_c.chinese);
    set(tr("Round at %1: %2").arg(held, result), e.over ? Light::green : Light::amber, "review", q(e.round->text));
}

void TimelineWriter::operator()(const domain::DueMoved& e) const {
    set(tr("Due time counted anew") + dueText(e.due), Light::grey, "clock", words::ofReason(e.reason));
}

void TimelineWriter::operator()(const domain::Undone&) const {
    set(tr("Undone: as it was before"), Light::grey, "back");
}

/// What the gateway said stands under the words that were sent.
void TimelineWriter::write(const domain::Message& message, bool pending) const {
    const QString to = message.toUnit.empty() ? tr("the caller") : m_c.directory.unitName(message.toUnit);
    QString text = q(message.text);
    if (pending) {
        set(tr("Text message to %1: leaves with the next line").arg(to), Light::grey, "send", text);
    } else if (message.state == domain::MessageState::waiting) {
        set(tr("Text message to %1: waits for the gateway").arg(to), Light::amber, "send", text);
    } else if (message.state == domain::MessageState::sent) {
        set(tr("Text message to %1: sent %2").arg(to, momentText(*message.settledAt, m_c.now, m_c.offset)),
            Light::green, "send", text);
    } else {
        const QString why = words::knowsError(message.outcome)
                                ? words::ofError(Error(message.outcome, {{"number", message.number}}))
                                : q(message.outcome);
        set(tr("Text message to %1: not delivered").arg(to), Light::red, "send",
            why.isEmpty() ? text : text + QLatin1Char('\n') + tr("Reason: %1").arg(why));
    }
}

}  // namespace zhida::ui
