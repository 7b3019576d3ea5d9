// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/xlsx_reader.h"

#include "tests/support/workbook_maker.h"

#include <gtest/gtest.h>

namespace zhida::importing {
namespace {

using test::textRow;
using test::WorkbookMaker;

struct SheetRead {
    std::vector<std::string> header;
    std::string sheet;
    std::vector<Row> rows;
    std::vector<std::string> said;  ///< "3 row.reference" of a row that is refused, "3 cell.error" of a remark
};

SheetRead readSheet(const std::string& bytes, const XlsxOptions& options = {}) {
    SheetRead read;
    auto reader = makeXlsxReader("a.xlsx", bytes, options);
    EXPECT_TRUE(reader.ok()) << reader.error().code;
    if (!reader) {
        return read;
    }
    read.header = (*reader)->header();
    read.sheet = (*reader)->sheet();
    while (auto row = (*reader)->next()) {
        if (!*row) {
            read.said.push_back(row->error().arg("line") + " " + row->error().code);
            continue;
        }
        for (const Error& each : (*row)->remarks) {
            read.said.push_back(std::to_string((*row)->line) + " " + each.code);
        }
        read.rows.push_back(std::move(**row));
    }
    return read;
}

/// What one cell of column b says, with the cells of the row before it.
struct CellCase {
    const char* name;
    const char* cell;  ///< the element
    const char* text;  ///< empty: the cell is not there
    const char* said = "";
};

WorkbookMaker cellsMaker() {
    WorkbookMaker maker;
    maker.strings(
        "<si><t>共享</t></si>"
        "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">健康</t></r><r><t>证</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>jiankang</t></rPh><phoneticPr fontId=\"1\"/></si>"
        "<si><t>第一行_x000D_\n第二行 &amp; &lt;三&gt; _x005F_x000D_ _xD83D__xDE00_</t></si>"
        "<si/>");
    maker.formats({"General", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "14", "000000"});
    return maker;
}

class Cells : public testing::TestWithParam<CellCase> {};

TEST_P(Cells, BecomeText) {
    const CellCase& c = GetParam();
    WorkbookMaker maker = cellsMaker();
    maker.sheet("表", textRow(1, {"a", "b"}) + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>x</v></c>" + c.cell + "</row>");
    const SheetRead read = readSheet(maker.bytes());
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0].fields.value("b", ""), c.text);
    EXPECT_EQ(read.rows[0].fields.contains("b"), *c.text != '\0');
    EXPECT_EQ(read.said, *c.said == '\0' ? std::vector<std::string>{} : std::vector<std::string>{c.said});
}

INSTANTIATE_TEST_SUITE_P(
    Table, Cells,
    testing::Values(
        CellCase{"shared", R"(<c r="B2" t="s"><v>0</v></c>)", "共享"},
        CellCase{"richText", R"(<c r="B2" t="s"><v>1</v></c>)", "健康证"},
        CellCase{"escapes", R"(<c r="B2" t="s"><v>2</v></c>)", "第一行\n第二行 & <三> _x000D_ 😀"},
        CellCase{"emptyShared", R"(<c r="B2" t="s"><v>3</v></c>)", ""},
        CellCase{"noSuchShared", R"(<c r="B2" t="s"><v>4</v></c>)", "", "2 cell.noText"},
        CellCase{"noIndex", R"(<c r="B2" t="s"><v>-1</v></c>)", "", "2 cell.noText"},
        CellCase{"inlineRich",
                 R"(<c r="B2" t="inlineStr"><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t>乙</t></r></is></c>)",
                 "甲乙"},
        CellCase{"lineBreak", "<c r=\"B2\" t=\"inlineStr\"><is><t>一&#10;二&#13;三</t></is></c>", "一\n二\n三"},
        CellCase{"cdata", "<c r=\"B2\" t=\"str\"><v><![CDATA[a<b]]></v></c>", "a<b"},
        CellCase{"longIdAsText", R"(<c r="B2" t="inlineStr"><is><t>370902198001011234</t></is></c>)",
                 "370902198001011234"},
        CellCase{"longIdAsNumber", R"(<c r="B2"><v>3.70902198001011E+17</v></c>)", "370902198001011000",
                 "2 cell.longNumber"},
        CellCase{"phone", R"(<c r="B2"><v>5381234567</v></c>)", "5381234567"},
        CellCase{"phoneWithExponent", R"(<c r="B2" t="n"><v>5.381234567E9</v></c>)", "5381234567"},
        CellCase{"date", R"(<c r="B2" s="1"><v>45000</v></c>)", "2023-03-15"},
        CellCase{"dateTime", R"(<c r="B2" s="2"><v>43782.47246527778</v></c>)", "2019-11-13T11:20:21"},
        CellCase{"dateByNumber", R"(<c r="B2" s="3"><v>45000</v></c>)", "2023-03-15"},
        CellCase{"isoDate", R"(<c r="B2" t="d"><v>2023-03-15T08:00:00</v></c>)", "2023-03-15T08:00:00"},
        CellCase{"noughts", R"(<c r="B2" s="4"><v>10100</v></c>)", "010100"},
        CellCase{"noSuchStyle", R"(<c r="B2" s="99999999999999999999"><v>45000</v></c>)", "45000"},
        CellCase{"formulaNumber", R"(<c r="B2"><f>A1*2</f><v>12</v></c>)", "12"},
        CellCase{"formulaText", R"(<c r="B2" t="str"><f>A1&amp;"x"</f><v>ax</v></c>)", "ax"},
        CellCase{"formulaEmptyText", R"(<c r="B2" t="str"><f>""</f><v></v></c>)", ""},
        CellCase{"formulaNeverCalculated", R"(<c r="B2"><f>A1</f></c>)", "", "2 cell.notCalculated"},
        CellCase{"error", R"(<c r="B2" t="e"><f>VLOOKUP(A1,B:B,1)</f><v>#N/A</v></c>)", "", "2 cell.error"},
        CellCase{"yes", R"(<c r="B2" t="b"><v>1</v></c>)", "1"}, CellCase{"no", R"(<c r="B2" t="b"><v>0</v></c>)", "0"},
        CellCase{"styleAlone", R"(<c r="B2" s="1"/>)", ""}, CellCase{"withoutPlace", R"(<c><v>7</v></c>)", "7"},
        CellCase{"prefixed", R"(<x:c xmlns:x="y" r="B2" t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c>)", "前缀"}),
    [](const testing::TestParamInfo<CellCase>& each) { return std::string(each.param.name); });

TEST(XlsxReader, TextThatCannotBeIsMarkedAsDamaged) {
    WorkbookMaker maker;
    maker.sheet("表", textRow(1, {"a", "b"}) + textRow(2, {"坏_x0007_字", "_xD83D_"}) + textRow(3, {"_x12_", "_x004"}));
    const SheetRead read = readSheet(maker.bytes());
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_TRUE(read.rows[0].damaged);
    EXPECT_EQ(read.rows[0].fields["a"], "坏\xEF\xBF\xBD字");
    EXPECT_EQ(read.rows[0].fields["b"], "\xEF\xBF\xBD");
    EXPECT_FALSE(read.rows[1].damaged);
    EXPECT_EQ(read.rows[1].fields["a"], "_x12_");
}

TEST(XlsxReader, SparseEmptyAndMergedCells) {
    WorkbookMaker maker;
    maker.sheet("表", textRow(2, {"", "a", "b", "c"}) + "<row r=\"3\"/><row r=\"4\"><c r=\"B4\" s=\"0\"/></row>" +
                          "<row r=\"5\"><c r=\"D5\"><v>9</v></c></row>" +
                          "<row><c><v>1</v></c><c r=\"C6\"><v>2</v></c></row>");
    const SheetRead read = readSheet(maker.bytes());
    EXPECT_EQ(read.header, (std::vector<std::string>{"a", "b", "c"}));
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[0].line, 5U);
    EXPECT_EQ(read.rows[0].fields, Json({{"c", "9"}}));
    EXPECT_EQ(read.rows[1].line, 6U);
    EXPECT_EQ(read.rows[1].fields, Json({{"#1", "1"}, {"b", "2"}}));
    EXPECT_TRUE(read.said.empty());
}

