// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace zhida::desk {

using Json = nlohmann::json;

/// A program with pipes on stdin, stdout and stderr. Killed at the end if it still runs.
class ChildProcess {
public:
    ChildProcess(const std::string& program, const std::vector<std::string>& arguments,
                 const std::map<std::string, std::string>& environment);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    void write(const std::string& text);
    void closeInput();
    void kill(int signal);
    /// From now on no file of it can be written beyond so many bytes: a full disk.
    void limitFiles(std::uint64_t bytes);
    /// Exit code, 128 + signal, or nothing when it has not ended by then.
    std::optional<int> wait(std::chrono::milliseconds limit);
    /// The next line of stdout; nothing at the end or when none comes by then.
    std::optional<std::string> readLine(std::chrono::milliseconds limit);
    /// What it has written to stderr; whole once it has ended.
    [[nodiscard]] std::string errors();

private:
    void readOutput(int fd);
    void readErrors(int fd);

    int m_pid = -1;
    int m_input = -1;
    std::mutex m_mutex;
    std::condition_variable m_change;
    std::deque<std::string> m_lines;
    bool m_outputEnded = false;
    std::string m_errors;
    bool m_errorsEnded = false;
    std::optional<int> m_exit;
    std::thread m_output;
    std::thread m_errorOutput;
};

/// A headless desk as a process of its own. Requests are answered in their order; events are gathered.
class DeskProcess {
public:
    DeskProcess(const std::string& dbFile, const std::vector<std::string>& options, const std::string& password);

    /// The answer to one request. Throws when none comes within 20 s.
    Json ask(const std::string& name, const Json& with = Json::object());
    /// The value of "ok"; throws with the error's code when it was refused.
    Json ok(const std::string& name, const Json& with = Json::object());
    /// The code of the error; empty when it was accepted.
    std::string refusal(const std::string& name, const Json& with = Json::object());
    /// Until an event fits, or throws after 20 s.
    template <class Fits>
    Json event(Fits fits) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (true) {
            for (const Json& each : m_events) {
                if (fits(each)) {
                    return each;
                }
            }
            readOne(end, "an event");
        }
    }
    /// Codes of the errors that answered to no request of ask(), in their order.
    [[nodiscard]] const std::vector<std::string>& strays() const { return m_strays; }
    void forgetEvents() { m_events.clear(); }
    /// Ends the input; the exit code.
    int finish();
    [[nodiscard]] ChildProcess& process() { return m_process; }

private:
    /// One line of output into m_events or m_answers.
    void readOne(std::chrono::steady_clock::time_point end, const std::string& waitingFor);

    ChildProcess m_process;
    int m_next = 1;
    std::deque<Json> m_events;
    std::map<int, Json> m_answers;
    std::vector<std::string> m_strays;
};

}  // namespace zhida::desk
