// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/rules_presenter.h"
#include "model/wire/rules_file.h"
#include "tests/support/qt/fake_desk.h"
#include "ui/presenters/rules_history.h"
#include "ui/presenters/rules_trial.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zhida;
using Json = ui::RulesDocument::Json;

class RulesPresenterTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void opensWhatTheDeskHoldsAlsoWithoutALine();
    void everyChangeIsJudgedAndNamed();
    void unitsAndCategoriesMustBeKnown();
    void aFormInUseMayNotChange();
    void savingNeedsAReasonAndNoMistakes();
    void savingSendsTheVersionItBeganWith();
    void withoutALineTheChangesStay();
    void aDraftComesBackAfterACrash();
    void changingBackLeavesNoDraft();
    void somebodyWasQuicker();
    void aNewerVersionArrivesWhileNothingIsChanged();
    void ourOwnVersionComingBackIsNoNews();
    void aPackKeepsWhoWeAre();
    void filesGoOutAndComeIn();
    void differencesAreTold();
    void versionsAreCompared();
    void theDeadlineTableIsTried();

private:
    struct Editor {
        explicit Editor(test::FakeDesk& desk) : signals_(desk), presenter(desk, signals_) {}
        ui::DeskSignals signals_;
        ui::RulesPresenter presenter;
        [[nodiscard]] ui::RulesDocument& document() { return presenter.document(); }
    };
    std::unique_ptr<Editor> open() {
        auto editor = std::make_unique<Editor>(*m_desk);
        QSignalSpy opened(&editor->presenter, &ui::RulesPresenter::opened);
        editor->presenter.open();
        const bool done = opened.wait(1000);
        return done ? std::move(editor) : nullptr;
    }
    /// As if the centre had sent that version.
    void centreHas(int number, const char* why, const std::function<void(Json&)>& change) {
        Json live = Json::parse(m_desk->procedureText);
        change(live);
        live["version"] = {{"number", number}, {"by", "admin"}, {"why", why}};
        m_desk->procedureText = live.dump();
    }
    void announce() {
        service::ChangeSet change;
        change.reference = true;
        m_desk->announce(change);
    }

    FakeClock m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
};

void RulesPresenterTest::init() {
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 0);
    m_desk->signInAs("admin");
}

void RulesPresenterTest::opensWhatTheDeskHoldsAlsoWithoutALine() {
    m_desk->setOnline(false);
    const auto editor = open();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->presenter.base().number, std::uint64_t{1});
    QVERIFY(editor->presenter.problems().empty());
    QVERIFY(!editor->presenter.changed());
    m_desk->procedureText.clear();
    Editor empty(*m_desk);
    QSignalSpy failed(&empty.presenter, &ui::RulesPresenter::failed);
    empty.presenter.open();
    QVERIFY(failed.wait(1000));
    QVERIFY(!empty.presenter.ready());
}

void RulesPresenterTest::everyChangeIsJudgedAndNamed() {
    const auto editor = open();
    QSignalSpy judged(&editor->presenter, &ui::RulesPresenter::judged);
    editor->document().set("deadlines[1].term", "0h");
    editor->document().insert("returnReasons", 0, {{"zh", "x"}});
    QVERIFY(judged.wait(500));
    const auto& problems = editor->presenter.problems();
    QCOMPARE(problems.size(), std::size_t{2});
    QCOMPARE(problems[0].path, std::string("deadlines[1].term"));
    QCOMPARE(problems[0].place, QStringLiteral("Deadline table 2 › Term"));
    QVERIFY(problems[0].text.contains(QStringLiteral("5wd")));
    QCOMPARE(editor->presenter.problemsIn("returnReasons"), 1);
    QVERIFY(editor->presenter.hasProblem("deadlines[1]") && !editor->presenter.hasProblem("deadlines[10]"));
    editor->document().undo();
    editor->document().undo();
    QVERIFY(judged.wait(500));
    QVERIFY(editor->presenter.problems().empty());
}

