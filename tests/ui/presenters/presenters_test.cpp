// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/presenters/knowledge_presenter.h"
#include "ui/presenters/outbox_presenter.h"
#include "ui/presenters/status_presenter.h"
#include "ui/presenters/surge_presenter.h"
#include "ui/presenters/ticket_presenter.h"
#include "ui/presenters/workload_presenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace zhida;

class PresentersTest : public QObject {
    Q_OBJECT

private slots:
    void onlyTheNewestQuestionIsAnswered();
    void typingIsSearchedOnceItPauses();
    void actionsFollowStateRoleAndShare();
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
    ui::KnowledgePresenter presenter(desk, notices);
    QSignalSpy found(&presenter, &ui::KnowledgePresenter::found);
    presenter.feed(QStringLiteral("停水"), {});
    presenter.feed(QStringLiteral("健康证"), {});
    QTRY_COMPARE(found.count(), 1);
    QTest::qWait(20);
    QCOMPARE(found.count(), 1);
    QVERIFY(presenter.model().rowCount() > 0);
    QVERIFY(presenter.model().hit(0)->article.title.find("健康证") != std::string::npos);
}

void PresentersTest::typingIsSearchedOnceItPauses() {
    SystemClock clock;
    test::FakeDesk desk(clock);
    ui::DeskSignals notices(desk);
    ui::KnowledgePresenter presenter(desk, notices);
    for (const char* typed : {"j", "jk", "jkz"}) {
        presenter.type(QString::fromLatin1(typed));
    }
    QTRY_COMPARE(desk.searches.size(), std::size_t{1});
    QCOMPARE(desk.searches.front(), std::string("jkz"));
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
