// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/centre_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

namespace zhida::centre {
namespace {

std::string holderOf(int fd) {
    std::array<char, 24> text{};
    const ssize_t size = ::pread(fd, text.data(), text.size() - 1, 0);
    const std::string pid(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    return pid.substr(0, pid.find('\n'));
}

}  // namespace

Result<std::unique_ptr<CentreLock>> CentreLock::take(const std::filesystem::path& dir) {
    const std::string file = CentrePaths(dir).lock.string();
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return Error("centre.unwritable", {{"dir", dir.string()}, {"detail", std::strerror(errno)}});
    }
    std::unique_ptr<CentreLock> lock(new CentreLock(fd));  // NOLINT: the constructor is private
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return Error("centre.locked", {{"dir", dir.string()}, {"pid", holderOf(fd)}});
    }
    // For the message of whoever comes second; that it cannot be written changes nothing.
    const std::string pid = std::to_string(::getpid()) + "\n";
    const bool written = ::ftruncate(fd, 0) == 0 && ::pwrite(fd, pid.data(), pid.size(), 0) > 0;
    static_cast<void>(written);
    return lock;
}

CentreLock::~CentreLock() { ::close(m_fd); }

}  // namespace zhida::centre
