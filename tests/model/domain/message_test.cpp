// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/message.h"

#include "model/base/utf8.h"
#include "model/domain/decide_article.h"
#include "model/domain/notice.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;

TEST(MessageText, OnlyMobileNumbersAreReached) {
    const std::vector<std::pair<std::string, std::string>> rows{{"13900001111", "13900001111"},
                                                                {"139 0000 1111", "13900001111"},
                                                                {"139-0000-1111", "13900001111"},
                                                                {"+86 139 0000 1111", "13900001111"},
                                                                {"8613900001111", "13900001111"},
                                                                {"008613900001111", "13900001111"},
                                                                {"0538-6211234", ""},
                                                                {"12345", ""},
                                                                {"12900001111", ""},
                                                                {"1390000111", ""},
                                                                {"139000011112", ""},
                                                                {"139+00001111", ""},
                                                                {"１３９００００１１１１", ""},
                                                                {"13900001111转2", ""},
                                                                {"", ""},
                                                                {"+", ""}};
    for (const auto& [phone, number] : rows) {
        EXPECT_EQ(mobileNumber(phone), number) << phone;
    }
    EXPECT_EQ(mobileOf({"", "13900001111", ""}), "13900001111");
    EXPECT_EQ(mobileOf({"", "13900001111", "15000002222"}), "15000002222") << "how he wants to be reached";
    EXPECT_EQ(mobileOf({"", "13900001111", "0538-6211234"}), "13900001111");
    EXPECT_EQ(mobileOf({"", "0538-6211234", ""}), "");
}

ArticleText health() {
    ArticleText article;
    article.title = "健康证办理";
    article.answer = "到卫生院体检，当场取证。";
    article.materials = {"身份证", "一寸照片2张"};
    article.place = "省庄镇卫生院1楼3号窗口";
    article.hours = "工作日8:00-11:30";
    article.phone = "0538-6211234";
    article.timeLimit = "当场";
    article.fee = "免费";
    return article;
}

TEST(MessageText, SaysWhatToBringAndWhereToGo) {
    EXPECT_EQ(messageText(health(), 500),
              "健康证办理\n需带：1.身份证；2.一寸照片2张\n地点：省庄镇卫生院1楼3号窗口\n时间：工作日8:00-11:30\n电话："
              "0538-6211234\n时限：当场\n收费：免费");
    ArticleText bare = health();
    bare.materials.clear();
    bare.place = "  甲楼\n乙室 ";
    bare.hours.clear();
    EXPECT_EQ(messageText(bare, 500),
              "健康证办理\n到卫生院体检，当场取证。\n地点：甲楼 乙室\n电话：0538-6211234\n时限：当场\n收费：免费");
}

TEST(MessageText, WhatIsTooLongLosesTheLeastNeededFirst) {
    const ArticleText article = health();
    const std::size_t whole = utf8::length(messageText(article, 500));
    const std::string shorter = messageText(article, whole - 1);
    EXPECT_EQ(shorter.find("收费"), std::string::npos);
    EXPECT_NE(shorter.find("2.一寸照片"), std::string::npos);
    for (std::size_t most = 70; most <= whole; ++most) {
        const std::string text = messageText(article, most);
        const bool all = text.find("1.身份证；2.一寸照片2张") != std::string::npos;
        EXPECT_TRUE(all || text.find("请来电询问") != std::string::npos) << text << "\nlets him come in vain";
        EXPECT_NE(text.find("3号窗口"), std::string::npos) << text;
    }
    ArticleText bare = article;
    bare.materials.clear();
    EXPECT_NE(messageText(bare, 60).find("…\n地点"), std::string::npos) << messageText(bare, 60);
}

/// Whatever the article and the room: it fits, is whole characters, begins with the title, and names no material that is not
/// followed either by the next or by a word that there are more.
TEST(MessageText, FitsWhateverTheArticle) {
    SeededRng rng(7);
    const std::vector<std::string> pieces{"",   "身份证", "户口簿原件及复印件各一份",
                                          "😀", "a\nb",   std::string(900, 'x')};
    for (int run = 0; run < 2000; ++run) {
        const auto piece = [&] { return pieces[rng.next() % pieces.size()]; };
        ArticleText article;
        article.title = "t" + piece();
        article.answer = piece();
        for (auto n = rng.next() % 12; n > 0; --n) {
            article.materials.push_back("m" + piece());
        }
        article.place = piece();
        article.hours = piece();
        article.phone = piece();
        article.fee = piece();
        const std::size_t most = 20 + rng.next() % 500;
        const std::string text = messageText(article, most);
        ASSERT_LE(utf8::length(text), most);
        ASSERT_TRUE(utf8::isValid(text));
        ASSERT_TRUE(text.starts_with("t"));
    }
}

