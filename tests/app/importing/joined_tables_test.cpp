// SPDX-License-Identifier: GPL-3.0-or-later
// An implementation list in tables of its own becomes whole services; rows that belong to nothing are told of, none is dropped.
#include "tests/app/importing/importing_fixture.h"
#include "tests/support/workbook_maker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace zhida::importing {
namespace {

using test::textRow;
using test::WorkbookMaker;
using TableRows = std::vector<std::vector<std::string>>;

std::string sheetRows(const TableRows& lines) {
    std::string rows;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        rows += textRow(static_cast<int>(i + 1), lines[i]);
    }
    return rows;
}

std::string csvText(const TableRows& lines) {
    std::string text;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += (i == 0 ? "" : ",") + line[i];
        }
        text += "\n";
    }
    return text;
}

const TableRows kServiceRows{{"TASK_NAME", "TASK_CODE", "DEPT_NAME", "DEPT_CODE", "ACCEPT_CONDITION"},
                             {"公共场所卫生许可", "T1", "卫健局", "wsjk", "有制度"},
                             {"健康证办理", "T2", "卫健局", "wsjk", "从业人员"}};
const TableRows kMaterials{{"material_name", "task_code", "is_need", "page_num", "order_num"},
                           {"平面图", "T1", "2", "1", "2"},
                           {"申请书、承诺书", "T1", "1", "2", "1"},
                           {"身份证", "T2", "1", "", ""},
                           {"没有主", "T9", "1", "1", "1"},
                           {"", "T1", "1", "1", "3"}};
const TableRows kFees{{"fee_name", "fee_stand", "task_code"}, {"检测费", "200元/次", "T1"}, {"工本费", "免收", "T1"}};
const TableRows kQuestions{
    {"question", "answer", "task_code"}, {"开理发店要什么证", "卫生许可", "T1"}, {"多久办好", "", "T1"}};
const TableRows kExtend{{"up_task_general_extend.task_code", "up_task_general_extend.limit_scene_explain"},
                        {"T2", "采样"}};

domain::Article serviceOf(const MemorySink& sink, const std::string& code) {
    for (const domain::Article& each : sink.all<domain::Article>()) {
        if (each.sourceId == code) {
            return each;
        }
    }
    return {};
}

void expectServices(const MemorySink& sink) {
    ASSERT_EQ(sink.stored.size(), 2U);
    const auto first = serviceOf(sink, "T1");
    const auto second = serviceOf(sink, "T2");
    EXPECT_EQ(first.title, "公共场所卫生许可");
    EXPECT_EQ(first.materials, (std::vector<std::string>{"申请书、承诺书（2份）", "平面图（1份）（非必要）"}));
    EXPECT_EQ(first.fee, "检测费 200元/次；工本费 免收");
    EXPECT_EQ(first.questions, (std::vector<std::string>{"开理发店要什么证", "多久办好"}));
    EXPECT_EQ(first.unit.value, "wsjk");
    EXPECT_EQ(second.materials, (std::vector<std::string>{"身份证"}));
    EXPECT_TRUE(second.fee.empty() && second.questions.empty());
    ASSERT_TRUE(second.service);
    EXPECT_EQ(second.service->visitReason, "采样");
}

ImportRun imported(MemorySink& sink, const std::string& file) {
    sink.known.units.add("wsjk", "卫健局");
    return runOn(sink, {Kind::articles, file});
}

WorkbookMaker wholeList() {
    WorkbookMaker maker;
    maker.sheet("说明", textRow(1, {"填写说明"}))
        .sheet("材料", sheetRows(kMaterials))
        .sheet("up_task_general_extend", sheetRows(kExtend))
        .sheet("基本信息", sheetRows(kServiceRows))
        .sheet("收费", sheetRows(kFees))
        .sheet("问答", sheetRows(kQuestions))
        .sheet("别的", sheetRows({{"a", "b"}, {"1", "2"}}));
    return maker;
}

TEST(JoinedTables, AWorkbookOfTablesBecomesWholeServices) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run = imported(sink, folder.write("list.xlsx", wholeList().bytes()));
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    expectServices(sink);
    EXPECT_EQ(run.counts->sheet, "基本信息");
    EXPECT_EQ(run.counts->refused, 2U);
    EXPECT_EQ(run.said, (std::vector<std::string>{"2 row.answersLeft", "!6 row.noName", "!5 row.noService"}));
    EXPECT_EQ(run.errors.back(), Error("row.noService", {{"sheet", "材料"}, {"line", "5"}, {"key", "T9"}}));
}

