// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "app/admin/gateway_program.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <thread>

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

/// The centre is opened for each call: it may be restarted between two messages, and no lock is held while a program runs.
Result<Json> ask(const Context& context, const std::string& operation, const Json& arguments) {
    auto access = context.open();
    const auto answer = access ? (*access)->call(operation, arguments.dump()) : Result<std::string>(access.error());
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

/// One round. Nobody's number or words are printed. `notNow`: the gateway asks to be left alone for a while.
Status deliverOnce(const Context& context, const MessageArguments& arguments, bool& notNow) {
    const auto waiting = ask(context, "messages.waiting", {{"limit", arguments.limit}});
    if (!waiting) {
        return waiting.error();
    }
    for (const Json& each : *waiting) {
        const auto limit = milliseconds(static_cast<std::int64_t>(arguments.timeout * 1000));
        const auto delivery = runGateway(arguments.program, each.dump() + "\n", limit);
        if (!delivery) {
            return delivery.error();
        }
        const std::string id = each.value("id", "");
        notNow = delivery->verdict == Delivery::Verdict::notNow;
        const char* const state = notNow ? "waiting" : delivery->verdict == Delivery::Verdict::sent ? "sent" : "failed";
        if (!notNow) {
            const auto settled =
                ask(context, "messages.settle", {{"id", id}, {"state", state}, {"outcome", delivery->word}});
            if (!settled) {
                return settled.error();
            }
        }
        if (context.json) {
            print({{"id", id}, {"state", state}, {"outcome", delivery->word}});
        } else {
            printLine(std::string(state) + "\t" + id + "\t" + delivery->word);
        }
        if (notNow) {
            break;
        }
    }
    return done();
}

int deliver(const Context& context, const MessageArguments& arguments) {
    while (true) {
        bool notNow = false;
        const Status round = deliverOnce(context, arguments, notNow);
        int code = notNow ? 1 : 0;
        if (!round) {
            code = context.fail(round.error());
        }
        if (arguments.every <= 0) {
            return code;
        }
        std::this_thread::sleep_for(milliseconds(static_cast<std::int64_t>(arguments.every * 1000)));
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
