// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/timeline.h"

#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <variant>

namespace zhida::ui {
namespace {

struct TimelineContext {
    const Directory& directory;
    Instant now;
    UtcOffset offset;
    bool chinese;
};

/// Fills what, words, light and icon of an entry; one overload for each kind of event.
class TimelineWriter {
    Q_DECLARE_TR_FUNCTIONS(Timeline)

public:
    TimelineWriter(const TimelineContext& context, TimelineEntry& entry) : m_c(context), m_entry(entry) {}

    void operator()(const domain::TicketRegistered& e) const {
        set(tr("Registered (%1)").arg(words::of(e.facts.channel)), Light::grey, "plus");
    }
    void operator()(const domain::TicketImported& e) const {
        set(tr("Taken over from %1").arg(q(e.ticket.source)), Light::grey, "inbox", q(e.ticket.importNote));
    }
    void operator()(const domain::TicketClaimed& e) const {
        set(tr("Claimed until %1").arg(clockText(e.claim.until, m_c.offset)), Light::grey, "claim");
    }
    void operator()(const domain::TicketReleased& e) const {
        set(e.expired ? tr("The claim ran out") : tr("Released"), Light::grey, "release");
    }
    void operator()(const domain::NoteAdded& e) const {
        QString what = words::of(e.note.kind);
        if (e.reopenedTo) {
            what += tr(", opened again");
        }
        if (!e.about.empty()) {
            what += QStringLiteral(" · ") + words::ofError(Error(e.about));
        }
        set(what, e.note.kind == domain::NoteKind::lateAnswer ? Light::amber : Light::grey, "note", q(e.note.text));
    }
    void operator()(const domain::DirectlyAnswered& e) const {
        const QString source =
            e.answer.article.empty() ? QString() : tr(" with an article (version %1)").arg(e.answer.articleVersion);
        set(tr("Answered on the spot") + source, Light::green, "answer", q(e.answer.text));
    }
    void operator()(const domain::TicketDispatched& e) const {
        QString what = tr("Dispatched to %1").arg(m_c.directory.unitName(e.lead));
        if (!e.assist.empty()) {
            QStringList names;
            for (const UnitCode& each : e.assist) {
                names << m_c.directory.unitName(each);
            }
            what += tr(", assisted by %1").arg(names.join(tr(", ")));
        }
        if (e.due) {
            what += tr(", due %1").arg(momentText(*e.due, m_c.now, m_c.offset));
        }
        set(what, Light::grey, "dispatch", q(e.note));
    }
    void operator()(const domain::AssignmentSigned& e) const {
        set(tr("Signed for by %1").arg(m_c.directory.unitName(e.unit)), Light::grey, "sign");
    }
    void operator()(const domain::ReturnRequested& e) const {
        const QString reason = m_c.directory.returnReason(e.request.reason, m_c.chinese);
        QString text = tr("Basis: %1").arg(q(e.request.basis));
        if (!e.request.text.empty()) {
            text += QLatin1Char('\n') + q(e.request.text);
        }
        set(tr("%1 asks for a return: %2").arg(m_c.directory.unitName(e.unit), reason), Light::amber, "return", text);
    }
    void operator()(const domain::ReturnDecided& e) const {
        QString what = e.approved ? tr("Return approved: %1 has left") : tr("Return rejected: %1 goes on");
        what = what.arg(m_c.directory.unitName(e.unit));
        if (e.mayNotReturn) {
            what += tr(", no further return");
        }
        set(what, e.approved ? Light::grey : Light::amber, "decide", q(e.opinion));
    }
    void operator()(const domain::UnitReplied& e) const {
        QString text = tr("Public answer: %1").arg(q(e.reply.publicText));
        if (!e.reply.internal.empty()) {
            text += QLatin1Char('\n') + tr("Internal record: %1").arg(q(e.reply.internal));
        }
        set(tr("%1 has replied").arg(m_c.directory.unitName(e.unit)), Light::green, "reply", text);
    }
    void operator()(const domain::TicketReviewed& e) const {
        set(e.approved ? tr("Reply approved") : tr("Reply sent back"), e.approved ? Light::green : Light::amber,
            "review", q(e.opinion));
    }
    void operator()(const domain::CalledBack& e) const {
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
    void operator()(const domain::RedoStarted& e) const {
        QString what = tr("To be done again");
        if (e.due) {
            what += tr(", due %1").arg(momentText(*e.due, m_c.now, m_c.offset));
        }
        set(what, Light::red, "redo");
    }
    void operator()(const domain::TicketLinked& e) const {
        set(tr("Linked: %1").arg(words::of(e.link.kind)), Light::grey, "link");
    }

private:
    void set(const QString& what, Light light, const char* icon, const QString& text = {}) const {
        m_entry.what = what;
        m_entry.light = light;
        m_entry.icon = QString::fromLatin1(icon);
        m_entry.words = text;
    }

    const TimelineContext& m_c;
    TimelineEntry& m_entry;
};

}  // namespace

std::vector<TimelineEntry> timelineOf(const std::vector<domain::Event>& history, const Directory& directory,
                                      Instant now, UtcOffset offset, bool chinese) {
    const TimelineContext context{directory, now, offset, chinese};
    std::vector<TimelineEntry> entries;
    for (const domain::Event& event : history) {
        TimelineEntry entry;
        entry.when = momentText(event.at, now, offset);
        entry.who = directory.userName(event.user);
        if (!event.unit.empty()) {
            entry.who += QStringLiteral(" · ") + directory.unitName(event.unit);
        }
        std::visit(TimelineWriter(context, entry), event.body);
        entries.push_back(std::move(entry));
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

}  // namespace zhida::ui
