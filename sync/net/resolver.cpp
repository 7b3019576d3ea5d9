// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/resolver.h"

#include <netdb.h>

#include <system_error>
#include <thread>

namespace zhida::net {
namespace {

using Endpoints = std::vector<Tcp::endpoint>;

Endpoints lookUp(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    Endpoints found;
    if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &list) != 0) {
        return found;
    }
    for (const addrinfo* each = list; each != nullptr; each = each->ai_next) {
        Tcp::endpoint endpoint;
        if (each->ai_addrlen <= endpoint.capacity()) {
            endpoint.resize(each->ai_addrlen);
            std::memcpy(endpoint.data(), each->ai_addr, each->ai_addrlen);
            found.push_back(endpoint);
        }
    }
    freeaddrinfo(list);
    return found;
}

ErrorCode outcome(const Endpoints& found) {
    return found.empty() ? ErrorCode(asio::error::host_not_found) : ErrorCode{};
}

}  // namespace

void resolve(const std::shared_ptr<IoThread::Impl>& io, const std::string& host, std::uint16_t port, Resolved done) {
    ErrorCode isName;
    const auto address = asio::ip::make_address(host, isName);
    if (!isName) {
        io->defer([done = std::move(done), endpoint = Tcp::endpoint(address, port)] { done({}, {endpoint}); });
        return;
    }
    if (host == "localhost") {  // always this machine (RFC 6761, 6.3), also where no file says so
        io->defer([done = std::move(done), port] {
            done({}, {Tcp::endpoint(asio::ip::address_v4::loopback(), port),
                      Tcp::endpoint(asio::ip::address_v6::loopback(), port)});
        });
        return;
    }
    // `done` is shared, so that its last copy dies on the I/O thread whenever that still runs.
    auto shared = std::make_shared<Resolved>(std::move(done));
    std::thread([io, host, port, shared]() mutable {
        auto found = lookUp(host, port);
        io->postIfRunning([shared = std::move(shared), found = std::move(found)] { (*shared)(outcome(found), found); });
    }).detach();
}

}  // namespace zhida::net
