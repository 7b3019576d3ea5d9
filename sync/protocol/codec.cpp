// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"

#include "sync/protocol/validate.h"

#include <google/protobuf/stubs/logging.h>
#include <zstd.h>

#include <stdexcept>

namespace zhida::sync {
namespace {

constexpr char kPlain = 0;
constexpr char kZstd = 1;
constexpr std::size_t kWorthCompressing = 1'024;
constexpr std::size_t kMostHead = 1 + 10;
constexpr int kLevel = 1;

Error tooLarge(std::size_t size, std::size_t limit) {
    return Error("frame.tooLarge", {{"size", std::to_string(size)}, {"limit", std::to_string(limit)}});
}

Error malformed(std::string_view at) { return Error("frame.malformed", {{"at", std::string(at)}}); }

std::string compress(const std::string& bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
    if (ZSTD_isError(size) != 0) {
        throw std::runtime_error("zstd: " + std::string(ZSTD_getErrorName(size)));
    }
    out.resize(size);
    return out;
}

/// The size is in the frame's head: what it promises is judged before a byte is unpacked.
Result<std::string> unpack(std::string_view bytes, const FrameLimits& limits) {
    const unsigned long long promised = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (promised == ZSTD_CONTENTSIZE_UNKNOWN || promised == ZSTD_CONTENTSIZE_ERROR) {
        return malformed("zstd");
    }
    if (promised > limits.unpacked || promised / limits.ratio > bytes.size()) {
        return Error("frame.bomb", {{"size", std::to_string(bytes.size())}, {"unpacked", std::to_string(promised)}});
    }
    std::string out(static_cast<std::size_t>(promised), '\0');
    const std::size_t size = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0 || size != out.size()) {
        return malformed("zstd");
    }
    return out;
}

/// Takes a varint off the front; false when there is none.
bool takeVarint(std::string_view& bytes, std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if ((byte & 0x80U) == 0) {
            return shift < 63 || byte <= 1;
        }
    }
    return false;
}

Result<pb::Frame> parse(std::string_view bytes) {
    const google::protobuf::LogSilencer silence;  // what a stranger sends must not fill our log
    pb::Frame frame;
    if (!frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return malformed("protobuf");
    }
    if (frame.kind_case() == pb::Frame::KIND_NOT_SET && !frame.optional()) {
        return Error("frame.unknown");
    }
    if (const Status good = validate(frame); !good) {
        return good.error();
    }
    return frame;
}

}  // namespace

Result<Packed> pack(const pb::Frame& frame, const FrameLimits& limits) {
    Packed packed{false, frame.SerializeAsString()};
    const std::size_t raw = packed.bytes.size();
    if (raw > limits.unpacked) {
        return tooLarge(raw, limits.unpacked);
    }
    if (limits.compressed && raw >= kWorthCompressing) {
        std::string smaller = compress(packed.bytes);
        if (smaller.size() < raw && raw / limits.ratio < smaller.size()) {
            packed = {true, std::move(smaller)};
        }
    }
    if (packed.bytes.size() + kMostHead > limits.frame) {
        return tooLarge(packed.bytes.size(), limits.frame);
    }
    return packed;
}

std::string seal(std::uint64_t number, const Packed& packed) {
    std::string out;
    out.reserve(packed.bytes.size() + kMostHead);
    out.push_back(packed.compressed ? kZstd : kPlain);
    for (; number >= 0x80U; number >>= 7U) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(number) | 0x80U));
    }
    out.push_back(static_cast<char>(number));
    return out.append(packed.bytes);
}

Result<Opened> open(std::string_view message, const FrameLimits& limits) {
    if (message.size() > limits.frame) {
        return tooLarge(message.size(), limits.frame);
    }
    if (message.empty() || (message.front() != kPlain && message.front() != kZstd)) {
        return malformed("format");
    }
    const bool compressed = message.front() == kZstd;
    if (compressed && !limits.compressed) {
        return Error("frame.compressed");
    }
    message.remove_prefix(1);
    Opened opened;
    if (!takeVarint(message, opened.number) || opened.number == 0) {
        return malformed("number");
    }
    std::string unpacked;
    if (compressed) {
        Result<std::string> out = unpack(message, limits);
        if (!out) {
            return out.error();
        }
        unpacked = std::move(*out);
        message = unpacked;
    }
    Result<pb::Frame> frame = parse(message);
    if (!frame) {
        return frame.error();
    }
    opened.frame = std::move(*frame);
    return opened;
}

}  // namespace zhida::sync
