// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/delegates/table_page.h"
#include "ui/dialogs/gaps_dialog.h"
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace zhida;

/// What was handed down and could have been answered on the spot, in the window.
class GapsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatWasHandedDownLeadsToItsArticle();
    void whatWasSearchedForInVainLeadsToAnArticleOrAUnit();

private:
    static QPushButton* button(const QWidget& dialog, const char* text) {
        const auto all = dialog.findChildren<QPushButton*>();
        const auto found = std::find_if(all.begin(), all.end(), [text](const QPushButton* each) {
            return each->text().remove(QLatin1Char('&')) == QString::fromUtf8(text);
        });
        return found == all.end() ? nullptr : *found;
    }
    FakeClock m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
};

void GapsTest::init() {
    ui::speak(*qApp, QStringLiteral("en"));
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 40);
}

/// An enquiry that nothing answers was handed down twice: it leads the list, and its article is begun from what the unit said.
void GapsTest::whatWasHandedDownLeadsToItsArticle() {
    const auto handedDown = [this](const char* content) {
        m_desk->signInAs("dp01");
        const TicketId ticket = m_desk->registerTicket(content);
        [&] { QVERIFY(m_desk->act(ticket, "dp01", domain::DispatchTicket{UnitCode{"wsjk"}}).ok()); }();
        return ticket;
    };
    const char* matter = "村里的古槐树认养证去哪里领取";
    const TicketId first = handedDown(matter);
    handedDown(matter);
    ui::GapsDialog dialog(*m_desk, m_clock, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(!dialog.presenter().gaps().empty());
    const auto& gaps = dialog.presenter().gaps();
    const auto gap = std::find_if(gaps.begin(), gaps.end(), [&first](const domain::Gap& each) {
        return std::find(each.tickets.begin(), each.tickets.end(), first) != each.tickets.end();
    });
    QVERIFY(gap != gaps.end());
    QCOMPARE(gap->tickets.size(), std::size_t{2});
    QVERIFY(gap->kind == domain::GapKind::missing);
    QVERIFY(dialog.presenter().summary().contains(QLatin1Char('%')));
    const int row = static_cast<int>(gap - gaps.begin());
    QCOMPARE(dialog.presenter().rows().index(row, 0).data().toString(), QStringLiteral("2"));
    dialog.findChild<ui::TablePage*>()->view().selectRow(row);
    TicketId model;
    connect(&dialog, &ui::GapsDialog::draftAsked, this, [&model](const TicketId& asked) { model = asked; });
    const auto buttons = dialog.findChildren<QPushButton*>();
    const auto write = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* each) {
        return each->text() == QStringLiteral("Write the article");
    });
    QVERIFY(write != buttons.end() && (*write)->isEnabled());
    (*write)->click();
    QVERIFY(!model.isNull());
    // Nothing so old: the list says so.
    ui::GapsDialog later(*m_desk, m_clock, true);
    later.setAttribute(Qt::WA_DeleteOnClose, false);
    m_clock.advance(400 * kDayMs);
    later.show();
    QSignalSpy loaded(&later.presenter(), &ui::GapsPresenter::loaded);
    later.presenter().load(7);
    QTRY_VERIFY(loaded.count() > 0 && later.presenter().gaps().empty());
}

/// Two people looked for the same: it leads the list; what an article answers meanwhile leads to it.
void GapsTest::whatWasSearchedForInVainLeadsToAnArticleOrAUnit() {
    const auto search = [this](const char* user, const char* text, std::uint32_t hits) {
        m_desk->signInAs(user);
        [&] { QVERIFY(m_desk->act({}, domain::NoteSearch{text, hits}).ok()); }();
    };
    search("ct01", "健康证", 0);
    search("ct01", "古槐树认养证", 0);
    search("sp01", "古槐树认养证", 2);
    m_desk->signInAs("sv01");
    ui::GapsDialog dialog(*m_desk, m_clock, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_COMPARE(dialog.presenter().searches().size(), std::size_t{2});
    dialog.chooseSearches();
    const auto& rows = dialog.presenter().searchRows();
    QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("2"));
    QCOMPARE(rows.index(0, 2).data().toString(), QStringLiteral("古槐树认养证"));
    QCOMPARE(rows.index(0, 3).data().toString(), QStringLiteral("nothing taken"));
    QCOMPARE(rows.index(0, 4).data().toString(), QStringLiteral("nothing"));
    QVERIFY(rows.index(1, 4).data().toString().contains(QStringLiteral("健康证")));
    QSignalSpy asked(&dialog, &ui::GapsDialog::unitAsked);
    QSignalSpy question(&dialog, &ui::GapsDialog::questionAsked);
    QSignalSpy article(&dialog, &ui::GapsDialog::articleAsked);
    QVERIFY(!button(dialog, "Show what it finds")->isEnabled());
    button(dialog, "Ask a unit …")->click();
    QCOMPARE(asked.takeFirst().at(0).toString(), QStringLiteral("古槐树认养证"));
    button(dialog, "Write the article")->click();
    QCOMPARE(question.takeFirst().at(0).toString(), QStringLiteral("古槐树认养证"));
    dialog.show();
    const auto pages = dialog.findChildren<ui::TablePage*>();
    pages.back()->view().selectRow(1);
    QTest::keyClick(&pages.back()->view(), Qt::Key_Return);
    QCOMPARE(article.takeFirst().at(0).toString(), QStringLiteral("健康证"));
    // Who writes no articles sees what is missing and no more.
    ui::GapsDialog reader(*m_desk, m_clock, false);
    reader.setAttribute(Qt::WA_DeleteOnClose, false);
    reader.show();
    QTRY_COMPARE(reader.presenter().searches().size(), std::size_t{2});
    reader.chooseSearches();
    QVERIFY(!button(reader, "Ask a unit …")->isEnabled());
    QVERIFY(!button(reader, "Write the article")->isEnabled());
}

QTEST_MAIN(GapsTest)
#include "gaps_test.moc"
