// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/article_index.h"

#include "model/search/index_tables.h"
#include "model/search/ranker.h"
#include "model/search/registration.h"
#include "model/search/ticket_index.h"
#include "model/sqlite/migrator.h"
#include "tests/model/search/sample_texts.h"
#include "tests/support/scratch_folder.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <stop_token>
#include <thread>

namespace zhida::search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class ArticleIndexTest : public testing::Test {
protected:
    void add(std::int64_t rowid, std::string_view title, std::string_view body = "", std::string_view aliases = "") {
        m_index.put({.rowid = rowid, .title = title, .aliases = aliases, .body = body});
    }
    void addUsual() {
        add(1, "健康证(从业人员预防性健康检查)在哪里办理", "食品从业人员可到定点体检机构办理,携带身份证原件。");
        add(2, "居民身份证丢失如何补领", "到户籍地派出所申请补领,工本费四十元。");
        add(3, "银行卡被吞怎么办", "联系发卡银行。");
        add(4, "新生儿出生登记需要哪些材料", "凭出生医学证明办理。");
        add(5, "住房公积金提取", "租房、购房可以提取。第12条规定3个工作日办结。", "公积金怎么取出来\n取公积金");
        add(6, "ETC办理", "可在银行网点办理ETC。");
    }
    std::vector<std::int64_t> found(const std::string& text, bool exact = false) {
        std::vector<std::int64_t> rows;
        for (const Hit& hit : m_index.search({.text = text, .exact = exact}, m_dictionary)) {
            rows.push_back(hit.rowid);
        }
        return rows;
    }
    std::int64_t first(const std::string& text) {
        const auto rows = found(text);
        return rows.empty() ? 0 : rows.front();
    }
    std::vector<std::string> whyFirst(const std::string& text) {
        const auto hits = m_index.search({.text = text}, m_dictionary);
        return hits.empty() ? std::vector<std::string>() : hits.front().why;
    }

    sqlite::Database m_db{"", sqlite::Mode::memory};
    ArticleIndex m_index{m_db};
    Dictionary m_dictionary =
        Dictionary::fromText("健康证\t健康合格证明\t体检证\n补领\t补办\t重新办\n", "请问\n在哪里\n怎么办理\n");
};

TEST_F(ArticleIndexTest, findsByWordsSentencesAndNumbersGluedToChinese) {
    addUsual();
    EXPECT_EQ(first("健康证"), 1);
    EXPECT_EQ(first("请问身份证丢了去哪里补领"), 2);
    EXPECT_EQ(first("第12条"), 5);
    EXPECT_EQ(first("12条"), 5);
    EXPECT_EQ(first("3个工作日"), 5);
    EXPECT_EQ(first("etc"), 6);
    EXPECT_EQ(first("ＥＴ"), 6);
}

TEST_F(ArticleIndexTest, aSingleCharacterIsFoundEverywhereInAWord) {
    add(1, "居住证");
    add(2, "证明");
    add(3, "健康");
    EXPECT_THAT(found("证"), testing::UnorderedElementsAre(1, 2));
    EXPECT_THAT(found("证", true), testing::UnorderedElementsAre(1, 2));
}

TEST_F(ArticleIndexTest, traditionalCharactersFindSimplifiedOnesAndTheOtherWayRound) {
    addUsual();
    add(7, "開發區臨時停車");
    EXPECT_EQ(first("健康證"), 1);
    EXPECT_EQ(first("身份證丟失補領"), 2);
    EXPECT_EQ(first("开发区临时停车"), 7);
}

TEST_F(ArticleIndexTest, pinyinInitialsSyllablesAndTheirBeginnings) {
    addUsual();
    for (const char* letters : {"jkz", "JKZ", "jiankangzheng", "jiankangzh", "jiankang"}) {
        EXPECT_EQ(first(letters), 1) << letters;
    }
    EXPECT_EQ(first("sfz"), 2);
    EXPECT_EQ(first("yhk"), 3);
    EXPECT_EQ(first("yinhangka"), 3);
    EXPECT_EQ(first("gjj"), 5);
    EXPECT_EQ(first("qgjj"), 5);
    EXPECT_EQ(first("zhufanggongjijin"), 5);
    EXPECT_THAT(whyFirst("jkz"), ElementsAre("pinyin:jkz=健康证"));
}

TEST_F(ArticleIndexTest, pinyinMayHaveTonesAndStandBetweenCharacters) {
    addUsual();
    add(20, "圳工业园规划");
    for (const char* letters : {"jiànkāngzhèng", "jian4kang1zheng4", "jian4 kang1 zheng4", "jian kang zheng"}) {
        EXPECT_EQ(first(letters), 1) << letters;
    }
    for (const char* mixed : {"健康zheng", "jiankang证", "健kang证", "健康z"}) {
        EXPECT_EQ(first(mixed), 1) << mixed;
    }
    EXPECT_THAT(whyFirst("jian4kang1zheng4"), ElementsAre("pinyin:jian4kang1zheng4=健康证"));
}

