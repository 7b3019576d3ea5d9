// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an article at the review desk, by keyboard.
#include "tests/support/qt/fake_desk.h"
#include "ui/dialogs/act_dialog.h"
#include "ui/dialogs/article_editor.h"
#include "ui/dialogs/article_versions.h"
#include "ui/dialogs/article_view.h"
#include "ui/dialogs/articles_dialog.h"
#include "ui/shell/appearance.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>

#include <memory>

using namespace zhida;
using ui::ArticleFilter;

class ArticlesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anArticleIsWrittenReviewedTwiceAndPublished();
    void whatIsTypedComesBackAfterAKill();
    void somebodyWasQuicker();
    void theOtherTextCanBeTaken();
    void aCorrectionFromACallIsMendedAndSettled();
    void aTicketBecomesAnArticleWithoutThePerson();
    void whatAUnitIsAskedForBeginsWithTheQuestion();
    void whoElseIsEditingIsSaid();
    void versionsAreComparedAndRestored();
    void whoMayNotIsToldWhy();
    void emptyListsAndTheCutLineAreSaid();
    void refusedWordsComeBackIntoTheEditor();
    void dueArticlesAreRenewed();

private:
    void openAs(const char* user);
    [[nodiscard]] bool said(const QString& part) const;
    ui::ArticleEditor* editor() const { return m_dialog->findChild<ui::ArticleEditor*>(); }
    ui::ActDialog* act() const { return m_dialog->findChild<ui::ActDialog*>(); }
    void sendAct() const {
        // A child of the active window counts as active before it is.
        QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget*>(act()));
        QTest::keyClick(act(), Qt::Key_Return, Qt::ControlModifier);
    }
    template <class Widget>
    static Widget* field(ui::Form& form, const char* name) {
        QWidget* found = form.field(QString::fromLatin1(name));
        auto* self = qobject_cast<Widget*>(found);
        return self != nullptr || found == nullptr ? self : found->findChild<Widget*>();
    }
    static void type(QWidget* into, const QString& text) {
        QInputMethodEvent commit;
        commit.setCommitString(text);
        QApplication::sendEvent(into, &commit);
    }
    void choose(ArticleFilter filter, int row = 0);
    domain::DraftArticle revision(const char* answer) {
        domain::DraftArticle draft;
        draft.text() = m_desk->article(m_key)->text();
        draft.answer = answer;
        draft.basedOn = m_desk->article(m_key)->version;
        draft.why = "新规定";
        return draft;
    }
    void publish(const char* answer);

    FakeClock m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<ui::DeskSignals> m_signals;
    QPointer<ui::ArticlesDialog> m_dialog;
    const std::string m_key = "a0001";  ///< the health certificate, of wsjk
};

void ArticlesTest::init() {
    ui::speak(*qApp, QStringLiteral("en"));
    ui::dress(*qApp, false);
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 40);
    m_signals = std::make_unique<ui::DeskSignals>(*m_desk);
    openAs("sp01");
}

void ArticlesTest::cleanup() {
    delete m_dialog;
    m_signals.reset();
    m_desk.reset();
}

void ArticlesTest::openAs(const char* user) {
    delete m_dialog;
    m_desk->signInAs(user);
    m_dialog = new ui::ArticlesDialog(*m_desk, *m_signals, m_clock);
    m_dialog->show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_VERIFY(m_dialog->presenter().listed());
}

void ArticlesTest::choose(ArticleFilter filter, int row) {
    m_dialog->chooseFilter(filter);
    m_dialog->chooseRow(row);
    const ui::ArticleRow wanted = *m_dialog->presenter().rows().row(row);
    QTRY_VERIFY(m_dialog->presenter().front().has_value());
    QTRY_COMPARE(m_dialog->presenter().front()->file.key, wanted.key);
}

bool ArticlesTest::said(const QString& part) const {
    for (const QLabel* each : m_dialog->findChildren<QLabel*>()) {
        if (each->isVisible() && each->text().contains(part)) {
            return true;
        }
    }
    return false;
}

/// Through both reviews, by the rules.
void ArticlesTest::publish(const char* answer) {
    m_desk->signInAs("sp01");
    QVERIFY(m_desk->act(m_key, revision(answer)));
    QVERIFY(m_desk->act(m_key, domain::SubmitArticle{}));
    m_desk->signInAs("uh05");
    QVERIFY(m_desk->act(m_key, domain::ReviewArticle{true, {}}));
    m_desk->signInAs("sv01");
    QVERIFY(m_desk->act(m_key, domain::ReviewArticle{true, "发布"}));
}

