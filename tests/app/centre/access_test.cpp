// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/access.h"

#include "app/centre/shipped_data.h"
#include "model/wire/codec.h"
#include "sync/server/auth.h"
#include "sync/store/sqlite_server_store.h"
#include "tests/app/centre/scratch_centre.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace zhida::centre {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using sync::SqliteServerStore;

std::vector<domain::Ticket> someTickets(int count) {
    std::vector<domain::Ticket> tickets;
    for (int i = 0; i < count; ++i) {
        tickets.push_back(foreignTicket(i));
    }
    return tickets;
}

/// The answer, or {"error": code}.
json call(CentreAccess& centre, std::string_view operation, const json& arguments = json::object()) {
    const auto answer = centre.call(operation, arguments.dump());
    return answer ? json::parse(*answer) : json{{"error", answer.error().code}};
}

TEST(CentreAccess, SaysThatThereIsNoCentre) {
    const ScratchDirectory scratch;
    const auto opened = CentreAccess::open((scratch / "nothing").string());
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, "centre.missing");
}

TEST(CentreAccess, ImportsOnceHoweverOften) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    const auto tickets = someTickets(50);
    const auto first = centre->importTickets(tickets);
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(first->added, 50U);
    const auto head = call(*centre, "status")["head"];
    const auto second = centre->importTickets(tickets);
    EXPECT_EQ(second->unchanged, 50U);
    EXPECT_EQ(second->added + second->changed, 0U);
    EXPECT_EQ(call(*centre, "status")["head"], head);
}

TEST(CentreAccess, ImportsWhatHasChangedAsANewEvent) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    auto tickets = someTickets(3);
    {
        const auto centre = access(dir);
        ASSERT_TRUE(centre->importTickets(tickets).ok());
        tickets[1].content += "（更正）";
        const auto counts = centre->importTickets(tickets);
        EXPECT_EQ(counts->changed, 1U);
        EXPECT_EQ(counts->unchanged, 2U);
    }
    auto store = SqliteServerStore::open(fs::path(dir) / "centre.db");
    const TicketId id{Uuid::fromName("letters:1")};
    const auto ticket = (*store)->ticket(id);
    ASSERT_TRUE(ticket);
    EXPECT_EQ(ticket->rev, 2U);
    EXPECT_EQ(ticket->content, tickets[1].content);
    EXPECT_EQ((*store)->history(id).size(), 2U);
}

TEST(CentreAccess, RefusesOneByOneAndTakesTheRest) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    auto tickets = someTickets(4);
    tickets[1].sourceId.clear();
    tickets[2].caller.name = "\xff";
    const auto counts = centre->importTickets(tickets);
    ASSERT_TRUE(counts.ok());
    EXPECT_EQ(counts->added, 2U);
    ASSERT_EQ(counts->refused.size(), 2U);
    EXPECT_EQ(counts->refused[0].index, 1U);
    EXPECT_EQ(counts->refused[0].why.code, "import.noId");
    EXPECT_EQ(counts->refused[1].why.code, "wire.malformed");
}

TEST(CentreAccess, ImportsRecordsOfKnownKindsOnly) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    domain::Article article;
    article.title = "健康证";
    article.answer = "带身份证";
    const std::string bytes = wire::encode(article);
    const auto first = centre->importRecords("article", {{"a1", bytes}, {"a2", "\xff\xff"}, {"", bytes}});
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(first->added, 1U);
    EXPECT_EQ(first->refused.size(), 2U);
    article.answer = "带身份证原件";
    EXPECT_EQ(centre->importRecords("article", {{"a1", bytes}})->unchanged, 1U);
    EXPECT_EQ(centre->importRecords("article", {{"a1", wire::encode(article)}})->changed, 1U);
    EXPECT_EQ(centre->importRecords("user", {{"a1", bytes}}).error().code, "record.kind");
}