TEST(JoinedTables, AFolderOfCsvFilesDoesToo) {
    const ScratchFolder folder;
    (void)folder.write("up_task_general_basic.csv", csvText(kServiceRows));
    (void)folder.write("up_task_general_material.csv", csvText(kMaterials));
    (void)folder.write("up_task_general_fee_project.csv", csvText(kFees));
    (void)folder.write("up_task_general_questions.csv", csvText(kQuestions));
    (void)folder.write("readme.txt", "not a table");
    const std::string extend = folder.write("up_task_general_extend.csv", csvText(kExtend));
    MemorySink sink;
    const ImportRun run = imported(sink, std::filesystem::path(extend).parent_path().string());
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    expectServices(sink);
    EXPECT_EQ(run.counts->encoding, "UTF-8");
    EXPECT_EQ(run.errors.back().arg("sheet"), "up_task_general_material");
}

TEST(JoinedTables, AFolderWithoutTheTablesIsRefusedByName) {
    const ScratchFolder folder;
    const std::string file = folder.write("up_task_general_basic.csv", csvText(kServiceRows));
    MemorySink sink;
    const ImportRun run = imported(sink, std::filesystem::path(file).parent_path().string());
    ASSERT_FALSE(run.counts.ok());
    EXPECT_EQ(run.counts.error().code, "import.noItemList");
}

TEST(JoinedTables, AnotherLanguageAndKeysByGuid) {
    const ScratchFolder folder;
    WorkbookMaker maker;
    maker
        .sheet("事项",
               sheetRows({{"事项名称", "实施编码", "实施主体", "rowguid"}, {"健康证办理", "T2", "卫健局", "G2"}}))
        .sheet("申请材料", sheetRows({{"序号", "材料名称", "task_guid", "是否必需", "份数"},
                                      {"2", "照片", "G2", "否", "2份"},
                                      {"1", "身份证", "G2", "是", ""}}));
    MemorySink sink;
    const ImportRun run = imported(sink, folder.write("list.xlsx", maker.bytes()));
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    EXPECT_EQ(sink.only<domain::Article>().materials, (std::vector<std::string>{"身份证", "照片（2份）（非必要）"}));
}

TEST(JoinedTables, ANamedSheetIsReadAlone) {
    const ScratchFolder folder;
    MemorySink sink;
    sink.known.units.add("wsjk", "卫健局");
    ImportOptions options{Kind::articles, folder.write("list.xlsx", wholeList().bytes())};
    options.sheet = "基本信息";
    const ImportRun run = runOn(sink, options);
    ASSERT_TRUE(run.counts.ok());
    EXPECT_EQ(run.counts->refused, 0U);
    EXPECT_TRUE(serviceOf(sink, "T1").materials.empty());
}

TEST(JoinedTables, TwiceIsOnceAndManyRowsFit) {
    TableRows basic{kServiceRows[0]};
    TableRows materials{kMaterials[0]};
    for (int i = 0; i < 2'000; ++i) {
        basic.push_back({"事项" + std::to_string(i), "T" + std::to_string(i), "卫健局", "wsjk", ""});
        for (int k = 20; k > 0; --k) {
            materials.push_back({"材料" + std::to_string(k), "T" + std::to_string(i), "1", "", std::to_string(k)});
        }
    }
    const ScratchFolder folder;
    (void)folder.write("m.csv", csvText(materials));
    const std::string file = folder.write("b.csv", csvText(basic));
    const std::string path = std::filesystem::path(file).parent_path().string();
    MemorySink sink;
    const ImportRun first = imported(sink, path);
    MemorySink again;
    const ImportRun second = imported(again, path);
    ASSERT_TRUE(first.counts.ok() && second.counts.ok());
    EXPECT_EQ(first.counts->refused, 0U);
    ASSERT_EQ(sink.stored.size(), 2'000U);
    EXPECT_EQ(serviceOf(sink, "T7").materials.size(), 20U);
    EXPECT_EQ(serviceOf(sink, "T7").materials.at(0), "材料1");
    EXPECT_TRUE(sink.stored == again.stored);
}

TEST(JoinedTables, AHeadingOfGroupsIsPassedOver) {
    const ScratchFolder folder;
    WorkbookMaker maker;
    maker.sheet("清单", sheetRows({{"某区清单"},
                                   {"基本信息", "", "", "办理信息"},
                                   {"事项名称", "实施编码", "实施主体", "材料名称"},
                                   {"健康证办理", "T2", "卫健局", "身份证；照片"}}));
    MemorySink sink;
    const ImportRun run = imported(sink, folder.write("list.xlsx", maker.bytes()));
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    EXPECT_EQ(sink.only<domain::Article>().title, "健康证办理");
    EXPECT_EQ(sink.only<domain::Article>().materials.size(), 2U);
    EXPECT_TRUE(run.saidOf("4 sheet.titleRows"));
}

}  // namespace
}  // namespace zhida::importing
