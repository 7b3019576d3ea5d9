// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/dialogs/shift_dialog.h"
#include "ui/dialogs/way_dialog.h"
#include "ui/presenters/ticket_clocks.h"
#include "ui/shell/appearance.h"
#include "ui/support/words.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace zhida;

/// 交接班, and the clocks of a ticket.
class ShiftTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIHoldIsNamedByKind();
    void whoHoldsSomethingLeavesOnlyWithASuccessor();
    void aDraftKeepsItsWriterHere();
    void handingOverIsAllOrNothing();
    void presenceIsSaidWithItsReason();
    void aSupervisorHandsOnWhatOthersHaveLeft();
    void everyStageShowsItsClock();

private:
    std::unique_ptr<ui::ShiftPresenter> open();

    FakeClock m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<ui::DeskSignals> m_notices;
    TicketId m_ticket;
};

void ShiftTest::init() {
    ui::speak(*qApp, QStringLiteral("en"));
    m_notices.reset();
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_notices = std::make_unique<ui::DeskSignals>(*m_desk);
    m_desk->administerAnswers["presence.set"] = "{}";
    m_desk->administerAnswers["presence.list"] =
        R"({"presence":[{"user":"ct","unit":"centre","state":"shortBreak","reason":"meal","since":1}]})";
    m_ticket = m_desk->registerTicket("停水");
    m_desk->signInAs("sv");
    QVERIFY(m_desk->act(m_ticket, "sv", domain::ClaimTicket{}).ok());
    QVERIFY(m_desk->act(m_ticket, "sv", domain::PromiseTicket{"明日回电", m_clock.now().plus(kDayMs)}).ok());
}

std::unique_ptr<ui::ShiftPresenter> ShiftTest::open() {
    auto presenter = std::make_unique<ui::ShiftPresenter>(*m_desk, *m_notices, m_clock, ui::Directory::read(*m_desk));
    QSignalSpy loaded(presenter.get(), &ui::ShiftPresenter::loaded);
    presenter->load();
    (void)QTest::qWaitFor([&] { return loaded.count() >= 2; });
    return presenter;
}

void ShiftTest::whatIHoldIsNamedByKind() {
    const auto presenter = open();
    QCOMPARE(presenter->held().rowCount(), 1);
    const QString what = presenter->held().index(0, 0).data().toString();
    QVERIFY2(what.contains(QStringLiteral("Claim")) && what.contains(QStringLiteral("明日回电")), qPrintable(what));
    QVERIFY(presenter->ticketOf(presenter->held(), 0) == m_ticket);
}

void ShiftTest::whoHoldsSomethingLeavesOnlyWithASuccessor() {
    const auto presenter = open();
    QSignalSpy left(presenter.get(), &ui::ShiftPresenter::left);
    QCOMPARE(presenter->whyNot({})->code, std::string("shift.held"));
    presenter->leave({});
    QTest::qWait(20);
    QCOMPARE(left.count(), 0);
    presenter->leave(UserCode{"ct"});
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(m_desk->ticket(m_ticket.text())->ticket.claim->user, UserCode{"ct"});
    QVERIFY(std::any_of(m_desk->administered.begin(), m_desk->administered.end(),
                        [](const std::string& each) { return each.find("away") != std::string::npos; }));
}

void ShiftTest::aDraftKeepsItsWriterHere() {
    m_desk->saveDraft({"comment:" + m_ticket.text(), "ticket.comment/1", "{}", {}}, [](const Status&) {});
    const auto presenter = open();
    QCOMPARE(presenter->held().rowCount(), 2);
    QVERIFY(presenter->isDraft(1));
    QVERIFY(presenter->ticketOf(presenter->held(), 1) == m_ticket);
    QCOMPARE(presenter->whyNot(UserCode{"ct"})->code, std::string("shift.drafts"));
}

