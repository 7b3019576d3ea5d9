// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/centre_fixture.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

namespace zhida::admin {
namespace {

using desk::ChildProcess;
using desk::Json;

constexpr const char* kName = "曲小满";
constexpr const char* kPhone = "19900007777";

class HardCase5 : public desk::CentreFixture {
protected:
    std::string run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--data", centreDir()});
        ChildProcess process(ZHIDA_BIN_DIR "/zhida-admin", arguments, {{"USER", "inspector"}});
        process.closeInput();
        std::string out;
        while (auto line = process.readLine(std::chrono::seconds(60))) {
            out += *line + "\n";
        }
        EXPECT_EQ(process.wait(std::chrono::seconds(10)).value_or(-1), 0) << process.errors();
        return out;
    }
    static Json matter(const char* secrecy) {
        Json facts = healthCertificate();
        facts["title"] = std::string("加油站缺斤短两 ") + secrecy;
        facts["appealType"] = "complaint";
        facts["callerName"] = kName;
        facts["callerPhone"] = kPhone;
        facts["secrecy"] = secrecy;
        return facts;
    }
    static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
    [[nodiscard]] std::string bytesOf(const std::string& user) const {
        std::string bytes;
        for (const char* const part : {".db", ".db-wal"}) {
            std::ifstream file(path(user + part), std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(file), {});
        }
        return bytes;
    }
};

/// Domain handbook 7, hard case 5: a secret ticket in export, search, statistics drill-down, sync to an office without right.
TEST_F(HardCase5, ASecretTicketInExportSearchDrillDownSyncAndLookUp) {
    const Json wait{{"seconds", 20}};
    const auto supervisor = desk(account("supervisor"));
    const auto has1 = account("unitHandler", "szz");
    const auto has0 = account("unitHandler", "qjdz");
    const auto office = desk(has1);
    const auto other = desk(has0);
    std::map<std::string, std::string> numbers;
    for (const char* const secrecy : {"callerHidden", "restricted"}) {
        const Json made = supervisor->ok("ticket.register", matter(secrecy));
        numbers[secrecy] = made["number"];
        supervisor->ok("ticket.dispatch", {{"ticket", made["ticket"]}, {"lead", "szz"}});
    }
    supervisor->ok("sync.wait", wait);
    office->ok("sync.wait", wait);
    other->ok("sync.wait", wait);

    // Sync: the office that has it gets the matter without the caller; the other gets nothing.
    for (const auto& [secrecy, number] : numbers) {
        const Json ticket = office->ok("ticket.get", {{"ticket", number}});
        EXPECT_TRUE(has(ticket["title"], "加油站")) << secrecy;
        EXPECT_FALSE(has(ticket.dump(), kName) || has(ticket.dump(), kPhone)) << ticket.dump();
        EXPECT_FALSE(has(office->ok("ticket.history", {{"ticket", number}}).dump(), kPhone)) << secrecy;
        EXPECT_EQ(other->refusal("ticket.get", {{"ticket", number}}), "ticket.unknown") << secrecy;
        EXPECT_EQ(supervisor->ok("ticket.get", {{"ticket", number}})["caller"]["phone"], kPhone);
        office->ok("ticket.sign", {{"ticket", number}});  // works on the masked base
    }
    office->ok("sync.wait", wait);
    EXPECT_TRUE(office->ok("outbox.list")["items"].empty());

    // Lookup by the caller's number, and search.
    EXPECT_TRUE(office->ok("ticket.lookup", {{"phone", kPhone}})["rows"].empty());
    EXPECT_TRUE(other->ok("ticket.lookup", {{"phone", kPhone}})["rows"].empty());
    EXPECT_EQ(supervisor->ok("ticket.lookup", {{"phone", kPhone}})["rows"].size(), 2U);
    EXPECT_TRUE(other->ok("ticket.search", {{"query", "加油站缺斤短两"}})["rows"].empty());
    const std::string found = run({"search", "tickets", "加油站缺斤短两", "--json"});
    EXPECT_TRUE(has(found, numbers["callerHidden"]));
    EXPECT_FALSE(has(found, numbers["restricted"]) || has(found, kPhone) || has(found, kName));

    // Export: masked, and without what is restricted; with a reason whole, and the reason is in the centre's log.
    const std::string plain = run({"export", "tickets", "-", "--format", "jsonl"});
    EXPECT_TRUE(has(plain, numbers["callerHidden"]));
    EXPECT_FALSE(has(plain, numbers["restricted"]) || has(plain, kPhone) || has(plain, kName));
    EXPECT_TRUE(Json::parse(run({"audit", "list", "--json"}))["audit"].empty());
    const std::string whole = run({"export", "tickets", "-", "--format", "jsonl", "--secret", "纪委调阅"});
    EXPECT_TRUE(has(whole, numbers["restricted"]) && has(whole, kPhone) && has(whole, kName));
    const Json audit = Json::parse(run({"audit", "list", "--json"}))["audit"];
    ASSERT_EQ(audit.size(), 1U);
    EXPECT_EQ(audit[0]["why"], "纪委调阅");
    EXPECT_EQ(audit[0]["by"], "inspector");
    EXPECT_FALSE(audit[0]["at"].is_null());

    // Drill-down: counted, never listed.
    const Json drill = Json::parse(run({"report", "kpi", "--list", "closed"}));
    EXPECT_TRUE(has(drill["tickets"].dump(), numbers["callerHidden"]));
    EXPECT_FALSE(has(drill["tickets"].dump(), numbers["restricted"]));
    EXPECT_EQ(drill["notListed"], 1);
    EXPECT_EQ(drill["denominator"].get<std::size_t>(), drill["tickets"].size() + 1);

    // And nothing of the caller lies in the offices' files.
    EXPECT_EQ(office->finish(), 0);
    EXPECT_EQ(other->finish(), 0);
    for (const std::string& user : {has1.user, has0.user}) {
        EXPECT_FALSE(bytesOf(user).empty());
        EXPECT_FALSE(has(bytesOf(user), kPhone) || has(bytesOf(user), kName)) << user;
    }
}

}  // namespace
}  // namespace zhida::admin
