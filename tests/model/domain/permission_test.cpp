// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/permission.h"

#include "tests/model/domain/every_command.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace zhida::domain {
namespace {

using enum Role;
using test::at;
using test::Office;

constexpr const char* kName = "王小明";
constexpr const char* kPhone = "13800000001";

RegisterTicket appeal(AppealType type, Secrecy secrecy = Secrecy::open, const std::string& target = "") {
    RegisterTicket c;
    c.title = "题";
    c.content = "事由";
    c.appealType = type;
    c.secrecy = secrecy;
    c.targetUnit = {target};
    c.callerName = kName;
    c.callerPhone = c.contactPhone = kPhone;
    c.region = {"370902100000"};
    return c;
}

/// Registered by a call taker and given to szz (lead) and zjj.
struct Given : Office {
    explicit Given(const RegisterTicket& c) {
        act(at(callTaker), c);
        act(at(supervisor), DispatchTicket{{"szz"}, {{"zjj"}}, std::nullopt, ""});
    }
    [[nodiscard]] bool seen(Role role, const char* unit = "centre") const { return maySee(*ticket, at(role, unit)); }
    [[nodiscard]] bool known(Role role, const char* unit = "centre") const {
        return maySeeCaller(*ticket, at(role, unit));
    }
};

TEST(Permission, AnOpenTicketAndItsCallerAreSeenByTheCentreAndTheUnitsThatHaveIt) {
    const Given o(appeal(AppealType::help));
    for (const Role role : {callTaker, dispatcher, callbackAgent, supervisor}) {
        EXPECT_TRUE(o.seen(role) && o.known(role)) << codeOf(role);
    }
    EXPECT_TRUE(o.known(unitHandler, "szz") && o.known(specialist, "zjj"));
    EXPECT_FALSE(o.seen(unitHandler, "wsjk") || o.known(unitHandler, "wsjk"));
    EXPECT_FALSE(o.seen(administrator) || o.known(administrator));
}

TEST(Permission, UnitsHandleAMatterWithoutEverSeeingAHiddenCaller) {
    const Given o(appeal(AppealType::help, Secrecy::callerHidden));
    EXPECT_TRUE(o.seen(unitHandler, "szz") && o.seen(specialist, "zjj"));
    EXPECT_FALSE(o.known(unitHandler, "szz") || o.known(specialist, "zjj"));
    EXPECT_TRUE(o.known(callTaker) && o.known(callbackAgent) && o.known(dispatcher) && o.known(supervisor));
}

TEST(Permission, WhoRegisteredATicketHasBeenToldTheCallerAlready) {
    Office o;
    o.act(at(specialist, "wsjk"), appeal(AppealType::help, Secrecy::callerHidden));
    EXPECT_TRUE(maySeeCaller(*o.ticket, at(specialist, "wsjk")));
    UserProfile colleague = at(specialist, "wsjk");
    colleague.user = {"colleague"};
    EXPECT_TRUE(maySee(*o.ticket, colleague));
    EXPECT_FALSE(maySeeCaller(*o.ticket, colleague));
}

TEST(Permission, ARestrictedTicketIsForSupervisorsItsRegistrarAndTheUnitsItWasGivenTo) {
    const Given o(appeal(AppealType::help, Secrecy::restricted));
    EXPECT_TRUE(o.known(supervisor) && o.known(callTaker));
    UserProfile another = at(callTaker);
    another.user = {"another"};
    EXPECT_FALSE(maySee(*o.ticket, another));
    EXPECT_FALSE(o.seen(dispatcher) || o.seen(callbackAgent) || o.seen(specialist, "wsjk"));
    EXPECT_TRUE(o.seen(unitHandler, "szz") && o.seen(specialist, "zjj"));
    EXPECT_FALSE(o.known(unitHandler, "szz"));  // more secrecy never shows more
}

// 济南条例 §32: 不得将控告、举报材料和来电人信息及有关情况透露或者转交给被控告、举报的单位.
TEST(Permission, TheUnitComplainedAboutNeverSeesTheCaller) {
    Given o(appeal(AppealType::complaint, Secrecy::open, "szz"));
    EXPECT_TRUE(o.seen(unitHandler, "szz"));
    EXPECT_FALSE(o.known(unitHandler, "szz") || o.known(specialist, "szz"));
    EXPECT_TRUE(o.known(unitHandler, "zjj") && o.known(callbackAgent));
    Office hall;
    hall.act(at(specialist, "wsjk"), appeal(AppealType::complaint, Secrecy::open, "wsjk"));
    EXPECT_FALSE(maySeeCaller(*hall.ticket, at(specialist, "wsjk")));  // not even who registered it
}

TEST(Permission, AReportIsNeverSpreadByPlaceOrProposalNorHandedToTheUnitItIsAbout) {
    Office o;
    RegisterTicket report = appeal(AppealType::report, Secrecy::open, "szz");
    report.category = {"12"};
    o.act(at(callTaker), report);
    EXPECT_EQ(o.ticket->proposedUnit.value, "wsjk");
    UserProfile town = at(unitHandler, "szz");
    town.regions = {{"370902100000"}};
    EXPECT_FALSE(maySee(*o.ticket, town));
    EXPECT_FALSE(maySee(*o.ticket, at(specialist, "wsjk")));
    EXPECT_TRUE(maySee(*o.ticket, at(dispatcher)));
    EXPECT_EQ(o.act(at(dispatcher), DispatchTicket{{"szz"}, {}, std::nullopt, ""}), "unit.accused");
    EXPECT_EQ(o.act(at(dispatcher), DispatchTicket{{"zjj"}, {{"szz"}}, std::nullopt, ""}), "unit.accused");
    EXPECT_EQ(o.act(at(dispatcher), SplitTicket{{{"甲", "", {"zjj"}, {}}, {"乙", "", {"szz"}, {}}}}), "unit.accused");
    EXPECT_EQ(o.act(at(dispatcher), DispatchTicket{{"zjj"}, {}, std::nullopt, ""}), "");
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), SignTicket{}), "");
    EXPECT_EQ(o.act(at(unitHandler, "zjj"), SubDispatch{{{"szz"}}}), "unit.accused");
    // What is only a complaint may be answered by the unit itself.
    Office complaint;
    complaint.act(at(callTaker), appeal(AppealType::complaint, Secrecy::open, "szz"));
    EXPECT_EQ(complaint.act(at(dispatcher), DispatchTicket{{"szz"}, {}, std::nullopt, ""}), "");
}