TEST(MessageText, IsCountedAsTheNetworkCountsIt) {
    const auto han = [](std::size_t count) {
        std::string text;
        while (count-- > 0) {
            text += "字";
        }
        return text;
    };
    const std::vector<std::pair<std::size_t, std::size_t>> rows{{0, 1}, {70, 1}, {71, 2}, {134, 2}, {135, 3}, {500, 8}};
    for (const auto& [length, parts] : rows) {
        EXPECT_EQ(messageParts(han(length)), parts) << length;
    }
    EXPECT_EQ(messageParts(han(68) + "😀"), 1U);
    EXPECT_EQ(messageParts(han(69) + "😀"), 2U) << "a character beyond the first plane is two units";
    EXPECT_EQ(signedText("直答", "好"), "【直答】好");
}

TEST(MessageText, AKeyNamesItsTicket) {
    SeededRng rng(3);
    const TicketId ticket = TicketId::make(Instant{1}, rng);
    const std::string id = Uuid::v7(Instant{2}, rng).text();
    EXPECT_EQ(ticketOfMessage(messageKey(ticket, id)), ticket);
    for (const std::string& key : {std::string(), ticket.text(), ticket.text() + "/", ticket.text() + "/x", "x/" + id,
                                   ticket.text() + "/" + id + "/"}) {
        EXPECT_EQ(ticketOfMessage(key), std::nullopt) << key;
    }
}

class Messages : public testing::Test {
protected:
    Messages() {
        m_office.rules.messages.signature = "泰山12345";
        m_office.registerOne();
        m_office.ticket->caller.phone = "13900001111";
        m_article.key = "health";
        m_article.version = 3;
        m_article.text() = health();
    }
    RecordCommand command(const UserProfile& actor, SendMessage send) {
        RecordCommand c;
        c.id = CommandId::make(m_office.now, m_office.rng);
        c.user = actor.user;
        c.occurredAt = m_office.now;
        c.kind = kMessageKind;
        c.key = messageKey(send.ticket, Uuid::v7(m_office.now, m_office.rng).text());
        c.act = std::move(send);
        return c;
    }
    [[nodiscard]] Context context(const UserProfile& actor) const {
        return {m_office.now, actor, &m_office.rules, &m_office.units};
    }
    Result<Message> send(const UserProfile& actor, SendMessage message) {
        return decideMessage({m_office.ticket, m_article, {}}, command(actor, std::move(message)), context(actor));
    }
    [[nodiscard]] SendMessage words(const std::string& text = "请带身份证") const {
        return {m_office.ticket->id, "", 0, text};
    }
    [[nodiscard]] SendMessage ofArticle(std::uint32_t version = 3) const {
        return {m_office.ticket->id, "health", version, "请带身份证"};
    }
    static std::string code(const Result<Message>& result) { return result ? "" : result.error().code; }

    Office m_office;
    UserProfile m_taker = at(Role::callTaker);
    Article m_article;
};

TEST_F(Messages, AreWrittenDownForTheGateway) {
    const auto message = send(m_taker, ofArticle());
    ASSERT_TRUE(message.ok()) << message.error().code;
    EXPECT_EQ(message->ticket, m_office.ticket->id);
    EXPECT_EQ(message->number, m_office.ticket->number);
    EXPECT_EQ(message->article, "health");
    EXPECT_EQ(message->version, 3U);
    EXPECT_EQ(message->user, m_taker.user);
    EXPECT_EQ(message->unit.value, "centre");
    EXPECT_EQ(message->at, m_office.now);
    EXPECT_EQ(message->state, MessageState::waiting);
    EXPECT_EQ(code(send(m_taker, words())), "") << "words of one's own";
}

