// SPDX-License-Identifier: GPL-3.0-or-later
// What a caller needs to have in hand is sent to him by message.
#include "model/wire/codec.h"
#include "tests/support/qt/fake_desk.h"
#include "ui/dialogs/act_dialog.h"
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/outbox_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/shell/appearance.h"
#include "ui/shell/main_window.h"
#include "ui/support/text.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace zhida;

class MessagesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theArticleInFrontGoesToTheCallerInFront();
    void withoutAGatewayItSaysSo();
    void aReportGetsNone();
    void whatTheCentreRefusedComesBackWithItsWords();
    void theHistorySaysWhatBecameOfIt();

private:
    [[nodiscard]] const domain::Ticket& ticket() const { return m_window->ticketPresenter().view()->ticket; }
    [[nodiscard]] ui::ActDialog* dialog() const {
        auto* found = m_window->findChild<ui::ActDialog*>();
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    [[nodiscard]] static bool said(const QWidget* in, const QString& part) {
        const auto lines = in->findChildren<QLabel*>();
        return std::any_of(lines.begin(), lines.end(),
                           [&part](const QLabel* each) { return each->isVisible() && each->text().contains(part); });
    }
    void press() { QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier); }
    std::vector<const domain::SendMessage*> sent() const {
        std::vector<const domain::SendMessage*> all;
        for (const domain::RecordCommand& each : m_desk->submittedActs) {
            if (const auto* one = std::get_if<domain::SendMessage>(&each.act)) {
                all.push_back(one);
            }
        }
        return all;
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

void MessagesTest::init() {
    ui::speak(*qApp, QStringLiteral("en"));
    ui::dress(*qApp, false);
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 40);
    m_desk->editRules([](domain::Rules& rules) { rules.messages.signature = "泰山直答"; });
    m_desk->signInAs("ct01");
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
    QTRY_VERIFY(m_window->knowledge().article().has_value());
}

void MessagesTest::cleanup() {
    m_window.reset();
    m_desk.reset();
}

void MessagesTest::theArticleInFrontGoesToTheCallerInFront() {
    const domain::Article article = *m_window->knowledge().article();
    press();
    QTRY_VERIFY(dialog() != nullptr);
    auto* text = qobject_cast<QPlainTextEdit*>(dialog()->form().field(QStringLiteral("text")));
    QVERIFY(text != nullptr);
    QTRY_VERIFY(text->toPlainText().startsWith(ui::q(article.title)));
    QVERIFY(said(dialog(), QStringLiteral("199****3173")));
    QVERIFY(said(dialog(), QStringLiteral("【泰山直答】")));
    QVERIFY(!said(dialog(), QStringLiteral("19900003173")));
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("bring"));
    QTRY_VERIFY(said(dialog(), QStringLiteral("11 characters with 【泰山直答】, sent as 1 message(s)")));
    const QPointer<ui::ActDialog> open(dialog());
    QTest::keyClick(dialog(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(sent().size(), std::size_t{1});
    QCOMPARE(sent()[0]->ticket, ticket().id);
    QCOMPARE(sent()[0]->article, article.key);
    QCOMPARE(sent()[0]->version, article.version);
    QCOMPARE(sent()[0]->text, std::string("bring"));
    QTRY_VERIFY(open.isNull());
    QTRY_COMPARE(m_window->ticketPresenter().messages().size(), std::size_t{1});
    QTRY_VERIFY(said(m_window.get(), QStringLiteral("Text message to the caller: waits for the gateway")));
}

void MessagesTest::withoutAGatewayItSaysSo() {
    m_desk->editRules([](domain::Rules& rules) { rules.messages.signature.clear(); });
    service::ChangeSet change;
    change.reference = true;
    m_desk->announce(change);
    QTest::qWait(50);
    press();
    QTRY_VERIFY(said(m_window.get(), QStringLiteral("This centre sends no messages")));
    QVERIFY(dialog() == nullptr);
}

void MessagesTest::aReportGetsNone() {
    const TicketId report = m_desk->registerTicket("举报无证行医", domain::AppealType::report);
    m_window->openTicket(report);
    QTRY_COMPARE(m_window->ticketPresenter().id(), report);
    press();
    QTRY_VERIFY(said(m_window.get(), QStringLiteral("No messages about a report")));
    QVERIFY(dialog() == nullptr);
}

void MessagesTest::whatTheCentreRefusedComesBackWithItsWords() {
    service::OutboxItem item;
    item.name = domain::SendMessage::kName;
    item.recordKind = domain::kMessageKind;
    item.recordKey = domain::messageKey(ticket().id, Uuid::fromName("x").text());
    const domain::Article article = *m_window->knowledge().article();
    item.fields = R"({"ticket":"x","article":")" + article.key + R"(","version":99,"text":"我写的话"})";
    item.state = service::OutboxItem::State::refused;
    emit m_window->findChild<ui::OutboxPanel*>()->reuse(item);
    QTRY_VERIFY(dialog() != nullptr);
    auto* text = qobject_cast<QPlainTextEdit*>(dialog()->form().field(QStringLiteral("text")));
    QTRY_COMPARE(text->toPlainText(), QStringLiteral("我写的话"));
    QTest::keyClick(dialog(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(sent().size(), std::size_t{1});
    QCOMPARE(sent()[0]->version, article.version);  // not the one that was refused
}

void MessagesTest::theHistorySaysWhatBecameOfIt() {
    const auto line = [this](domain::MessageState state, const std::string& outcome, bool pending) {
        domain::Message message;
        message.ticket = ticket().id;
        message.text = "请带身份证";
        message.user.value = "ct01";
        message.at = m_clock.now();
        message.state = state;
        message.settledAt = m_clock.now();
        message.outcome = outcome;
        const auto directory = ui::Directory::read(*m_desk);
        return ui::withMessages({}, {{message, pending}}, *directory, m_clock.now(), {480}).front();
    };
    using enum domain::MessageState;
    QVERIFY(line(waiting, "", true).what.contains(QStringLiteral("next line")));
    QVERIFY(line(waiting, "", false).what.contains(QStringLiteral("waits for the gateway")));
    QVERIFY(line(domain::MessageState::sent, "77", false).what.contains(QStringLiteral("sent")));
    QCOMPARE(line(domain::MessageState::sent, "77", false).light, ui::Light::green);
    const auto lost = line(failed, "空号", false);
    QVERIFY(lost.what.contains(QStringLiteral("not delivered")) && lost.words.contains(QStringLiteral("空号")));
    QVERIFY(line(failed, "message.noMobile", false).words.contains(QStringLiteral("no mobile number")));
    // Between the events of the ticket, by time.
    const auto directory = ui::Directory::read(*m_desk);
    const auto history = ui::timelineOf(m_window->ticketPresenter().history(), *directory, m_clock.now(), {480}, true);
    domain::Message early;
    early.at = history.back().at.plus(-1);
    domain::Message late;
    late.at = m_clock.now().plus(kMinuteMs);
    const auto all = ui::withMessages(history, {{early, false}, {late, false}}, *directory, m_clock.now(), {480});
    QCOMPARE(all.size(), history.size() + 2);
    QVERIFY(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return b.at < a.at; }));
}

QTEST_MAIN(MessagesTest)
#include "messages_test.moc"
