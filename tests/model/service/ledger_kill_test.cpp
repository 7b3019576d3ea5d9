// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/service/desk_fixture.h"

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <set>

namespace zhida::service {
namespace {

/// What the child tells as soon as it has been told that it is stored: one line of 64 bytes.
struct Told {
    char kind;  ///< 's': a submission, 'd': a draft
    char text[63];
};

[[noreturn]] void workForEver(DeskRig& desk, int tell, int round) {
    for (int n = 0;; ++n) {
        Told told{};
        if (n % 3 == 2) {
            told.kind = 'd';
            const std::string fields = std::to_string(round) + "." + std::to_string(n);
            desk.ledger->saveDraft({"register", "f/1", fields, Instant{round * 1'000'000LL + n}});
            fields.copy(told.text, sizeof told.text - 1);
        } else {
            told.kind = 's';
            const Result<Submitted> made = desk.ledger->submit(registration("第" + std::to_string(n)));
            if (!made) {
                _exit(2);
            }
            made->number.copy(told.text, sizeof told.text - 1);
        }
        if (write(tell, &told, sizeof told) != sizeof told) {
            _exit(3);
        }
    }
}

/// Lets a child work on the file and kills it after `least` acts and a little more; what it was told is stored.
std::vector<Told> killDuringWork(const std::filesystem::path& path, const FakeCentre& centre, int round, int least) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        DeskRig desk(path, centre);
        desk.rng = SeededRng(static_cast<std::uint64_t>(round) * 7919 + 1);
        workForEver(desk, ends[1], round);
    }
    close(ends[1]);
    std::vector<Told> told;
    Told each{};
    while (static_cast<int>(told.size()) < least && read(ends[0], &each, sizeof each) == sizeof each) {
        told.push_back(each);
    }
    usleep(static_cast<useconds_t>(round * 37 % 700));
    kill(child, SIGKILL);
    while (read(ends[0], &each, sizeof each) == sizeof each) {
        told.push_back(each);
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);
    return told;
}

TEST(LedgerKill, whatWasReportedStoredIsThereAfterAHundredKills) {
    const test::ScratchFolder folder;
    const FakeCentre centre(1);
    const std::filesystem::path path = folder.file("desk.db");
    { DeskRig(path, centre).enrol(centre); }
    std::set<std::string> numbers;
    std::string draft;
    for (int round = 0; round < 100; ++round) {
        for (const Told& told : killDuringWork(path, centre, round, 1 + round % 4)) {
            if (told.kind == 'd') {
                draft = told.text;
            } else {
                EXPECT_TRUE(numbers.insert(told.text).second) << "given twice: " << told.text;
            }
        }
        ASSERT_FALSE(testing::Test::HasFailure()) << "round " << round;
    }
    DeskRig desk(path, centre);
    for (const std::string& number : numbers) {
        const auto view = desk.reader->ticket(number);
        ASSERT_TRUE(view) << number;
        EXPECT_TRUE(view->pending);
    }
    const std::size_t waiting = desk.ledger->waitingCount();
    EXPECT_GE(waiting, numbers.size());
    EXPECT_EQ(desk.reader->counts().allTotal, static_cast<std::int64_t>(waiting)) << "every command has its ticket";
    ASSERT_EQ(desk.reader->drafts().size(), 1U);
    const std::string found = desk.reader->drafts()[0].fields;
    const auto order = [](const std::string& text) {
        return std::pair(std::stoi(text), std::stoi(text.substr(text.find('.') + 1)));
    };
    EXPECT_GE(order(found), order(draft)) << "the last draft told, or the one after it";
}

TEST(LedgerKill, whoIsKilledBetweenCommandAndEffectHasBoth) {
    const test::ScratchFolder folder;
    const FakeCentre centre(1);
    const std::filesystem::path path = folder.file("desk.db");
    { DeskRig(path, centre).enrol(centre); }
    constexpr int kRounds = 20;
    for (int round = 0; round < kRounds; ++round) {
        const pid_t child = fork();
        if (child == 0) {
            DeskRig desk(path, centre);
            desk.rng = SeededRng(static_cast<std::uint64_t>(round) * 7919 + 1);
            (void)desk.ledger->submit(registration("第" + std::to_string(round)), [] { kill(getpid(), SIGKILL); });
            _exit(2);
        }
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
    }
    DeskRig desk(path, centre);
    EXPECT_EQ(desk.ledger->waitingCount(), std::size_t{kRounds});
    EXPECT_EQ(desk.reader->counts().allTotal, kRounds);
    EXPECT_EQ(desk.reader->counts().mineOpen, kRounds);
}

}  // namespace
}  // namespace zhida::service