TEST_F(Messages, GoOnlyWhereTheyMay) {
    EXPECT_EQ(code(send(at(Role::administrator), words())), "user.mayNot");
    const UserProfile stranger = at(Role::unitHandler, "szz");
    EXPECT_EQ(code(send(stranger, words())), "ticket.outOfScope");
    m_office.dispatchTo("szz");
    EXPECT_EQ(code(send(stranger, words())), "");
    m_office.ticket->secrecy = Secrecy::callerHidden;
    EXPECT_EQ(code(send(stranger, words())), "message.callerHidden");
    EXPECT_EQ(code(send(m_taker, words())), "") << "the centre calls him back as well";
    m_office.ticket->secrecy = Secrecy::restricted;
    EXPECT_EQ(code(send(m_taker, words())), "message.discreet");
    m_office.ticket->secrecy = Secrecy::open;
    m_office.ticket->appealType = AppealType::report;
    EXPECT_EQ(code(send(m_taker, words())), "message.discreet");
    m_office.ticket->appealType = AppealType::consult;
    m_office.ticket->caller.phone = "0538-6211234";
    EXPECT_EQ(code(send(m_taker, words())), "message.noMobile");
    m_office.ticket->caller.contactPhone = "13900001111";
    EXPECT_EQ(code(send(m_taker, words())), "");
    m_office.rules.messages.signature.clear();
    EXPECT_EQ(code(send(m_taker, words())), "message.off");
}

TEST_F(Messages, SayOnlyWhatIsInForce) {
    EXPECT_EQ(code(send(m_taker, ofArticle(2))), "message.changed") << "sent by a desk that was offline";
    m_article.withdrawn = true;
    EXPECT_EQ(code(send(m_taker, ofArticle())), "message.notInForce");
    m_article.withdrawn = false;
    m_article.validTo = "2025-08-19";
    EXPECT_EQ(code(send(m_taker, ofArticle())), "message.notInForce");
    EXPECT_EQ(code(decideMessage({m_office.ticket, {}, {}}, command(m_taker, ofArticle()), context(m_taker))),
              "article.unknown");
    EXPECT_EQ(code(send(m_taker, words(" \n"))), "text.missing");
    const std::size_t room = kMostMessage - utf8::length(signedText("泰山12345", ""));
    EXPECT_EQ(code(send(m_taker, words(std::string(room, 'x')))), "");
    EXPECT_EQ(code(send(m_taker, words(std::string(room + 1, 'x')))), "text.tooLong");
}

TEST_F(Messages, HaveAKeyOfTheirTicketThatWasNeverUsed) {
    RecordCommand one = command(m_taker, words());
    const auto made = decideMessage({m_office.ticket, {}, {}}, one, context(m_taker));
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(code(decideMessage({m_office.ticket, {}, *made}, one, context(m_taker))), "message.key");
    one.key = messageKey(TicketId::make(m_office.now, m_office.rng), Uuid::v7(m_office.now, m_office.rng).text());
    EXPECT_EQ(code(decideMessage({m_office.ticket, {}, {}}, one, context(m_taker))), "message.key");
    EXPECT_EQ(code(decideMessage({{}, {}, {}}, command(m_taker, words()), context(m_taker))), "ticket.unknown");
}

TEST_F(Messages, GoToTheNumberOfTheMomentTheyLeave) {
    const Message message = *send(m_taker, words());
    EXPECT_EQ(*recipientOf(message, &*m_office.ticket, m_office.units), "13900001111");
    m_office.ticket->caller.contactPhone = "15000002222";
    EXPECT_EQ(*recipientOf(message, &*m_office.ticket, m_office.units), "15000002222");
    EXPECT_EQ(recipientOf(message, nullptr, m_office.units).error().code, "ticket.unknown");
    m_office.ticket->secrecy = Secrecy::restricted;
    EXPECT_EQ(recipientOf(message, &*m_office.ticket, m_office.units).error().code, "message.discreet");
    m_office.ticket->secrecy = Secrecy::open;
    m_office.ticket->caller = {};
    EXPECT_EQ(recipientOf(message, &*m_office.ticket, m_office.units).error().code, "message.noMobile");
    Message toUnit = message;
    toUnit.toUnit.value = "szz";
    EXPECT_EQ(recipientOf(toUnit, nullptr, m_office.units).error().code, "message.noMobile");
    for (Unit& each : m_office.units) {
        each.phone = "13700003333";
    }
    EXPECT_EQ(*recipientOf(toUnit, nullptr, m_office.units), "13700003333");
    toUnit.toUnit.value = "gone";
    EXPECT_EQ(recipientOf(toUnit, nullptr, m_office.units).error().code, "message.noMobile") << "disabled";
}

