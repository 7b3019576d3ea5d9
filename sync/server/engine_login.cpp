// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_login.h"

#include "model/wire/codec.h"
#include "sync/protocol/convert.h"
#include "sync/protocol/version.h"
#include "sync/server/engine_fill.h"
#include "sync/server/station.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {
namespace {

constexpr int kFreeFailures = 2;
constexpr std::int64_t kMostPauseMs = 60'000;
constexpr std::int64_t kBusyMs = 1'000;
constexpr std::size_t kMostChecks = 64;  // of some 0.1 s each: nobody waits longer than the sign-in may take
constexpr std::int64_t kSeenMs = 10 * kMinuteMs;

Error withRetry(std::string_view code, std::int64_t ms) { return Error(code, {{"retryMs", std::to_string(ms)}}); }

}  // namespace

// ---- LoginGuard ----------------------------------------------------------------------------------------------------

std::int64_t LoginGuard::pauseMs(const std::string& name, Instant now) const {
    const auto it = m_entries.find(name);
    return it == m_entries.end() ? 0 : std::max<std::int64_t>(0, it->second.until.ms - now.ms);
}

bool LoginGuard::busy(const std::string& name) const {
    const auto it = m_entries.find(name);
    return it != m_entries.end() && it->second.busy;
}

void LoginGuard::begin(const std::string& name, Instant now) {
    const auto [it, isNew] = m_entries.try_emplace(name);
    it->second.busy = true;
    if (!isNew) {
        return;
    }
    it->second.until = now;
    m_order.push_back(name);
    if (m_order.size() > kMostNames) {
        m_entries.erase(m_order.front());
        m_order.pop_front();
    }
}

void LoginGuard::succeeded(const std::string& name) {
    const auto it = m_entries.find(name);
    if (it != m_entries.end()) {
        it->second = {};
    }
}

void LoginGuard::gaveUp(const std::string& name) {
    const auto it = m_entries.find(name);
    if (it != m_entries.end()) {
        it->second.busy = false;
    }
}

std::int64_t LoginGuard::failed(const std::string& name, Instant now) {
    const auto it = m_entries.find(name);
    if (it == m_entries.end()) {
        return 0;
    }
    Entry& entry = it->second;
    entry.busy = false;
    const int over = ++entry.failures - kFreeFailures;
    const std::int64_t pause = over <= 0 ? 0 : std::min(kMostPauseMs, kSecondMs << std::min(over - 1, 10));
    entry.until = now.plus(pause);
    return pause;
}

// ---- EngineLogin ---------------------------------------------------------------------------------------------------

void EngineLogin::hello(DeskSession& session, const pb::Hello& hello) {
    session.hello = hello;
    session.hello.clear_secret();
    const Result<std::uint32_t> proto = negotiate(kProto, {hello.proto_min(), hello.proto_max()});
    if (!proto) {
        m_context.refuse(session, proto.error());
    } else if (hello.has_token()) {
        withToken(session, hello.token());
    } else {
        withPassword(session, hello.password());
    }
}

/// What the token does not prove it is not told either: only its owner learns that account or device is disabled.
void EngineLogin::withToken(DeskSession& session, const std::string& token) {
    ServerStore& store = m_context.ports.store;
    const UserCode user{session.hello.user()};
    const std::optional<Device> device = store.device(idOf<DeviceId>(session.hello.device_id()));
    const bool right = device && device->tokenUser == user && !device->tokenHash.empty() &&
                       device->tokenHash == m_context.ports.secrets.digest(token);
    if (right && device->disabled) {
        m_context.refuse(session, Error("device.disabled"));
        return;
    }
    if (!right || device->tokenUntil <= m_context.ports.clock.now()) {
        m_context.refuse(session, Error("auth.tokenExpired"));
        return;
    }
    const std::optional<Account> account = store.account(user);
    if (!account || account->disabled) {
        m_context.refuse(session, Error("auth.disabled"));
        return;
    }
    admit(session, *account, *device, false);
}

