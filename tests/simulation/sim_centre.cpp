// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/sim_centre.h"

#include "model/wire/codec.h"

#include <algorithm>
#include <utility>

namespace zhida::simulation {

SimCentre::SimCentre(World& world, Stores stores)
    : m_world(world),
      m_clock(world),
      m_steady(world),
      m_faults(world.rng()),
      m_disk(makeCentreDisk(stores, world, m_faults)) {}

void SimCentre::start() {
    ++m_life;
    m_processScheduled = false;
    m_tickAt = Instant{INT64_MAX};
    m_world.note("centre starts", m_life);
    m_engine = std::make_unique<sync::ServerEngine>(
        sync::EnginePorts{store(), m_clock, m_steady, m_world.rng(), *this, *this, *this, *this,
                          [this](const Error& what) { m_reports.push_back(what); }});
    m_network->centreUp = true;
    enter([](sync::ServerEngine&) {});
}

/// The process ends: memory, sockets and the open transaction are gone.
void SimCentre::crash() {
    if (!m_engine) {
        return;
    }
    ++m_crashes;
    m_world.countFault();
    m_world.note("centre crashes", m_life);
    m_engine.reset();
    m_disk->crash();
    noteHead();
    m_network->centreUp = false;
    for (const std::uint64_t link : std::exchange(m_links, {})) {
        m_network->vanish(link, Side::centre);
    }
    m_world.after(m_world.between(100, 20'000), [this, life = m_life] {
        if (life == m_life && !m_engine) {
            start();
        }
    });
}

void SimCentre::leap(std::int64_t milliseconds) {
    m_world.note("leap", static_cast<std::uint64_t>(milliseconds));
    m_leapt += milliseconds;
    m_clock.setSkew(m_leapt);
}

bool SimCentre::nothingDue() {
    const auto first = store().timersAfter(sync::kFirstTimer, 1);
    return first.empty() || first.front().at > m_clock.now();
}

void SimCentre::keepCopy() {
    m_world.note("copy", m_disk->store().head());
    m_disk->keepCopy();
    m_hasCopy = true;
}

void SimCentre::restoreCopy() {
    if (!m_hasCopy) {
        return;
    }
    crash();
    ++m_restores;
    m_disk->restoreCopy();
    m_heads.clear();
    noteHead();
    m_world.note("restore", m_disk->store().head());
}

void SimCentre::noteHead() { m_heads[m_world.now().ms] = store().head(); }

std::uint64_t SimCentre::headAt(Instant at) const {
    const auto it = m_heads.upper_bound(at.ms);
    return it == m_heads.begin() ? 0 : std::prev(it)->second;
}

void SimCentre::enter(const std::function<void(sync::ServerEngine&)>& work) {
    if (!m_engine) {
        return;
    }
    try {
        work(*m_engine);
        noteHead();
        if (m_engine->hasWork() && !std::exchange(m_processScheduled, true)) {
            m_world.after(m_world.between(0, 3), [this, life = m_life] {
                if (life == m_life) {
                    m_processScheduled = false;
                    enter([](sync::ServerEngine& engine) { engine.process(); });
                }
            });
        }
        scheduleTick(m_engine->tick());
    } catch (const testing::Crash&) {
        crash();
    }
}

void SimCentre::scheduleTick(std::int64_t milliseconds) {
    const Instant at = m_world.now().plus(milliseconds);
    if (at >= m_tickAt && m_tickAt > m_world.now()) {
        return;
    }
    m_tickAt = at;
    m_world.after(milliseconds, [this, life = m_life, at] {
        if (life == m_life && at == m_tickAt) {
            m_tickAt = Instant{INT64_MAX};
            enter([](sync::ServerEngine&) {});
        }
    });
}

void SimCentre::onOpened(std::uint64_t link, std::uint64_t) {
    m_links.push_back(link);
    enter([link](sync::ServerEngine& engine) { engine.opened(link, "simulated"); });
}

void SimCentre::onMessage(std::uint64_t link, const std::string& message) {
    enter([&](sync::ServerEngine& engine) { engine.received(link, message); });
}

void SimCentre::onClosed(std::uint64_t link, std::uint64_t, std::string_view) {
    std::erase(m_links, link);
    enter([link](sync::ServerEngine& engine) { engine.closed(link); });
}

void SimCentre::send(sync::ConnectionId connection, std::string message) {
    m_network->send(connection, Side::centre, message);
}

void SimCentre::close(sync::ConnectionId connection, std::string_view reason) {
    m_network->close(connection, Side::centre, reason);
}

void SimCentre::check(std::uint64_t request, std::string hash, std::string password) {
    const bool right = !hash.empty() && hash == password;
    m_world.after(m_world.between(80, 150), [this, life = m_life, request, right] {
        if (life == m_life) {
            enter([&](sync::ServerEngine& engine) { engine.passwordChecked(request, right); });
        }
    });
}

void SimCentre::administer(sync::AdminRequest request) {
    m_world.after(1, [this, life = m_life, id = request.request] {
        if (life == m_life) {
            enter([id](sync::ServerEngine& engine) { engine.adminDone(id, std::string("{}")); });
        }
    });
}

void SimCentre::change(const std::function<void()>& work) {
    enter([&](sync::ServerEngine& engine) {
        store().begin();
        try {
            work();
            store().commit();
        } catch (...) {
            store().rollback();
            throw;
        }
        engine.process();
    });
}

void SimCentre::changeAccount(const sync::Account& account) {
    change([&] {
        store().saveAccount(account);
        store().appendRecord("user", account.profile.user.value, wire::encode(account.profile));
    });
}

void SimCentre::setDisabled(const UserCode& user, bool disabled) {
    for (sync::Account account : store().accounts()) {
        if (account.profile.user == user && account.disabled != disabled) {
            m_world.note(disabled ? "disable" : "enable");
            account.disabled = account.profile.disabled = disabled;
            changeAccount(account);
        }
    }
    if (disabled) {
        enter([&](sync::ServerEngine& engine) { engine.disableUser(user); });
    }
}

void SimCentre::moveTo(const UserCode& user, const UnitCode& unit) {
    for (sync::Account account : store().accounts()) {
        if (account.profile.user == user && account.profile.unit != unit) {
            m_world.note("move user");
            account.profile.unit = unit;
            changeAccount(account);
        }
    }
}

void SimCentre::putRecord(const std::string& kind, const std::string& key, const std::string& body) {
    m_world.note("record", 0, 0, key);
    change([&] { store().appendRecord(kind, key, body); });
}

}  // namespace zhida::simulation