class RuleMessages : public Messages {
protected:
    RuleMessages() {
        const auto rule = [](Notable what, Audience to) {
            return NotificationRule{what, to, NoticeWay::sms, std::string(codeOf(what)) + " {number}", ""};
        };
        m_office.rules.notifications = {
            rule(Notable::dispatched, Audience::lead), rule(Notable::dispatched, Audience::assist),
            rule(Notable::dispatched, Audience::supervisor), rule(Notable::closed, Audience::caller),
            rule(Notable::registered, Audience::caller)};
        for (Unit& each : m_office.units) {
            each.phone = each.code.value == "zjj" ? "0538-6211234" : "13700003333";
        }
    }
    /// "whom:what", of the change from `before` to what there is.
    [[nodiscard]] std::vector<std::string> told(const std::optional<Ticket>& before) const {
        std::vector<std::string> all;
        for (const Message& each : messagesOf(m_office.rules, m_office.units, before ? &*before : nullptr,
                                              *m_office.ticket, m_id, m_office.now)) {
            all.push_back((each.toUnit.empty() ? "caller" : each.toUnit.value) + ":" + each.text);
            EXPECT_TRUE(each.user.empty());
            EXPECT_EQ(ticketOfMessage(each.key), m_office.ticket->id);
        }
        return all;
    }
    using Told = std::vector<std::string>;
    CommandId m_id{Uuid::fromName("the command")};
};

TEST_F(RuleMessages, GoToTheCallerAndToUnitsWithAMobile) {
    const std::string number = m_office.ticket->number;
    EXPECT_EQ(told({}), Told{"caller:registered " + number});
    const auto before = m_office.ticket;
    m_office.dispatchTo("szz", {{"cdc"}, {"zjj"}});
    EXPECT_EQ(told(before), (Told{"szz:dispatched " + number, "cdc:dispatched " + number}));
    EXPECT_EQ(told(m_office.ticket), Told{}) << "nothing has changed";
    Ticket closed = *m_office.ticket;
    closed.state = TicketState::closed;
    const auto open = std::exchange(m_office.ticket, closed);
    EXPECT_EQ(told(open), Told{"caller:closed " + number});
    m_office.ticket->secrecy = Secrecy::restricted;
    EXPECT_EQ(told(open), Told{});
    m_office.ticket->secrecy = Secrecy::open;
    m_office.ticket->caller.phone = "0538-6211234";
    EXPECT_EQ(told(open), Told{});
}

TEST_F(RuleMessages, SayNothingOfReportsAndRestrictedTickets) {
    const auto before = m_office.ticket;
    m_office.dispatchTo("szz");
    ASSERT_EQ(told(before).size(), 1U);
    m_office.ticket->secrecy = Secrecy::restricted;
    EXPECT_EQ(told(before), Told{});
    m_office.ticket->secrecy = Secrecy::open;
    m_office.ticket->appealType = AppealType::report;
    EXPECT_EQ(told(before), Told{});
    Message toUnit;
    toUnit.toUnit.value = "szz";
    EXPECT_EQ(recipientOf(toUnit, &*m_office.ticket, m_office.units).error().code, "message.discreet")
        << "it became one while it waited";
}

TEST_F(RuleMessages, ThankOnlyACallerWhoseMatterWasHandled) {
    const auto open = m_office.ticket;
    for (const auto& [state, code] : EnumCodes<TicketState>::kTable) {
        if (!isOpen(state)) {
            m_office.ticket->state = state;
            EXPECT_EQ(told(open).size(), state == TicketState::closed ? 1U : 0U) << code;
        }
    }
}

TEST_F(RuleMessages, AreNotMadeTwiceAndNotWithoutAGateway) {
    const auto first = messagesOf(m_office.rules, m_office.units, nullptr, *m_office.ticket, m_id, m_office.now);
    const auto again = messagesOf(m_office.rules, m_office.units, nullptr, *m_office.ticket, m_id, m_office.now);
    EXPECT_EQ(first, again);
    ASSERT_EQ(first.size(), 1U);
    m_office.rules.messages.signature.clear();
    EXPECT_TRUE(messagesOf(m_office.rules, m_office.units, nullptr, *m_office.ticket, m_id, m_office.now).empty());
}

TEST_F(RuleMessages, DoNotReachTheUnitComplainedAbout) {
    m_office.rules.notifications = {{Notable::registered, Audience::lead, NoticeWay::sms, "新诉求 {number}", ""}};
    m_office.ticket->proposedUnit.value = "szz";
    EXPECT_EQ(told({}), Told{"szz:新诉求 " + m_office.ticket->number}) << "nobody has it yet: the unit proposed";
    m_office.ticket->targetUnit.value = "szz";
    EXPECT_EQ(told({}), Told{});
}

}  // namespace
}  // namespace zhida::domain