TEST_F(ArticleIndexTest, polyphonesAreFoundByEitherReading) {
    add(1, "银行");
    add(2, "长期护理");
    add(3, "重复来电");
    for (const char* letters : {"yinhang", "yinxing", "yh", "yx"}) {
        EXPECT_EQ(first(letters), 1) << letters;
    }
    EXPECT_EQ(first("changqi"), 2);
    EXPECT_EQ(first("zhangqi"), 2);
    EXPECT_EQ(first("chongfu"), 3);
    EXPECT_EQ(first("zhongfu"), 3);
}

TEST_F(ArticleIndexTest, typosThatSoundTheSame) {
    addUsual();
    EXPECT_EQ(first("建康证"), 1);
    EXPECT_EQ(first("身分证补领"), 2);
    EXPECT_EQ(first("公基金提取"), 5);
    EXPECT_THAT(whyFirst("建康正"), Contains("pinyin:建康正"));
}

TEST_F(ArticleIndexTest, synonymsAreExplained) {
    addUsual();
    EXPECT_EQ(first("体检证"), 1);
    EXPECT_THAT(whyFirst("体检证"), Contains("synonym:体检证=健康证"));
    EXPECT_EQ(first("身份证补办"), 2);
    EXPECT_THAT(whyFirst("身份证补办"), Contains("text:身份证"));
    EXPECT_THAT(found("体检证", true), Not(Contains(1)));
}

TEST_F(ArticleIndexTest, anExactTitleOrAliasComesFirstWhateverTheBoosts) {
    m_index.put({.rowid = 1, .title = "停车", .live = false});
    m_index.put({.rowid = 2, .title = "停车停车停车", .body = "停车停车", .region = "r", .unit = "u", .live = true});
    m_index.put({.rowid = 3, .title = "泊车", .aliases = "违停\n停車"});
    const auto hits = m_index.search({.text = "停车", .region = "r", .unit = "u", .withOutdated = true}, m_dictionary);
    ASSERT_EQ(hits.size(), 3U);
    EXPECT_EQ(hits[2].rowid, 2);
}

TEST_F(ArticleIndexTest, ownRegionAndUnitComeSoonerAndOutdatedLater) {
    m_index.put({.rowid = 1, .title = "居住证办理", .region = "330110000000", .unit = "gongan"});
    m_index.put({.rowid = 2, .title = "居住证办理", .region = "330106000000", .unit = "minzheng"});
    m_index.put({.rowid = 3, .title = "居住证办理", .region = "330110000000", .live = false});
    const auto order = [&](const ArticleQuery& query) {
        std::vector<std::int64_t> rows;
        for (const Hit& hit : m_index.search(query, m_dictionary)) {
            rows.push_back(hit.rowid);
        }
        return rows;
    };
    EXPECT_THAT(order({.text = "居住证"}), ElementsAre(2, 1));
    EXPECT_THAT(order({.text = "居住证", .withOutdated = true}), ElementsAre(2, 1, 3));
    EXPECT_THAT(order({.text = "居住证", .region = "330110000000"}), ElementsAre(1, 2));
    EXPECT_THAT(order({.text = "居住证", .unit = "minzheng"}), ElementsAre(2, 1));
}

TEST_F(ArticleIndexTest, theCallersPlaceThenWhatSurroundsItThenOtherPlaces) {
    m_index.put({.rowid = 1, .title = "居住证办理", .region = "330000000000"});
    m_index.put({.rowid = 2, .title = "居住证办理", .region = "330100000000"});
    m_index.put({.rowid = 3, .title = "居住证办理", .region = "330110000000"});
    m_index.put({.rowid = 4, .title = "居住证办理", .region = "330106000000"});
    m_index.put({.rowid = 5, .title = "居住证办理"});
    std::vector<std::int64_t> rows;
    for (const Hit& hit : m_index.search({.text = "居住证", .region = "330110000000"}, m_dictionary)) {
        rows.push_back(hit.rowid);
    }
    EXPECT_THAT(rows, ElementsAre(3, 2, 1, 5, 4));
}

TEST_F(ArticleIndexTest, lettersOfSyllablesAndInitialsMixedAndWithGaps) {
    addUsual();
    for (const char* letters : {"jiankz", "jkangz", "jkzheng", "jiankangz"}) {
        EXPECT_EQ(first(letters), 1) << letters;
    }
    EXPECT_EQ(first("xsecl"), 4) << "新生儿 … 材料";
    EXPECT_EQ(first("zhfgjj"), 5);
}