TEST(CentreAccess, ExportsEveryTicketOnce) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    ASSERT_TRUE(centre->importTickets(someTickets(25)).ok());
    std::set<std::string> keys;
    std::string after;
    for (int pages = 0; pages < 10; ++pages) {
        const auto page = centre->exportPage("ticket", after, 10);
        ASSERT_TRUE(page.ok());
        for (const auto& [key, bytes] : page->rows) {
            keys.insert(key);
            EXPECT_TRUE(wire::decode<domain::Ticket>(bytes).ok());
        }
        after = page->next;
        if (after.empty()) {
            break;
        }
    }
    EXPECT_EQ(keys.size(), 25U);
    const auto regions = centre->exportPage("region", "", 5);
    ASSERT_TRUE(regions.ok());
    EXPECT_EQ(regions->rows.size(), 5U);
    EXPECT_EQ(centre->exportPage("ticket", "nonsense", 5).error().code, "field.type");
}

TEST(CentreAccess, FindsTicketsAndArticlesAlsoAfterAChange) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    auto tickets = someTickets(5);
    tickets[3].title = "广场舞噪音扰民";
    ASSERT_TRUE(centre->importTickets(tickets).ok());
    auto found = centre->searchTickets("广场舞噪音", 10, true);
    ASSERT_TRUE(found.ok()) << found.error().code << found.error().arg("detail");
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ((*found)[0].ticket.sourceId, "3");
    tickets[3].title = "夜间施工";
    tickets[3].content = "夜间施工";
    ASSERT_TRUE(centre->importTickets(tickets).ok());
    EXPECT_TRUE(centre->searchTickets("广场舞噪音", 10, true)->empty());
    EXPECT_EQ(centre->searchTickets("夜间施工", 10, true)->size(), 1U);
}

TEST(CentreAccess, SearchFileMayBeLostOrDamaged) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch, true);
    const auto centre = access(dir);
    const auto before = centre->searchArticles("健康证", 5, false);
    ASSERT_TRUE(before.ok()) << before.error().code;
    ASSERT_FALSE(before->empty());
    EXPECT_FALSE(before->front().marks.title.empty());
    std::ofstream(fs::path(dir) / "search.db", std::ios::trunc)
        << "this is no database, and long enough to be one " << std::string(8192, 'x');
    fs::remove(fs::path(dir) / "search.db-wal");
    const auto after = centre->searchArticles("健康证", 5, false);
    ASSERT_TRUE(after.ok()) << after.error().code;
    EXPECT_EQ(after->size(), before->size());
    EXPECT_EQ(after->front().article.key, before->front().article.key);
}

TEST(CentreAccess, WhatIsNotValidTodayTakesNoPlaceOfWhatIs) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    std::vector<std::pair<std::string, std::string>> records;
    for (int i = 0; i < 30; ++i) {
        domain::Article article;
        article.key = "a" + std::to_string(i);
        article.title = i == 0 ? "办理健康证的说明" : "健康证";
        article.answer = "到卫生院体检。";
        article.validTo = i == 0 ? "" : "2020-01-01";
        records.emplace_back(article.key, wire::encode(article));
    }
    ASSERT_TRUE(centre->importRecords("article", records).ok());
    const auto found = centre->searchArticles("健康证", 5, false);
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().article.key, "a0");
    EXPECT_TRUE(centre->searchArticles("健康证", 0, true)->size() == 1U);
}

TEST(CentreAccess, SynonymsAreMarkedInWhatWasFound) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    domain::Article article;
    article.key = "a";
    article.title = "社会保险参保登记";
    article.answer = "到窗口办理。";
    ASSERT_TRUE(centre->importRecords("article", {{"a", wire::encode(article)}}).ok());
    const auto found = centre->searchArticles("社保", 5, false);
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().marks.title, (search::Marks{{{0, 12}}, {}}).title) << "社会保险";
}

