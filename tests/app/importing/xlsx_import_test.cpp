// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/importing/importing_fixture.h"
#include "tests/support/workbook_maker.h"

#include <gtest/gtest.h>

namespace zhida::importing {
namespace {

using test::textRow;
using test::WorkbookMaker;

TEST(XlsxImport, TakesArticlesFromAnExportWithATitle) {
    WorkbookMaker maker;
    maker.formats({"General", "yyyy-mm-dd hh:mm", "yyyy-mm-dd"});
    maker.sheet("知识", textRow(1, {"卫健局知识库"}) +
                            textRow(2, {"title", "answer", "phone", "validFrom", "validTo", "keywords"}) +
                            "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>健康证在哪办</t></is></c>"
                            "<c r=\"B3\" t=\"inlineStr\"><is><t>区疾控中心_x000D_&#10;一楼</t></is></c>"
                            "<c r=\"C3\"><v>5381234567</v></c><c r=\"D3\" s=\"1\"><v>45000</v></c>"
                            "<c r=\"E3\" s=\"2\"><v>45999</v></c><c r=\"F3\" t=\"e\"><v>#N/A</v></c></row>" +
                            textRow(4, {"公积金", "能提", "", "2024年1月2日", "长期"}));
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run = runOn(sink, {Kind::articles, folder.write("kb.xlsx", maker.bytes())});
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    EXPECT_EQ(run.counts->added, 2U);
    EXPECT_EQ(run.counts->encoding, "xlsx");
    EXPECT_EQ(run.counts->sheet, "知识");
    EXPECT_EQ(run.said, (std::vector<std::string>{"3 cell.error", "3 sheet.titleRows", "4 value.unknown"}));
    std::map<std::string, domain::Article> byTitle;
    for (const auto& each : sink.all<domain::Article>()) {
        byTitle[each.title] = each;
    }
    const domain::Article& first = byTitle["健康证在哪办"];
    EXPECT_EQ(first.answer, "区疾控中心\n一楼");
    EXPECT_EQ(first.phone, "5381234567");
    EXPECT_EQ(first.validFrom, "2023-03-15");
    EXPECT_EQ(first.validTo, "2025-12-08");
    EXPECT_EQ(first.source, "kb");
    EXPECT_EQ(byTitle["公积金"].validFrom, "2024-01-02");
    EXPECT_EQ(byTitle["公积金"].validTo, "");
}

TEST(XlsxImport, TakesTicketsWithDateCellsWhateverTheMappingSaysOfTexts) {
    WorkbookMaker maker;
    maker.formats({"General", "22"});
    maker.sheet("表",
                textRow(1, {"留言编号", "留言用户", "留言主题", "留言时间", "留言详情"}) +
                    "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"C2\" t=\"str\"><v>噪音</v></c>"
                    "<c r=\"D2\" s=\"1\"><v>43782.47246527778</v></c><c r=\"E2\" t=\"str\"><v>扰民</v></c></row>" +
                    "<row r=\"3\"><c r=\"A3\"><v>8</v></c><c r=\"zz3\"/></row>");
    const ScratchFolder folder;
    MemorySink sink;
    const std::string file = folder.write("m.xlsx", maker.bytes());
    const ImportRun run = runOn(sink, {Kind::tickets, file});
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    EXPECT_EQ(run.counts->rows, 2U);
    EXPECT_EQ(run.said, std::vector<std::string>{"!3 row.reference"});
    EXPECT_EQ(formatIso(sink.ticketOf("7").createdAt, {}), "2019-11-13T11:20:21+08:00");
    EXPECT_EQ(runOn(sink, {Kind::tickets, file}).counts->unchanged, 1U);
    const std::string map =
        R"({"fields":{"id":"留言编号","title":"留言主题","content":"留言详情","createdAt":"留言时间"},"time":{"format":"%d.%m.%Y"}})";
    MemorySink mapped;
    runOn(mapped, {Kind::tickets, file, "", map});
    EXPECT_EQ(formatIso(mapped.ticketOf("7").createdAt, {}), "2019-11-13T11:20:21+08:00");
}

TEST(XlsxImport, TakesRecordsWithCodesAndYesAndNo) {
    WorkbookMaker maker;
    maker.formats({"General", "000000", "14"});
    maker
        .sheet("节假日", textRow(1, {"date", "name", "is_off", "paper_year"}) +
                             "<row r=\"2\"><c r=\"A2\" s=\"2\"><v>45658</v></c><c r=\"B2\" t=\"str\"><v>元旦</v></c>"
                             "<c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\"><v>2025</v></c></row>")
        .sheet("分类", textRow(1, {"code", "level", "name", "parent"}) +
                           "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>10100</v></c><c r=\"B2\"><v>2</v></c>"
                           "<c r=\"C2\" t=\"str\"><v>安全生产</v></c><c r=\"D2\" s=\"1\"><v>10000</v></c></row>");
    const ScratchFolder folder;
    const std::string file = folder.write("r.xlsx", maker.bytes());
    MemorySink days;
    ASSERT_TRUE(runOn(days, {Kind::holidays, file}).counts.ok());
    EXPECT_EQ(days.only<domain::Holiday>().date, "2025-01-01");
    EXPECT_TRUE(days.only<domain::Holiday>().off);
    ImportOptions options{Kind::categories, file};
    options.sheet = "分类";
    MemorySink categories;
    ASSERT_TRUE(runOn(categories, options).counts.ok());
    EXPECT_EQ(categories.only<domain::Category>().code.value, "010100");
    EXPECT_EQ(categories.only<domain::Category>().parent.value, "010000");
}

}  // namespace
}  // namespace zhida::importing
