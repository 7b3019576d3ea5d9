// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/messages.h"

#include "app/centre/operations.h"
#include "model/wire/codec.h"
#include "model/wire/record_judge.h"
#include "sync/store/sqlite_server_store.h"
#include "tests/app/centre/scratch_centre.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace zhida::centre {
namespace {

using domain::Message;
using domain::MessageState;
using nlohmann::json;

class MessagesTest : public testing::Test {
protected:
    MessagesTest() {
        m_clock.set(parseIso("2026-03-02T10:00:00+08:00", {480}).value());
        auto opened = sync::SqliteServerStore::open(std::filesystem::path(newCentre(m_scratch)) / "centre.db");
        m_store = std::move(opened.value());
        const json rules{{"centre", {{"name", "c"}, {"region6", "370902"}, {"utcOffsetMinutes", 480}}},
                         {"deadlines", json::array({{{"term", "5wd"}}})},
                         {"callback", {{"quietHours", json::array({json::array({"21:00", "08:00"})})}}},
                         {"messages", {{"signature", "直答"}}}};
        m_store->begin();
        m_store->appendRecord("rules", "rules", rules.dump());
        m_store->commit();
        domain::Ticket ticket = foreignTicket(1);
        ticket.id.uuid = Uuid::fromName("ticket");
        ticket.caller.phone = "13900001111";
        import(ticket);
    }
    void import(const domain::Ticket& ticket) {
        EXPECT_TRUE(Operations(*m_store, m_clock).importTickets({ticket}).ok());
    }
    std::string put(const std::string& name, const std::string& user, const std::string& unit = {}) {
        Message message;
        message.key = domain::messageKey(m_ticket, Uuid::fromName(name).text());
        message.ticket = m_ticket;
        message.toUnit.value = unit;
        message.number = "L1";
        message.text = name;
        message.user.value = user;
        message.at = m_clock.now();
        m_store->begin();
        for (const wire::RecordChange& each : wire::changesOf(message)) {
            m_store->appendRecord(each.kind, each.key, each.body);
        }
        m_store->commit();
        m_clock.advance(1);
        return message.key;
    }
    /// The answer, or the code of the error.
    json ask(const std::string& operation, const json& with = json::object(), const std::string& by = {}) {
        m_store->begin();
        const auto answer = Messages(*m_store, m_clock).run("messages." + operation, with.dump(), UserCode{by});
        answer ? m_store->commit() : m_store->rollback();
        return answer ? json::parse(*answer) : json(answer.error().code);
    }
    Message stored(const std::string& key) {
        return *wire::decode<Message>(m_store->record(domain::kMessageKind, key).value());
    }

    ScratchDirectory m_scratch;
    FakeClock m_clock;
    std::unique_ptr<sync::SqliteServerStore> m_store;
    TicketId m_ticket{Uuid::fromName("ticket")};
};

TEST_F(MessagesTest, TheGatewayTakesThemAndSaysWhatCameOfThem) {
    const std::string first = put("first", "lin");
    const std::string second = put("second", "lin");
    const json waiting = ask("waiting");
    ASSERT_EQ(waiting.size(), 2U) << waiting;
    for (const json& each : waiting) {
        EXPECT_EQ(each["phone"], "13900001111");
        EXPECT_EQ(each["number"], "L1");
        EXPECT_EQ(each["text"], "【直答】" + std::string(each["id"] == first ? "first" : "second"));
    }
    EXPECT_EQ(ask("waiting", {{"limit", 1}}).size(), 1U);
    EXPECT_EQ(ask("settle", {{"id", first}, {"state", "sent"}, {"outcome", "r-77"}})["state"], "sent");
    EXPECT_EQ(ask("settle", {{"id", first}, {"state", "failed"}}), "message.settled");
    EXPECT_EQ(stored(first).outcome, "r-77");
    EXPECT_EQ(stored(first).settledAt, m_clock.now());
    EXPECT_EQ(ask("settle", {{"id", second}, {"state", "failed"}, {"outcome", "空号"}})["state"], "failed");
    EXPECT_TRUE(ask("waiting").empty());
    EXPECT_EQ(ask("retry", {{"id", first}}), "message.settled") << "it has arrived";
    EXPECT_EQ(ask("retry", {{"id", second}})["state"], "waiting");
    EXPECT_EQ(stored(second).outcome, "");
    EXPECT_EQ(ask("waiting").size(), 1U);
}

TEST_F(MessagesTest, TheListNamesNobodysNumber) {
    const std::string first = put("first", "lin");
    put("second", "lin");
    ask("settle", {{"id", first}, {"state", "sent"}});
    const json all = ask("list");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0]["text"], "second") << "the newest first";
    EXPECT_EQ(all.dump().find("13900001111"), std::string::npos);
    ASSERT_EQ(ask("list", {{"state", "sent"}}).size(), 1U);
    EXPECT_EQ(ask("list", {{"state", "sent"}})[0]["id"], first);
}

