// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/docks/outbox_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/docks/undo_bar.h"
#include "ui/forms/form.h"
#include "ui/shell/appearance.h"
#include "ui/shell/main_window.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace zhida;

/// Several tickets at once, and taking back: at the window, with the keys that a person presses.
class BulkTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void severalRowsAreChosenAndOneKeyOpensOneFormForAll();
    void whoRefusesIsNamedBeforeAnythingIsDone();
    void whoHasRefusedStaysChosen();
    void oneUndoTakesTheWholeBatchBackWithoutATrace();
    void whatHasLeftIsUndoneAndSaysSo();
    void aMissingHistoryIsFetchedAndTheUndoGoesOnByItself();
    void liveChangesKeepTheChoice();
    void escapeLeadsBackToOneTicket();
    void theOutboxSaysUntilWhenItRestsAndLetsItBeWithdrawn();

private:
    [[nodiscard]] ui::QueueView& view() { return m_window->queue().view(); }
    [[nodiscard]] domain::Ticket now(const TicketId& ticket) { return m_desk->ticket(ticket.text())->ticket; }
    /// The first `count` rows, by Shift and the arrow.
    std::vector<TicketId> chooseRows(int count);
    void flagChosen();
    [[nodiscard]] QString told() const;

    FakeClock m_clock;
    QTemporaryDir m_folder;
    std::vector<TicketId> m_tickets;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

void BulkTest::init() {
    ui::speak(*qApp, QStringLiteral("en"));
    ui::dress(*qApp, false);
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->rests = true;
    m_desk->editRules([](domain::Rules& rules) { rules.undoRestSeconds = 20; });
    m_tickets.clear();
    for (const char* title : {"停水", "停电", "停气", "停暖"}) {
        m_clock.advance(1000);
        m_tickets.push_back(m_desk->registerTicket(title));
    }
    m_desk->signInAs("sv");
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    m_window = std::make_unique<ui::MainWindow>(ui::WindowOptions{*m_desk, m_clock, *m_settings, false, {}});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->run(ui::ActionId::viewAll);
    QTRY_COMPARE(m_window->queue().presenter().model().rowCount(), 4);
    view().setFocus();
}

void BulkTest::cleanup() {
    m_window.reset();
    m_desk.reset();
}

std::vector<TicketId> BulkTest::chooseRows(int count) {
    view().setFocus();
    view().setCurrentIndex(view().model()->index(0, 0));
    for (int i = 1; i < count; ++i) {
        QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    }
    const auto chosenPage = [this] { return m_window->ticket().findChild<QTableView*>()->isVisible(); };
    (void)QTest::qWaitFor(chosenPage);
    return view().chosen();
}

