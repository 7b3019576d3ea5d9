// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/article_table.h"
#include "model/domain/lifecycle.h"
#include "ui/models/choice_model.h"
#include "ui/support/keymap.h"
#include "ui/support/remaining.h"
#include "ui/support/text.h"
#include "ui/support/theme.h"
#include "ui/support/words.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace zhida;

class SupportTest : public QObject {
    Q_OBJECT

private slots:
    void everyErrorCodeOfTheTreeHasWords();
    void everyCodeOfTheLifeCycleHasWords();
    void everyFaultOfAnArticleHasWords();
    void argumentsAreWordsToo();
    void everyTextCanBeRead();
    void keysAreUnique();
    void remainingTimeHasColourShapeAndWords();
    void personalDataIsMasked();
    void marksAreCountedInCharacters();
    void choicesAreFoundByWordsAndPinyin();
};

void SupportTest::everyErrorCodeOfTheTreeHasWords() {
    static const QRegularExpression made(QStringLiteral("\\bError[({]\\{?\"([a-z]+\\.[A-Za-z]+)\""));
    // Lines of the server's log that have an error's shape; nobody at a desk ever sees them.
    static const QSet<QString> kLogOnly{QStringLiteral("admin.done"), QStringLiteral("line.closed"),
                                        QStringLiteral("line.opened"), QStringLiteral("line.rejected"),
                                        QStringLiteral("server.resumed")};
    QStringList missing;
    int seen = 0;
    for (const char* folder : {"/model", "/sync", "/app"}) {
        QDirIterator files(QStringLiteral(ZHIDA_SOURCE_DIR) + QString::fromLatin1(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto found = made.globalMatch(QString::fromUtf8(file.readAll()));
            while (found.hasNext()) {
                const QString code = found.next().captured(1);
                ++seen;
                if (!kLogOnly.contains(code) && !ui::words::knowsError(code.toStdString())) {
                    missing << code;
                }
            }
        }
    }
    QVERIFY(seen > 50);
    missing.removeDuplicates();
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
}

namespace {

template <class E>
void collectWordless(QStringList& wordless) {
    for (const auto& row : EnumCodes<E>::kTable) {
        const QString code = ui::q(row.second);
        if (ui::words::of(row.first) == code) {
            wordless << code;
        }
    }
}

template <class Commands, std::size_t... At>
QStringList fieldsOfAll(std::index_sequence<At...>) {
    QStringList names;
    const auto collect = [&names](const auto& each) { names << ui::q(each.name); };
    (forEachField<std::variant_alternative_t<At, Commands>>(collect), ...);
    return names;
}

}  // namespace

void SupportTest::everyCodeOfTheLifeCycleHasWords() {
    QStringList wordless;
    collectWordless<domain::TicketState>(wordless);
    collectWordless<domain::Secrecy>(wordless);
    collectWordless<domain::RequestKind>(wordless);
    collectWordless<domain::RequestState>(wordless);
    collectWordless<domain::SupervisionLevel>(wordless);
    collectWordless<domain::SupervisionState>(wordless);
    collectWordless<domain::TicketFlag>(wordless);
    collectWordless<domain::LookBackOutcome>(wordless);
    collectWordless<domain::TermUnit>(wordless);
    collectWordless<domain::ArticleStage>(wordless);
    collectWordless<domain::Trust>(wordless);
    collectWordless<domain::TaskKind>(wordless);
    collectWordless<domain::TaskState>(wordless);
    for (const domain::RecordRule& row : domain::kRecordRules) {
        if (ui::words::ofCommand(row.command) == ui::q(row.command)) {
            wordless << ui::q(row.command);
        }
    }
    for (const domain::LifecycleRow& row : domain::kLifecycle) {
        if (ui::words::ofCommand(row.command) == ui::q(row.command)) {
            wordless << ui::q(row.command);
        }
    }
    using domain::RecordAct, domain::TicketCommand;
    QStringList names = fieldsOfAll<TicketCommand>(std::make_index_sequence<std::variant_size_v<TicketCommand>>{});
    names += fieldsOfAll<RecordAct>(std::make_index_sequence<std::variant_size_v<RecordAct>>{});
    forEachField<domain::ServiceFacts>([&names](const auto& each) { names << ui::q(each.name); });
    for (const QString& name : names) {
        if (ui::words::ofField(ui::s(name)) == name) {
            wordless << name;
        }
    }
    QVERIFY2(wordless.isEmpty(), qPrintable(wordless.join(QLatin1Char(' '))));
}

/// The rules are named in the checker's source alone.
void SupportTest::everyFaultOfAnArticleHasWords() {
    QFile file(QStringLiteral(ZHIDA_SOURCE_DIR "/model/domain/article_lint.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression rule(QStringLiteral("\"([a-zA-Z]+\\.[a-zA-Z]+)\""));
    auto found = rule.globalMatch(QString::fromUtf8(file.readAll()));
    int seen = 0;
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        if (!name.startsWith(QLatin1String("service."))) {
            QVERIFY2(ui::words::knowsLint(name.toStdString()), qPrintable(name));
            ++seen;
        }
    }
    QVERIFY(seen > 20);
}

