// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk_runtime.h"

#include "app/desk/ledger_port.h"
#include "app/desk/renewing_gateway.h"
#include "sync/client/sync_client.h"
#include "sync/net/io_thread.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace zhida::desk {
namespace {

constexpr std::string_view kVersion = "0.1.0";

std::string hostName() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string("desk");
}

/// The desk's writer as an executor; what runs there announces its changes.
class LedgerExecutor final : public Executor {
public:
    explicit LedgerExecutor(service::LocalDesk& desk) : m_desk(desk) {}
    void post(std::function<void()> task) override {
        m_desk.onLedger([task = std::move(task)](service::DeskLedger&) { task(); });
    }

private:
    service::LocalDesk& m_desk;
};

/// Runs `work` on the ledger's thread and waits for it. Not from that thread. A failure of the disk is thrown here.
template <class Work>
auto onLedger(service::LocalDesk& desk, Work work) {
    using Value = decltype(work(std::declval<service::DeskLedger&>()));
    auto promise = std::make_shared<std::promise<Value>>();
    desk.onLedger([promise, work = std::move(work)](service::DeskLedger& ledger) {
        try {
            if constexpr (std::is_void_v<Value>) {
                work(ledger);
                promise->set_value();
            } else {
                promise->set_value(work(ledger));
            }
        } catch (...) {
            promise->set_exception(std::current_exception());
        }
    });
    return promise->get_future().get();
}

/// Why the first sign-in is tried again for a while: the server may just be starting.
bool mayPass(const Error& error) {
    return error.code == "net.refused" || error.code == "net.closed" || error.code == "server.busy";
}

}  // namespace

class DeskRuntime::Impl {
public:
    Impl(DeskOptions options, std::unique_ptr<service::LocalDesk> desk, LockRecord record)
        : m_options(std::move(options)),
          m_desk(std::move(desk)),
          m_writer(*m_desk),
          m_record(std::move(record)),
          m_worker(std::make_unique<ThreadExecutor>()) {}

    ~Impl() {
        m_stopping = true;
        m_worker.reset();
        leave();
        m_desk->setSync(nullptr);
        m_client.reset();
        m_io.stop();
        sodium_memzero(m_password.data(), m_password.size());
    }

    void prepare(const net::Endpoint& endpoint) {
        service::DeskLedger* const ledger = onLedger(*m_desk, [](service::DeskLedger& each) { return &each; });
        // The rest is remembered once the password has proved right: a mistyped user must not claim the file.
        onLedger(*m_desk, [device = m_record.device](service::DeskLedger& each) {
            LockRecord kept = readLockRecord(each);
            kept.device = device;
            writeLockRecord(each, kept);
            return true;
        });
        m_port = std::make_unique<LedgerPort>(*ledger);
        sync::SyncClientOptions options;
        options.endpoint = endpoint;
        options.identity.user.value = m_record.user;
        options.identity.deviceName = m_options.deviceName.empty() ? hostName() : m_options.deviceName;
        options.identity.proposedDevice.uuid = m_record.device;
        options.identity.appVersion = kVersion;
        m_io.start();
        m_client = std::make_unique<sync::SyncClient>(
            std::move(options),
            sync::SyncClientPorts{*m_port, m_writer, m_io, *m_options.clock, *m_options.rng,
                                  [ledger] { return static_cast<std::int64_t>(ledger->refusedCount()); },
                                  [this, ledger](const service::SyncStatus& status) { onStatus(status, *ledger); }});
        if (m_options.offline) {
            m_client->setOnline(false);
        }
        m_gateway = std::make_unique<RenewingGateway>(*m_client, *m_options.clock);
        m_desk->setSync(m_gateway.get());
    }

    void unlock(std::string password, std::function<void(Result<Unlocked>)> reply) {
        m_worker->post([this, password = std::move(password), reply = std::move(reply)] {
            auto outcome = attempt(password);
            m_options.replies->post([reply, outcome = std::move(outcome)] { reply(outcome); });
        });
    }

    [[nodiscard]] LockRecord record() const {
        const std::lock_guard lock(m_mutex);
        return m_record;
    }
    [[nodiscard]] bool unlocked() const { return m_unlocked; }
    [[nodiscard]] service::Desk& desk() { return *m_desk; }
    [[nodiscard]] const Clock& clock() const { return *m_options.clock; }

private:
    /// Nothing rests while nobody is there who could take it back. What the disk refuses now leaves at the next start.
    void leave() {
        try {
            onLedger(*m_desk, [](service::DeskLedger& ledger) {
                ledger.releaseResting();
                return true;
            });
            if (m_client) {
                m_client->wake();
            }
        } catch (const std::exception&) {
        }
    }

