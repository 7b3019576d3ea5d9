// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desk/child_process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace zhida::desk {
namespace {

using Milliseconds = std::chrono::milliseconds;

struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        read = ends[0];
        write = ends[1];
    }
    int read = -1;
    int write = -1;
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& each : texts) {
        list.push_back(each.data());
    }
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& more) {
    std::vector<std::string> all;
    if (more.count("LC_ALL") == 0) {
        all.emplace_back("LC_ALL=C.UTF-8");
    }
    for (const char* const name : {"PATH", "HOME", "ASAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (const char* const value = std::getenv(name)) {
            all.push_back(std::string(name) + "=" + value);
        }
    }
    for (const auto& [name, value] : more) {
        all.push_back(std::string(name).append("=").append(value));
    }
    return all;
}

}  // namespace

ChildProcess::ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
                           const std::map<std::string, std::string>& environment) {
    std::signal(SIGPIPE, SIG_IGN);
    const Pipe in;
    const Pipe out;
    const Pipe err;
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environmentWith(environment);
    const auto argv = pointers(words);
    const auto envp = pointers(variables);
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(in.read, 0);
        ::dup2(out.write, 1);
        ::dup2(err.write, 2);
        ::close_range(3, ~0U, 0);  // a server's sockets in this process are not the program's
        ::execve(program.c_str(), argv.data(), envp.data());
        ::_exit(127);
    }
    ::close(in.read);
    ::close(out.write);
    ::close(err.write);
    m_input = in.write;
    m_output = std::thread([this, fd = out.read] { readOutput(fd); });
    m_errorOutput = std::thread([this, fd = err.read] { readErrors(fd); });
}

ChildProcess::~ChildProcess() {
    closeInput();
    if (!wait(Milliseconds(0))) {
        kill(SIGKILL);
        wait(Milliseconds(10'000));
    }
    m_output.join();
    m_errorOutput.join();
}

void ChildProcess::readOutput(int fd) {
    std::string rest;
    std::array<char, 65536> chunk{};
    for (ssize_t n = 0; (n = ::read(fd, chunk.data(), chunk.size())) > 0;) {
        rest.append(chunk.data(), static_cast<std::size_t>(n));
        const std::lock_guard lock(m_mutex);
        for (std::size_t end = 0; (end = rest.find('\n')) != std::string::npos;) {
            m_lines.push_back(rest.substr(0, end));
            rest.erase(0, end + 1);
        }
        m_change.notify_all();
    }
    ::close(fd);
    const std::lock_guard lock(m_mutex);
    m_outputEnded = true;
    m_change.notify_all();
}

void ChildProcess::readErrors(int fd) {
    std::array<char, 4096> chunk{};
    for (ssize_t n = 0; (n = ::read(fd, chunk.data(), chunk.size())) > 0;) {
        const std::lock_guard lock(m_mutex);
        m_errors.append(chunk.data(), static_cast<std::size_t>(n));
    }
    ::close(fd);
    const std::lock_guard lock(m_mutex);
    m_errorsEnded = true;
    m_change.notify_all();
}

void ChildProcess::write(const std::string& text) {
    if (::write(m_input, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        throw std::runtime_error("the program does not read any more: " + errors());
    }
}

void ChildProcess::closeInput() {
    if (m_input >= 0) {
        ::close(m_input);
        m_input = -1;
    }
}

void ChildProcess::kill(int signal) {
    if (!m_exit) {
        ::kill(m_pid, signal);
    }
}

void ChildProcess::limitFiles(std::uint64_t bytes) {
    const rlimit limit{bytes, bytes};
    if (::prlimit(m_pid, RLIMIT_FSIZE, &limit, nullptr) != 0) {
        throw std::runtime_error("no limit could be set");
    }
}

std::optional<int> ChildProcess::wait(Milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!m_exit) {
        int status = 0;
        if (::waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        } else if (std::chrono::steady_clock::now() >= end) {
            return std::nullopt;
        } else {
            std::this_thread::sleep_for(Milliseconds(5));
        }
    }
    return m_exit;
}

std::optional<std::string> ChildProcess::readLine(Milliseconds limit) {
    std::unique_lock lock(m_mutex);
    m_change.wait_for(lock, limit, [this] { return m_outputEnded || !m_lines.empty(); });
    if (m_lines.empty()) {
        return std::nullopt;
    }
    std::string line = std::move(m_lines.front());
    m_lines.pop_front();
    return line;
}

std::string ChildProcess::errors() {
    std::unique_lock lock(m_mutex);
    if (m_exit) {
        m_change.wait_for(lock, Milliseconds(10'000), [this] { return m_errorsEnded; });
    }
    return m_errors;
}

namespace {

std::vector<std::string> deskArguments(const std::string& dbFile, const std::vector<std::string>& options) {
    std::vector<std::string> all{"desk", "--db", dbFile};
    all.insert(all.end(), options.begin(), options.end());
    return all;
}

}  // namespace

DeskProcess::DeskProcess(const std::string& dbFile, const std::vector<std::string>& options,
                         const std::string& password)
    : m_process(ZHIDA_BIN_DIR "/zhida-admin", deskArguments(dbFile, options), {{"ZHIDA_PASSWORD", password}}) {}

void DeskProcess::readOne(std::chrono::steady_clock::time_point end, const std::string& waitingFor) {
    const auto left = std::chrono::duration_cast<Milliseconds>(end - std::chrono::steady_clock::now());
    const auto line = m_process.readLine(std::max(left, Milliseconds(0)));
    if (!line) {
        throw std::runtime_error("no line while waiting for " + waitingFor + "; stderr: " + m_process.errors());
    }
    Json json = Json::parse(*line);
    if (json.contains("event")) {
        m_events.push_back(std::move(json));
    } else {
        const int id = json["id"].is_number_integer() ? json["id"].get<int>() : -1;
        if (id < 0) {
            m_strays.push_back(json["error"]["code"]);
        }
        m_answers[id] = std::move(json);
    }
}

Json DeskProcess::ask(const std::string& name, const Json& with) {
    const int id = m_next++;
    m_process.write(Json{{"id", id}, {"do", name}, {"with", with}}.dump() + "\n");
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (m_answers.count(id) == 0) {
        readOne(end, name);
    }
    return m_answers.at(id);
}

Json DeskProcess::ok(const std::string& name, const Json& with) {
    const Json answer = ask(name, with);
    if (!answer.contains("ok")) {
        throw std::runtime_error(name + ": " + answer.dump());
    }
    return answer["ok"];
}

std::string DeskProcess::refusal(const std::string& name, const Json& with) {
    const Json answer = ask(name, with);
    return answer.contains("error") ? answer["error"]["code"].get<std::string>() : std::string();
}

int DeskProcess::finish() {
    m_process.closeInput();
    return m_process.wait(std::chrono::seconds(20)).value_or(-1);
}

}  // namespace zhida::desk