void SupportTest::argumentsAreWordsToo() {
    const QString text = ui::words::ofError(
        Error("ticket.wrongState",
              {{"state", "closed"}, {"command", "ticket.dispatch"}, {"from", "registered pendingDispatch"}}));
    QVERIFY2(text.contains(ui::words::of(domain::TicketState::registered) + QStringLiteral(", ") +
                           ui::words::of(domain::TicketState::pendingDispatch)),
             qPrintable(text));
    const QString may = ui::words::ofError(Error(
        "user.mayNot", {{"role", "callTaker"}, {"command", "ticket.dispatch"}, {"who", "dispatcher supervisor"}}));
    QVERIFY2(may.contains(ui::words::of(domain::Role::dispatcher) + QStringLiteral(", ")), qPrintable(may));
    QVERIFY2(
        ui::words::ofError(Error("roster.notYet", {{"from", "2025-08-20"}})).contains(QStringLiteral("2025-08-20")),
        "a day is no state");
    QVERIFY2(text.contains(QStringLiteral("Closed")) && text.contains(QStringLiteral("Dispatch")), qPrintable(text));
    QVERIFY(ui::words::ofError(Error("no.such")).contains(QStringLiteral("no.such")));
}

void SupportTest::everyTextCanBeRead() {
    for (const ui::Theme& each : {ui::Theme::light(), ui::Theme::night()}) {
        for (const QColor& ground : {each.window, each.surface, each.raised}) {
            for (const QColor& ink : {each.text, each.muted, each.accent, each.green, each.amber, each.red}) {
                QVERIFY2(ui::contrast(ink, ground) >= 4.5,
                         qPrintable(ink.name() + QStringLiteral(" on ") + ground.name()));
            }
        }
        QVERIFY(ui::contrast(each.green, each.greenSoft) >= 4.5);
        QVERIFY(ui::contrast(each.amber, each.amberSoft) >= 4.5);
        QVERIFY(ui::contrast(each.red, each.redSoft) >= 4.5);
        QVERIFY(ui::contrast(each.muted, each.greySoft) >= 4.5);
        QVERIFY(ui::contrast(each.accent, each.accentSoft) >= 4.5);
        QVERIFY(ui::contrast(each.onAccent, each.accent) >= 4.5);
        QVERIFY(ui::contrast(each.text, each.mark) >= 4.5);
    }
}

void SupportTest::keysAreUnique() {
    QSet<QString> keys;
    for (const ui::ActionRow& row : ui::actionTable()) {
        QVERIFY(QFile::exists(QStringLiteral(ZHIDA_SOURCE_DIR "/resources/icons/%1.svg").arg(QLatin1String(row.icon))));
        for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const bool shared = key == QLatin1String("Ctrl+Shift+Return");  // one key, by whether a form is open
            QVERIFY2(shared || !keys.contains(key), qPrintable(key));
            keys.insert(key);
        }
    }
}

void SupportTest::remainingTimeHasColourShapeAndWords() {
    const Instant since{1'700'000'000'000};
    const Instant due = since.plus(100 * kMinuteMs);
    const auto at = [&](int minutes) {
        return ui::remainingOf(domain::TicketState::dispatched, due, since, since.plus(minutes * kMinuteMs), {});
    };
    QCOMPARE(at(10).light, ui::Light::green);
    QCOMPARE(at(75).light, ui::Light::amber);
    QCOMPARE(at(100).light, ui::Light::red);
    QCOMPARE(ui::remainingOf(domain::TicketState::closed, due, since, due, {}).light, ui::Light::grey);
    QSet<QString> shapes{at(10).shape, at(75).shape, at(100).shape};
    QCOMPARE(shapes.size(), 3);
    QVERIFY(at(40).text.contains(QStringLiteral("1 h 0 min")));
}

void SupportTest::personalDataIsMasked() {
    QCOMPARE(ui::maskedPhone(QStringLiteral("19900003173")), QStringLiteral("199****3173"));
    QCOMPARE(ui::maskedPhone(QStringLiteral("12345")), QStringLiteral("1****"));
    QVERIFY(!ui::maskedName(QStringLiteral("彭先生")).contains(QStringLiteral("先生")));
}

void SupportTest::marksAreCountedInCharacters() {
    const std::string text = "办健康证𠮷吗";
    const auto ranges = ui::marksIn(text, {{3, 12}, {16, 19}, {5, 400}});
    QCOMPARE(ranges.size(), std::size_t{2});
    QCOMPARE(ranges[0], (std::pair{1, 3}));
    QCOMPARE(ranges[1], (std::pair{6, 1}));  // after a character of two UTF-16 units
}

void SupportTest::choicesAreFoundByWordsAndPinyin() {
    ui::ChoiceModel model;
    model.setChoices({{"1", QStringLiteral("省庄镇"), QStringLiteral("泰山区 / 省庄镇")},
                      {"2", QStringLiteral("邱家店镇"), QStringLiteral("泰山区 / 邱家店镇")}});
    for (const char* typed : {"省庄", "szz", "shengzhuang", "泰山区 / 省"}) {
        model.narrow(QString::fromUtf8(typed));
        QVERIFY2(model.rowCount() >= 1 && model.choice(0)->code == "1", typed);
    }
    model.narrow(QStringLiteral("没有"));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.codeOf(QStringLiteral("邱家店镇")), std::string("2"));
}

QTEST_MAIN(SupportTest)
#include "support_test.moc"
