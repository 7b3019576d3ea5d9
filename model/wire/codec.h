// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/record.h"
#include "model/base/result.h"

#include <string>
#include <string_view>

/// Domain values as bytes, in the protobuf wire format (varint and length-delimited fields, numbers from the field lists).
/// The log, the outbox, snapshots and the network carry the same bytes; whoever only passes them on never re-encodes them.
namespace zhida::wire {

/// Deterministic: equal values give equal bytes. Defaults are left out.
/// Instantiated for the records of codec.cpp.
template <Record T>
std::string encode(const T& value);

/// Unknown fields are skipped (a newer peer). Error wire.malformed for anything that is not such a message, for a broken
/// UTF-8 text and for an enum value this version does not know.
template <Record T>
Result<T> decode(std::string_view bytes);

}  // namespace zhida::wire
