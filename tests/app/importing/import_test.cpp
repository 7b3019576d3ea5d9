// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/importing/importing_fixture.h"

#include <gtest/gtest.h>

namespace zhida::importing {
namespace {

using domain::Ticket;
using domain::TicketState;

constexpr const char* kMessages =
    R"({"id":"1","user":"U1","title":"路灯不亮","created_at":"2019-04-25T09:32:09","content":"三排路灯不亮","reply":"已修好","replied_at":"2019-04-30T10:00:00","handle_workdays":3}
{"id":"2","user":"U2","title":"没有时间","created_at":null,"content":"c","reply":"r","replied_at":"2019-05-01T10:00:00","handle_workdays":null}
{"id":"3","user":"U3","title":"倒过来","created_at":"2019-04-25T09:32:09","content":"c","reply":"r","replied_at":"2019-04-20T10:00:00"}
{"id":"4","user":"U4","title":"还没回复","created_at":"2019-04-25T09:32:09","content":"c","reply":"","replied_at":null}
{"id":"5","title":
)";

TEST(ImportTickets, KeepsEveryRowThatCanBeRead) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run = runOn(sink, {Kind::tickets, folder.write("m.jsonl", kMessages)});
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    EXPECT_EQ(run.counts->rows, 5U);
    EXPECT_EQ(run.counts->added, 4U);
    EXPECT_EQ(run.counts->refused, 1U);
    EXPECT_TRUE(run.saidOf("!5 row.json"));

    const Ticket& first = sink.ticketOf("1");
    EXPECT_EQ(first.state, TicketState::closed);
    EXPECT_EQ(first.directAnswer->text, "已修好");
    EXPECT_EQ(formatIso(first.createdAt, {}), "2019-04-25T09:32:09+08:00");
    EXPECT_EQ(formatIso(*first.closedAt, {}), "2019-04-30T10:00:00+08:00");
    EXPECT_EQ(first.caller.name, "U1");
    EXPECT_EQ(first.importNote, "");
    EXPECT_EQ(sink.ticketOf("4").state, TicketState::registered);
    EXPECT_FALSE(sink.ticketOf("4").closedAt);
}

TEST(ImportTickets, MissingAndReversedTimesAreKeptAndReported) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run = runOn(sink, {Kind::tickets, folder.write("m.jsonl", kMessages)});
    EXPECT_TRUE(run.saidOf("2 time.missing"));
    EXPECT_TRUE(run.saidOf("3 time.reversed"));
    EXPECT_EQ(sink.ticketOf("2").importNote, "time.missing createdAt");
    EXPECT_EQ(sink.ticketOf("2").createdAt, Instant{});
    const Ticket& reversed = sink.ticketOf("3");
    EXPECT_EQ(reversed.importNote, "time.reversed repliedAt");
    EXPECT_LT(*reversed.closedAt, reversed.createdAt);
}

TEST(ImportTickets, TwiceIsTheSameAndAChangeIsSeen) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportOptions options{Kind::tickets, folder.write("m.jsonl", kMessages)};
    runOn(sink, options);
    const auto before = sink.stored;
    const ImportRun again = runOn(sink, options);
    EXPECT_EQ(again.counts->unchanged, 4U);
    EXPECT_EQ(again.counts->added + again.counts->changed, 0U);
    EXPECT_EQ(sink.stored, before);

    std::string text = kMessages;
    text.replace(text.find("已修好"), 9, "已更换");
    const ImportRun changed = runOn(sink, {Kind::tickets, folder.write("m.jsonl", text)});
    EXPECT_EQ(changed.counts->changed, 1U);
    EXPECT_EQ(changed.counts->unchanged, 3U);
}

TEST(ImportTickets, RowsWithoutAnIdGoByTheirContent) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportOptions options{Kind::tickets, folder.write("t.csv", "title,content\na,b\na,c\na,b\n")};
    const ImportRun run = runOn(sink, options);
    EXPECT_EQ(run.counts->added, 2U);
    EXPECT_EQ(run.counts->unchanged, 1U);
    EXPECT_EQ(runOn(sink, options).counts->unchanged, 3U);
}

