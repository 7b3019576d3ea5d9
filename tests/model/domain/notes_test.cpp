// SPDX-License-Identifier: GPL-3.0-or-later
// Searches in vain, and what is learned of suggestions.
#include "model/domain/decide_article.h"
#include "tests/model/domain/office.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace zhida::domain {
namespace {

using test::at;
using test::Office;

class Notes : public testing::Test {
protected:
    RecordCommand command(RecordAct act, std::string key) {
        RecordCommand c;
        c.id = CommandId::make(m_office.now, m_office.rng);
        c.user = m_taker.user;
        c.occurredAt = m_office.now;
        c.kind = kindOf(act);
        c.key = std::move(key);
        c.act = std::move(act);
        return c;
    }
    [[nodiscard]] Context context() const { return {m_office.now, m_taker, &m_office.rules, &m_office.units}; }
    [[nodiscard]] std::string keyOf(const std::string& text) const {
        return searchMissKey(m_taker.user, localDay(m_office.now, UtcOffset{480}), text);
    }
    Result<SearchMiss> note(const std::string& text, std::uint32_t hits = 0,
                            const std::optional<SearchMiss>& before = {}) {
        return decideSearchNote(before, command(NoteSearch{text, hits}, keyOf(text)), context());
    }

    Office m_office;
    UserProfile m_taker = at(Role::callTaker);
};

TEST_F(Notes, ASearchIsCountedForItsPersonAndDay) {
    const auto first = note("夜间办证", 3);
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(first->times, 1U);
    EXPECT_EQ(first->hits, 3U);
    EXPECT_EQ(first->user, m_taker.user);
    EXPECT_EQ(first->unit.value, "centre");
    EXPECT_EQ(first->lastAt, m_office.now);
    m_office.now = m_office.now.plus(kHourMs);
    const auto second = note("夜间办证", 0, *first);
    EXPECT_EQ(second->times, 2U);
    EXPECT_EQ(second->hits, 0U);
    EXPECT_EQ(second->lastAt, m_office.now);
    EXPECT_EQ(second->key, first->key);
}

TEST_F(Notes, NobodyNotesForAnotherOrUnderAnotherKey) {
    const std::string other = searchMissKey({"somebody"}, Day{20'000}, "夜间办证");
    for (const std::string& key :
         {other, keyOf("别的"), std::string("x"), std::string("//"), m_taker.user.value + "/"}) {
        EXPECT_EQ(decideSearchNote({}, command(NoteSearch{"夜间办证", 0}, key), context()).error().code, "search.key")
            << key;
    }
    const Day today = localDay(m_office.now, UtcOffset{480});
    const auto onDay = [&](int days) {
        const auto noted = decideSearchNote(
            {}, command(NoteSearch{"夜间办证", 0}, searchMissKey(m_taker.user, today.plus(days), "夜间办证")),
            context());
        return noted ? std::string() : noted.error().code;
    };
    EXPECT_EQ(onDay(-400), "") << "noted without a line, long ago: swept at once";
    EXPECT_EQ(onDay(1), "");
    EXPECT_EQ(onDay(2), "search.key") << "it would stay longer than it may";
    m_taker.role = Role::system;
    EXPECT_EQ(note("夜间办证").error().code, "user.mayNot");
}

TEST_F(Notes, WhatNamesPeopleIsNoQuestionOrIsTooLongIsNotNoted) {
    for (const char* text : {"", " ", "13812345678", "王先生 停水", "370902199001011234", "0538-8812345",
                             "82345678 停水", "622848 0402564890018 余额", "……", "\n"}) {
        EXPECT_EQ(notableSearch(text), "") << text;
    }
    EXPECT_EQ(note("联系电话13812345678停水").error().code, "search.notNotable");
    EXPECT_EQ(note(" 停水").error().code, "search.notNotable") << "as the desk trims it";
    EXPECT_EQ(notableSearch("  健康证 哪里办\n"), "健康证 哪里办");
    std::string longest;
    for (std::size_t i = 0; i < kMostMissedText; ++i) {
        longest += "水";
    }
    EXPECT_EQ(notableSearch(longest), longest);
    EXPECT_EQ(notableSearch(longest + "水"), "");
    EXPECT_EQ(notableSearch("12345热线"), "12345热线");
}

TEST(SearchGaps, TheSameQuestionOfSeveralPeopleIsOneGapAndTheMostPeopleLead) {
    const Instant now{1'755'655'200'000};
    const auto miss = [&](const char* text, const char* user, std::uint32_t times, std::uint32_t hits,
                          std::int64_t hoursAgo) {
        return SearchMiss{"", text, hits, times, {user}, {"centre"}, now.plus(-hoursAgo * kHourMs)};
    };
    const auto gaps =
        searchGapsIn(60, now.plus(-30 * kDayMs),
                     {miss("夜间哪里可以办理健康证", "a", 1, 0, 1), miss("夜间哪里可以办健康证", "b", 4, 2, 5),
                      miss("古槐", "a", 9, 0, 2), miss("古槐", "a", 1, 0, 3), miss("古树", "c", 1, 1, 3),
                      miss("很久以前问过的事情", "d", 50, 0, 31 * 24)});
    ASSERT_EQ(gaps.size(), 3U);
    EXPECT_EQ(gaps[0].text, "夜间哪里可以办健康证") << "as most wrote it";
    EXPECT_EQ(gaps[0].people, 2U);
    EXPECT_EQ(gaps[0].times, 5U);
    EXPECT_TRUE(gaps[0].withoutHit) << "the last one";
    EXPECT_EQ(gaps[1].text, "古槐");
    EXPECT_EQ(gaps[1].times, 10U);
    EXPECT_EQ(gaps[1].people, 1U);
    EXPECT_EQ(gaps[2].text, "古树") << "two characters are alike only when they are the same";
    EXPECT_FALSE(gaps[2].withoutHit);
}

TEST(SearchGaps, TheDayOfAKeyIsReadBack) {
    for (const char* user : {"ct01", "a/b", "王"}) {
        EXPECT_EQ(dayOfMiss(searchMissKey({user}, *parseDay("2026-11-28"), "x")), parseDay("2026-11-28")) << user;
    }
    for (const char* key : {"", "/", "//", "a/2026-11-28", "2026-11-28/x", "a/2026-13-01/x", "a//x"}) {
        EXPECT_EQ(dayOfMiss(key), std::nullopt) << key;
    }
}

TEST_F(Notes, ACorrectionIsLearnedInOneOfItsPersonsOwnPlaces) {
    const LearnSuggestion said{SuggestionKind::unit, "wsjk", false, {1, 5, 9}};
    const auto learned = decideLearned(command(said, learnedKey(m_taker.user, 63)), context());
    ASSERT_TRUE(learned.ok());
    EXPECT_EQ(learned->said, said);
    EXPECT_EQ(learned->user, m_taker.user);
    for (const std::string& key :
         {learnedKey(m_taker.user, 64), learnedKey({"other"}, 0), std::string("0"), m_taker.user.value + "/00"}) {
        EXPECT_EQ(decideLearned(command(said, key), context()).error().code, "suggestion.key") << key;
    }
    EXPECT_EQ(
        decideLearned(command(LearnSuggestion{SuggestionKind::unit, "wsjk", true, {}}, learnedKey(m_taker.user, 0)),
                      context())
            .error()
            .code,
        "text.missing");
}

TEST(LearnedPlaces, TheSameTakesItsOwnPlaceThenAFreeOneThenTheOldest) {
    const UserCode user{"lin"};
    std::vector<LearnedSuggestion> own;
    for (std::uint32_t i = 0; i < 3 * kMostLearned; ++i) {
        const LearnSuggestion said{SuggestionKind::category, "C" + std::to_string(i), true, {i, i + 1}};
        const std::string key = placeFor(said, user, own);
        EXPECT_EQ(key, learnedKey(user, i % kMostLearned));
        const auto there = std::find_if(own.begin(), own.end(), [&key](const auto& each) { return each.key == key; });
        const LearnedSuggestion learned{key, user, Instant{static_cast<std::int64_t>(i)}, said};
        there == own.end() ? own.push_back(learned) : void(*there = learned);
        LearnSuggestion again = said;
        again.wanted = false;
        EXPECT_EQ(placeFor(again, user, own), key) << "the other word on the same";
    }
    EXPECT_EQ(own.size(), kMostLearned);
}

}  // namespace
}  // namespace zhida::domain
