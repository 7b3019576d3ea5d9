// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/lifecycle.h"
#include "tests/ui/presenters/form_bench.h"
#include "ui/forms/register_form.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace zhida;

class FormsTest : public QObject {
    Q_OBJECT

private slots:
    void draftIsSavedWithinHalfASecondOfAKey();
    void draftIsSavedWhenTheFocusLeaves();
    void draftComesBackAndIsNeverLostToAFailure();
    void anEmptiedFormLeavesNoDraft();
    void sendingSubmitsTheCommandAndSettlesTheDraft();
    void aRefusalKeepsTheWords();
    void whatIsMissingIsSaid();
    void titleIsTheFirstClause();
    void hintsComeWhileTheCallIsTypedAndAreTakenWithOneKey();
    void everyLabelIsAWord();
    void nothingLiesOverAnything();
    void theResponsibilityListFillsTheDispatch();
};

namespace {

/// As an input method does: letters that are composed, then the characters that are meant.
void typeByInputMethod(QWidget* widget, const QString& text) {
    QInputMethodEvent composing(QStringLiteral("ting"), {});
    QApplication::sendEvent(widget, &composing);
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QApplication::sendEvent(widget, &commit);
}

QString draftText(const test::FakeDesk& desk, const std::string& key) {
    const auto found = desk.draftsByKey.find(key);
    return found == desk.draftsByKey.end() ? QString() : QString::fromStdString(found->second.fields);
}

}  // namespace

void FormsTest::draftIsSavedWithinHalfASecondOfAKey() {
    test::FormBench bench;
    const auto form = bench.open("ticket.directAnswer");
    const std::string key = "directAnswer:" + bench.ticket.text();
    QElapsedTimer sinceKey;
    for (int i = 0; i < 12; ++i) {  // typing that never pauses must not put the saving off
        typeByInputMethod(form->field(QStringLiteral("text")), QStringLiteral("停水原因"));
        if (i == 0) {
            sinceKey.start();
        }
        QTest::qWait(50);
    }
    QVERIFY(sinceKey.elapsed() >= 500);
    QVERIFY(draftText(bench.desk, key).contains(QStringLiteral("停水原因")));
    typeByInputMethod(form->field(QStringLiteral("text")), QStringLiteral("末字"));
    QTRY_VERIFY_WITH_TIMEOUT(draftText(bench.desk, key).contains(QStringLiteral("末字")), 500);
}

void FormsTest::draftIsSavedWhenTheFocusLeaves() {
    test::FormBench bench;
    const auto form = bench.open("ticket.register");
    auto* phone = form->field(QStringLiteral("callerPhone"));
    QTest::keyClicks(phone, QStringLiteral("19900000002"));
    QFocusEvent leave(QEvent::FocusOut);
    QApplication::sendEvent(phone, &leave);
    QVERIFY(draftText(bench.desk, "register").contains(QStringLiteral("19900000002")));
}

void FormsTest::draftComesBackAndIsNeverLostToAFailure() {
    test::FormBench bench;
    {
        const auto form = bench.open("ticket.reply");
        typeByInputMethod(form->field(QStringLiteral("public")), QStringLiteral("已恢复供水"));
        QTRY_COMPARE(bench.desk.draftsByKey.size(), std::size_t{1});
    }
    const auto again = bench.open("ticket.reply");
    auto* text = qobject_cast<QPlainTextEdit*>(again->field(QStringLiteral("public")));
    QTRY_COMPARE(text->toPlainText(), QStringLiteral("已恢复供水"));
    bench.desk.draftsFail = true;
    QSignalSpy failed(&again->presenter(), &ui::FormPresenter::saveFailed);
    typeByInputMethod(text, QStringLiteral("。"));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(again->presenter().dirty());  // tried again with the next key or when the focus leaves
    bench.desk.draftsFail = false;
    again->presenter().flush();
    QVERIFY(draftText(bench.desk, "reply:" + bench.ticket.text()).contains(QStringLiteral("。")));
}

void FormsTest::anEmptiedFormLeavesNoDraft() {
    test::FormBench bench;
    const auto form = bench.open("ticket.comment");
    auto* text = qobject_cast<QPlainTextEdit*>(form->field(QStringLiteral("text")));
    text->setPlainText(QStringLiteral("x"));
    QTRY_COMPARE(bench.desk.draftsByKey.size(), std::size_t{1});
    text->clear();
    QTRY_COMPARE(bench.desk.draftsByKey.size(), std::size_t{0});
}