void ShiftTest::handingOverIsAllOrNothing() {
    const TicketId other = m_desk->registerTicket("停电");
    QVERIFY(m_desk->act(other, "sv", domain::ClaimTicket{}).ok());
    const auto presenter = open();
    QCOMPARE(presenter->held().rowCount(), 2);
    QSignalSpy failed(presenter.get(), &ui::ShiftPresenter::failed);
    QSignalSpy given(presenter.get(), &ui::ShiftPresenter::handedOver);
    presenter->handOver({0, 1}, UserCode{"nobody"});
    QCOMPARE(failed.count(), 1);
    QVERIFY(m_desk->submitted.empty());
    presenter->handOver({0, 1}, UserCode{"ct"});
    QTRY_COMPARE(given.count(), 1);
    QCOMPARE(given.front().front().toInt(), 2);
    QTRY_COMPARE(presenter->held().rowCount(), 0);
    QVERIFY(!presenter->whyNot({}));
}

void ShiftTest::presenceIsSaidWithItsReason() {
    const auto presenter = open();
    QCOMPARE(presenter->people().rowCount(), 1);
    QVERIFY(presenter->people().index(0, 2).data().toString().contains(QStringLiteral("break")));
    QCOMPARE(presenter->people().index(0, 3).data().toString(), QStringLiteral("meal"));
    presenter->say(domain::PresenceState::coordinating, QStringLiteral("会议"));
    QTRY_VERIFY(std::any_of(m_desk->administered.begin(), m_desk->administered.end(), [](const std::string& each) {
        return each.find("coordinating") != std::string::npos && each.find("会议") != std::string::npos;
    }));
}

void ShiftTest::aSupervisorHandsOnWhatOthersHaveLeft() {
    QVERIFY(m_desk->act(m_ticket, "sv", domain::HandOver{UserCode{"sp"}, "", {}}).ok());
    m_desk->disable("sp");
    const auto presenter = open();
    QVERIFY(presenter->seesOrphans());
    QCOMPARE(presenter->orphans().rowCount(), 1);
    QCOMPARE(presenter->orphans().index(0, 0).data().toString(), QStringLiteral("Bob"));
    presenter->handOverOrphans({0}, UserCode{"ct"});
    QTRY_COMPARE(presenter->orphans().rowCount(), 0);
    QCOMPARE(m_desk->ticket(m_ticket.text())->ticket.claim->user, UserCode{"ct"});
}

void ShiftTest::everyStageShowsItsClock() {
    SystemClock now;
    test::FakeDesk desk(now);
    desk.loadDemo(ZHIDA_SOURCE_DIR "/resources", 40);
    desk.signInAs("sp01");
    service::QueueFilter filter;
    filter.state = domain::TicketState::dispatched;
    const auto rows = desk.list(filter, 1, {}).rows;
    QVERIFY(!rows.empty());
    const auto view = desk.ticket(rows.front().ticket.text());
    const auto clocks = ui::clocksOf(view->ticket, desk.rules(), now.now(), desk.offset());
    QVERIFY(clocks.size() > 1);
    QCOMPARE(std::count_if(clocks.begin(), clocks.end(), [](const auto& each) { return each.main; }), 1);
    for (const ui::ClockLine& each : clocks) {
        QVERIFY(!each.stage.isEmpty() && !each.state.isEmpty());
        QVERIFY2(each.proof.has_value() || !each.why.isEmpty(), qPrintable(each.stage));
    }
    ui::DeskSignals notices(desk);
    ui::TicketPresenter presenter(desk, notices, now);
    presenter.open(rows.front().ticket);
    QTRY_VERIFY(presenter.view().has_value());
    ui::WayDialog dialog(presenter, *ui::Directory::read(desk), true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto tables = dialog.findChildren<QTableWidget*>();
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const QTableWidget* each) {
        return each->rowCount() == static_cast<int>(clocks.size()) && each->item(0, 0) != nullptr &&
               each->item(0, 0)->text() == clocks.front().stage;
    });
    QVERIFY(found != tables.end());
}

QTEST_MAIN(ShiftTest)
#include "shift_test.moc"
