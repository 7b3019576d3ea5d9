// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/service/desk_ledger.h"

#include <optional>
#include <string>

namespace zhida::desk {

/// What a desk's file remembers of its user, so that he can work without a line: the Argon2id verifier of his password, how
/// often it was mistyped, and when the centre last knew him. On the ledger's thread.
struct LockRecord {
    std::string user;
    std::string url;
    std::string caFile;
    std::string verifier;  ///< libsodium's self-describing text; empty: only the centre can tell
    std::uint32_t failures = 0;
    Instant lastFailure;
    std::optional<Instant> confirmedAt;  ///< the last sign-in at the centre
    Uuid device;

    bool operator==(const LockRecord&) const = default;
};

LockRecord readLockRecord(service::DeskLedger& ledger);
void writeLockRecord(service::DeskLedger& ledger, const LockRecord& record);

/// How long to wait after `failures` wrong passwords in a row: nothing for the first two, then 1, 2, 4 … 300 seconds.
std::int64_t delayAfter(std::uint32_t failures);
/// Milliseconds until the next attempt may be made; 0: now. A clock that was set back does not lengthen the wait.
std::int64_t waitBefore(const LockRecord& record, Instant now);

/// Argon2id, some 0.1 s and 64 MiB. Throws std::bad_alloc when the memory is not there.
std::string makeVerifier(const std::string& password);
bool fits(const std::string& verifier, const std::string& password);

}  // namespace zhida::desk
