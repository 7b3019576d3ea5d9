// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <filesystem>
#include <memory>

namespace zhida::centre {

struct CentrePaths {
    explicit CentrePaths(const std::filesystem::path& dir)
        : directory(dir),
          database(dir / "centre.db"),
          search(dir / "search.db"),
          pki(dir / "pki"),
          lock(dir / "centre.lock") {}
    std::filesystem::path directory;
    std::filesystem::path database;
    std::filesystem::path search;
    std::filesystem::path pki;
    std::filesystem::path lock;
};

/// Who holds it may write to the centre: one process. A lock of the operating system, which ends with the process.
class CentreLock {
public:
    /// Does not wait. Errors: centre.locked{dir,pid} (pid of the holder, if known) centre.unwritable{dir,detail}
    static Result<std::unique_ptr<CentreLock>> take(const std::filesystem::path& dir);
    ~CentreLock();
    CentreLock(const CentreLock&) = delete;
    CentreLock& operator=(const CentreLock&) = delete;

private:
    explicit CentreLock(int fd) : m_fd(fd) {}
    int m_fd;
};

}  // namespace zhida::centre
