// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk_ledger.h"
#include "model/service/sqlite_desk_reader.h"
#include "model/wire/codec.h"
#include "tests/model/storage/fake_centre.h"
#include "tests/support/scratch_folder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace zhida::service {

inline const Uuid kEpoch = Uuid::fromName("epoch 1");

/// The rules of FakeCentre as the centre would send them.
inline constexpr std::string_view kRulesText =
    R"({"centre":{"name":"泰安市12345","region6":"370902"},
        "deadlines":[{"term":"5wd"}],"undoRestSeconds":0,
        "responsibilities":[{"category":"C1","unit":"u1"}]})";

inline FeedItem recordItem(std::string kind, std::string key, std::string body) {
    FeedItem item;
    item.what = FeedItem::Kind::record;
    item.recordKind = std::move(kind);
    item.key = std::move(key);
    item.body = std::move(body);
    return item;
}
inline FeedItem eventItem(const domain::Event& event) {
    FeedItem item;
    item.ticket = event.ticket;
    item.body = wire::encode(event);
    return item;
}
inline FeedItem ticketItem(const domain::Ticket& ticket) {
    FeedItem item;
    item.what = FeedItem::Kind::ticket;
    item.ticket = ticket.id;
    item.body = wire::encode(ticket);
    return item;
}
inline FeedItem leaveItem(const TicketId& ticket) {
    FeedItem item;
    item.what = FeedItem::Kind::leave;
    item.ticket = ticket;
    return item;
}

/// The reference data of `centre`, as feed items.
inline std::vector<FeedItem> referenceItems(const FakeCentre& centre) {
    std::vector<FeedItem> items{recordItem("rules", "rules", std::string(kRulesText))};
    for (const domain::Unit& unit : centre.units) {
        items.push_back(recordItem("unit", unit.code.value, wire::encode(unit)));
    }
    return items;
}

/// One desk with its file, its user and a reader.
class DeskRig {
public:
    DeskRig(std::filesystem::path file, const FakeCentre& centre, const std::string& user = "di",
            const std::string& station = "ZZ")
        : path(std::move(file)), clock(centre.now), rng(std::hash<std::string>{}(path.string() + user)) {
        signIn.device = DeviceId{Uuid::fromName("device " + station)};
        signIn.station = station;
        signIn.token = "token";
        signIn.profile = centre.users.at(user);
        signIn.scopes = {"centre"};
        open();
    }
    void open() {
        Result<storage::DeskDatabase> opened = storage::DeskDatabase::open(path);
        ASSERT_TRUE(opened.ok()) << opened.error().code;
        ledger = std::make_unique<DeskLedger>(std::move(*opened), clock, rng);
        auto connection = storage::DeskDatabase::openReader(path);
        ASSERT_TRUE(connection.ok());
        reader = std::make_unique<SqliteDeskReader>(
            std::move(*connection), SqliteDeskReader::Ports{&clock, {}, [this] { (void)ledger->catchUpSearch(1); }});
    }
    void reopen() {
        reader.reset();
        ledger.reset();
        open();
    }
    /// Signs in and takes the reference data.
    void enrol(const FakeCentre& centre) {
        ledger->saveSignIn(signIn);
        ledger->applyFeed(referenceItems(centre), {kEpoch, 0, "chain"});
    }

    std::filesystem::path path;
    FakeClock clock;
    SeededRng rng;
    DeskSignIn signIn;
    std::unique_ptr<DeskLedger> ledger;
    std::unique_ptr<SqliteDeskReader> reader;
};

inline Submission registration(const std::string& title, const std::string& draftKey = {}) {
    domain::RegisterTicket body;
    body.title = title;
    body.content = title + "，请处理";
    body.callerPhone = "13805381234";
    return {std::nullopt, body, draftKey};
}

/// Everything of a desk's file that anybody can see, without row numbers: equal texts mean equal desks.
inline std::string picture(const std::filesystem::path& path) {
    static const std::vector<const char*> kQueries{
        "SELECT hex(id), rev, pending, hex(bytes), number, state, claimed_by, unit FROM ticket ORDER BY id",
        "SELECT list, sort, hex(id), facets FROM membership JOIN ticket ON ticket.row=membership.ticket ORDER BY 1,2,3",
        "SELECT list, open, n FROM list_count WHERE n<>0 ORDER BY 1, 2",
        "SELECT day, kind, n FROM day_count WHERE n<>0 ORDER BY 1, 2",
        "SELECT reversed, hex(ticket.id) FROM number_key JOIN ticket ON ticket.row=number_key.ticket ORDER BY 1, 2",
        "SELECT tail, hex(ticket.id) FROM phone_key JOIN ticket ON ticket.row=phone_key.ticket ORDER BY 1, 2",
        "SELECT hex(ticket), rev, pending, hex(bytes) FROM event ORDER BY 1, 2",
        "SELECT hex(ticket), left, hex(bytes) FROM base ORDER BY 1",
        "SELECT hex(ticket), rev FROM refetch ORDER BY 1",
        "SELECT hex(command), state, accepted_seq, refusal FROM outbox ORDER BY seq",
        "SELECT kind, key, hex(body) FROM record WHERE body<>x'' ORDER BY 1, 2",
        "SELECT hex(value) FROM meta WHERE key='feed.cursor'"};
    sqlite::Database db(path, sqlite::Mode::readOnly);
    std::string text;
    for (const char* query : kQueries) {
        sqlite::Statement read = db.prepare(query);
        while (read.step()) {
            for (int column = 0; column < read.columnCount(); ++column) {
                text += std::string(read.text(column)) + "|";
            }
            text += "\n";
        }
        text += "--\n";
    }
    return text;
}

}  // namespace zhida::service