void BulkTest::flagChosen() {
    m_window->run(ui::ActionId::flag);
    QTRY_VERIFY(m_window->ticket().form() != nullptr);
    m_window->ticket().form()->fill(QStringLiteral("flag"), QStringLiteral("key"), true);
    m_window->ticket().form()->fill(QStringLiteral("on"), true, true);
    QTest::keyClick(m_window->ticket().form(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_window->ticket().form() == nullptr);
}

QString BulkTest::told() const {
    QStringList lines;
    for (const char* style : {"good", "error"}) {
        for (const QLabel* each : m_window->ticket().findChildren<QLabel*>(QLatin1String(style))) {
            lines << each->text();
        }
    }
    return lines.join(QLatin1Char('|'));
}

void BulkTest::severalRowsAreChosenAndOneKeyOpensOneFormForAll() {
    const std::vector<TicketId> chosen = chooseRows(3);
    QCOMPARE(chosen.size(), std::size_t{3});
    QTRY_VERIFY(m_window->ticket().findChild<QTableView*>()->isVisible());
    QTest::keyClick(&view(), 'F');
    QTRY_VERIFY(m_window->ticket().form() != nullptr);
    QCOMPARE(m_window->ticket().form()->context().bulk, chosen);
    QVERIFY(!now(chosen[0]).has(domain::TicketFlag::key));  // nothing is done before it is sent
    m_window->run(ui::ActionId::back);
    flagChosen();
    for (const TicketId& each : chosen) {
        QVERIFY(now(each).has(domain::TicketFlag::key));
    }
    QTRY_COMPARE(view().chosen().size(), std::size_t{1});
    QVERIFY(m_desk->draftsByKey.empty());
}

void BulkTest::whoRefusesIsNamedBeforeAnythingIsDone() {
    const std::vector<TicketId> chosen = chooseRows(2);
    QVERIFY(m_desk->act(chosen[1], "sv", domain::DispatchTicket{UnitCode{"u1"}, {}, {}, {}}).ok());
    m_window->run(ui::ActionId::dispatch);
    QTRY_VERIFY(m_window->ticket().form() != nullptr);
    m_window->ticket().form()->fill(QStringLiteral("lead"), QStringLiteral("u2"), true);
    const auto verdict = [this](int row) {
        return m_window->ticket().findChild<QTableView*>()->model()->index(row, 3).data().toString();
    };
    QTRY_VERIFY2(verdict(1).startsWith(QStringLiteral("✗")), qPrintable(verdict(1)));
    QVERIFY2(verdict(1).contains(ui::words::of(domain::TicketState::dispatched)), qPrintable(verdict(1)));
    QVERIFY(verdict(0).startsWith(QStringLiteral("✓")));
    QVERIFY(now(chosen[0]).state == domain::TicketState::registered);
}

void BulkTest::whoHasRefusedStaysChosen() {
    const std::vector<TicketId> chosen = chooseRows(4);
    for (const std::size_t at : {std::size_t{1}, std::size_t{2}}) {
        QVERIFY(m_desk->act(chosen[at], "sv", domain::DispatchTicket{UnitCode{"u1"}, {}, {}, {}}).ok());
    }
    m_window->run(ui::ActionId::dispatch);
    QTRY_VERIFY(m_window->ticket().form() != nullptr);
    m_window->ticket().form()->fill(QStringLiteral("lead"), QStringLiteral("u2"), true);
    m_window->ticket().form()->send(false);
    QTRY_VERIFY(m_window->ticket().form() == nullptr);
    QCOMPARE(now(chosen[0]).lead()->unit, UnitCode{"u2"});
    QCOMPARE(now(chosen[1]).lead()->unit, UnitCode{"u1"});
    QTRY_COMPARE(view().chosen(), (std::vector<TicketId>{chosen[1], chosen[2]}));
}

void BulkTest::oneUndoTakesTheWholeBatchBackWithoutATrace() {
    const std::vector<TicketId> chosen = chooseRows(3);
    flagChosen();
    const ui::UndoBar& bar = m_window->ticket().undoBar();
    QVERIFY(bar.offers());
    QVERIFY2(bar.text().contains(QStringLiteral("3")), qPrintable(bar.text()));
    QTRY_VERIFY2(bar.offerText().startsWith(QStringLiteral("Withdraw")), qPrintable(bar.offerText()));
    QVERIFY2(bar.offerText().contains(QStringLiteral("20 s")), qPrintable(bar.offerText()));
    const std::size_t events = m_desk->history(chosen[0]).size();
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY2(told().contains(QStringLiteral("withdrawn")), qPrintable(told()));
    QVERIFY(!bar.offers());
    for (const TicketId& each : chosen) {
        QVERIFY(!now(each).has(domain::TicketFlag::key));
    }
    QCOMPARE(m_desk->history(chosen[0]).size(), events - 1);  // not even its undoing is in the history
    QVERIFY(m_desk->tray.empty());
}

void BulkTest::whatHasLeftIsUndoneAndSaysSo() {
    const std::vector<TicketId> chosen = chooseRows(2);
    flagChosen();
    const ui::UndoBar& bar = m_window->ticket().undoBar();
    QTRY_VERIFY(bar.offerText().startsWith(QStringLiteral("Withdraw")));
    m_clock.advance(21'000);
    m_desk->leave();
    QTRY_VERIFY2(bar.offerText().startsWith(QStringLiteral("Undo")), qPrintable(bar.offerText()));
    const std::size_t events = m_desk->history(chosen[0]).size();
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY2(told().contains(QStringLiteral("undone")), qPrintable(told()));
    QVERIFY(!now(chosen[0]).has(domain::TicketFlag::key));
    QCOMPARE(m_desk->history(chosen[0]).size(), events + 1);
}

void BulkTest::aMissingHistoryIsFetchedAndTheUndoGoesOnByItself() {
    const std::vector<TicketId> chosen = chooseRows(2);
    flagChosen();
    m_desk->leave();
    m_desk->historyMissing = {chosen[1]};
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!now(chosen[0]).has(domain::TicketFlag::key));
    QTRY_VERIFY2(told().contains(QStringLiteral("by itself")), qPrintable(told()));
    QVERIFY(now(chosen[1]).has(domain::TicketFlag::key));
    m_desk->arriveHistory(chosen[1]);
    QTRY_VERIFY(!now(chosen[1]).has(domain::TicketFlag::key));
    QTRY_VERIFY2(told().contains(QStringLiteral("2 tickets undone")), qPrintable(told()));
}

void BulkTest::liveChangesKeepTheChoice() {
    const std::vector<TicketId> chosen = chooseRows(3);
    m_clock.advance(1000);
    service::ChangeSet change;
    change.tickets = {m_desk->registerTicket("新来的"), chosen[0], chosen[2]};
    QVERIFY(m_desk->act(chosen[2], "sv", domain::WithdrawTicket{"已解决"}).ok());  // leaves the open queue
    m_desk->announce(change);
    QTRY_COMPARE(m_window->queue().presenter().model().rowCount(), 5);
    QCOMPARE(view().chosen(), chosen);
    m_window->queue().presenter().reload();
    QTRY_COMPARE(m_window->queue().presenter().model().rowCount(), 4);
    QTRY_COMPARE(view().chosen(), (std::vector<TicketId>{chosen[0], chosen[1]}));
}

void BulkTest::escapeLeadsBackToOneTicket() {
    const std::vector<TicketId> chosen = chooseRows(2);
    QTRY_VERIFY(m_window->ticket().findChild<QTableView*>()->isVisible());
    m_window->run(ui::ActionId::back);
    QTRY_COMPARE(view().chosen(), (std::vector<TicketId>{chosen[1]}));
    QTRY_COMPARE(m_window->ticketPresenter().id(), chosen[1]);
    QTRY_VERIFY(!m_window->ticket().findChild<QTableView*>()->isVisible());
}

void BulkTest::theOutboxSaysUntilWhenItRestsAndLetsItBeWithdrawn() {
    const std::vector<TicketId> chosen = chooseRows(2);
    flagChosen();
    m_window->run(ui::ActionId::outbox);
    auto* panel = m_window->findChild<ui::OutboxPanel*>();
    auto* table = panel->findChild<QTableView*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const QString state = table->model()->index(0, ui::OutboxModel::kState).data().toString();
    QVERIFY2(state.contains(ui::secondsText(m_clock.now().plus(20'000), m_desk->offset())), qPrintable(state));
    const auto buttons = panel->findChildren<QPushButton*>();
    const auto withdraw = std::find_if(buttons.begin(), buttons.end(),
                                       [](const auto* each) { return each->text() == QStringLiteral("Withdraw"); });
    QTRY_VERIFY((*withdraw)->isEnabled());
    (*withdraw)->click();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(!now(chosen[0]).has(domain::TicketFlag::key) || !now(chosen[1]).has(domain::TicketFlag::key));
}

QTEST_MAIN(BulkTest)
#include "bulk_test.moc"
