// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_file.h"
#include "ui/models/rules_merge.h"
#include "ui/models/rules_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <fstream>
#include <sstream>

using namespace zhida;
using Json = ui::RulesDocument::Json;

class RulesDocumentTest : public QObject {
    Q_OBJECT

private slots:
    void everyFieldOfTheProgramIsInTheSchema();
    void pathsAreThoseOfTheErrors();
    void aFieldTakesItsPlaceInTheFile();
    void everyStepCanBeTakenBack();
    void typingInOneFieldIsOneStep();
    void aStrangeFileDoesNotBreakIt();
    void rowsAreAddedCopiedMovedAndTakenOut();
    void cellsAreWords();
    void partsThatOnlyOneChangedAreThatOnes();
    void aPartThatBothChangedIsChosen();
};

namespace {

std::string pack(const char* name) {
    std::ifstream file(std::string(ZHIDA_SOURCE_DIR "/resources/procedures/") + name + ".json");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const Json& at(const ui::RulesDocument& document, const char* path) {
    static const Json kNone;
    const Json* found = document.at(path);
    return found == nullptr ? kNone : *found;
}

}  // namespace

/// A new field of a rules struct is in describeProcedure(), and with that in the editor, without a line of the window.
void RulesDocumentTest::everyFieldOfTheProgramIsInTheSchema() {
    int sections = 0;
    forEachField<domain::Rules>([&](const auto& field) {
        if (field.name != "version") {
            QVERIFY2(ui::rulesFieldAt(field.name) != nullptr, std::string(field.name).c_str());
            ++sections;
        }
    });
    QCOMPARE(ui::rulesSchema().fields.size(), static_cast<std::size_t>(sections) + 2);  // centre, officeHours
    forEachField<domain::LadderLevel>([](const auto& field) {
        const ui::RulesField* found = ui::rulesFieldAt("ladders[0].levels[3]." + std::string(field.name));
        QVERIFY(found != nullptr && found->required == (field.use == FieldUse::required));
    });
    QVERIFY(ui::rulesFieldAt("deadlines[0].nothing") == nullptr);
    QVERIFY(ui::rulesFieldAt("deadlines[0].urgency")->any);
    QVERIFY(ui::rulesFieldAt("archiveAfter")->preset == nlohmann::json("30d"));
}

void RulesDocumentTest::pathsAreThoseOfTheErrors() {
    using namespace ui::rulesPath;
    QCOMPARE(item("deadlines", 3), std::string("deadlines[3]"));
    QCOMPARE(split("ladders[1].levels[12]"), (std::pair<std::string, int>{"ladders[1].levels", 12}));
    QCOMPARE(split("ladders").second, -1);
    QCOMPARE(ui::rulesPath::parent("ladders[1].levels[0].term"), std::string("ladders[1].levels[0]"));
    QCOMPARE(ui::rulesPath::parent("ladders[1]"), std::string("ladders"));
    QCOMPARE(section("ladders[1].levels"), std::string("ladders"));
    QVERIFY(within("deadlines[1].term", "deadlines[1]"));
    QVERIFY(!within("deadlines[12]", "deadlines[1]"));
    QVERIFY(!within("returnReasons", "returns"));
    QCOMPARE(pointer("ladders[1].levels[0]").to_string(), std::string("/ladders/1/levels/0"));
}

void RulesDocumentTest::aFieldTakesItsPlaceInTheFile() {
    ui::RulesDocument document;
    QVERIFY(document.load(R"({"code":"x","deadlines":[{"stage":"solve","term":"5wd","zz":1}]})"));
    document.set("deadlines[0].urgency", "urgent");
    document.set("deadlines[0].basis", "§3");
    QCOMPARE(at(document, "deadlines[0]").dump(),
             std::string(R"({"stage":"solve","urgency":"urgent","term":"5wd","basis":"§3","zz":1})"));
    document.set("deadlines[0].urgency", nullptr);
    QCOMPARE(at(document, "deadlines[0]").dump(), std::string(R"({"stage":"solve","term":"5wd","basis":"§3","zz":1})"));
    document.set("cards.redWorkingDayAfter", 2);
    QCOMPARE(at(document, "cards").dump(), std::string(R"({"redWorkingDayAfter":2})"));
}

void RulesDocumentTest::everyStepCanBeTakenBack() {
    ui::RulesDocument document;
    QVERIFY(document.load(pack("tianping")));
    const std::string before = document.text();
    document.set("ladders[0].levels[0].zh", "村");
    document.remove("returnReasons", 0);
    document.move("deadlines", 0, 3);
    document.insert("channels", 1, {{"code", "x"}});
    QVERIFY(document.replace(pack("baiyin")));
    const std::string after = document.text();
    int steps = 0;
    for (; document.canUndo(); ++steps) {
        document.undo();
    }
    QCOMPARE(steps, 5);
    QCOMPARE(document.text(), before);
    while (document.canRedo()) {
        document.redo();
    }
    QCOMPARE(document.text(), after);
}

void RulesDocumentTest::typingInOneFieldIsOneStep() {
    ui::RulesDocument document;
    QVERIFY(document.load("{}"));
    for (const char* typed : {"天", "天平", "天平街道"}) {
        document.set("centre.name", typed);
    }
    document.undo();
    QCOMPARE(document.text(), std::string("{}\n"));
}

void RulesDocumentTest::aStrangeFileDoesNotBreakIt() {
    ui::RulesDocument document;
    QVERIFY(!document.load("[1,2"));
    QVERIFY(!document.load("[1]"));
    QVERIFY(document.load(R"({"cards":5,"deadlines":{"a":1},"ladders":[7,{"levels":"x"}]})"));
    document.set("cards.redWorkingDayAfter", 1);
    document.set("ladders[0].zh", "x");
    document.insert("deadlines", 0, {{"term", "1d"}});
    document.insert("ladders[1].levels", 0, Json::object());
    QCOMPARE(document.count("deadlines"), 1);
    QCOMPARE(document.count("ladders[1].levels"), 1);
    QVERIFY(at(document, "ladders[0].zh") == Json("x"));
    QVERIFY(document.at("ladders[9].zh") == nullptr);
}

void RulesDocumentTest::rowsAreAddedCopiedMovedAndTakenOut() {
    ui::RulesDocument document;
    QVERIFY(document.load(R"({"deadlines":[{"term":"1d"},{"term":"2d"}]})"));
    ui::RulesTableModel model(document, "deadlines", std::make_shared<ui::Directory>(), {});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.add(0), 1);
    QVERIFY(at(document, "deadlines[1].term") == Json("5wd"));  // what is required is there
    QCOMPARE(model.copy(2), 3);
    QCOMPARE(model.move(3, -3), 0);
    QVERIFY(at(document, "deadlines[0].term") == Json("2d"));
    QCOMPARE(model.move(0, -1), 0);  // at the top already
    QCOMPARE(model.remove(3), 2);
    QCOMPARE(model.rowCount(), 3);
    model.remove(0);
    model.remove(0);
    QCOMPARE(model.remove(0), -1);
    QCOMPARE(model.add(-1), 0);
}

