// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/presenters/knowledge_presenter.h"
#include "ui/presenters/outbox_presenter.h"
#include "ui/presenters/proof.h"
#include "ui/presenters/status_presenter.h"
#include "ui/presenters/surge_presenter.h"
#include "ui/presenters/ticket_path.h"
#include "ui/presenters/ticket_presenter.h"
#include "ui/presenters/undo_presenter.h"
#include "ui/presenters/workload_presenter.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <utility>
#include <variant>

using namespace zhida;

class PresentersTest : public QObject {
    Q_OBJECT

private slots:
    void onlyTheNewestQuestionIsAnswered();
    void everyKeyIsSearchedAndStopsTheSearchBefore();
    void aSearchInVainIsNotedAndWhatATicketFeedsInIsNot();
    void actionsFollowStateRoleAndShare();
    void whatCannotBeDoneSaysWhyAndWhoMay();
    void theLastOwnActCanBeTakenBack();
    void theWayOfATicketAddsUpToItsAge();
    void theProofOfADueTimeHasNoHole();
    void everyEventIsToldInWords();
    void openTicketFollowsItsChanges();
    void statusSaysHowFreshAndWhatNeedsSomebody();
    void refusedComesFirstAndCanBeDismissed();
    void daysWithoutTicketsAreDaysToo();
    void aSurgeIsNewsOnce();
};

void PresentersTest::onlyTheNewestQuestionIsAnswered() {
    SystemClock clock;
    test::FakeDesk desk(clock);
    desk.loadDemo(ZHIDA_SOURCE_DIR "/resources", 3);
    ui::DeskSignals notices(desk);
    ui::KnowledgePresenter presenter(desk, notices, clock);
    QSignalSpy found(&presenter, &ui::KnowledgePresenter::found);
    presenter.feed(QStringLiteral("停水"), {});
    presenter.feed(QStringLiteral("健康证"), {});
    QTRY_COMPARE(found.count(), 1);
    QTest::qWait(20);
    QCOMPARE(found.count(), 1);
    QVERIFY(presenter.model().rowCount() > 0);
    QVERIFY(presenter.model().hit(0)->article.title.find("健康证") != std::string::npos);
}

void PresentersTest::everyKeyIsSearchedAndStopsTheSearchBefore() {
    SystemClock clock;
    test::FakeDesk desk(clock);
    ui::DeskSignals notices(desk);
    ui::KnowledgePresenter presenter(desk, notices, clock);
    QSignalSpy found(&presenter, &ui::KnowledgePresenter::found);
    for (const char* typed : {"j", "jk", "jkz"}) {
        presenter.type(QString::fromLatin1(typed));
    }
    QCOMPARE(desk.searches, (std::vector<std::string>{"j", "jk", "jkz"}));
    QVERIFY(desk.stops[0].stop_requested() && desk.stops[1].stop_requested() && !desk.stops[2].stop_requested());
    QTRY_COMPARE(found.count(), 1);
    QTest::qWait(20);
    QCOMPARE(found.count(), 1);
    presenter.type(QStringLiteral("jkzb"));
    presenter.type({});
    QTest::qWait(20);
    QCOMPARE(presenter.model().rowCount(), 0);
    QVERIFY(!presenter.searched());
    presenter.type(QStringLiteral("sb"));
    QTRY_COMPARE(desk.searches.back(), std::string("sb"));
    QTRY_VERIFY(presenter.searched());
}