void EngineLogin::withPassword(DeskSession& session, const std::string& password) {
    const std::string& user = session.hello.user();
    const Instant now = m_context.ports.steady.now();
    if (const std::int64_t pause = m_guard.pauseMs(user, now); pause > 0) {
        m_context.refuse(session, withRetry("auth.wait", pause));
        return;
    }
    if (m_guard.busy(user) || m_checks.size() >= kMostChecks) {
        m_context.refuse(session, withRetry("server.busy", kBusyMs));
        return;
    }
    m_guard.begin(user, now);
    session.protocol.checking();
    const std::optional<Account> account = m_context.ports.store.account(UserCode{user});
    Check check{session.connection, user, account ? account->passwordHash : std::string{}};
    m_checks[++m_lastRequest] = check;
    m_context.ports.passwords.check(m_lastRequest, check.hash, password);
}

void EngineLogin::passwordChecked(std::uint64_t request, std::optional<bool> right) {
    const auto it = m_checks.find(request);
    if (it == m_checks.end()) {
        return;
    }
    const Check check = std::move(it->second);
    m_checks.erase(it);
    const std::optional<Account> account = m_context.ports.store.account(UserCode{check.user});
    const bool welcome = right.value_or(false) && account && account->passwordHash == check.hash && !check.hash.empty();
    std::int64_t pause = 0;
    if (welcome) {
        m_guard.succeeded(check.user);
    } else if (right) {
        pause = m_guard.failed(check.user, m_context.ports.steady.now());
    } else {
        m_guard.gaveUp(check.user);
    }
    DeskSession* session = m_context.find(check.connection);
    if (session == nullptr || session->protocol.stage() != ServerStage::checking) {
        return;
    }
    if (!welcome) {
        m_context.refuse(*session, right ? withRetry("auth.wrongPassword", pause) : withRetry("server.busy", kBusyMs));
        return;
    }
    enter(*session, *account);
}

void EngineLogin::enter(DeskSession& session, const Account& account) {
    if (account.disabled) {
        m_context.refuse(session, Error("auth.disabled"));
        return;
    }
    const Result<Device> device = deviceFor(session, account.profile);
    if (!device) {
        m_context.refuse(session, device.error());
        return;
    }
    admit(session, account, *device, true);
}

/// A device belongs to one user's file: another user on the same machine has another station for his numbers.
Result<Device> EngineLogin::deviceFor(const DeskSession& session, const domain::UserProfile& profile) {
    ServerStore& store = m_context.ports.store;
    const auto proposed = idOf<DeviceId>(session.hello.device_id());
    std::optional<Device> known;
    if (!proposed.isNull()) {
        known = store.device(proposed);
    }
    if (known && known->user == profile.user) {
        return known->disabled ? Result<Device>(Error("device.disabled")) : Result<Device>(*known);
    }
    Device device;
    device.id =
        proposed.isNull() || known ? DeviceId::make(m_context.ports.clock.now(), m_context.ports.rng) : proposed;
    device.name = session.hello.device_name();
    device.user = profile.user;
    const std::optional<std::string> station =
        freeStation(store.devices(), device.id, known ? std::string_view() : session.hello.station());
    if (!station) {
        return Error("device.noStation");
    }
    device.station = *station;
    return device;
}

void EngineLogin::admit(DeskSession& session, const Account& account, Device device, bool newToken) {
    const Instant now = m_context.ports.clock.now();
    std::string token;
    if (newToken) {
        token = m_context.ports.secrets.secret();
        device.tokenHash = m_context.ports.secrets.digest(token);
        device.tokenUser = account.profile.user;
    }
    const bool extend = newToken || device.tokenUntil.ms - now.ms < m_context.tuning.tokenMs / 2;
    if (extend) {
        device.tokenUntil = now.plus(m_context.tuning.tokenMs);
    }
    if (extend || now.ms - device.lastSeen.ms > kSeenMs) {
        device.lastSeen = now;
        device.name = session.hello.device_name().empty() ? device.name : session.hello.device_name();
        ServerStore& store = m_context.ports.store;
        store.begin();
        try {
            store.saveDevice(device);
            store.commit();
        } catch (...) {
            store.rollback();
            throw;
        }
    }
    session.device = device.id;
    session.profile = account.profile;
    session.sight = m_reference.sightOf(account.profile, now);
    endOthers(session);
    welcome(session, device, token);
}