void RulesDocumentTest::cellsAreWords() {
    ui::RulesDocument document;
    QVERIFY(document.load(
        R"({"deadlines":[{"stage":"solve","urgency":"*","term":"5wd"}],"ladders":[{"code":"a","levels":[{},{}]}]})"));
    const auto directory = std::make_shared<ui::Directory>();
    ui::RulesTableModel deadlines(document, "deadlines", directory,
                                  [](const std::string& path) { return path == "deadlines[0].term"; });
    const auto cell = [](const ui::RulesTableModel& model, const QString& title) {
        for (int i = 0; i < model.columnCount(); ++i) {
            if (model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString() == title) {
                return model.index(0, i).data().toString();
            }
        }
        return QStringLiteral("no such column");
    };
    QCOMPARE(cell(deadlines, QStringLiteral("Stage")), QStringLiteral("Solving"));
    QCOMPARE(cell(deadlines, QStringLiteral("Term")), QStringLiteral("▲ 5 working days"));
    ui::RulesTableModel ladders(document, "ladders", directory, {});
    QCOMPARE(cell(ladders, QStringLiteral("Levels")), QStringLiteral("2"));
}

void RulesDocumentTest::partsThatOnlyOneChangedAreThatOnes() {
    const Json base = Json::parse(R"({"a":1,"b":[1],"gone":1,"version":{"number":1}})");
    const Json mine = Json::parse(R"({"a":2,"b":[1],"gone":1,"mine":true,"version":{"number":1}})");
    const Json theirs = Json::parse(R"({"a":1,"b":[1,2],"version":{"number":2}})");
    const Json merged = ui::mergedRules(base, mine, theirs, {});
    QCOMPARE(merged.dump(), std::string(R"({"a":2,"b":[1,2],"mine":true,"version":{"number":2}})"));
    const auto clashes = ui::rulesClashes(base, mine, theirs);
    QCOMPARE(clashes.size(), std::size_t{4});
    for (const ui::RulesClash& each : clashes) {
        QVERIFY(!each.both());
    }
}

void RulesDocumentTest::aPartThatBothChangedIsChosen() {
    const Json base = Json::parse(R"({"returnReasons":[{"code":"x","zh":"甲"}],"cards":{"redWorkingDayAfter":1}})");
    Json mine = base;
    Json theirs = base;
    mine["returnReasons"][0]["zh"] = "乙";
    theirs["returnReasons"][0]["zh"] = "丙";
    const auto clashes = ui::rulesClashes(base, mine, theirs);
    QCOMPARE(clashes.size(), std::size_t{1});
    QVERIFY(clashes[0].both());
    QCOMPARE(clashes[0].theirs[0].path, std::string("returnReasons[x].zh"));
    QVERIFY(ui::mergedRules(base, mine, theirs, {}) == mine);
    QVERIFY(ui::mergedRules(base, mine, theirs, {"returnReasons"}) == theirs);
}

QTEST_MAIN(RulesDocumentTest)
#include "rules_document_test.moc"
