// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_office.h"

namespace zhida::bench {

BenchDesk::BenchDesk(const centre::CentreServer& server, const std::filesystem::path& file, const std::string& user,
                     const std::string& password) {
    desk::DeskOptions options;
    options.file = file;
    options.url = server.url();
    options.caFile = server.caFile();
    options.user = user;
    options.replies = &m_replies;
    options.clock = &m_clock;
    options.rng = &m_rng;
    m_runtime = orEnd(desk::DeskRuntime::open(options));
    orEnd(waitFor<desk::Unlocked>([&](auto reply) { m_runtime->unlock(password, std::move(reply)); }));
    catchUp();
}

service::Submitted BenchDesk::submit(service::Submission submission) {
    return orEnd(
        waitFor<service::Submitted>([&](auto reply) { desk().submit(std::move(submission), std::move(reply)); }));
}

void BenchDesk::catchUp() {
    orEnd(waitFor<service::SyncStatus>([&](auto reply) { desk().sync().whenCaughtUp(600'000, std::move(reply)); }));
}

double BenchDesk::startOffline(const std::filesystem::path& file, const std::string& password,
                               double& passwordSeconds) {
    ThreadExecutor replies;
    const SystemClock clock;
    SystemRng rng;
    desk::DeskOptions options;
    options.file = file;
    options.offline = true;
    options.replies = &replies;
    options.clock = &clock;
    options.rng = &rng;
    std::unique_ptr<desk::DeskRuntime> runtime;
    double seconds = secondsOf([&] { runtime = orEnd(desk::DeskRuntime::open(options)); });
    passwordSeconds = secondsOf(
        [&] { orEnd(waitFor<desk::Unlocked>([&](auto reply) { runtime->unlock(password, std::move(reply)); })); });
    seconds += secondsOf([&] {
        service::QueueFilter filter;
        filter.openOnly = true;
        filter.order = service::QueueOrder::due;
        orEnd(waitFor<service::QueuePage>([&](auto reply) {
            runtime->desk().ask([filter](service::DeskReader& reader) { return reader.list(filter, 50, {}); },
                                [reply = std::move(reply)](service::QueuePage page) { reply(std::move(page)); });
        }));
    });
    return seconds;
}

}  // namespace zhida::bench
