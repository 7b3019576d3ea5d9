// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/auth.h"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <exception>
#include <stdexcept>
#include <utility>
#include <vector>

namespace zhida::sync {
namespace {

void needSodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        throw std::runtime_error("libsodium cannot start");
    }
}

/// Of a password nobody has, so that an unknown user costs what a known one costs.
const std::string& nobodysHash() {
    static const std::string hash = hashPassword(newPassword());
    return hash;
}

}  // namespace

std::string hashPassword(std::string_view password) {
    needSodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw std::runtime_error("not enough memory for Argon2id");
    }
    return hash.data();
}

bool passwordFits(const std::string& hash, std::string_view password) {
    needSodium();
    const bool usable = hash.size() < crypto_pwhash_STRBYTES && hash.starts_with(crypto_pwhash_STRPREFIX);
    const std::string& against = usable ? hash : nobodysHash();
    errno = 0;
    const bool fits = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    if (!fits && errno == ENOMEM) {
        throw std::runtime_error("not enough memory for Argon2id");
    }
    return fits && usable;
}

std::string newPassword() {
    needSodium();
    static constexpr std::string_view kCharacters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string password;
    for (int i = 0; i < 12; ++i) {
        password += i == 4 || i == 8 ? "-" : "";
        password += kCharacters[randombytes_uniform(static_cast<std::uint32_t>(kCharacters.size()))];
    }
    return password;
}

Status checkNewPassword(std::string_view password) {
    if (password.size() < kShortestPassword) {
        return Error("password.tooShort", {{"least", std::to_string(kShortestPassword)}});
    }
    if (password.size() > kLongestPassword) {
        return Error("password.tooLong", {{"most", std::to_string(kLongestPassword)}});
    }
    return done();
}

void PasswordWorker::check(std::uint64_t request, std::string hash, std::string password) {
    m_worker.post(
        [done = m_done, fits = m_fits, request, hash = std::move(hash), password = std::move(password)]() mutable {
            std::optional<bool> right;
            try {
                right = password.size() <= kLongestPassword && fits(hash, password);
            } catch (const std::exception&) {
                right.reset();
            }
            sodium_memzero(password.data(), password.size());
            done(request, right);
        });
}

std::string SodiumSecrets::secret() {
    needSodium();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::vector<char> text(sodium_base64_encoded_len(bytes.size(), kVariant));
    return sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
}

std::string SodiumSecrets::digest(std::string_view secret) {
    needSodium();
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
}

}  // namespace zhida::sync