void FormsTest::sendingSubmitsTheCommandAndSettlesTheDraft() {
    test::FormBench bench;
    bench.desk.signInAs("ct");
    const auto form = bench.open("ticket.register");
    QSignalSpy sent(form.get(), &ui::Form::sent);
    qobject_cast<QPlainTextEdit*>(form->field(QStringLiteral("content")))
        ->setPlainText(QStringLiteral("小区停水。请尽快查明。"));
    form->send(true);
    QTRY_COMPARE(sent.count(), 1);
    QCOMPARE(sent.first().at(1).toBool(), true);
    const auto& facts = std::get<domain::RegisterTicket>(bench.desk.submitted.back().body);
    QCOMPARE(QString::fromStdString(facts.title), QStringLiteral("小区停水"));
    QCOMPARE(facts.appealType, domain::AppealType::consult);
    form->presenter().flush();
    QVERIFY(bench.desk.draftsByKey.empty());
}

void FormsTest::aRefusalKeepsTheWords() {
    test::FormBench bench;
    const auto form = bench.open("ticket.comment");
    QSignalSpy sent(form.get(), &ui::Form::sent);
    qobject_cast<QPlainTextEdit*>(form->field(QStringLiteral("text")))->setPlainText(QStringLiteral("请看"));
    bench.desk.nextRefusal = Error("db.full");
    form->send(false);
    QTest::qWait(30);
    QCOMPARE(sent.count(), 0);
    QVERIFY(draftText(bench.desk, "comment:" + bench.ticket.text()).contains(QStringLiteral("请看")));
}

void FormsTest::whatIsMissingIsSaid() {
    test::FormBench bench;
    const auto form = bench.open("ticket.dispatch");
    QSignalSpy sent(form.get(), &ui::Form::sent);
    form->send(false);
    QTest::qWait(20);
    QCOMPARE(sent.count(), 0);
    QVERIFY(form->field(QStringLiteral("lead"))->property("wrong").toBool());
}

void FormsTest::hintsComeWhileTheCallIsTypedAndAreTakenWithOneKey() {
    test::FormBench bench;
    const std::string category = bench.desk.categories().empty() ? "C1" : bench.desk.categories().front().code.value;
    service::SimilarTicket like;
    like.row = *bench.desk.row(bench.ticket);
    like.percent = 87;
    like.words = {"加压泵"};
    bench.desk.hints.similar = {like};
    bench.desk.suggestions.categories = {{category, 1.0, {"停水"}, {}, false}};
    const auto form = bench.open("ticket.register");
    typeByInputMethod(form->field(QStringLiteral("content")), QStringLiteral("加压泵坏了停水"));
    auto* strip = form->findChild<ui::HintStrip*>();
    QVERIFY(strip != nullptr);
    QSignalSpy found(&strip->presenter(), &ui::HintPresenter::found);
    QVERIFY(found.wait(2000));
    QCOMPARE(bench.desk.typedTexts.back(), std::string("加压泵坏了停水"));
    QVERIFY(strip->isVisible());
    QSignalSpy asked(strip, &ui::HintStrip::ticketAsked);
    QTest::keyClick(form->field(QStringLiteral("content")), Qt::Key_C);
    QCOMPARE(bench.desk.corrections.size(), std::size_t{0});  // a letter is a letter
    QTest::keyClick(form.get(), Qt::Key_X, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.desk.corrections.size(), std::size_t{1});
    QVERIFY(!bench.desk.corrections.back().wanted);
    QTest::keyClick(form.get(), Qt::Key_C, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.desk.corrections.size(), std::size_t{2});
    QCOMPARE(bench.desk.corrections.back().value, category);
    QVERIFY(bench.desk.corrections.back().wanted);
}

void FormsTest::titleIsTheFirstClause() {
    QCOMPARE(ui::RegisterForm::titleFrom(QStringLiteral("  路灯不亮，晚上看不清。请修。 ")),
             QStringLiteral("路灯不亮，晚上看不清"));
    QVERIFY(ui::RegisterForm::titleFrom(QString(300, QChar(0x8DEF))).size() <= 41);
}

