// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/wire/codec.h"
#include "sync/store/sqlite_server_store.h"

#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT: mkdtemp

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace zhida::sync {

/// A store in a directory of its own.
class StoreFixture : public ::testing::Test {
protected:
    StoreFixture() {
        std::string name = (std::filesystem::temp_directory_path() / "zhida-store-XXXXXX").string();
        m_dir = ::mkdtemp(name.data());
        auto made = SqliteServerStore::create(file(), Uuid::fromName("epoch"));
        EXPECT_TRUE(made.ok());
        m_store = std::move(*made);
    }

public:
    ~StoreFixture() override {
        m_store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_dir, ignored);
    }

protected:
    [[nodiscard]] std::filesystem::path file() const { return m_dir / "centre.db"; }
    void reopen() {
        m_store.reset();
        auto opened = SqliteServerStore::open(file());
        ASSERT_TRUE(opened.ok()) << opened.error().code << " " << opened.error().arg("detail");
        m_store = std::move(*opened);
    }
    SqliteServerStore& store() { return *m_store; }

    std::filesystem::path m_dir;
    std::unique_ptr<SqliteServerStore> m_store;
};

inline domain::Event registered(const TicketId& id, const std::string& title,
                                const std::string& region = "370902100000") {
    domain::TicketRegistered body;
    body.facts.title = title;
    body.facts.content = title;
    body.facts.region.value = region;
    body.unit.value = "centre";
    domain::Event event;
    event.ticket = id;
    event.rev = 1;
    event.at = event.occurredAt = Instant{1'700'000'000'000};
    event.command.uuid = Uuid::fromName("register " + title);
    event.body = body;
    return event;
}

inline domain::Event following(const domain::Ticket& ticket, domain::EventBody body) {
    domain::Event event;
    event.ticket = ticket.id;
    event.rev = ticket.rev + 1;
    event.at = event.occurredAt = ticket.updatedAt.plus(1000);
    event.body = std::move(body);
    return event;
}

/// In a transaction of its own.
inline domain::Ticket append(SqliteServerStore& store, const domain::Event& event) {
    const auto before = store.ticket(event.ticket);
    const domain::Ticket after = domain::evolve(before.value_or(domain::Ticket{}), event);
    store.begin();
    store.append({event}, before, after);
    store.commit();
    return after;
}

}  // namespace zhida::sync
