// SPDX-License-Identifier: GPL-3.0-or-later
// The way from registration to close.
#include "ui/presenters/timeline_writer.h"

#include "ui/support/coded.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QStringList>

namespace zhida::ui {
namespace {

/// Two paragraphs, either of which may be empty.
QString both(const QString& first, const QString& second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + QLatin1Char('\n') + second;
}

}  // namespace

void TimelineWriter::set(const QString& what, Light light, const char* icon, const QString& text) const {
    m_entry.what = what;
    m_entry.light = light;
    m_entry.icon = QString::fromLatin1(icon);
    m_entry.words = text;
}

QString TimelineWriter::dueText(const std::optional<Instant>& due) const {
    return due ? tr(", due %1").arg(momentText(*due, m_c.now, m_c.offset)) : QString();
}

QString TimelineWriter::unitNames(const std::vector<UnitCode>& units) const {
    QStringList names;
    for (const UnitCode& each : units) {
        names << m_c.directory.unitName(each);
    }
    return names.join(tr(", "));
}

void TimelineWriter::operator()(const domain::TicketRegistered& e) const {
    set(tr("Registered (%1)").arg(words::of(e.facts.channel)), Light::grey, "plus");
}

void TimelineWriter::operator()(const domain::TicketImported& e) const {
    set(tr("Taken over from %1").arg(q(e.ticket.source)), Light::grey, "inbox", q(e.ticket.importNote));
}

void TimelineWriter::operator()(const domain::TicketClaimed& e) const {
    set(tr("Claimed until %1").arg(clockText(e.claim.until, m_c.offset)), Light::grey, "claim");
}

void TimelineWriter::operator()(const domain::TicketReleased& e) const {
    set(e.expired ? tr("The claim ran out") : tr("Released"), Light::grey, "release");
}

void TimelineWriter::operator()(const domain::NoteAdded& e) const {
    QString what = words::of(e.note.kind);
    if (e.reopenedTo) {
        what += tr(", opened again");
    }
    if (!e.about.empty()) {
        what += QStringLiteral(" · ") + words::ofError(Error(e.about));
    }
    set(what, e.note.kind == domain::NoteKind::lateAnswer ? Light::amber : Light::grey, "note", q(e.note.text));
}

void TimelineWriter::operator()(const domain::DirectlyAnswered& e) const {
    const QString source =
        e.answer.article.empty() ? QString() : tr(" with an article (version %1)").arg(e.answer.articleVersion);
    set(tr("Answered on the spot") + source, Light::green, "answer", q(e.answer.text));
}

void TimelineWriter::operator()(const domain::TicketDispatched& e) const {
    QString what = tr("Dispatched to %1").arg(m_c.directory.unitName(e.lead));
    if (!e.assist.empty()) {
        what += tr(", assisted by %1").arg(unitNames(e.assist));
    }
    what += dueText(e.due);
    const QString basis = e.basis.empty() ? QString() : tr("Named by the centre, basis: %1").arg(q(e.basis));
    set(what, Light::grey, "dispatch", both(basis, q(e.note)));
}

void TimelineWriter::operator()(const domain::AssignmentSigned& e) const {
    set(tr("Signed for by %1").arg(m_c.directory.unitName(e.unit)), Light::grey, "sign");
}

void TimelineWriter::operator()(const domain::ReturnRequested& e) const {
    const QString reason = nameIn(m_c.directory.rules().returnReasons, e.request.reason, m_c.chinese);
    const QString text = both(tr("Basis: %1").arg(q(e.request.basis)), q(e.request.text));
    set(tr("%1 asks for a return: %2").arg(m_c.directory.unitName(e.unit), reason), Light::amber, "return", text);
}

void TimelineWriter::operator()(const domain::ReturnDecided& e) const {
    QString what = e.approved ? tr("Return approved: %1 has left") : tr("Return rejected: %1 goes on");
    what = what.arg(m_c.directory.unitName(e.unit));
    if (e.mayNotReturn) {
        what += tr(", no further return");
    }
    set(what, e.approved ? Light::grey : Light::amber, "decide", q(e.opinion));
}

void TimelineWriter::operator()(const domain::UnitReplied& e) const {
    const QString internal = q(e.reply.internal);
    const QString text = both(tr("Public answer: %1").arg(q(e.reply.publicText)),
                              internal.isEmpty() ? internal : tr("Internal record: %1").arg(internal));
    set(tr("%1 has replied").arg(m_c.directory.unitName(e.unit)), Light::green, "reply", text);
}

void TimelineWriter::operator()(const domain::TicketReviewed& e) const {
    set(e.approved ? tr("Reply approved") : tr("Reply sent back"), e.approved ? Light::green : Light::amber, "review",
        q(e.opinion));
}

void TimelineWriter::operator()(const domain::CalledBack& e) const {
    if (!e.record.connected) {
        set(tr("Called back: no answer"), Light::amber, "callback", q(e.record.opinion));
        return;
    }
    const bool good = e.state == domain::TicketState::closed;
    const QString solved = e.record.solved ? words::of(*e.record.solved) : QString();
    const QString satisfied = e.record.satisfied ? words::of(*e.record.satisfied) : QString();
    set(tr("Called back: %1, %2").arg(solved, satisfied), good ? Light::green : Light::red, "callback",
        q(e.record.opinion));
}

void TimelineWriter::operator()(const domain::RedoStarted& e) const {
    const QString what = e.toCentre ? tr("To be dispatched and done again") : tr("To be done again");
    set(what + dueText(e.due), Light::red, "redo", q(e.reason));
}

void TimelineWriter::operator()(const domain::TicketLinked& e) const {
    set(tr("Linked: %1").arg(words::of(e.link.kind)), Light::grey, "link");
}

}  // namespace zhida::ui