void PresentersTest::aSearchInVainIsNotedAndWhatATicketFeedsInIsNot() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    desk.loadDemo(ZHIDA_SOURCE_DIR "/resources", 3);
    ui::DeskSignals notices(desk);
    ui::KnowledgePresenter presenter(desk, notices, clock);
    const auto look = [&](const QString& text, std::int64_t ms) {
        QSignalSpy found(&presenter, &ui::KnowledgePresenter::found);
        presenter.type(text);
        [&] { QTRY_VERIFY(found.count() > 0); }();
        clock.advance(ms);
    };
    const auto noted = [&desk] {
        std::vector<std::string> texts;
        for (const domain::RecordCommand& each : desk.submittedActs) {
            if (const auto* note = std::get_if<domain::NoteSearch>(&each.act)) {
                texts.push_back(note->text);
            }
        }
        return texts;
    };
    look(QStringLiteral("夜间办证"), 5'000);
    presenter.type(QStringLiteral("夜间停办"));  // stopped by the next key: it has found nothing, and that says nothing
    look(QStringLiteral("健康证"), 5'000);
    QCOMPARE(noted(), std::vector<std::string>{"夜间办证"});
    presenter.used();
    look(QStringLiteral("古槐"), 5'000);
    QCOMPARE(noted(), std::vector<std::string>{"夜间办证"});
    presenter.feed(QStringLiteral("小区停水三天了"), {});
    QCOMPARE(noted(), (std::vector<std::string>{"夜间办证", "古槐"}));
    clock.advance(60'000);
    presenter.leave();
    QCOMPARE(noted().size(), std::size_t{2});
}

void PresentersTest::actionsFollowStateRoleAndShare() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    const TicketId ticket = desk.registerTicket("停水", domain::AppealType::help, "u1");
    const auto actions = [&](const char* user) {
        desk.signInAs(user);
        return ui::actionsFor(desk.ticket(ticket.text())->ticket, desk.user(), clock.now());
    };
    QVERIFY(actions("sp").contains(ui::ActionId::dispatch));
    QVERIFY(actions("sp").contains(ui::ActionId::answer));
    QVERIFY(!actions("ct").contains(ui::ActionId::dispatch));
    QVERIFY(desk.act(ticket, "sp2", domain::ClaimTicket{}).ok());
    QVERIFY(!actions("sp").contains(ui::ActionId::dispatch));  // another holds it
    QVERIFY(actions("sv").contains(ui::ActionId::release));
    QVERIFY(desk.act(ticket, "sp2", domain::DispatchTicket{UnitCode{"u1"}, {}, {}, {}}).ok());
    QVERIFY(actions("sp").contains(ui::ActionId::sign));
    QVERIFY(!actions("sp").contains(ui::ActionId::answer));
    QVERIFY(!actions("sp2").contains(ui::ActionId::sign));
    QVERIFY(desk.act(ticket, "sp", domain::SignTicket{}).ok());
    QVERIFY(actions("sp").contains(ui::ActionId::answer));
    desk.signInAs("sp");
    QVERIFY(ui::answerCommand(desk.ticket(ticket.text())->ticket, desk.user()) == domain::ReplyTicket::kName);
}

void PresentersTest::whatCannotBeDoneSaysWhyAndWhoMay() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    const TicketId ticket = desk.registerTicket("停水");
    const auto why = [&](const char* user, std::string_view command) {
        desk.signInAs(user);
        const auto found = ui::obstacle(command, desk.ticket(ticket.text())->ticket, desk.user(), clock.now());
        return found ? found->code : std::string();
    };
    const auto words = [&](const char* user, std::string_view command) {
        desk.signInAs(user);
        return ui::words::ofError(*ui::obstacle(command, desk.ticket(ticket.text())->ticket, desk.user(), clock.now()));
    };
    QCOMPARE(why("ct", domain::DispatchTicket::kName), std::string("action.role"));
    QVERIFY2(words("ct", domain::DispatchTicket::kName).contains(QStringLiteral("Supervisor")), "who may");
    QCOMPARE(why("sv", domain::ReviewTicket::kName), std::string("action.state"));
    QVERIFY(words("sv", domain::ReviewTicket::kName).contains(ui::words::of(domain::TicketState::submitted)));
    QCOMPARE(why("sv", domain::DecideRequest::kName), std::string("action.noRequest"));
    QVERIFY(desk.act(ticket, "sv", domain::DispatchTicket{UnitCode{"u1"}, {UnitCode{"u2"}}, {}, {}}).ok());
    QCOMPARE(why("sp", domain::ReplyTicket::kName), std::string("ticket.notSigned"));
    QCOMPARE(why("sp2", domain::RequestSuspension::kName), std::string("ticket.notLead"));
    QVERIFY(desk.act(ticket, "sp", domain::SignTicket{}).ok());
    QCOMPARE(why("sp", domain::SignTicket::kName), std::string("ticket.alreadySigned"));
    QCOMPARE(why("sp", domain::ReplyTicket::kName), std::string());
    const domain::PetitionAssessment petition{domain::RequestKind::unreasonable, "不合理", {}};
    QVERIFY(desk.act(ticket, "sp", petition).ok());
    QCOMPARE(why("sp", domain::TakeBackRequest::kName), std::string());
    QCOMPARE(why("sv", domain::DecideRequest::kName), std::string());
}

void PresentersTest::theLastOwnActCanBeTakenBack() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    const TicketId ticket = desk.registerTicket("停水");
    desk.signInAs("sp");
    ui::DeskSignals notices(desk);
    ui::TicketPresenter presenter(desk, notices, clock);
    presenter.open(ticket);
    QTRY_VERIFY(presenter.view().has_value());
    QVERIFY(!presenter.undoable());  // a registration is told to the caller
    QVERIFY(!presenter.actions().contains(ui::ActionId::undo));
    presenter.run(domain::ClaimTicket{});
    QTRY_VERIFY(presenter.undoable().has_value());
    QVERIFY(presenter.actions().contains(ui::ActionId::undo));
    ui::UndoPresenter undoing(desk, notices, clock);
    undoing.undo(ticket, *presenter.undoable());
    QTRY_VERIFY(!presenter.view()->ticket.claim.has_value());
    QVERIFY(!presenter.undoable());
    QVERIFY(desk.act(ticket, "sp2", domain::ClaimTicket{}).ok());
    presenter.open(ticket);
    QTRY_VERIFY(presenter.view()->ticket.claim.has_value());
    QVERIFY(!presenter.undoable());  // another's act
}

