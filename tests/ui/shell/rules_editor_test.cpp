// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"
#include "tests/support/qt/fake_desk.h"
#include "ui/dialogs/rules_dialog.h"
#include "ui/dialogs/rules_dialogs.h"
#include "ui/dialogs/rules_input.h"
#include "ui/dialogs/rules_page.h"
#include "ui/dialogs/rules_trial_panel.h"
#include "ui/shell/appearance.h"
#include "ui/support/rules_words.h"
#include "ui/support/text.h"

#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace zhida;
using Json = ui::RulesDocument::Json;

class RulesEditorTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyFieldAndCodeHasWordsInBothLanguages();
    void everySectionIsAPartAndEveryFieldHasAWidget();
    void aReasonIsAddedByKeyboardAlone();
    void listsInEntriesAreOpenedAndLeft();
    void aMistakeIsGoneTo();
    void periodsAreWrittenAsPeopleWriteThem();
    void offlineIsSaidAndNothingIsLost();
    void savingAsksForTheReason();
    void bothVersionsAreShown();
    void theTableIsTried();

private:
    ui::RulesDocument& document() { return m_dialog->presenter().document(); }
    ui::RulesPage& page() { return m_dialog->page(); }
    [[nodiscard]] Json value(const char* path) {
        const Json* found = document().at(path);
        return found == nullptr ? Json() : *found;
    }
    template <class Widget>
    Widget* field(const char* name) {
        return dynamic_cast<Widget*>(page().form()->field(name));
    }

    FakeClock m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<ui::DeskSignals> m_signals;
    QPointer<ui::RulesDialog> m_dialog;
};

void RulesEditorTest::init() {
    cleanup();
    ui::speak(*qApp, QStringLiteral("en"));
    ui::dress(*qApp, false);
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 0);
    m_desk->signInAs("admin");
    m_signals = std::make_unique<ui::DeskSignals>(*m_desk);
    m_dialog = new ui::RulesDialog(*m_desk, *m_signals, m_clock);
    QSignalSpy opened(&m_dialog->presenter(), &ui::RulesPresenter::opened);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(opened.count() > 0 || opened.wait(1000));
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void RulesEditorTest::cleanup() {
    delete m_dialog;
    m_signals.reset();
    m_desk.reset();
}

namespace {

void walk(const ui::RulesField& field, const std::string& path,
          const std::function<void(const std::string&, const ui::RulesField&)>& visit) {
    visit(path, field);
    for (const ui::RulesField& each : field.fields) {
        walk(each, ui::rulesPath::under(path, each.name), visit);
    }
}

}  // namespace

void RulesEditorTest::everyFieldAndCodeHasWordsInBothLanguages() {
    std::vector<std::pair<std::string, QString>> english;
    const auto gather = [](std::vector<std::pair<std::string, QString>>& into) {
        walk(ui::rulesSchema(), "", [&into](const std::string& path, const ui::RulesField& field) {
            QVERIFY2(ui::words::knowsRulesField(path), path.c_str());
            into.emplace_back(path, ui::words::ofRulesField(path));
            for (const std::string& code : field.codes) {
                std::string place = path;
                place.append(".").append(code);
                QVERIFY2(ui::words::knowsRulesCode(field.name, code), place.c_str());
                into.emplace_back(place, ui::words::ofRulesCode(field.name, code));
            }
        });
        forEachField<domain::RulesVersion>(
            [](const auto& field) { QVERIFY(ui::words::knowsRulesField("version." + std::string(field.name))); });
    };
    gather(english);
    QVERIFY(english.size() > 250);
    ui::speak(*qApp, QStringLiteral("zh"));
    std::vector<std::pair<std::string, QString>> chinese;
    gather(chinese);
    for (std::size_t i = 0; i < english.size(); ++i) {
        QVERIFY2(english[i].second.at(0).isUpper(), english[i].first.c_str());
        QVERIFY2(chinese[i].second.at(0).script() == QChar::Script_Han, english[i].first.c_str());
    }
}

void RulesEditorTest::everySectionIsAPartAndEveryFieldHasAWidget() {
    std::set<std::string> parts;
    for (const ui::RulesPart& each : ui::rulesParts()) {
        QVERIFY2(parts.insert(each.section).second, each.section.c_str());
        page().open(each.section);
        const ui::RulesField* section = ui::rulesFieldAt(each.section);
        if (section->isRecordList() && document().count(each.section) == 0) {
            QTest::keyClick(&page().table()->view(), Qt::Key_Insert);
        }
        for (const ui::RulesField& field : section->fields) {
            const bool plain = !each.section.empty() || field.type != "object";
            QVERIFY2(!plain || page().form()->field(field.name) != nullptr, field.name.c_str());
        }
    }
    for (const ui::RulesField& each : ui::rulesSchema().fields) {
        QVERIFY2(parts.contains(ui::rulesPartOf(each.name)), each.name.c_str());
    }
}

