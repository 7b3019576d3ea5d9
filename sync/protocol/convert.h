// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "sync/protocol/sync.pb.h"

#include <string>
#include <string_view>

namespace zhida::sync {

void toPb(const Error& error, pb::Fault& out);
Error fromPb(const pb::Fault& fault);

/// A validated id field: 16 bytes, or empty for none.
Uuid uuidOf(std::string_view raw);
template <class AnyId>
AnyId idOf(std::string_view raw) {
    return AnyId{uuidOf(raw)};
}
inline std::string rawOf(const Uuid& uuid) { return uuid.isNull() ? std::string{} : std::string(uuid.raw()); }

}  // namespace zhida::sync
