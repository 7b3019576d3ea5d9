// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/delegates/table_page.h"
#include "ui/dialogs/account_dialogs.h"
#include "ui/dialogs/accounts_dialog.h"
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace zhida;

/// The administrator's screen: who may work here, and from when until when.
class AccountsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theRosterSaysWhoWorksWhereAndUntilWhen();
    void aPlaceIsEnteredWithItsDays();
    void whatIsMissingIsSaidBeforeAnythingIsSent();
    void aPlaceEndsOnTheDayThatIsChosen();
    void aRefusalIsShown();

private:
    std::unique_ptr<ui::AccountsDialog> openRoster();
    static QTableView& tableOf(const ui::AccountsDialog& dialog);
    static QPushButton* buttonOf(const QWidget& in, const QString& text);
    [[nodiscard]] QJsonObject sent(const std::string& operation) const;

    FakeClock m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
};

void AccountsTest::init() {
    ui::speak(*qApp, QStringLiteral("en"));
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->signInAs("sv");
    m_desk->editRules([](domain::Rules& rules) {
        rules.rosterRights = {{"hallDesk", "驻场专席", "Desk in the hall", domain::Role::specialist, {}, 365}};
    });
    for (const char* each : {"user.list", "unit.list", "device.list"}) {
        m_desk->administerAnswers[each] = R"({"rows":[]})";
    }
    m_desk->administerAnswers["roster.list"] = R"({"roster":[
        {"id":"7","user":"sp","unit":"u1","right":"hallDesk","from":"2020-01-01","to":"2020-03-31","state":"over"},
        {"id":"9","user":"sp","unit":"u1","right":"hallDesk","from":"2025-01-01","to":"2099-12-31","state":"now"}]})";
    m_desk->administerAnswers["roster.add"] = "{}";
    m_desk->administerAnswers["roster.end"] = "{}";
}

std::unique_ptr<ui::AccountsDialog> AccountsTest::openRoster() {
    auto dialog = std::make_unique<ui::AccountsDialog>(*m_desk, m_clock, ui::Directory::read(*m_desk), false);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    auto* tabs = dialog->findChild<QTabWidget*>();
    tabs->setCurrentIndex(tabs->count() - 1);
    (void)QTest::qWaitFor(
        [&] { return static_cast<ui::TablePage*>(tabs->currentWidget())->view().model()->rowCount() == 2; });
    return dialog;
}

QTableView& AccountsTest::tableOf(const ui::AccountsDialog& dialog) {
    return static_cast<ui::TablePage*>(dialog.findChild<QTabWidget*>()->currentWidget())->view();
}

QPushButton* AccountsTest::buttonOf(const QWidget& in, const QString& text) {
    for (auto* each : in.findChildren<QPushButton*>()) {
        if (each->text() == text) {
            return each;
        }
    }
    return nullptr;
}

QJsonObject AccountsTest::sent(const std::string& operation) const {
    for (const std::string& each : m_desk->administered) {
        if (each.rfind(operation + " ", 0) == 0) {
            return QJsonDocument::fromJson(QByteArray::fromStdString(each.substr(operation.size() + 1))).object();
        }
    }
    return {};
}

void AccountsTest::theRosterSaysWhoWorksWhereAndUntilWhen() {
    const auto dialog = openRoster();
    const QAbstractItemModel& rows = *tableOf(*dialog).model();
    QCOMPARE(rows.index(1, 0).data().toString(), QStringLiteral("Bob"));
    QCOMPARE(rows.index(1, 2).data().toString(), QStringLiteral("Desk in the hall"));
    QCOMPARE(rows.index(1, 4).data().toString(), QStringLiteral("2099-12-31"));
    QVERIFY(rows.index(0, 5).data().toString().contains(QStringLiteral("Over")));
    // What is over cannot end again; what lasts can.
    QTableView* view = &tableOf(*dialog);
    QPushButton* end = buttonOf(*dialog, QStringLiteral("Last day …"));
    view->selectRow(0);
    QVERIFY(end->isVisible() && !end->isEnabled());
    view->selectRow(1);
    QVERIFY(end->isEnabled());
    QVERIFY(!buttonOf(*dialog, QStringLiteral("Disable"))->isVisible());
}

