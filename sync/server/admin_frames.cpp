// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/admin_frames.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace zhida::sync::admin {
namespace {

using Lengths = std::array<std::uint64_t, 2>;  // in the machine's order: both ends are on it

bool readAll(int socket, char* into, std::size_t size) {
    while (size > 0) {
        const ssize_t got = ::recv(socket, into, size, 0);
        if (got <= 0) {
            if (got < 0 && errno == EINTR) {
                continue;
            }
            return false;
        }
        into += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool writeAll(int socket, const char* from, std::size_t size) {
    while (size > 0) {
        const ssize_t put = ::send(socket, from, size, MSG_NOSIGNAL);
        if (put <= 0) {
            if (put < 0 && errno == EINTR) {
                continue;
            }
            return false;
        }
        from += put;
        size -= static_cast<std::size_t>(put);
    }
    return true;
}

}  // namespace

Descriptor::~Descriptor() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

int Descriptor::release() { return std::exchange(m_fd, -1); }

std::optional<Address> addressIn(const std::filesystem::path& dir) {
    Address out;
    out.directory = Descriptor(::open(dir.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!out.directory.valid()) {
        return std::nullopt;
    }
    const std::string path = "/proc/self/fd/" + std::to_string(out.directory.get()) + "/admin.sock";
    out.address.sun_family = AF_UNIX;
    std::memcpy(out.address.sun_path, path.c_str(), path.size() + 1);
    return out;
}

std::optional<AdminMessage> receive(int socket) {
    Lengths lengths{};
    if (!readAll(socket, reinterpret_cast<char*>(lengths.data()), sizeof lengths) || lengths[0] > kMostHeader ||
        lengths[1] > kMostPayload) {
        return std::nullopt;
    }
    AdminMessage message;
    message.header.resize(lengths[0]);
    message.payload.resize(lengths[1]);
    if (!readAll(socket, message.header.data(), message.header.size()) ||
        !readAll(socket, message.payload.data(), message.payload.size())) {
        return std::nullopt;
    }
    return message;
}

bool send(int socket, const AdminMessage& message) {
    const Lengths lengths{message.header.size(), message.payload.size()};
    return writeAll(socket, reinterpret_cast<const char*>(lengths.data()), sizeof lengths) &&
           writeAll(socket, message.header.data(), message.header.size()) &&
           writeAll(socket, message.payload.data(), message.payload.size());
}

}  // namespace zhida::sync::admin
