// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/record_command.h"
#include "model/domain/article_life.h"
#include "tests/sync/server/engine_fixture.h"

#include <algorithm>

namespace zhida::sync {
namespace {

class RecordCommandTest : public EngineFixture {
protected:
    RecordCommandTest() {
        addUser("second", domain::Role::unitHandler, "unit-b");
        addUser("chief", domain::Role::supervisor, "centre");
    }
    domain::RecordCommand act(const std::string& user, domain::RecordAct body, const CommandId& base = {}) {
        domain::RecordCommand out;
        out.id = CommandId::make(clock.now(), rng);
        out.user = UserCode{user};
        out.occurredAt = clock.now();
        out.kind = domain::kindOf(body);
        out.key = "health";
        out.act = std::move(body);
        out.schema = domain::schemaOf(out.act);
        out.base = base;
        return out;
    }
    static domain::DraftArticle draft(const std::string& answer) {
        domain::DraftArticle body;
        body.title = "健康证";
        body.answer = answer;
        return body;
    }
    template <class T>
    T stored(std::string_view kind, const std::string& key) {
        return *wire::decode<T>(store.record(kind, key).value());
    }
    std::string refusalOf(const domain::RecordCommand& command) { return store.answer(command.id)->refusal.code; }
    std::size_t tasks() {
        return static_cast<std::size_t>(
            std::count_if(store.records().begin(), store.records().end(),
                          [](const auto& each) { return each.first.first == domain::kArticleTaskKind; }));
    }
    void putArticle(const std::string& key, const std::string& reviewOn) {
        domain::Article article;
        article.key = key;
        article.title = "t";
        article.answer = "a";
        article.unit = UnitCode{"unit-b"};
        article.reviewOn = reviewOn;
        store.begin();
        store.appendRecord("article", key, wire::encode(article));
        store.commit();
    }
};

TEST_F(RecordCommandTest, IsJudgedOnceLoggedWithItsAuthorAndSentToOthers) {
    signIn(1, "specialist");
    signIn(2, "second");
    const auto first = act("specialist", draft("去卫生院"));
    const std::uint64_t before = store.head();
    pushAct(1, first);
    const auto answer = *store.answer(first.id);
    EXPECT_EQ(answer.seq, before + 1);
    const auto life = stored<domain::ArticleLife>(domain::kArticleLifeKind, "health");
    EXPECT_EQ(life.unit.value, "unit-b");
    EXPECT_EQ(life.log.back().user.value, "specialist");
    EXPECT_EQ(life.log.back().at, clock.now());
    const auto heard = items(2);
    EXPECT_TRUE(std::any_of(heard.begin(), heard.end(), [](const pb::Item& each) {
        return each.kind() == pb::Item::RECORD && each.record_kind() == domain::kArticleLifeKind;
    }));
    pushAct(1, first);
    EXPECT_EQ(store.head(), before + 1) << "the same command again";
    EXPECT_EQ(store.answer(first.id)->seq, before + 1);
}

TEST_F(RecordCommandTest, RightsAreThoseOfTheCentreNotOfTheDesk) {
    signIn(1, "taker");
    const auto mine = act("taker", draft("我来写"));
    pushAct(1, mine);
    EXPECT_EQ(refusalOf(mine), "user.mayNot");
    const auto foreign = act("specialist", draft("冒名"));
    pushAct(1, foreign);
    EXPECT_EQ(refusalOf(foreign), "command.notYours");
    auto wrongKind = act("taker", domain::ReportArticle{"x", 0, {}});
    wrongKind.kind = "unit";
    pushAct(1, wrongKind);
    EXPECT_EQ(refusalOf(wrongKind), "record.subject");
    const auto system = act("taker", domain::ArticleFellDue{1, "2025-01-01"});
    pushAct(1, system);
    EXPECT_EQ(refusalOf(system), "user.mayNot");
    EXPECT_EQ(store.record(domain::kArticleLifeKind, "health"), std::nullopt);
}

TEST_F(RecordCommandTest, TheSecondOfTwoEditorsIsRefused) {
    signIn(1, "specialist");
    signIn(2, "second");
    pushAct(1, act("specialist", draft("甲")));
    const auto late = act("second", draft("乙"));
    pushAct(2, late);
    EXPECT_EQ(refusalOf(late), "article.stale");
    EXPECT_EQ(stored<domain::ArticleLife>(domain::kArticleLifeKind, "health").draft.answer, "甲");
}

TEST_F(RecordCommandTest, ANewerSchemaGoesOnWaitingAndBytesThatAreNoCommandDoNot) {
    signIn(1, "specialist");
    auto newer = act("specialist", draft("x"));
    newer.schema = domain::kCommandSchema + 1;
    pushAct(1, newer);
    EXPECT_FALSE(store.answer(newer.id));
    pb::Frame frame;
    const CommandId id = CommandId::make(clock.now(), rng);
    frame.mutable_push()->add_commands()->set_id(std::string(id.raw()));
    frame.mutable_push()->mutable_commands(0)->set_body("\xff\xff no command");
    say(1, frame);
    engine->process();
    EXPECT_EQ(store.answer(id)->refusal.code, "wire.malformed");
}

/// What an older centre makes of it: it reads schema and leaves the command with the desk (tests above, with a newer schema).
TEST_F(RecordCommandTest, CarriesASchemaThatCentresBeforeItDoNotKnow) {
    const auto bytes = wire::encode(act("specialist", draft("x")));
    const auto head = wire::decode<domain::CommandHead>(bytes);
    ASSERT_TRUE(head.ok());
    EXPECT_EQ(head->schema, 2U);
    EXPECT_EQ(head->kind, "article");
    EXPECT_EQ(wire::decode<domain::CommandHead>(wire::encode(act("taker", domain::NoteSearch{"x", 0})))->schema, 3U);
    const auto asTicket =
        wire::decode<domain::CommandHead>(wire::encode(command("taker", TicketId::make(clock.now(), rng), appeal())));
    EXPECT_EQ(asTicket->schema, 1U) << "commands on tickets go to old centres as before";
    EXPECT_EQ(asTicket->kind, "");
}

TEST_F(RecordCommandTest, WhatIsDueBecomesOneTaskAlsoAfterDowntimeAndRestarts) {
    const Day today = localDay(clock.now(), UtcOffset{});
    putArticle("due", formatDay(today));
    putArticle("later", formatDay(today.plus(2)));
    for (int i = 0; i < 450; ++i) {
        putArticle("many" + std::to_string(i), "");
    }
    pass(10'000);
    EXPECT_EQ(tasks(), 1U);
    remake();
    pass(10'000);
    EXPECT_EQ(tasks(), 1U) << "a restart";
    clock.advance(5 * kDayMs);
    remake();
    pass(10'000);
    EXPECT_EQ(tasks(), 2U) << "what fell due while the centre was down";
    clock.advance(kDayMs);
    pass(10'000);
    EXPECT_EQ(tasks(), 2U) << "another day";
    for (const auto& [place, body] : store.records()) {
        if (place.first == domain::kArticleTaskKind) {
            const auto task = *wire::decode<domain::ArticleTask>(body);
            EXPECT_EQ(task.kind, domain::TaskKind::review);
            EXPECT_EQ(task.unit.value, "unit-b");
            EXPECT_EQ(task.openedBy.value, "system");
        }
    }
}

TEST_F(RecordCommandTest, AnArticleThatCannotBeReadIsNeitherDecidedOnNorOverwritten) {
    store.begin();
    store.appendRecord("article", "health", "\xff broken");
    store.commit();
    signIn(1, "specialist");
    const auto mine = act("specialist", draft("x"));
    pushAct(1, mine);
    EXPECT_EQ(refusalOf(mine), "wire.malformed");
    EXPECT_EQ(store.record("article", "health"), "\xff broken");
    pass(10'000);
    EXPECT_EQ(tasks(), 0U);
}

TEST_F(RecordCommandTest, AConsultationThatEndsWithoutAnArticleAsksItsUnitOnce) {
    signIn(1, "taker");
    const TicketId ticket = TicketId::make(clock.now(), rng);
    domain::RegisterTicket facts = appeal();
    facts.appealType = domain::AppealType::consult;
    domain::AnswerDirectly answer;
    answer.text = "到镇卫生院";
    push(1, {command("taker", ticket, facts), command("taker", ticket, answer, 1)});
    engine->process();
    ASSERT_EQ(tasks(), 1U);
    const auto task = *wire::decode<domain::ArticleTask>(
        store.records().lower_bound({std::string(domain::kArticleTaskKind), ""})->second);
    EXPECT_EQ(task.unit.value, "centre");
    EXPECT_EQ(task.ticket, ticket);
    EXPECT_EQ(task.kind, domain::TaskKind::missing);
}

/// By the feed and by a first fill.
TEST_F(RecordCommandTest, ADraftReachesItsUnitAndTheCentresReviewersAlone) {
    signIn(1, "specialist");
    signIn(2, "second");
    signIn(3, "chief");
    signIn(4, "taker");
    signIn(5, "handler");
    signIn(6, "admin");
    pushAct(1, act("specialist", draft("the wording of a draft")));
    for (ConnectionId desk = 2; desk <= 6; ++desk) {
        creditAll(desk);
    }
    const auto knows = [this](ConnectionId desk) {
        std::string all;
        for (const pb::Frame& frame : desks[desk].heard) {
            all += frame.SerializeAsString();
        }
        return all.find("the wording of a draft") != std::string::npos;
    };
    EXPECT_TRUE(knows(2) && knows(3) && knows(6));
    EXPECT_FALSE(knows(4));
    EXPECT_FALSE(knows(5));
    signIn(7, "taker");
    signIn(8, "chief");
    EXPECT_FALSE(knows(7)) << "a first fill";
    EXPECT_TRUE(knows(8));
}

TEST_F(RecordCommandTest, ASearchInVainIsForTheReviewersAndGoesWhenItIsOld) {
    signIn(1, "taker");
    signIn(2, "chief");
    signIn(3, "dispatcher");
    auto note = act("taker", domain::NoteSearch{"夜间办证", 0});
    note.key = domain::searchMissKey(UserCode{"taker"}, localDay(clock.now(), UtcOffset{480}), "夜间办证");
    pushAct(1, note);
    EXPECT_EQ(refusalOf(note), "");
    const auto heard = [this](ConnectionId desk) {
        creditAll(desk);
        const auto all = items(desk);
        return std::count_if(all.begin(), all.end(),
                             [](const pb::Item& each) { return each.record_kind() == domain::kSearchMissKind; });
    };
    EXPECT_EQ(heard(2), 1);
    EXPECT_EQ(heard(3), 0);
    EXPECT_EQ(stored<domain::SearchMiss>(domain::kSearchMissKind, note.key).times, 1U);
    pushAct(1, note);
    EXPECT_EQ(stored<domain::SearchMiss>(domain::kSearchMissKind, note.key).times, 1U) << "the same command";
    clock.advance(domain::kSearchMissDays * kDayMs);
    pass(60'000);
    EXPECT_TRUE(store.record(domain::kSearchMissKind, note.key)) << "the last day";
    clock.advance(kDayMs);
    pass(60'000);
    EXPECT_FALSE(store.record(domain::kSearchMissKind, note.key));
    signIn(4, "chief");
    EXPECT_EQ(heard(4), 0);
}

}  // namespace
}  // namespace zhida::sync