void AccountsTest::aPlaceIsEnteredWithItsDays() {
    const auto dialog = openRoster();
    buttonOf(*dialog, QStringLiteral("Add"))->click();
    auto* place = dialog->findChild<ui::RosterDialog*>();
    QVERIFY(place != nullptr);
    const auto pickers = place->findChildren<ui::Picker*>();
    pickers[0]->setCode("sp");
    pickers[1]->setCode("u1");
    const auto days = place->findChildren<QDateEdit*>();
    days[0]->setDate(QDate(2030, 1, 1));
    days[1]->setDate(QDate(2030, 3, 31));
    buttonOf(*place, QStringLiteral("Save"))->click();
    const QJsonObject with = sent("roster.add");
    QCOMPARE(with.value(QStringLiteral("user")).toString(), QStringLiteral("sp"));
    QCOMPARE(with.value(QStringLiteral("right")).toString(), QStringLiteral("hallDesk"));
    QCOMPARE(with.value(QStringLiteral("from")).toString(), QStringLiteral("2030-01-01"));
    QCOMPARE(with.value(QStringLiteral("to")).toString(), QStringLiteral("2030-03-31"));
}

void AccountsTest::whatIsMissingIsSaidBeforeAnythingIsSent() {
    const auto dialog = openRoster();
    buttonOf(*dialog, QStringLiteral("Add"))->click();
    auto* place = dialog->findChild<ui::RosterDialog*>();
    buttonOf(*place, QStringLiteral("Save"))->click();
    QVERIFY(place->isVisible());
    QVERIFY(sent("roster.add").isEmpty());
    place->findChildren<ui::Picker*>()[0]->setCode("sp");
    place->findChildren<ui::Picker*>()[1]->setCode("u1");
    const auto days = place->findChildren<QDateEdit*>();
    days[1]->setDate(days[0]->date().addDays(-1));
    buttonOf(*place, QStringLiteral("Save"))->click();
    QVERIFY(place->isVisible());
    QVERIFY(sent("roster.add").isEmpty());
}

void AccountsTest::aPlaceEndsOnTheDayThatIsChosen() {
    const auto dialog = openRoster();
    tableOf(*dialog).selectRow(1);
    buttonOf(*dialog, QStringLiteral("Last day …"))->click();
    auto* ending = dialog->findChild<ui::RosterEndDialog*>();
    QVERIFY(ending != nullptr);
    auto* day = ending->findChild<QDateEdit*>();
    QCOMPARE(day->maximumDate(), QDate(2099, 12, 31));  // it never lasts longer than it was given
    const QDate yesterday = day->minimumDate();
    day->setDate(yesterday);
    buttonOf(*ending, QStringLiteral("Save"))->click();
    QCOMPARE(sent("roster.end").value(QStringLiteral("id")).toString(), QStringLiteral("9"));
    QCOMPARE(sent("roster.end").value(QStringLiteral("to")).toString(), yesterday.toString(Qt::ISODate));
}

void AccountsTest::aRefusalIsShown() {
    m_desk->administerRefusals.insert({"roster.end", Error("roster.unknown", {{"id", "9"}})});
    const auto dialog = openRoster();
    tableOf(*dialog).selectRow(1);
    buttonOf(*dialog, QStringLiteral("Last day …"))->click();
    buttonOf(*dialog->findChild<ui::RosterEndDialog*>(), QStringLiteral("Save"))->click();
    QTRY_VERIFY([&dialog] {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* each) {
            return each->isVisible() && each->text().contains(QStringLiteral("no entry 9"));
        });
    }());
}

QTEST_MAIN(AccountsTest)
#include "accounts_test.moc"
