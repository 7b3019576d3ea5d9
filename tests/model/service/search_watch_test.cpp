// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/search_watch.h"

#include <gtest/gtest.h>

namespace zhida::service {
namespace {

class Watch : public testing::Test {
protected:
    /// Types a text, of which `hits` are shown, and looks at it for so long. What was in vain before it, as "text/hits".
    std::string look(const std::string& text, std::size_t hits, std::int64_t ms) {
        const std::string ended = told(m_watch.shown(text, hits, m_now));
        m_now = m_now.plus(ms);
        return ended;
    }
    std::string over() { return told(m_watch.over(m_now)); }
    static std::string told(const std::optional<domain::NoteSearch>& note) {
        return note ? note->text + "/" + std::to_string(note->hits) : std::string();
    }

    SearchWatch m_watch;
    Instant m_now{1'000'000};
};

TEST_F(Watch, ATextThatIsTypedOnIsOneSearchAndTheOneThatStoodIsMeant) {
    EXPECT_EQ(look("健", 50, 200), "");
    EXPECT_EQ(look("健康", 20, 200), "");
    EXPECT_EQ(look("健康证夜间", 0, 4'000), "");
    EXPECT_EQ(look("健康证", 12, 2'000), "") << "rubbed out";
    EXPECT_EQ(over(), "健康证夜间/0");
    EXPECT_EQ(over(), "") << "once";
}

TEST_F(Watch, AnotherTextEndsTheSearchBefore) {
    look("停水", 3, 3'000);
    EXPECT_EQ(look("社保", 1, 3'000), "停水/3");
    EXPECT_EQ(over(), "社保/1");
}

TEST_F(Watch, WhatLedToAnAnswerOrDidNotStandIsNotInVain) {
    look("停水", 3, 3'000);
    m_watch.used();
    EXPECT_EQ(look("社保", 1, 400), "");
    EXPECT_EQ(over(), "") << "too short";
    look("停水", 3, 3'000);
    EXPECT_EQ(over(), "停水/3") << "used only once";
}

TEST_F(Watch, TheHitsAreThoseOfTheLastTimeItWasShown) {
    look("停水", 0, 2'000);
    look("停水", 4, 2'000);
    EXPECT_EQ(over(), "停水/4") << "an article came meanwhile";
}

TEST_F(Watch, WhatMayNotBeNotedIsNot) {
    look("13812345678", 0, 9'000);
    EXPECT_EQ(over(), "");
    look("", 0, 9'000);
    EXPECT_EQ(over(), "");
    EXPECT_EQ(over(), "");
}

}  // namespace
}  // namespace zhida::service
