// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace zhida::simulation {

/// How bad the network of one run is; rates of 100,000.
struct Weather {
    std::uint64_t lost = 0;
    std::uint64_t doubled = 0;
    std::uint64_t overtaken = 0;
    std::uint64_t delayed = 0;
    std::uint64_t cut = 0;
    std::uint64_t halfOpen = 0;   ///< of cuts
    std::uint64_t refused = 0;    ///< of attempts
    std::int64_t slowestMs = 50;  ///< ordinary delay
};

enum class Side : std::uint8_t { desk, centre };

/// Whoever sits at an end. Called from the world's queue only.
class NetworkEnd {
public:
    virtual ~NetworkEnd() = default;
    virtual void onOpened(std::uint64_t link, std::uint64_t line) = 0;
    virtual void onMessage(std::uint64_t link, const std::string& message) = 0;
    virtual void onClosed(std::uint64_t link, std::uint64_t line, std::string_view why) = 0;
};

/// Connections between desks and the centre, in order like TCP unless the weather says otherwise.
class Network {
public:
    Network(World& world, NetworkEnd& centre, const Weather& weather)
        : m_world(world), m_centre(centre), m_weather(weather) {}

    /// Both ends hear of it, or the desk of its failure.
    void connect(NetworkEnd& desk, std::uint64_t line);
    void send(std::uint64_t link, Side from, const std::string& message);
    /// One end closes; the other hears of it after what is under way.
    void close(std::uint64_t link, Side by, std::string_view why);
    /// One end is gone without a word (a crash, a pulled cable); the other may never hear of it.
    void vanish(std::uint64_t link, Side side);
    void cut(std::uint64_t link);
    void cutAll();

    bool centreUp = true;
    std::map<const NetworkEnd*, bool> unplugged;

private:
    struct Link {
        NetworkEnd* desk = nullptr;
        std::uint64_t line = 0;
        bool deskOpen = true;
        bool centreOpen = true;
        Instant lastToDesk;
        Instant lastToCentre;
    };

    void deliver(std::uint64_t link, Side to, const std::string& message, Instant at);
    void tell(std::uint64_t link, Side who, std::string_view why, std::int64_t delay);
    Instant arrival(Link& link, Side to);

    World& m_world;
    NetworkEnd& m_centre;
    Weather m_weather;
    std::map<std::uint64_t, Link> m_links;
    std::uint64_t m_lastLink = 0;
};

}  // namespace zhida::simulation
