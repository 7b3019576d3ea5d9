// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/lock_record.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <new>
#include <stdexcept>
#include <string_view>

namespace zhida::desk {
namespace {

constexpr std::uint32_t kFreeFailures = 2;
constexpr std::int64_t kMostDelay = 300 * kSecondMs;

std::string text(service::DeskLedger& ledger, std::string_view key) {
    return ledger.setting(key).value_or(std::string());
}

std::int64_t number(service::DeskLedger& ledger, std::string_view key) {
    const std::string value = text(ledger, key);
    std::int64_t result = 0;
    std::from_chars(value.data(), value.data() + value.size(), result);
    return result;
}

void startSodium() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium cannot be used");
    }
}

}  // namespace

LockRecord readLockRecord(service::DeskLedger& ledger) {
    LockRecord record;
    record.user = text(ledger, "app.user");
    record.url = text(ledger, "app.url");
    record.caFile = text(ledger, "app.ca");
    record.verifier = text(ledger, "app.verifier");
    record.failures = static_cast<std::uint32_t>(std::clamp<std::int64_t>(number(ledger, "app.failures"), 0, 1000));
    record.lastFailure = Instant{number(ledger, "app.lastFailure")};
    if (const std::int64_t at = number(ledger, "app.confirmedAt"); at != 0) {
        record.confirmedAt = Instant{at};
    }
    record.device = Uuid::parse(text(ledger, "app.device")).value_or(Uuid{});
    return record;
}

void writeLockRecord(service::DeskLedger& ledger, const LockRecord& record) {
    const LockRecord old = readLockRecord(ledger);
    const auto save = [&ledger](std::string_view key, const std::string& before, const std::string& now) {
        if (before != now) {
            ledger.saveSetting(key, now);
        }
    };
    const auto at = [](const std::optional<Instant>& instant) {
        return std::to_string(instant.value_or(Instant{}).ms);
    };
    save("app.user", old.user, record.user);
    save("app.url", old.url, record.url);
    save("app.ca", old.caFile, record.caFile);
    save("app.verifier", old.verifier, record.verifier);
    save("app.failures", std::to_string(old.failures), std::to_string(record.failures));
    save("app.lastFailure", at(old.lastFailure), at(record.lastFailure));
    save("app.confirmedAt", at(old.confirmedAt), at(record.confirmedAt));
    save("app.device", old.device.text(), record.device.text());
}

std::int64_t delayAfter(std::uint32_t failures) {
    if (failures <= kFreeFailures) {
        return 0;
    }
    const std::uint32_t doublings = std::min<std::uint32_t>(failures - kFreeFailures - 1, 20);
    return std::min(kSecondMs << doublings, kMostDelay);
}

std::int64_t waitBefore(const LockRecord& record, Instant now) {
    const std::int64_t delay = delayAfter(record.failures);
    const std::int64_t passed = std::max<std::int64_t>(now.ms - record.lastFailure.ms, 0);
    return std::max<std::int64_t>(delay - passed, 0);
}

std::string makeVerifier(const std::string& password) {
    startSodium();
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw std::bad_alloc();
    }
    return out.data();
}

bool fits(const std::string& verifier, const std::string& password) {
    startSodium();
    return !verifier.empty() && crypto_pwhash_str_verify(verifier.c_str(), password.data(), password.size()) == 0;
}

}  // namespace zhida::desk