    void change(const std::function<void(LockRecord&)>& edit) {
        onLedger(*m_desk, [this, &edit](service::DeskLedger& ledger) {
            const std::lock_guard lock(m_mutex);
            edit(m_record);
            writeLockRecord(ledger, m_record);
            return true;
        });
    }

    /// On the ledger's thread: the centre knows this user.
    void onSignedIn(service::DeskLedger& ledger) {
        const std::lock_guard lock(m_mutex);
        m_record.confirmedAt = m_options.clock->now();
        writeLockRecord(ledger, m_record);
    }

    /// On the ledger's thread. A token that has run out, or was taken back because the password changed, is the trouble of
    /// the line; the password that opened the file is then tried once.
    void onStatus(const service::SyncStatus& status, service::DeskLedger& ledger) {
        m_desk->publishStatus(status);
        const bool knownNow = status.line == Line::filling || status.line == Line::live;
        if (knownNow && !std::exchange(m_known, knownNow)) {
            onSignedIn(ledger);
        }
        m_known = knownNow;
        if (status.trouble.code == "auth.tokenExpired" && m_hasPassword.exchange(false)) {
            m_worker->post([this] { renewToken(); });
        }
    }

    void renewToken() {
        /// However it ends, by a failure of the disk too, those who wait are answered.
        struct Over {
            RenewingGateway& gateway;
            ~Over() { gateway.expectSignIn(false); }
        } const over{*m_gateway};
        const std::string password = std::exchange(m_password, {});
        if (m_stopping) {
            return;
        }
        const auto outcome = askOnce(password);
        if (!outcome && outcome.error().code == "auth.wrongPassword") {
            // Changed at the centre: from now on this file opens with the new one, and that only the centre can tell.
            change([](LockRecord& record) { record.verifier.clear(); });
        }
    }

    Unlocked describe(bool byCentre) const {
        const LockRecord now = record();
        const bool expired = now.confirmedAt && m_options.clock->now().ms - now.confirmedAt->ms > m_options.leaseMs;
        return {byCentre, expired, now.confirmedAt};
    }

    Result<Unlocked> attempt(const std::string& password) {
        try {
            return m_unlocked ? Result<Unlocked>(describe(false)) : check(password);
        } catch (const sqlite::Failure& failure) {
            return sqlite::toError(failure);
        } catch (const std::exception& failure) {
            return Error("desk.failed", {{"detail", failure.what()}});
        }
    }

    Result<Unlocked> check(const std::string& password) {
        const LockRecord now = record();
        if (const std::int64_t wait = waitBefore(now, m_options.clock->now()); wait > 0) {
            return Error("auth.wait", {{"retryMs", std::to_string(wait)}});
        }
        if (now.verifier.empty()) {
            return m_options.offline ? Error("desk.needsServer") : askCentre(password);
        }
        if (fits(now.verifier, password)) {
            return openByFile(password);
        }
        if (!m_options.offline) {
            auto outcome = askOnce(password);
            if (outcome || outcome.error().code == "auth.disabled" || outcome.error().code == "device.disabled") {
                return outcome;
            }
        }
        return wrong();
    }

    Result<Unlocked> wrong() {
        change([this](LockRecord& record) {
            ++record.failures;
            record.lastFailure = m_options.clock->now();
        });
        return Error("auth.wrongPassword", {{"retryMs", std::to_string(delayAfter(record().failures))}});
    }

    Result<Unlocked> openByFile(const std::string& password) {
        change([](LockRecord& record) { record.failures = 0; });
        m_password = password;
        m_hasPassword = true;
        m_gateway->expectSignIn(true);
        m_unlocked = true;
        startLine();
        return describe(false);
    }

    /// Patient for a moment with a server that is just starting.
    Result<Unlocked> askCentre(const std::string& password) {
        auto outcome = askOnce(password);
        for (int again = 0; again < kFirstTries && !outcome && mayPass(outcome.error()) && !m_stopping; ++again) {
            std::this_thread::sleep_for(kBetweenTries);
            outcome = askOnce(password);
        }
        return outcome;
    }

    Result<Unlocked> askOnce(const std::string& password) {
        const auto promise = std::make_shared<std::promise<Result<sync::SignIn>>>();
        auto future = promise->get_future();
        m_client->signIn(password, [promise](Result<sync::SignIn> signIn) { promise->set_value(std::move(signIn)); });
        startLine();
        for (int waited = 0; future.wait_for(kPoll) != std::future_status::ready; ++waited) {
            if (m_stopping || waited > kMostPolls) {
                return Error("net.timeout");
            }
            m_gateway->answerOverdue();
        }
        const Result<sync::SignIn> signIn = future.get();
        if (!signIn) {
            return signIn.error();
        }
        const std::string verifier = makeVerifier(password);
        change([this, &verifier](LockRecord& record) {
            record.verifier = verifier;
            record.failures = 0;
            record.confirmedAt = m_options.clock->now();
        });
        m_unlocked = true;
        return describe(true);
    }

