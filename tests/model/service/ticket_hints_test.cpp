// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ticket_hints.h"

#include "model/search/word_set.h"
#include "model/service/article_search.h"
#include "tests/model/service/desk_fixture.h"

#include <gmock/gmock.h>

namespace zhida::service {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

class TicketHintsTest : public testing::Test {
protected:
    TicketHintsTest() { desk.enrol(centre); }

    domain::Ticket ticket(const std::string& title, const std::string& content, int hoursAgo = 1) {
        domain::Ticket made;
        made.id = TicketId{Uuid::fromName("ticket " + std::to_string(++count))};
        made.number = "37090220251121ZZ" + std::to_string(1000 + count);
        made.rev = 1;
        made.title = title;
        made.content = content;
        made.createdAt = Instant{centre.now.ms - hoursAgo * kHourMs};
        made.updatedAt = made.createdAt;
        return made;
    }
    domain::Ticket solved(const std::string& title, const std::string& content, const std::string& category,
                          const std::string& unit) {
        domain::Ticket made = ticket(title, content, 24 * 90);
        made.state = domain::TicketState::closed;
        made.closedAt = made.createdAt;
        made.category.value = category;
        domain::Assignment lead;
        lead.unit.value = unit;
        lead.state = domain::AssignmentState::replied;
        lead.reply = domain::UnitReply{"内部", "已抢修完毕。", {}, made.createdAt};
        made.assignments.push_back(lead);
        return made;
    }
    void take(const std::vector<domain::Ticket>& tickets) {
        std::vector<FeedItem> items;
        for (const domain::Ticket& each : tickets) {
            items.push_back(ticketItem(each));
        }
        desk.ledger->applyFeed(items, {kEpoch, ++seq, ""});
    }
    void takeWaterAndLight() {
        take({solved("小区停水三天", "加压泵故障停水，四楼以上没有水", "C1", "u1"),
              solved("自来水停水", "水压太低，停水反复出现", "C1", "u1"),
              solved("路灯不亮", "路灯不亮，夜里看不见路", "C2", "u2"),
              solved("路灯坏了一排", "一排路灯不亮已经一周", "C2", "u2")});
    }
    static std::vector<std::string> codes(const std::vector<Suggestion>& suggestions) {
        std::vector<std::string> list;
        for (const Suggestion& each : suggestions) {
            list.push_back(each.code);
        }
        return list;
    }

