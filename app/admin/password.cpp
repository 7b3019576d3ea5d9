// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/password.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>

namespace zhida::admin {
namespace {

/// The terminal without echo, as it was again at the end.
class SilentTerminal {
public:
    SilentTerminal() : m_fd(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (m_fd >= 0 && ::tcgetattr(m_fd, &m_before) == 0) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_changed = ::tcsetattr(m_fd, TCSAFLUSH, &silent) == 0;
        }
    }
    ~SilentTerminal() {
        if (m_changed) {
            ::tcsetattr(m_fd, TCSAFLUSH, &m_before);
        }
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    [[nodiscard]] bool usable() const { return m_changed; }
    void say(const std::string& text) const {
        if (::write(m_fd, text.data(), text.size()) < 0) {
            return;
        }
    }
    [[nodiscard]] std::string line() const {
        std::string text;
        char c = '\0';
        while (::read(m_fd, &c, 1) == 1 && c != '\n') {
            text.push_back(c);
        }
        return text;
    }

private:
    int m_fd;
    termios m_before{};
    bool m_changed = false;
};

}  // namespace

std::optional<std::string> takePassword(const std::string& prompt) {
    if (const char* const value = std::getenv("ZHIDA_PASSWORD"); value != nullptr) {
        std::string password = value;
        ::unsetenv("ZHIDA_PASSWORD");
        return password;
    }
    const SilentTerminal terminal;
    if (!terminal.usable()) {
        return std::nullopt;
    }
    terminal.say(prompt);
    std::string password = terminal.line();
    terminal.say("\n");
    return password;
}

}  // namespace zhida::admin
