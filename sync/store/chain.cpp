// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/chain.h"

#include <array>
#include <stdexcept>

namespace zhida::sync {
namespace {

void require(int success) {
    if (success != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
}

std::array<char, 8> bigEndian(std::uint64_t value) {
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[i] = static_cast<char>(value >> (56U - 8U * i));
    }
    return bytes;
}

}  // namespace

Sha256::Sha256() : m_digest(EVP_MD_fetch(nullptr, "SHA256", nullptr)), m_context(EVP_MD_CTX_new()) { begin(); }

void Sha256::begin() {
    require(m_digest && m_context ? EVP_DigestInit_ex(m_context.get(), m_digest.get(), nullptr) : 0);
}

Sha256& Sha256::add(std::string_view bytes) {
    require(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()));
    return *this;
}

std::string Sha256::finish() {
    std::string out(32, '\0');
    require(EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(out.data()), nullptr));
    begin();
    return out;
}

std::string chainStart() { return std::string(32, '\0'); }

std::string nextChain(Sha256& sha, std::string_view previous, const ChainLink& link) {
    const auto number = bigEndian(link.seq);
    sha.add(previous).add({number.data(), number.size()});
    for (const std::string_view part : {link.kind, link.subject, link.body}) {
        const auto length = bigEndian(part.size());
        sha.add({length.data(), length.size()}).add(part);
    }
    return sha.finish();
}

}  // namespace zhida::sync
