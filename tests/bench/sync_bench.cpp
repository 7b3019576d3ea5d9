// SPDX-License-Identifier: GPL-3.0-or-later
// The line between desks and centre, over loopback TLS, everything durable at both ends.
#include "app/centre/access.h"
#include "app/centre/centre.h"
#include "model/wire/codec.h"
#include "tests/bench/bare_path.h"
#include "tests/bench/bench_office.h"
#include "tests/bench/loopback_limit.h"
#include "tests/bench/raw_table.h"
#ifdef ZHIDA_BENCH_WINDOW
#include "tests/bench/ui/window_figures.h"
#endif

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace zhida::bench {
namespace {

constexpr std::size_t kBatch = 1000;

service::Submission registration(std::size_t index) {
    const domain::Ticket like = makeTicket(index);
    domain::RegisterTicket body;
    body.title = like.title;
    body.content = like.content;
    body.callerPhone = like.caller.phone;
    return {std::nullopt, body, ""};
}

/// Waits until the row is in the desk's model: a notice of change, then the row read, as the window does it.
class Watch {
public:
    explicit Watch(service::Desk& desk) : m_desk(desk) {
        desk.onChange([this](const service::ChangeSet& changes) {
            for (const TicketId& id : changes.tickets) {
                m_desk.ask([id](service::DeskReader& reader) { return reader.row(id); },
                           [this](const std::optional<service::QueueRow>& row) { seen(row); });
            }
        });
    }
    ~Watch() { m_desk.onChange({}); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    bool waitFor(const TicketId& id) {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, std::chrono::seconds(10), [&] { return m_rows.contains(id); });
    }

private:
    void seen(const std::optional<service::QueueRow>& row) {
        const std::lock_guard lock(m_mutex);
        if (row) {
            m_rows[row->ticket] = row->state;
        }
        m_wake.notify_all();
    }

    service::Desk& m_desk;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<TicketId, domain::TicketState> m_rows;
};

/// When the desk knows the centre's answer to a command, which the centre has stored before it gave it: nothing waits any
/// more. That the desk has stored the answer, too, is known when it has caught up.
class Acknowledged {
public:
    explicit Acknowledged(service::Desk& desk) : m_desk(desk) {
        desk.onSyncStatus([this](const service::SyncStatus& status) {
            const std::lock_guard lock(m_mutex);
            m_waited = m_waited || status.waiting > 0;
            if (m_waited && status.waiting == 0) {
                m_at = std::chrono::steady_clock::now();
                m_wake.notify_all();
            }
        });
    }
    ~Acknowledged() { m_desk.onSyncStatus({}); }
    Acknowledged(const Acknowledged&) = delete;
    Acknowledged& operator=(const Acknowledged&) = delete;

    /// Seconds from the call of `submit` until then.
    template <class Submit>
    double secondsOf(Submit submit) {
        {
            const std::lock_guard lock(m_mutex);
            m_waited = false;
            m_at.reset();
        }
        const auto begun = std::chrono::steady_clock::now();
        submit();
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait_for(lock, std::chrono::seconds(10), [this] { return m_at.has_value(); })) {
            std::fprintf(stderr, "a command was not answered\n");
            std::exit(1);
        }
        return std::chrono::duration<double>(*m_at - begun).count();
    }

private:
    service::Desk& m_desk;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_waited = false;
    std::optional<std::chrono::steady_clock::time_point> m_at;
};

void addSamples(std::vector<Figure>& figures, const std::string& name, std::vector<double>& samples,
                const std::string& limitName, double limit) {
    figures.push_back({name + ", p50", percentile(samples, 0.5), "ms", limitName, limit});
    figures.push_back({name + ", p99", percentile(samples, 0.99), "ms", limitName, limit});
}

void addBeside(std::vector<Figure>& figures, const std::string& name, std::vector<double>& samples,
               std::vector<double>& bare) {
    const std::string limit = "the bare path between them";
    figures.push_back({name + ", p50", percentile(samples, 0.5), "ms", limit, percentile(bare, 0.5)});
    figures.push_back({name + ", p99", percentile(samples, 0.99), "ms", limit, percentile(bare, 0.99)});
}

/// Milliseconds of acts, and of the bare path taken between them.
struct Acts {
    std::vector<double> bare, stored, acknowledged, applied;
};

Acts act(BenchDesk& taker, BarePath& bare, std::size_t count, std::chrono::milliseconds pause) {
    static std::size_t made = 0;
    Acts acts;
    Acknowledged answer(taker.desk());
    for (std::size_t i = 0; i < count; ++i) {
        std::this_thread::sleep_for(pause);
        acts.bare.push_back(1000 * bare.once());
        std::this_thread::sleep_for(pause);
        acts.applied.push_back(1000 * secondsOf([&] {
                                   acts.acknowledged.push_back(1000 * answer.secondsOf([&] {
                                       acts.stored.push_back(1000 *
                                                             secondsOf([&] { taker.submit(registration(made++)); }));
                                   }));
                                   taker.catchUp();
                               }));
    }
    return acts;
}

void measureActs(BenchDesk& taker, const Folder& folder, std::size_t count, std::vector<Figure>& figures) {
    const double commit = 1000 * commitRaw(folder.path("commit.db"), 300);
    const double trip = 1000 * roundTrip(1000);
    BarePath bare(folder.path("bare-desk.db"), folder.path("bare-centre.db"));
    Acts paced = act(taker, bare, count, std::chrono::milliseconds(150));  // a call taker's: the idle desk indexes
    Acts hasty = act(taker, bare, 2 * count, std::chrono::milliseconds(0));
    const std::string two = "two FULL commits and one round trip";
    addSamples(figures, "one ticket registered, durable and shown on the desk", paced.stored, "one FULL commit",
               commit);
    addSamples(figures, "the same, the centre's durable answer known at the desk", paced.acknowledged, two,
               2 * commit + trip);
    addBeside(figures, "the same", paced.acknowledged, paced.bare);
    addSamples(figures, "the same, the answer stored and the desk at the centre's head", paced.applied, two,
               2 * commit + trip);
    addSamples(figures, "one after the other, the centre's durable answer known", hasty.acknowledged, two,
               2 * commit + trip);
    addBeside(figures, "the same one after the other", hasty.acknowledged, hasty.bare);
}

void measureLive(const centre::CentreServer& server, const Folder& folder,
                 const std::map<std::string, std::string>& passwords, std::size_t count, std::vector<Figure>& figures) {
    BenchDesk taker(server, folder.path("taker.db"), "ct01", passwords.at("ct01"));
    BenchDesk specialist(server, folder.path("specialist.db"), "sp01", passwords.at("sp01"));
    measureActs(taker, folder, count, figures);
    const double commit = 1000 * commitRaw(folder.path("commit-live.db"), 300);
    const double trip = 1000 * roundTrip(1000);
    std::vector<double> visible;
    Watch watch(specialist.desk());
    for (std::size_t i = 0; i < count; ++i) {
        std::this_thread::sleep_for(
            std::chrono::milliseconds(120));  // a call taker's pace; the notice of the last one is out
        visible.push_back(1000 * secondsOf([&] {
                              const auto submitted = taker.submit(registration(3 * count + i));
                              if (!watch.waitFor(submitted.ticket)) {
                                  std::fprintf(stderr, "a change did not arrive\n");
                                  std::exit(1);
                              }
                          }));
    }
    addSamples(figures, "change on desk A until the row is in desk B's model", visible,
               "three FULL commits and one round trip", 3 * commit + trip);
}

void measureFill(const std::string& dir, const Folder& folder, const std::map<std::string, std::string>& passwords,
                 std::size_t count, std::vector<Figure>& figures) {
    RawRows rows;
    std::size_t bytes = 0;
    {
        auto access = orEnd(centre::CentreAccess::open(dir));
        for (std::size_t i = 0; i < count; i += kBatch) {
            std::vector<domain::Ticket> batch;
            for (std::size_t j = i; j < std::min(count, i + kBatch); ++j) {
                batch.push_back(makeTicket(j));
                rows.emplace_back(std::string(batch.back().id.raw()), wire::encode(batch.back()));
                bytes += rows.back().second.size();
            }
            orEnd(access->importTickets(batch));
        }
    }
    auto server = orEnd(centre::CentreServer::start(dir, {}));
    const auto file = folder.path("fresh.db");
    const double fill = secondsOf([&] { const BenchDesk desk(*server, file, "ct02", passwords.at("ct02")); });
    const double copy = copyLoopback(bytes);
    const double insert = insertRaw(folder.path("raw.db"), rows, kBatch);
    const std::string n = std::to_string(count);
    figures.push_back(
        {"fresh desk holds " + n + " tickets", fill, "s", "raw copy and bare insert of the same bytes", copy + insert});
    server->stop();
    double password = 0;
    const double start = BenchDesk::startOffline(file, passwords.at("ct02"), password);
    figures.push_back(
        {"desk of " + n + " tickets started until the first rows (no window)", 1000 * start, "ms", "", 0});
    figures.push_back({"its password check", 1000 * password, "ms", "", 0});
#ifdef ZHIDA_BENCH_WINDOW
    startWindow(file, passwords.at("ct02"), count, figures);
#endif
}

}  // namespace
}  // namespace zhida::bench

int main(int argc, char** argv) {
    using namespace zhida;
    const bench::Arguments arguments(argc, argv, {"tickets", "changes"});
    const bench::Folder folder;
    const std::string dir = folder.path("centre").string();
    const auto report = bench::orEnd(centre::initCentre(dir, {true, {}}));
    std::map<std::string, std::string> passwords;
    for (const auto& account : report.accounts) {
        passwords[account.user] = account.password;
    }
    std::vector<bench::Figure> figures;
    {
        auto server = bench::orEnd(centre::CentreServer::start(dir, {}));
        bench::measureLive(*server, folder, passwords, arguments.number("changes", 100), figures);
        server->stop();
    }
    bench::measureFill(dir, folder, passwords, arguments.number("tickets", 100'000), figures);
    bench::print("sync", figures, arguments.json());
}
