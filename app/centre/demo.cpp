// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/demo.h"

#include "app/centre/shipped_data.h"
#include "model/domain/decide.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace zhida::centre {
namespace {

using domain::Ticket;
using domain::UserProfile;
using wire::Json;

/// The station that no device is ever leased (sync/server/station.h): numbers of the demo cannot be those of a desk.
constexpr std::string_view kStation = "00";

struct Step {
    Instant at;
    std::size_t ticket = 0;
    UserProfile actor;
    domain::TicketCommand command;
    std::string place;  ///< for the message when the rules refuse it
};

class TicketStories {
public:
    TicketStories(sync::ServerStore& store, Rng& rng)
        : m_store(store), m_rng(rng), m_rules(shippedRules(true)), m_units(demoUnits()) {
        for (UserProfile& each : demoUsers()) {
            if (each.role == domain::Role::callTaker) {
                m_callTakers.push_back(each);
            }
            m_people.emplace(each.user.value, each);
        }
    }

    std::size_t enter(const Json& stories, Instant now) {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < stories.size(); ++i) {
            addSteps(stories[i], i, now, steps);
        }
        std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
        m_tickets.resize(stories.size());
        for (const Step& each : steps) {
            perform(each);
        }
        return stories.size();
    }

private:
    void addSteps(const Json& story, std::size_t index, Instant now, std::vector<Step>& steps) {
        const auto key = story.at("key").get<std::string>();
        Instant at = now.plus(-story.at("ageMinutes").get<std::int64_t>() * kMinuteMs);
        Json facts = story;
        for (const char* own : {"key", "ageMinutes", "story"}) {
            facts.erase(own);
        }
        steps.push_back(
            {at, index, m_callTakers.at(index % m_callTakers.size()), commandOf("ticket.register", facts, key), key});
        for (const Json& step : story.at("story")) {
            at = at.plus(step.at("afterMinutes").get<std::int64_t>() * kMinuteMs);
            if (at > now) {
                return;
            }
            const auto name = step.at("do").get<std::string>();
            Json fields = step;
            for (const char* own : {"do", "by", "afterMinutes"}) {
                fields.erase(own);
            }
            steps.push_back({at, index, m_people.at(step.at("by").get<std::string>()),
                             commandOf("ticket." + name, fields, key), std::string(key).append(" ").append(name)});
        }
    }

    domain::TicketCommand commandOf(const std::string& name, const Json& fields, const std::string& place) const {
        auto command = wire::commandFromJson(name, fields, m_rules.calendar.offset());
        if (!command) {
            throw std::runtime_error("demo/tickets.json, " + place + ": " + command.error().code + " " +
                                     command.error().arg("field"));
        }
        return std::move(*command);
    }

    void perform(const Step& step) {
        std::optional<Ticket>& ticket = m_tickets[step.ticket];
        domain::Command command;
        command.id = CommandId::make(step.at, m_rng);
        command.ticket = ticket ? ticket->id : TicketId::make(step.at, m_rng);
        command.user = step.actor.user;
        command.baseRev = ticket ? ticket->rev : 0;
        command.occurredAt = step.at;
        command.body = step.command;
        if (auto* registration = std::get_if<domain::RegisterTicket>(&command.body)) {
            registration->number = nextNumber(step.at);
        }
        const domain::Context context{step.at, step.actor, &m_rules, &m_units};
        const auto events = domain::decide(ticket ? &*ticket : nullptr, command, context);
        if (!events) {
            throw std::runtime_error("demo/tickets.json, " + step.place + ": " + events.error().code);
        }
        Ticket after = ticket.value_or(Ticket{});
        for (const domain::Event& event : *events) {
            after = domain::evolve(std::move(after), event);
        }
        const std::uint64_t seq = m_store.append(*events, ticket, after);
        m_store.saveAnswer({command.id, seq, {}}, {});
        ticket = std::move(after);
    }

    /// <region6><yyMMdd><station2><seq4>
    std::string nextNumber(Instant at) {
        const Day day = localDay(at, m_rules.calendar.offset());
        const CivilDate date = civilOf(day);
        std::array<char, 24> text{};
        std::snprintf(text.data(), text.size(), "%02d%02d%02d", date.year % 100, date.month, date.day);
        std::array<char, 8> count{};
        std::snprintf(count.data(), count.size(), "%04d", ++m_numbers[day.number] % 10'000);
        return m_rules.region6 + text.data() + std::string(kStation) + count.data();
    }

    sync::ServerStore& m_store;
    Rng& m_rng;
    domain::Rules m_rules;
    std::vector<domain::Unit> m_units;
    std::map<std::string, UserProfile> m_people;
    std::vector<UserProfile> m_callTakers;
    std::vector<std::optional<Ticket>> m_tickets;
    std::map<std::int32_t, int> m_numbers;
};

}  // namespace

DemoCounts addDemo(sync::ServerStore& store, Instant now, Rng& rng) {
    for (const domain::Unit& each : demoUnits()) {
        store.appendRecord("unit", each.code.value, wire::encode(each));
    }
    DemoCounts counts;
    for (const domain::Article& each : demoArticles()) {
        store.appendRecord("article", each.key, wire::encode(each));
        ++counts.articles;
    }
    counts.tickets = TicketStories(store, rng).enter(shippedJson("demo/tickets.json"), now);
    return counts;
}

}  // namespace zhida::centre
