// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/server: the frames of the admin socket and its address.
#pragma once

#include "sync/server/admin_socket.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>
#include <filesystem>
#include <optional>

namespace zhida::sync::admin {

inline constexpr std::size_t kMostHeader = 16U << 20U;
inline constexpr std::size_t kMostPayload = 256U << 20U;

/// A file descriptor that is closed.
class Descriptor {
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : m_fd(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool valid() const { return m_fd >= 0; }
    int release();

private:
    int m_fd;
};

/// The socket's address by way of the open directory: a path longer than 107 bytes fits as well. `directory` must stay open
/// until bind() or connect() has returned.
struct Address {
    Descriptor directory;
    sockaddr_un address{};
};
std::optional<Address> addressIn(const std::filesystem::path& dir);

/// Blocking. Nothing at the end of the line and for a frame that is too large.
std::optional<AdminMessage> receive(int socket);
bool send(int socket, const AdminMessage& message);

}  // namespace zhida::sync::admin