/// The desk is here now: another connection of it is half-open, or a copy of its file.
void EngineLogin::endOthers(const DeskSession& session) {
    for (auto& [connection, other] : m_context.sessions) {
        if (connection != session.connection && other.ready() && other.device == session.device) {
            m_context.bye(other, Error("session.replaced"), 60'000, 120'000);
        }
    }
}

void EngineLogin::welcome(DeskSession& session, const Device& device, const std::string& token) {
    ServerStore& store = m_context.ports.store;
    pb::Frame frame;
    pb::Welcome& welcome = *frame.mutable_welcome();
    welcome.set_proto(std::min(kProto.max, session.hello.proto_max()));
    welcome.set_device_id(rawOf(device.id.uuid));
    welcome.set_station(device.station);
    welcome.set_token(token);
    welcome.set_token_until(device.tokenUntil.ms);
    welcome.set_profile(wire::encode(session.profile));
    welcome.mutable_scopes()->Add(session.sight.scopes.begin(), session.sight.scopes.end());
    welcome.set_epoch(rawOf(store.epoch()));
    welcome.set_head(store.head());
    welcome.set_server_time(m_context.ports.clock.now().ms);
    place(session, welcome);
    session.protocol.ready();
    m_context.ports.outlet.setTrusted(session.connection);
    (void)session.protocol.send(frame);
}

void EngineLogin::place(DeskSession& session, pb::Welcome& welcome) {
    ServerStore& store = m_context.ports.store;
    const std::string reason = whyFill(session);
    if (reason.empty() && !session.hello.has_fill()) {
        welcome.set_mode(pb::Welcome::RESUME);
        session.sentUpTo = session.hello.cursor().seq();
        return;
    }
    FillRun run;
    if (reason.empty()) {
        welcome.set_mode(pb::Welcome::FILL_ON);
        run.pinned = session.hello.fill().pinned_seq();
        run.position = session.hello.fill().position();
    } else {
        welcome.set_mode(pb::Welcome::FILL);
        welcome.set_reason(reason);
        run.pinned = store.head();
        run.position = FillPosition{store.chainAt(run.pinned), 0, FillPosition::Part::records, {}, {}, {}}.bytes();
    }
    run.total = store.fillSize(session.sight.scopes);
    welcome.set_pinned_seq(run.pinned);
    session.sentUpTo = run.pinned;
    session.fill = std::move(run);
}

bool EngineLogin::goesOn(const DeskSession& session) {
    const pb::FillMark& mark = session.hello.fill();
    const std::optional<FillPosition> at = FillPosition::parse(mark.position());
    ServerStore& store = m_context.ports.store;
    return at && mark.pinned_seq() <= store.head() && store.chainAt(mark.pinned_seq()) == at->chain;
}

/// The history first: only then may the desk trust that a fill for other scopes is one of the history that it knows.
std::string EngineLogin::whyFill(const DeskSession& session) {
    ServerStore& store = m_context.ports.store;
    const pb::Hello& hello = session.hello;
    const pb::Cursor& cursor = hello.cursor();
    if (!hello.has_fill() && cursor.chain().empty()) {
        return "desk.new";
    }
    if ((hello.has_fill() ? hello.fill().epoch() : cursor.epoch()) != rawOf(store.epoch())) {
        return "epoch.unknown";
    }
    if (!hello.has_fill() && cursor.seq() > store.head()) {
        return "cursor.ahead";
    }
    if (!(hello.has_fill() ? goesOn(session) : store.chainAt(cursor.seq()) == cursor.chain())) {
        return "chain.differs";
    }
    std::vector<std::string> theirs(hello.scopes().begin(), hello.scopes().end());
    std::sort(theirs.begin(), theirs.end());
    return std::string(theirs == session.sight.scopes ? "" : kScopesChanged);
}

}  // namespace zhida::sync
