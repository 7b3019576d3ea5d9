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

/// The facts are the same whether columns have the national names alone, the table in front, or the headings of the standard.
TEST(XlsxImport, AnImplementationListIsKnownByItsNationalNames) {
    const std::vector<std::vector<std::string>> headings{
        {"task_name", "task_code", "dept_name", "dept_code", "accept_condition", "project_type", "limit_scene_num",
         "limit_scene_explain", "online_handle_depth", "by_law", "plan_cancel_date", "task_type", "supervise_way"},
        {"up_task_general_basic.task_name", "up_task_general_basic.task_code", "up_task_general_basic.dept_name",
         "up_task_general_basic.dept_code", "up_task_general_basic.accept_condition",
         "up_task_general_basic.project_type", "up_task_general_basic.limit_scene_num",
         "up_task_general_extend.limit_scene_explain", "up_task_general_extend.online_handle_depth",
         "up_task_general_basic.by_law", "up_task_general_basic.plan_cancel_date", "up_task_general_basic.task_type",
         "up_task_general_basic.supervise_way"},
        {"UP_TASK_GENERAL_BASIC_TASK_NAME", "UP_TASK_GENERAL_BASIC_TASK_CODE", "DEPT_NAME", "DEPT_CODE",
         "ACCEPT_CONDITION", "PROJECT_TYPE", "LIMIT_SCENE_NUM", "LIMIT_SCENE_EXPLAIN", "ONLINE_HANDLE_DEPTH", "BY_LAW",
         "PLAN_CANCEL_DATE", "TASK_TYPE", "SUPERVISE_WAY"},
        {"事项名称", "实施编码", "实施主体", "实施主体编码", "受理条件", "办件类型", "到办事现场次数",
         "必须现场办理原因说明", "网上办理深度", "设定依据", "计划取消日期", "事项类型", "监督投诉方式"}};
    for (const auto& heading : headings) {
        WorkbookMaker maker;
        maker.sheet("清单", textRow(1, {"某区实施清单"}) + textRow(2, heading) +
                                textRow(3, {"公共场所卫生许可", "T1", "卫健局", "wsjk",
                                            "有与经营的品种、数量相适应的场所；有制度", "2", "1", "核对原件", "IV",
                                            "《条例》第八条", "2030/12/31", "01", "0538-6995678"}));
        const ScratchFolder folder;
        MemorySink sink;
        sink.known.units.add("wsjk", "卫健局");
        const ImportRun run = runOn(sink, {Kind::articles, folder.write("list.xlsx", maker.bytes())});
        ASSERT_TRUE(run.counts.ok()) << run.counts.error().code << " " << heading[0];
        const auto article = sink.only<domain::Article>();
        EXPECT_EQ(article.title, "公共场所卫生许可");
        EXPECT_EQ(article.sourceId, "T1");
        EXPECT_EQ(article.unit.value, "wsjk");
        EXPECT_EQ(article.conditions, (std::vector<std::string>{"有与经营的品种、数量相适应的场所", "有制度"}));
        EXPECT_EQ(article.basis.at(0).name, "《条例》第八条");
        EXPECT_EQ(article.validTo, "2030-12-31");
        ASSERT_TRUE(article.service);
        EXPECT_EQ(article.service->projectType, "承诺件");
        EXPECT_EQ(article.service->taskType, "行政许可");
        EXPECT_EQ(article.service->visits, "1");
        EXPECT_EQ(article.service->visitReason, "核对原件");
        EXPECT_EQ(article.service->onlineDepth, "IV");
        EXPECT_EQ(article.service->complaintPhone, "0538-6995678");
    }
}

}  // namespace
}  // namespace zhida::importing