TEST_F(ArticleIndexTest, lettersThatSpellASynonymFindWhatItStandsFor) {
    addUsual();
    EXPECT_EQ(first("tjz"), 1) << "体检证 is another word for 健康证";
    EXPECT_EQ(first("tijianzheng"), 1);
    EXPECT_THAT(whyFirst("tijianzheng"), Contains("pinyin:tijianzheng=健康证"));
}

TEST_F(ArticleIndexTest, charactersInAnotherOrderAndWordsCutShortAreFound) {
    addUsual();
    EXPECT_EQ(first("证健康"), 1);
    EXPECT_EQ(first("公金提"), 5);
    EXPECT_EQ(first("身证补"), 2);
}

TEST_F(ArticleIndexTest, changedAndRemovedArticlesAreForgotten) {
    addUsual();
    add(1, "从业体检", "新的内容");
    EXPECT_THAT(found("健康证", true), IsEmpty());
    EXPECT_THAT(found("jkz"), IsEmpty());
    EXPECT_THAT(found("从业体检", true), ElementsAre(1));
    m_index.remove(1);
    EXPECT_THAT(found("从业体检", true), IsEmpty());
    m_index.remove(99);
    m_db.exec(
        "INSERT INTO kb_fts(kb_fts) VALUES('integrity-check'); INSERT INTO kb_py(kb_py) VALUES('integrity-check')");
}

TEST_F(ArticleIndexTest, theSameArticleAgainWritesNothingToTheIndex) {
    addUsual();
    const auto version = [&] {
        sqlite::Statement query = m_db.prepare("SELECT count(*) FROM kb_fts_idx");
        return query.step() ? query.integer(0) : -1;
    };
    const auto before = version();
    for (int i = 0; i < 50; ++i) {
        addUsual();
    }
    EXPECT_EQ(version(), before);
}

TEST_F(ArticleIndexTest, statisticsAndOptimizeKeepTheAnswers) {
    const auto articles = sampleArticles(300, 5);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        add(static_cast<std::int64_t>(i + 1), articles[i].title, articles[i].body);
    }
    const auto before = found("健康证办理材料", true);
    const auto ranked = found("社会保障卡停电");
    m_index.refreshStatistics();
    m_index.optimize();
    EXPECT_EQ(found("健康证办理材料", true), before);
    EXPECT_EQ(found("社会保障卡停电"), ranked);
}

TEST_F(ArticleIndexTest, theBestOfOneFrequentTermAreThoseWithItInTheTitle) {
    for (int i = 1; i <= 600; ++i) {
        add(i, "事项" + std::to_string(i), "关于医保的说明，医保，内容很长很长的一段文字。");
    }
    add(601, "医保", "说明");
    add(602, "城乡医保缴费和医保报销的许多规定以及其他说明", "说明");
    EXPECT_THAT(found("医保"), testing::Contains(601));
    EXPECT_EQ(found("医保")[0], 601);
    EXPECT_EQ(found("医保")[1], 602);
    EXPECT_EQ(found("医保").size(), 10U);
}

TEST_F(ArticleIndexTest, limitIsKept) {
    addUsual();
    EXPECT_EQ(m_index.search({.text = "办理", .limit = 2}, m_dictionary).size(), 2U);
    EXPECT_THAT(m_index.search({.text = "办理", .limit = 0}, m_dictionary), IsEmpty());
    EXPECT_THAT(m_index.search({.text = "办理", .limit = -1}, m_dictionary), IsEmpty());
}

TEST_F(ArticleIndexTest, openingTwiceWorks) {
    const ArticleIndex again(m_db);
    addUsual();
    EXPECT_THAT(again.search({.text = "健康证"}, m_dictionary), Not(IsEmpty()));
}

TEST(ArticleIndexFile, aReaderSeesWhatTheWriterCommits) {
    const test::ScratchFolder folder;
    sqlite::Database writing(folder.file("kb.db"), sqlite::Mode::readWriteCreate);
    ArticleIndex writer(writing);
    writer.put({.rowid = 1, .title = "健康证"});
    sqlite::Database reading(folder.file("kb.db"), sqlite::Mode::readOnly);
    const ArticleIndex reader(reading);
    const auto count = [&](const char* text) { return reader.search({.text = text}, {}).size(); };
    EXPECT_EQ(count("健康证"), 1U);
    EXPECT_EQ(count("停电"), 0U);
    writer.put({.rowid = 2, .title = "停电通知和健康证"});
    writer.refreshStatistics();
    EXPECT_EQ(count("健康证"), 2U);
    EXPECT_EQ(count("停电"), 1U);
    EXPECT_FALSE(reading.inTransaction());
}