TEST(ImportTickets, OneIdWithTwoContentsKeepsBoth) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportOptions options{Kind::tickets, folder.write("t.csv", "id,title,content\n7,a,b\n7,a,c\n7,a,b\n")};
    const ImportRun run = runOn(sink, options);
    EXPECT_EQ(run.counts->added, 2U);
    EXPECT_EQ(run.counts->unchanged, 1U);
    EXPECT_TRUE(run.saidOf("3 row.repeated"));
    EXPECT_TRUE(run.saidOf("4 row.same"));
    EXPECT_EQ(sink.ticketOf("7").content, "b");
    EXPECT_EQ(sink.ticketOf("7#2").content, "c");
    EXPECT_EQ(runOn(sink, options).counts->unchanged, 3U);
}

TEST(ImportTickets, UnknownUnitsAndCategoriesAreKeptAndReported) {
    const ScratchFolder folder;
    MemorySink sink;
    sink.known.units.add("wsjk", "卫生健康局");
    sink.known.categories.add("120103", "健康证");
    const ImportRun run =
        runOn(sink, {Kind::tickets, folder.write("t.csv",
                                                 "id,title,content,createdAt,unit,category,reply,repliedAt\n"
                                                 "1,a,b,2025-01-01,卫生健康局,健康证,好,2025-01-02\n"
                                                 "2,a,b,2025-01-01,园林站,999999,,\n")});
    ASSERT_TRUE(run.counts.ok());
    const Ticket& known = sink.ticketOf("1");
    EXPECT_EQ(known.category.value, "120103");
    ASSERT_EQ(known.assignments.size(), 1U);
    EXPECT_EQ(known.assignments[0].unit.value, "wsjk");
    EXPECT_EQ(known.assignments[0].reply->publicText, "好");
    EXPECT_EQ(known.state, TicketState::closed);
    EXPECT_FALSE(known.directAnswer);
    const Ticket& unknown = sink.ticketOf("2");
    EXPECT_EQ(unknown.category.value, "999999");
    EXPECT_EQ(unknown.assignments.at(0).unit.value, "园林站");
    EXPECT_EQ(unknown.state, TicketState::dispatched);
    EXPECT_EQ(unknown.importNote, "category.unknown 999999; unit.unknown 园林站");
    EXPECT_TRUE(run.saidOf("3 unit.unknown"));
    EXPECT_TRUE(run.saidOf("3 category.unknown"));
}

TEST(ImportTickets, DamagedTextIsKeptWithAMark) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run =
        runOn(sink, {Kind::tickets, folder.write("t.csv",
                                                 "id,title,content,createdAt\n1,坏\xE5\x9D行,"
                                                 "内容正常的一行文字,2025-01-01\n2,好,好,2025-01-01\n")});
    EXPECT_EQ(run.counts->added, 2U);
    EXPECT_TRUE(run.saidOf("2 text.damaged"));
    EXPECT_EQ(sink.ticketOf("1").title, "坏\xEF\xBF\xBD\xEF\xBF\xBD行");
    EXPECT_EQ(sink.ticketOf("1").importNote, "text.damaged");
    EXPECT_EQ(sink.ticketOf("2").importNote, "");
}

TEST(ImportTickets, TakesSpreadsheetDaysAndGb18030) {
    const ScratchFolder folder;
    MemorySink sink;
    // 留言编号,留言用户,留言主题,留言时间,留言详情 in GB18030; the row: 1,A,噪音,43782.47246527778,扰民
    const std::string gb =
        "\xC1\xF4\xD1\xD4\xB1\xE0\xBA\xC5,\xC1\xF4\xD1\xD4\xD3\xC3\xBB\xA7,\xC1\xF4\xD1\xD4\xD6\xF7\xCC\xE2,"
        "\xC1\xF4\xD1\xD4\xCA\xB1\xBC\xE4,\xC1\xF4\xD1\xD4\xCF\xEA\xC7\xE9\r\n"
        "1,A,\xD4\xEB\xD2\xF4,43782.47246527778,\xC8\xC5\xC3\xF1\r\n";
    const ImportRun run = runOn(sink, {Kind::tickets, folder.write("hot.csv", gb)});
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    EXPECT_EQ(run.counts->encoding, "GB18030");
    EXPECT_EQ(sink.ticketOf("1").title, "噪音");
    EXPECT_EQ(formatIso(sink.ticketOf("1").createdAt, {}), "2019-11-13T11:20:21+08:00");
}

