// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words.h"

#include "app/words_table.h"

#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT: setenv

#include <algorithm>
#include <set>

namespace zhida::words {
namespace {

std::set<std::string> placeholdersOf(std::string_view text) {
    std::set<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        names.emplace(text.substr(open + 1, text.find('}', open) - open - 1));
    }
    return names;
}

TEST(Words, PutArgumentsIntoTheSentence) {
    const Error error("centre.missing", {{"dir", "/srv/centre"}});
    EXPECT_NE(sentence(error, Language::english).find("zhida-admin init /srv/centre"), std::string::npos);
    EXPECT_NE(sentence(error, Language::chinese).find("/srv/centre"), std::string::npos);
    EXPECT_NE(sentence(error, Language::chinese), sentence(error, Language::english));
}

TEST(Words, NameWhoMayAndFromWhichStates) {
    const Error role("user.mayNot",
                     {{"role", "callTaker"}, {"command", "ticket.dispatch"}, {"who", "dispatcher supervisor"}});
    EXPECT_NE(sentence(role, Language::english).find("May: dispatcher, supervisor."), std::string::npos);
    EXPECT_NE(sentence(role, Language::chinese).find("可以的角色：dispatcher, supervisor"), std::string::npos);
    const Error state("ticket.wrongState",
                      {{"state", "closed"}, {"command", "ticket.sign"}, {"from", "dispatched redo"}});
    EXPECT_NE(sentence(state, Language::english).find("from: dispatched, redo."), std::string::npos);
}

TEST(Words, ShowWhatTheyDoNotKnow) {
    EXPECT_EQ(sentence(Error("no.words", {{"a", "1"}, {"b", "2"}}), Language::english), "no.words a=1 b=2");
}

TEST(Words, AreAlwaysOneLine) {
    const Error error("db.corrupt", {{"path", "p"}, {"detail", "two\nlines"}});
    EXPECT_EQ(sentence(error, Language::english).find('\n'), std::string::npos);
}

TEST(Words, BothLanguagesSayTheSameInOrderOfCode) {
    std::string last;
    for (const auto table : {sentencesAtoM(), sentencesNtoZ()}) {
        for (const Sentence& each : table) {
            EXPECT_LT(last, each.code);
            last = each.code;
            EXPECT_EQ(placeholdersOf(each.zh), placeholdersOf(each.en)) << each.code;
            EXPECT_EQ(sentence(Error(each.code), Language::english).find(each.code), std::string::npos) << each.code;
        }
    }
}

TEST(Words, FollowTheEnvironment) {
    ::setenv("LC_ALL", "zh_CN.UTF-8", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::chinese);
    ::setenv("LC_ALL", "", 1);
    ::setenv("LC_MESSAGES", "en_GB.UTF-8", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::english);
}

}  // namespace
}  // namespace zhida::words
