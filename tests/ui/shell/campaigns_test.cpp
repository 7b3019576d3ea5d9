// SPDX-License-Identifier: GPL-3.0-or-later
// Those who were told what no longer holds are phoned, by keyboard.
#include "tests/ui/shell/campaign_bench.h"
#include "ui/dialogs/act_dialog.h"
#include "ui/dialogs/campaign_start_dialog.h"
#include "ui/docks/outbox_panel.h"
#include "ui/shell/main_window.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTextBrowser>

using namespace zhida;

class CampaignsTest : public test::CampaignBench {
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void whoWasToldIsPhonedOneAfterTheOther();
    void onlyThoseWhoAreToBePhonedAreShown();
    void eachCallersWordsAreHisOwn();
    void withoutALineItWaitsForTheCentre();
    void whoMayNotIsToldWhy();
    void theWindowComesBackToTheCaller();
    void refusedWordsComeBack();
    void theOutboxGivesThemBack();

private:
    void tick(const char* words);
};

/// What came of the call with the caller in front.
void CampaignsTest::tick(const char* words) {
    QTest::keyClick(m_dialog, Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY(shown<ui::ActDialog>(m_dialog) != nullptr);
    QPointer<ui::ActDialog> act = shown<ui::ActDialog>(m_dialog);
    QTRY_VERIFY(act->form().field(QStringLiteral("text"))->hasFocus());
    type(act->form().field(QStringLiteral("text")), QString::fromUtf8(words));
    QTest::keyClick(act, Qt::Key_Return, Qt::ControlModifier);
    if (*words != '\0') {
        QTRY_VERIFY(act == nullptr);
        activate(m_dialog);
    }
}

void CampaignsTest::whoWasToldIsPhonedOneAfterTheOther() {
    begin();
    openAs("cb01");
    QCOMPARE(presenter().campaigns().rowCount(), 1);
    QCOMPARE(cell(presenter().campaigns(), 0, "done"), QStringLiteral("0 / 3"));
    QCOMPARE(cell(presenter().campaigns(), 0, "about"), ui::q(m_desk->article(m_key)->title));
    QCOMPARE(cell(presenter().campaigns(), 0, "why"), QStringLiteral("办理地点已变"));
    QVERIFY(!cell(presenter().campaigns(), 0, "by").isEmpty());
    QCOMPARE(presenter().callers().rowCount(), 3);
    QCOMPARE(cell(presenter().callers(), 0, "title"), QStringLiteral("省庄镇办健康证去哪里"));
    QCOMPARE(cell(presenter().callers(), 0, "version"), QStringLiteral("1"));
    QVERIFY(cell(presenter().callers(), 0, "told").contains(QStringLiteral("省庄镇")));
    QVERIFY(callers()->hasFocus());
    QVERIFY(m_dialog->findChild<QTextBrowser*>()->toPlainText().contains(QStringLiteral("Was told")));

    tick("");  // nothing came of nothing
    auto* act = m_dialog->findChild<ui::ActDialog*>();
    QTRY_VERIFY(act != nullptr && act->form().field(QStringLiteral("text"))->property("wrong").toBool());
    QVERIFY(m_desk->submittedActs.empty());
    act->close();
    QTRY_VERIFY(m_dialog->findChild<ui::ActDialog*>() == nullptr);
    activate(m_dialog);

    tick("已告知改到政务服务中心办理");
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    const auto& done = std::get<domain::CampaignDone>(m_desk->submittedActs[0].act);
    QCOMPARE(done.ticket, m_told[0]);
    QCOMPARE(ui::q(done.text), QStringLiteral("已告知改到政务服务中心办理"));
    QTRY_COMPARE(cell(presenter().campaigns(), 0, "done"), QStringLiteral("1 / 3"));
    QVERIFY(cell(presenter().callers(), 0, "state").contains(QStringLiteral("Phoned")));
    QTRY_COMPARE(presenter().callerRow(), 1);
    QTRY_COMPARE(callers()->currentIndex().row(), 1);

    QTest::keyClick(callers(), Qt::Key_Down);
    tick("已告知");
    QTRY_COMPARE(presenter().callerRow(), 1);  // who was left out comes after the last one
    tick("无人接听后再拨，已告知");
    QTRY_VERIFY(cell(presenter().campaigns(), 0, "state").contains(QStringLiteral("Finished")));
    QTRY_VERIFY(!presenter().obstacle().isEmpty());  // has been phoned already
}

void CampaignsTest::onlyThoseWhoAreToBePhonedAreShown() {
    begin();
    openAs("cb01");
    tick("已告知");
    QTRY_COMPARE(presenter().callerRow(), 1);
    QTest::keyClick(m_dialog, Qt::Key_O, Qt::AltModifier);
    QTRY_COMPARE(presenter().callers().rowCount(), 2);
    QCOMPARE(presenter().callerRow(), 0);
    QCOMPARE(presenter().caller()->item.ticket, m_told[1]);
    tick("已告知");
    QTRY_COMPARE(presenter().callers().rowCount(), 1);
    QTRY_COMPARE(presenter().caller()->item.ticket, m_told[2]);
    tick("已告知");
    QTRY_COMPARE(presenter().callers().rowCount(), 0);
    QTRY_VERIFY(said(m_dialog, QStringLiteral("Everybody has been phoned")));
    QTest::keyClick(m_dialog, Qt::Key_O, Qt::AltModifier);
    QTRY_COMPARE(presenter().callers().rowCount(), 3);
}

void CampaignsTest::eachCallersWordsAreHisOwn() {
    begin();
    openAs("cb01");
    const auto text = [this] {
        auto* act = shown<ui::ActDialog>(m_dialog);
        return act == nullptr ? nullptr : qobject_cast<QPlainTextEdit*>(act->form().field(QStringLiteral("text")));
    };
    QTest::keyClick(m_dialog, Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY(text() != nullptr && text()->hasFocus());
    type(text(), QStringLiteral("没有接，"));
    QTest::keyClick(text(), Qt::Key_Escape);
    QTRY_VERIFY(m_dialog->findChild<ui::ActDialog*>() == nullptr);
    activate(m_dialog);
    QTest::keyClick(callers(), Qt::Key_Down);
    QTest::keyClick(m_dialog, Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY(text() != nullptr && text()->hasFocus());
    QTest::qWait(50);
    QVERIFY(text()->toPlainText().isEmpty());
    QTest::keyClick(text(), Qt::Key_Escape);
    QTRY_VERIFY(m_dialog->findChild<ui::ActDialog*>() == nullptr);
    activate(m_dialog);
    QTest::keyClick(callers(), Qt::Key_Up);
    QTest::keyClick(m_dialog, Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY(text() != nullptr);
    QTRY_COMPARE(text()->toPlainText(), QStringLiteral("没有接，"));
}

void CampaignsTest::withoutALineItWaitsForTheCentre() {
    begin();
    openAs("cb01");
    m_desk->setOnline(false);
    QTRY_VERIFY(said(m_dialog, QStringLiteral("waits in the outbox")));
    tick("已告知");
    QTRY_VERIFY(cell(presenter().callers(), 0, "state").contains(QStringLiteral("not yet at the centre")));
    QVERIFY(!cell(presenter().callers(), 1, "state").contains(QStringLiteral("not yet at the centre")));
    QVERIFY(cell(presenter().campaigns(), 0, "state").contains(QStringLiteral("not yet at the centre")));
    m_desk->tray.clear();
    m_desk->setOnline(true);
    service::ChangeSet change;
    change.outbox = true;
    m_desk->announce(change);
    QTRY_VERIFY(!cell(presenter().callers(), 0, "state").contains(QStringLiteral("not yet at the centre")));
    QVERIFY(!said(m_dialog, QStringLiteral("waits in the outbox")));
}

void CampaignsTest::whoMayNotIsToldWhy() {
    begin();
    openAs("ct01");
    QTRY_COMPARE(presenter().callers().rowCount(), 3);
    QTRY_VERIFY(presenter().obstacle().contains(ui::words::of(domain::Role::callTaker)));
    QTest::keyClick(m_dialog, Qt::Key_B, Qt::AltModifier);
    QVERIFY(m_dialog->findChild<ui::ActDialog*>() == nullptr);
    QVERIFY(said(m_dialog, ui::words::of(domain::Role::callTaker)));
    openAs("cb01");  // phones, and begins none
    QTRY_VERIFY(presenter().obstacle().isEmpty());
    QTest::keyClick(m_dialog, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_dialog->findChild<ui::CampaignStartDialog*>() == nullptr);
    QVERIFY(said(m_dialog, ui::words::of(domain::Role::callbackAgent)));
    for (const QPushButton* each : m_dialog->findChildren<QPushButton*>()) {
        const bool starts = each->text().startsWith(QStringLiteral("Repealed"));
        QVERIFY(!starts || (!each->isEnabled() && !each->toolTip().isEmpty()));
    }
}

void CampaignsTest::theWindowComesBackToTheCaller() {
    begin();
    m_desk->signInAs("cb01");
    QSettings settings(m_folder.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    ui::MainWindow window(ui::WindowOptions{*m_desk, m_clock, settings, false, {}});
    window.show();
    activate(&window);
    QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown<ui::CampaignsDialog>(&window) != nullptr);
    m_dialog = shown<ui::CampaignsDialog>(&window);
    QTRY_VERIFY(callers()->hasFocus());
    QTest::keyClick(m_dialog, Qt::Key_F6);
    QVERIFY(campaigns()->hasFocus());
    QTest::keyClick(campaigns(), Qt::Key_Return);
    QVERIFY(callers()->hasFocus());
    QTest::keyClick(callers(), Qt::Key_Down);
    QTest::keyClick(callers(), Qt::Key_Return);
    QTRY_VERIFY(m_dialog == nullptr);
    QTRY_COMPARE(window.ticketPresenter().id(), m_told[1]);
    QTRY_VERIFY(window.ticketPresenter().view().has_value());
    activate(&window);
    QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown<ui::CampaignsDialog>(&window) != nullptr);
    m_dialog = shown<ui::CampaignsDialog>(&window);
    QTRY_COMPARE(callers()->currentIndex().row(), 1);
}

void CampaignsTest::refusedWordsComeBack() {
    begin();
    const std::string campaign = m_desk->records(domain::kCampaignKind, {}).front().key;
    openAs("cb01");
    m_dialog->writeAgain(domain::CampaignDone::kName, campaign,
                         {{QStringLiteral("ticket"), ui::q(m_told[2].text())},
                          {QStringLiteral("text"), QStringLiteral("已告知，被退回")}});
    QTRY_VERIFY(shown<ui::ActDialog>(m_dialog) != nullptr);
    auto* act = shown<ui::ActDialog>(m_dialog);
    QCOMPARE(qobject_cast<QPlainTextEdit*>(act->form().field(QStringLiteral("text")))->toPlainText(),
             QStringLiteral("已告知，被退回"));
    QTest::keyClick(act, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    QCOMPARE(std::get<domain::CampaignDone>(m_desk->submittedActs[0].act).ticket, m_told[2]);
    openAs("sv01");
    m_dialog->writeAgain(domain::StartCampaign::kName, {},
                         {{QStringLiteral("article"), ui::q(m_key)},
                          {QStringLiteral("days"), 60},
                          {QStringLiteral("why"), QStringLiteral("办理地点已变")}});
    QTRY_VERIFY(shown<ui::CampaignStartDialog>(m_dialog) != nullptr);
    auto* start = shown<ui::CampaignStartDialog>(m_dialog);
    QTRY_COMPARE(start->presenter().tickets().size(), std::size_t{3});
    QTest::keyClick(start, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{2});
    QCOMPARE(std::get<domain::StartCampaign>(m_desk->submittedActs[1].act).days, 60U);
}

void CampaignsTest::theOutboxGivesThemBack() {
    begin();
    m_desk->signInAs("cb01");
    QSettings settings(m_folder.filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    ui::MainWindow window(ui::WindowOptions{*m_desk, m_clock, settings, false, {}});
    window.show();
    activate(&window);
    service::OutboxItem item;
    item.name = domain::CampaignDone::kName;
    item.recordKey = m_desk->records(domain::kCampaignKind, {}).front().key;
    item.fields = R"({"ticket":")" + m_told[1].text() + R"(","text":"已告知","campaign":"x"})";
    emit window.findChild<ui::OutboxPanel*>()->reuse(item);
    auto* dialog = window.findChild<ui::CampaignsDialog*>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->findChild<ui::ActDialog*>() != nullptr);
    const auto* text = dialog->findChild<ui::ActDialog*>()->form().field(QStringLiteral("text"));
    QCOMPARE(qobject_cast<const QPlainTextEdit*>(text)->toPlainText(), QStringLiteral("已告知"));
    QCOMPARE(dialog->presenter().caller()->item.ticket, m_told[1]);
}

QTEST_MAIN(CampaignsTest)
#include "campaigns_test.moc"
