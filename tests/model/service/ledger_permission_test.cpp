// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/permission.h"
#include "model/domain/roster.h"
#include "tests/model/service/desk_fixture.h"

#include <fstream>
#include <iterator>

namespace zhida::service {
namespace {

class LedgerPermissionTest : public testing::Test {
protected:
    test::ScratchFolder folder;
    FakeCentre centre{1};
    DeskRig desk{folder.file("desk.db"), centre};

    void feed(const std::vector<FeedItem>& items) { desk.ledger->applyFeed(items, {kEpoch, ++m_seq, "chain"}); }
    /// What a thief of the disk would read once the program has ended.
    [[nodiscard]] std::string file() {
        desk.reader.reset();
        desk.ledger.reset();
        std::ifstream data(desk.path, std::ios::binary);
        return {std::istreambuf_iterator<char>(data), {}};
    }

private:
    std::uint64_t m_seq = 0;
};

TEST_F(LedgerPermissionTest, aPlaceOnTheRosterEndsAtMidnightAlsoWithoutALine) {
    desk.enrol(centre);
    const Day today = localDay(desk.clock.now(), UtcOffset{480});
    std::string rules(kRulesText);
    rules.insert(1, R"("rosterRights":[{"code":"hall","zh":"驻场","role":"specialist"}],)");
    domain::RosterEntry entry{"1", UserCode{"di"}, UnitCode{"u1"}, "hall", formatDay(today), formatDay(today), {}};
    feed({recordItem("rules", "rules", rules), recordItem("roster", "1", wire::encode(entry))});
    EXPECT_TRUE(desk.ledger->submit(registration("今天")).ok());
    desk.clock.advance(kDayMs);
    const auto late = desk.ledger->submit(registration("明天"));
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error(), Error("roster.over", {{"until", formatDay(today)}}));
    entry.from = entry.to = formatDay(today.plus(3));
    feed({recordItem("roster", "1", wire::encode(entry))});
    EXPECT_EQ(desk.ledger->submit(registration("后天")).error().code, "roster.notYet");
    feed({recordItem("roster", "1", "")});
    EXPECT_TRUE(desk.ledger->submit(registration("无名册")).ok());
    EXPECT_EQ(desk.ledger->waitingCount(), 2U);
}

TEST_F(LedgerPermissionTest, theQueuesAreThoseOfTheUnitThatTheRosterNames) {
    desk.enrol(centre);
    const Day today = localDay(desk.clock.now(), UtcOffset{480});
    std::string rules(kRulesText);
    rules.insert(1, R"("rosterRights":[{"code":"hall","zh":"驻场","role":"specialist"}],)");
    domain::Ticket ticket;
    ticket.id = TicketId{Uuid::fromName("t")};
    ticket.rev = 1;
    ticket.number = "1";
    ticket.proposedUnit = UnitCode{"elsewhere"};
    const domain::RosterEntry entry{
        "1", UserCode{"di"}, UnitCode{"elsewhere"}, "hall", formatDay(today), formatDay(today), {}};
    feed({ticketItem(ticket)});
    EXPECT_EQ(desk.reader->counts().unitTotal, 0);
    feed({recordItem("rules", "rules", rules), recordItem("roster", "1", wire::encode(entry))});
    EXPECT_EQ(desk.reader->counts().unitTotal, 1);
    desk.reopen();
    feed({leaveItem(ticket.id)});
    EXPECT_EQ(desk.reader->counts().unitTotal, 0);
}

TEST_F(LedgerPermissionTest, aCallerWhoIsTakenAwayIsNowhereInTheFile) {
    desk.enrol(centre);
    domain::Event registered;
    registered.ticket = TicketId{Uuid::fromName("t")};
    registered.rev = 1;
    registered.user = UserCode{"somebody"};
    domain::TicketRegistered body;
    body.facts.title = "加油站";
    body.facts.content = std::string(6000, 'x');  // over several pages
    body.facts.callerName = "曲小满";
    body.facts.callerPhone = "19900007777";
    body.facts.number = "370902";
    registered.body = body;
    feed({eventItem(registered)});
    EXPECT_EQ(desk.reader->lookUp("19900007777", 10).size(), 1U);
    ASSERT_TRUE(desk.ledger->submit({registered.ticket, domain::CommentTicket{"意见"}, {}}).ok());  // a base is kept

    domain::Ticket hidden = domain::masked(domain::evolve({}, registered));
    hidden.rev = 2;
    hidden.secrecy = domain::Secrecy::callerHidden;
    hidden.secret = true;
    feed({ticketItem(hidden)});
    const auto view = desk.reader->ticket("370902");
    ASSERT_TRUE(view);
    EXPECT_FALSE(domain::namesCaller(view->ticket));
    EXPECT_TRUE(view->pending);  // our waiting command stands on the masked base
    EXPECT_TRUE(desk.reader->lookUp("19900007777", 10).empty());
    for (const domain::Event& each : desk.reader->history(registered.ticket)) {
        EXPECT_FALSE(domain::namesCaller(each));
    }
    const std::string bytes = file();
    EXPECT_NE(bytes.find("加油站"), std::string::npos);
    EXPECT_EQ(bytes.find("19900007777"), std::string::npos);
    EXPECT_EQ(bytes.find("曲小满"), std::string::npos);
}

}  // namespace
}  // namespace zhida::service
