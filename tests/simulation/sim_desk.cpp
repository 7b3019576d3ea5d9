// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/sim_desk.h"

#include "model/wire/codec.h"
#include "tests/simulation/agent.h"

#include <algorithm>
#include <utility>

namespace zhida::simulation {
namespace {

/// The longest that a message may have been under way: a line that is silent for longer is dead.
constexpr std::int64_t kLongestWayMs = 50'000;

}  // namespace

SimDesk::SimDesk(World& world, Network& network, SimCentre& centre, const Place& place)
    : m_world(world),
      m_network(network),
      m_centre(centre),
      m_index(place.index),
      m_password("password-" + place.user.value),
      m_clock(world),
      m_steady(world),
      m_faults(world.rng()),
      m_disk(makeDeskDisk(place.stores, world, m_faults, m_clock)) {
    m_identity.user = place.user;
    m_identity.deviceName = "desk " + std::to_string(m_index);
    m_identity.appVersion = "simulated";
    m_identity.proposedDevice = DeviceId{Uuid::fromName("device " + std::to_string(m_index))};
}

void SimDesk::start() {
    ++m_life;
    m_tickAt = Instant{INT64_MAX};
    m_world.note("desk starts", m_index, m_life);
    m_disk->start();
    sync::Identity identity = m_identity;
    identity.password = m_disk->signIn() ? "" : m_password;
    m_engine = std::make_unique<sync::ClientEngine>(
        sync::ClientEnginePorts{m_disk->port(), m_clock, m_steady, m_world.rng(), *this, {}}, identity);
    m_asOf.reset();
    enter([](sync::ClientEngine& engine) { engine.start(); });
}

void SimDesk::dropLink() {
    m_line = 0;
    if (const std::uint64_t link = std::exchange(m_link, 0)) {
        m_network.vanish(link, Side::desk);
    }
}

void SimDesk::crash() {
    if (!m_engine) {
        return;
    }
    ++m_crashes;
    m_world.countFault();
    m_world.note("desk crashes", m_index);
    m_engine.reset();
    m_disk->stop();
    dropLink();
    m_world.after(m_world.between(100, 60'000), [this, life = m_life] {
        if (life == m_life && !m_engine) {
            start();
        }
    });
}

void SimDesk::enter(const std::function<void(sync::ClientEngine&)>& work) {
    if (!m_engine) {
        return;
    }
    try {
        work(*m_engine);
        const std::int64_t next = m_engine->tick();
        examine();
        scheduleTick(next);
    } catch (const testing::Crash&) {
        if (m_world.below(2) == 0) {
            crash();
            return;
        }
        m_world.countFault();
        m_world.note("desk's disk fails", m_index);
        m_engine->diskFailed(Error("desk.failed"));
        scheduleTick(1);
    }
}

void SimDesk::scheduleTick(std::int64_t milliseconds) {
    const Instant at = m_world.now().plus(milliseconds);
    if (at >= m_tickAt && m_tickAt > m_world.now()) {
        return;
    }
    m_tickAt = at;
    m_world.after(milliseconds, [this, life = m_life, at] {
        if (life == m_life && at == m_tickAt) {
            m_tickAt = Instant{INT64_MAX};
            enter([](sync::ClientEngine&) {});
        }
    });
}

/// What must hold after every step of a desk: it is never fresher than it says, and a lost token is asked for.
void SimDesk::examine() {
    const service::SyncStatus& status = m_engine->status();
    if (status.asOf != m_asOf) {
        m_asOf = status.asOf;
        const std::uint64_t then = m_centre.headAt(m_world.now().plus(-kLongestWayMs));
        if (m_disk->cursor().seq < then) {
            throw Violation("desk " + std::to_string(m_index) + " says it is fresh at " +
                            std::to_string(m_disk->cursor().seq) + " of " + std::to_string(then));
        }
    }
    if (status.trouble.code == "auth.tokenExpired" && status.line == service::SyncStatus::Line::offline) {
        m_engine->signIn(m_password, [](const Result<sync::SignIn>&) {});
    }
}

void SimDesk::unplug(std::int64_t milliseconds, bool silent) {
    m_world.countFault();
    m_world.note("unplug", m_index, static_cast<std::uint64_t>(milliseconds));
    if (silent) {
        m_network.unplugged[this] = true;
        if (m_link != 0) {
            m_network.cut(m_link);
        }
    } else {
        enter([](sync::ClientEngine& engine) { engine.setOnline(false); });
    }
    m_world.after(milliseconds, [this] { plugIn(); });
}

void SimDesk::plugIn() {
    m_network.unplugged[this] = false;
    enter([](sync::ClientEngine& engine) { engine.setOnline(true); });
}

void SimDesk::open(std::uint64_t line) {
    m_line = line;
    m_network.connect(*this, line + (m_life << 32U));
}

void SimDesk::send(std::uint64_t, std::string message) {
    if (m_link != 0) {
        m_network.send(m_link, Side::desk, message);
    }
}

void SimDesk::close(std::uint64_t, std::string_view reason) {
    m_line = 0;
    if (const std::uint64_t link = std::exchange(m_link, 0)) {
        m_network.close(link, Side::desk, reason);
    }
}

void SimDesk::onOpened(std::uint64_t link, std::uint64_t line) {
    if (line != m_line + (m_life << 32U) || !m_engine) {
        m_network.close(link, Side::desk, "given up");
        return;
    }
    m_link = link;
    enter([this](sync::ClientEngine& engine) { engine.opened(m_line); });
}

void SimDesk::onMessage(std::uint64_t link, const std::string& message) {
    if (link == m_link) {
        enter([&](sync::ClientEngine& engine) { engine.received(m_line, message); });
    }
}

void SimDesk::onClosed(std::uint64_t link, std::uint64_t line, std::string_view why) {
    if (line != m_line + (m_life << 32U) || link != m_link) {
        return;
    }
    m_link = 0;
    enter([&](sync::ClientEngine& engine) { engine.closed(m_line, Error(why)); });
}

std::optional<TicketId> SimDesk::someTicket() {
    const std::set<TicketId> known = m_disk->known();
    if (known.empty()) {
        return std::nullopt;
    }
    // The newest three times as often: that is where people meet.
    const std::uint64_t at = m_world.below(4) == 0
                                 ? m_world.below(known.size())
                                 : known.size() - 1 - m_world.below(std::min<std::size_t>(3, known.size()));
    return *std::next(known.begin(), static_cast<std::ptrdiff_t>(at));
}

void SimDesk::act() {
    if (!m_engine || !m_disk->signIn()) {
        return;
    }
    const std::string words = "words-" + std::to_string(m_index) + "-" + std::to_string(m_made.size());
    for (int attempt = 0; attempt < 8; ++attempt) {
        const std::optional<TicketId> known = someTicket();
        const bool fresh = !known || m_world.below(5) == 0;
        const TicketId ticket = fresh ? TicketId::make(m_clock.now(), m_world.rng()) : *known;
        Intention intention = fresh ? registration(m_world, words) : anyIntention(m_world, words);
        try {
            const Result<domain::Command> command = m_disk->submit(ticket, fresh, intention.body);
            if (!command) {
                continue;
            }
            m_world.note("command", m_index, intention.body.index(), command->id.raw());
            m_made.push_back({*command, intention.hasWords ? words : ""});
        } catch (const testing::Crash&) {
            crash();
            adoptStored(intention.hasWords ? words : "");
            return;
        }
        enter([](sync::ClientEngine& engine) { engine.wake(); });
        return;
    }
}

/// The power went after the command had been stored: nobody was told, and it counts all the same.
void SimDesk::adoptStored(const std::string& words) {
    for (const auto& [id, bytes] : m_disk->owed().waiting) {
        const bool known =
            std::any_of(m_made.begin(), m_made.end(), [&id = id](const Made& made) { return made.command.id == id; });
        if (!known) {
            m_made.push_back({wire::decode<domain::Command>(bytes).value(), words});
        }
    }
}

void SimDesk::takeBack() {
    if (!m_engine || !m_disk->signIn()) {
        return;
    }
    const auto waitingBefore = m_disk->owed().waiting;
    // What waits is in the agent's hand still; anything else he may have seen.
    const auto made = std::find_if(m_made.rbegin(), m_made.rend(), [&waitingBefore](const Made& each) {
        return waitingBefore.contains(each.command.id);
    });
    const std::optional<TicketId> ticket = made != m_made.rend() ? std::optional(made->command.ticket) : someTicket();
    if (!ticket) {
        return;
    }
    try {
        const auto taken = m_disk->takeBack(*ticket);
        if (!taken) {
            return;
        }
        if (taken->withdrawn) {
            m_world.note("withdrawn", m_index, 0, taken->withdrawn->raw());
            forget([&taken](const Made& each) { return each.command.id == *taken->withdrawn; });
        } else {
            m_world.note("undo", m_index, 0, taken->command->id.raw());
            m_made.push_back({*taken->command, ""});
        }
    } catch (const testing::Crash&) {
        crash();
        const auto waitingNow = m_disk->owed().waiting;
        forget([&](const Made& each) {
            return waitingBefore.contains(each.command.id) && !waitingNow.contains(each.command.id);
        });
        adoptStored("");
        return;
    }
    enter([](sync::ClientEngine& engine) { engine.wake(); });
}

void SimDesk::wait(std::int64_t milliseconds) {
    const std::uint64_t head = m_centre.store().head();
    enter([&](sync::ClientEngine& engine) {
        engine.whenCaughtUp(milliseconds, [this, head, restores = m_centre.restores()](const auto& status) {
            if (status && restores == m_centre.restores() &&
                (m_disk->cursor().seq < head || m_disk->unanswered() > 0)) {
                throw Violation("desk " + std::to_string(m_index) + " says it has caught up at " +
                                std::to_string(m_disk->cursor().seq) + " of " + std::to_string(head));
            }
        });
    });
}

void SimDesk::fetchHistory() {
    if (const std::optional<TicketId> ticket = someTicket()) {
        enter([&](sync::ClientEngine& engine) { engine.fetchHistory(*ticket); });
    }
}

}  // namespace zhida::simulation
