// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/centre_intake.h"

#include "model/wire/codec.h"

#include <sqlite3.h>

namespace zhida::service {
namespace {

constexpr std::size_t kDropSlice = 1000;
/// So many tickets of a fill come into the queues at once.
constexpr std::size_t kFillStep = 20'000;

/// While it lives a commit survives the program, not a power cut: for what the centre still has. Pages and position go
/// together, and the next full commit makes all before it durable too.
class RelaxedSync {
public:
    explicit RelaxedSync(sqlite::Database& database) : m_database(database) {
        m_database.exec("PRAGMA synchronous=NORMAL");
    }
    ~RelaxedSync() { sqlite3_exec(m_database.handle(), "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr); }
    RelaxedSync(const RelaxedSync&) = delete;
    RelaxedSync& operator=(const RelaxedSync&) = delete;

private:
    sqlite::Database& m_database;
};

}  // namespace

void CentreIntake::applyAnswer(const CentreAnswer& answer, std::uint64_t cursor) {
    const std::optional<storage::OutboxRow> row = m_file.outbox.find(answer.command);
    if (!row || row->state == storage::OutboxState::refused) {
        return;
    }
    if (answer.seq == 0) {
        m_file.outbox.refuse(answer.command, answer.refusal);
    } else {
        m_file.outbox.accept(answer.command, answer.seq);
        settle(cursor);
    }
    m_file.shown.touch(row->ticket);
    m_file.fresh.tickets.push_back(row->ticket);
    m_file.fresh.outbox = true;
}

void CentreIntake::settle(std::uint64_t seq) {
    for (const TicketId& ticket : m_file.outbox.settle(seq)) {
        m_file.shown.touch(ticket);
        m_file.fresh.tickets.push_back(ticket);
        m_file.fresh.outbox = true;
    }
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

/// The centre may have given the user who is signed in another unit or role.
void CentreIntake::followUser() {
    std::optional<DeskSignIn> signIn = m_file.marks.signIn();
    const auto body = signIn ? m_file.records.get("user", signIn->profile.user.value) : std::nullopt;
    const Result<domain::UserProfile> profile = wire::decode<domain::UserProfile>(body.value_or(""));
    if (body && profile && profile->user == signIn->profile.user && !(*profile == signIn->profile)) {
        signIn->profile = *profile;
        m_file.adopt(*signIn);
    }
}

void CentreIntake::applyFeed(const std::vector<FeedItem>& items, const FeedCursor& cursor) {
    m_file.store([&] {
        m_file.tickets.endBulk();
        m_feed.apply(items, false, m_file.fresh);
        if (m_file.fresh.reference) {
            followUser();
        }
        settle(cursor.seq);
        m_file.marks.setCursor(cursor);
    });
}

void CentreIntake::beginFill(const FillProgress& fill) {
    m_file.store([&] {
        m_file.tickets.endBulk();
        distrustHistory();
        startGeneration();
        m_file.marks.setFill(fill);
    });
}

/// A fill may be of another history, also under the epoch that we know (a centre out of a copy of its file): no answer that
/// we had need be true there. The centre keeps its answers, so asking again does no harm.
void CentreIntake::distrustHistory() {
    for (const TicketId& ticket : m_file.outbox.waitAgain()) {
        m_file.shown.touch(ticket);
    }
    m_file.events.eraseAllOfCentre();
}

void CentreIntake::applyFillPage(const std::vector<FeedItem>& items, const FillProgress& next) {
    const RelaxedSync relaxed(m_file.db());
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
        // While a fill runs the cursor still belongs to the history before it.
        const std::uint64_t seq = m_file.marks.fill().running ? 0 : m_file.marks.cursor().seq;
        for (const CentreAnswer& answer : answers) {
            applyAnswer(answer, seq);
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