void RulesPresenterTest::unitsAndCategoriesMustBeKnown() {
    const auto editor = open();
    QSignalSpy judged(&editor->presenter, &ui::RulesPresenter::judged);
    editor->document().set("responsibilities[0].unit", "nobody");
    editor->document().set("deadlines[0].category", "99");
    QVERIFY(judged.wait(500));
    QCOMPARE(editor->presenter.problems().size(), std::size_t{2});
    QVERIFY(editor->presenter.hasProblem("deadlines[0].category"));
    QVERIFY(editor->presenter.hasProblem("responsibilities[0].unit"));
}

void RulesPresenterTest::aFormInUseMayNotChange() {
    centreHas(1, "", [](Json& live) {
        live["forms"] = Json::parse(
            R"([{"code":"f","version":1,"zh":"表","use":"other","fields":[{"code":"a","zh":"甲","kind":"text"}]}])");
    });
    const auto editor = open();
    QVERIFY(editor->presenter.problems().empty());
    editor->document().set("forms[0].fields[0].kind", "date");
    QTRY_COMPARE(editor->presenter.problems().size(), std::size_t{1});
    QCOMPARE(editor->presenter.problems()[0].path, std::string("forms[0]"));
    editor->document().set("forms[0].version", 2);
    QTRY_VERIFY(editor->presenter.problems().empty());
}

void RulesPresenterTest::savingNeedsAReasonAndNoMistakes() {
    const auto editor = open();
    QSignalSpy failed(&editor->presenter, &ui::RulesPresenter::failed);
    editor->document().set("claimLeaseMinutes", 20);
    editor->presenter.save(QStringLiteral("  "));
    editor->document().set("claimLeaseMinutes", 0);
    editor->presenter.save(QStringLiteral("试行"));
    QCOMPARE(failed.count(), 2);
    QCOMPARE(failed[0][0].value<Error>().code, std::string("text.missing"));
    QCOMPARE(failed[1][0].value<Error>().code, std::string("procedure.problems"));
    QVERIFY(m_desk->administered.empty());
}

void RulesPresenterTest::savingSendsTheVersionItBeganWith() {
    const auto editor = open();
    m_desk->administerAnswers["procedure.import"] = R"({"number":2,"changes":[],"notices":[]})";
    editor->document().set("claimLeaseMinutes", 20);
    QTRY_COMPARE(m_desk->draftsByKey.count("rules"), std::size_t{1});
    QSignalSpy saved(&editor->presenter, &ui::RulesPresenter::saved);
    editor->presenter.save(QStringLiteral("中心会议纪要 2026-11"));
    QVERIFY(saved.wait(500));
    const std::string& call = m_desk->administered.back();
    QVERIFY(call.starts_with("procedure.import "));
    const Json with = Json::parse(call.substr(call.find(' ')));
    QVERIFY(with["base"] == Json(1));
    QVERIFY(with["why"] == Json("中心会议纪要 2026-11"));
    QVERIFY(Json::parse(with["text"].get<std::string>())["claimLeaseMinutes"] == Json(20));
    QVERIFY(!editor->presenter.changed());
    QCOMPARE(editor->presenter.base().number, std::uint64_t{2});
    QTRY_VERIFY(m_desk->draftsByKey.empty());
}

void RulesPresenterTest::withoutALineTheChangesStay() {
    const auto editor = open();
    QSignalSpy failed(&editor->presenter, &ui::RulesPresenter::failed);
    editor->document().set("claimLeaseMinutes", 20);
    editor->presenter.save(QStringLiteral("试行"));
    QVERIFY(failed.wait(500));
    QCOMPARE(failed[0][0].value<Error>().code, std::string("net.offline"));
    QVERIFY(editor->presenter.changed() && !editor->presenter.saving());
    QCOMPARE(m_desk->draftsByKey.count("rules"), std::size_t{1});
}