    test::ScratchFolder folder;
    FakeCentre centre{1};
    DeskRig desk{folder.file("desk.db"), centre};
    int count = 0;
    std::uint64_t seq = 0;
};

TEST_F(TicketHintsTest, aNearDuplicateIsNamedWithTheWordsThatMatched) {
    domain::Ticket secret = ticket("锦绣城加压泵故障停水", "加压泵坏了，四楼以上停水");
    secret.secret = true;
    take({ticket("锦绣城加压泵故障停水", "加压泵坏了，四楼以上停水"), secret,
          ticket("锦绣城加压泵故障停水", "加压泵坏了，四楼以上停水", 24 * 31), ticket("路灯不亮", "夜里看不见路")});
    const auto hints = desk.reader->sameMatter({"", "锦绣城的加压泵又坏了，四楼以上停水", "", "", {}});
    ASSERT_EQ(hints.similar.size(), 1U) << "neither a secret one nor one of more than thirty days ago";
    EXPECT_GE(hints.similar[0].percent, 60);
    EXPECT_THAT(hints.similar[0].words, Contains("四楼以上停水"));
    EXPECT_THAT(desk.reader->sameMatter({"", "停水", "", "", {}}).similar, IsEmpty()) << "too little is said";
    EXPECT_THAT(desk.reader->sameMatter({"", "咨询健康证办理地点和费用", "", "", {}}).similar, IsEmpty());
}

TEST_F(TicketHintsTest, aWeakLikenessHasAVoteButIsNotShown) {
    takeWaterAndLight();
    const auto strong = desk.reader->suggest({"", "我们楼加压泵故障，停水两天了", "", "", {}});
    EXPECT_THAT(strong.solved, Not(IsEmpty()));
    const auto weak = desk.reader->suggest({"", "我们楼加压泵故障，小区门口垃圾没人清理，井盖也坏了", "", "", {}});
    EXPECT_THAT(codes(weak.units), Contains("u1"));
    EXPECT_THAT(weak.solved, IsEmpty());
}

TEST_F(TicketHintsTest, threeCallsOfANumberWithinADayAreARepeatCaller) {
    std::vector<domain::Ticket> calls{ticket("停水", "停水"), ticket("停电", "停电", 20), ticket("噪音", "噪音", 30)};
    for (domain::Ticket& each : calls) {
        each.caller.phone = "13805381234";
    }
    take({calls[0], calls[2]});
    auto hints = desk.reader->sameMatter({"", "", "138-0538-1234", "", {}});
    EXPECT_EQ(hints.calls, 2);
    EXPECT_FALSE(hints.repeatCaller);
    take({calls[1]});
    hints = desk.reader->sameMatter({"", "", "13805381234", "", {}});
    EXPECT_EQ(hints.calls, 3) << "the one of thirty hours ago does not count";
    EXPECT_TRUE(hints.repeatCaller);
    EXPECT_EQ(desk.reader->sameMatter({"", "", "", "", {}}).calls, 0);
}

TEST_F(TicketHintsTest, threeHouseholdsOfABuildingWithinADayAreAGroupAppeal) {
    domain::Ticket byAddress = ticket("停水", "家里没水");
    byAddress.address = "天平街道锦绣城12栋1单元301";
    take({byAddress, ticket("没水", "锦绣城12号楼1单元301室又没水"), ticket("没水", "锦绣城2号楼1单元301室没水"),
          ticket("没水", "锦绣城12号楼2单元101室没水", 26)});
    auto hints = desk.reader->sameMatter({"", "没水", "", "锦绣城12号楼1单元402室", {}});
    EXPECT_EQ(hints.building, "锦绣城12号楼");
    EXPECT_EQ(hints.households, 2) << "one household twice is one";
    EXPECT_FALSE(hints.groupAppeal);
    take({ticket("停水", "我家在锦绣城12幢2单元502，停水", 3)});
    hints = desk.reader->sameMatter({"", "锦绣城12栋1单元402室没水", "", "", {}});
    EXPECT_EQ(hints.households, 3);
    EXPECT_TRUE(hints.groupAppeal);
    EXPECT_EQ(hints.ofBuilding.size(), 3U);
}

TEST_F(TicketHintsTest, categoryUnitAndAnswerComeFromSolvedTicketsLikeIt) {
    takeWaterAndLight();
    take({ticket("停水很久了", "加压泵故障停水")});  // open: it has no answer yet
    const auto found = desk.reader->suggest({"", "我们楼加压泵故障，停水两天了", "", "", {}});
    ASSERT_THAT(found.categories, Not(IsEmpty()));
    EXPECT_EQ(found.categories[0].code, "C1");
    EXPECT_EQ(found.units.at(0).code, "u1");
    EXPECT_THAT(found.categories[0].words, Contains("加压泵故障"));
    EXPECT_THAT(found.categories[0].sources, Not(IsEmpty()));
    ASSERT_THAT(found.solved, Not(IsEmpty()));
    EXPECT_EQ(found.solved[0].answer, "已抢修完毕。");
    EXPECT_EQ(found.solved[0].similar.row.title, "小区停水三天");
}

TEST_F(TicketHintsTest, anArticleSpeaksForItsUnitAndCategory) {
    domain::Article article;
    article.key = "jkz";
    article.title = "健康证办理";
    article.answer = "到社区卫生服务中心。";
    article.unit.value = "u3";
    article.category.value = "C3";
    desk.ledger->applyFeed({recordItem("article", "jkz", wire::encode(article))}, {kEpoch, ++seq, ""});
    const auto found = desk.reader->suggest({"", "请问健康证到哪里办", "", "", {}});
    ASSERT_EQ(found.articles.hits.size(), 1U);
    EXPECT_EQ(codes(found.categories), std::vector<std::string>{"C3"});
    EXPECT_EQ(found.units.at(0).sources, std::vector<std::string>{"jkz"});
    EXPECT_TRUE(desk.ledger->correct({"article", "jkz", false, "\n健康证到哪里办"}).ok());
    EXPECT_TRUE(desk.reader->suggest({"", "请问健康证到哪里办", "", "", {}}).articles.hits.empty());
}

TEST_F(TicketHintsTest, aCorrectionCountsAtOnceForTextsLikeItAndSurvivesARestart) {
    takeWaterAndLight();
    const TypedTicket typed{"", "我们楼加压泵故障，停水两天了", "", "", {}};
    ASSERT_EQ(desk.reader->suggest(typed).categories.at(0).code, "C1");
    EXPECT_TRUE(desk.ledger->correct({"category", "C1", false, TicketHints::textOf(typed)}).ok());
    EXPECT_THAT(codes(desk.reader->suggest(typed).categories), Not(Contains("C1")));
    EXPECT_TRUE(desk.ledger->correct({"category", "C9", true, TicketHints::textOf(typed)}).ok());
    desk.reopen();
    const auto found = desk.reader->suggest({"", "加压泵故障，又停水了", "", "", {}});
    EXPECT_EQ(found.categories.at(0).code, "C9");
    EXPECT_TRUE(found.categories.at(0).corrected);
    EXPECT_EQ(desk.reader->suggest({"", "一排路灯不亮，看不见路", "", "", {}}).categories.at(0).code, "C2")
        << "another matter is as it was";
    EXPECT_TRUE(desk.ledger->correct({"category", "C1", true, TicketHints::textOf(typed)}).ok());
    EXPECT_TRUE(desk.ledger->correct({"category", "C9", false, TicketHints::textOf(typed)}).ok());
    EXPECT_EQ(desk.reader->suggest(typed).categories.at(0).code, "C1") << "the last word counts";
}

TEST_F(TicketHintsTest, aCorrectionTravelsWithoutItsWordsAndCountsAtOtherDesks) {
    takeWaterAndLight();
    const TypedTicket typed{"", "我们楼加压泵故障，停水两天了", "", "", {}};
    ASSERT_TRUE(desk.ledger->correct({"category", "C9", true, TicketHints::textOf(typed)}).ok());
    const auto waiting = desk.ledger->waiting(0, 10);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].bytes.find("停水"), std::string::npos);
    const auto command = wire::decode<domain::RecordCommand>(waiting[0].bytes);
    ASSERT_TRUE(command.ok());
    const auto& said = std::get<domain::LearnSuggestion>(command->act);
    DeskRig other(folder.file("other.db"), centre, "ct", "YY");
    other.enrol(centre);
    std::vector<FeedItem> items{ticketItem(solved("小区停水三天", "加压泵故障停水，四楼以上没有水", "C1", "u1"))};
    const domain::LearnedSuggestion learned{command->key, command->user, centre.now, said};
    items.push_back(recordItem(std::string(domain::kLearnedKind), learned.key, wire::encode(learned)));
    other.ledger->applyFeed(items, {kEpoch, 1, ""});
    EXPECT_THAT(codes(other.reader->suggest(typed).categories), Contains("C9"));
    EXPECT_EQ(codes(other.reader->suggest({"", "一排路灯不亮，看不见路", "", "", {}}).categories),
              std::vector<std::string>());
    // His own word decides there, whatever others have said.
    ASSERT_TRUE(other.ledger->correct({"category", "C9", false, TicketHints::textOf(typed)}).ok());
    EXPECT_EQ(other.reader->suggest(typed).categories.at(0).code, "C1");
    EXPECT_THAT(codes(other.reader->suggest(typed).categories), Not(Contains("C9")));
}

