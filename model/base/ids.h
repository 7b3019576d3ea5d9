// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/rng.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace zhida {

/// 128 bits, RFC 9562. Written as 36 lower-case characters. All zero means "none".
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;
    [[nodiscard]] bool isNull() const { return *this == Uuid{}; }
    [[nodiscard]] std::string text() const;
    /// The 16 raw bytes, for a BLOB column or the wire.
    [[nodiscard]] std::string_view raw() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
    /// Accepts the 36-character form in either case; nothing for anything else.
    static std::optional<Uuid> parse(std::string_view text);
    /// Exactly 16 bytes; nothing for any other length.
    static std::optional<Uuid> fromRaw(std::string_view raw);
    /// Version 7: 48 bits of `now` (index locality only: no rule compares clocks of two machines), 74 random bits.
    static Uuid v7(Instant now, Rng& rng);
    /// Version 8 from a name: equal names give equal ids (a repeated import, a timed act of the scheduler).
    static Uuid fromName(std::string_view name);
};

/// A UUID that cannot be confused with another kind of id.
template <class Tag>
struct Id {
    Uuid uuid;

    auto operator<=>(const Id&) const = default;
    [[nodiscard]] bool isNull() const { return uuid.isNull(); }
    [[nodiscard]] std::string text() const { return uuid.text(); }
    [[nodiscard]] std::string_view raw() const { return uuid.raw(); }
    static Id make(Instant now, Rng& rng) { return Id{Uuid::v7(now, rng)}; }
};

/// A short code out of data (unit, user, region, category …) that cannot be confused with another kind.
template <class Tag>
struct Code {
    std::string value;

    auto operator<=>(const Code&) const = default;
    [[nodiscard]] bool empty() const { return value.empty(); }
};

using TicketId = Id<struct TicketTag>;
using CommandId = Id<struct CommandTag>;
using ArticleId = Id<struct ArticleTag>;
using DeviceId = Id<struct DeviceTag>;

using UnitCode = Code<struct UnitTag>;
using UserCode = Code<struct UserTag>;
/// 12 digits, GB/T 2260 and GB/T 10114: province 2, city 2, county 2, town 3, village 3.
using RegionCode = Code<struct RegionTag>;
using CategoryCode = Code<struct CategoryTag>;

}  // namespace zhida

template <class Tag>
struct std::hash<zhida::Id<Tag>> {
    std::size_t operator()(const zhida::Id<Tag>& id) const noexcept {
        std::size_t tail = 0;
        std::memcpy(&tail, id.uuid.bytes.data() + 8, sizeof tail);
        return tail;
    }
};
template <class Tag>
struct std::hash<zhida::Code<Tag>> {
    std::size_t operator()(const zhida::Code<Tag>& code) const noexcept { return std::hash<std::string>{}(code.value); }
};
