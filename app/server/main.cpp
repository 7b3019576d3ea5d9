// SPDX-License-Identifier: GPL-3.0-or-later
// zhida-server: one centre, served. docs: README.md, section "The server".
#include "app/centre/centre.h"
#include "app/centre/centre_server.h"
#include "app/server/server_log.h"
#include "app/words.h"

#include <signal.h>  // NOLINT: sigwait
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <atomic>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>

namespace {

using zhida::Error;
using zhida::Result;
using zhida::Status;
namespace centre = zhida::centre;

constexpr int kFailed = 1;
constexpr int kBadUsage = 2;

struct Arguments {
    std::string data;
    std::string listen = "127.0.0.1:0";
    std::string store = "sqlite";
    bool demo = false;
};

int complain(const Error& error, int code) {
    std::cerr << "zhida-server: " << zhida::words::sentence(error, zhida::words::languageOfEnvironment()) << std::endl;
    return code;
}

/// "127.0.0.1:0", "[::1]:4000", ":4000" (every address of this machine).
Result<centre::ServeOptions> listenOptions(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    const Error bad("listen.bad", {{"value", text}});
    if (colon == std::string::npos) {
        return bad;
    }
    centre::ServeOptions options;
    options.host = text.substr(0, colon);
    const bool bracketed = options.host.size() > 2 && options.host.front() == '[' && options.host.back() == ']';
    options.host = bracketed ? options.host.substr(1, options.host.size() - 2) : options.host;
    if (!bracketed && options.host.find(':') != std::string::npos) {
        return bad;
    }
    const char* end = text.data() + text.size();
    const auto [rest, failure] = std::from_chars(text.data() + colon + 1, end, options.port);
    return failure == std::errc{} && rest == end ? Result<centre::ServeOptions>(std::move(options)) : bad;
}

Status checkStore(const std::string& store) {
    if (store == "sqlite") {
        return zhida::done();
    }
    const bool postgres = store.starts_with("postgres");
    return postgres ? Error("store.postgres") : Error("store.unknown", {{"store", store}});
}

/// The accounts of a centre that was made just now: shown once, on stderr, where nobody mistakes them for the ready line.
Status makeDemo(const std::string& dir) {
    centre::InitOptions options;
    options.demo = true;
    const auto made = centre::initCentre(dir, options);
    if (!made) {
        return made.error();
    }
    for (const centre::NewAccount& each : made->accounts) {
        std::cerr << "event=account.made user=" << each.user << " password=" << each.password << " role=" << each.role
                  << " unit=" << each.unit << "\n";
    }
    std::cerr.flush();
    return zhida::done();
}

/// The signals that end it, kept from every thread and taken by waitForEnd().
sigset_t endingSignals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR1}) {
        sigaddset(&set, signal);
    }
    return set;
}

/// SIGUSR1 is our own: the server cannot go on.
bool endedWell(const sigset_t& set) {
    int signal = 0;
    while (sigwait(&set, &signal) != 0) {
    }
    return signal != SIGUSR1;
}

int serve(const Arguments& arguments, centre::ServeOptions options) {
    const sigset_t signals = endingSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);  // a limit of file size is an error of the write, like a full disk
    if (arguments.demo && !centre::holdsCentre(arguments.data)) {
        if (const Status made = makeDemo(arguments.data); !made) {
            return complain(made.error(), kFailed);
        }
    }
    std::atomic<bool> failed{false};
    Error failure;
    options.log = zhida::server::logToStderr();
    options.onFailure = [&](const Error& why) {
        failure = why;
        failed.store(true);
        ::kill(::getpid(), SIGUSR1);
    };
    auto server = centre::CentreServer::start(arguments.data, options);
    if (!server) {
        return complain(server.error(), kFailed);
    }
    const nlohmann::json ready{{"listening", (*server)->url()}, {"ca", (*server)->caFile()}};
    std::cout << ready.dump() << std::endl;
    const bool well = endedWell(signals);
    (*server)->stop();
    return well || !failed.load() ? 0 : complain(failure, kFailed);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program("The server of a Zhida centre: serves the desks of the hotline from one directory.",
                     "zhida-server");
    Arguments arguments;
    program.add_option("--data", arguments.data, "Directory of the centre (zhida-admin init makes one)")->required();
    program.add_option("--listen", arguments.listen, "HOST:PORT; port 0 takes any free one")->capture_default_str();
    program.add_option("--store", arguments.store, "sqlite")->capture_default_str();
    program.add_flag("--demo", arguments.demo, "Make a demo centre if there is none");
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& shown) {
        return program.exit(shown);
    } catch (const CLI::ParseError& bad) {
        program.exit(bad, std::cerr, std::cerr);
        return kBadUsage;
    }
    auto options = listenOptions(arguments.listen);
    if (!options) {
        return complain(options.error(), kBadUsage);
    }
    if (const Status store = checkStore(arguments.store); !store) {
        return complain(store.error(), kBadUsage);
    }
    try {
        return serve(arguments, std::move(*options));
    } catch (const std::exception& failure) {
        return complain(Error("server.failed", {{"detail", failure.what()}}), kFailed);
    }
}
