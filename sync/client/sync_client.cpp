// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/sync_client.h"

#include "sync/client/client_engine.h"
#include "sync/session/steady_clock.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace zhida::sync {

/// Lives as long as anything of it is posted. Everything below `engine` belongs to the writer.
class SyncClient::Core final : public ClientLine, public std::enable_shared_from_this<SyncClient::Core> {
public:
    Core(SyncClientOptions options, SyncClientPorts ports) : m_options(std::move(options)), m_ports(std::move(ports)) {
        m_status.line = service::SyncStatus::Line::offline;
    }

    /// Runs `work` with the engine on the writer, then looks at status and timer. Nothing after stop().
    template <class Work>
    void run(Work work) {
        m_ports.writer.post([self = shared_from_this(), work = std::move(work)]() mutable { self->step(work); });
    }

    void stop();
    [[nodiscard]] service::SyncStatus status() const {
        const std::lock_guard lock(m_mutex);
        return m_status;
    }

    void open(std::uint64_t line) override;
    void send(std::uint64_t, std::string message) override {
        if (m_connection) {
            m_connection->send(std::move(message));
        }
    }
    void close(std::uint64_t, std::string_view reason) override {
        if (auto connection = std::exchange(m_connection, nullptr)) {
            connection->close(reason);
        }
    }

private:
    class Handler;

    template <class Work>
    void step(Work& work);
    void begin();
    void publish();
    void arm(std::int64_t milliseconds);

    SyncClientOptions m_options;
    SyncClientPorts m_ports;
    SteadyClock m_steady;
    mutable std::mutex m_mutex;
    service::SyncStatus m_status;
    // The writer's:
    bool m_stopped = false;
    std::optional<ClientEngine> m_engine;
    std::shared_ptr<net::Connection> m_connection;
    net::Timer m_timer;
};

/// On the I/O thread: hands everything to the writer.
class SyncClient::Core::Handler final : public net::ConnectionHandler {
public:
    Handler(std::shared_ptr<Core> core, std::uint64_t line) : m_core(std::move(core)), m_line(line) {}

    void onOpen(std::shared_ptr<net::Connection>) override {
        m_core->run([line = m_line](ClientEngine& engine) { engine.opened(line); });
    }
    void onMessage(std::string message) override {
        m_core->run(
            [line = m_line, message = std::move(message)](ClientEngine& engine) { engine.received(line, message); });
    }
    void onClosed(Error why) override {
        m_core->run([line = m_line, why = std::move(why)](ClientEngine& engine) { engine.closed(line, why); });
    }

private:
    std::shared_ptr<Core> m_core;
    std::uint64_t m_line;
};

void SyncClient::Core::begin() {
    if (!m_engine) {
        m_engine.emplace(
            ClientEnginePorts{m_ports.desk, m_ports.clock, m_steady, m_ports.rng, *this, m_ports.refusedCount},
            m_options.identity, m_options.tuning);
    }
}

/// A failure of the disk costs the connection, not the desk: what was applied is durable, the rest comes again.
template <class Work>
void SyncClient::Core::step(Work& work) {
    if (m_stopped) {
        return;
    }
    std::int64_t next = m_options.tuning.backoffMostMs;
    try {
        begin();
        work(*m_engine);
        next = m_engine->tick();
    } catch (const std::exception& failure) {
        if (m_engine) {
            m_engine->diskFailed(Error("desk.failed", {{"detail", failure.what()}}));
        }
    }
    publish();
    arm(next);
}

void SyncClient::Core::publish() {
    if (!m_engine) {
        return;
    }
    const service::SyncStatus& now = m_engine->status();
    {
        const std::lock_guard lock(m_mutex);
        if (m_status == now) {
            return;
        }
        m_status = now;
    }
    if (m_ports.onStatus) {
        m_ports.onStatus(now);
    }
}

void SyncClient::Core::arm(std::int64_t milliseconds) {
    m_timer = m_ports.io.after(milliseconds, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) {
            self->run([](ClientEngine&) {});
        }
    });
}

void SyncClient::Core::open(std::uint64_t line) {
    net::Limits limits;
    limits.maxMessage = kCentreLimits.frame;
    m_connection =
        net::connect(m_ports.io, m_options.endpoint, limits, std::make_unique<Handler>(shared_from_this(), line));
}

void SyncClient::Core::stop() {
    std::mutex mutex;
    std::condition_variable stopped;
    bool done = false;
    m_ports.writer.post([&, self = shared_from_this()] {
        self->m_stopped = true;
        self->m_timer.cancel();
        self->close(0, "desk.closing");
        self->m_engine.reset();
        const std::lock_guard lock(mutex);
        done = true;
        stopped.notify_one();
    });
    std::unique_lock lock(mutex);
    stopped.wait(lock, [&done] { return done; });
}

SyncClient::SyncClient(SyncClientOptions options, SyncClientPorts ports)
    : m_core(std::make_shared<Core>(std::move(options), std::move(ports))) {}

SyncClient::~SyncClient() { m_core->stop(); }

void SyncClient::start() {
    m_core->run([](ClientEngine& engine) { engine.start(); });
}

void SyncClient::signIn(std::string password, std::function<void(Result<SignIn>)> reply) {
    m_core->run([password = std::move(password), reply = std::move(reply)](ClientEngine& engine) {
        engine.signIn(password, reply);
    });
}

void SyncClient::wake() {
    m_core->run([](ClientEngine& engine) { engine.wake(); });
}

void SyncClient::setOnline(bool online) {
    m_core->run([online](ClientEngine& engine) { engine.setOnline(online); });
}

void SyncClient::fetchHistory(const TicketId& ticket) {
    m_core->run([ticket](ClientEngine& engine) { engine.fetchHistory(ticket); });
}

void SyncClient::whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<service::SyncStatus>)> reply) {
    m_core->run(
        [milliseconds, reply = std::move(reply)](ClientEngine& engine) { engine.whenCaughtUp(milliseconds, reply); });
}

service::SyncStatus SyncClient::status() { return m_core->status(); }

void SyncClient::administer(std::string operation, std::string arguments,
                            std::function<void(Result<std::string>)> reply) {
    m_core->run([operation = std::move(operation), arguments = std::move(arguments),
                 reply = std::move(reply)](ClientEngine& engine) { engine.administer(operation, arguments, reply); });
}

}  // namespace zhida::sync