void ArticlesTest::anArticleIsWrittenReviewedTwiceAndPublished() {
    QTest::keyClick(m_dialog, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(editor() != nullptr);
    ui::Form& form = editor()->form();
    QTRY_COMPARE(QApplication::focusWidget(), form.field(QStringLiteral("title")));
    type(form.field(QStringLiteral("title")), QStringLiteral("流动体检车排期查询"));
    type(field<QPlainTextEdit>(form, "questions"), QStringLiteral("体检车哪天来\n体检车几点到"));
    type(form.field(QStringLiteral("answer")), QStringLiteral("流动体检车每月五日到大津口乡。"));
    type(form.field(QStringLiteral("phone")), QStringLiteral("8812345"));
    QTRY_VERIFY(editor()->faults().count() > 1);
    QVERIFY(editor()->faults().findItems(QStringLiteral("area code"), Qt::MatchContains).size() == 1);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);  // no reason, no review
    QCOMPARE(m_desk->submittedActs.size(), std::size_t{0});
    type(form.field(QStringLiteral("why")), QStringLiteral("来电多"));
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{2});
    const auto& draft = std::get<domain::DraftArticle>(m_desk->submittedActs[0].act);
    QCOMPARE(draft.questions.size(), std::size_t{2});
    QCOMPARE(std::get<domain::SubmitArticle>(m_desk->submittedActs[1].act).why, std::string("来电多"));
    const std::string key = m_desk->submittedActs[0].key;

    openAs("uh05");  // a colleague of the unit
    choose(ArticleFilter::unitReview);
    QCOMPARE(m_dialog->presenter().count(ArticleFilter::unitReview), std::size_t{1});
    QTest::keyClick(m_dialog, Qt::Key_V, Qt::AltModifier);
    QTRY_VERIFY(act() != nullptr);
    const auto radios = act()->form().findChildren<QRadioButton*>();
    QTRY_VERIFY(!radios.empty());
    radios.front()->click();
    sendAct();
    QTRY_COMPARE(m_dialog->presenter().count(ArticleFilter::unitReview), std::size_t{0});

    openAs("sv01");
    choose(ArticleFilter::centreReview);
    m_dialog->perform(domain::ReviewArticle::kName);
    QTRY_VERIFY(act() != nullptr);
    act()->form().findChildren<QRadioButton*>().front()->click();
    sendAct();
    QTRY_VERIFY(m_desk->article(key).has_value());
    QCOMPARE(m_desk->article(key)->version, 1U);
    QCOMPARE(m_desk->article(key)->verifiedBy.value, std::string("uh05"));
}

void ArticlesTest::whatIsTypedComesBackAfterAKill() {
    m_dialog->writeNew();
    QTRY_VERIFY(editor() != nullptr);
    type(editor()->form().field(QStringLiteral("answer")), QStringLiteral("周六上午也开。"));
    QTest::qWait(500);
    QCOMPARE(m_desk->draftsByKey.count("article.draft"), std::size_t{1});
    delete m_dialog;  // as a kill: nothing is saved on the way out that was not saved before
    openAs("sp01");
    m_dialog->writeNew();
    QTRY_VERIFY(editor() != nullptr);
    QTRY_COMPARE(field<QPlainTextEdit>(editor()->form(), "answer")->toPlainText(), QStringLiteral("周六上午也开。"));
}

