// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/number_format.h"

#include "app/importing/cell_place.h"

#include <gtest/gtest.h>

namespace zhida::importing {
namespace {

struct NumberCase {
    const char* value;
    const char* code;
    const char* text;
    bool from1904 = false;
};

class Numbers : public testing::TestWithParam<NumberCase> {};

TEST_P(Numbers, AreWrittenAsTheirFormatSays) {
    const NumberCase& c = GetParam();
    EXPECT_EQ(numberText(c.value, formatOfCode(c.code), c.from1904).text, c.text) << c.value << " " << c.code;
}

INSTANTIATE_TEST_SUITE_P(
    Plain, Numbers,
    testing::Values(NumberCase{"5381234567", "General", "5381234567"},
                    NumberCase{"5.381234567E9", "General", "5381234567"}, NumberCase{"5381234567.0", "0", "5381234567"},
                    NumberCase{"1.2345678901234499E+17", "", "123456789012345000"},
                    NumberCase{"370902198001011234", "", "370902198001011234"},
                    NumberCase{"0.30000000000000004", "General", "0.3"}, NumberCase{"-12.50", "0.00", "-12.5"},
                    NumberCase{"1.5E-7", "0.00E+00", "0.00000015"}, NumberCase{"0", "", "0"},
                    NumberCase{"-0.0", "", "0"}, NumberCase{"10100", "000000", "010100"},
                    NumberCase{"1234567", "000000", "1234567"}, NumberCase{"12", "0", "12"},
                    NumberCase{"0.95", "0%", "0.95"}, NumberCase{"1234.5", "#,##0.00_);[Red](#,##0.00)", "1234.5"},
                    NumberCase{"45000", "\"编号dhms\"0", "45000"}, NumberCase{"45000", "0\\d", "45000"},
                    NumberCase{"NaN", "yyyy", "NaN"}, NumberCase{"一", "yyyy", "一"}, NumberCase{"", "", ""}));

INSTANTIATE_TEST_SUITE_P(
    Dates, Numbers,
    testing::Values(NumberCase{"45000", "yyyy-mm-dd", "2023-03-15"},
                    NumberCase{"45000", "yyyy\"年\"m\"月\"d\"日\";@", "2023-03-15"},
                    NumberCase{"45000", "[$-804]yyyy\\-mm", "2023-03-15"}, NumberCase{"45000", "mmm", "2023-03-15"},
                    NumberCase{"45000", "[$-404]e/m/d", "2023-03-15"},
                    NumberCase{"43782.47246527778", "yyyy-mm-dd hh:mm:ss", "2019-11-13T11:20:21"},
                    NumberCase{"43782.47246527778", "yyyy/m/d", "2019-11-13T11:20:21"},
                    NumberCase{"45000", "yyyy-mm-dd hh:mm", "2023-03-15T00:00:00"},
                    NumberCase{"45000.999999999", "yyyy-mm-dd", "2023-03-16"},
                    NumberCase{"0.354166666666667", "h:mm", "08:30:00"},
                    NumberCase{"0.354166666666667", "上午/下午h\"时\"mm\"分\"", "08:30:00"},
                    NumberCase{"1.5", "[h]:mm", "36:00:00"}, NumberCase{"1", "yyyy-mm-dd", "1900-01-01"},
                    NumberCase{"59", "yyyy-mm-dd", "1900-02-28"}, NumberCase{"60", "yyyy-mm-dd", "60"},
                    NumberCase{"61", "yyyy-mm-dd", "1900-03-01"}, NumberCase{"0", "yyyy-mm-dd", "0"},
                    NumberCase{"43538", "yyyy-mm-dd", "2023-03-15", true},
                    NumberCase{"0", "yyyy-mm-dd", "1904-01-01", true},
                    NumberCase{"2958465", "yyyy-mm-dd", "9999-12-31"}, NumberCase{"2958466", "yyyy-mm-dd", "2958466"},
                    NumberCase{"-5", "yyyy-mm-dd", "-5"}, NumberCase{"1E20", "hh:mm", "100000000000000000000"}));

TEST(Numbers, ThatOnlyTheFormatNumberExplains) {
    for (const unsigned date : {14U, 17U, 27U, 31U, 36U, 57U}) {
        EXPECT_EQ(numberText("45000", formatOfNumber(date), false).text, "2023-03-15") << date;
    }
    EXPECT_EQ(numberText("45000.5", formatOfNumber(22), false).text, "2023-03-15T12:00:00");
    EXPECT_EQ(numberText("0.5", formatOfNumber(20), false).text, "12:00:00");
    EXPECT_EQ(numberText("1.5", formatOfNumber(46), false).text, "36:00:00");
    for (const unsigned plain : {0U, 1U, 4U, 9U, 11U, 49U, 163U}) {
        EXPECT_EQ(numberText("45000", formatOfNumber(plain), false).text, "45000") << plain;
    }
}

TEST(Numbers, SayWhenTheWorkbookHasDroppedDigits) {
    EXPECT_TRUE(numberText("3.70902198001011E+17", {}, false).cut);
    EXPECT_FALSE(numberText("370902198001011234", {}, false).cut);
    EXPECT_FALSE(numberText("1.23456789012345E+14", {}, false).cut);
}

TEST(CellPlaces, AreReadWithinTheBoundsOfASheet) {
    EXPECT_EQ(readCellPlace("C5"), (CellPlace{2, 5}));
    EXPECT_EQ(readCellPlace("XFD1048576"), (CellPlace{16'383, 1'048'576}));
    for (const char* const absurd : {"", "C", "5", "C0", "c5", "XFE1", "A1048577", "ZZZZZZ99999999999", "C5x", "-1"}) {
        EXPECT_FALSE(readCellPlace(absurd)) << absurd;
    }
    EXPECT_EQ(columnLetters(0) + columnLetters(25) + columnLetters(26) + columnLetters(16'383), "AZAAXFD");
}

}  // namespace
}  // namespace zhida::importing
