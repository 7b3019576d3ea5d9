// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/centre_server.h"
#include "app/desk/desk_runtime.h"
#include "tests/bench/bench.h"

#include <future>
#include <memory>
#include <string>

/// A centre and its desks in one process, over loopback TLS: the same objects that the programs use.
namespace zhida::bench {

/// The value, or the end of the program with the error's code.
template <class T>
T orEnd(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().code.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

/// A call that answers through a callback, waited for.
template <class T, class Start>
Result<T> waitFor(Start start) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    start([promise](Result<T> result) { promise->set_value(std::move(result)); });
    return future.get();
}

class BenchDesk {
public:
    /// Signs in and is at the server's head on return.
    BenchDesk(const centre::CentreServer& server, const std::filesystem::path& file, const std::string& user,
              const std::string& password);

    service::Desk& desk() { return m_runtime->desk(); }
    service::Submitted submit(service::Submission submission);
    void catchUp();
    /// Closes and opens the file again without a line. Returns when the first rows of the queue are there.
    static double startOffline(const std::filesystem::path& file, const std::string& password, double& passwordSeconds);

private:
    ThreadExecutor m_replies;
    SystemClock m_clock;
    SystemRng m_rng;
    std::unique_ptr<desk::DeskRuntime> m_runtime;
};

}  // namespace zhida::bench
