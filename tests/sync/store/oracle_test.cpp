// SPDX-License-Identifier: GPL-3.0-or-later
// Random lives of a store against plain maps: after every commit, rollback and reopening both say the same.
#include "model/base/rng.h"
#include "tests/sync/store/store_fixture.h"

#include <algorithm>
#include <map>
#include <set>

namespace zhida::sync {
namespace {

using domain::Ticket;

struct Oracle {
    std::map<TicketId, Ticket> tickets;
    std::map<TicketId, std::vector<std::string>> histories;
    std::map<std::pair<std::string, std::string>, std::string> records;
    std::vector<LogEntry> log;
    std::map<TicketId, Instant> timers;
};

class StoreOracle : public StoreFixture {
protected:
    void registerTicket() {
        const TicketId id{Uuid::v7(Instant{1'700'000'000'000 + m_made}, m_rng)};
        write(
            {registered(id, "工单" + std::to_string(++m_made), m_rng.below(2) == 0 ? "370902100000" : "370911002000")});
    }

    void change() {
        if (m_now.tickets.empty()) {
            return;
        }
        auto it = m_now.tickets.begin();
        std::advance(it, static_cast<std::ptrdiff_t>(m_rng.below(m_now.tickets.size())));
        const Ticket& ticket = it->second;
        switch (m_rng.below(4)) {
            case 0:
                return write({following(
                    ticket, domain::TicketClaimed{
                                {{"ct"}, {"centre"}, Instant{static_cast<std::int64_t>(m_rng.below(1000))}}})});
            case 1:
                return write({following(ticket, domain::TicketReleased{})});
            case 2: {
                domain::TicketDispatched dispatched;
                dispatched.lead.value = "unit" + std::to_string(m_rng.below(3));
                const auto first = following(ticket, dispatched);
                const auto second = following(domain::evolve(ticket, first), domain::AssignmentSigned{dispatched.lead});
                return write({first, second});
            }
            default:
                return write(
                    {following(ticket, domain::NoteAdded{{domain::NoteKind::comment, "记录", {}, {}, {}}, {}, {}})});
        }
    }

    void importOne() {
        Ticket ticket;
        ticket.id.uuid = Uuid::fromName("import " + std::to_string(m_rng.below(20)));
        ticket.title = "来信" + std::to_string(m_rng.below(3));
        const auto known = m_now.tickets.find(ticket.id);
        const auto outcome = store().importTicket(ticket, {"system"}, Instant{5000});
        if (!outcome) {
            EXPECT_EQ(outcome.error().code, "import.workedOn");
            EXPECT_GT(m_now.histories[ticket.id].size(), 1U);
            return;
        }
        if (*outcome == Imported::unchanged) {
            EXPECT_EQ(known->second.title, ticket.title);
            return;
        }
        EXPECT_EQ(*outcome == Imported::added, known == m_now.tickets.end());
        ticket.rev = known == m_now.tickets.end() ? 1 : known->second.rev + 1;
        ticket.updatedAt = Instant{5000};
        domain::Event event;
        event.ticket = ticket.id;
        event.rev = ticket.rev;
        event.user.value = "system";
        event.at = event.occurredAt = Instant{5000};
        event.body = domain::TicketImported{ticket};
        note({event}, ticket);
    }

    void record() {
        const std::string kind = m_rng.below(2) == 0 ? "unit" : "article";
        const std::string key = std::to_string(m_rng.below(6));
        const std::string body = m_rng.below(4) == 0 ? "" : "body" + std::to_string(m_rng.below(3));
        const std::uint64_t seq = store().appendRecord(kind, key, body);
        const auto known = m_now.records.find({kind, key});
        const bool same = known == m_now.records.end() ? body.empty() : known->second == body;
        EXPECT_EQ(seq == 0, same);
        if (same) {
            return;
        }
        LogEntry entry;
        entry.seq = seq;
        entry.isRecord = true;
        entry.kind = kind;
        entry.key = key;
        entry.body = body;
        m_now.log.push_back(entry);
        body.empty() ? void(m_now.records.erase({kind, key})) : void(m_now.records[{kind, key}] = body);
    }

    void write(const std::vector<domain::Event>& events) {
        const auto known = m_now.tickets.find(events.front().ticket);
        const auto before = known == m_now.tickets.end() ? std::nullopt : std::optional(known->second);
        Ticket after = before.value_or(Ticket{});
        for (const auto& event : events) {
            after = domain::evolve(std::move(after), event);
        }
        store().append(events, before, after);
        note(events, after);
        m_now.timers[after.id] = Instant{0};
        const std::uint64_t how = m_rng.below(3);
        if (how > 0) {  // the engine sets it, the scheduler perhaps never
            const auto at =
                how == 1 ? std::nullopt : std::optional(Instant{static_cast<std::int64_t>(m_rng.below(50))});
            store().setTimer(after.id, at);
            at ? void(m_now.timers[after.id] = *at) : void(m_now.timers.erase(after.id));
        }
    }