void RulesEditorTest::aReasonIsAddedByKeyboardAlone() {
    page().open("returnReasons");
    QTableView& table = page().table()->view();
    const int before = document().count("returnReasons");
    QTest::keyClick(&table, Qt::Key_Insert);
    QCOMPARE(document().count("returnReasons"), before + 1);
    QTRY_COMPARE(QApplication::focusWidget(), field<QLineEdit>("code"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("heritage"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), field<QLineEdit>("zh"));
    QInputMethodEvent composing(QStringLiteral("wenwu"), {});
    QApplication::sendEvent(QApplication::focusWidget(), &composing);
    QVERIFY(value("returnReasons[1].zh").is_null());  // half a word is nothing yet
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("文物保护事项"));
    QApplication::sendEvent(QApplication::focusWidget(), &commit);
    QCOMPARE(field<QLineEdit>("zh")->text(), QStringLiteral("文物保护事项"));
    QVERIFY2(value("returnReasons[1]").dump() == R"({"code":"heritage","zh":"文物保护事项"})",
             value("returnReasons[1]").dump().c_str());
    page().table()->setFocus();
    QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(value("returnReasons[2].code") == Json("heritage"));
    QCOMPARE(page().table()->row(), 2);
    QTest::keyClick(&table, Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(m_dialog->presenter().problemsIn("returnReasons"), 1);  // the code stands twice
    QTest::keyClick(&table, Qt::Key_Delete);
    QTRY_COMPARE(m_dialog->presenter().problemsIn("returnReasons"), 0);
    QCOMPARE(document().count("returnReasons"), before + 1);
    QTest::keyClick(&table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(document().count("returnReasons"), before + 2);
}

void RulesEditorTest::listsInEntriesAreOpenedAndLeft() {
    page().open("ladders");
    QTest::keyClick(&page().table()->view(), Qt::Key_Insert);
    auto* levels = field<ui::RulesTable>("levels");
    QVERIFY(levels != nullptr);
    QTest::keyClick(&levels->view(), Qt::Key_Insert);
    QTRY_COMPARE(page().list(), std::string("ladders[0].levels"));
    auto* results = field<ui::RulesTable>("results");
    QTest::keyClick(&results->view(), Qt::Key_Insert);
    QTRY_COMPARE(page().list(), std::string("ladders[0].levels[0].results"));
    QVERIFY(value("ladders[0].levels[0].results[0].effect") == Json("solved"));
    QTest::keyClick(&page().table()->view(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(page().list(), std::string("ladders[0].levels"));
    QVERIFY(page().back());
    QCOMPARE(page().list(), std::string("ladders"));
    QVERIFY(!page().back());
}

void RulesEditorTest::aMistakeIsGoneTo() {
    document().set("callback.script[1].zh", nullptr);
    document().set("extensions.longest", "0d");
    QTRY_COMPARE(m_dialog->presenter().problems().size(), std::size_t{2});
    QTest::keyClick(m_dialog, Qt::Key_F8);
    QTRY_COMPARE(page().form()->path(), std::string("extensions"));
    QCOMPARE(QApplication::focusWidget(), field<QWidget>("longest")->focusProxy());
    QTest::keyClick(m_dialog, Qt::Key_F8);
    QTRY_COMPARE(page().list(), std::string("callback.script"));
    QCOMPARE(page().table()->row(), 1);
    QCOMPARE(QApplication::focusWidget(), field<QLineEdit>("zh"));
    QVERIFY(field<QLineEdit>("zh")->property("wrong").toBool());
    QTest::keyClick(m_dialog, Qt::Key_S, Qt::ControlModifier);  // refused: the first mistake is shown instead
    QVERIFY(m_dialog->findChild<ui::RulesSaveDialog*>() == nullptr);
}

void RulesEditorTest::periodsAreWrittenAsPeopleWriteThem() {
    QCOMPARE(ui::periodsFrom(QStringLiteral("8：30-12:00，13:30至17:30")).dump(),
             std::string(R"([["08:30","12:00"],["13:30","17:30"]])"));
    QCOMPARE(ui::periodsText(ui::periodsFrom(QStringLiteral("21:00～08:00"))), QStringLiteral("21:00-08:00"));
    page().open("officeHours");
    auto* line = field<QLineEdit>("officeHours");
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("09:00-noon"));
    QTRY_VERIFY(!m_dialog->presenter().problems().empty());
    QCOMPARE(line->text(), QStringLiteral("09:00-noon"));  // what was typed stands there
    QCOMPARE(m_dialog->presenter().problems()[0].path, std::string("officeHours[0]"));
}

void RulesEditorTest::offlineIsSaidAndNothingIsLost() {
    m_desk->setOnline(false);
    const auto said = [this](const char* part) {
        for (const QLabel* each : m_dialog->findChildren<QLabel*>()) {
            if (each->isVisible() && each->text().contains(QLatin1String(part))) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(said("No line to the centre"));
    page().open("claimLeaseMinutes");
    field<QSpinBox>("claimLeaseMinutes")->setValue(33);
    QTRY_COMPARE(m_desk->draftsByKey.count("rules"), std::size_t{1});
    m_dialog->close();
    QTRY_VERIFY(m_dialog.isNull());
    m_dialog = new ui::RulesDialog(*m_desk, *m_signals, m_clock);
    m_dialog->show();
    QTRY_VERIFY(value("claimLeaseMinutes") == Json(33));
    QTRY_VERIFY(said("Draft restored"));
}

void RulesEditorTest::savingAsksForTheReason() {
    m_desk->administerAnswers["procedure.import"] = R"({"number":2,"changes":[],"notices":[]})";
    document().set("claimLeaseMinutes", 33);
    QTRY_VERIFY(m_dialog->presenter().changed());
    QTest::keyClick(m_dialog, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_dialog->findChild<ui::RulesSaveDialog*>() != nullptr);
    QPointer<ui::RulesSaveDialog> dialog = m_dialog->findChild<ui::RulesSaveDialog*>();
    auto* why = dialog->findChild<QLineEdit*>();
    QTRY_COMPARE(QApplication::focusWidget(), why);
    QTest::keyClick(why, Qt::Key_Return);
    QVERIFY(m_desk->administered.empty());  // no reason, no version
    QTest::keyClicks(why, QStringLiteral("minutes of 28 November"));
    QTest::keyClick(why, Qt::Key_Return);
    QTRY_VERIFY(dialog.isNull());
    QCOMPARE(m_desk->administered.size(), std::size_t{1});
    QCOMPARE(m_dialog->presenter().base().number, std::uint64_t{2});
}

void RulesEditorTest::bothVersionsAreShown() {
    document().set("returnReasons[0].zh", "甲");
    Json live = Json::parse(m_desk->procedureText);
    live["returnReasons"][0]["zh"] = "乙";
    live["version"]["number"] = 2;
    m_desk->procedureText = live.dump();
    service::ChangeSet change;
    change.reference = true;
    m_desk->announce(change);
    QTRY_VERIFY(m_dialog->findChild<ui::RulesClashDialog*>() != nullptr);
    QPointer<ui::RulesClashDialog> dialog = m_dialog->findChild<ui::RulesClashDialog*>();
    auto* choice = dialog->findChild<QComboBox*>();
    QVERIFY(choice != nullptr);
    choice->setCurrentIndex(1);
    for (QPushButton* each : dialog->findChildren<QPushButton*>()) {
        if (each->isDefault()) {
            each->click();
        }
    }
    QTRY_VERIFY(dialog.isNull());
    QVERIFY(value("returnReasons[0].zh") == Json("乙"));
    QCOMPARE(m_dialog->presenter().base().number, std::uint64_t{2});
    QVERIFY(m_desk->administered.empty());  // nothing is saved by it
}

void RulesEditorTest::theTableIsTried() {
    page().open("deadlines");
    auto* trial = m_dialog->findChild<ui::RulesTrialPanel*>();
    QVERIFY(trial != nullptr);
    const QString before = trial->verdict();
    QVERIFY2(before.contains(QStringLiteral("due")), qPrintable(before));
    const int row = before.section(QLatin1Char(' '), 1, 1).chopped(1).toInt() - 1;
    document().set(ui::rulesPath::under(ui::rulesPath::item("deadlines", row), "term"), "9d");
    QTRY_VERIFY(trial->verdict().contains(QStringLiteral("9 calendar days")));
}

QTEST_MAIN(RulesEditorTest)
#include "rules_editor_test.moc"
