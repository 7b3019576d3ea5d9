// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/network.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zhida::simulation {

void Network::connect(NetworkEnd& desk, std::uint64_t line) {
    m_world.after(m_world.between(1, m_weather.slowestMs), [this, &desk, line] {
        const bool refused = m_world.faultsOn && m_world.chance(m_weather.refused);
        if (!centreUp || unplugged[&desk] || refused) {
            m_world.note("refused", line);
            desk.onClosed(0, line, "net.refused");
            return;
        }
        const std::uint64_t id = ++m_lastLink;
        m_links[id] = {&desk, line, true, true, m_world.now(), m_world.now()};
        m_world.note("open", id, line);
        m_centre.onOpened(id, 0);
        desk.onOpened(id, line);
    });
}

Instant Network::arrival(Link& link, Side to) {
    Instant& last = to == Side::desk ? link.lastToDesk : link.lastToCentre;
    std::int64_t delay = m_world.between(1, m_weather.slowestMs);
    if (m_world.faultsOn && m_world.chance(m_weather.delayed)) {
        m_world.countFault();
        delay += m_world.between(1'000, 30'000);
    }
    if (m_world.faultsOn && m_world.chance(m_weather.overtaken)) {
        m_world.countFault();
        return m_world.now().plus(m_world.between(0, 5));
    }
    last = std::max(last, m_world.now().plus(delay));
    return last;
}

void Network::send(std::uint64_t link, Side from, const std::string& message) {
    const auto it = m_links.find(link);
    if (it == m_links.end() || !(from == Side::desk ? it->second.deskOpen : it->second.centreOpen)) {
        return;
    }
    const Side to = from == Side::desk ? Side::centre : Side::desk;
    if (m_world.faultsOn && m_world.chance(m_weather.cut)) {
        cut(link);
        return;
    }
    if (m_world.faultsOn && m_world.chance(m_weather.lost)) {
        m_world.countFault();
        return;
    }
    deliver(link, to, message, arrival(it->second, to));
    if (m_world.faultsOn && m_world.chance(m_weather.doubled)) {
        m_world.countFault();
        deliver(link, to, message, arrival(it->second, to));
    }
}

void Network::deliver(std::uint64_t link, Side to, const std::string& message, Instant at) {
    m_world.after(at.ms - m_world.now().ms, [this, link, to, message] {
        const auto it = m_links.find(link);
        if (it == m_links.end() || !(to == Side::desk ? it->second.deskOpen : it->second.centreOpen)) {
            return;
        }
        m_world.note(to == Side::desk ? "to desk" : "to centre", link, 0, message);
        if (to == Side::desk) {
            it->second.desk->onMessage(link, message);
        } else {
            m_centre.onMessage(link, message);
        }
    });
}

void Network::tell(std::uint64_t link, Side who, std::string_view why, std::int64_t delay) {
    m_world.after(delay, [this, link, who, why = std::string(why)] {
        const auto it = m_links.find(link);
        if (it == m_links.end()) {
            return;
        }
        bool& open = who == Side::desk ? it->second.deskOpen : it->second.centreOpen;
        if (!std::exchange(open, false)) {
            return;
        }
        m_world.note(who == Side::desk ? "closed at desk" : "closed at centre", link);
        NetworkEnd& end = who == Side::desk ? *it->second.desk : m_centre;
        const std::uint64_t line = it->second.line;
        if (!it->second.deskOpen && !it->second.centreOpen) {
            m_links.erase(it);
        }
        end.onClosed(link, line, why);
    });
}

void Network::close(std::uint64_t link, Side by, std::string_view why) {
    const auto it = m_links.find(link);
    if (it == m_links.end()) {
        return;
    }
    const Side other = by == Side::desk ? Side::centre : Side::desk;
    tell(link, other, why, arrival(it->second, other).ms - m_world.now().ms);
    tell(link, by, why, 0);
}

void Network::vanish(std::uint64_t link, Side side) {
    const auto it = m_links.find(link);
    if (it == m_links.end()) {
        return;
    }
    (side == Side::desk ? it->second.deskOpen : it->second.centreOpen) = false;
    if (!m_world.faultsOn || !m_world.chance(m_weather.halfOpen)) {
        tell(link, side == Side::desk ? Side::centre : Side::desk, "net.closed", m_world.between(0, 200));
    }
}

void Network::cut(std::uint64_t link) {
    if (!m_links.contains(link)) {
        return;
    }
    m_world.countFault();
    m_world.note("cut", link);
    const bool half = m_world.faultsOn && m_world.chance(m_weather.halfOpen);
    const bool deskHears = !half || m_world.below(2) == 0;
    const bool centreHears = !half || !deskHears;
    if (deskHears) {
        tell(link, Side::desk, "net.closed", m_world.between(0, 200));
    }
    if (centreHears) {
        tell(link, Side::centre, "net.closed", m_world.between(0, 200));
    }
}

void Network::cutAll() {
    std::vector<std::uint64_t> all;
    for (const auto& [id, link] : m_links) {
        all.push_back(id);
    }
    for (const std::uint64_t id : all) {
        cut(id);
    }
}

}  // namespace zhida::simulation