TEST(Accounts, AreAddedListedAndChanged) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    {
        const auto centre = access(dir);
        EXPECT_EQ(call(*centre, "unit.add", {{"code", "wsjk"}, {"name", "卫健局"}})["code"], "wsjk");
        const json added = call(*centre, "user.add", {{"user", "sp01"}, {"role", "specialist"}, {"unit", "wsjk"}});
        ASSERT_TRUE(added.contains("password")) << added;
        EXPECT_EQ(call(*centre, "user.add", {{"user", "sp01"}, {"role", "specialist"}, {"unit", "wsjk"}})["error"],
                  "user.exists");
        EXPECT_EQ(call(*centre, "user.list")["users"].size(), 2U);
        EXPECT_EQ(call(*centre, "user.role", {{"user", "sp01"}, {"role", "supervisor"}})["role"], "supervisor");
        EXPECT_EQ(call(*centre, "user.disable", {{"user", "sp01"}})["disabled"], true);
        const json passwd = call(*centre, "user.passwd", {{"user", "sp01"}, {"password", "a new password"}});
        EXPECT_FALSE(passwd.contains("password"));
    }
    auto store = SqliteServerStore::open(fs::path(dir) / "centre.db");
    const auto account = (*store)->account({"sp01"});
    ASSERT_TRUE(account);
    EXPECT_TRUE(account->disabled);
    EXPECT_TRUE(sync::passwordFits(account->passwordHash, "a new password"));
    const auto record = wire::decode<domain::UserProfile>((*store)->record("user", "sp01").value_or(""));
    ASSERT_TRUE(record.ok());
    EXPECT_TRUE(record->disabled);
    EXPECT_EQ(record->role, domain::Role::supervisor);
}

TEST(Accounts, RefuseWhatCannotBe) {
    const ScratchDirectory scratch;
    const auto centre = access(newCentre(scratch));
    const auto refusal = [&](std::string_view operation, const json& with) {
        return call(*centre, operation, with)["error"];
    };
    EXPECT_EQ(refusal("user.disable", {{"user", "admin"}}), "user.lastAdministrator");
    EXPECT_EQ(refusal("user.role", {{"user", "admin"}, {"role", "callTaker"}}), "user.lastAdministrator");
    EXPECT_EQ(refusal("user.add", {{"user", "x"}, {"role", "king"}}), "field.value");
    EXPECT_EQ(refusal("user.add", {{"user", "x"}, {"role", "system"}}), "field.value");
    EXPECT_EQ(refusal("user.add", {{"user", "x y"}, {"role", "callTaker"}}), "user.badCode");
    EXPECT_EQ(refusal("user.add", {{"user", "x"}, {"role", "specialist"}, {"unit", "none"}}), "unit.unknown");
    EXPECT_EQ(refusal("user.add", {{"user", "x"}, {"role", "specialist"}}), "field.missing");
    EXPECT_EQ(refusal("user.add", {{"user", "x"}, {"role", "callTaker"}, {"password", "short"}}), "password.tooShort");
    EXPECT_EQ(refusal("user.add", {{"user", "x"}, {"role", "callTaker"}, {"colour", "red"}}), "field.unknown");
    EXPECT_EQ(refusal("user.passwd", {{"user", "nobody"}}), "user.unknown");
    EXPECT_EQ(refusal("unit.disable", {{"code", "none"}}), "unit.unknown");
    EXPECT_EQ(refusal("device.disable", {{"device", "none"}}), "device.unknown");
    EXPECT_EQ(refusal("user.fire", {{"user", "x"}}), "operation.unknown");
    EXPECT_EQ(centre->call("user.add", "{broken").error().code, "json.syntax");
    EXPECT_EQ(centre->call("user.list", R"({"a":)" + std::string(400'000, '[')).error().code, "json.tooDeep");
    EXPECT_EQ(call(*centre, "user.list")["users"].size(), 1U);
}

TEST(Accounts, DisablingTakesTokensAway) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    sync::Device device;
    device.id = DeviceId{Uuid::fromName("desk")};
    device.station = "A1";
    device.user.value = device.tokenUser.value = "ct01";
    device.tokenHash = "hash";
    (*SqliteServerStore::open(fs::path(dir) / "centre.db"))->saveDevice(device);
    const auto centre = access(dir);
    ASSERT_TRUE(call(*centre, "user.add", {{"user", "ct01"}, {"role", "callTaker"}}).contains("password"));
    const auto signedIn = [&] { return call(*centre, "device.list")["devices"][0]["signedIn"]; };
    EXPECT_EQ(signedIn(), true);
    EXPECT_EQ(call(*centre, "user.disable", {{"user", "ct01"}})["disabled"], true);
    EXPECT_EQ(signedIn(), false);
}

TEST(Accounts, TimesAreThoseOfTheCentresRules) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    sync::Device device;
    device.id = DeviceId{Uuid::fromName("desk")};
    device.lastSeen = Instant{1'755'655'947'000};
    (*SqliteServerStore::open(fs::path(dir) / "centre.db"))->saveDevice(device);
    const auto centre = access(dir);
    const auto lastSeen = [&] { return call(*centre, "device.list")["devices"][0]["lastSeen"]; };
    EXPECT_EQ(lastSeen(), "2025-08-20T10:12:27+08:00");
    json rules = json::parse(shippedText(kShippedRules));
    rules["centre"]["utcOffsetMinutes"] = 360;
    call(*centre, "procedure.import", {{"text", rules.dump()}, {"why", "moved"}});
    EXPECT_EQ(lastSeen(), "2025-08-20T08:12:27+06:00");
}

TEST(Doctor, IsContentWithANewCentreAndFindsDamage) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch, true);
    {
        const auto centre = access(dir);
        const json report = call(*centre, "doctor");
        EXPECT_EQ(report["ok"], true) << report;
        EXPECT_GE(report["tickets"], 300);
        fs::permissions(fs::path(dir) / "pki/server.key", fs::perms::others_read, fs::perm_options::add);
        EXPECT_EQ(call(*centre, "doctor")["problems"][0]["code"], "file.openToOthers");
    }
    {
        std::fstream file(fs::path(dir) / "centre.db", std::ios::in | std::ios::out | std::ios::binary);
        const auto size = static_cast<std::streamoff>(fs::file_size(fs::path(dir) / "centre.db"));
        for (std::streamoff at = 4096 * 8; at < size; at += 4096) {
            file.seekp(at);
            file << std::string(512, '\x5a');
        }
    }
    const auto opened = CentreAccess::open(dir);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, "db.corrupt");
    EXPECT_NE(opened.error().arg("path").find("centre.db"), std::string::npos);
}

