// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "app/admin/password.h"
#include "app/desk/desk_runtime.h"
#include "app/desk/headless_desk.h"

#include <CLI/CLI.hpp>

#include <future>
#include <iostream>

namespace zhida::admin {
namespace {

struct DeskArguments {
    std::string file;
    desk::DeskOptions options;
};

Result<desk::Unlocked> unlock(desk::DeskRuntime& runtime, std::string password) {
    std::promise<Result<desk::Unlocked>> promise;
    auto future = promise.get_future();
    runtime.unlock(std::move(password),
                   [&promise](Result<desk::Unlocked> outcome) { promise.set_value(std::move(outcome)); });
    return future.get();
}

int runDesk(DeskArguments& arguments, const Context& context) {
    SystemClock clock;
    SystemRng rng;
    ThreadExecutor replies;
    arguments.options.file = arguments.file;
    arguments.options.clock = &clock;
    arguments.options.rng = &rng;
    arguments.options.replies = &replies;
    auto runtime = desk::DeskRuntime::open(arguments.options);
    if (!runtime) {
        return context.fail(runtime.error());
    }
    auto password = takePassword((*runtime)->user() + ": ");
    if (!password) {
        return context.fail(Error("desk.noPassword"));
    }
    const auto unlocked = unlock(**runtime, std::move(*password));
    if (!unlocked) {
        return context.fail(unlocked.error());
    }
    desk::LineOutput out(std::cout);
    out.write({{"event", "unlocked"},
               {"user", (*runtime)->user()},
               {"byCentre", unlocked->byCentre},
               {"leaseExpired", unlocked->leaseExpired}});
    const words::Language language = context.language();
    desk::HeadlessDesk headless(**runtime, out,
                                [language](const Error& error) { return words::sentence(error, language); });
    headless.run(std::cin);
    return 0;
}

}  // namespace

void addDesk(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<DeskArguments>();
    CLI::App* const command = app.add_subcommand("desk",
                                                 "A desk without a window: one JSON request a line on stdin, one "
                                                 "answer a line on stdout; {\"do\":\"describe\"} lists all. "
                                                 "The password comes from ZHIDA_PASSWORD or the terminal");
    command->add_option("--db", arguments->file, "The desk's file; made if need be")->required();
    command->add_option("--server", arguments->options.url, "wss://host:port; kept in the file");
    command->add_option("--ca", arguments->options.caFile, "The centre's CA certificate; its path is kept in the file");
    command->add_option("--user", arguments->options.user, "Who signs in; kept in the file");
    command->add_flag("--offline", arguments->options.offline, "Do not connect until {\"do\":\"net\"} says so");
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return runDesk(*arguments, context); }; });
}

}  // namespace zhida::admin
