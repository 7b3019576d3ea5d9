// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/lifecycle.h"
#include "tests/ui/presenters/form_bench.h"
#include "ui/presenters/proof.h"
#include "ui/support/text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace zhida;

class LifeFormsTest : public QObject {
    Q_OBJECT

private slots:
    void everyCommandHasAllItsRequiredFields();
    void aRefusalIsProposedWithTheAdviceOfItsGround();
    void anExtensionShowsTheNewDueTimeWithItsProof();
    void theCitysOwnFormIsPartOfTheReply();
    void anAmendmentSendsOnlyWhatWasChanged();
    void anUnansweredCallHasNoVerdict();
    void aSplitNeedsItsParts();
    void aMergeFindsTheOtherTicketByWords();
};

void LifeFormsTest::everyCommandHasAllItsRequiredFields() {
    test::FormBench bench;
    QStringList formless;
    for (const domain::LifecycleRow& row : domain::kLifecycle) {
        const std::unique_ptr<ui::Form> form(
            ui::makeForm(row.command, bench.context(row.command != domain::RegisterTicket::kName)));
        if (form == nullptr) {
            formless << ui::q(row.command);
            continue;
        }
        for (const ui::FieldShape& shape : ui::fieldsOfCommand(row.command)) {
            QVERIFY2(!shape.required || form->field(shape.name) != nullptr,
                     qPrintable(ui::q(row.command) + QLatin1Char('.') + shape.name));
        }
    }
    QCOMPARE(formless, QStringList({QStringLiteral("ticket.claim"), QStringLiteral("ticket.release"),
                                    QStringLiteral("ticket.sign"), QStringLiteral("ticket.archive"),
                                    QStringLiteral("ticket.recountDue"), QStringLiteral("ticket.undo")}));
}

namespace {

/// The rules of 泰安, with a ticket that a unit has in hand.
struct CityBench : test::FormBench {
    CityBench() {
        desk.loadDemo(ZHIDA_SOURCE_DIR "/resources", 0);
        desk.signInAs("ct01");
        ticket = desk.registerTicket("停水");
        unit = "uh01";
        desk.signInAs(unit);
        const UnitCode lead = desk.user().unit;
        (void)desk.act(ticket, "dp01", domain::DispatchTicket{lead, {}, {}, {}});
        (void)desk.act(ticket, unit, domain::SignTicket{});
    }
    std::string unit;
};

void choose(const QWidget* among, const QString& code) {
    for (QAbstractButton* each : among->findChildren<QAbstractButton*>()) {
        if (each->property("code").toString() == code) {
            each->click();
        }
    }
}

void pick(ui::Form& form, const char* name, const char* code) {
    auto* combo = qobject_cast<QComboBox*>(form.field(QString::fromLatin1(name)));
    QVERIFY(combo != nullptr);
    combo->setCurrentIndex(combo->findData(QString::fromLatin1(code)));
}

void type(ui::Form& form, const char* name, const QString& words) {
    auto* text = qobject_cast<QPlainTextEdit*>(form.field(QString::fromLatin1(name)));
    QVERIFY(text != nullptr);
    text->setPlainText(words);
}

QString textIn(const ui::Form& form, const char* name) {
    return qobject_cast<QPlainTextEdit*>(form.field(QString::fromLatin1(name)))->toPlainText();
}

}  // namespace

/// 不予受理: the caller is told the right channel of the ground; a person's own words stay.
void LifeFormsTest::aRefusalIsProposedWithTheAdviceOfItsGround() {
    CityBench bench;
    bench.ticket = bench.desk.registerTicket("路灯");
    const auto form = bench.open("ticket.proposeRefusal");
    const auto& grounds = bench.desk.rules().refusalReasons;
    QVERIFY(grounds.size() >= 2);
    QVERIFY(textIn(*form, "wording").isEmpty());  // nobody is refused by a form's proposal
    pick(*form, "reason", grounds[0].code.c_str());
    QCOMPARE(textIn(*form, "wording"), ui::q(grounds[0].adviceZh));
    pick(*form, "reason", grounds[1].code.c_str());
    QCOMPARE(textIn(*form, "wording"), ui::q(grounds[1].adviceZh));
    type(*form, "wording", QStringLiteral("请到窗口办理"));
    pick(*form, "reason", grounds[0].code.c_str());
    QCOMPARE(textIn(*form, "wording"), QStringLiteral("请到窗口办理"));
}

void LifeFormsTest::anExtensionShowsTheNewDueTimeWithItsProof() {
    CityBench bench;
    const domain::Ticket before = bench.desk.ticket(bench.ticket.text())->ticket;
    QVERIFY(before.due && before.clock);
    const auto form = bench.open("ticket.requestExtension");
    form->fill(QStringLiteral("term"), QStringLiteral("3wd"), true);
    const auto due = ui::extendedDue(bench.desk.rules(), before, {3, domain::TermUnit::workingDay});
    QVERIFY(due.ok() && due->due > *before.due);
    const QString shown = ui::momentText(due->due, bench.clock.now(), {});
    const auto labels = form->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&shown](const QLabel* each) { return each->text().contains(shown); }));
    const auto* table = form->findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), static_cast<int>(due->segments.size()));
    type(*form, "text", QStringLiteral("材料未到"));
    QSignalSpy sent(form.get(), &ui::Form::sent);
    form->send(false);
    QTRY_COMPARE(sent.count(), 1);
    const auto& asked = std::get<domain::RequestExtension>(bench.desk.submitted.back().body);
    QCOMPARE(asked.term, std::string("3wd"));
    const auto decision = [&] {
        bench.desk.signInAs("dp01");
        return bench.open("ticket.decideRequest");
    }();
    QVERIFY(decision->findChild<QTableWidget*>()->rowCount() > 0);
}

