// SPDX-License-Identifier: GPL-3.0-or-later
// Messages at the centre: what people and rules send goes into the gateway's work list, once, and is kept as long as it may be.
#include "model/domain/record_command.h"
#include "tests/sync/server/engine_fixture.h"

#include <algorithm>

namespace zhida::sync {
namespace {

constexpr std::string_view kRules =
    R"({"centre":{"name":"c","region6":"370902"},"deadlines":[{"term":"5wd"}],"messages":{"signature":"直答"},
        "notifications":[{"when":"dispatched","to":"lead","way":"sms","zh":"新工单 {number}"},
                         {"when":"registered","to":"caller","way":"sms","zh":"已受理 {number}"}]})";

class MessageRecords : public EngineFixture {
protected:
    MessageRecords() {
        put("rules", "rules", std::string(kRules));
        domain::Unit unit;
        unit.code = UnitCode{"unit-a"};
        unit.name = "A";
        unit.phone = "13700003333";
        put("unit", "unit-a", wire::encode(unit));
        remake();
        signIn(1, "taker");
    }
    void put(std::string_view kind, std::string_view key, const std::string& body) {
        store.begin();
        store.appendRecord(kind, key, body);
        store.commit();
    }
    TicketId registered(const std::string& phone = "13900001111") {
        const TicketId id = TicketId::make(clock.now(), rng);
        domain::RegisterTicket body = appeal();
        body.callerPhone = phone;
        push(1, {command("taker", id, body)});
        engine->process();
        return id;
    }
    domain::RecordCommand message(const std::string& user, const TicketId& ticket) {
        domain::RecordCommand out;
        out.id = CommandId::make(clock.now(), rng);
        out.user = UserCode{user};
        out.occurredAt = clock.now();
        out.kind = domain::kMessageKind;
        out.key = domain::messageKey(ticket, Uuid::v7(clock.now(), rng).text());
        out.act = domain::SendMessage{ticket, "", 0, "请带身份证"};
        out.schema = domain::schemaOf(out.act);
        return out;
    }
    std::vector<domain::Message> all() {
        std::vector<domain::Message> found;
        for (const auto& [place, body] : store.records()) {
            if (place.first == domain::kMessageKind && !body.empty()) {
                found.push_back(*wire::decode<domain::Message>(body));
            }
        }
        return found;
    }
    std::ptrdiff_t heard(ConnectionId desk, std::string_view kind) {
        creditAll(desk);
        const auto got = items(desk);
        return std::count_if(got.begin(), got.end(),
                             [kind](const pb::Item& each) { return each.record_kind() == kind; });
    }
};

TEST_F(MessageRecords, AreRefusedWhereTheyReachNobody) {
    const auto send = message("taker", registered("0538-6211234"));
    pushAct(1, send);
    EXPECT_EQ(store.answer(send.id)->refusal.code, "message.noMobile");
    EXPECT_EQ(all().size(), 0U);
}

TEST_F(MessageRecords, OfAPersonWaitForTheGateway) {
    signIn(2, "dispatcher");
    signIn(3, "specialist");
    const TicketId ticket = registered();
    const auto send = message("taker", ticket);
    pushAct(1, send);
    ASSERT_EQ(store.answer(send.id)->refusal.code, "");
    pushAct(1, send);
    const auto made = all();
    ASSERT_EQ(made.size(), 2U) << "his, and the rule's at registration";
    EXPECT_TRUE(std::any_of(made.begin(), made.end(), [](const auto& each) { return each.text == "请带身份证"; }));
    for (const domain::Message& each : made) {
        EXPECT_TRUE(store.record(domain::kMessageQueueKind, each.key));
        EXPECT_EQ(wire::encode(each).find("13900001111"), std::string::npos) << "no telephone";
    }
    EXPECT_EQ(heard(2, domain::kMessageKind), 2);
    EXPECT_EQ(heard(3, domain::kMessageKind), 0);
    for (const ConnectionId desk : {ConnectionId{1}, ConnectionId{2}, ConnectionId{3}}) {
        EXPECT_EQ(heard(desk, domain::kMessageQueueKind), 0);
    }
    signIn(4, "dispatcher");  // a first fill
    std::string filled;
    for (const pb::Frame& frame : desks[4].heard) {
        filled += frame.SerializeAsString();
    }
    EXPECT_NE(filled.find(std::string(domain::kMessageKind)), std::string::npos);
    EXPECT_EQ(filled.find(std::string(domain::kMessageQueueKind)), std::string::npos);
}

TEST_F(MessageRecords, OfARuleGoToTheUnitThatGetsTheTicket) {
    const TicketId ticket = registered("0538-6211234");
    signIn(2, "dispatcher");
    const auto dispatched = command("dispatcher", ticket, dispatchTo("unit-a"), 1);
    push(2, {dispatched});
    engine->process();
    push(2, {dispatched});
    engine->process();
    const auto made = all();
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].toUnit.value, "unit-a");
    EXPECT_TRUE(made[0].user.empty());
    EXPECT_TRUE(made[0].text.starts_with("新工单"));
}

TEST_F(MessageRecords, GoWhenTheyAreOldAlsoThoseThatNobodyTook) {
    registered();
    ASSERT_EQ(all().size(), 1U);
    const std::string key = all()[0].key;
    clock.advance(domain::kMessageDays * kDayMs);
    pass(60'000);
    EXPECT_EQ(all().size(), 1U) << "the last day";
    clock.advance(2 * kDayMs);
    pass(60'000);
    EXPECT_EQ(all().size(), 0U);
    EXPECT_FALSE(store.record(domain::kMessageQueueKind, key));
}

TEST_F(MessageRecords, HaveASchemaThatAnOlderCentreAnswersWithLater) {
    const auto send = message("taker", registered());
    EXPECT_EQ(send.schema, 4U);
    EXPECT_EQ(domain::schemaOf(domain::RecordAct(domain::AskForArticle{})), 3U);
    EXPECT_EQ(domain::schemaOf(domain::RecordAct(domain::CampaignDone{})), 2U);
}

}  // namespace
}  // namespace zhida::sync