TEST_F(TicketHintsTest, othersTogetherDoNotOutvoteOnesOwnWord) {
    takeWaterAndLight();
    const TypedTicket typed{"", "我们楼加压泵故障，停水两天了", "", "", {}};
    std::vector<FeedItem> items;
    for (std::uint32_t i = 0; i < 20; ++i) {
        const domain::LearnedSuggestion learned{domain::learnedKey({"x" + std::to_string(i)}, 0),
                                                {"x" + std::to_string(i)},
                                                centre.now,
                                                {domain::SuggestionKind::category, "C7", true,
                                                 search::wordNumbers(TicketHints::textOf(typed), shippedDictionary())}};
        items.push_back(recordItem(std::string(domain::kLearnedKind), learned.key, wire::encode(learned)));
    }
    desk.ledger->applyFeed(items, {kEpoch, ++seq, ""});
    EXPECT_EQ(desk.reader->suggest(typed).categories.at(0).code, "C7");
    ASSERT_TRUE(desk.ledger->correct({"category", "C1", true, TicketHints::textOf(typed)}).ok());
    EXPECT_EQ(desk.reader->suggest(typed).categories.at(0).code, "C1");
    EXPECT_EQ(desk.ledger->correct({"category", "C1", true, "？"}).error().code, "suggestion.noWords");
}

TEST_F(TicketHintsTest, anyTextIsAnswered) {
    takeWaterAndLight();
    for (const std::string& text :
         {std::string(), std::string(" "), std::string("\xff\xfe"), std::string("\"* OR NEAR("), std::string("😀"),
          std::string("停\0水", 7), std::string(10'000, 'x')}) {
        const TypedTicket typed{text, text, text, text, RegionCode{text}};
        EXPECT_NO_THROW((void)desk.reader->suggest(typed));
        EXPECT_NO_THROW((void)desk.reader->sameMatter(typed));
    }
}

}  // namespace
}  // namespace zhida::service
