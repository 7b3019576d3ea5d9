// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/notice_bar.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/docks/undo_bar.h"
#include "ui/forms/form.h"
#include "ui/shell/appearance.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace zhida;

class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void lettersActOnlyOutsideInputs();
    void aNoticeStaysUntilItIsLookedAt();
    void lettersRestWhileAnInputMethodComposes();
    void tableKeysWinOverTextFields();
    void oneKeyAnswersAndRecords();
    void theKnowledgeIsFedByTheTicket();
    void whatWasDoneCanBeUndoneByKey();
    void aBarredKeySaysWhy();
    void aFormGoesWithItsWindow();

private:
    [[nodiscard]] const domain::Ticket& ticket() const { return m_window->ticketPresenter().view()->ticket; }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

void WindowTest::init() {
    ui::speak(*qApp, QStringLiteral("en"));
    ui::dress(*qApp, false);
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 40);
    m_desk->signInAs("sp01");
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    m_window = std::make_unique<ui::MainWindow>(ui::WindowOptions{*m_desk, m_clock, *m_settings, false, {}});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->run(ui::ActionId::viewAll);
    QTRY_VERIFY(m_window->queue().presenter().model().rowCount() > 5);
    const std::string first = m_desk->lookUp("19900003173", 1).front().ticket.text();  // the health certificate
    m_window->openTicket(TicketId{*Uuid::parse(first)});
    QTRY_VERIFY(m_window->ticketPresenter().view().has_value());
    m_window->queue().view().setFocus();
}

void WindowTest::cleanup() {
    m_window.reset();
    m_desk.reset();
}

void WindowTest::aNoticeStaysUntilItIsLookedAt() {
    auto* bar = m_window->findChild<ui::NoticeBar*>();
    QVERIFY(!bar->isVisible());
    m_window->run(ui::ActionId::openNotice);  // there is none: nothing happens
    const auto page = m_desk->list({}, 3, {});
    const TicketId first = page.rows[1].ticket, second = page.rows[2].ticket;
    service::ChangeSet change;
    change.notices = {{first, "1", domain::Notable::dispatched, "新工单", "New ticket 1"},
                      {second, "2", domain::Notable::urged, "催办", "Urged 2"},
                      {second, "2", domain::Notable::redCard, "红牌", "Red card 2"}};
    m_desk->announce(change);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->text(), QStringLiteral("Red card 2"));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_COMPARE(m_window->ticketPresenter().id(), second);
    QCOMPARE(bar->text(), QStringLiteral("New ticket 1"));  // what else was told of that ticket is seen with it
    QTest::keyClick(m_window.get(), Qt::Key_F9, Qt::ShiftModifier);
    QTRY_VERIFY(!bar->isVisible());
    QCOMPARE(m_window->ticketPresenter().id(), second);
}

void WindowTest::lettersActOnlyOutsideInputs() {
    ui::QueueView& view = m_window->queue().view();
    const int row = view.currentIndex().row();
    QTest::keyClick(&view, 'J');
    QCOMPARE(view.currentIndex().row(), row + 1);
    QTest::keyClick(&view, 'K');
    QCOMPARE(view.currentIndex().row(), row);
    QTest::keyClick(&view, '.');
    QTRY_COMPARE(QApplication::clipboard()->text().toStdString(), ticket().number);
    m_window->run(ui::ActionId::search);
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line != nullptr);
    line->clear();
    QTest::keyClicks(line, QStringLiteral("jcd"));
    QCOMPARE(line->text(), QStringLiteral("jcd"));
    QCOMPARE(view.currentIndex().row(), row);
    QVERIFY(m_window->ticket().form() == nullptr);
}

void WindowTest::lettersRestWhileAnInputMethodComposes() {
    ui::QueueView& view = m_window->queue().view();
    const int row = view.currentIndex().row();
    QInputMethodEvent composing(QStringLiteral("j"), {});
    QApplication::sendEvent(&view, &composing);
    QTest::keyClick(&view, 'J');
    QCOMPARE(view.currentIndex().row(), row);
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("件"));
    QApplication::sendEvent(&view, &commit);
    QTest::keyClick(&view, 'J');
    QCOMPARE(view.currentIndex().row(), row + 1);
}

void WindowTest::tableKeysWinOverTextFields() {
    m_window->run(ui::ActionId::note);
    auto* text = qobject_cast<QPlainTextEdit*>(m_window->ticket().form()->field(QStringLiteral("text")));
    text->setPlainText(QStringLiteral("kept"));
    text->moveCursor(QTextCursor::Start);
    QTest::keyClick(text, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);  // the palette, not "delete to the end of the line"
    QCOMPARE(text->toPlainText(), QStringLiteral("kept"));
    QApplication::activeModalWidget()->close();
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_VERIFY(m_window->ticket().form() == nullptr);
    QTRY_VERIFY(!m_desk->draftsByKey.empty());  // Esc never throws words away
}

void WindowTest::oneKeyAnswersAndRecords() {
    QTRY_VERIFY(m_window->knowledge().article().has_value());
    const domain::Article article = *m_window->knowledge().article();
    QVERIFY(article.title.find("健康证") != std::string::npos);
    QTest::keyClick(&m_window->queue().view(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_desk->submitted.size(), std::size_t{1});
    const auto& answer = std::get<domain::AnswerDirectly>(m_desk->submitted.front().body);
    QCOMPARE(answer.text, article.answer);
    QCOMPARE(answer.article, article.key);
    QCOMPARE(answer.articleVersion, article.version);
}

void WindowTest::theKnowledgeIsFedByTheTicket() {
    QTRY_VERIFY(!m_desk->searches.empty());
    QVERIFY(m_desk->searches.back().find("健康证") != std::string::npos);
}

void WindowTest::whatWasDoneCanBeUndoneByKey() {
    ui::QueueView& view = m_window->queue().view();
    QTest::keyClick(&view, 'C');
    QTRY_VERIFY(ticket().claim.has_value());
    ui::UndoBar& bar = m_window->ticket().undoBar();
    QTRY_VERIFY(bar.offers());
    QTRY_VERIFY2(bar.text().startsWith(QStringLiteral("Claimed")), qPrintable(bar.text()));
    m_window->run(ui::ActionId::note);
    auto* text = qobject_cast<QPlainTextEdit*>(m_window->ticket().form()->field(QStringLiteral("text")));
    QTest::keyClicks(text, QStringLiteral("ab"));
    QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);  // in a text it takes back letters
    QVERIFY(text->toPlainText() != QStringLiteral("ab"));
    QTest::qWait(20);
    QVERIFY(ticket().claim.has_value());
    m_window->run(ui::ActionId::back);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!ticket().claim.has_value());
    QVERIFY(!bar.offers());
}

void WindowTest::aBarredKeySaysWhy() {
    QTest::keyClick(&m_window->queue().view(), 'V');  // a specialist reviews nothing
    const auto lines = m_window->ticket().findChildren<QLabel*>(QStringLiteral("error"));
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QLabel* each) {
        return each->text().contains(QStringLiteral("Review")) && each->text().contains(QStringLiteral("Supervisor"));
    }));
}

/// The next person's sign-in takes the desk away at once; words that were saved then must find nobody.
void WindowTest::aFormGoesWithItsWindow() {
    m_window->run(ui::ActionId::note);
    const QPointer<ui::Form> form = m_window->ticket().form();
    QVERIFY(form != nullptr);
    form->fill(QStringLiteral("text"), QStringLiteral("kept"), true);
    m_window.reset();
    QVERIFY(form == nullptr);
    QCOMPARE(m_desk->draftsByKey.size(), std::size_t{1});
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
