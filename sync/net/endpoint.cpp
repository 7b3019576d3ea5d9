// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/transport.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace zhida::net {
namespace {

constexpr std::string_view kScheme = "wss://";
constexpr std::uint16_t kDefaultPort = 443;

bool isAlphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool isName(std::string_view host) {
    return !host.empty() && host.size() <= 253 &&
           std::all_of(host.begin(), host.end(), [](char c) { return isAlphanumeric(c) || c == '-' || c == '.'; });
}

bool isAddress6(std::string_view host) {
    return host.find(':') != std::string_view::npos && host.size() <= 45 &&
           std::all_of(host.begin(), host.end(), [](char c) { return isAlphanumeric(c) || c == ':' || c == '.'; });
}

bool isPath(std::string_view path) {
    return path.front() == '/' && path.size() <= 1024 &&
           std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
}

std::optional<std::uint16_t> readPort(std::string_view text) {
    if (text.empty()) {
        return kDefaultPort;
    }
    std::uint16_t port = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + 1, end, port);
    const bool good = text.front() == ':' && error == std::errc{} && stop == end && port != 0;
    return good ? std::optional(port) : std::nullopt;
}

/// Splits "host", "host:port" or "[address]:port" behind the host; the second part is empty or begins with ':'.
std::pair<std::string_view, std::string_view> splitAuthority(std::string_view text) {
    if (!text.empty() && text.front() == '[') {
        const std::size_t end = std::min(text.find(']'), text.size() - 1);
        const std::string_view host = text.substr(1, end - std::min<std::size_t>(end, 1));
        return {isAddress6(host) && text[end] == ']' ? host : std::string_view{}, text.substr(end + 1)};
    }
    const std::size_t colon = std::min(text.find(':'), text.size());
    return {isName(text.substr(0, colon)) ? text.substr(0, colon) : std::string_view{}, text.substr(colon)};
}

bool hasScheme(std::string_view url) {
    return url.size() > kScheme.size() && std::equal(kScheme.begin(), kScheme.end(), url.begin(), [](char a, char b) {
               return a == std::tolower(static_cast<unsigned char>(b));
           });
}

}  // namespace

std::optional<Endpoint> parseUrl(std::string_view url) {
    if (!hasScheme(url)) {
        return std::nullopt;
    }
    url.remove_prefix(kScheme.size());
    const std::size_t slash = std::min(url.find('/'), url.size());
    const auto [host, portText] = splitAuthority(url.substr(0, slash));
    const auto port = readPort(portText);
    const std::string_view path = slash < url.size() ? url.substr(slash) : std::string_view("/");
    if (host.empty() || !port || !isPath(path)) {
        return std::nullopt;
    }
    return Endpoint{std::string(host), *port, std::string(path), {}};
}

}  // namespace zhida::net