TEST(Permission, TheCallerOfAReportIsForNoUnitUntilTheCentreOpensIt) {
    Given o(appeal(AppealType::report, Secrecy::open, "wsjk"));
    EXPECT_FALSE(o.known(unitHandler, "szz") || o.known(specialist, "zjj"));
    EXPECT_EQ(o.act(at(supervisor), SetSecrecy{Secrecy::open, "承办需要联系"}), "");
    EXPECT_TRUE(o.known(unitHandler, "szz") && o.known(specialist, "zjj"));
    EXPECT_EQ(o.act(at(supervisor), SetSecrecy{Secrecy::open, "再次"}), "ticket.nothingAmended");
    EXPECT_EQ(o.act(at(supervisor), SetSecrecy{Secrecy::callerHidden, "举报人要求"}), "");
    EXPECT_FALSE(o.known(unitHandler, "szz"));
    AmendTicket target{"核对"};
    target.targetUnit = {"zjj"};
    o.act(at(supervisor), SetSecrecy{Secrecy::open, "承办需要联系"});
    EXPECT_EQ(o.act(at(dispatcher), target), "");
    EXPECT_FALSE(o.known(specialist, "zjj"));  // named later: from then on not any more
    EXPECT_TRUE(o.known(unitHandler, "szz"));
}

TEST(Permission, MoreSecrecyNeverShowsMore) {
    constexpr std::array kLevels{Secrecy::open, Secrecy::callerHidden, Secrecy::restricted};
    for (const AppealType type : {AppealType::help, AppealType::complaint, AppealType::report}) {
        for (const char* target : {"", "szz", "wsjk"}) {
            Office o;
            o.act(at(callTaker), appeal(type, Secrecy::open, target));
            o.dispatchTo(std::string(target) == "szz" ? "zjj" : "szz");
            for (const auto& [role, code] : EnumCodes<Role>::kTable) {
                for (const char* unit : {"centre", "szz", "zjj", "wsjk"}) {
                    bool saw = true;
                    bool knew = true;
                    for (const Secrecy level : kLevels) {
                        o.ticket->secrecy = level;
                        o.ticket->secret = level != Secrecy::open;
                        const bool sees = maySee(*o.ticket, at(role, unit));
                        const bool knows = maySeeCaller(*o.ticket, at(role, unit));
                        EXPECT_FALSE((sees && !saw) || (knows && !knew) || (knows && !sees)) << code << " " << unit;
                        saw = sees;
                        knew = knows;
                    }
                }
            }
        }
    }
}

