// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's line on real threads and sockets; what it says is the engine's affair (client_engine_test).
#include "sync/client/sync_client.h"

#include "model/sqlite/failure.h"
#include "model/wire/codec.h"
#include "sync/session/frame_stream.h"
#include "tests/support/sync/memory_desk.h"
#include "tests/sync/net/net_fixture.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <thread>

namespace zhida::sync {
namespace {

using Line = service::SyncStatus::Line;

/// A disk that is full, or cannot be read, as long as the test says so.
class SickDesk final : public DeskPort {
public:
    explicit SickDesk(DeskPort& healthy) : m_healthy(healthy) {}
    [[nodiscard]] Cursor cursor() override { return readable().cursor(); }
    [[nodiscard]] FillState fill() override { return m_healthy.fill(); }
    [[nodiscard]] std::optional<SignIn> signIn() override { return m_healthy.signIn(); }
    void saveSignIn(const SignIn& signIn) override { writable().saveSignIn(signIn); }
    [[nodiscard]] std::vector<WaitingCommand> waiting(std::uint64_t after, std::size_t limit) override {
        return m_healthy.waiting(after, limit);
    }
    [[nodiscard]] std::size_t waitingCount() override { return m_healthy.waitingCount(); }
    [[nodiscard]] std::optional<std::int64_t> restMs() override { return m_healthy.restMs(); }
    void releaseResting() override { m_healthy.releaseResting(); }
    void lineIs(bool live) override { m_healthy.lineIs(live); }
    void askAgain() override { m_healthy.askAgain(); }
    void applyFeed(const std::vector<InboxItem>& items, const Cursor& cursor,
                   const std::vector<AnswerIn>& answers) override {
        writable().applyFeed(items, cursor, answers);
    }
    void beginFill(const FillState& fill, bool sameHistory) override { m_healthy.beginFill(fill, sameHistory); }
    void applyFillPage(const std::vector<InboxItem>& items, const FillState& next) override {
        writable().applyFillPage(items, next);
    }
    void finishFill(const Cursor& cursor) override { writable().finishFill(cursor); }
    void applyAnswers(const std::vector<AnswerIn>& answers) override { writable().applyAnswers(answers); }
    void saveHistory(const TicketId& ticket, const std::vector<std::string>& events) override {
        writable().saveHistory(ticket, events);
    }
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit) override { return m_healthy.refetchList(limit); }

    std::atomic<bool> full = false;
    std::atomic<bool> unreadable = false;

private:
    DeskPort& writable() {
        if (full) {
            throw sqlite::Failure(SQLITE_FULL, SQLITE_FULL, "desk.db", "full");
        }
        return m_healthy;
    }
    DeskPort& readable() {
        if (unreadable) {
            throw sqlite::Failure(SQLITE_IOERR, SQLITE_IOERR_READ, "desk.db", "unreadable");
        }
        return m_healthy;
    }

    DeskPort& m_healthy;
};

/// Counts how often it was answered, and with what.
template <class T>
struct Replies {
    std::function<void(Result<T>)> reply() {
        return [this](const Result<T>& outcome) {
            const std::lock_guard lock(mutex);
            codes.push_back(outcome ? "" : outcome.error().code);
            changed.notify_all();
        };
    }
    std::vector<std::string> wait(std::size_t count = 1) {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, net::kPatience, [&] { return codes.size() >= count; });
        return codes;
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::string> codes;
};

class SyncClientTest : public net::NetTest {
protected:
    void SetUp() override {
        NetTest::SetUp();
        m_serverMessage = [this](net::Connection& connection, const std::string& message) {
            serve(connection, sync::open(message, kDeskLimits)->frame);
        };
    }
    void makeClient(const net::Endpoint& to) {
        SyncClientOptions options{to, {UserCode{"u"}, "", "d", {}, "1"}, {}};
        m_client = std::make_unique<SyncClient>(
            options,
            SyncClientPorts{m_sick, m_writer, m_io, m_clock, m_rng, {}, [this](const service::SyncStatus& now) {
                                EXPECT_EQ(std::this_thread::get_id(), m_writerThread);
                                const std::lock_guard lock(m_statusMutex);
                                m_lines.push_back(now.line);
                                m_waiting.push_back(now.waiting);
                                m_trouble = now.trouble.code;
                                m_statusChanged.notify_all();
                            }});
    }
    void connect() {
        listen(options());
        makeClient(endpoint());
    }
    void TearDown() override {
        m_client.reset();
        NetTest::TearDown();
    }