void ArticlesTest::somebodyWasQuicker() {
    m_desk->signInAs("uh05");
    QVERIFY(m_desk->act(m_key, revision("同事先写的一稿。")));
    openAs("uh05");
    choose(ArticleFilter::mine);
    QTest::keyClick(m_dialog, Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(editor() != nullptr);
    auto* answer = field<QPlainTextEdit>(editor()->form(), "answer");
    QTRY_COMPARE(answer->toPlainText(), QStringLiteral("同事先写的一稿。"));
    answer->selectAll();
    type(answer, QStringLiteral("我写的一稿。"));
    m_desk->signInAs("sp01");
    QVERIFY(m_desk->act(m_key, revision("另一人又改了。")));
    m_desk->signInAs("uh05");
    QTRY_VERIFY(said(QStringLiteral("安若康 has changed this draft")));  // who, by name, before anything is sent
    editor()->save();
    QTest::qWait(60);
    QVERIFY(m_desk->submittedActs.empty());
    QCOMPARE(answer->toPlainText(), QStringLiteral("我写的一稿。"));
    for (QPushButton* each : editor()->findChildren<QPushButton*>()) {
        if (each->text() == QStringLiteral("Go on with my text")) {
            each->click();
        }
    }
    editor()->save();
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    QCOMPARE(std::get<domain::DraftArticle>(m_desk->submittedActs[0].act).answer, std::string("我写的一稿。"));
}

void ArticlesTest::theOtherTextCanBeTaken() {
    QVERIFY(m_desk->act(m_key, revision("第一稿。")));
    m_dialog->presenter().load();
    QTRY_COMPARE(m_dialog->presenter().count(ArticleFilter::mine), std::size_t{1});
    choose(ArticleFilter::mine);
    m_dialog->perform(domain::DraftArticle::kName);
    QTRY_VERIFY(editor() != nullptr);
    QTest::qWait(30);
    QVERIFY(m_desk->act(m_key, revision("第二稿。")));
    auto* answer = field<QPlainTextEdit>(editor()->form(), "answer");
    QTRY_VERIFY(said(QStringLiteral("has changed this draft")));
    for (QPushButton* each : editor()->findChildren<QPushButton*>()) {
        if (each->text() == QStringLiteral("Take the other text")) {
            each->click();
        }
    }
    QCOMPARE(answer->toPlainText(), QStringLiteral("第二稿。"));
}

void ArticlesTest::aCorrectionFromACallIsMendedAndSettled() {
    m_desk->signInAs("ct01");
    QVERIFY(m_desk->act(m_key, domain::ReportArticle{"周六上午也开", 1, {}}));
    openAs("sp01");
    choose(ArticleFilter::tasks);
    QVERIFY(said(QStringLiteral("周六上午也开")));
    QTest::keyClick(m_dialog, Qt::Key_T, Qt::AltModifier);
    QTRY_VERIFY(act() != nullptr);
    type(act()->form().field(QStringLiteral("reason")), QStringLiteral("已电话核实，周六不开"));
    sendAct();
    QTRY_COMPARE(m_dialog->presenter().count(ArticleFilter::tasks), std::size_t{0});
}

void ArticlesTest::aTicketBecomesAnArticleWithoutThePerson() {
    const TicketId ticket = m_desk->registerTicket("流动体检车几号来，张女士13900001111想知道");
    m_dialog->writeFrom(ticket);
    QTRY_VERIFY(editor() != nullptr);
    QTRY_VERIFY(said(QStringLiteral("taken out")));
    const auto fields = editor()->form().presenter().fields();
    QVERIFY(!QString::fromUtf8(QJsonDocument(fields).toJson()).contains(QStringLiteral("13900001111")));
    type(editor()->form().field(QStringLiteral("answer")), QStringLiteral("每月五日。"));
    if (fields.value(QStringLiteral("title")).toString().isEmpty()) {
        type(editor()->form().field(QStringLiteral("title")), QStringLiteral("流动体检车"));
    }
    editor()->save();
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    QVERIFY(std::get<domain::DraftArticle>(m_desk->submittedActs[0].act).ticket == ticket);
}

void ArticlesTest::whatAUnitIsAskedForBeginsWithTheQuestion() {
    m_desk->signInAs("sv01");
    const auto task = m_desk->act({}, domain::AskForArticle{"古槐树认养证", "写明窗口", {"wsjk"}, {}});
    QVERIFY(task.ok());
    openAs("sp01");
    choose(ArticleFilter::tasks);
    m_dialog->perform(domain::DraftArticle::kName);
    QTRY_VERIFY(editor() != nullptr);
    QTRY_VERIFY(said(QStringLiteral("写明窗口")));
    QCOMPARE(editor()->form().presenter().fields().value(QStringLiteral("title")).toString(),
             QStringLiteral("古槐树认养证"));
    type(editor()->form().field(QStringLiteral("answer")), QStringLiteral("到林业局一楼。"));
    editor()->save();
    QTRY_VERIFY(!m_desk->submittedActs.empty());
    const auto& draft = std::get<domain::DraftArticle>(m_desk->submittedActs.back().act);
    QCOMPARE(draft.task, *task);
    QCOMPARE(draft.questions, std::vector<std::string>{"古槐树认养证"});
}

void ArticlesTest::whoElseIsEditingIsSaid() {
    m_desk->administerAnswers["presence.editing"] = R"({"others":[{"user":"uh05","since":1763700000000}]})";
    choose(ArticleFilter::all);
    m_dialog->perform(domain::DraftArticle::kName);
    QTRY_VERIFY(editor() != nullptr);
    QTRY_VERIFY(said(QStringLiteral("Also being edited by")));
    m_desk->administerAnswers.clear();  // the cable is out: nobody is claimed to be there
    editor()->findChild<ui::EditorPresence*>()->say();
    QTRY_VERIFY(!said(QStringLiteral("Also being edited by")));
    const std::string key = m_dialog->presenter().front()->file.key;
    delete editor();
    QCOMPARE(m_desk->administered.back(), "presence.editing {\"article\":\"" + key + "\",\"editing\":false}");
}

void ArticlesTest::versionsAreComparedAndRestored() {
    const std::string first = m_desk->article(m_key)->answer;
    publish("新的答复。");
    openAs("sp01");
    m_dialog->chooseFilter(ArticleFilter::all);
    m_dialog->findChild<QLineEdit*>()->setText(ui::q(m_key));
    QTRY_COMPARE(m_dialog->presenter().rows().rowCount(), 1);
    choose(ArticleFilter::all);
    QTRY_COMPARE(m_dialog->presenter().front()->versions.size(), std::size_t{2});
    QTest::keyClick(m_dialog, Qt::Key_H, Qt::ControlModifier);
    ui::ArticleVersions& versions = m_dialog->view().versions();
    QCOMPARE(m_dialog->view().tabs().currentWidget(), &versions);
    const QString changes = versions.findChild<QTextBrowser*>()->toPlainText();
    QVERIFY2(changes.contains(QStringLiteral("新的答复。")) && changes.contains(ui::q(first).left(8)),
             qPrintable(changes));
    versions.list().setCurrentRow(1);
    versions.findChild<QPushButton*>()->click();
    QTRY_VERIFY(editor() != nullptr);
    QTRY_COMPARE(field<QPlainTextEdit>(editor()->form(), "answer")->toPlainText(), ui::q(first));
    editor()->save();
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    QCOMPARE(std::get<domain::DraftArticle>(m_desk->submittedActs[0].act).basedOn, 2U);
}

void ArticlesTest::whoMayNotIsToldWhy() {
    QVERIFY(m_desk->act(m_key, revision("一稿。")));
    QVERIFY(m_desk->act(m_key, domain::SubmitArticle{}));
    openAs("sp01");
    choose(ArticleFilter::unitReview);
    QVERIFY(!m_dialog->view().deed(domain::ReviewArticle::kName)->isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_V, Qt::AltModifier);
    QVERIFY(act() == nullptr);
    QVERIFY(said(QStringLiteral("ask a colleague")));
    openAs("ct01");
    QCOMPARE(m_dialog->presenter().count(ArticleFilter::unitReview), std::size_t{0});
    QTest::keyClick(m_dialog, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(editor() == nullptr);
    QVERIFY(said(ui::words::of(domain::Role::callTaker)));
    choose(ArticleFilter::all);
    QVERIFY(!m_dialog->view().deed(domain::DraftArticle::kName)->isEnabled());
    QVERIFY(m_dialog->view().deed(domain::ReportArticle::kName)->isEnabled());
}

void ArticlesTest::emptyListsAndTheCutLineAreSaid() {
    QTRY_VERIFY(said(QStringLiteral("You have no draft under way")));
    m_dialog->chooseFilter(ArticleFilter::tasks);
    QTRY_VERIFY(said(QStringLiteral("No correction is open")));
    m_desk->setOnline(false);
    QTRY_VERIFY(said(QStringLiteral("waits in the outbox")));
}

void ArticlesTest::refusedWordsComeBackIntoTheEditor() {
    QJsonObject words = ui::valuesOf(revision("被退回的一稿。").text(), {});
    words.insert(QStringLiteral("why"), QStringLiteral("新规定"));
    m_dialog->writeAgain(domain::DraftArticle::kName, m_key, words);
    QTRY_VERIFY(editor() != nullptr);
    QTRY_COMPARE(field<QPlainTextEdit>(editor()->form(), "answer")->toPlainText(), QStringLiteral("被退回的一稿。"));
    editor()->save();
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    QCOMPARE(m_desk->submittedActs[0].key, m_key);
}

void ArticlesTest::dueArticlesAreRenewed() {
    publish("新的答复。");
    const std::string reviewOn = m_desk->article(m_key)->reviewOn;
    m_clock.advance(200 * kDayMs);
    openAs("sp01");
    m_dialog->chooseFilter(ArticleFilter::due);
    m_dialog->findChild<QLineEdit*>()->setText(ui::q(m_key));
    QTRY_COMPARE(m_dialog->presenter().rows().rowCount(), 1);
    choose(ArticleFilter::due);
    QTest::keyClick(m_dialog, Qt::Key_N, Qt::AltModifier);
    QTRY_VERIFY(act() != nullptr);
    type(act()->form().field(QStringLiteral("why")), QStringLiteral("对照 2027 年文件"));
    sendAct();
    QTRY_VERIFY(m_desk->article(m_key)->reviewOn > reviewOn);
    QCOMPARE(m_desk->article(m_key)->version, 2U);
}

QTEST_MAIN(ArticlesTest)
#include "articles_test.moc"
