// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign begins: with an article that has changed, with a document that was repealed.
#include "tests/ui/shell/campaign_bench.h"
#include "ui/dialogs/article_view.h"
#include "ui/dialogs/articles_dialog.h"
#include "ui/dialogs/campaign_start_dialog.h"
#include "ui/support/text.h"

#include <QLineEdit>
#include <QPushButton>

using namespace zhida;

class CampaignStartTest : public test::CampaignBench {
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void aCampaignBeginsWithItsArticle();
    void aCampaignBeginsWithARepealedDocument();
    void whereNobodyReliedOnItNothingBegins();
};

void CampaignStartTest::aCampaignBeginsWithItsArticle() {
    change();
    m_clock.advance(40 * kDayMs);
    ui::ArticlesDialog articles(*m_desk, *m_signals, m_clock);
    articles.setAttribute(Qt::WA_DeleteOnClose, false);
    articles.show();
    activate(&articles);
    articles.presenter().open({m_key});
    QTRY_VERIFY(articles.presenter().front().has_value());
    QVERIFY(articles.view().deed(domain::StartCampaign::kName)->isEnabled());
    QTest::keyClick(&articles, Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(shown<ui::CampaignStartDialog>(&articles) != nullptr);
    QPointer<ui::CampaignStartDialog> start = shown<ui::CampaignStartDialog>(&articles);
    QTRY_VERIFY(said(start, QStringLiteral("Nobody relied on it in the last 30 days")));
    auto* days = qobject_cast<QLineEdit*>(start->form().field(QStringLiteral("days")));
    QTRY_VERIFY(days->hasFocus());
    QVERIFY(start->form().field(QStringLiteral("basis")) == nullptr);
    days->selectAll();
    QTest::keyClicks(days, QStringLiteral("60"));
    QTRY_COMPARE(start->presenter().tickets().size(), std::size_t{3});
    QVERIFY(said(start, QStringLiteral("3 callers would be phoned")));
    QCOMPARE(cell(start->presenter().rows(), 0, "version"), QStringLiteral("1"));
    QTest::keyClick(start, Qt::Key_Return, Qt::ControlModifier);  // without a reason
    QTRY_VERIFY(start->form().field(QStringLiteral("why"))->property("wrong").toBool());
    QVERIFY(m_desk->submittedActs.empty());
    type(start->form().field(QStringLiteral("why")), QStringLiteral("办理地点已变"));
    QTest::keyClick(start, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    const auto& act = std::get<domain::StartCampaign>(m_desk->submittedActs[0].act);
    QCOMPARE(act.article, m_key);
    QCOMPARE(act.days, 60U);
    QCOMPARE(act.tickets.size(), std::size_t{3});
    QTRY_VERIFY(said(&articles, QStringLiteral("Ctrl+Shift+B")));
    // Asked again, it begins empty.
    QTRY_VERIFY(start == nullptr);
    activate(&articles);
    QTest::keyClick(&articles, Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(shown<ui::CampaignStartDialog>(&articles) != nullptr);
    QTest::qWait(50);
    auto* why = shown<ui::CampaignStartDialog>(&articles)->form().field(QStringLiteral("why"));
    QVERIFY(qobject_cast<QLineEdit*>(why)->text().isEmpty());
}

void CampaignStartTest::aCampaignBeginsWithARepealedDocument() {
    openAs("sv01");
    QVERIFY(said(m_dialog, QStringLiteral("There is no campaign")));
    QTest::keyClick(m_dialog, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(shown<ui::CampaignStartDialog>(m_dialog) != nullptr);
    QPointer<ui::CampaignStartDialog> start = shown<ui::CampaignStartDialog>(m_dialog);
    auto* basis = qobject_cast<QLineEdit*>(start->form().field(QStringLiteral("basis")));
    QTRY_VERIFY(basis->hasFocus());
    QTRY_VERIFY(said(start, QStringLiteral("Which document?")));
    type(basis, QString::fromUtf8(kNumber));
    QTRY_COMPARE(start->presenter().tickets().size(), std::size_t{3});
    type(start->form().field(QStringLiteral("why")), QStringLiteral("依据已废止"));
    QTest::keyClick(start, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->submittedActs.size(), std::size_t{1});
    QCOMPARE(std::get<domain::StartCampaign>(m_desk->submittedActs[0].act).basis, std::string(kNumber));
    QTRY_COMPARE(presenter().campaigns().rowCount(), 1);
    QVERIFY(cell(presenter().campaigns(), 0, "about").contains(QString::fromUtf8(kNumber)));
    QTRY_COMPARE(presenter().callers().rowCount(), 3);
    QTRY_VERIFY(callers()->isVisible());
}

void CampaignStartTest::whereNobodyReliedOnItNothingBegins() {
    openAs("sv01");
    QTest::keyClick(m_dialog, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(shown<ui::CampaignStartDialog>(m_dialog) != nullptr);
    auto* start = shown<ui::CampaignStartDialog>(m_dialog);
    QTRY_VERIFY(start->form().field(QStringLiteral("basis"))->hasFocus());
    type(start->form().field(QStringLiteral("basis")), QStringLiteral("国发〔1900〕1号"));
    type(start->form().field(QStringLiteral("why")), QStringLiteral("依据已废止"));
    QTRY_VERIFY(said(start, QStringLiteral("Nobody relied on it in the last 30 days")));
    QTest::keyClick(start, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(said(start, QStringLiteral("no direct answers to call back about")));
    auto* days = qobject_cast<QLineEdit*>(start->form().field(QStringLiteral("days")));
    days->selectAll();
    QTest::keyClicks(days, QStringLiteral("many"));
    QTRY_VERIFY(said(start, QStringLiteral("many")));
    QTest::keyClick(start, Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(20);
    QVERIFY(m_desk->submittedActs.empty());
}

QTEST_MAIN(CampaignStartTest)
#include "campaign_start_test.moc"
