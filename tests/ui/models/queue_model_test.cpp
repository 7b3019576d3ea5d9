// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/docks/queue_view.h"
#include "ui/presenters/queue_presenter.h"
#include "ui/support/desk_signals.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace zhida;

class QueueModelTest : public QObject {
    Q_OBJECT

private slots:
    void rowUnderTheCursorNeverMoves();
    void settleTakesOverWhatWasHeldBack();
    void withoutAnAnchorTheListFollowsTheStore();
    void aRowThatHasLeftAboveTheCursorHidesNoneBelow();
    void longListsComeInBlocks();
};

namespace {

/// The ids that the model shows, in order.
std::vector<TicketId> shown(const ui::QueueModel& model) {
    std::vector<TicketId> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.push_back(model.line(row)->row.ticket);
    }
    return ids;
}

std::vector<TicketId> stored(test::FakeDesk& desk, const service::QueueFilter& filter) {
    std::vector<TicketId> ids;
    for (const auto& row : desk.list(filter, 10'000, std::nullopt).rows) {
        ids.push_back(row.ticket);
    }
    return ids;
}

void announce(test::FakeDesk& desk, std::vector<TicketId> tickets) {
    service::ChangeSet change;
    change.tickets = std::move(tickets);
    desk.announce(change);
    QTest::qWait(2 * ui::QueuePresenter::kRefreshMs);
}

/// One random thing that happens at the centre; the ticket it happened to.
TicketId happen(test::FakeDesk& desk, FakeClock& clock, SeededRng& rng, std::vector<TicketId>& all) {
    clock.advance(static_cast<std::int64_t>(rng.below(5)) * kMinuteMs);
    const TicketId ticket = all[rng.below(all.size())];
    switch (rng.below(4)) {
        case 0:
            all.push_back(desk.registerTicket("new " + std::to_string(all.size())));
            return all.back();
        case 1:
            (void)desk.act(ticket, "sp", domain::AnswerDirectly{"answered", {}, 0, false});
            break;  // leaves "open only"
        case 2:
            (void)desk.act(ticket, "sp2", domain::ClaimTicket{});
            break;
        default:
            (void)desk.act(ticket, "sp2", domain::DispatchTicket{UnitCode{"u1"}, {}, clock.now().plus(kHourMs), {}});
            break;
    }
    return ticket;
}

}  // namespace

void QueueModelTest::rowUnderTheCursorNeverMoves() {
    FakeClock clock(Instant{1'763'800'000'000});
    test::FakeDesk desk(clock);
    SeededRng rng(42);
    std::vector<TicketId> all;
    for (int i = 0; i < 60; ++i) {
        clock.advance(kMinuteMs);
        all.push_back(desk.registerTicket("ticket " + std::to_string(i)));
    }
    ui::DeskSignals notices(desk);
    ui::QueuePresenter presenter(desk, notices, clock);
    QAbstractItemModelTester tester(&presenter.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    ui::QueueView view(presenter.model());
    view.resize(420, 400);
    view.show();
    service::QueueFilter filter = presenter.filter();
    filter.view = service::QueueView::all;
    filter.order = service::QueueOrder::newest;
    presenter.setFilter(filter);
    QTRY_COMPARE(presenter.model().rowCount(), 60);
    for (int round = 0; round < 40; ++round) {
        view.setCurrentIndex(presenter.model().index(static_cast<int>(rng.below(20)), 0));
        const TicketId current = view.current();
        const QRect before = view.visualRect(view.currentIndex());
        const std::vector<TicketId> above = shown(presenter.model());
        const int row = view.currentIndex().row();
        std::vector<TicketId> touched;
        for (std::uint64_t i = 0; i <= rng.below(4); ++i) {
            touched.push_back(happen(desk, clock, rng, all));
        }
        announce(desk, touched);
        QCOMPARE(view.current(), current);
        QCOMPARE(view.visualRect(view.currentIndex()), before);
        const std::vector<TicketId> after = shown(presenter.model());
        QVERIFY(std::equal(above.begin(), above.begin() + row + 1, after.begin()));
        if (round % 5 == 4) {
            presenter.model().settle();
            QCOMPARE(shown(presenter.model()), stored(desk, filter));
            QCOMPARE(presenter.model().heldBack(), 0);
        }
    }
}

void QueueModelTest::settleTakesOverWhatWasHeldBack() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    const TicketId first = desk.registerTicket("first");
    ui::DeskSignals notices(desk);
    ui::QueuePresenter presenter(desk, notices, clock);
    service::QueueFilter filter;
    filter.order = service::QueueOrder::newest;
    presenter.setFilter(filter);
    QTRY_COMPARE(presenter.model().rowCount(), 1);
    presenter.model().setAnchor(first);
    QSignalSpy held(&presenter.model(), &ui::QueueModel::heldBackChanged);
    clock.advance(kMinuteMs);
    const TicketId second = desk.registerTicket("second");
    announce(desk, {second});
    QCOMPARE(presenter.model().rowCount(), 1);
    QCOMPARE(held.count(), 1);
    QCOMPARE(presenter.model().heldBack(), 1);
    presenter.model().settle();
    QCOMPARE(shown(presenter.model()), (std::vector<TicketId>{second, first}));
    QCOMPARE(presenter.model().heldBack(), 0);
}

void QueueModelTest::withoutAnAnchorTheListFollowsTheStore() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    ui::DeskSignals notices(desk);
    ui::QueuePresenter presenter(desk, notices, clock);
    QAbstractItemModelTester tester(&presenter.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    service::QueueFilter filter;
    filter.order = service::QueueOrder::newest;
    presenter.setFilter(filter);
    SeededRng rng(5);
    std::vector<TicketId> all{desk.registerTicket("one")};
    announce(desk, all);
    for (int i = 0; i < 25; ++i) {
        announce(desk, {happen(desk, clock, rng, all)});
        QCOMPARE(shown(presenter.model()), stored(desk, filter));
    }
}

void QueueModelTest::aRowThatHasLeftAboveTheCursorHidesNoneBelow() {
    FakeClock clock;
    ui::QueueModel model(clock, {});
    std::vector<service::QueueRow> rows(4);
    SeededRng rng(3);
    for (service::QueueRow& each : rows) {
        each.ticket = TicketId::make(clock.now(), rng);
    }
    model.reset(rows, false);
    model.setAnchor(rows[2].ticket);
    const std::vector<TicketId> before = shown(model);
    model.refresh({rows[0], rows[1], rows[3]}, false);  // the one that holds the others has left the queue
    QCOMPARE(shown(model), before);
    QVERIFY(model.line(2)->gone);
    QCOMPARE(model.heldBack(), 0);
}

void QueueModelTest::longListsComeInBlocks() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    for (int i = 0; i < 300; ++i) {
        clock.advance(1000);
        (void)desk.registerTicket("ticket");
    }
    ui::DeskSignals notices(desk);
    ui::QueuePresenter presenter(desk, notices, clock);
    service::QueueFilter filter;
    filter.order = service::QueueOrder::newest;
    presenter.setFilter(filter);
    QTRY_COMPARE(presenter.model().rowCount(), static_cast<int>(ui::QueuePresenter::kBlock));
    while (presenter.model().canFetchMore({})) {
        const int before = presenter.model().rowCount();
        presenter.model().fetchMore({});
        QTRY_VERIFY(presenter.model().rowCount() > before);
    }
    QCOMPARE(shown(presenter.model()), stored(desk, filter));
}

QTEST_MAIN(QueueModelTest)
#include "queue_model_test.moc"
