// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/sqlite_server_store.h"

#include "sync/store/packing.h"
#include "tests/sync/store/store_fixture.h"

#include <fstream>

namespace zhida::sync {
namespace {

using Store = StoreFixture;
const TicketId kTicket{Uuid::fromName("a ticket")};

TEST_F(Store, KeepsEpochHeadAndChainOverAReopening) {
    EXPECT_EQ(store().head(), 0U);
    EXPECT_EQ(store().chainAt(0), std::string(32, '\0'));
    EXPECT_EQ(store().chainAt(1), "");
    append(store(), registered(kTicket, "一"));
    const std::string chain = store().chainAt(1);
    EXPECT_EQ(chain.size(), 32U);
    reopen();
    EXPECT_EQ(store().epoch(), Uuid::fromName("epoch"));
    EXPECT_EQ(store().head(), 1U);
    EXPECT_EQ(store().chainAt(1), chain);
}

TEST_F(Store, ChainDependsOnEverythingBefore) {
    append(store(), registered(kTicket, "一"));
    store().appendRecord("unit", "a", "same");
    const std::string chain = store().chainAt(2);
    const auto other = SqliteServerStore::create(m_dir / "other.db", Uuid::fromName("epoch"));
    append(**other, registered(kTicket, "二"));
    (*other)->appendRecord("unit", "a", "same");
    EXPECT_NE((*other)->chainAt(2), chain);
}

TEST_F(Store, RollbackTakesEverythingBack) {
    append(store(), registered(kTicket, "一"));
    const std::string chain = store().chainAt(1);
    store().begin();
    const TicketId other{Uuid::fromName("another")};
    const auto event = registered(other, "二", "110101001000");
    store().append({event}, {}, domain::evolve({}, event));
    store().saveAnswer({event.command, 2, {}}, {});
    store().rollback();
    EXPECT_EQ(store().head(), 1U);
    EXPECT_EQ(store().chainAt(1), chain);
    EXPECT_EQ(store().ticketCount(), 1);
    EXPECT_FALSE(store().ticket(other));
    EXPECT_FALSE(store().answer(event.command));
    append(store(), event);
    EXPECT_EQ(store().ticketsAfter({"region:110101"}, {}, 10, 1000).size(), 1U);
    EXPECT_TRUE(store().examine().empty());
}

TEST_F(Store, AnswersAreEqualHoweverOftenAskedFor) {
    const CommandAnswer refused{
        {Uuid::fromName("c1")}, 0, Error("ticket.claimed", {{"by", "王"}, {"until", ""}, {"", "x"}})};
    const CommandAnswer accepted{{Uuid::fromName("c2")}, 77, {}};
    store().begin();
    store().saveAnswer(refused, DeviceId{Uuid::fromName("d")});
    store().saveAnswer(accepted, {});
    store().commit();
    reopen();
    EXPECT_EQ(store().answer(refused.command), refused);
    EXPECT_EQ(store().answer(accepted.command), accepted);
    EXPECT_FALSE(store().answer({Uuid::fromName("c3")}));
}

TEST_F(Store, AnswersASecondTimeAreABug) {
    store().saveAnswer({{Uuid::fromName("c")}, 1, {}}, {});
    EXPECT_THROW(store().saveAnswer({{Uuid::fromName("c")}, 2, {}}, {}), sqlite::Failure);
}

TEST_F(Store, AccountsAndDevicesRoundTrip) {
    Account account;
    account.profile.user.value = "uh01";
    account.profile.role = domain::Role::unitHandler;
    account.profile.regions = {{"370902100000"}};
    account.passwordHash = "$argon2id$x";
    account.disabled = true;
    store().saveAccount(account);
    Device device;
    device.id.uuid = Uuid::fromName("desk");
    device.name = "三号席";
    device.station = "1A";
    device.user.value = device.tokenUser.value = "uh01";
    device.tokenHash = "hash";
    device.tokenUntil = Instant{5};
    device.lastSeen = Instant{6};
    store().saveDevice(device);
    reopen();
    const auto found = store().account({"uh01"});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->profile, account.profile);
    EXPECT_EQ(found->passwordHash, account.passwordHash);
    EXPECT_TRUE(found->disabled);
    EXPECT_FALSE(store().account({"UH01"}));
    const auto same = store().device(device.id);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->name, device.name);
    EXPECT_EQ(same->station, device.station);
    EXPECT_EQ(same->tokenHash, device.tokenHash);
    EXPECT_EQ(same->tokenUntil, device.tokenUntil);
    EXPECT_EQ(same->lastSeen, device.lastSeen);
    device.id.uuid = Uuid::fromName("another desk");
    EXPECT_THROW(store().saveDevice(device), sqlite::Failure) << "a station is leased once";
}

