// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/sequencer.h"

#include "sync/store/packing.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>
#include <future>
#include <utility>

namespace zhida::centre {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLongestSleep(1'000);
constexpr milliseconds kReopenPause(1'000);
/// So long no desk has had anything to commit before the file is tidied.
constexpr milliseconds kCalm(100);
constexpr std::uint32_t kReturnFromMs = 500;
constexpr std::uint32_t kReturnToMs = 5'000;

/// Room may come back, a volume may be mounted again; a damaged file does not heal.
bool mayPass(const Error& why) {
    return why.code == "db.full" || why.code == "db.io" || why.code == "db.locked" || why.code == "db.readOnly";
}

/// Whoever asks gets an answer also when there is no memory for Argon2.
Result<sync::AdminCall> prepared(const std::string& operation, const std::string& arguments) {
    try {
        return Operations::prepare(operation, arguments);
    } catch (const std::exception& failure) {
        return Error("server.failed", {{"detail", failure.what()}});
    }
}

}  // namespace

Instant Sequencer::SteadyClock::now() const {
    const auto since = steady_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<milliseconds>(since).count()};
}

Sequencer::Sequencer(const CentrePaths& paths, const ServeOptions& options)
    : m_paths(paths), m_options(options), m_lines(m_tasks, receiver()), m_worker(*m_thinking) {}

Sequencer::~Sequencer() { stop(milliseconds(0)); }

Status Sequencer::openStore() {
    auto store = sync::SqliteServerStore::open(m_paths.database);
    if (!store) {
        return store.error();
    }
    m_store = std::move(*store);
    m_operations.emplace(*m_store, m_clock);
    makeEngine();
    return done();
}

void Sequencer::makeEngine() {
    ++m_engines;
    m_passwords.emplace(m_worker, [this, post = forThisEngine()](std::uint64_t request, std::optional<bool> right) {
        post([this, request, right] { m_engine->passwordChecked(request, right); });
    });
    sync::EnginePorts ports{*m_store, m_clock,   m_steady,
                            m_rng,    m_lines,   *m_passwords,
                            *this,    m_secrets, [this](const Error& what) { log(LogLine::Level::warning, what); }};
    m_engine = std::make_unique<sync::ServerEngine>(std::move(ports));
    m_nextTick = steady_clock::now();
}

std::function<void(std::function<void()> task)> Sequencer::forThisEngine() {
    return [this, engine = m_engines](std::function<void()> task) {
        m_tasks.post([this, engine, task = std::move(task)] {
            if (m_engine && m_engines == engine) {
                task();
            }
        });
    };
}

DeskLines::Receiver Sequencer::receiver() {
    return {
        [this](sync::ConnectionId id, const std::string& peer) {
            log(LogLine::Level::info, Error("line.opened", {{"line", std::to_string(id)}, {"peer", peer}}));
            if (m_engine) {
                m_engine->opened(id, peer);
            } else {
                m_lines.close(id, "server.busy");
            }
        },
        [this](sync::ConnectionId id, const std::string& message) {
            if (m_engine) {
                m_engine->received(id, message);
            }
        },
        [this](sync::ConnectionId id, const Error& why) {
            log(LogLine::Level::info,
                Error("line.closed", {{"line", std::to_string(id)}, {"why", why.code}, {"reason", why.arg("reason")}}));
            if (m_engine) {
                m_engine->closed(id);
            }
        }};
}

void Sequencer::start() {
    m_thread = std::thread([this] { run(); });
}

void Sequencer::run() {
    while (!m_stopped.load() && !m_over) {
        try {
            turn();
        } catch (const sqlite::Failure& failure) {
            failed(sqlite::toError(failure));
        } catch (const std::exception& failure) {
            failed(Error("server.failed", {{"detail", failure.what()}}));
        }
    }
    m_tasks.close();  // whoever waits for an answer learns that there will be none
    m_engine.reset();
    m_operations.reset();
    m_store.reset();
}

void Sequencer::turn() {
    const auto latest = steady_clock::now() + kLongestSleep;
    for (const auto& task : m_tasks.take(m_engine ? std::min(latest, m_nextTick) : latest)) {
        task();
    }
    if (!m_engine && !m_over && !reopen()) {
        return;
    }
    if (m_engine && m_engine->hasWork()) {
        m_engine->process();
        m_calmAt = steady_clock::now() + kCalm;
    }
    tickIfDue();
}

void Sequencer::tickIfDue() {
    if (!m_engine || steady_clock::now() < m_nextTick) {
        return;
    }
    m_nextTick = steady_clock::now() + milliseconds(m_engine->tick());
    if (m_engine->hasWork()) {
        m_engine->process();
    } else if (steady_clock::now() >= m_calmAt) {
        m_store->tidy();
    }
}

void Sequencer::failed(const Error& why) {
    log(LogLine::Level::error, why);
    m_engine.reset();
    m_operations.reset();
    m_store.reset();
    m_lines.dropAll("server.busy");
    if (!mayPass(why)) {
        m_over = true;
        if (m_options.onFailure) {
            m_options.onFailure(why);
        }
        return;
    }
    m_nextTick = steady_clock::now() + kReopenPause;
}

bool Sequencer::reopen() {
    if (steady_clock::now() < m_nextTick) {
        return false;
    }
    const Status opened = openStore();
    if (!opened) {
        failed(opened.error());
        return false;
    }
    log(LogLine::Level::info, Error("server.resumed"));
    return true;
}

void Sequencer::stop(milliseconds patience) {
    if (m_stopped.load() || !m_thread.joinable()) {
        m_tasks.close();
        return;
    }
    m_worker.stop();
    const auto end = steady_clock::now() + patience;
    m_tasks.post([this] {
        if (m_engine) {
            if (m_engine->hasWork()) {
                m_engine->process();
            }
            m_engine->goodbye(kReturnFromMs, kReturnToMs);
        }
        m_lines.closeAll("server.stopping");
    });
    while (steady_clock::now() < end && !linesAreGone(end)) {
        std::this_thread::sleep_for(milliseconds(10));
    }
    m_stopped.store(true);
    m_tasks.close();
    m_thread.join();
}

/// True also when nobody is left to ask.
bool Sequencer::linesAreGone(TaskQueue::Time until) {
    auto empty = std::make_shared<std::promise<bool>>();
    auto asked = empty->get_future();
    m_tasks.post([this, empty] { empty->set_value(m_lines.empty()); });
    empty.reset();
    try {
        return asked.wait_until(until) != std::future_status::ready || asked.get();
    } catch (const std::future_error&) {
        return true;
    }
}

// ---- administration ------------------------------------------------------------------------------------------------

void Sequencer::administer(sync::AdminRequest request) {
    const auto post = forThisEngine();
    if (request.operation == "status") {
        post([this, id = request.request] { m_engine->adminDone(id, status()); });
        return;
    }
    m_worker.post([this, post, request = std::move(request)] {
        auto call = prepared(request.operation, request.arguments);
        if (call) {
            call->by = request.actor.user;
        }
        post([this, id = request.request, call = std::move(call)] { account(id, call); });
    });
}

void Sequencer::account(std::uint64_t request, const Result<sync::AdminCall>& call) {
    sync::AdminEffects effects;
    m_engine->adminDone(request, call ? runAccount(*call, effects) : call.error());
    endSessions(effects);
}

Result<std::string> Sequencer::runAccount(const sync::AdminCall& call, sync::AdminEffects& effects) {
    auto outcome = m_operations->call(call, effects);
    if (outcome) {
        log(LogLine::Level::info, Error("admin.done", {{"operation", call.operation}}));
    }
    return outcome;
}

void Sequencer::endSessions(const sync::AdminEffects& effects) {
    for (const UserCode& each : effects.users) {
        m_engine->disableUser(each);
    }
    for (const DeviceId& each : effects.devices) {
        m_engine->disableDevice(each);
    }
    for (const UserCode& each : effects.passwords) {
        m_engine->passwordChanged(each);
    }
}

std::string Sequencer::status() {
    auto status = nlohmann::json::parse(m_operations->status());
    const sync::EngineStats stats = m_engine->stats();
    status["server"] = {{"connections", stats.connections}, {"signedIn", stats.signedIn}, {"accepted", stats.accepted},
                        {"refused", stats.refused},         {"repeated", stats.repeated}, {"commits", stats.commits}};
    return status.dump();
}

Result<std::string> Sequencer::perform(const AdminAsk& ask, const sync::AdminCall& call, sync::AdminEffects& effects) {
    if (ask.what == AdminAsk::What::call) {
        return ask.name == "status" ? Result<std::string>(status()) : runAccount(call, effects);
    }
    const auto counts = ask.what == AdminAsk::What::importTickets
                            ? m_operations->importTickets(unpackTickets(ask.payload))
                            : m_operations->importRecords(ask.name, sync::packing::unpackPairs(ask.payload));
    return counts ? Result<std::string>(countsToText(*counts)) : counts.error();
}

Result<std::string> Sequencer::answer(const AdminAsk& ask) {
    sync::AdminCall call;
    if (ask.what == AdminAsk::What::call && ask.name != "status") {
        auto ready = prepared(ask.name, ask.arguments);
        if (!ready) {
            return ready.error();
        }
        call = std::move(*ready);
    }
    auto answered = std::make_shared<std::promise<Result<std::string>>>();
    auto outcome = answered->get_future();
    m_tasks.post([this, answered, ask, call] {
        if (!m_engine) {
            answered->set_value(Error("server.unavailable"));
            return;
        }
        sync::AdminEffects effects;
        try {
            answered->set_value(perform(ask, call, effects));
        } catch (const sqlite::Failure& failure) {
            answered->set_value(sqlite::toError(failure));
            throw;
        }
        endSessions(effects);
    });
    answered.reset();
    try {
        return outcome.get();
    } catch (const std::future_error&) {
        return Error("centre.lost");
    }
}

void Sequencer::log(LogLine::Level level, Error what) const {
    if (m_options.log) {
        m_options.log({level, std::move(what)});
    }
}

}  // namespace zhida::centre