/// 泰安's reply sheet: mandatory fields, some only when others say so.
void LifeFormsTest::theCitysOwnFormIsPartOfTheReply() {
    CityBench bench;
    const auto form = bench.open("ticket.reply");
    QSignalSpy sent(form.get(), &ui::Form::sent);
    type(*form, "public", QStringLiteral("已恢复供水"));
    form->send(false);
    QTest::qWait(20);
    QCOMPARE(sent.count(), 0);
    QWidget* sheet = form->field(QStringLiteral("form"));
    for (const char* answer : {"诉求是否属实", "是否超职责", "是否联系群众"}) {
        for (QWidget* each : sheet->findChildren<QWidget*>()) {
            if (each->accessibleName() == QString::fromUtf8(answer)) {
                choose(each, QStringLiteral("no"));
            }
        }
    }
    choose(sheet, QStringLiteral("solved"));
    form->send(false);
    QTRY_COMPARE(sent.count(), 1);
    const auto& reply = std::get<domain::ReplyTicket>(bench.desk.submitted.back().body);
    QVERIFY(reply.form.has_value());
    QCOMPARE(reply.form->values.size(), std::size_t{4});
}

void LifeFormsTest::anAmendmentSendsOnlyWhatWasChanged() {
    CityBench bench;
    bench.desk.signInAs("dp01");
    const auto form = bench.open("ticket.amend");
    QSignalSpy sent(form.get(), &ui::Form::sent);
    auto* title = qobject_cast<QLineEdit*>(form->field(QStringLiteral("title")));
    QCOMPARE(title->text(), QStringLiteral("停水"));
    title->setText(QStringLiteral("小区停水"));
    type(*form, "reason", QStringLiteral("标题不清"));
    form->send(false);
    QTRY_COMPARE(sent.count(), 1);
    const auto& amended = std::get<domain::AmendTicket>(bench.desk.submitted.back().body);
    QCOMPARE(amended.title, std::string("小区停水"));
    QVERIFY(amended.content.empty() && !amended.appealType && amended.category.empty());
}

void LifeFormsTest::anUnansweredCallHasNoVerdict() {
    test::FormBench bench;
    const auto form = bench.open("ticket.callback");
    choose(form->field(QStringLiteral("solved")), QStringLiteral("solved"));
    choose(form->field(QStringLiteral("connected")), QStringLiteral("false"));
    QVERIFY(form->field(QStringLiteral("solved"))->isHidden());
    const auto command = form->presenter().body();
    QVERIFY(command.ok());
    const auto& call = std::get<domain::CallBack>(*command);
    QVERIFY(!call.connected && !call.solved);
}

void LifeFormsTest::aSplitNeedsItsParts() {
    test::FormBench bench;
    bench.desk.signInAs("sv");
    const auto form = bench.open("ticket.split");
    QSignalSpy sent(form.get(), &ui::Form::sent);
    form->send(false);
    QTest::qWait(20);
    QCOMPARE(sent.count(), 0);
    QVERIFY(form->field(QStringLiteral("parts"))->property("wrong").toBool());
    // Of each part: who leads it, who assists.
    const auto pickers = form->field(QStringLiteral("parts"))->findChildren<ui::Picker*>();
    QCOMPARE(pickers.size(), 4);
    const char* units[] = {"Unit One", "", "Unit Two", "Centre"};
    for (int i = 0; i < 4; ++i) {
        pickers[i]->setFocus();
        pickers[i]->setText(QString::fromLatin1(units[i]));
        QFocusEvent leave(QEvent::FocusOut);
        QApplication::sendEvent(pickers[i], &leave);
    }
    const auto lines = form->field(QStringLiteral("parts"))->findChildren<QLineEdit*>();
    for (QLineEdit* each : lines) {
        if (qobject_cast<ui::Picker*>(each) == nullptr) {
            each->setText(QStringLiteral("部分"));
        }
    }
    form->send(false);
    QTRY_COMPARE(sent.count(), 1);
    const auto& split = std::get<domain::SplitTicket>(bench.desk.submitted.back().body);
    QCOMPARE(split.parts.size(), std::size_t{2});
    QCOMPARE(split.parts[1].lead.value, std::string("u2"));
    QVERIFY(split.parts[0].assist.empty());
    QCOMPARE(split.parts[1].assist.size(), std::size_t{1});
}

void LifeFormsTest::aMergeFindsTheOtherTicketByWords() {
    test::FormBench bench;
    const TicketId main = bench.desk.registerTicket("整个小区都停水了");
    bench.desk.signInAs("sv");
    const auto form = bench.open("ticket.merge");
    auto* typed = form->field(QStringLiteral("into"))->findChild<QLineEdit*>();
    typed->setText(QStringLiteral("整个小区"));
    auto* found = form->field(QStringLiteral("into"))->findChild<QComboBox*>();
    QTRY_VERIFY(found->count() > 0);
    QSignalSpy sent(form.get(), &ui::Form::sent);
    form->send(false);
    QTRY_COMPARE(sent.count(), 1);
    QCOMPARE(std::get<domain::MergeTicket>(bench.desk.submitted.back().body).into, main);
}

QTEST_MAIN(LifeFormsTest)
#include "life_forms_test.moc"