TEST(ImportTickets, FollowsAMapping) {
    const ScratchFolder folder;
    MemorySink sink;
    const std::string map =
        R"({"source":"nyc","fields":{"id":"Key","title":"Type","content":"{What}: {Result}","createdAt":"Made",
        "closedAt":"Done","state":"Status"},"time":{"format":"%m/%d/%Y %I:%M:%S %p","offset":"-05:00"},
        "values":{"state":{"Closed":"closed"}},"defaults":{"appealType":"complaint"},"options":{"uniqueTitle":"warn","batchLimit":1}})";
    const ImportRun run =
        runOn(sink, {Kind::tickets,
                     folder.write("n.csv",
                                  "Key,Type,What,Result,Made,Done,Status\n"
                                  "9,Noise,Loud,Fixed,06/20/2016 10:04:21 PM,06/20/2016 11:12:32 PM,Closed\n"
                                  "10,Noise,Bang,,06/20/2016 10:04:21 PM,,Unheard\n"),
                     "", map});
    ASSERT_TRUE(run.counts.ok()) << run.counts.error().code;
    const Ticket& ticket = sink.ticketOf("9");
    EXPECT_EQ(ticket.source, "nyc");
    EXPECT_EQ(ticket.content, "Loud: Fixed");
    EXPECT_EQ(ticket.appealType, domain::AppealType::complaint);
    EXPECT_EQ(ticket.state, TicketState::closed);
    EXPECT_EQ(formatIso(ticket.createdAt, UtcOffset{-300}), "2016-06-20T22:04:21-05:00");
    EXPECT_TRUE(run.saidOf("3 title.taken"));
    EXPECT_TRUE(run.saidOf("3 batch.tooLarge"));
    EXPECT_TRUE(run.saidOf("3 value.unknown"));
    EXPECT_EQ(sink.ticketOf("10").state, TicketState::registered);
}

TEST(ImportMappings, SayWhatIsWrongWithThem) {
    const ScratchFolder folder;
    MemorySink sink;
    const std::string file = folder.write("n.csv", "a,b\n1,2\n");
    const auto codeOf = [&](const char* map) { return runOn(sink, {Kind::tickets, file, "", map}).counts.error(); };
    EXPECT_EQ(codeOf("{").code, "mapping.syntax");
    EXPECT_EQ(codeOf("[]").code, "mapping.value");
    EXPECT_EQ(codeOf("{}").arg("path"), "fields");
    EXPECT_EQ(codeOf(R"({"fields":{"heading":"a"}})").arg("field"), "heading");
    EXPECT_EQ(codeOf(R"({"fields":{"title":"a"},"time":{"offset":"8"}})").arg("path"), "time.offset");
    EXPECT_EQ(codeOf(R"({"fields":{"title":"a"},"fileds":{}})").arg("path"), "fileds");
    EXPECT_EQ(runOn(sink, {Kind::tickets, file}).counts.error().code, "import.noMapping");
    EXPECT_TRUE(sink.stored.empty());
}

TEST(ImportJob, NothingReadableIsAnError) {
    const ScratchFolder folder;
    MemorySink sink;
    EXPECT_EQ(runOn(sink, {Kind::tickets, folder.write("t.csv", "title,content\n,\n,\n")}).counts.error().code,
              "import.nothing");
    EXPECT_EQ(runOn(sink, {Kind::tickets, "/nonexistent/t.csv"}).counts.error().code, "file.notFound");
    sink.refuseAll = true;
    EXPECT_EQ(runOn(sink, {Kind::tickets, folder.write("u.csv", "title,content\na,b\n")}).counts.error().code,
              "db.full");
}

TEST(ImportJob, WritesInBatchesAndKeepsTheOrder) {
    const ScratchFolder folder;
    MemorySink sink;
    std::string text = "id,title,content,createdAt\n";
    for (int i = 0; i < 1000; ++i) {
        text += std::to_string(i) + ",t,c,2025-01-01\n";
    }
    ImportOptions options{Kind::tickets, folder.write("t.csv", text)};
    options.batch = 64;
    const ImportRun run = runOn(sink, options);
    EXPECT_EQ(run.counts->added, 1000U);
    EXPECT_EQ(sink.batches, 16);
}

