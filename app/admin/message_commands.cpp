// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "app/admin/gateway_program.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <map>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace zhida::admin {
namespace {

using std::chrono::milliseconds;

struct MessageArguments {
    std::string state;
    std::string id;
    std::string outcome;
    int limit = 100;
    std::vector<std::string> program;
    double every = 0;     ///< seconds between two rounds; 0: one round
    double timeout = 30;  ///< seconds for one message
};

/// Whatever bytes came from outside.
std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// The centre is opened for each call: it may be restarted between two messages, and no lock is held while a program runs.
Result<Json> ask(const Context& context, const std::string& operation, const Json& arguments) {
    auto access = context.open();
    const auto answer = access ? (*access)->call(operation, text(arguments)) : Result<std::string>(access.error());
    return answer ? Result<Json>(Json::parse(*answer, nullptr, false)) : answer.error();
}

int show(const Context& context, const std::string& operation, const Json& arguments) {
    const auto answer = ask(context, operation, arguments);
    if (!answer) {
        return context.fail(answer.error());
    }
    if (context.json) {
        print(*answer);
        return 0;
    }
    for (const Json& each : answer->is_array() ? *answer : Json::array({*answer})) {
        std::string line;
        for (const auto& [name, value] : each.items()) {
            const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
            line += line.empty() ? "" : "\t";
            line.append(name).append("=").append(text);
        }
        std::replace(line.begin(), line.end(), '\n', ' ');
        printLine(line);
    }
    return 0;
}

volatile std::sig_atomic_t g_ending = 0;
void endSoon(int /*signal*/) { g_ending = 1; }

/// Of one centre there is one at work: two would send everything twice. Ends with the process.
Result<int> lockDelivery(const Context& context) {
    const std::string path = context.data + "/delivery.lock";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return Error("centre.unwritable", {{"dir", context.data}, {"detail", std::strerror(errno)}});
    }
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        close(file);
        return Error("messages.delivering", {{"dir", context.data}});
    }
    return file;
}

/// Hands messages out one by one, each as it is at that moment. Nobody's number or words are printed.
class Delivering {
public:
    Delivering(const Context& context, const MessageArguments& arguments)
        : m_context(context), m_arguments(arguments) {}

    /// One round. False: something waits that could have gone.
    Result<bool> round() {
        bool all = true;
        std::string after;
        for (int given = 0; given < m_arguments.limit && g_ending == 0; ++given) {
            const Status settled = settleKnown();
            const auto next = settled ? ask(m_context, "messages.waiting", {{"limit", 1}, {"after", after}})
                                      : Result<Json>(settled.error());
            if (!next) {
                return next.error();
            }
            if (next->empty()) {
                return all;
            }
            after = next->front().value("id", "");
            const auto verdict = hand(next->front());
            if (!verdict) {
                return verdict.error();
            }
            if (*verdict == Delivery::Verdict::notNow) {
                return false;
            }
            all = all && *verdict != Delivery::Verdict::broken;
        }
        const Status settled = settleKnown();
        return settled ? Result<bool>(all) : settled.error();
    }

private:
    Result<Delivery::Verdict> hand(const Json& message) {
        const auto limit = milliseconds(static_cast<std::int64_t>(m_arguments.timeout * 1000));
        const std::string id = message.value("id", "");
        const auto delivery = runGateway(m_arguments.program, text(message) + "\n", limit);
        if (!delivery) {
            return delivery.error();
        }
        const bool ended =
            delivery->verdict == Delivery::Verdict::sent || delivery->verdict == Delivery::Verdict::failed;
        const char* const state = !ended ? "waiting" : delivery->verdict == Delivery::Verdict::sent ? "sent" : "failed";
        if (ended) {
            m_known[id] = {{"id", id}, {"state", state}, {"outcome", delivery->word}};
        }
        if (m_context.json) {
            print({{"id", id}, {"state", state}, {"outcome", delivery->word}});
        } else {
            printLine(std::string(state) + "\t" + id + "\t" + delivery->word);
        }
        return delivery->verdict;
    }

    /// What the gateway has said is told to the centre before anything else is handed out, however often that must be tried.
    Status settleKnown() {
        while (!m_known.empty()) {
            const auto settled = ask(m_context, "messages.settle", m_known.begin()->second);
            const bool known =
                settled || settled.error().code == "message.settled" || settled.error().code == "message.unknown";
            if (!known) {
                return settled.error();
            }
            m_known.erase(m_known.begin());
        }
        return done();
    }