TEST_F(Store, AnImportedTicketIsStoredOnce) {
    domain::Ticket ticket;
    ticket.id = kTicket;
    ticket.content = std::string(50'000, 'x');
    store().begin();
    ASSERT_TRUE(store().importTicket(ticket, {"system"}, Instant{1}).ok());
    store().commit();
    m_store.reset();
    EXPECT_LT(std::filesystem::file_size(file()), 50'000U * 2 + 65'536U);
    reopen();
    EXPECT_EQ(store().ticket(kTicket)->content, ticket.content);
    const auto after = append(store(), following(*store().ticket(kTicket), domain::TicketReleased{}));
    EXPECT_EQ(store().ticket(kTicket), after);
    EXPECT_EQ(store().history(kTicket).size(), 2U);
}

TEST_F(Store, CreateDoesNotTouchAFileThatIsThere) {
    const auto again = SqliteServerStore::create(file(), Uuid::fromName("x"));
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "db.exists");
}

TEST_F(Store, OpenNamesWhatIsWrong) {
    EXPECT_EQ(SqliteServerStore::open(m_dir / "none.db").error().code, "db.missing");
    EXPECT_EQ(SqliteServerStore::openReader(m_dir / "none.db").error().code, "db.missing");
    std::ofstream(m_dir / "text.db") << std::string(5000, 'x');
    EXPECT_EQ(SqliteServerStore::open(m_dir / "text.db").error().code, "db.notADatabase");
    for (int i = 0; i < 20; ++i) {
        store().appendRecord("unit", std::to_string(i), "body");
    }
    m_store.reset();
    sqlite::Database(file(), sqlite::Mode::readWriteCreate).exec("UPDATE log SET body = 'forged' WHERE seq = 15");
    const auto forged = SqliteServerStore::open(file());
    ASSERT_FALSE(forged.ok());
    EXPECT_EQ(forged.error().code, "db.corrupt");
    EXPECT_NE(forged.error().arg("detail").find("15"), std::string::npos);
}

TEST_F(Store, AReaderSeesWhatTheWriterHasCommitted) {
    const auto reader = SqliteServerStore::openReader(file());
    ASSERT_TRUE(reader.ok());
    append(store(), registered(kTicket, "一"));
    EXPECT_TRUE((*reader)->ticket(kTicket));
    EXPECT_EQ((*reader)->history(kTicket).size(), 1U);
    EXPECT_THROW((*reader)->appendRecord("unit", "a", "b"), sqlite::Failure);
}

TEST_F(Store, LimitsHoldAndAlwaysBringSomething) {
    for (int i = 0; i < 5; ++i) {
        store().appendRecord("unit", std::to_string(i), std::string(100, 'x'));
    }
    EXPECT_EQ(store().entriesAfter(0, 3, 1'000'000).size(), 3U);
    EXPECT_EQ(store().entriesAfter(0, 100, 150).size(), 2U);
    EXPECT_EQ(store().entriesAfter(0, 100, 1).size(), 1U);
    EXPECT_TRUE(store().entriesAfter(5, 100, 1000).empty());
    EXPECT_EQ(store().recordsAfter({}, 100, 1).size(), 1U);
}

TEST(Packing, TakesOnlyWhatIsWhole) {
    std::string bytes;
    packing::putVarint(bytes, 300);
    std::string_view view = bytes;
    EXPECT_EQ(packing::takeVarint(view), 300U);
    view = std::string_view(bytes).substr(0, 1);
    EXPECT_FALSE(packing::takeVarint(view));
    const std::vector<std::pair<std::string, std::string>> pairs{{"a", "1"}, {"", std::string(1000, 'y')}};
    const std::string packed = packing::packPairs(pairs);
    EXPECT_EQ(packing::unpackPairs(packed), pairs);
    EXPECT_EQ(packing::unpackPairs(std::string_view(packed).substr(0, packed.size() - 1)).size(), 1U);
}

}  // namespace
}  // namespace zhida::sync