TEST_F(MessagesTest, WhatCanReachNobodyIsSettledWithItsReason) {
    const std::string lost = put("lost", "", "nowhere");
    put("good", "lin");
    EXPECT_EQ(ask("waiting").size(), 1U);
    EXPECT_EQ(stored(lost).state, MessageState::failed);
    EXPECT_EQ(stored(lost).outcome, "message.noMobile");
}

TEST_F(MessagesTest, WhatNoLongerHoldsIsNotHandedOut) {
    domain::Article article;
    article.key = "health";
    article.title = "t";
    article.answer = "a";
    article.version = 2;
    const auto publish = [&] {
        m_store->begin();
        m_store->appendRecord("article", article.key, wire::encode(article));
        m_store->commit();
    };
    publish();
    const std::string key = put("first", "lin");
    Message message = stored(key);
    message.article = "health";
    message.version = 2;
    m_store->begin();
    m_store->appendRecord(domain::kMessageKind, key, wire::encode(message));
    m_store->commit();
    EXPECT_EQ(ask("waiting").size(), 1U);
    article.version = 3;
    publish();
    EXPECT_EQ(ask("waiting").size(), 0U);
    EXPECT_EQ(stored(key).outcome, "message.outdated");
    article.version = 2;
    article.withdrawn = true;
    publish();
    ask("retry", {{"id", key}});
    EXPECT_EQ(ask("waiting").size(), 0U);
}

TEST_F(MessagesTest, WithoutASignatureNothingIsHandedOut) {
    const std::string first = put("first", "lin");
    m_store->begin();
    m_store->appendRecord("rules", "rules",
                          R"({"centre":{"name":"c","region6":"370902"},"deadlines":[{"term":"5wd"}]})");
    m_store->commit();
    EXPECT_EQ(ask("waiting").size(), 0U);
    EXPECT_EQ(stored(first).state, MessageState::waiting);
}

TEST_F(MessagesTest, TheListGoesOnBehindAnId) {
    std::vector<std::string> keys{put("a", "lin"), put("b", "lin"), put("c", "lin")};
    std::sort(keys.begin(), keys.end());
    std::string after;
    for (const std::string& key : keys) {
        const json next = ask("waiting", {{"limit", 1}, {"after", after}});
        ASSERT_EQ(next.size(), 1U);
        EXPECT_EQ(next[0]["id"], key);
        after = key;
    }
    EXPECT_TRUE(ask("waiting", {{"after", after}}).empty());
}

TEST_F(MessagesTest, WhatARuleSendsToACallerWaitsOutTheQuietHours) {
    const std::string ofRule = put("rule", "");
    const std::string ofPerson = put("person", "lin");
    m_clock.set(parseIso("2026-03-02T22:30:00+08:00", {480}).value());
    const json night = ask("waiting");
    ASSERT_EQ(night.size(), 1U) << night;
    EXPECT_EQ(night[0]["id"], ofPerson) << "the caller has just asked for it";
    m_clock.set(parseIso("2026-03-03T08:00:00+08:00", {480}).value());
    EXPECT_EQ(ask("waiting").size(), 2U);
}

TEST_F(MessagesTest, BadInputIsRefusedByName) {
    const std::string key = put("first", "lin");
    EXPECT_EQ(ask("waiting", json::object(), "admin"), "user.mayNot") << "a desk is given no numbers";
    EXPECT_EQ(ask("settle", {{"id", "x"}, {"state", "sent"}}), "message.unknown");
    EXPECT_EQ(ask("settle", {{"id", key}, {"state", "waiting"}}), "field.value");
    EXPECT_EQ(ask("settle", {{"id", key}}), "field.value");
    EXPECT_EQ(ask("retry", {{"id", "x"}}), "message.unknown");
    EXPECT_EQ(ask("list", {{"state", "x"}}), "field.value");
    EXPECT_EQ(ask("list", {{"limit", 0}}), "field.value");
    EXPECT_EQ(ask("list", {{"limit", "many"}}), "field.type");
    EXPECT_EQ(ask("list", {{"colour", "red"}}), "field.unknown");
    EXPECT_EQ(ask("fly"), "operation.unknown");
    const std::string longWord(1000, 'x');
    ask("settle", {{"id", key}, {"state", "failed"}, {"outcome", longWord}});
    EXPECT_EQ(stored(key).outcome.size(), 200U);
}

}  // namespace
}  // namespace zhida::centre
