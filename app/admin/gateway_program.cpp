// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/gateway_program.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <optional>
#include <thread>

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace zhida::admin {
namespace {

constexpr int kNotNow = 75;
constexpr std::chrono::milliseconds kLook{10};
constexpr std::size_t kMostWord = 200;

/// A file without a name: the program may leave it unread, and may write as much as it likes, without anybody waiting.
class Scratch {
public:
    explicit Scratch(const char* name) : m_file(memfd_create(name, MFD_CLOEXEC)) {}
    ~Scratch() {
        if (m_file >= 0) {
            close(m_file);
        }
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] int file() const { return m_file; }
    [[nodiscard]] bool fill(const std::string& text) const {
        return m_file >= 0 && pwrite(m_file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
    }
    [[nodiscard]] std::string firstLine() const {
        std::string text(kMostWord * 4, '\0');
        const ssize_t size = m_file < 0 ? 0 : pread(m_file, text.data(), text.size(), 0);
        text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
        text.resize(std::min(text.find('\n'), text.size()));
        return clean(text);
    }

private:
    /// Gateways speak GBK: what is no text here must not keep a receipt from the centre.
    static std::string clean(std::string_view text) {
        std::string clean;
        for (std::size_t count = 0; !text.empty() && count < kMostWord; ++count) {
            const utf8::Decoded each = utf8::decode(text);
            utf8::append(clean, each.codePoint);
            text.remove_prefix(each.length);
        }
        return clean;
    }

    int m_file;
};

std::optional<pid_t> start(const std::vector<std::string>& command, const std::array<const Scratch*, 3>& files,
                           int& failure) {
    std::vector<std::string> texts = command;
    std::vector<char*> arguments;
    std::transform(texts.begin(), texts.end(), std::back_inserter(arguments), [](std::string& s) { return s.data(); });
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (std::size_t i = 0; i < files.size(); ++i) {
        posix_spawn_file_actions_adddup2(&actions, files[i]->file(), static_cast<int>(i));
    }
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t pid = -1;
    failure = posix_spawnp(&pid, arguments.front(), &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failure == 0 ? std::optional(pid) : std::nullopt;
}

/// The status of waitpid, or nothing when it had to be killed or nobody knows.
std::optional<int> awaitEnd(pid_t pid, std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    int status = 0;
    while (true) {
        const pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended == pid) {
            return status;
        }
        if (ended < 0 && errno != EINTR) {
            return std::nullopt;  // nobody knows how it ended
        }
        if (std::chrono::steady_clock::now() >= end) {
            kill(-pid, SIGKILL);
            kill(pid, SIGKILL);  // should it have left its group
            waitpid(pid, &status, 0);
            return std::nullopt;
        }
        std::this_thread::sleep_for(kLook);
    }
}

}  // namespace

Result<Delivery> runGateway(const std::vector<std::string>& command, const std::string& input,
                            std::chrono::milliseconds limit) {
    std::signal(SIGCHLD, SIG_DFL);  // whoever started us may have ignored it, and then no end is told
    const Scratch in("message");
    const Scratch out("receipt");
    const Scratch err("reason");
    int failure = 0;
    const bool ready = !command.empty() && in.fill(input) && out.file() >= 0 && err.file() >= 0;
    const auto pid = ready ? start(command, {&in, &out, &err}, failure) : std::nullopt;
    if (!pid) {
        return Error("gateway.cannotRun", {{"program", command.empty() ? std::string() : command.front()},
                                           {"detail", std::strerror(failure == 0 ? errno : failure)}});
    }
    const std::optional<int> status = awaitEnd(*pid, limit);
    if (!status || !WIFEXITED(*status)) {
        return Delivery{Delivery::Verdict::broken, err.firstLine()};
    }
    if (WEXITSTATUS(*status) == kNotNow) {
        return Delivery{Delivery::Verdict::notNow, err.firstLine()};
    }
    const bool sent = WEXITSTATUS(*status) == 0;
    return Delivery{sent ? Delivery::Verdict::sent : Delivery::Verdict::failed,
                    sent ? out.firstLine() : err.firstLine()};
}

}  // namespace zhida::admin