TEST(XlsxReader, PassesOverATitleAndSaysSo) {
    WorkbookMaker maker;
    maker.sheet("表", textRow(1, {"卫健局知识库"}) + textRow(3, {"标题\n名", "task\nname", "", "标题\n名"}) +
                          textRow(4, {"x"}) + textRow(5, {"1", "2", "3", "4", "5"}));
    const SheetRead read = readSheet(maker.bytes());
    EXPECT_EQ(read.header, (std::vector<std::string>{"标题名", "task name", "标题名#4"}));
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[0].remarks.at(0).arg("title"), "卫健局知识库");
    EXPECT_EQ(read.rows[0].remarks.at(0).arg("rows"), "1");
    EXPECT_EQ(read.rows[1].fields["#3"], "3");
    EXPECT_EQ(read.rows[1].fields["#5"], "5");
    EXPECT_EQ(read.said, (std::vector<std::string>{"4 sheet.titleRows", "5 row.columns"}));
}

TEST(XlsxReader, AListOfOneColumnHasItsHeaderInTheFirstRow) {
    WorkbookMaker maker;
    std::string rows = textRow(1, {"date"});
    for (int i = 2; i < 40; ++i) {
        rows += textRow(i, {"2025-01-" + std::to_string(i)});
    }
    maker.sheet("表", rows);
    const SheetRead read = readSheet(maker.bytes());
    EXPECT_EQ(read.header, std::vector<std::string>{"date"});
    EXPECT_EQ(read.rows.size(), 38U);
    EXPECT_TRUE(read.said.empty());
}