    void startLine() {
        if (!std::exchange(m_started, true)) {
            m_client->start();
        }
    }

    using Line = service::SyncStatus::Line;
    static constexpr int kFirstTries = 5;
    static constexpr std::chrono::milliseconds kBetweenTries{500};
    static constexpr std::chrono::milliseconds kPoll{20};
    static constexpr int kMostPolls = 1500;

    DeskOptions m_options;
    std::unique_ptr<service::LocalDesk> m_desk;
    LedgerExecutor m_writer;
    std::unique_ptr<LedgerPort> m_port;
    net::IoThread m_io;
    std::unique_ptr<sync::SyncClient> m_client;
    std::unique_ptr<RenewingGateway> m_gateway;
    mutable std::mutex m_mutex;
    LockRecord m_record;     ///< under m_mutex
    std::string m_password;  ///< on the worker; until the token has proved good
    std::atomic<bool> m_hasPassword = false;
    std::atomic<bool> m_unlocked = false;
    std::atomic<bool> m_stopping = false;
    bool m_known = false;    ///< on the ledger's thread: the centre has accepted this connection
    bool m_started = false;  ///< on the worker
    std::unique_ptr<ThreadExecutor> m_worker;
};

namespace {

/// The options with what the file remembers, and a record with what the options say anew.
Status merge(DeskOptions& options, LockRecord& record) {
    if (!record.user.empty() && !options.user.empty() && record.user != options.user) {
        return Error("desk.otherUser", {{"user", options.user}, {"owner", record.user}});
    }
    const auto settle = [](std::string& option, std::string& remembered) {
        (option.empty() ? option : remembered) = option.empty() ? remembered : option;
    };
    settle(options.user, record.user);
    settle(options.url, record.url);
    if (!options.caFile.empty()) {
        options.caFile = std::filesystem::absolute(options.caFile).string();
    }
    settle(options.caFile, record.caFile);
    if (record.device.isNull()) {
        record.device = Uuid::v7(options.clock->now(), *options.rng);
    }
    return record.user.empty() ? Status(Error("desk.noUser")) : done();
}

Result<net::Endpoint> endpointOf(const DeskOptions& options) {
    auto endpoint = net::parseUrl(options.url);
    if (!endpoint) {
        return Error(options.url.empty() ? "desk.noServer" : "net.badAddress", {{"address", options.url}});
    }
    endpoint->caFile = options.caFile;
    return *endpoint;
}

/// A new file is its owner's alone: it will hold personal data. What SQLite puts beside it gets the same mode.
void makePrivate(const std::filesystem::path& file) {
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd >= 0) {
        ::close(fd);
    }
}

Error asInUse(const Error& error, const std::filesystem::path& file) {
    return error.code == "db.locked" ? Error("desk.inUse", {{"path", file.string()}}) : error;
}

}  // namespace

Result<std::unique_ptr<DeskRuntime>> DeskRuntime::open(const DeskOptions& given) {
    DeskOptions options = given;
    makePrivate(options.file);
    service::LocalDeskOptions local{options.file, options.clock, options.rng, options.replies, options.offset};
    auto desk = service::LocalDesk::open(local);
    if (!desk) {
        return asInUse(desk.error(), options.file);
    }
    LockRecord record = onLedger(**desk, [](service::DeskLedger& ledger) { return readLockRecord(ledger); });
    if (const Status status = merge(options, record); !status) {
        return status.error();
    }
    const auto endpoint = endpointOf(options);
    if (!endpoint) {
        return endpoint.error();
    }
    auto impl = std::make_unique<Impl>(std::move(options), std::move(*desk), std::move(record));
    impl->prepare(*endpoint);
    return std::unique_ptr<DeskRuntime>(new DeskRuntime(std::move(impl)));
}

DeskRuntime::DeskRuntime(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
DeskRuntime::~DeskRuntime() = default;

bool DeskRuntime::knowsUser() const { return !m_impl->record().verifier.empty(); }

std::string DeskRuntime::user() const { return m_impl->record().user; }

std::string DeskRuntime::url() const { return m_impl->record().url; }

void DeskRuntime::unlock(std::string password, std::function<void(Result<Unlocked>)> reply) {
    m_impl->unlock(std::move(password), std::move(reply));
}

bool DeskRuntime::unlocked() const { return m_impl->unlocked(); }

service::Desk& DeskRuntime::desk() { return m_impl->desk(); }

const Clock& DeskRuntime::clock() const { return m_impl->clock(); }

}  // namespace zhida::desk