void PresentersTest::theWayOfATicketAddsUpToItsAge() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    const TicketId ticket = desk.registerTicket("停水");
    const Instant born = clock.now();
    clock.advance(5 * kMinuteMs);
    QVERIFY(desk.act(ticket, "sv", domain::DispatchTicket{UnitCode{"u1"}, {}, {}, {}}).ok());
    clock.advance(26 * kHourMs);
    QVERIFY(desk.act(ticket, "sp", domain::SignTicket{}).ok());
    QVERIFY(desk.act(ticket, "sp", domain::ReplyTicket{{}, "已修好", {}}).ok());
    clock.advance(kHourMs);
    const auto directory = ui::Directory::read(desk);
    const auto legs = ui::pathOf(desk.history(ticket), *directory, clock.now());
    QCOMPARE(legs.size(), std::size_t{3});
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        QCOMPARE(legs[i].from, i == 0 ? born : legs[i - 1].to);
        sum += legs[i].calendarMs();
    }
    QCOMPARE(sum, clock.now().ms - born.ms);
    QCOMPARE(legs[1].holder, QStringLiteral("Unit One"));
    QCOMPARE(legs[1].calendarMs(), 26 * kHourMs);
    QVERIFY(legs.back().open);
    const std::vector<domain::Event> tail{desk.history(ticket).back()};
    QVERIFY(ui::pathOf(tail, *directory, clock.now()).empty());  // the beginning is missing
}

void PresentersTest::theProofOfADueTimeHasNoHole() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    desk.loadDemo(ZHIDA_SOURCE_DIR "/resources", 0);
    const domain::TermClock term{
        clock.now(), {10, domain::TermUnit::workingDay}, {{3, domain::TermUnit::workingDay}}, {}};
    const auto deadline = domain::dueOf(desk.rules().calendar, term);
    QVERIFY(deadline.ok());
    const ui::Proof proof = ui::proofOf(term, *deadline, clock.now(), {});
    QCOMPARE(proof.lines.size(), deadline->segments.size());
    for (std::size_t i = 1; i < deadline->segments.size(); ++i) {
        QCOMPARE(deadline->segments[i].from, deadline->segments[i - 1].to);
    }
    QVERIFY(proof.sentence.contains(ui::momentText(deadline->due, clock.now(), {})));
    QVERIFY(std::any_of(proof.lines.begin(), proof.lines.end(), [](const auto& each) { return !each.counted; }));
}

void PresentersTest::everyEventIsToldInWords() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    const auto directory = ui::Directory::read(desk);
    std::vector<domain::Event> history;
    const auto add = [&history](auto body) {
        domain::Event event;
        event.body = std::move(body);
        history.push_back(std::move(event));
    };
    [&]<std::size_t... At>(std::index_sequence<At...>) {
        (add(std::variant_alternative_t<At, domain::EventBody>{}), ...);
    }(std::make_index_sequence<std::variant_size_v<domain::EventBody>>{});
    const auto entries = ui::timelineOf(history, *directory, clock.now(), {}, false);
    QCOMPARE(entries.size(), history.size());
    for (const ui::TimelineEntry& each : entries) {
        QVERIFY(!each.what.isEmpty() && !each.icon.isEmpty());
        QVERIFY2(QFile::exists(QStringLiteral(ZHIDA_SOURCE_DIR "/resources/icons/%1.svg").arg(each.icon)),
                 qPrintable(each.icon));
    }
}