TEST(ImportRecords, OfEveryKind) {
    const ScratchFolder folder;
    const auto one = [&folder](Kind kind, const char* name, const std::string& text) {
        MemorySink sink;
        sink.known.units.add("wsjk", "卫生健康局");
        const ImportRun run = runOn(sink, {kind, folder.write(name, text)});
        EXPECT_TRUE(run.counts.ok()) << run.counts.error().code << " " << name;
        return sink;
    };
    const auto service =
        one(Kind::services, "s.csv",
            "department,main_item,name,item_code,task_type,dept_code,area_code\n区经信局,未分类,备案,51,10,11,5116\n")
            .only<domain::ServiceItem>();
    EXPECT_EQ(service.code, "51");
    EXPECT_EQ(service.department, "区经信局");
    const auto category =
        one(Kind::categories, "c.csv", "code,level,name,parent\n010100,2,安全生产,010000\n").only<domain::Category>();
    EXPECT_EQ(category.level, 2U);
    EXPECT_EQ(category.parent.value, "010000");
    EXPECT_EQ(
        one(Kind::regions, "r.csv", "code12,level,name,parent12\n130000000000,1,河北省,\n").only<domain::Region>().name,
        "河北省");
    const auto holiday =
        one(Kind::holidays, "h.csv", "date,name,is_off,paper_year\n2006/12/30,元旦,0,2007\n").only<domain::Holiday>();
    EXPECT_EQ(holiday.date, "2006-12-30");
    EXPECT_FALSE(holiday.off);
    EXPECT_EQ(one(Kind::units, "u.jsonl", R"({"code":"x","name":"所","desk":3})").only<domain::Unit>().desk, 3U);
    const Agent agent = one(Kind::agents, "a.csv",
                            "user,name,role,unit,regions,password\nzhang,张,unitHandler,卫生健康局,370902;370911,pw\n")
                            .only<Agent>();
    EXPECT_EQ(agent.profile.unit.value, "wsjk");
    EXPECT_EQ(agent.profile.regions.size(), 2U);
    EXPECT_EQ(agent.password, "pw");
}

TEST(ImportRecords, RefuseWhatHasNoCodeOrAnotherOneAlreadyHas) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run = runOn(
        sink, {Kind::categories, folder.write("c.csv", "code,level,name,parent\n01,1,a,\n,1,b,\n01,1,z,\n02,x,c,\n")});
    EXPECT_EQ(run.counts->added, 1U);
    EXPECT_TRUE(run.saidOf("!3 field.missing"));
    EXPECT_TRUE(run.saidOf("!4 row.repeated"));
    EXPECT_TRUE(run.saidOf("!5 field.type"));
    EXPECT_EQ(sink.only<domain::Category>().name, "a");
}

TEST(ImportArticles, QuestionsAndLists) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run = runOn(
        sink, {Kind::articles,
               folder.write("qa.jsonl", R"({"id":"88","user":"u","title":"公积金","content":"能提吗","reply":"能"})")});
    ASSERT_TRUE(run.counts.ok());
    const auto article = sink.only<domain::Article>();
    EXPECT_EQ(article.sourceId, "88");
    EXPECT_EQ(article.source, "qa");
    EXPECT_EQ(article.answer, "能");
    EXPECT_EQ(article.questions, std::vector<std::string>{"能提吗"});
    EXPECT_EQ(article.validTo, "");
    EXPECT_TRUE(Uuid::parse(article.key));

    MemorySink own;
    runOn(own, {Kind::articles, folder.write("a.csv", "title,answer,aliases\nx,y,甲；乙;丙\n")});
    EXPECT_EQ(own.only<domain::Article>().aliases.size(), 3U);
}

TEST(ImportArticles, AnImplementationListBringsTheFactsOfAService) {
    const ScratchFolder folder;
    MemorySink sink;
    const ImportRun run = runOn(
        sink,
        {Kind::articles,
         folder.write(
             "list.jsonl",
             R"({"task_name":"公共场所卫生许可","task_code":"T1","dept_name":"卫健局","accept_condition":"有固定场所",)"
             R"("promise_day":5,"project_type":"承诺件","limit_scene_num":1,"is_online":"1","link_way":"0538-6991234",)"
             R"("supervise_way":"0538-6995678","result_name":"卫生许可证","result_type":"出证办结","transact_time":"工作日"})")});
    ASSERT_TRUE(run.counts.ok());
    const auto article = sink.only<domain::Article>();
    EXPECT_EQ(article.sourceId, "T1");
    EXPECT_EQ(article.title, "公共场所卫生许可");
    EXPECT_EQ(article.conditions, std::vector<std::string>{"有固定场所"});
    EXPECT_EQ(article.phone, "0538-6991234");
    ASSERT_TRUE(article.service);
    EXPECT_EQ(article.service->promiseDays, "5");
    EXPECT_EQ(article.service->visits, "1");
    EXPECT_EQ(article.service->complaintPhone, "0538-6995678");
}

}  // namespace
}  // namespace zhida::importing
