// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/centre_intake.h"

#include "model/service/record_overlay.h"
#include "model/sqlite/relaxed_sync.h"
#include "model/wire/codec.h"

namespace zhida::service {
namespace {

/// The oldest copy of a centre that desks can make whole again.
constexpr std::int64_t kSettledKeptMs = 30 * kDayMs;
constexpr std::size_t kDropSlice = 1000;
/// So many tickets of a fill come into the queues at once.
constexpr std::size_t kFillStep = 20'000;

}  // namespace

/// A row of a fill is not older than what the fill is pinned to.
bool CentreIntake::broughtByFill(const TicketId& ticket, std::uint64_t seq) {
    const FillProgress fill = m_file.marks.fill();
    return fill.running && seq <= fill.pinnedSeq && m_file.tickets.isCurrent(ticket);
}

void CentreIntake::applyAnswer(const CentreAnswer& answer) {
    const std::optional<storage::OutboxRow> row = m_file.outbox.find(answer.command);
    if (!row || row->state == storage::OutboxState::refused) {
        return;
    }
    if (answer.seq == 0) {
        m_file.outbox.refuse(answer.command, answer.refusal);
    } else {
        m_file.outbox.accept(answer.command, answer.seq);
        if (!row->aboutRecord() && broughtByFill(row->ticket, answer.seq)) {
            (void)m_file.outbox.land(answer.command);
        }
    }
    noteAnswered({row->ticket, row->recordKind});
}

/// What is shown of a ticket is made anew; of records, whenever somebody reads them.
void CentreIntake::noteAnswered(const storage::Settled& about) {
    m_file.fresh.outbox = true;
    if (!about.recordKind.empty()) {
        m_file.fresh.articles = m_file.fresh.articles || !isSilent(about.recordKind);
        return;
    }
    m_file.shown.touch(about.ticket);
    m_file.fresh.tickets.push_back(about.ticket);
}

void CentreIntake::settle(std::uint64_t seq) {
    for (const storage::Settled& each : m_file.outbox.settle(seq)) {
        noteAnswered(each);
    }
    m_file.outbox.forgetSettled(m_file.clock.now().plus(-kSettledKeptMs));
}

void CentreIntake::startGeneration() {
    const std::int64_t generation = m_file.marks.generation() + 1;
    m_file.marks.setGeneration(generation);
    m_file.setGeneration(generation);
    m_file.marks.meta().setNumber("fill.dropLater", m_file.tickets.empty() ? 0 : 1);
}

void CentreIntake::dropUnfilled() {
    const bool nothingOld = m_file.marks.meta().number("fill.dropLater") == 0;
    for (bool more = !nothingOld; more;) {
        const std::vector<TicketId> old = m_file.tickets.ofOlderGeneration(kDropSlice);
        for (const TicketId& ticket : old) {
            (void)m_file.shown.leave(ticket);
            m_file.tickets.touch(ticket);  // what stays in view is not asked about again
        }
        more = !old.empty();
    }
    if (m_file.records.dropOlderGenerations()) {
        m_file.reference.invalidate();
    }
}

/// The centre may have given the user who is signed in another unit or role, or a place on the roster.
void CentreIntake::followUser() {
    std::optional<DeskSignIn> signIn = m_file.marks.signIn();
    const auto body = signIn ? m_file.records.get("user", signIn->profile.user.value) : std::nullopt;
    const Result<domain::UserProfile> profile = wire::decode<domain::UserProfile>(body.value_or(""));
    if (body && profile && profile->user == signIn->profile.user && !(*profile == signIn->profile)) {
        signIn->profile = *profile;
        m_file.adopt(*signIn);
    } else if (signIn) {
        m_file.followUnit();
    }
}

void CentreIntake::applyFeed(const std::vector<FeedItem>& items, const FeedCursor& cursor,
                             const std::vector<CentreAnswer>& answers) {
    m_file.store([&] {
        m_file.tickets.endBulk();
        for (const CentreAnswer& answer : answers) {
            applyAnswer(answer);
        }
        m_feed.apply(items, false, m_file.fresh);
        if (m_file.fresh.reference) {
            followUser();
        }
        settle(cursor.seq);
        m_file.marks.setCursor(cursor);
    });
}

void CentreIntake::askAgain() {
    m_file.store([&] { m_file.fresh.outbox = m_file.outbox.askAgain(); });
}

void CentreIntake::beginFill(const FillProgress& fill, bool sameHistory) {
    m_file.store([&] {
        m_file.tickets.endBulk();
        if (!sameHistory) {
            distrustHistory();
        }
        startGeneration();
        m_file.marks.setFill(fill);
    });
}

/// Another history, perhaps under the epoch that we know (a centre out of a copy of its file): no answer that we had need be
/// true there. What is shown has what had come by the feed until the fill brings its rows.
void CentreIntake::distrustHistory() {
    m_file.outbox.offerAgain();
    m_file.events.eraseAllOfCentre();
    m_file.fresh.outbox = true;
}

void CentreIntake::applyFillPage(const std::vector<FeedItem>& items, const FillProgress& next) {
    const sqlite::RelaxedSync relaxed(m_file.db());
    m_file.store([&] {
        m_file.tickets.beginBulk();
        m_feed.apply(items, true, m_file.fresh);
        if (m_file.tickets.bulkSize() >= kFillStep) {
            m_file.tickets.endBulk();
        }
        m_file.marks.setFill(next);
    });
}

void CentreIntake::finishFill(const FeedCursor& cursor) {
    m_file.store([&] {
        m_file.tickets.endBulk();
        dropUnfilled();
        followUser();
        settle(cursor.seq);
        m_file.marks.setFill({});
        m_file.marks.setCursor(cursor);
        m_file.fresh.everything = true;
        m_file.fresh.articles = true;
        m_file.fresh.reference = true;
    });
}

void CentreIntake::applyAnswers(const std::vector<CentreAnswer>& answers) {
    m_file.store([&] {
        m_file.tickets.endBulk();
        for (const CentreAnswer& answer : answers) {
            applyAnswer(answer);
        }
        if (!m_file.marks.fill().running) {  // then the cursor would still belong to the history before the fill
            settle(m_file.marks.cursor().seq);
        }
    });
}

void CentreIntake::saveHistory(const TicketId& ticket, const std::vector<std::string>& events) {
    m_file.store([&] {
        for (const std::string& bytes : events) {
            const Result<domain::Event> event = wire::decode<domain::Event>(bytes);
            if (event && event->ticket == ticket) {
                m_file.events.put(ticket, event->rev, bytes);
            }
        }
        m_file.tickets.endBulk();
        m_file.shown.touch(ticket);
        m_file.fresh.tickets.push_back(ticket);
    });
}

}  // namespace zhida::service
