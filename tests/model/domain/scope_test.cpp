// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/org.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace zhida::domain {
namespace {

using test::Office;

bool sees(const UserProfile& user, const Ticket& ticket) {
    const auto mine = scopesOf(user);
    const auto its = scopesOf(ticket);
    return std::any_of(mine.begin(), mine.end(),
                       [&its](const std::string& s) { return std::find(its.begin(), its.end(), s) != its.end(); });
}

TEST(Scopes, AWaitingTicketIsSeenByTheHallAndADispatchedOneByItsUnits) {
    const auto taker = Office::person(Role::callTaker);
    const auto health = Office::person(Role::specialist, "wsjk");
    const auto housing = Office::person(Role::specialist, "zjj");
    auto town = Office::person(Role::unitHandler, "szz");
    Office o;
    o.registerOne();
    EXPECT_TRUE(sees(taker, *o.ticket) && sees(health, *o.ticket) && sees(housing, *o.ticket));
    EXPECT_FALSE(sees(town, *o.ticket));
    o.dispatchTo("szz", {{"zjj"}});
    EXPECT_TRUE(sees(taker, *o.ticket) && sees(town, *o.ticket) && sees(housing, *o.ticket));
    EXPECT_FALSE(sees(health, *o.ticket));
    EXPECT_FALSE(sees(Office::person(Role::administrator), *o.ticket));
}

TEST(Scopes, WhoLostARaceSeesWhatBecameOfTheWords) {
    Office o;
    o.registerOne();
    const std::uint64_t seen = o.ticket->rev;
    o.act(Office::person(Role::specialist, "wsjk"), AnswerDirectly{"先到", "", 0, false});
    EXPECT_FALSE(sees(Office::person(Role::specialist, "zjj"), *o.ticket));
    EXPECT_EQ(o.act(Office::person(Role::specialist, "zjj"), AnswerDirectly{"后到", "", 0, false}, seen), "");
    EXPECT_TRUE(sees(Office::person(Role::specialist, "zjj"), *o.ticket));
    // Nobody can write into a ticket that he has never seen.
    EXPECT_EQ(o.act(Office::person(Role::specialist, "cdc"), AnswerDirectly{"猜中编号", "", 0, false}, 0),
              "ticket.wrongState");
}

TEST(Scopes, AreInRisingOrderOnBothSides) {
    Office o;
    o.registerOne(AppealType::consult, "1201");
    auto someone = Office::person(Role::specialist, "wsjk");
    someone.regions = {{"370902100000"}, {"370000000000"}};
    for (const auto& [role, code] : EnumCodes<Role>::kTable) {
        someone.role = role;
        const auto scopes = scopesOf(someone);
        EXPECT_TRUE(std::is_sorted(scopes.begin(), scopes.end())) << code;
    }
    const auto scopes = scopesOf(*o.ticket);
    EXPECT_TRUE(std::is_sorted(scopes.begin(), scopes.end()));
}

TEST(Scopes, ATownshipHoldsItsSubtree) {
    auto town = Office::person(Role::unitHandler, "szz");
    Office o;
    o.registerOne();
    town.regions = {{"370902100000"}};
    EXPECT_TRUE(sees(town, *o.ticket));
    town.regions = {{"370902000000"}};
    EXPECT_TRUE(sees(town, *o.ticket));
    town.regions = {{"370902101000"}};
    EXPECT_FALSE(sees(town, *o.ticket));
    town.regions = {{"3709"}};  // no code of 12 digits
    EXPECT_FALSE(sees(town, *o.ticket));
    EXPECT_EQ(significantPrefix({"370000000000"}), "37");
    EXPECT_EQ(significantPrefix({"370902100203"}), "370902100203");
}

TEST(Scopes, ASecretTicketIsNeverInTheHallOrARegion) {
    Office o;
    o.registerOne();
    o.ticket->secret = true;
    auto town = Office::person(Role::unitHandler, "szz");
    town.regions = {{"370902100000"}};
    EXPECT_FALSE(sees(Office::person(Role::specialist, "wsjk"), *o.ticket));
    EXPECT_FALSE(sees(town, *o.ticket));
    EXPECT_TRUE(sees(Office::person(Role::supervisor), *o.ticket));
}

}  // namespace
}  // namespace zhida::domain
