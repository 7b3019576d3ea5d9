// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/codec.h"

#include "model/domain/article.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::wire {
namespace {

using domain::test::Office;
using namespace domain;

Ticket fullTicket() {
    Office o;
    o.registerOne(AppealType::help, "1201");
    o.act(Office::person(Role::callTaker), CommentTicket{"备注 𠮷"});
    o.dispatchTo("szz", {{"zjj"}});
    o.act(Office::person(Role::unitHandler, "szz"), SignTicket{});
    o.act(Office::person(Role::unitHandler, "zjj"), RequestReturn{"notOurDuty", "依据", "说明", {"szz"}});
    o.act(Office::person(Role::dispatcher), DecideReturn{false, "不同意", {}, true});
    o.act(Office::person(Role::unitHandler, "szz"), ReplyTicket{"内部", "公开"});
    o.act(Office::person(Role::dispatcher), ReviewTicket{true, ""});
    o.act(Office::person(Role::callbackAgent), CallBack{true, Solved::unsolved, Satisfied::dissatisfied, "不满意"});
    o.ticket->secret = true;
    o.ticket->createdAt = Instant{-5};
    return *o.ticket;
}

TEST(Codec, TicketsEventsAndCommandsRoundTrip) {
    const Ticket ticket = fullTicket();
    const auto back = decode<Ticket>(encode(ticket));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, ticket);
    EXPECT_EQ(encode(*back), encode(ticket));

    Office o;
    o.registerOne();
    o.dispatchTo("szz", {{"zjj"}});
    for (const Event& event : o.log) {
        EXPECT_EQ(*decode<Event>(encode(event)), event);
    }
    Command command;
    command.id = CommandId::make(o.now, o.rng);
    command.body = DispatchTicket{{"szz"}, {{"zjj"}, {"cdc"}}, Instant{1}, "n"};
    EXPECT_EQ(*decode<Command>(encode(command)), command);
}

TEST(Codec, KeepsDefaultsInsideOptionalsAndLists) {
    Ticket ticket;
    ticket.due = Instant{0};
    ticket.notes.resize(2);
    ticket.lastCallback.emplace();
    const auto back = decode<Ticket>(encode(ticket));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, ticket);
    Article article;
    article.keywords = {"", "健康证", ""};
    EXPECT_EQ(*decode<Article>(encode(article)), article);
}

TEST(Codec, KeepsAFalseWhereTrueIsTheDefault) {
    domain::Holiday madeUp{"2025-09-28", "国庆节", false};
    EXPECT_EQ(*decode<domain::Holiday>(encode(madeUp)), madeUp);
    Ticket ticket;
    ticket.lastCallback = domain::CallbackRecord{};
    ticket.lastCallback->connected = false;
    EXPECT_EQ(*decode<Ticket>(encode(ticket)), ticket);
}

TEST(Codec, RefusesATagThatIsCutOff) { EXPECT_FALSE(decode<Ticket>("\xff\xff").ok()); }

TEST(Codec, SkipsFieldsOfANewerPeer) {
    std::string bytes = encode(fullTicket());
    bytes += std::string(
        "\xFA\x7F\x03"
        "new",
        6);                                       // field 2047, length-delimited
    bytes += std::string("\xC0\x7E\x96\x01", 4);  // field 2024, varint
    const auto back = decode<Ticket>(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, fullTicket());
}

TEST(Codec, EveryCutIsRefusedOrAPrefixAndNoBitFlipCrashes) {
    const std::string bytes = encode(fullTicket());
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        const auto cut = decode<Ticket>(std::string_view(bytes).substr(0, n));
        if (cut) {  // ends exactly behind a field: a shorter, well-formed message
            EXPECT_NE(*cut, fullTicket());
        }
    }
    SeededRng rng(3);
    int refused = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string broken = bytes;
        broken[rng.below(broken.size())] ^= static_cast<char>(1U << rng.below(8));
        refused += decode<Ticket>(broken) ? 0 : 1;
    }
    EXPECT_GT(refused, 1000);
}

TEST(Codec, RefusesUnknownEnumsBrokenTextAndDeepNesting) {
    EXPECT_FALSE(decode<Ticket>(std::string("\x20\x63", 2)));      // state 99
    EXPECT_FALSE(decode<Ticket>(std::string("\x4A\x01\xFF", 3)));  // title that is not UTF-8
    EXPECT_FALSE(
        decode<Ticket>(std::string("\x0A\x03"
                                   "abc",
                                   5)));  // an id of three bytes
    EXPECT_FALSE(decode<Ticket>("\x0A"));
    EXPECT_FALSE(decode<Command>(std::string("\x3A\x03\xC2\x0C\x00", 5)));  // command kind 200
}

}  // namespace
}  // namespace zhida::wire
