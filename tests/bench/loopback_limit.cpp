// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/loopback_limit.h"

#include "tests/bench/bench.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <utility>
#include <vector>

namespace zhida::bench {
namespace {

void check(bool ok, const char* what) {
    if (!ok) {
        std::perror(what);
        std::exit(1);
    }
}

/// Reads or writes `left` bytes through one buffer.
template <class Transfer>
void moveAll(int end, std::size_t left, Transfer transfer) {
    std::vector<char> buffer(256U << 10U, 'x');
    while (left > 0) {
        const ssize_t n = transfer(end, buffer.data(), std::min(left, buffer.size()));
        check(n > 0, "transfer");
        left -= static_cast<std::size_t>(n);
    }
}

}  // namespace

std::pair<int, int> connectedPair() {
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    check(bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(listener, 1) == 0, "listen");
    check(getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0, "getsockname");
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    check(::connect(client, reinterpret_cast<sockaddr*>(&address), size) == 0, "connect");
    const int server = accept(listener, nullptr, nullptr);
    check(server >= 0, "accept");
    close(listener);
    const int on = 1;
    for (const int end : {client, server}) {
        setsockopt(end, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    return {client, server};
}

void readAll(int end, std::size_t bytes) {
    moveAll(end, bytes, [](int e, char* at, std::size_t n) { return read(e, at, n); });
}
void writeAll(int end, std::size_t bytes) {
    moveAll(end, bytes, [](int e, char* at, std::size_t n) { return write(e, at, n); });
}

double roundTrip(std::size_t bytes) {
    constexpr int kRounds = 1000;
    const auto [client, server] = connectedPair();
    std::thread echo([bytes, end = server] {
        for (int i = 0; i < kRounds; ++i) {
            readAll(end, bytes);
            writeAll(end, bytes);
        }
    });
    std::vector<double> samples;
    for (int i = 0; i < kRounds; ++i) {
        samples.push_back(secondsOf([bytes, end = client] {
            writeAll(end, bytes);
            readAll(end, bytes);
        }));
    }
    echo.join();
    close(client);
    close(server);
    return percentile(samples, 0.5);
}

double copyLoopback(std::size_t bytes) {
    const auto [client, server] = connectedPair();
    const double seconds = secondsOf([bytes, from = client, to = server] {
        std::thread reader([bytes, to] { readAll(to, bytes); });
        writeAll(from, bytes);
        reader.join();
    });
    close(client);
    close(server);
    return seconds;
}

}  // namespace zhida::bench
