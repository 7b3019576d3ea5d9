// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/row_reader.h"
#include "app/importing/text_file.h"
#include "app/importing/time_reader.h"

#include <gtest/gtest.h>

namespace zhida::importing {
namespace {

struct Read {
    std::vector<Row> rows;
    std::vector<Error> errors;
};

Read readAll(const std::string& name, std::string_view text) {
    auto reader = makeReader(name, text);
    EXPECT_TRUE(reader.ok()) << reader.error().code;
    Read read;
    while (auto row = (*reader)->next()) {
        if (*row) {
            read.rows.push_back(std::move(**row));
        } else {
            read.errors.push_back(row->error());
        }
    }
    return read;
}

TEST(CsvReader, ReadsQuotesLineEndsAndLineNumbers) {
    const Read read = readAll("a.csv", "a,b\r\n\"x, \"\"y\"\"\",1\r\n\"two\nlines\",2\n\n3,\"\"\r4,z\"z");
    ASSERT_EQ(read.rows.size(), 4U);
    EXPECT_EQ(read.rows[0].fields["a"], "x, \"y\"");
    EXPECT_EQ(read.rows[1].fields["a"], "two\nlines");
    EXPECT_EQ(read.rows[1].line, 3U);
    EXPECT_EQ(read.rows[2].line, 6U);
    EXPECT_EQ(read.rows[2].fields["b"], "");
    EXPECT_EQ(read.rows[3].fields["b"], "z\"z");
}

TEST(CsvReader, AQuoteThatIsNeverClosedCostsOneLine) {
    const Read read = readAll("a.csv", "a,b\n1,\"open\n2,x\n3,y\n");
    ASSERT_EQ(read.errors.size(), 1U);
    EXPECT_EQ(read.errors[0].code, "row.openQuote");
    EXPECT_EQ(read.errors[0].arg("line"), "2");
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[0].line, 3U);
    EXPECT_EQ(read.rows[1].fields["b"], "y");
}

TEST(CsvReader, SurplusColumnsAreRefusedMissingOnesRemarked) {
    const Read read = readAll("a.csv", "a,b\n1,2,3\n4\n5,6,\n");
    ASSERT_EQ(read.errors.size(), 1U);
    EXPECT_EQ(read.errors[0].code, "row.columns");
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[0].remarks.at(0).code, "row.fewColumns");
    EXPECT_TRUE(read.rows[1].remarks.empty());
}

TEST(CsvReader, FindsTheSeparatorAndNamesColumnsApart) {
    EXPECT_EQ(readAll("a.tsv", "a\tb\n1\t2,3\n").rows.at(0).fields["b"], "2,3");
    EXPECT_EQ(readAll("a.csv", "a;b\n1;2\n").rows.at(0).fields["b"], "2");
    const Read twice = readAll("a.csv", "a,a,\n1,2,3\n");
    EXPECT_EQ(twice.rows.at(0).fields["a#2"], "2");
    EXPECT_EQ(twice.rows.at(0).fields["#3"], "3");
}

TEST(JsonReaders, ABrokenElementCostsNoOther) {
    const Read lines = readAll("a.jsonl", "{\"a\":1}\n\n{\"a\":\n[2]\n{\"a\":\"x\"}");
    ASSERT_EQ(lines.rows.size(), 2U);
    EXPECT_EQ(lines.rows[1].line, 5U);
    ASSERT_EQ(lines.errors.size(), 2U);
    EXPECT_EQ(lines.errors[0].code, "row.json");
    EXPECT_EQ(lines.errors[0].arg("line"), "3");
    EXPECT_EQ(lines.errors[1].code, "row.notObject");

    const Read array = readAll("a.json", "[\n {\"a\":\"],{\\\"\"},\n {\"a\" 1},\n {\"a\":{\"b\":[1,2]}}\n]\n");
    ASSERT_EQ(array.rows.size(), 2U);
    EXPECT_EQ(array.rows[0].fields["a"], "],{\"");
    EXPECT_EQ(array.rows[1].line, 4U);
    ASSERT_EQ(array.errors.size(), 1U);
    EXPECT_EQ(array.errors[0].arg("line"), "3");
}

TEST(RowReader, SaysWhatItCannotRead) {
    EXPECT_EQ(makeReader("a.csv", std::string_view("a\0b", 3)).error().arg("format"), "binary");
    EXPECT_EQ(makeReader("a.csv", " \n").error().code, "import.empty");
    EXPECT_EQ(makeReader("a.json", "12").error().code, "import.format");
}

