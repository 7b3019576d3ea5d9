// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_table.h"

#include "model/sqlite/transaction.h"
#include "model/storage/migrations.h"
#include "model/storage/ticket_lookup.h"
#include "model/storage/ticket_queue.h"
#include "model/wire/codec.h"
#include "tests/model/storage/fake_centre.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace zhida::storage {
namespace {

using domain::Ticket;

const QueueOwner kOwner{UserCode{"h1"}, UnitCode{"u1"}};

class TicketTableTest : public testing::Test {
protected:
    void put(const Ticket& ticket) {
        table.put(ticket, wire::encode(ticket));
        table.flush();
    }

    static sqlite::Database& migrated(sqlite::Database& database) {
        EXPECT_TRUE(sqlite::migrate(database, deskMigrations()).ok());
        return database;
    }

    sqlite::Database db{{}, sqlite::Mode::memory};
    TicketTable table{migrated(db), {kOwner, {}}};
    TicketQueue queue{db};
};

/// What the list should hold, written down from the words of the contract and not from the code under test.
bool belongs(const Ticket& t, ListKind kind) {
    const bool open = t.state != domain::TicketState::closed && t.state != domain::TicketState::directAnswered;
    if (kind == ListKind::all) {
        return true;
    }
    if (kind == ListKind::mine) {
        return (t.claim && t.claim->user == kOwner.user) || (open && t.registeredBy == kOwner.user);
    }
    for (const domain::Assignment& each : t.assignments) {
        if (each.unit == kOwner.unit && each.state != domain::AssignmentState::exited) {
            return true;
        }
    }
    return domain::responsibleUnit(t) == kOwner.unit;
}

std::int64_t sortOf(const Ticket& t, ListOrder order) {
    if (order == ListOrder::newest) {
        return -t.createdAt.ms;
    }
    return t.due ? t.due->ms : INT64_MAX;
}

std::vector<const Ticket*> expected(const std::map<TicketId, Ticket>& all, const TicketFilter& filter) {
    std::vector<const Ticket*> list;
    for (const auto& [id, t] : all) {
        const bool wanted = belongs(t, filter.kind) && (!filter.openOnly || domain::isOpen(t.state)) &&
                            (!filter.state || *filter.state == t.state) &&
                            (!filter.appealType || *filter.appealType == t.appealType);
        if (wanted) {
            list.push_back(&t);
        }
    }
    return list;
}

/// Walks the whole list in pages and compares it with the oracle; equal sort keys may come in any order.
void expectList(const TicketQueue& queue, const std::map<TicketId, Ticket>& all, const TicketFilter& filter,
                std::size_t pageSize) {
    std::vector<TicketRow> rows;
    std::optional<QueuePosition> after;
    do {
        const TicketPage page = queue.page(filter, pageSize, after);
        ASSERT_LE(page.rows.size(), pageSize);
        ASSERT_TRUE(!page.next || page.rows.size() == pageSize);
        rows.insert(rows.end(), page.rows.begin(), page.rows.end());
        after = page.next ? QueuePosition::parse(page.next->text()) : std::nullopt;
    } while (after);
    const std::vector<const Ticket*> list = expected(all, filter);
    ASSERT_EQ(rows.size(), list.size());
    std::set<TicketId> seen;
    std::int64_t last = INT64_MIN;
    for (const TicketRow& row : rows) {
        const Ticket& t = all.at(row.ticket);
        EXPECT_TRUE(seen.insert(row.ticket).second) << "twice: " << row.number;
        EXPECT_TRUE(std::find(list.begin(), list.end(), &t) != list.end()) << row.number;
        EXPECT_LE(last, sortOf(t, filter.order));
        last = sortOf(t, filter.order);
        EXPECT_EQ(row.number, t.number);
        EXPECT_EQ(row.title, t.title);
        EXPECT_EQ(row.state, t.state);
        EXPECT_EQ(row.due, t.due);
        EXPECT_EQ(row.createdAt, t.createdAt);
        EXPECT_EQ(row.unit, domain::responsibleUnit(t));
        EXPECT_EQ(row.claimedBy, t.claim ? t.claim->user : UserCode());
        EXPECT_EQ(row.redoCount, t.redoCount);
        EXPECT_EQ(row.secret, t.secret);
    }
}

void expectEveryList(const TicketQueue& queue, const std::map<TicketId, Ticket>& all) {
    std::vector<std::optional<domain::TicketState>> states{std::nullopt};
    for (int state = 1; state <= 9; ++state) {
        states.emplace_back(static_cast<domain::TicketState>(state));
    }
    for (const ListKind kind : {ListKind::all, ListKind::unit, ListKind::mine}) {
        for (const ListOrder order : {ListOrder::newest, ListOrder::due}) {
            for (const auto& state : states) {
                expectList(queue, all, {kind, order, false, state, {}}, 7);
                expectList(queue, all, {kind, order, true, state, domain::AppealType::consult}, 3);
            }
        }
    }
}

void expectCounts(const TicketQueue& queue, const std::map<TicketId, Ticket>& all) {
    const TicketCounts counts = queue.counts();
    for (const ListKind kind : {ListKind::all, ListKind::unit, ListKind::mine}) {
        const auto at = static_cast<std::size_t>(kind);
        const auto open = expected(all, {kind, ListOrder::newest, true, {}, {}}).size();
        const auto total = expected(all, {kind, ListOrder::newest, false, {}, {}}).size();
        EXPECT_EQ(counts.open[at], static_cast<std::int64_t>(open));
        EXPECT_EQ(counts.open[at] + counts.closed[at], static_cast<std::int64_t>(total));
    }
    std::map<domain::TicketState, std::int64_t> byState;
    for (const auto& [id, t] : all) {
        ++byState[t.state];
    }
    EXPECT_EQ(counts.byState, byState);
}

void expectDays(const TicketQueue& queue, const std::map<TicketId, Ticket>& all) {
    std::map<Day, DayCounts> days;
    for (const auto& [id, t] : all) {
        ++days[localDay(t.createdAt, {})].registered;
        if (t.state == domain::TicketState::closed) {
            ++days[localDay(*t.closedAt, {})].closed;
        }
        if (t.state == domain::TicketState::directAnswered) {
            ++days[localDay(*t.closedAt, {})].directAnswered;
        }
    }
    const std::map<Day, DayCounts> kept = queue.days(Day{0}, Day{100'000});
    ASSERT_EQ(kept.size(), days.size());
    for (const auto& [day, counts] : days) {
        EXPECT_EQ(kept.at(day).registered, counts.registered);
        EXPECT_EQ(kept.at(day).closed, counts.closed);
        EXPECT_EQ(kept.at(day).directAnswered, counts.directAnswered);
    }
}

/// Sizes of the tables that hang on the tickets: what is left over nobody would ever see otherwise.
std::int64_t sizeOf(sqlite::Database& db, const std::string& table) {
    sqlite::Statement read = db.prepare("SELECT count(*) FROM " + table);
    return read.step() ? read.integer(0) : -1;
}

TEST_F(TicketTableTest, queuesCountsAndDaysAreThoseOfABruteForceOracle) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        db.exec(
            "DELETE FROM ticket; DELETE FROM membership; DELETE FROM list_count; DELETE FROM day_count;"
            "DELETE FROM number_key; DELETE FROM phone_key; DELETE FROM text_dirty");
        FakeCentre centre(seed);
        for (int step = 0; step < 400; ++step) {
            const std::size_t known = centre.log.size();
            centre.step();
            if (centre.log.size() > known) {
                const Ticket& changed = centre.tickets.at(centre.log.back().ticket);
                table.put(changed, wire::encode(changed));
            }
        }
        table.flush();
        expectEveryList(queue, centre.tickets);
        expectCounts(queue, centre.tickets);
        expectDays(queue, centre.tickets);
    }
}

TEST_F(TicketTableTest, ordersWithEqualKeysArePagedWithoutLossOrDoubling) {
    FakeCentre centre(3);
    std::map<TicketId, Ticket> all;
    while (all.size() < 40) {
        centre.step();
        for (const auto& [id, t] : centre.tickets) {
            Ticket same = t;
            same.createdAt = Instant{1'000'000};
            same.due.reset();
            all[id] = same;
        }
    }
    for (const auto& [id, t] : all) {
        put(t);
    }
    expectEveryList(queue, all);
}

TEST_F(TicketTableTest, erasingEverythingLeavesNothingBehind) {
    FakeCentre centre(5);
    for (int step = 0; step < 300; ++step) {
        centre.step();
    }
    for (const auto& [id, t] : centre.tickets) {
        put(t);
    }
    ASSERT_GT(sizeOf(db, "membership"), 0);
    ASSERT_GT(sizeOf(db, "phone_key"), 0);
    while (!centre.tickets.empty()) {
        const TicketId id = centre.someTicket();
        EXPECT_TRUE(table.erase(id));
        EXPECT_FALSE(table.erase(id));
        centre.tickets.erase(id);
        table.flush();
        expectCounts(queue, centre.tickets);
    }
    for (const char* name : {"ticket", "membership", "number_key", "phone_key"}) {
        EXPECT_EQ(sizeOf(db, name), 0) << name;
    }
    EXPECT_TRUE(queue.days(Day{0}, Day{100'000}).empty());
}

TEST_F(TicketTableTest, aPageGoesOnWhereItEndedWhateverComesOrGoesMeanwhile) {
    FakeCentre centre(8);
    while (centre.tickets.size() < 30) {
        centre.step();
    }
    for (const auto& [id, t] : centre.tickets) {
        put(t);
    }
    const TicketFilter filter;
    const TicketPage whole = queue.page(filter, 1000, std::nullopt);
    const TicketPage first = queue.page(filter, 10, std::nullopt);
    Ticket newer = centre.tickets.at(first.rows[0].ticket);
    newer.id = TicketId{Uuid::fromName("newer")};
    newer.createdAt = newer.createdAt.plus(kDayMs);
    put(newer);
    table.erase(first.rows.back().ticket);  // the very row the position names
    table.flush();
    const TicketPage second = queue.page(filter, 1000, first.next);
    ASSERT_EQ(second.rows.size(), whole.rows.size() - 10);
    for (std::size_t at = 0; at < second.rows.size(); ++at) {
        EXPECT_EQ(second.rows[at].ticket, whole.rows[at + 10].ticket);
    }
}

TEST_F(TicketTableTest, anotherOwnerGetsQueuesAsIfTheyHadAlwaysBeenKept) {
    FakeCentre centre(9);
    TicketTable stranger(db, {{UserCode{"di"}, UnitCode{"u3"}}, {}});
    for (int step = 0; step < 300; ++step) {
        centre.step();
    }
    for (const auto& [id, t] : centre.tickets) {
        stranger.put(t, wire::encode(t));
    }
    stranger.flush();
    table.rebuildQueues(kOwner);
    expectEveryList(queue, centre.tickets);
    expectCounts(queue, centre.tickets);
    expectDays(queue, centre.tickets);
}

TEST_F(TicketTableTest, aRollbackForgetsTheCountsToo) {
    FakeCentre centre(2);
    centre.step();
    const Ticket kept = centre.tickets.begin()->second;
    put(kept);
    {
        const sqlite::Transaction transaction(db);
        Ticket other = kept;
        other.id = TicketId{Uuid::fromName("other")};
        table.put(other, wire::encode(other));
    }
    table.discard();
    table.flush();
    expectCounts(queue, {{kept.id, kept}});
    expectEveryList(queue, {{kept.id, kept}});
}

TEST_F(TicketTableTest, puttingTheSameTicketAgainWritesNothing) {
    FakeCentre centre(2);
    centre.step();
    put(centre.tickets.begin()->second);
    sqlite::Statement total = db.prepare("SELECT total_changes()");
    ASSERT_TRUE(total.step());
    const std::int64_t before = total.integer(0);
    total.reset();
    put(centre.tickets.begin()->second);
    ASSERT_TRUE(total.step());
    EXPECT_EQ(total.integer(0), before);
}

TEST_F(TicketTableTest, aBulkLoadEndsWithTheSameTablesWhateverHappensOnTheWay) {
    FakeCentre centre(6);
    const auto some = [&centre](int steps) {
        std::vector<Ticket> changed;
        for (int step = 0; step < steps; ++step) {
            const std::size_t known = centre.log.size();
            centre.step();
            if (centre.log.size() > known) {
                changed.push_back(centre.tickets.at(centre.log.back().ticket));
            }
        }
        return changed;
    };
    const auto load = [](TicketTable& into, const std::vector<Ticket>& tickets) {
        for (const Ticket& each : tickets) {
            into.put(each, wire::encode(each));
        }
        into.flush();
    };
    load(table, some(60));
    table.beginBulk();
    EXPECT_TRUE(table.inBulk());
    const std::int64_t before = sizeOf(db, "membership");
    const std::size_t tickets = centre.tickets.size();
    load(table, some(120));
    EXPECT_GT(table.bulkSize(), 0U);
    EXPECT_LT(sizeOf(db, "membership") - before, 4 * static_cast<std::int64_t>(centre.tickets.size() - tickets));
    {
        TicketTable restarted(db, {kOwner, {}});
        EXPECT_TRUE(restarted.inBulk());
        load(restarted, some(60));
        const TicketId gone = centre.tickets.rbegin()->first;
        EXPECT_TRUE(restarted.erase(gone));
        centre.tickets.erase(gone);
        restarted.endBulk();
        restarted.flush();
        EXPECT_FALSE(restarted.inBulk());
    }
    expectEveryList(queue, centre.tickets);
    expectCounts(queue, centre.tickets);
    expectDays(queue, centre.tickets);
    const TicketLookup lookup(db);
    for (const auto& [id, t] : centre.tickets) {
        EXPECT_EQ(lookup.byNumber(t.number), id);
    }
    table.discard();
    EXPECT_FALSE(table.inBulk());
    load(table, some(40));
    expectEveryList(queue, centre.tickets);
}

TEST_F(TicketTableTest, whatAFillDidNotBringIsOfAnOlderGeneration) {
    FakeCentre centre(4);
    while (centre.tickets.size() < 6) {
        centre.step();
    }
    for (const auto& [id, t] : centre.tickets) {
        put(t);
    }
    table.setGeneration(1);
    std::set<TicketId> old;
    bool brought = false;
    for (const auto& [id, t] : centre.tickets) {
        brought = !brought;
        if (brought) {
            put(t);
        } else {
            old.insert(id);
        }
    }
    const std::vector<TicketId> found = table.ofOlderGeneration(100);
    EXPECT_EQ(std::set<TicketId>(found.begin(), found.end()), old);
}

}  // namespace
}  // namespace zhida::storage