void RulesPresenterTest::aDraftComesBackAfterACrash() {
    {
        const auto editor = open();
        editor->document().set("returnReasons[0].zh", "属地不符（试行）");
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->draftsByKey.count("rules"), std::size_t{1}, 500);
    }
    const auto again = open();
    QVERIFY(*again->document().at("returnReasons[0].zh") == Json("属地不符（试行）"));
    QCOMPARE(again->presenter.changes().size(), std::size_t{1});
    QVERIFY(!again->presenter.newer().has_value());
    // Meanwhile, while the machine was off, the centre has gone on: nothing is lost and nothing overwritten.
    centreHas(4, "新文件", [](Json& live) { live["undoRestSeconds"] = 30; });
    const auto late = open();
    QTRY_VERIFY(late->presenter.newer().has_value());
    QCOMPARE(late->presenter.base().number, std::uint64_t{1});
    QVERIFY(*late->document().at("returnReasons[0].zh") == Json("属地不符（试行）"));
}

void RulesPresenterTest::changingBackLeavesNoDraft() {
    const auto editor = open();
    editor->document().set("claimLeaseMinutes", 20);
    QTRY_COMPARE(m_desk->draftsByKey.size(), std::size_t{1});
    editor->document().undo();
    QTRY_VERIFY(m_desk->draftsByKey.empty());
    editor->document().set("claimLeaseMinutes", 25);
    QTRY_COMPARE(m_desk->draftsByKey.size(), std::size_t{1});
    editor->presenter.discard();
    QVERIFY(m_desk->draftsByKey.empty() && !editor->presenter.changed());
    editor->document().set("claimLeaseMinutes", 30);  // writing goes on being kept
    QTRY_COMPARE(m_desk->draftsByKey.size(), std::size_t{1});
}

void RulesPresenterTest::somebodyWasQuicker() {
    const auto editor = open();
    QSignalSpy overtaken(&editor->presenter, &ui::RulesPresenter::overtaken);
    editor->document().set("claimLeaseMinutes", 20);
    editor->document().set("returnReasons[0].zh", "甲");
    centreHas(2, "李主任改", [](Json& live) {
        live["returnReasons"][0]["zh"] = "乙";
        live["undoRestSeconds"] = 30;
    });
    m_desk->administerRefusals["procedure.import"] = Error("procedure.stale", {{"base", "1"}, {"live", "2"}});
    m_desk->administerAnswers["procedure.show"] = Json{{"text", m_desk->procedureText}}.dump();
    editor->presenter.save(QStringLiteral("试行"));
    QTRY_COMPARE(overtaken.count(), 1);
    QCOMPARE(editor->presenter.newer()->why, std::string("李主任改"));
    const auto clashes = editor->presenter.clashes();
    QCOMPARE(clashes.size(), std::size_t{3});
    QCOMPARE(std::count_if(clashes.begin(), clashes.end(), [](const ui::RulesClash& each) { return each.both(); }), 1);
    m_desk->administerRefusals.clear();
    editor->presenter.save(QStringLiteral("试行"));  // not before the two are brought together
    QCOMPARE(overtaken.count(), 2);
    editor->presenter.merge({"returnReasons"});
    QCOMPARE(editor->presenter.base().number, std::uint64_t{2});
    QVERIFY(*editor->document().at("returnReasons[0].zh") == Json("乙"));
    QVERIFY(*editor->document().at("undoRestSeconds") == Json(30));
    QVERIFY(*editor->document().at("claimLeaseMinutes") == Json(20));
    QCOMPARE(editor->presenter.changes().size(), std::size_t{1});
}

void RulesPresenterTest::aNewerVersionArrivesWhileNothingIsChanged() {
    const auto editor = open();
    centreHas(2, "新版", [](Json& live) { live["claimLeaseMinutes"] = 40; });
    announce();
    QTRY_COMPARE(editor->presenter.base().number, std::uint64_t{2});
    QVERIFY(*editor->document().at("claimLeaseMinutes") == Json(40));
    editor->document().set("claimLeaseMinutes", 41);
    centreHas(3, "又一版", [](Json& live) { live["undoRestSeconds"] = 1; });
    announce();
    QTRY_VERIFY(editor->presenter.newer().has_value());
    QVERIFY(*editor->document().at("claimLeaseMinutes") == Json(41));
}