std::string asUtf16(std::string_view ascii, bool little, bool mark) {
    std::string out = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
    for (const char c : ascii) {
        out += little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return out;
}

TEST(TextFile, DetectsEncodings) {
    // 投诉噪音,省庄镇 in GB18030 and in UTF-8
    const std::string gb = "title\n\xCD\xB6\xCB\xDF\xD4\xEB\xD2\xF4,\xCA\xA1\xD7\xAF\xD5\xF2\n";
    const std::string utf8 = "title\n投诉噪音,省庄镇\n";
    EXPECT_EQ(TextFile::ofBytes(gb).encoding(), Encoding::gb18030);
    EXPECT_EQ(TextFile::ofBytes(gb).text(), utf8);
    EXPECT_EQ(TextFile::ofBytes(utf8).encoding(), Encoding::utf8);
    EXPECT_EQ(TextFile::ofBytes("\xEF\xBB\xBF" + utf8).text(), utf8);
    for (const bool little : {true, false}) {
        for (const bool mark : {true, false}) {
            EXPECT_EQ(TextFile::ofBytes(asUtf16("id,title\n1,x\n", little, mark)).text(), "id,title\n1,x\n");
        }
    }
    EXPECT_EQ(TextFile::ofBytes("").text(), "");
}

TEST(TextFile, AFewBrokenBytesDoNotChangeTheEncoding) {
    const std::string little = "id,title\n1,\xBB\xB5\xFF\xFE\xC2\xEB,\xBA\xC3\n";
    EXPECT_EQ(TextFile::ofBytes(little).encoding(), Encoding::gb18030);
    const std::string utf8 = "title\n投诉噪音,省庄镇\n坏\xE5\x9D行\n又一行正常的文字\n";
    const TextFile file = TextFile::ofBytes(utf8);
    EXPECT_EQ(file.encoding(), Encoding::utf8);
    bool damaged = false;
    EXPECT_EQ(repaired("坏\xE5\x9D行", damaged), "坏\xEF\xBF\xBD\xEF\xBF\xBD行");
    EXPECT_TRUE(damaged);
    // GB18030 with a lead byte that a line end cuts off: the line end stays.
    const std::string gb = "\xCD\xB6\xCB\xDF\xD4\xEB\xD2\xF4\xCA\n\xD7\xAF\xD5\xF2\n";
    EXPECT_EQ(TextFile::ofBytes(gb).text(), "投诉噪音\xEF\xBF\xBD\n庄镇\n");
}

struct TimeCase {
    const char* text;
    const char* pattern;
    int offset;
    const char* expected;  ///< empty: none
};

class Times : public testing::TestWithParam<TimeCase> {};

TEST_P(Times, AreRead) {
    const TimeCase& c = GetParam();
    const auto at = readTime(c.text, {c.pattern, UtcOffset{c.offset}});
    EXPECT_EQ(at ? formatIso(*at, UtcOffset{c.offset}) : "", c.expected) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Times,
    testing::Values(TimeCase{"2019-04-25T09:32:09", "", 480, "2019-04-25T09:32:09+08:00"},
                    TimeCase{"2019-04-25T01:32:09Z", "auto", 480, "2019-04-25T09:32:09+08:00"},
                    TimeCase{"2025/8/9 7:05:00", "", 480, "2025-08-09T07:05:00+08:00"},
                    TimeCase{"2025年8月9日 10时5分", "", 480, "2025-08-09T10:05:00+08:00"},
                    TimeCase{"2025年8月9日", "", 480, "2025-08-09T00:00:00+08:00"},
                    TimeCase{"43782.47246527778", "", 480, "2019-11-13T11:20:21+08:00"},
                    TimeCase{"20250809101500", "", 480, "2025-08-09T10:15:00+08:00"},
                    TimeCase{"06/20/2016 10:04:21 PM", "%m/%d/%Y %I:%M:%S %p", -300, "2016-06-20T22:04:21-05:00"},
                    TimeCase{"06/20/2016 12:04:21 AM", "%m/%d/%Y %I:%M:%S %p", -300, "2016-06-20T00:04:21-05:00"},
                    TimeCase{"2019-11-13T11:20:21", "spreadsheet", 480, "2019-11-13T11:20:21+08:00"},
                    TimeCase{"2016-06-20", "%m/%d/%Y", -300, "2016-06-20T00:00:00-05:00"},
                    TimeCase{"2016-6-20", "%m/%d/%Y", -300, ""},
                    TimeCase{"1566000000", "unix", 0, "2019-08-17T00:00:00Z"},
                    TimeCase{"02/30/2016 10:04:21 PM", "%m/%d/%Y %I:%M:%S %p", -300, ""},
                    TimeCase{"13/20/2016 10:04:21 PM", "%m/%d/%Y %I:%M:%S %p", -300, ""},
                    TimeCase{"06/20/2016 10:04:21 PM x", "%m/%d/%Y %I:%M:%S %p", -300, ""},
                    TimeCase{"昨天", "", 480, ""}, TimeCase{"2025-02-29", "", 480, ""}, TimeCase{"12", "", 480, ""}));

TEST(Offsets, AreRead) {
    EXPECT_EQ(readOffset("-05:30")->minutes, -330);
    EXPECT_EQ(readOffset("Z")->minutes, 0);
    EXPECT_FALSE(readOffset("8"));
    EXPECT_FALSE(readOffset("+99:00"));
}

}  // namespace
}  // namespace zhida::importing