TEST(XlsxReader, ChoosesTheSheet) {
    WorkbookMaker maker;
    maker.sheet("隐藏", textRow(1, {"h", "i"}) + textRow(2, {"1", "2"}), "hidden")
        .sheet("很隐藏", textRow(1, {"h", "i"}), "veryHidden")
        .sheet("空", "")
        .sheet("说明", textRow(1, {"填写说明"}) + textRow(2, {"第一列"}))
        .sheet("数据", textRow(1, {"a", "b"}) + textRow(2, {"1", "2"}))
        .sheet("数据二", textRow(1, {"c", "d"}));
    const std::string bytes = maker.bytes();
    EXPECT_EQ(readSheet(bytes).sheet, "数据");
    EXPECT_EQ(readSheet(bytes, {"数据二"}).header, (std::vector<std::string>{"c", "d"}));
    EXPECT_EQ(readSheet(bytes, {"隐藏"}).rows.size(), 1U);
    EXPECT_EQ(readSheet(bytes, {"说明"}).header, std::vector<std::string>{"填写说明"});
    const Error unknown = makeXlsxReader("a.xlsx", bytes, {"没有"}).error();
    EXPECT_EQ(unknown.code, "workbook.noSheet");
    EXPECT_EQ(unknown.arg("sheets"), "隐藏, 很隐藏, 空, 说明, 数据, 数据二");
    EXPECT_EQ(makeXlsxReader("a.xlsx", bytes, {"空"}).error().code, "import.empty");
}

TEST(XlsxReader, CountsDaysFrom1904WhereTheWorkbookDoes) {
    WorkbookMaker maker = cellsMaker();
    maker.from1904().sheet("表", textRow(1, {"a", "b"}) + R"(<row r="2"><c r="A2" s="1"><v>43538</v></c></row>)");
    EXPECT_EQ(readSheet(maker.bytes()).rows.at(0).fields["a"], "2023-03-15");
}

TEST(XlsxReader, TakesStrictNamesAndTargetsFromTheRoot) {
    WorkbookMaker maker;
    maker.sheet("表", textRow(1, {"a", "b"}) + textRow(2, {"1", "2"}));
    maker.parts["_rels/.rels"] =
        R"(<Relationships><Relationship Id="r" TargetMode="External" Type="x/officeDocument" Target="http://x"/>)"
        R"(<Relationship Id="s" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>)";
    maker.parts["xl/_rels/workbook.xml.rels"] =
        R"(<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../XL/./worksheets\Sheet1.xml"/></Relationships>)";
    EXPECT_EQ(readSheet(maker.bytes()).rows.size(), 1U);
}

TEST(XlsxReader, TakesAHundredThousandRows) {
    constexpr int kRows = 100'000;
    std::string rows = textRow(1, {"id", "title"});
    for (int i = 2; i <= kRows + 1; ++i) {
        rows += textRow(i, {std::to_string(i), "路灯不亮" + std::to_string(i * 7919 % 1'000'003)});
    }
    WorkbookMaker maker;
    maker.sheet("表", rows);
    const std::string bytes = maker.bytes();
    auto reader = makeXlsxReader("a.xlsx", bytes);
    ASSERT_TRUE(reader.ok()) << reader.error().code;
    std::size_t count = 0;
    std::size_t last = 0;
    while (auto row = (*reader)->next()) {
        ASSERT_TRUE(row->ok());
        ++count;
        last = (*row)->line;
    }
    EXPECT_EQ(count, static_cast<std::size_t>(kRows));
    EXPECT_EQ(last, kRows + 1U);
}

}  // namespace
}  // namespace zhida::importing
