// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/ids.h"

#include <gtest/gtest.h>

#include <set>

namespace zhida {
namespace {

TEST(Uuid, VersionSevenSortsByTimeAndNeverRepeats) {
    SeededRng rng(1);
    std::set<Uuid> seen;
    Uuid last;
    for (int i = 0; i < 5000; ++i) {
        const Uuid id = Uuid::v7(Instant{1'700'000'000'000 + i * 2}, rng);
        EXPECT_LT(last, id);
        EXPECT_TRUE(seen.insert(id).second);
        EXPECT_EQ(id.text()[14], '7');
        EXPECT_NE(std::string("89ab").find(id.text()[19]), std::string::npos);
        last = id;
    }
}

TEST(Uuid, TextAndRawRoundTrip) {
    SeededRng rng(2);
    for (int i = 0; i < 1000; ++i) {
        const Uuid id = Uuid::v7(Instant{i}, rng);
        EXPECT_EQ(Uuid::parse(id.text()), id);
        EXPECT_EQ(Uuid::fromRaw(id.raw()), id);
    }
    EXPECT_EQ(Uuid::parse("0190A2B4-0000-7000-8000-0000000000FF")->text(), "0190a2b4-0000-7000-8000-0000000000ff");
}

TEST(Uuid, RefusesWhatIsNone) {
    for (const char* text :
         {"", "0190a2b4", "0190a2b4-0000-7000-8000-0000000000f", "0190a2b4-0000-7000-8000-0000000000fg",
          "0190a2b4x0000-7000-8000-0000000000ff", "0190a2b4-0000-7000-8000-0000000000ff0"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
    EXPECT_FALSE(Uuid::fromRaw("short"));
}

TEST(Uuid, NamesGiveTheSameIdEverywhere) {
    EXPECT_EQ(Uuid::fromName("import:2549"), Uuid::fromName("import:2549"));
    std::set<Uuid> seen;
    for (int i = 0; i < 20000; ++i) {
        EXPECT_TRUE(seen.insert(Uuid::fromName("ticket:" + std::to_string(i))).second);
    }
}

}  // namespace
}  // namespace zhida
