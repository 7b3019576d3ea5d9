// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/article_search.h"

#include "tests/model/service/desk_fixture.h"

namespace zhida::service {
namespace {

domain::Article article(const std::string& key, const std::string& title, const std::string& region) {
    domain::Article made;
    made.key = key;
    made.title = title;
    made.answer = title + "：请带身份证到窗口办理。";
    made.region.value = region;
    return made;
}

class ArticleSearchTest : public testing::Test {
protected:
    ArticleSearchTest() {
        desk.enrol(centre);
        domain::Article old = article("old", "健康证办理旧办法", "");
        old.validTo = "2020-12-31";
        std::vector<FeedItem> items;
        for (const domain::Article& each :
             {article("city", "健康证办理", "370900000000"), article("other", "社保卡挂失", "370911000000"), old}) {
            items.push_back(recordItem("article", each.key, wire::encode(each)));
        }
        desk.ledger->applyFeed(items, {kEpoch, 1, ""});
    }

    test::ScratchFolder folder;
    FakeCentre centre{1};
    DeskRig desk{folder.file("desk.db"), centre};
    RegionCode town{"370911101000"};
};

TEST_F(ArticleSearchTest, whatJustArrivedIsFoundWithItsMarks) {
    const ArticleResults results = desk.reader->searchArticles("健康证", town, 10);
    ASSERT_EQ(results.hits.size(), 1U) << "what has ended is no answer any more";
    EXPECT_EQ(results.hits[0].article.key, "city");
    EXPECT_TRUE(results.hits[0].live);
    EXPECT_FALSE(results.hits[0].why.empty());
    ASSERT_FALSE(results.hits[0].titleMarks.empty());
    const auto [begin, end] = results.hits[0].titleMarks[0];
    EXPECT_EQ(results.hits[0].article.title.substr(begin, end - begin), "健康证");
    EXPECT_FALSE(results.hits[0].answerMarks.empty());
}

TEST_F(ArticleSearchTest, saysWhenOnlyTheCityHasAnAnswer) {
    EXPECT_EQ(desk.reader->searchArticles("健康证", town, 10).regionNote, "city");
    EXPECT_EQ(desk.reader->searchArticles("社保卡", town, 10).regionNote, "") << "the caller's own county";
    EXPECT_EQ(desk.reader->searchArticles("健康证", {}, 10).regionNote, "") << "nobody knows where the caller is";
}

TEST_F(ArticleSearchTest, theCentresSynonymsCountFromTheNextSearchOn) {
    EXPECT_TRUE(desk.reader->searchArticles("灶王牌", town, 10).hits.empty());
    desk.ledger->applyFeed({recordItem("search", "synonyms", "健康证\t灶王牌\n")}, {kEpoch, 2, ""});
    const ArticleResults results = desk.reader->searchArticles("灶王牌", town, 10);
    ASSERT_EQ(results.hits.size(), 1U);
    EXPECT_EQ(results.hits[0].why, std::vector<std::string>{"synonym:灶王牌=健康证"});
    desk.ledger->applyFeed({recordItem("search", "synonyms", "")}, {kEpoch, 3, ""});
    EXPECT_TRUE(desk.reader->searchArticles("灶王牌", town, 10).hits.empty()) << "gone: the shipped ones again";
    EXPECT_FALSE(desk.reader->searchArticles("从业体检", town, 10).hits.empty());
}

TEST_F(ArticleSearchTest, theNoteLooksAtTheNearestLiveHit) {
    const auto hit = [](const std::string& region, bool live) {
        ArticleHit made;
        made.article.region.value = region;
        made.live = live;
        return made;
    };
    EXPECT_EQ(regionNote({hit("370000000000", true)}, town), "province");
    EXPECT_EQ(regionNote({hit("370000000000", true), hit("370900000000", true)}, town), "city");
    EXPECT_EQ(regionNote({hit("370900000000", true), hit("370911101000", false)}, town), "city");
    EXPECT_EQ(regionNote({hit("370900000000", true), hit("", true)}, town), "") << "it speaks for everybody";
    EXPECT_EQ(regionNote({hit("420000000000", true)}, town), "");
}

TEST_F(ArticleSearchTest, theShippedDictionaryHasWords) {
    const search::Dictionary& words = shippedDictionary();
    EXPECT_FALSE(words.synonymsIn(U"健康证").empty());
}

TEST_F(ArticleSearchTest, ticketsAreFoundByTheirText) {
    const Result<Submitted> made = desk.ledger->submit(registration("东羊楼村路口的路灯不亮"));
    const std::vector<QueueRow> rows = desk.reader->searchTickets("路灯", 10);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].ticket, made->ticket);
    EXPECT_TRUE(desk.reader->searchTickets("井盖", 10).empty());
}

}  // namespace
}  // namespace zhida::service