    const Context& m_context;
    const MessageArguments& m_arguments;
    std::map<std::string, Json> m_known;  ///< by id: ended, and the centre does not know it yet
};

/// Until `seconds` are over, or somebody asks for the end.
void pause(double seconds) {
    const auto end = std::chrono::steady_clock::now() + milliseconds(static_cast<std::int64_t>(seconds * 1000));
    while (g_ending == 0 && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(milliseconds(50));
    }
}

int deliver(const Context& context, const MessageArguments& arguments) {
    const auto lock = lockDelivery(context);
    if (!lock) {
        return context.fail(lock.error());
    }
    std::signal(SIGTERM, endSoon);
    std::signal(SIGINT, endSoon);
    Delivering delivering(context, arguments);
    while (true) {
        const auto round = delivering.round();
        const int code = !round ? context.fail(round.error()) : *round ? 0 : 1;
        if (arguments.every <= 0 || g_ending != 0) {
            return code;
        }
        pause(arguments.every);
        if (g_ending != 0) {
            return code;
        }
    }
}

/// Builds the commands below `messages`.
class Builder {
public:
    Builder(CLI::App& group, Context& context)
        : m_group(group), m_context(context), m_arguments(std::make_shared<MessageArguments>()) {}

    using Make = Json (*)(const MessageArguments&);
    CLI::App& add(const char* verb, const char* about, const char* operation, Make make) {
        CLI::App& command = *m_group.add_subcommand(verb, about);
        addCentreOptions(command, m_context);
        command.callback([&context = m_context, with = m_arguments, operation, make] {
            context.run = [&context, with, operation, make] { return show(context, operation, make(*with)); };
        });
        return command;
    }
    CLI::App& ofOne(const char* verb, const char* about, const char* operation, Make make) {
        CLI::App& command = add(verb, about, operation, make);
        command.add_option("ID", m_arguments->id, "The message")->required();
        return command;
    }
    void limit(CLI::App& command) { command.add_option("--limit", m_arguments->limit, "At most so many"); }
    void addDeliver() {
        CLI::App& command = *m_group.add_subcommand(
            "deliver", "Hands every waiting message to a program of the city's gateway (docs/administration.md)");
        addCentreOptions(command, m_context);
        limit(command);
        command.add_option("PROGRAM", m_arguments->program, "The program and its arguments; after --")->required();
        command.add_option("--every", m_arguments->every, "Again after so many seconds, until it is ended")
            ->check(CLI::Range(0.0, 86'400.0));
        command.add_option("--timeout", m_arguments->timeout, "Seconds for one message")
            ->check(CLI::Range(0.1, 3'600.0));
        command.callback([&context = m_context, with = m_arguments] {
            context.run = [&context, with] { return deliver(context, *with); };
        });
    }
    [[nodiscard]] MessageArguments& arguments() { return *m_arguments; }

private:
    CLI::App& m_group;
    Context& m_context;
    std::shared_ptr<MessageArguments> m_arguments;
};

}  // namespace

void addMessages(CLI::App& app, Context& context) {
    CLI::App* const group =
        app.add_subcommand("messages", "Text messages: what waits for the gateway, what became of it");
    group->require_subcommand(1);
    Builder build(*group, context);
    CLI::App& list =
        build.add("list", "The newest first, without numbers of people", "messages.list", [](const auto& a) {
            return Json{{"state", a.state}, {"limit", a.limit}};
        });
    list.add_option("--state", build.arguments().state, "waiting sent failed");
    build.limit(list);
    build.limit(
        build.add("waiting", "What a gateway is to send now, with the numbers", "messages.waiting", [](const auto& a) {
            return Json{{"limit", a.limit}};
        }));
    build
        .ofOne("sent", "The gateway has sent it", "messages.settle",
               [](const auto& a) {
                   return Json{{"id", a.id}, {"state", "sent"}, {"outcome", a.outcome}};
               })
        .add_option("--receipt", build.arguments().outcome, "The gateway's number of it");
    build
        .ofOne("failed", "It will not arrive", "messages.settle",
               [](const auto& a) {
                   return Json{{"id", a.id}, {"state", "failed"}, {"outcome", a.outcome}};
               })
        .add_option("--why", build.arguments().outcome, "The reason, for whoever sent it")
        ->required();
    build.ofOne("retry", "A failed one waits again", "messages.retry", [](const auto& a) {
        return Json{{"id", a.id}};
    });
    build.addDeliver();
}

}  // namespace zhida::admin
