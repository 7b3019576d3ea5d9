// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/sync_client.h"

#include "model/sqlite/failure.h"
#include "sync/client/client_engine.h"
#include "sync/session/steady_clock.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace zhida::sync {

namespace {

/// Then the engine is asked again when it wants to connect.
constexpr std::int64_t kAfterFailureMs = 500;

Error errorOf(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const sqlite::Failure*>(&failure)) {
        return sqlite::toError(*known);
    }
    return Error("desk.failed", {{"detail", failure.what()}});
}

}  // namespace

/// Lives as long as anything of it is posted. Everything below `engine` belongs to the writer.
class SyncClient::Core final : public ClientLine, public std::enable_shared_from_this<SyncClient::Core> {
public:
    Core(SyncClientOptions options, SyncClientPorts ports) : m_options(std::move(options)), m_ports(std::move(ports)) {
        m_status.line = service::SyncStatus::Line::offline;
    }

    using Refuse = std::function<void(const Error&)>;
    /// Runs `work` with the engine on the writer, then looks at status and timer. Without an engine, as after stop(): `refuse`.
    template <class Work>
    void run(Work work, Refuse refuse = {}) {
        m_ports.writer.post([self = shared_from_this(), work = std::move(work), refuse = std::move(refuse)]() mutable {
            if (const Status ready = self->begin()) {
                self->step(work);
            } else if (refuse) {
                refuse(ready.error());
            }
        });
    }

    /// The same on the writer, at once.
    template <class Work>
    void runHere(Work work) {
        if (begin()) {
            step(work);
        }
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
    Status begin();
    void publish();
    void arm(std::int64_t milliseconds);
    void wentOff(Instant at);

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
    std::optional<Instant> m_armedFor;  ///< of the steady clock
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

/// An engine, if there may be one.
Status SyncClient::Core::begin() {
    try {
        if (!m_engine && !m_stopped) {
            m_engine.emplace(
                ClientEnginePorts{m_ports.desk, m_ports.clock, m_steady, m_ports.rng, *this, m_ports.refusedCount},
                m_options.identity, m_options.tuning);
        }
        return m_stopped ? Status(Error("net.offline")) : done();
    } catch (const std::exception& failure) {
        arm(kAfterFailureMs);
        return errorOf(failure);
    }
}

/// A failure of the disk costs the connection, not the desk: what was applied is durable, the rest comes again.
template <class Work>
void SyncClient::Core::step(Work& work) {
    std::int64_t next = kAfterFailureMs;
    try {
        work(*m_engine);
        publish();  // somebody may be waiting for an answer
        next = m_engine->tick();
    } catch (const std::exception& failure) {
        m_engine->diskFailed(errorOf(failure));
    }
    arm(next);
    publish();
}

void SyncClient::Core::publish() {
    const service::SyncStatus now = m_engine->status();
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

/// A timer that goes off too early does no harm: an act does not set a new one for what is still far away.
void SyncClient::Core::arm(std::int64_t milliseconds) {
    const Instant at = m_steady.now().plus(milliseconds);
    if (m_armedFor && *m_armedFor <= at) {
        return;
    }
    m_armedFor = at;
    m_timer = m_ports.io.after(milliseconds, [weak = weak_from_this(), at] {
        if (const auto self = weak.lock()) {
            self->wentOff(at);
        }
    });
}

/// On the I/O thread. One that has been replaced meanwhile ticks, too, and leaves its successor alone.
void SyncClient::Core::wentOff(Instant at) {
    m_ports.writer.post([self = shared_from_this(), at] {
        if (self->m_armedFor == at) {
            self->m_armedFor.reset();
        }
        self->runHere([](ClientEngine&) {});
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
        try {
            if (self->m_engine) {
                self->m_engine->stop();
            }
        } catch (...) {
            self->close(0, "desk.closing");  // a reply threw: that is its owner's affair
        }
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

void SyncClient::signIn(std::string password, const std::function<void(Result<SignIn>)>& reply) {
    m_core->run([password = std::move(password), reply](ClientEngine& engine) { engine.signIn(password, reply); },
                reply);
}

void SyncClient::wake() {
    m_core->run([](ClientEngine& engine) { engine.wake(); });
}

void SyncClient::push() {
    m_core->runHere([](ClientEngine& engine) { engine.wake(); });
}

void SyncClient::setOnline(bool online) {
    m_core->run([online](ClientEngine& engine) { engine.setOnline(online); });
}

void SyncClient::fetchHistory(const TicketId& ticket) {
    m_core->run([ticket](ClientEngine& engine) { engine.fetchHistory(ticket); });
}

void SyncClient::whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<service::SyncStatus>)> reply) {
    m_core->run([milliseconds, reply](ClientEngine& engine) { engine.whenCaughtUp(milliseconds, reply); }, reply);
}

service::SyncStatus SyncClient::status() { return m_core->status(); }

void SyncClient::administer(std::string operation, std::string arguments,
                            std::function<void(Result<std::string>)> reply) {
    m_core->run([operation = std::move(operation), arguments = std::move(arguments),
                 reply](ClientEngine& engine) { engine.administer(operation, arguments, reply); },
                reply);
}

}  // namespace zhida::sync