    /// A centre without anything in it.
    void serve(net::Connection& connection, const pb::Frame& said) {
        pb::Frame frame;
        if (said.has_hello()) {
            m_writers[&connection] = {};
            pb::Welcome& w = *frame.mutable_welcome();
            w.set_proto(1);
            w.set_device_id(std::string(DeviceId{Uuid::fromName("device")}.raw()));
            w.set_station("01");
            w.set_token("token");
            w.set_profile(wire::encode(
                domain::UserProfile{UserCode{"u"}, "", domain::Role::callTaker, UnitCode{"c"}, {}, false}));
            w.set_epoch(std::string(Uuid::fromName("epoch").raw()));
            w.set_mode(said.hello().cursor().chain().empty() ? pb::Welcome::FILL : pb::Welcome::RESUME);
            say(connection, frame);
            frame.mutable_fill_page()->set_done(true);
            frame.mutable_fill_page()->set_chain(std::string(32, 'a'));
        } else if (said.has_push()) {
            for (const pb::PushedCommand& each : said.push().commands()) {
                frame.mutable_answers()->add_answers()->set_command(each.id());
                frame.mutable_answers()->mutable_answers()->rbegin()->set_seq(1);
            }
        } else if (said.heartbeat().ask() != 0) {
            frame.mutable_heartbeat()->set_reply(said.heartbeat().ask());
        } else if (said.has_admin_call()) {
            frame.mutable_admin_result()->set_id(said.admin_call().id());
        }
        if (frame.kind_case() != pb::Frame::KIND_NOT_SET &&
            (!frame.has_fill_page() || said.hello().cursor().chain().empty())) {
            say(connection, frame);
        }
    }
    void say(net::Connection& connection, const pb::Frame& frame) {
        connection.send(m_writers[&connection].next(*pack(frame)));
    }
    /// The status is published after the reply.
    bool waitForTrouble(const std::string& code) {
        std::unique_lock lock(m_statusMutex);
        return m_statusChanged.wait_for(lock, net::kPatience, [&] { return m_trouble == code; });
    }
    bool waitForAnAnsweredAct() {
        std::unique_lock lock(m_statusMutex);
        return m_statusChanged.wait_for(lock, net::kPatience, [&] {
            const auto made = std::find(m_waiting.begin(), m_waiting.end(), 1);
            return std::find(made, m_waiting.end(), 0) != m_waiting.end();
        });
    }
    template <class Work>
    auto onWriter(Work work) {
        std::promise<decltype(work())> done;
        m_writer.post([&] { done.set_value(work()); });
        return done.get_future().get();
    }
    std::vector<std::string> signIn() {
        Replies<SignIn> replies;
        m_client->signIn("password", replies.reply());
        return replies.wait();
    }

