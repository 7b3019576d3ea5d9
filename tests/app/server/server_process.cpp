// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/server_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>  // NOLINT: kill
#include <stdlib.h>  // NOLINT: mkstemp
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

namespace zhida::server {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience(20);

[[noreturn]] void become(const std::vector<std::string>& arguments, int out, int err) {
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    std::string program = std::string(ZHIDA_BIN_DIR) + "/zhida-server";
    std::vector<char*> words{program.data()};
    std::vector<std::string> copies = arguments;
    for (std::string& each : copies) {
        words.push_back(each.data());
    }
    words.push_back(nullptr);
    ::execv(program.c_str(), words.data());
    ::_exit(127);
}

}  // namespace

ServerProcess::ServerProcess(const std::vector<std::string>& arguments) {
    m_errorFile = (std::filesystem::temp_directory_path() / "zhida-server-XXXXXX").string();
    const int err = ::mkstemp(m_errorFile.data());
    std::array<int, 2> pipe{};
    if (err < 0 || ::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    m_pid = ::fork();
    if (m_pid == 0) {
        become(arguments, pipe[1], err);
    }
    ::close(pipe[1]);
    ::close(err);
    m_out = pipe[0];
}

ServerProcess::~ServerProcess() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_out);
    std::error_code ignored;
    std::filesystem::remove(m_errorFile, ignored);
}

std::string ServerProcess::readyLine() {
    const auto end = steady_clock::now() + kPatience;
    while (m_ready.find('\n') == std::string::npos && steady_clock::now() < end) {
        pollfd ready{m_out, POLLIN, 0};
        std::array<char, 4096> bytes{};
        if (::poll(&ready, 1, 100) > 0) {
            const ssize_t got = ::read(m_out, bytes.data(), bytes.size());
            if (got <= 0) {
                return {};
            }
            m_ready.append(bytes.data(), static_cast<std::size_t>(got));
        }
    }
    return m_ready.substr(0, m_ready.find('\n'));
}

std::string ServerProcess::url() { return nlohmann::json::parse(readyLine()).at("listening"); }

std::string ServerProcess::ca() { return nlohmann::json::parse(readyLine()).at("ca"); }

void ServerProcess::signal(int number) const { ::kill(m_pid, number); }

void ServerProcess::limitFiles(unsigned long bytes) const {
    rlimit limit{};
    limit.rlim_cur = bytes == 0 ? RLIM_INFINITY : bytes;
    limit.rlim_max = RLIM_INFINITY;
    if (::prlimit(m_pid, RLIMIT_FSIZE, &limit, nullptr) != 0) {
        throw std::runtime_error("no prlimit");
    }
}

int ServerProcess::wait() {
    const auto end = steady_clock::now() + kPatience;
    int status = 0;
    while (steady_clock::now() < end) {
        if (::waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_pid = -1;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return -1;
}

std::string ServerProcess::errors() {
    std::ifstream file(m_errorFile);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string ServerProcess::restOfOutput() {
    std::array<char, 4096> bytes{};
    for (ssize_t got = 1; got > 0;) {
        got = ::read(m_out, bytes.data(), bytes.size());
        m_ready.append(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    }
    return m_ready.substr(m_ready.find('\n') + 1);
}

}  // namespace zhida::server