/// A field without a word of its own would stand there under its raw, lower case name.
/// Neither in the cells of a form's grid, hidden or not, nor on the screen, in a low pane and in a high one.
void FormsTest::nothingLiesOverAnything() {
    for (const domain::LifecycleRow& row : domain::kLifecycle) {
        test::FormBench bench;
        const bool makes = row.command == domain::RegisterTicket::kName;
        const std::unique_ptr<ui::Form> form(ui::makeForm(row.command, bench.context(!makes)));
        auto* grid = form ? form->findChild<QGridLayout*>() : nullptr;
        if (grid == nullptr) {
            continue;  // a command without fields
        }
        const QString name = QString::fromStdString(std::string(row.command));
        for (const int height : {330, 720}) {
            form->resize(590, height);
            form->show();
            QTest::qWait(10);
            std::vector<std::pair<QRect, QRect>> cells;  // in the grid, and on the screen
            for (int i = 0; i < grid->count(); ++i) {
                int at = 0, column = 0, rows = 0, columns = 0;
                grid->getItemPosition(i, &at, &column, &rows, &columns);
                const QWidget* widget = grid->itemAt(i)->widget();
                const bool shown = widget != nullptr && widget->isVisible();
                cells.emplace_back(QRect(column, at, columns, rows), shown ? widget->geometry() : QRect());
            }
            for (std::size_t a = 0; a < cells.size(); ++a) {
                for (std::size_t b = a + 1; b < cells.size(); ++b) {
                    QVERIFY2(!cells[a].first.intersects(cells[b].first),
                             qPrintable(name + QStringLiteral(": one cell")));
                    QVERIFY2(!cells[a].second.intersects(cells[b].second),
                             qPrintable(name + QStringLiteral(": one place at height %1").arg(height)));
                }
            }
        }
    }
}

void FormsTest::everyLabelIsAWord() {
    test::FormBench bench;
    for (const domain::LifecycleRow& row : domain::kLifecycle) {
        const std::unique_ptr<ui::Form> form(
            ui::makeForm(row.command, bench.context(row.command != domain::RegisterTicket::kName)));
        if (form == nullptr) {
            continue;
        }
        for (const QLabel* each : form->findChildren<QLabel*>()) {
            const bool field = each->buddy() != nullptr && !each->text().isEmpty();
            QVERIFY2(!field || each->text().at(0).isUpper(), qPrintable(each->text()));
        }
    }
}

/// 职责清单: lead filled in, its basis said, the assisting units by one key.
void FormsTest::theResponsibilityListFillsTheDispatch() {
    FakeClock clock;
    test::FakeDesk desk(clock);
    desk.loadDemo(ZHIDA_SOURCE_DIR "/resources", 0);
    desk.signInAs("dp01");
    desk.editRules([](domain::Rules& rules) {
        rules.responsibilities = {{"0102", UnitCode{"zjj"}, "", {}, "总则"},
                                  {"010206", UnitCode{"gj"}, "", {UnitCode{"yl"}, UnitCode{"gs"}}, "公交条例第八条"}};
    });
    const TicketId ticket = desk.registerTicket("公交车不停站", domain::AppealType::complaint);
    const auto open = [&] {
        ui::FormContext context{desk, clock, ui::Directory::read(desk), desk.ticket(ticket.text()), true};
        context.ticket->ticket.category = CategoryCode{"010206"};
        std::unique_ptr<ui::Form> form(ui::makeForm(domain::DispatchTicket::kName, std::move(context)));
        form->show();
        form->start();
        QTest::qWait(20);
        return form;
    };
    const auto form = open();
    QCOMPARE(form->presenter().fields().value(QStringLiteral("lead")).toString(), QStringLiteral("gj"));
    bool said = false;
    for (const QLabel* each : form->findChildren<QLabel*>()) {
        said = said || each->text().contains(QStringLiteral("公交条例第八条"));
    }
    QVERIFY(said);
    QVERIFY(form->presenter().fields().value(QStringLiteral("assist")).toArray().isEmpty());
    form->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(form.get()));
    QTest::keyClick(form.get(), Qt::Key_A, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_COMPARE(form->presenter().fields().value(QStringLiteral("assist")).toArray().size(), 2);
    QTest::keyClick(form.get(), Qt::Key_A, Qt::AltModifier | Qt::ShiftModifier);  // once more adds nothing
    QCOMPARE(form->presenter().fields().value(QStringLiteral("assist")).toArray().size(), 2);
}

QTEST_MAIN(FormsTest)
#include "forms_test.moc"