    SystemClock m_clock;
    SystemRng m_rng;
    testing::FaultPoint m_faults{m_rng};
    testing::MemoryDesk m_desk{m_faults, m_clock, m_rng};
    SickDesk m_sick{m_desk};
    std::map<net::Connection*, FrameWriter> m_writers;  ///< on the I/O thread
    std::mutex m_statusMutex;
    std::condition_variable m_statusChanged;
    std::vector<Line> m_lines;
    std::vector<std::int64_t> m_waiting;
    std::string m_trouble;
    ThreadExecutor m_writer;
    std::thread::id m_writerThread = [this] {
        std::promise<std::thread::id> id;
        m_writer.post([&id] { id.set_value(std::this_thread::get_id()); });
        return id.get_future().get();
    }();
    std::unique_ptr<SyncClient> m_client;
};

TEST_F(SyncClientTest, SignsInFillsAndTellsSo) {
    connect();
    EXPECT_EQ(signIn(), std::vector<std::string>{""});
    Replies<service::SyncStatus> caughtUp;
    m_client->whenCaughtUp(10'000, caughtUp.reply());
    EXPECT_EQ(caughtUp.wait(), std::vector<std::string>{""});
    EXPECT_EQ(m_client->status().line, Line::live);
    m_client.reset();
    EXPECT_EQ(m_lines.front(), Line::connecting);
    EXPECT_EQ(m_lines.back(), Line::live);
}

TEST_F(SyncClientTest, AnActIsPushedFromTheWriterItsAnswerToldAndSoonStored) {
    connect();
    EXPECT_EQ(signIn(), std::vector<std::string>{""});
    Replies<service::SyncStatus> live;
    m_client->whenCaughtUp(10'000, live.reply());
    EXPECT_EQ(live.wait(), std::vector<std::string>{""});
    EXPECT_TRUE(onWriter([this] {
        const auto made = m_desk.submit(TicketId{Uuid::fromName("t")}, testing::registration("t", "c"));
        m_client->push();
        return made.ok();
    }));
    EXPECT_TRUE(waitForAnAnsweredAct());
    const auto stored = [this] { return onWriter([this] { return m_desk.waitingCount() == 0; }); };
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!stored() && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_TRUE(stored()) << "no feed came: the timer for the next heartbeat would be much too late";
}

TEST_F(SyncClientTest, AFullDiskIsTheAnswerToASignInAtOnceAndItGoesOnWhenThereIsRoom) {
    connect();
    m_sick.full = true;
    EXPECT_EQ(signIn(), std::vector<std::string>{"db.full"});
    EXPECT_TRUE(waitForTrouble("db.full"));
    m_sick.full = false;
    EXPECT_EQ(signIn(), std::vector<std::string>{""});
}

TEST_F(SyncClientTest, WithoutAnotherSignInItTriesAgainByItself) {
    connect();
    m_sick.full = true;
    EXPECT_EQ(signIn(), std::vector<std::string>{"db.full"});
    m_sick.full = false;
    Replies<service::SyncStatus> caughtUp;
    m_client->whenCaughtUp(10'000, caughtUp.reply());
    EXPECT_EQ(caughtUp.wait(), std::vector<std::string>{""});
}

TEST_F(SyncClientTest, ADeskThatCannotBeReadAnswersToo) {
    connect();
    m_sick.unreadable = true;
    EXPECT_EQ(signIn(), std::vector<std::string>{"db.io"});
    Replies<std::string> call;
    m_client->administer("user.list", "{}", call.reply());
    EXPECT_EQ(call.wait(), std::vector<std::string>{"db.io"});
    m_sick.unreadable = false;
    EXPECT_EQ(signIn(), std::vector<std::string>{""});
}

TEST_F(SyncClientTest, TheDestructorEndsAnAttemptAndAnswersWhoWaits) {
    listen(options());
    net::Endpoint silent = endpoint();
    m_serverMessage = {};  // opens, and never says a word
    makeClient(silent);
    Replies<SignIn> signIn;
    Replies<service::SyncStatus> caughtUp;
    m_client->signIn("password", signIn.reply());
    m_client->whenCaughtUp(600'000, caughtUp.reply());
    m_client.reset();
    EXPECT_EQ(signIn.codes, std::vector<std::string>{"auth.cancelled"});
    EXPECT_EQ(caughtUp.codes, std::vector<std::string>{"net.offline"});
}

TEST_F(SyncClientTest, EveryReplyComesOnceFromWhateverThreadItIsAsked) {
    constexpr std::size_t kThreads = 4;
    constexpr std::size_t kRounds = 50;
    connect();
    EXPECT_EQ(signIn(), std::vector<std::string>{""});
    Replies<service::SyncStatus> caughtUp;
    Replies<std::string> calls;
    std::vector<std::thread> threads;
    for (std::size_t n = 0; n < kThreads; ++n) {
        threads.emplace_back([&, n] {
            for (std::size_t round = 0; round < kRounds; ++round) {
                m_client->whenCaughtUp(600'000, caughtUp.reply());
                m_client->administer("user.list", "{}", calls.reply());
                m_client->wake();
                (void)m_client->status();
                if (round % 20 == n) {
                    m_client->setOnline(false);
                    m_client->setOnline(true);
                }
            }
        });
    }
    for (std::thread& each : threads) {
        each.join();
    }
    m_client.reset();
    EXPECT_EQ(caughtUp.codes.size(), kThreads * kRounds);
    EXPECT_EQ(calls.codes.size(), kThreads * kRounds);
}

TEST_F(SyncClientTest, ALineThatIsRefusedIsTheAnswer) {
    listen(options());
    const net::Endpoint nobody = endpoint();
    m_listener.reset();
    makeClient(nobody);
    EXPECT_EQ(signIn(), std::vector<std::string>{"net.refused"});
}

}  // namespace
}  // namespace zhida::sync
