// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace zhida::server {

/// A real zhida-server, started for a test and never outliving it.
class ServerProcess {
public:
    explicit ServerProcess(const std::vector<std::string>& arguments);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// Waits for the ready line (at most 20 s); empty when the program ended instead.
    std::string readyLine();
    /// Out of the ready line.
    std::string url();
    std::string ca();
    void signal(int number) const;
    /// As a full disk: no file of it may grow beyond so many bytes. 0: as large as they like.
    void limitFiles(unsigned long bytes) const;
    /// Exit code, or 128 + the signal; waits at most 20 s.
    int wait();
    [[nodiscard]] std::string errors();
    /// Everything it printed on stdout after the ready line.
    std::string restOfOutput();

private:
    pid_t m_pid = -1;
    int m_out = -1;
    std::string m_errorFile;
    std::string m_ready;
};

}  // namespace zhida::server