void RulesPresenterTest::ourOwnVersionComingBackIsNoNews() {
    const auto editor = open();
    m_desk->administerRefusals["procedure.import"] = Error("net.timeout");  // saved, but the answer was lost
    editor->document().set("claimLeaseMinutes", 20);
    QTRY_COMPARE(m_desk->draftsByKey.size(), std::size_t{1});
    editor->presenter.save(QStringLiteral("试行"));
    centreHas(2, "试行", [](Json& live) { live["claimLeaseMinutes"] = 20; });
    announce();
    QTRY_COMPARE(editor->presenter.base().number, std::uint64_t{2});
    QVERIFY(!editor->presenter.newer().has_value() && !editor->presenter.changed());
    QTRY_VERIFY(m_desk->draftsByKey.empty());
}

void RulesPresenterTest::aPackKeepsWhoWeAre() {
    const auto editor = open();
    QFile pack(QStringLiteral(ZHIDA_SOURCE_DIR "/resources/procedures/tianping.json"));
    QVERIFY(pack.open(QIODevice::ReadOnly));
    const Json centre = *editor->document().at("centre");
    const int duties = editor->document().count("responsibilities");
    QVERIFY(duties > 0);
    editor->presenter.startFrom(QString::fromUtf8(pack.readAll()));
    QVERIFY(*editor->document().at("centre") == centre);
    QCOMPARE(editor->document().count("responsibilities"), duties);
    QVERIFY(*editor->document().at("code") == Json("tianping"));
    QTRY_COMPARE(editor->presenter.rules().code, std::string("tianping"));
    QVERIFY(editor->presenter.problems().empty());
    editor->document().undo();
    QVERIFY(!editor->presenter.changed());
}

void RulesPresenterTest::filesGoOutAndComeIn() {
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("中心.json"));
    const auto editor = open();
    QSignalSpy exported(&editor->presenter, &ui::RulesPresenter::exported);
    m_desk->administerAnswers["procedure.export"] =
        Json{{"text", R"({"categories":[{"code":"77","name":"新"}]})"}}.dump();
    editor->document().set("claimLeaseMinutes", 20);
    editor->presenter.exportTo(name);
    QVERIFY(exported.wait(500));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Json written = Json::parse(file.readAll().toStdString());
    QVERIFY(!written.contains("version"));
    QVERIFY(written["claimLeaseMinutes"] == Json(20));
    QCOMPARE(written["categories"].size(), std::size_t{1});
    editor->presenter.discard();
    QVERIFY(editor->presenter.importFrom(name));
    QVERIFY(*editor->document().at("claimLeaseMinutes") == Json(20));
    QCOMPARE(editor->document().at("version.number")->get<int>(), 1);  // the centre counts its own versions
    editor->document().set("deadlines[0].category", "7");              // a category that the pack brings along
    QTRY_VERIFY(editor->presenter.problems().empty());
    QCOMPARE(editor->presenter.importFrom(folder.filePath(QStringLiteral("none.json"))).error().code,
             std::string("file.notReadable"));
    QFile broken(folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\n\"a\": [") > 0);
    broken.close();
    const Status status = editor->presenter.importFrom(broken.fileName());
    QCOMPARE(status.error().code, std::string("rules.syntax"));
    QCOMPARE(status.error().arg("line"), std::string("2"));
    QVERIFY(editor->document().count("deadlines") > 0);  // the screen is as it was
}

