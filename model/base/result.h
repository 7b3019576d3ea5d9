// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace zhida {

/// What went wrong, as a stable code and named arguments. Never a sentence: `ui/support` and the command line find the words.
struct Error {
    std::string code;
    std::vector<std::pair<std::string, std::string>> args;

    Error() = default;
    explicit Error(std::string_view errorCode,
                   std::initializer_list<std::pair<std::string, std::string>> arguments = {})
        : code(errorCode), args(arguments) {}

    /// The value of argument `name`, or an empty string.
    [[nodiscard]] std::string arg(std::string_view name) const {
        for (const auto& [key, value] : args) {
            if (key == name) {
                return value;
            }
        }
        return {};
    }
    bool operator==(const Error&) const = default;
};

/// The value, or why there is none. For outcomes a caller can expect; anything else is an exception.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit by design
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit by design

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

struct Done {
    bool operator==(const Done&) const = default;
};
/// Success without a value.
using Status = Result<Done>;
inline Status done() { return Status(Done{}); }

}  // namespace zhida
