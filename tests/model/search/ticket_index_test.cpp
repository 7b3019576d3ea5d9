// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/ticket_index.h"

#include <gmock/gmock.h>

namespace zhida::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TicketIndexTest : public testing::Test {
protected:
    void SetUp() override {
        m_index.put(1, "HZ202405010001", "小区半夜施工噪音扰民", "文三路某小区，夜里两点还在施工，电话13800001234。");
        m_index.put(2, "HZ202405010002", "路灯不亮", "文三路12号门前路灯坏了，夜里很黑。");
        m_index.put(3, "HZ202405020001", "施工围挡占道", "围挡占用人行道。");
    }
    std::vector<std::int64_t> found(std::string_view text, bool exact = false, int limit = 10) {
        std::vector<std::int64_t> rows;
        for (const Hit& hit : m_index.search(text, limit, exact)) {
            rows.push_back(hit.rowid);
        }
        return rows;
    }
    sqlite::Database m_db{"", sqlite::Mode::memory};
    TicketIndex m_index{m_db};
};

TEST_F(TicketIndexTest, findsByNumberItsBeginningPhoneAndWords) {
    EXPECT_THAT(found("HZ202405010002"), ElementsAre(2));
    EXPECT_THAT(found("hz20240502"), ElementsAre(3));
    EXPECT_THAT(found("13800001234"), ElementsAre(1));
    EXPECT_THAT(found("半夜施工"), testing::Contains(1));
    EXPECT_THAT(found("文三路12号", true), ElementsAre(2));
    EXPECT_THAT(found("施工", true), testing::UnorderedElementsAre(1, 3));
    EXPECT_THAT(found("没有这样的词", true), IsEmpty());
}

TEST_F(TicketIndexTest, moreOfTheSentenceIsBetter) {
    EXPECT_EQ(found("半夜施工扰民怎么没人管").front(), 1);
    EXPECT_EQ(found("文三路路灯").front(), 2);
    EXPECT_EQ(m_index.search("路灯坏了", 1, false).front().why, (std::vector<std::string>{"text:路灯坏了"}));
}

TEST_F(TicketIndexTest, changesAndRemovals) {
    m_index.put(1, "HZ202405010001", "已改", "已改");
    EXPECT_THAT(found("噪音扰民", true), IsEmpty());
    m_index.remove(2);
    EXPECT_THAT(found("路灯", true), IsEmpty());
    m_db.exec("INSERT INTO ticket_fts(ticket_fts) VALUES('integrity-check')");
}

TEST_F(TicketIndexTest, limitsAndStatistics) {
    EXPECT_THAT(found("施工", false, 1).size(), 1U);
    EXPECT_THAT(found("施工", false, 0), IsEmpty());
    m_index.refreshStatistics();
    m_index.optimize();
    EXPECT_THAT(found("占道"), ElementsAre(3));
}

}  // namespace
}  // namespace zhida::search