void RulesPresenterTest::differencesAreTold() {
    const auto editor = open();
    editor->document().set("returnReasons[1].zh", "权责不清");
    editor->document().set("deadlines[0].term", "6wd");
    QStringList places;
    for (const auto& each : editor->presenter.changes()) {
        places << ui::rulesChangeText(each, *editor->presenter.directory()).place;
    }
    QVERIFY2(places.contains(QStringLiteral("Reasons of returns ownership › Chinese")),
             qPrintable(places.join(QLatin1Char('\n'))));
    const QString text = ui::rulesChangesText(editor->presenter.changes(), *editor->presenter.directory());
    QVERIFY2(text.contains(QStringLiteral("− 权属不清")) && text.contains(QStringLiteral("+ 权责不清")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("6 working days")), qPrintable(text));
}

void RulesPresenterTest::versionsAreCompared() {
    ui::RulesHistory history(*m_desk);
    QSignalSpy loaded(&history, &ui::RulesHistory::loaded);
    QSignalSpy failed(&history, &ui::RulesHistory::failed);
    history.load();
    QVERIFY(failed.wait(500));  // no line
    m_desk->administerAnswers["procedure.list"] =
        R"({"versions":[{"number":2,"since":null,"by":"admin","why":"b"},{"number":1,"since":"2026-11-01T09:00:00+08:00","by":"x","why":"a"}],)"
        R"("packs":[{"code":"baiyin","name":"白银","nameEn":"Baiyin","sources":[{"name":"甲"},{"name":"乙"}]}]})";
    m_desk->administerAnswers["procedure.diff"] =
        R"({"changes":[{"path":"claimLeaseMinutes","before":15,"after":20}]})";
    m_desk->administerAnswers["procedure.show"] = Json{{"text", m_desk->procedureText}}.dump();
    history.load();
    QVERIFY(loaded.wait(500));
    QCOMPARE(history.versions().size(), std::size_t{2});
    QCOMPARE(history.packs()[0].sources, QStringLiteral("甲；乙"));
    QSignalSpy compared(&history, &ui::RulesHistory::compared);
    history.compareWithLive(1);
    QTRY_COMPARE(compared.count(), 1);
    QCOMPARE(compared[0][1].value<std::vector<wire::ProcedureChange>>().front().path, std::string("claimLeaseMinutes"));
    m_desk->administered.clear();
    history.compare(2);
    QTRY_COMPARE(compared.count(), 2);
    QCOMPARE(m_desk->administered,
             (std::vector<std::string>{R"(procedure.show {"number":2})", R"(procedure.show {"number":1})"}));
    QSignalSpy read(&history, &ui::RulesHistory::textRead);
    history.readPack(QStringLiteral("baiyin"));
    QVERIFY(read.wait(500));
    QCOMPARE(m_desk->administered.back(), std::string(R"(procedure.show {"pack":"baiyin"})"));
}

void RulesPresenterTest::theDeadlineTableIsTried() {
    domain::Rules rules;
    rules.deadlines = {{.term = {5, domain::TermUnit::workingDay}, .basis = "§1"},
                       {.urgency = domain::Urgency::critical, .term = {2, domain::TermUnit::hour}}};
    domain::Calendar holidays;
    holidays.setException(*parseDay("2026-11-25"), {"停班", true});
    ui::RulesTrial trial{domain::Stage::solve, {}, *parseIso("2026-11-23T10:00:00", UtcOffset{})};
    const auto verdict = ui::tryRules(rules, holidays, trial);
    QVERIFY(verdict && verdict->choice.row == 0);
    QCOMPARE(formatIso(verdict->deadline.due, UtcOffset{}), std::string("2026-12-01T23:59:59+08:00"));
    QCOMPARE(std::count_if(verdict->deadline.segments.begin(), verdict->deadline.segments.end(),
                           [](const domain::Segment& each) { return each.reason == "停班"; }),
             1);
    trial.matter.urgency = domain::Urgency::critical;
    QCOMPARE(ui::tryRules(rules, holidays, trial)->choice.row, std::size_t{1});
    trial.stage = domain::Stage::sign;
    QCOMPARE(ui::tryRules(rules, holidays, trial).error().code, std::string("deadline.noRow"));
}

QTEST_MAIN(RulesPresenterTest)
#include "rules_presenter_test.moc"
