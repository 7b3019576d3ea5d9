// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/codec.h"

#include "model/base/utf8.h"
#include "model/domain/article.h"
#include "model/domain/audit.h"
#include "model/domain/event.h"
#include "model/domain/org.h"
#include "model/domain/record_command.h"
#include "model/domain/roster.h"

#include <google/protobuf/io/coded_stream.h>

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace zhida::wire {
namespace {

using google::protobuf::io::CodedInputStream;
using google::protobuf::io::CodedOutputStream;

constexpr std::uint32_t kVarint = 0;
constexpr std::uint32_t kFixed64 = 1;
constexpr std::uint32_t kBytes = 2;
constexpr std::uint32_t kFixed32 = 5;
constexpr int kDeepest = 16;

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};
template <class T>
struct IsCode : std::false_type {};
template <class Tag>
struct IsCode<Code<Tag>> : std::true_type {};

template <class T>
constexpr bool kIsScalar = std::is_integral_v<T> || std::is_enum_v<T> || std::is_same_v<T, Instant>;

// ---- writing -------------------------------------------------------------------------------------------------------

void putVarint(std::string& out, std::uint64_t value) {
    std::array<std::uint8_t, 10> buffer{};
    const std::uint8_t* end = CodedOutputStream::WriteVarint64ToArray(value, buffer.data());
    out.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(end - buffer.data()));
}

void putTag(std::string& out, std::uint32_t number, std::uint32_t type) {
    putVarint(out, (static_cast<std::uint64_t>(number) << 3U) | type);
}

void putBytes(std::string& out, std::uint32_t number, std::string_view bytes) {
    putTag(out, number, kBytes);
    putVarint(out, bytes.size());
    out.append(bytes);
}

std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}

template <class T>
std::uint64_t scalarBits(const T& value) {
    if constexpr (std::is_same_v<T, Instant>) {
        return zigzag(value.ms);
    } else {
        return static_cast<std::uint64_t>(value);
    }
}

template <Record T>
void putRecord(std::string& out, const T& value);

/// `always`: inside optionals and lists a default value is a value too.
template <class T>
void putValue(std::string& out, std::uint32_t number, const T& value, bool always) {
    if constexpr (kIsScalar<T>) {
        if (always || scalarBits(value) != 0) {
            putTag(out, number, kVarint);
            putVarint(out, scalarBits(value));
        }
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (always || !value.empty()) {
            putBytes(out, number, value);
        }
    } else if constexpr (IsCode<T>::value) {
        putValue(out, number, value.value, always);
    } else if constexpr (IsId<T>::value) {
        if (always || !value.isNull()) {
            putBytes(out, number, value.raw());
        }
    } else if constexpr (IsOptional<T>::value) {
        if (value) {
            putValue(out, number, *value, true);
        }
    } else if constexpr (IsVector<T>::value) {
        for (const auto& each : value) {
            putValue(out, number, each, true);
        }
    } else if constexpr (IsVariant<T>::value) {
        std::string inner;
        std::visit(
            [&](const auto& each) { putValue(inner, static_cast<std::uint32_t>(value.index()) + 1, each, true); },
            value);
        putBytes(out, number, inner);
    } else {
        std::string inner;
        putRecord(inner, value);
        if (always || !inner.empty()) {
            putBytes(out, number, inner);
        }
    }
}

/// What is left out is read as the struct's own default: a zero may only be left out where that is zero, too (`connected`, `off`).
template <class V>
bool mustWrite(const V& standard) {
    if constexpr (kIsScalar<V>) {
        return scalarBits(standard) != 0;
    } else {
        return false;
    }
}

template <Record T>
void putRecord(std::string& out, const T& value) {
    [[maybe_unused]] static const T standard{};
    forEachField<T>([&](const auto& f) { putValue(out, f.number, value.*f.member, mustWrite(standard.*f.member)); });
}

// ---- reading -------------------------------------------------------------------------------------------------------

/// A cursor over bytes; `good` turns false at the first thing that cannot be.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_in(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size())), m_bytes(bytes) {}

    bool next(std::uint32_t& number, std::uint32_t& type) {
        if (m_in.CurrentPosition() == static_cast<int>(m_bytes.size())) {
            return false;
        }
        const std::uint32_t tag = m_in.ReadTag();  // 0 also for one that is cut off
        number = tag >> 3U;
        type = tag & 7U;
        good = good && number != 0;
        return good;
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        good = m_in.ReadVarint64(&value) && good;
        return value;
    }
    std::string_view bytes() {
        std::uint32_t size = 0;
        good = m_in.ReadVarint32(&size) && good;
        const auto at = static_cast<std::size_t>(m_in.CurrentPosition());
        if (!good || size > m_bytes.size() - at) {
            good = false;
            return {};
        }
        good = m_in.Skip(static_cast<int>(size));
        return m_bytes.substr(at, size);
    }
    void skip(std::uint32_t type) {
        switch (type) {
            case kVarint:
                varint();
                break;
            case kBytes:
                bytes();
                break;
            case kFixed64:
                good = m_in.Skip(8) && good;
                break;
            case kFixed32:
                good = m_in.Skip(4) && good;
                break;
            default:
                good = false;
        }
    }

    bool good = true;

