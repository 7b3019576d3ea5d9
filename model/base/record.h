// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace zhida {

/// How a field may be used from outside. One list of fields per struct drives the wire form, JSON, `describe` and export:
/// there is no second place to forget.
enum class FieldUse : std::uint8_t {
    optional,  ///< may be left out
    required,  ///< must be given by whoever writes the value
    internal,  ///< set by the program; never read from a person's input
};

template <class Owner, class T>
struct Field {
    std::uint32_t number;  ///< on the wire; never reused for another meaning
    std::string_view name;
    T Owner::*member;
    FieldUse use;
};

template <class Owner, class T>
constexpr Field<Owner, T> field(std::uint32_t number, std::string_view name, T Owner::*member,
                                FieldUse use = FieldUse::optional) {
    return {number, name, member, use};
}

/// A struct with `static constexpr auto fields()` returning a tuple of Field.
template <class T>
concept Record = requires { T::fields(); };

template <Record T, class Visitor>
constexpr void forEachField(Visitor&& visit) {
    std::apply([&visit](const auto&... each) { (visit(each), ...); }, T::fields());
}

/// Specialise with `static constexpr std::array<std::pair<E, std::string_view>, N> kTable`: the stable codes of an enum.
template <class E>
struct EnumCodes;

template <class E>
concept CodedEnum = std::is_enum_v<E> && requires { EnumCodes<E>::kTable; };

template <CodedEnum E>
constexpr std::string_view codeOf(E value) {
    for (const auto& [each, code] : EnumCodes<E>::kTable) {
        if (each == value) {
            return code;
        }
    }
    return "unknown";
}

template <CodedEnum E>
constexpr std::optional<E> enumFrom(std::string_view code) {
    for (const auto& [each, name] : EnumCodes<E>::kTable) {
        if (name == code) {
            return each;
        }
    }
    return std::nullopt;
}

/// What a field is made of, for code that walks over fields.
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsVariant : std::false_type {};
template <class... T>
struct IsVariant<std::variant<T...>> : std::true_type {};

}  // namespace zhida