TEST(Doctor, LetsARowOfAnOlderVersionBe) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch, true);
    {
        sqlite::Database database(fs::path(dir) / "centre.db", sqlite::Mode::readWriteCreate);
        std::vector<std::pair<std::int64_t, std::string>> rows;
        sqlite::Statement& read = database.cached("SELECT first_seq, body FROM ticket_state");
        std::size_t named = 0;
        while (read.step()) {
            auto ticket = *wire::decode<domain::Ticket>(read.blob(1));
            for (domain::Assignment& each : ticket.assignments) {
                named += each.handler.empty() ? 0 : 1;
                each.handler = {};
            }
            rows.emplace_back(read.integer(0), wire::encode(ticket));
        }
        ASSERT_GT(named, 0U);
        for (const auto& [row, body] : rows) {
            database.cached("UPDATE ticket_state SET body=?2 WHERE first_seq=?1")
                .bindAll(row, sqlite::Blob{body})
                .run();
        }
    }
    EXPECT_EQ(call(*access(dir), "doctor")["ok"], true);
}

TEST(Doctor, NoticesATicketThatIsNotWhatItsEventsSay) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch, true);
    sqlite::Database(fs::path(dir) / "centre.db", sqlite::Mode::readWriteCreate)
        .exec(
            "UPDATE ticket_state SET body = (SELECT max(body) FROM ticket_state) WHERE first_seq IN"
            " (SELECT first_seq FROM ticket_state ORDER BY body LIMIT 2)");
    const json report = call(*access(dir), "doctor");
    EXPECT_EQ(report["ok"], false);
    EXPECT_EQ(report["problems"][0]["code"], "centre.ticketsDiffer");
    EXPECT_EQ(report["problems"][0]["args"]["count"], "2");
}

TEST(Doctor, NoticesAChangedLog) {
    const ScratchDirectory scratch;
    const std::string dir = newCentre(scratch);
    sqlite::Database(fs::path(dir) / "centre.db", sqlite::Mode::readWriteCreate)
        .exec("UPDATE log SET body = body || x'00' WHERE seq = 5");
    const auto centre = access(dir);
    const json report = call(*centre, "doctor");
    EXPECT_EQ(report["ok"], false);
    EXPECT_EQ(report["problems"][0]["code"], "db.corrupt");
}

}  // namespace
}  // namespace zhida::centre
