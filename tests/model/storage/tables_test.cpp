// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/draft_table.h"
#include "model/storage/event_table.h"
#include "model/storage/meta_table.h"
#include "model/storage/migrations.h"
#include "model/storage/outbox_table.h"
#include "model/storage/record_table.h"

#include <gtest/gtest.h>

namespace zhida::storage {
namespace {

class TablesTest : public testing::Test {
protected:
    TablesTest() { EXPECT_TRUE(sqlite::migrate(db, deskMigrations()).ok()); }

    static CommandId command(const std::string& name) { return {Uuid::fromName("command " + name)}; }
    static TicketId ticket(const std::string& name) { return {Uuid::fromName("ticket " + name)}; }

    sqlite::Database db{{}, sqlite::Mode::memory};
};

TEST_F(TablesTest, metaKeepsBytesAndNumbers) {
    MetaTable meta(db);
    EXPECT_EQ(meta.get("a"), std::nullopt);
    EXPECT_EQ(meta.number("a"), 0);
    meta.set("a", std::string_view("x\0y", 3));
    EXPECT_EQ(meta.get("a"), std::string("x\0y", 3));
    meta.setNumber("a", -42);
    EXPECT_EQ(meta.number("a"), -42);
    meta.remove("a");
    EXPECT_EQ(meta.get("a"), std::nullopt);
}

TEST_F(TablesTest, draftsAreOneForEachKeyTheLatestFirst) {
    DraftTable drafts(db);
    drafts.put({"register", "ticket.register/1", "{\"title\":\"a\"}", Instant{1}});
    drafts.put({"reply:1", "ticket.reply/1", "{}", Instant{2}});
    drafts.put({"register", "ticket.register/1", "{\"title\":\"b\"}", Instant{3}});
    ASSERT_EQ(drafts.all().size(), 2U);
    EXPECT_EQ(drafts.all()[0].fields, "{\"title\":\"b\"}");
    drafts.remove("register");
    ASSERT_EQ(drafts.all().size(), 1U);
    EXPECT_EQ(drafts.all()[0].key, "reply:1");
}

TEST_F(TablesTest, aPendingEventGivesWayToTheCentresOwn) {
    EventTable events(db);
    events.put(ticket("1"), 1, "one");
    events.putPending(ticket("1"), 2, "mine");
    EXPECT_EQ(events.of(ticket("1")), (std::vector<std::string>{"one", "mine"}));
    events.put(ticket("1"), 2, "theirs");
    events.putPending(ticket("1"), 2, "mine");
    events.erasePending(ticket("1"));
    EXPECT_EQ(events.of(ticket("1")), (std::vector<std::string>{"one", "theirs"}));
    EXPECT_TRUE(events.hasAllUpTo(ticket("1"), 2));
    EXPECT_FALSE(events.hasAllUpTo(ticket("1"), 3));
    events.erase(ticket("1"));
    EXPECT_TRUE(events.of(ticket("1")).empty());
}

TEST_F(TablesTest, outboxSequenceIsNeverUsedAgain) {
    OutboxTable outbox(db);
    const std::uint64_t first = outbox.add(command("1"), ticket("1"), Instant{1}, "a");
    outbox.remove(command("1"));
    EXPECT_GT(outbox.add(command("2"), ticket("1"), Instant{1}, "b"), first);
    EXPECT_THROW(outbox.add(command("2"), ticket("1"), Instant{1}, "b"), sqlite::Failure) << "one row a command";
}

TEST_F(TablesTest, outboxAnswersMoveCommands) {
    OutboxTable outbox(db);
    for (const char* name : {"1", "2", "3"}) {
        outbox.add(command(name), ticket(name), Instant{7}, name);
    }
    const Error refusal("ticket.claimed", {{"by", "王"}, {"unit", "u1"}});
    outbox.refuse(command("1"), refusal);
    outbox.accept(command("2"), 9);
    EXPECT_EQ(outbox.unansweredCount(), 1U);
    EXPECT_EQ(outbox.refusedCount(), 1U);
    ASSERT_EQ(outbox.unanswered(0, 10).size(), 1U);
    EXPECT_EQ(outbox.unanswered(0, 10)[0].bytes, "3");
    EXPECT_EQ(outbox.find(command("1"))->refusal, refusal);
    EXPECT_TRUE(outbox.settle(8).empty()) << "the feed has not come to 9";
    EXPECT_EQ(outbox.settle(9), (std::vector<Settled>{{ticket("2"), ""}}));
    EXPECT_EQ(outbox.find(command("2"))->state, OutboxState::settled);
    EXPECT_EQ(outbox.all().size(), 2U) << "settled ones are kept for another purpose";
    EXPECT_FALSE(outbox.land(command("1"))) << "a refused one is in nobody's feed";
    EXPECT_TRUE(outbox.ofTicket(ticket("1")).empty());
}

TEST_F(TablesTest, anotherHistoryMakesWhatWasTakenWaitAgain) {
    OutboxTable outbox(db);
    for (const char* name : {"1", "2", "3"}) {
        outbox.add(command(name), ticket(name), Instant{7}, name);
    }
    outbox.accept(command("1"), 5);
    EXPECT_TRUE(outbox.land(command("2")));
    outbox.accept(command("3"), 6);
    EXPECT_EQ(outbox.settle(5).size(), 1U);
    EXPECT_TRUE(outbox.askAgain());
    EXPECT_EQ(outbox.unansweredCount(), 2U) << "the settled one is confirmed";
    EXPECT_FALSE(outbox.askAgain());
    outbox.offerAgain();
    EXPECT_EQ(outbox.unansweredCount(), 3U);
    EXPECT_TRUE(outbox.find(command("2"))->landed) << "what is shown has it until it is shown anew";
    EXPECT_TRUE(outbox.settle(100).empty());
}

TEST_F(TablesTest, whatWasSettledLongAgoIsForgotten) {
    OutboxTable outbox(db);
    for (const std::int64_t at : {7, 8, 9}) {
        outbox.add(command(std::to_string(at)), ticket("1"), Instant{at}, "");
        outbox.accept(command(std::to_string(at)), 5);
    }
    outbox.settle(5);
    outbox.add(command("waits"), ticket("1"), Instant{1}, "");
    outbox.forgetSettled(Instant{8});
    EXPECT_FALSE(outbox.find(command("7")));
    EXPECT_TRUE(outbox.find(command("8")) && outbox.find(command("9")) && outbox.find(command("waits")));
}

TEST_F(TablesTest, recordsTellWhatChangedSince) {
    RecordTable records(db);
    EXPECT_TRUE(records.put("unit", "u1", "one"));
    EXPECT_FALSE(records.put("unit", "u1", "one"));
    EXPECT_TRUE(records.put("unit", "u2", "two"));
    const std::int64_t stamp = records.lastStamp("unit");
    EXPECT_TRUE(records.changedSince("unit", stamp, 10).empty());
    EXPECT_TRUE(records.put("unit", "u1", ""));
    EXPECT_FALSE(records.put("unit", "u9", "")) << "what never was cannot go";
    EXPECT_EQ(records.get("unit", "u1"), std::nullopt);
    ASSERT_EQ(records.changedSince("unit", stamp, 10).size(), 1U);
    EXPECT_EQ(records.changedSince("unit", stamp, 10)[0].key, "u1");
    EXPECT_TRUE(records.put("unit", "u1", "again"));
    EXPECT_EQ(records.get("unit", "u1"), "again");
    EXPECT_EQ(RecordTable(db).lastStamp("unit"), records.lastStamp("unit"));
}

TEST_F(TablesTest, recordsThatAFillDidNotBringAreGone) {
    RecordTable records(db);
    records.put("unit", "u1", "one");
    records.put("unit", "u2", "two");
    records.setGeneration(1);
    records.put("unit", "u2", "two");
    EXPECT_TRUE(records.dropOlderGenerations());
    EXPECT_FALSE(records.dropOlderGenerations());
    std::vector<std::string> left;
    records.each("unit", [&left](std::string_view key, std::string_view) { left.emplace_back(key); });
    EXPECT_EQ(left, std::vector<std::string>{"u2"});
}

}  // namespace
}  // namespace zhida::storage