void PresentersTest::openTicketFollowsItsChanges() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    const TicketId ticket = desk.registerTicket("停水");
    ui::DeskSignals notices(desk);
    ui::TicketPresenter presenter(desk, notices, clock);
    QSignalSpy updated(&presenter, &ui::TicketPresenter::updated);
    presenter.open(ticket);
    QTRY_VERIFY(presenter.view().has_value());
    presenter.run(domain::ClaimTicket{});
    QTRY_VERIFY(updated.count() > 0);
    QVERIFY(presenter.view()->ticket.claim.has_value());
    QCOMPARE(presenter.history().size(), std::size_t{2});
    QSignalSpy missing(&presenter, &ui::TicketPresenter::missing);
    presenter.openText(QStringLiteral("no such number"));
    QTRY_COMPARE(missing.count(), 1);
    QVERIFY(presenter.view().has_value());
}

void PresentersTest::statusSaysHowFreshAndWhatNeedsSomebody() {
    FakeClock clock(Instant{1'763'778'727'000});  // 10:32:07 at +08:00
    test::FakeDesk desk(clock);
    ui::DeskSignals notices(desk);
    ui::StatusPresenter presenter(desk, notices, clock);
    QVERIFY2(presenter.text().contains(QStringLiteral("10:32:07")), qPrintable(presenter.text()));
    service::SyncStatus status;
    status.offlineSince = clock.now().plus(-12 * kMinuteMs);
    status.waiting = 5;
    status.refused = 1;
    desk.setStatus(status);
    QTRY_VERIFY(presenter.offline());
    QVERIFY(presenter.text().contains(QStringLiteral("12 min")));
    QVERIFY(presenter.text().contains(QStringLiteral("Waiting 5")));
    QVERIFY(presenter.text().contains(QStringLiteral("Needs you 1")));
    QCOMPARE(presenter.tone(), ui::StatusPresenter::Tone::bad);
}

void PresentersTest::refusedComesFirstAndCanBeDismissed() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    SeededRng rng(1);
    service::OutboxItem waiting, refused;
    waiting.command = CommandId::make(clock.now(), rng);
    refused.command = CommandId::make(clock.now(), rng);
    refused.state = service::OutboxItem::State::refused;
    desk.tray = {waiting, refused};
    ui::DeskSignals notices(desk);
    ui::OutboxPresenter presenter(desk, notices);
    presenter.reload();
    QTRY_COMPARE(presenter.model().rowCount(), 2);
    QCOMPARE(presenter.model().item(0)->command, refused.command);
    presenter.dismiss(1);  // what waits cannot be dismissed
    QTest::qWait(20);
    QCOMPARE(presenter.model().rowCount(), 2);
    presenter.dismiss(0);
    QTRY_COMPARE(presenter.model().rowCount(), 1);
}

void PresentersTest::daysWithoutTicketsAreDaysToo() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    (void)desk.registerTicket("one");
    ui::WorkloadPresenter presenter(desk, clock);
    presenter.load();
    QTRY_COMPARE(presenter.days().size(), std::size_t{ui::WorkloadPresenter::kDays});
    QCOMPARE(presenter.days().back().registered, std::int64_t{1});
    QCOMPARE(presenter.days().front().registered, std::int64_t{0});
}

void PresentersTest::aSurgeIsNewsOnce() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    ui::DeskSignals notices(desk);
    const auto calls = [&desk](int count) {
        for (int i = 0; i < count; ++i) {
            desk.registerTicket("泰前街道财源小区停水", domain::AppealType::help);
        }
    };
    calls(9);
    {
        ui::SurgePresenter specialist(desk, notices, clock, {});
        QTest::qWait(20);
        calls(1);
        specialist.load();
        QTest::qWait(20);
        QVERIFY(specialist.surges().empty());  // a specialist is not told
    }
    desk.signInAs("sv");
    ui::SurgePresenter presenter(desk, notices, clock, {});
    QSignalSpy arose(&presenter, &ui::SurgePresenter::arose);
    QTRY_COMPARE(arose.count(), 1);
    QCOMPARE(presenter.news(), 1);
    presenter.see();
    calls(3);
    service::ChangeSet change;
    change.tickets = {TicketId{}};
    desk.announce(change);
    QTRY_COMPARE_WITH_TIMEOUT(presenter.surges().front().tickets.size(), std::size_t{13}, 5000);
    QCOMPARE(presenter.news(), 0);  // it grows; it is the same
    QCOMPARE(arose.count(), 1);
    ui::SurgePresenter restarted(desk, notices, clock, presenter.seen());
    QTRY_COMPARE(restarted.surges().size(), std::size_t{1});
    QCOMPARE(restarted.news(), 0);
}

QTEST_MAIN(PresentersTest)
#include "presenters_test.moc"
