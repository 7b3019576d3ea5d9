// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

namespace zhida::service {

/// Answers for the line to the centre while there is none: always offline. Thread-safe; replies come inside the call.
class NoLine final : public SyncGateway {
public:
    void wake() override {}
    void setOnline(bool /*online*/) override {}
    void fetchHistory(const TicketId& /*ticket*/) override {}
    void whenCaughtUp(std::int64_t /*milliseconds*/, std::function<void(Result<SyncStatus>)> reply) override {
        reply(Error("net.offline"));
    }
    [[nodiscard]] SyncStatus status() override {
        SyncStatus status;
        status.waiting = waiting;
        status.refused = refused;
        return status;
    }
    void administer(std::string /*operation*/, std::string /*arguments*/,
                    std::function<void(Result<std::string>)> reply) override {
        reply(Error("net.offline"));
    }

    std::atomic<std::int64_t> waiting{0};
    std::atomic<std::int64_t> refused{0};
};

}  // namespace zhida::service