TEST(ArticleIndexFile, theSchemaCanComeFromAMigration) {
    sqlite::Database db("", sqlite::Mode::memory);
    registerSearch(db);
    registerSearch(db);
    const std::string sql = ArticleIndex::schemaSql() + TicketIndex::schemaSql();
    const std::vector<sqlite::Migration> migrations{{1, "0001_search.sql", sql}};
    ASSERT_TRUE(sqlite::migrate(db, migrations));
    ArticleIndex index(db);
    index.put({.rowid = 1, .title = "健康证"});
    EXPECT_EQ(index.search({.text = "jkz"}, {}).size(), 1U);
}

TEST_F(ArticleIndexTest, interruptEndsASearch) {
    const auto articles = sampleArticles(2000, 9);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        add(static_cast<std::int64_t>(i + 1), articles[i].title, articles[i].body);
    }
    std::atomic<bool> stop = false;
    std::thread other([&] {
        while (!stop) {
            m_db.interrupt();
        }
    });
    bool interrupted = false;
    for (int i = 0; i < 200 && !interrupted; ++i) {
        try {
            (void)m_index.search({.text = "办理申请材料窗口网上街道社区"}, m_dictionary);
        } catch (const sqlite::Failure& failure) {
            interrupted = failure.isInterrupt();
        }
    }
    stop = true;
    other.join();
    EXPECT_TRUE(interrupted);
    EXPECT_THAT(m_index.search({.text = "办理"}, m_dictionary), Not(IsEmpty()));
}

TEST_F(ArticleIndexTest, aSynonymBesideItsWordAddsHalf) {
    add(1, "健康 体检");
    add(2, "健康");
    add(3, "体检");
    Ranker ranker({.terms = {{1, 1}, {0.8, 1, true}}, .slotWeights = {1}, .columnWeights = {}, .ignoreLength = true});
    auto& query =
        m_db.cached("SELECT 1 FROM kb_fts WHERE kb_fts MATCH '\"健康\" OR \"体检\"' AND zhida_rank(kb_fts, ?1)");
    sqlite3_bind_pointer(query.handle(), 1, &ranker, Ranker::kPointerType, nullptr);
    query.step();
    const auto rows = ranker.take();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].rowid, 1);
    EXPECT_NEAR(rows[0].score, rows[1].score + 0.5 * rows[2].score, 1e-9);
    EXPECT_NEAR(rows[2].score, 0.8 * rows[1].score, 1e-9);
}

TEST_F(ArticleIndexTest, aSearchThatIsToStopEndsAtOnceAndTheNextOneIsWhole) {
    const auto articles = sampleArticles(2000, 9);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        add(static_cast<std::int64_t>(i + 1), articles[i].title, articles[i].body);
    }
    const std::string text = "办理申请材料窗口网上街道社区";
    const auto whole = found(text);
    ASSERT_THAT(whole, Not(IsEmpty()));
    const auto endsEarly = [&](const std::stop_token& stop) {
        try {
            (void)m_index.search({.text = text, .stop = stop}, m_dictionary);
        } catch (const sqlite::Failure& failure) {
            EXPECT_TRUE(failure.isInterrupt());
            EXPECT_FALSE(isDamage(failure));
            return true;
        }
        return false;
    };
    std::stop_source before;
    EXPECT_FALSE(endsEarly(before.get_token()));
    before.request_stop();
    EXPECT_TRUE(endsEarly(before.get_token()));
    bool stopped = false;
    for (int i = 0; i < 200 && !stopped; ++i) {
        std::stop_source amidst;
        std::thread key([&amidst, i] {
            std::this_thread::sleep_for(std::chrono::microseconds(20 * i));
            amidst.request_stop();
        });
        stopped = endsEarly(amidst.get_token());
        key.join();
        EXPECT_EQ(found(text), whole);
    }
    EXPECT_TRUE(stopped);
}

TEST_F(ArticleIndexTest, whatVisitsTheRowsLooksWhetherItIsToStop) {
    for (std::int64_t row = 1; row <= 1000; ++row) {
        add(row, "健康证");
    }
    const std::stop_source stop;
    Ranker ranker({.terms = {{1, 1}}, .slotWeights = {1}, .columnWeights = {}, .stop = stop.get_token()});
    auto& query = m_db.cached("SELECT 1 FROM kb_fts WHERE kb_fts MATCH '\"健康\"' AND zhida_rank(kb_fts, ?1)");
    const auto visit = [&] {
        query.reset();
        sqlite3_bind_pointer(query.handle(), 1, &ranker, Ranker::kPointerType, nullptr);
        query.step();
    };
    visit();
    EXPECT_EQ(ranker.visited(), 1000U);
    std::stop_source(stop).request_stop();
    EXPECT_THROW(visit(), sqlite::Failure);
    EXPECT_LT(ranker.visited(), 1300U);
}

}  // namespace
}  // namespace zhida::search
