// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/desk_marks.h"

#include "model/wire/codec.h"

#include <charconv>

namespace zhida::service {
namespace {

constexpr std::size_t kUuidBytes = 16;

/// 16 bytes, a decimal number, a line end, the rest.
std::string packed(const Uuid& uuid, std::uint64_t number, std::string_view rest) {
    return std::string(uuid.raw()) + std::to_string(number) + "\n" + std::string(rest);
}

struct Unpacked {
    Uuid uuid;
    std::uint64_t number = 0;
    std::string rest;
};

std::optional<Unpacked> unpacked(const std::optional<std::string>& text) {
    const std::size_t end = text && text->size() > kUuidBytes ? text->find('\n', kUuidBytes) : std::string::npos;
    if (end == std::string::npos) {
        return std::nullopt;
    }
    Unpacked parts;
    parts.uuid = Uuid::fromRaw(std::string_view(*text).substr(0, kUuidBytes)).value_or(Uuid{});
    std::from_chars(text->data() + kUuidBytes, text->data() + end, parts.number);
    parts.rest = text->substr(end + 1);
    return parts;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

}  // namespace

FeedCursor DeskMarks::cursor() const {
    const std::optional<Unpacked> parts = unpacked(m_meta.get("feed.cursor"));
    return parts ? FeedCursor{parts->uuid, parts->number, parts->rest} : FeedCursor{};
}

void DeskMarks::setCursor(const FeedCursor& cursor) {
    m_meta.set("feed.cursor", packed(cursor.epoch, cursor.seq, cursor.chain));
}

FillProgress DeskMarks::fill() const {
    const std::optional<Unpacked> parts = unpacked(m_meta.get("feed.fill"));
    return parts ? FillProgress{true, parts->uuid, parts->number, parts->rest} : FillProgress{};
}

void DeskMarks::setFill(const FillProgress& fill) {
    if (fill.running) {
        m_meta.set("feed.fill", packed(fill.epoch, fill.pinnedSeq, fill.position));
    } else {
        m_meta.remove("feed.fill");
    }
}

std::optional<DeskSignIn> DeskMarks::signIn() const {
    const std::optional<std::string> profile = m_meta.get("signIn.profile");
    Result<domain::UserProfile> read = wire::decode<domain::UserProfile>(profile.value_or(""));
    if (!profile || !read) {
        return std::nullopt;
    }
    DeskSignIn signIn;
    signIn.device.uuid = Uuid::fromRaw(m_meta.get("signIn.device").value_or("")).value_or(Uuid{});
    signIn.station = m_meta.get("signIn.station").value_or("");
    signIn.token = m_meta.get("signIn.token").value_or("");
    signIn.tokenUntil = Instant{m_meta.number("signIn.tokenUntil")};
    signIn.profile = std::move(*read);
    signIn.scopes = split(m_meta.get("signIn.scopes").value_or(""));
    return signIn;
}

void DeskMarks::setSignIn(const DeskSignIn& signIn) {
    m_meta.set("signIn.device", signIn.device.raw());
    m_meta.set("signIn.station", signIn.station);
    m_meta.set("signIn.token", signIn.token);
    m_meta.setNumber("signIn.tokenUntil", signIn.tokenUntil.ms);
    m_meta.set("signIn.profile", wire::encode(signIn.profile));
    m_meta.set("signIn.scopes", joined(signIn.scopes));
}

std::uint32_t DeskMarks::nextOfDay(std::string_view station, Day day) {
    const std::string date = formatDay(day);
    m_database
        .cached("INSERT INTO number_counter VALUES(?1, ?2, 1) ON CONFLICT(station, day) DO UPDATE SET used=used+1")
        .bindAll(station, std::string_view(date))
        .run();
    sqlite::Statement& read = m_database.cached("SELECT used FROM number_counter WHERE station=?1 AND day=?2");
    read.bindAll(station, std::string_view(date)).step();
    const auto used = static_cast<std::uint32_t>(read.integer(0));
    read.reset();
    return used;
}

}  // namespace zhida::service
