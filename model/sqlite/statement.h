// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/time.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace zhida::sqlite {

/// Bytes to be stored as a BLOB.
struct Blob {
    std::string_view bytes;
};

/// A prepared statement. Parameters count from 1, columns from 0, as in SQLite. Every failure is thrown as `Failure`.
/// Bound values are copied. A statement that stands on a row keeps a read open: `reset()` it when you leave before the
/// end.
class Statement {
public:
    /// `persistent` hints that the statement lives long.
    Statement(sqlite3* connection, std::string_view sql, bool persistent = false);

    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view text);
    void bind(int index, const char* text) { bind(index, std::string_view(text)); }
    void bind(int index, Blob blob);
    void bind(int index, std::nullptr_t);
    void bind(int index, Instant value) { bind(index, value.ms); }

    template <std::integral T>
    void bind(int index, T value) {
        bind(index, static_cast<std::int64_t>(value));
    }
    /// 16 raw bytes; a null id is stored as NULL.
    template <class Tag>
    void bind(int index, const Id<Tag>& id) {
        id.isNull() ? bind(index, nullptr) : bind(index, Blob{id.raw()});
    }
    template <class Tag>
    void bind(int index, const Code<Tag>& code) {
        bind(index, std::string_view(code.value));
    }
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        value ? bind(index, *value) : bind(index, nullptr);
    }

    /// Parameters 1, 2, 3 … in order.
    template <class... Args>
    Statement& bindAll(const Args&... args) {
        int index = 0;
        (bind(++index, args), ...);
        return *this;
    }

    /// True: on a row. False: at the end (the statement is reset by itself). Anything else throws.
    bool step();
    /// For statements without rows: steps to the end.
    void run();
    /// Ends the read and clears the parameters. Never throws.
    void reset() noexcept;

    [[nodiscard]] int columnCount() const;
    [[nodiscard]] bool isNull(int column) const;
    /// 0 for NULL.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step() or reset(); empty for NULL.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] Instant instant(int column) const { return Instant{integer(column)}; }
    /// A null id for NULL and for anything that has not 16 bytes.
    template <class IdType>
    [[nodiscard]] IdType id(int column) const {
        return IdType{Uuid::fromRaw(blob(column)).value_or(Uuid{})};
    }

    [[nodiscard]] sqlite3_stmt* handle() const { return m_statement.get(); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    void check(int code);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

}  // namespace zhida::sqlite
