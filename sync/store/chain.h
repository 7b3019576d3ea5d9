// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace zhida::sync {

/// SHA-256 without an allocation per digest. One thread. Throws std::runtime_error when OpenSSL cannot.
class Sha256 {
public:
    Sha256();
    Sha256& add(std::string_view bytes);
    /// 32 bytes; begins anew.
    std::string finish();

private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
        void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
    };
    void begin();
    std::unique_ptr<EVP_MD, Free> m_digest;
    std::unique_ptr<EVP_MD_CTX, Free> m_context;
};

/// What the chain covers of an entry.
struct ChainLink {
    std::uint64_t seq = 0;
    std::string_view kind;     ///< empty for an event
    std::string_view subject;  ///< ticket id (16 bytes) or key
    std::string_view body;
};

/// 32 zero bytes: the hash of seq 0.
std::string chainStart();
/// SHA-256(previous, seq as 8 bytes big-endian, then kind, subject and body, each after its length as 8 bytes).
std::string nextChain(Sha256& sha, std::string_view previous, const ChainLink& link);

}  // namespace zhida::sync