private:
    CodedInputStream m_in;
    std::string_view m_bytes;
};

template <Record T>
bool readRecord(std::string_view bytes, T& value, int depth);

template <class T>
bool scalarFrom(std::uint64_t bits, T& value) {
    if constexpr (std::is_same_v<T, Instant>) {
        value.ms = static_cast<std::int64_t>(bits >> 1U) ^ -static_cast<std::int64_t>(bits & 1U);
        return true;
    } else if constexpr (CodedEnum<T>) {
        value = static_cast<T>(bits);
        return bits < 256 && codeOf(value) != "unknown";
    } else {
        value = static_cast<T>(bits);
        return static_cast<std::uint64_t>(value) == bits;
    }
}

template <class Variant, std::size_t I = 0>
bool emplaceAlternative(Variant& value, std::size_t index, std::string_view bytes, int depth) {
    if constexpr (I < std::variant_size_v<Variant>) {
        if (I == index) {
            return readRecord(bytes, value.template emplace<I>(), depth);
        }
        return emplaceAlternative<Variant, I + 1>(value, index, bytes, depth);
    } else {
        return false;
    }
}

template <class Variant>
bool readVariant(std::string_view bytes, Variant& value, int depth) {
    Reader in(bytes);
    std::uint32_t number = 0;
    std::uint32_t type = 0;
    if (!in.next(number, type) || type != kBytes) {
        return false;
    }
    const std::string_view inner = in.bytes();
    return in.good && emplaceAlternative(value, number - 1, inner, depth);
}

template <class T>
void readValue(Reader& in, std::uint32_t type, T& value, int depth) {
    if constexpr (IsOptional<T>::value) {
        readValue(in, type, value.emplace(), depth);
    } else if constexpr (IsVector<T>::value) {
        readValue(in, type, value.emplace_back(), depth);
    } else if constexpr (kIsScalar<T>) {
        const std::uint64_t bits = type == kVarint ? in.varint() : 0;
        in.good = in.good && type == kVarint && scalarFrom(bits, value);
    } else {
        const std::string_view bytes = type == kBytes ? in.bytes() : std::string_view{};
        in.good = in.good && type == kBytes;
        if (!in.good) {
            return;
        }
        if constexpr (std::is_same_v<T, std::string>) {
            value = bytes;
            in.good = utf8::isValid(bytes);
        } else if constexpr (IsCode<T>::value) {
            value.value = bytes;
            in.good = utf8::isValid(bytes);
        } else if constexpr (IsId<T>::value) {
            const auto uuid = Uuid::fromRaw(bytes);
            in.good = uuid.has_value();
            value.uuid = uuid.value_or(Uuid{});
        } else if constexpr (IsVariant<T>::value) {
            in.good = readVariant(bytes, value, depth + 1);
        } else {
            in.good = readRecord(bytes, value, depth + 1);
        }
    }
}

template <Record T>
bool readRecord(std::string_view bytes, T& value, int depth) {
    Reader in(bytes);
    std::uint32_t number = 0;
    std::uint32_t type = 0;
    while (depth < kDeepest && in.good && in.next(number, type)) {
        bool known = false;
        forEachField<T>([&](const auto& f) {
            if (f.number == number) {
                known = true;
                readValue(in, type, value.*f.member, depth);
            }
        });
        if (!known) {
            in.skip(type);
        }
    }
    return in.good && depth < kDeepest;
}

}  // namespace

template <Record T>
std::string encode(const T& value) {
    std::string out;
    putRecord(out, value);
    return out;
}

template <Record T>
Result<T> decode(std::string_view bytes) {
    T value;
    if (bytes.size() > (64U << 20U) || !readRecord(bytes, value, 0)) {
        return Error("wire.malformed");
    }
    return value;
}

#define ZHIDA_WIRE(T)                         \
    template std::string encode<T>(const T&); \
    template Result<T> decode<T>(std::string_view)

ZHIDA_WIRE(domain::Ticket);
ZHIDA_WIRE(domain::Command);
ZHIDA_WIRE(domain::Event);
ZHIDA_WIRE(domain::Article);
ZHIDA_WIRE(domain::Unit);
ZHIDA_WIRE(domain::UserProfile);
ZHIDA_WIRE(domain::RosterEntry);
ZHIDA_WIRE(domain::AuditEntry);
ZHIDA_WIRE(domain::Category);
ZHIDA_WIRE(domain::Region);
ZHIDA_WIRE(domain::Holiday);
ZHIDA_WIRE(domain::ServiceItem);
ZHIDA_WIRE(domain::RecordCommand);
ZHIDA_WIRE(domain::CommandHead);
ZHIDA_WIRE(domain::ArticleLife);
ZHIDA_WIRE(domain::ArticleTask);
ZHIDA_WIRE(domain::Campaign);
ZHIDA_WIRE(domain::SearchMiss);
ZHIDA_WIRE(domain::Message);
ZHIDA_WIRE(domain::LearnedSuggestion);

}  // namespace zhida::wire
