// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/service/desk.h"

#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace zhida::desk {

/// The line to the centre for those who wait on it: a token that is refused while the password is still to be tried is no
/// answer to a wait. Thread-safe.
class RenewingGateway final : public service::SyncGateway {
public:
    /// Both outlive the gateway.
    RenewingGateway(service::SyncGateway& line, const Clock& clock) : m_line(line), m_clock(clock) {}

    /// True: a sign-in by password follows a refused token. False again: it is over, however it went.
    void expectSignIn(bool expected);
    /// To be called now and then while a sign-in is expected: error timeout for the waits whose time is over.
    void answerOverdue();

    void wake() override { m_line.wake(); }
    void push() override { m_line.push(); }
    void setOnline(bool online) override { m_line.setOnline(online); }
    void fetchHistory(const TicketId& ticket) override { m_line.fetchHistory(ticket); }
    void whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<service::SyncStatus>)> reply) override;
    [[nodiscard]] service::SyncStatus status() override { return m_line.status(); }
    void administer(std::string operation, std::string arguments,
                    std::function<void(Result<std::string>)> reply) override {
        m_line.administer(std::move(operation), std::move(arguments), std::move(reply));
    }

private:
    using Reply = std::function<void(Result<service::SyncStatus>)>;
    struct Parked {
        Instant until;
        Reply reply;
    };
    bool park(Instant until, const Reply& reply);

    service::SyncGateway& m_line;
    const Clock& m_clock;
    std::mutex m_mutex;
    bool m_expected = false;
    std::vector<Parked> m_parked;
};

}  // namespace zhida::desk
