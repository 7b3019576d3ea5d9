// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/admin_socket.h"

#include "sync/server/admin_frames.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <list>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace zhida::sync {
namespace {

using admin::Descriptor;

constexpr int kMostWaiting = 16;
/// File handles, memory or threads have run out: they come back.
constexpr std::chrono::milliseconds kPauseWithoutMeans(100);

bool isOurs(int socket) {
    ucred peer{};
    socklen_t size = sizeof peer;
    const bool known = ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0;
    return known && (peer.uid == ::geteuid() || peer.uid == 0);
}

Descriptor newSocket() { return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

const sockaddr* plain(const sockaddr_un& address) { return reinterpret_cast<const sockaddr*>(&address); }

}  // namespace

class AdminSocket::State {
public:
    State(std::filesystem::path path, Descriptor listener, Handler handler)
        : m_path(std::move(path)),
          m_listener(std::move(listener)),
          m_handler(std::move(handler)),
          m_acceptor([this] { acceptAll(); }) {}

    ~State() {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
            for (const Line& each : m_lines) {
                ::shutdown(each.socket.get(), SHUT_RDWR);
            }
        }
        m_stop.notify_all();
        ::shutdown(m_listener.get(), SHUT_RDWR);
        m_acceptor.join();
        for (Line& each : m_lines) {
            each.thread.join();
        }
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

private:
    struct Line {
        Descriptor socket;
        std::thread thread;
        bool over = false;
    };

    void acceptAll() {
        while (acceptOne()) {
        }
    }

    /// False: we are stopping.
    bool acceptOne() {
        Descriptor socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        const int why = errno;
        std::unique_lock lock(m_mutex);
        forgetEnded();
        if (m_stopping) {
            return false;
        }
        const bool passing = !socket.valid() && (why == EINTR || why == ECONNABORTED);
        const bool served = socket.valid() && (!isOurs(socket.get()) || begin(std::move(socket)));
        if (!passing && !served) {
            m_stop.wait_for(lock, kPauseWithoutMeans, [this] { return m_stopping; });
        }
        return true;
    }

    /// False when there is no thread for it.
    bool begin(Descriptor socket) {
        Line& line = m_lines.emplace_back();
        line.socket = std::move(socket);
        try {
            line.thread = std::thread([this, &line] { serve(line); });
            return true;
        } catch (const std::system_error&) {
            m_lines.pop_back();
            return false;
        }
    }

    void serve(Line& line) {
        try {
            while (auto message = admin::receive(line.socket.get())) {
                if (!admin::send(line.socket.get(), m_handler(std::move(*message)))) {
                    break;
                }
            }
        } catch (const std::exception&) {
            // The other end sees the line end and reports centre.lost.
        }
        const std::lock_guard lock(m_mutex);
        ::shutdown(line.socket.get(), SHUT_RDWR);
        line.over = true;
    }

    void forgetEnded() {
        for (auto it = m_lines.begin(); it != m_lines.end();) {
            if (it->over) {
                it->thread.join();
                it = m_lines.erase(it);
            } else {
                ++it;
            }
        }
    }

    std::filesystem::path m_path;
    Descriptor m_listener;
    Handler m_handler;
    std::mutex m_mutex;
    std::list<Line> m_lines;
    bool m_stopping = false;
    std::condition_variable m_stop;
    std::thread m_acceptor;
};

AdminSocket::AdminSocket(std::unique_ptr<State> state) : m_state(std::move(state)) {}
AdminSocket::~AdminSocket() = default;

Result<std::unique_ptr<AdminSocket>> AdminSocket::listen(const std::filesystem::path& dir, Handler handler) {
    const std::filesystem::path path = dir / "admin.sock";
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    const auto address = admin::addressIn(dir);
    Descriptor socket = newSocket();
    // Before bind(), so that the file has mode 0600 from its first moment on (Linux takes the mode of the socket).
    const bool bound = address && socket.valid() && ::fchmod(socket.get(), 0600) == 0 &&
                       ::bind(socket.get(), plain(address->address), sizeof address->address) == 0;
    if (!bound || ::listen(socket.get(), kMostWaiting) != 0) {
        return Error("admin.cannotListen", {{"path", path.string()}, {"detail", std::strerror(errno)}});
    }
    return std::unique_ptr<AdminSocket>(
        new AdminSocket(std::make_unique<State>(path, std::move(socket), std::move(handler))));  // NOLINT: private
}

Result<std::unique_ptr<AdminClient>> AdminClient::connect(const std::filesystem::path& dir) {
    const auto address = admin::addressIn(dir);
    Descriptor socket = newSocket();
    if (!address || !socket.valid() || ::connect(socket.get(), plain(address->address), sizeof address->address) != 0) {
        return Error("admin.noServer", {{"path", (dir / "admin.sock").string()}});
    }
    return std::unique_ptr<AdminClient>(new AdminClient(socket.release()));  // NOLINT: private
}

AdminClient::~AdminClient() { ::close(m_socket); }

Result<AdminMessage> AdminClient::ask(const AdminMessage& message) {
    if (!admin::send(m_socket, message)) {
        return Error("centre.lost");
    }
    auto answer = admin::receive(m_socket);
    return answer ? Result<AdminMessage>(std::move(*answer)) : Error("centre.lost");
}

}  // namespace zhida::sync
