// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/building.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

std::string building(std::string_view text) {
    const auto found = buildingIn(text);
    return found ? found->building + "|" + found->telling + "|" + found->household : "-";
}

TEST(Building, isFoundInAnAddressAndInWhatACallerSays) {
    EXPECT_EQ(building("阳光小区3号楼2单元501室"), "阳光小区3号楼|光小区|2-501");
    EXPECT_EQ(building("天平街道 阳光小区 3 号楼 2 单元 501"), "天平街道阳光小区3号楼|光小区|2-501");
    EXPECT_EQ(building("您好，我家在锦绣城１２栋１单元，停水三天"), "我家在锦绣城12号楼|锦绣城|1");
    EXPECT_EQ(building("泰山花园B座1203户漏水"), "泰山花园B号楼|山花园|1203");
    EXPECT_EQ(building("幸福里三幢没有热水"), "幸福里三号楼|幸福里|");
}

TEST(Building, isNotSeenWhereNoneIsNamed) {
    for (const char* text : {"", "号楼", "3号楼", "我们小区3号楼停水", "小区3号楼", "岱宗大街路灯不亮", "座谈会",
                             "一座桥", "\xff\xfe", "\xe6\xa5"}) {
        EXPECT_EQ(building(text), "-") << text;
    }
}

TEST(Building, isTheSameHoweverMuchStandsBeforeItsName) {
    EXPECT_TRUE(isSameBuilding("阳光小区3号楼", "天平街道阳光小区3号楼"));
    EXPECT_TRUE(isSameBuilding("我家住阳光小区3号楼", "诉求人阳光小区3号楼"));
    EXPECT_TRUE(isSameBuilding("幸福里3号楼", "粥店街道幸福里3号楼"));
    EXPECT_FALSE(isSameBuilding("阳光小区3号楼", "阳光小区13号楼"));
    EXPECT_FALSE(isSameBuilding("阳光小区3号楼", "月光小区3号楼"));
    EXPECT_FALSE(isSameBuilding("泰山花园3号楼", "香山花园3号楼"));
    EXPECT_FALSE(isSameBuilding("阳光小区3号楼", "阳光小区4号楼"));
    EXPECT_FALSE(isSameBuilding("", ""));
}

}  // namespace
}  // namespace zhida::domain
