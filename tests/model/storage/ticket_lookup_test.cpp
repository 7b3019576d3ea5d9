// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/ticket_lookup.h"

#include "model/storage/migrations.h"
#include "model/storage/ticket_table.h"
#include "model/wire/codec.h"
#include "tests/model/storage/fake_centre.h"

#include <gtest/gtest.h>

namespace zhida::storage {
namespace {

using domain::Ticket;

class TicketLookupTest : public testing::Test {
protected:
    static sqlite::Database& migrated(sqlite::Database& database) {
        EXPECT_TRUE(sqlite::migrate(database, deskMigrations()).ok());
        return database;
    }
    void put(const Ticket& ticket) {
        table.put(ticket, wire::encode(ticket));
        table.flush();
    }

    sqlite::Database db{{}, sqlite::Mode::memory};
    TicketTable table{migrated(db), {}};
};

TEST_F(TicketLookupTest, numbersAndPhonesAreFoundByWhatCallersKnow) {
    FakeCentre centre(1);
    centre.step();
    Ticket ticket = centre.tickets.begin()->second;
    ticket.number = "370902251121a70042";
    ticket.caller.phone = "+86 138-0538-1234";
    ticket.caller.contactPhone = "0538-8224567";
    put(ticket);
    Ticket other = ticket;
    other.id = TicketId{Uuid::fromName("other")};
    other.number = "370902251122A70042";
    other.createdAt = ticket.createdAt.plus(kDayMs);
    other.caller = {"", "13905381234", ""};
    put(other);
    const TicketLookup lookup(db);
    const auto found = [&lookup](std::string_view asked) {
        std::vector<TicketId> ids;
        for (const TicketRow& row : lookup.find(asked, 10)) {
            ids.push_back(row.ticket);
        }
        return ids;
    };
    const std::vector<TicketId> both{other.id, ticket.id};
    const std::vector<TicketId> one{ticket.id};
    EXPECT_EQ(found("0042"), both) << "newest first";
    EXPECT_EQ(found(" 370902251121A70042 "), one) << "the whole number, in either case";
    EXPECT_EQ(found("121A70042"), one);
    EXPECT_EQ(found("13805381234"), one);
    EXPECT_EQ(found("5381234"), both) << "the last seven digits";
    EXPECT_EQ(found("8224567"), one);
    EXPECT_EQ(found("05388224567"), one);
    EXPECT_TRUE(found("042").empty()) << "three characters are too few";
    EXPECT_TRUE(found("13705381234").empty()) << "the tail alone does not make it this phone";
    EXPECT_TRUE(found("").empty());
    EXPECT_EQ(lookup.byNumber("370902251121A70042"), ticket.id);
    EXPECT_EQ(lookup.byNumber("0042"), std::nullopt);
    EXPECT_EQ(lookup.find("0042", 1).size(), 1U);
}

TEST(QueuePosition, aPositionIsItsOwnTextAndNothingElse) {
    EXPECT_EQ(QueuePosition::parse((QueuePosition{-5, 7}.text())), (QueuePosition{-5, 7}));
    for (const char* bad : {"", ".", "1.", ".1", "1", "1.2.3", "a.b", "1.2x", " 1.2", "99999999999999999999.1"}) {
        EXPECT_EQ(QueuePosition::parse(bad), std::nullopt) << bad;
    }
}

}  // namespace
}  // namespace zhida::storage