    void note(const std::vector<domain::Event>& events, const Ticket& after) {
        const auto known = m_now.tickets.find(after.id);
        auto seen = known == m_now.tickets.end() ? std::vector<std::string>{} : domain::scopesOf(known->second);
        for (const auto& event : events) {
            LogEntry entry;
            entry.seq = m_now.log.size() + 1;
            entry.ticket = after.id;
            entry.rev = event.rev;
            entry.body = wire::encode(event);
            entry.scopesBefore = seen;
            entry.scopesAfter = seen = domain::scopesOf(after);
            entry.command = event.command;
            m_now.histories[after.id].push_back(entry.body);
            m_now.log.push_back(entry);
        }
        m_now.tickets[after.id] = after;
    }

    void compare() {
        ASSERT_EQ(store().head(), m_now.log.size());
        compareLog();
        compareTickets({"centre"});
        compareTickets({"centre", "restricted"});
        compareTickets({"hall", "unit:unit1"});
        compareTickets({"region:370911"});
        for (const auto& [id, bodies] : m_now.histories) {
            EXPECT_EQ(store().history(id), bodies);
            EXPECT_EQ(store().ticket(id), m_now.tickets.at(id));
        }
        std::map<std::pair<std::string, std::string>, std::string> records;
        for (RecordRow last;;) {
            const auto page = store().recordsAfter(last, 3, 1000);
            if (page.empty()) {
                break;
            }
            for (const auto& row : page) {
                records[{row.kind, row.key}] = row.body;
                EXPECT_EQ(store().record(row.kind, row.key), row.body);
            }
            last = page.back();
        }
        EXPECT_EQ(records, m_now.records);
        compareTimers();
    }

    void compareLog() {
        std::uint64_t seq = 0;
        for (std::vector<LogEntry> page = store().entriesAfter(0, 7, 500); !page.empty();
             page = store().entriesAfter(seq, 7, 500)) {
            for (const LogEntry& entry : page) {
                const LogEntry& expected = m_now.log.at(seq++);
                EXPECT_EQ(entry.seq, expected.seq);
                EXPECT_EQ(entry.ticket, expected.ticket);
                EXPECT_EQ(entry.kind, expected.kind);
                EXPECT_EQ(entry.key, expected.key);
                EXPECT_EQ(entry.rev, expected.rev);
                EXPECT_EQ(entry.body, expected.body);
                EXPECT_EQ(entry.command, expected.command);
                EXPECT_EQ(entry.scopesBefore, expected.scopesBefore);
                EXPECT_EQ(entry.scopesAfter, expected.scopesAfter);
            }
        }
        EXPECT_EQ(seq, m_now.log.size());
    }

    void compareTickets(const std::vector<std::string>& scopes) {
        std::map<TicketId, std::string> expected;
        for (const auto& [id, ticket] : m_now.tickets) {
            const auto visible = domain::scopesOf(ticket);
            if (std::any_of(scopes.begin(), scopes.end(), [&](const std::string& scope) {
                    return std::find(visible.begin(), visible.end(), scope) != visible.end();
                })) {
                expected[id] = wire::encode(ticket);
            }
        }
        std::map<TicketId, std::string> found;
        TicketId last;
        for (auto page = store().ticketsAfter(scopes, last, 5, 700); !page.empty();
             page = store().ticketsAfter(scopes, last, 5, 700)) {
            for (const SnapshotRow& row : page) {
                EXPECT_LT(last, row.ticket);
                last = row.ticket;
                found[row.ticket] = row.body;
                EXPECT_EQ(row.rev, m_now.tickets.at(row.ticket).rev);
            }
        }
        EXPECT_EQ(found, expected);
        EXPECT_EQ(store().fillSize(scopes), expected.size());
    }

    void compareTimers() {
        std::vector<Timer> expected;
        for (const auto& [ticket, at] : m_now.timers) {
            expected.push_back({at, ticket});
        }
        std::sort(expected.begin(), expected.end());
        std::vector<Timer> found;
        for (auto page = store().timersAfter(kFirstTimer, 3); !page.empty();
             page = store().timersAfter(found.back(), 3)) {
            found.insert(found.end(), page.begin(), page.end());
        }
        EXPECT_EQ(found, expected);
    }

    void step() {
        switch (m_rng.below(6)) {
            case 0:
            case 1:
                return registerTicket();
            case 2:
                return record();
            case 3:
                return importOne();
            default:
                return change();
        }
    }

    SeededRng m_rng{20'251'020};
    Oracle m_now;
    int m_made = 0;
};

TEST_F(StoreOracle, SaysTheSameAfterEveryCommitRollbackAndReopening) {
    for (int round = 0; round < 60; ++round) {
        const Oracle before = m_now;
        store().begin();
        for (std::uint64_t i = 0, count = 1 + m_rng.below(12); i < count; ++i) {
            step();
        }
        if (m_rng.below(4) == 0) {
            store().rollback();
            m_now = before;
        } else {
            store().commit();
        }
        if (m_rng.below(5) == 0) {
            reopen();
        }
        compare();
        ASSERT_FALSE(HasFailure()) << "round " << round;
    }
    EXPECT_TRUE(store().examine().empty());
    EXPECT_GT(m_now.log.size(), 200U);
}

}  // namespace
}  // namespace zhida::sync