TEST(Permission, EqualVeilsMeanThatTheSamePeopleMaySeeTheCaller) {
    std::vector<Ticket> tickets;
    for (const AppealType type : {AppealType::help, AppealType::report}) {
        for (const Secrecy level : {Secrecy::open, Secrecy::callerHidden}) {
            for (const char* target : {"", "szz", "zjj"}) {
                for (const bool opened : {false, true}) {
                    Office o;
                    o.act(at(callTaker), appeal(type, level, target));
                    o.ticket->callerOpened = opened;
                    o.ticket->assignments.emplace_back().unit = {"szz"};
                    tickets.push_back(*o.ticket);
                }
            }
        }
    }
    for (const Ticket& a : tickets) {
        EXPECT_EQ(veilsOf(a).empty(), maySeeCaller(a, at(unitHandler, "szz")) && a.targetUnit.empty());
        for (const Ticket& b : tickets) {
            if (veilsOf(a) == veilsOf(b)) {
                EXPECT_EQ(maySeeCaller(a, at(unitHandler, "szz")), maySeeCaller(b, at(unitHandler, "szz")));
            }
        }
    }
}

TEST(Permission, VeilsRideOnTheScopesAndNoUserHasThem) {
    Office o;
    o.act(at(callTaker), appeal(AppealType::complaint, Secrecy::callerHidden, "szz"));
    const auto scopes = scopesOf(*o.ticket);
    for (const std::string& veil : veilsOf(*o.ticket)) {
        EXPECT_TRUE(isVeil(veil));
        EXPECT_NE(std::find(scopes.begin(), scopes.end(), veil), scopes.end());
    }
    for (const auto& [role, code] : EnumCodes<Role>::kTable) {
        for (const std::string& scope : scopesOf(at(role, "szz"))) {
            EXPECT_FALSE(isVeil(scope)) << code;
        }
    }
}

TEST(Permission, WhoMayNotSeeTheCallerMayNotAmendHimEither) {
    Given o(appeal(AppealType::help, Secrecy::callerHidden));
    AmendTicket amend{"核对"};
    amend.callerName = "李四";
    EXPECT_EQ(o.act(at(specialist, "zjj"), amend), "caller.hidden");
    amend.callerName.clear();
    amend.contactPhone = kPhone;
    EXPECT_EQ(o.act(at(specialist, "zjj"), amend), "caller.hidden");
    EXPECT_EQ(o.act(at(callTaker), amend), "");
    amend.contactPhone.clear();
    amend.address = "新地址";
    EXPECT_EQ(o.act(at(specialist, "zjj"), amend), "");
}

/// Every event of a long life, masked one by one, makes the masked ticket: a desk works on a masked base without knowing more.
TEST(Masking, AndEvolvingMayChangePlaces) {
    Office o;
    o.other.emplace();
    o.other->id = TicketId{Uuid::fromName("other")};
    Ticket shown;
    std::size_t named = 0;
    const auto follow = [&](std::size_t from) {
        for (std::size_t i = from; i < o.log.size(); ++i) {
            named += namesCaller(o.log[i]) ? 1U : 0U;
            EXPECT_FALSE(namesCaller(masked(o.log[i])));
            shown = evolve(std::move(shown), masked(o.log[i]));
        }
        EXPECT_EQ(shown, masked(*o.ticket));
    };
    o.act(at(callTaker), appeal(AppealType::complaint));
    AmendTicket amend{"核对"};
    amend.callerName = "李四";
    amend.contactPhone = "13900000002";
    EXPECT_EQ(o.act(at(dispatcher), amend), "");
    EXPECT_EQ(o.act(at(dispatcher), UndoCommand{o.log.back().command}), "");
    follow(0);
    EXPECT_EQ(named, 3U);
    for (int round = 0; round < 3; ++round) {
        for (const auto& bodies : {test::everyCommand(o), test::moreCommands(o)}) {
            for (const TicketCommand& body : bodies) {
                const std::size_t before = o.log.size();
                for (const UserProfile& who :
                     {at(callTaker), at(dispatcher), at(supervisor), at(callbackAgent), at(unitHandler, "szz")}) {
                    if (o.act(who, body).empty()) {
                        break;
                    }
                }
                follow(before);
            }
        }
    }
    EXPECT_GT(o.log.size(), 15U);
}

TEST(Masking, TakesTheCallerOutOfEveryEventThatNamesHim) {
    Office o;
    o.act(at(callTaker), appeal(AppealType::help));
    Event event = o.log.front();
    ASSERT_TRUE(namesCaller(event));
    for (const EventBody& body :
         {EventBody(TicketImported{*o.ticket}), EventBody(Undone{event.command, *o.ticket}),
          EventBody(FactsAmended{AmendTicket{"r", "", "", {}, {}, {}, {}, "", {}, kName, kPhone}}), event.body}) {
        event.body = body;
        EXPECT_TRUE(namesCaller(event)) << nameOf(body);
        EXPECT_FALSE(namesCaller(masked(event))) << nameOf(body);
    }
    event.body = TicketClaimed{};
    EXPECT_FALSE(namesCaller(event));
    EXPECT_EQ(masked(event), event);
}

}  // namespace
}  // namespace zhida::domain
