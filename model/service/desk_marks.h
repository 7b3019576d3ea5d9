// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/service/ledger_types.h"
#include "model/storage/meta_table.h"

#include <optional>
#include <string>
#include <string_view>

namespace zhida::service {

/// The single values of a desk's file: who signed in, where its feed and its fill stand. In the caller's transaction.
class DeskMarks {
public:
    explicit DeskMarks(sqlite::Database& database) : m_database(database), m_meta(database) {}

    [[nodiscard]] FeedCursor cursor() const;
    void setCursor(const FeedCursor& cursor);
    [[nodiscard]] FillProgress fill() const;
    void setFill(const FillProgress& fill);
    [[nodiscard]] std::optional<DeskSignIn> signIn() const;
    void setSignIn(const DeskSignIn& signIn);

    /// Of the fill that last began; rows of another one have not been brought by it.
    [[nodiscard]] std::int64_t generation() const { return m_meta.number("fill.generation"); }
    void setGeneration(std::int64_t generation) { m_meta.setNumber("fill.generation", generation); }

    /// Commands of the outbox up to this seq are in what is shown.
    [[nodiscard]] std::uint64_t shownUpTo() const { return static_cast<std::uint64_t>(m_meta.number("outbox.shown")); }
    void setShownUpTo(std::uint64_t seq) { m_meta.setNumber("outbox.shown", static_cast<std::int64_t>(seq)); }

    /// How many tickets this station has registered on that day, this one included. Never gives the same twice.
    std::uint32_t nextOfDay(std::string_view station, Day day);

    [[nodiscard]] storage::MetaTable& meta() { return m_meta; }

private:
    sqlite::Database& m_database;
    storage::MetaTable m_meta;
};

}  // namespace zhida::service
