// SPDX-License-Identifier: GPL-3.0-or-later
// What the server needs runs out for a while: file handles, memory.
#include "sync/server/admin_socket.h"
#include "sync/server/auth.h"
#include "tests/app/centre/scratch_centre.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>

namespace zhida::server {
namespace {

using centre::ScratchDirectory;
using sync::AdminClient;
using sync::AdminMessage;
using sync::AdminSocket;

/// No file handle from `first` on, while it lives.
class FewHandles {
public:
    explicit FewHandles(int first) {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit few{static_cast<rlim_t>(first), m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewHandles() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    FewHandles(const FewHandles&) = delete;
    FewHandles& operator=(const FewHandles&) = delete;

private:
    rlimit m_before{};
};

int nextHandle() {
    const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(next);
    return next;
}

TEST(Means, TheAdminSocketOutlivesALackOfFileHandles) {
    const ScratchDirectory scratch;
    const std::filesystem::path dir = scratch / "centre";
    std::filesystem::create_directory(dir);
    auto socket = AdminSocket::listen(dir, [](AdminMessage message) { return message; });
    ASSERT_TRUE(socket.ok());
    const auto first = AdminClient::connect(dir);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE((*first)->ask({"{}", ""}).ok());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (dir / "admin.sock").string().copy(address.sun_path, sizeof address.sun_path - 1);
    const int raw = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    // accept() takes its handle before it waits: the next connection still has one, the one after it has none.
    std::optional<FewHandles> few(nextHandle());
    ASSERT_EQ(::connect(raw, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(250));
    few.reset();
    ::close(raw);
    const auto second = AdminClient::connect(dir);
    ASSERT_TRUE(second.ok());
    const auto answer = (*second)->ask({"{}", "payload"});
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->payload, "payload");
}

class AtOnce final : public Executor {
public:
    void post(std::function<void()> task) override { task(); }
};

TEST(Means, ACheckThatThrowsIsAnsweredAsNotMade) {
    AtOnce executor;
    std::optional<std::optional<bool>> answer;
    sync::PasswordWorker worker(
        executor, [&](std::uint64_t request, std::optional<bool> right) { answer = request == 7 ? right : answer; },
        [](const std::string& hash, std::string_view) -> bool {
            return hash == "fits" || (hash == "throws" ? throw std::runtime_error("no memory") : false);
        });
    worker.check(7, "throws", "x");
    ASSERT_TRUE(answer);
    EXPECT_EQ(*answer, std::nullopt);
    worker.check(7, "fits", "x");
    EXPECT_EQ(*answer, std::optional(true));
    worker.check(7, "other", "x");
    EXPECT_EQ(*answer, std::optional(false));
}

}  // namespace
}  // namespace zhida::server
