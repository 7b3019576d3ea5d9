// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt/fake_desk.h"
#include "ui/shell/screen_gallery.h"

#include <QApplication>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zhida;

namespace {

/// Signs in by name alone, on a desk in memory.
class FakePort : public ui::SignInPort {
public:
    explicit FakePort(const Clock& clock) : m_clock(clock) {}

    void signIn(const ui::SignInRequest& request, std::function<void(Result<service::Desk*>)> reply) override {
        m_desk = std::make_unique<test::FakeDesk>(m_clock);
        m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 160);
        m_desk->rests = true;
        m_desk->signInAs(request.user.toStdString());
        m_desk->administerAnswers["user.list"] =
            R"([{"user":"ct01","name":"苏听澜","role":"callTaker","unit":"centre","disabled":false}])";
        m_desk->administerAnswers["unit.list"] = "[]";
        m_desk->administerAnswers["device.list"] = "[]";
        m_desk->administerAnswers["procedure.list"] =
            R"({"versions":[{"number":1,"since":"2026-11-01T09:00:00+08:00","by":"admin","why":"试行方案"}],)"
            R"("packs":[{"code":"tianping","name":"泰安市岱岳区天平街道","nameEn":"Tianping","sources":[]}]})";
        service::OutboxItem refused;
        refused.name = "ticket.dispatch";
        refused.number = "370902261122A10007";
        refused.words = "请供水公司先电话联系诉求人，说明停水原因和预计恢复时间。";
        refused.state = service::OutboxItem::State::refused;
        refused.refusal = Error("ticket.claimed", {{"by", "dp02"}});
        refused.createdAt = m_clock.now();
        m_desk->tray.push_back(refused);
        reply(static_cast<service::Desk*>(m_desk.get()));
    }
    [[nodiscard]] std::vector<ui::DemoAccount> demoAccounts() const override {
        return {{QStringLiteral("sp01"), QStringLiteral("安若康"), QStringLiteral("specialist"),
                 QStringLiteral("泰山区卫生健康局")}};
    }
    [[nodiscard]] ui::SignInRequest remembered() const override {
        return {QStringLiteral("sp01"), {}, QStringLiteral("wss://127.0.0.1:12345"), QStringLiteral("ca.pem"), false};
    }

private:
    const Clock& m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
};

}  // namespace

class GalleryTest : public QObject {
    Q_OBJECT

private slots:
    void drawsEveryScreen();
};

/// ZHIDA_GALLERY_DIR keeps the pictures for somebody who wants to look at them.
void GalleryTest::drawsEveryScreen() {
    QTemporaryDir folder;
    const QString kept = qEnvironmentVariable("ZHIDA_GALLERY_DIR");
    SystemClock clock;
    FakePort port(clock);
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    ui::GalleryOptions options{kept.isEmpty() ? folder.path() : kept, port, clock, settings};
    options.specialist = QStringLiteral("sp01");
    options.callTaker = QStringLiteral("ct01");
    options.dispatcher = QStringLiteral("dp01");
    options.unitHandler = QStringLiteral("uh01");
    options.callbackAgent = QStringLiteral("cb01");
    options.administrator = QStringLiteral("admin");
    options.supervisor = QStringLiteral("sv01");
    if (kept.isEmpty()) {
        options.languages = {QStringLiteral("zh")};
    }
    ui::ScreenGallery gallery(*qApp, options);
    QSignalSpy finished(&gallery, &ui::ScreenGallery::finished);
    QSignalSpy failed(&gallery, &ui::ScreenGallery::failed);
    gallery.start();
    QVERIFY(finished.wait(240'000));
    QCOMPARE(failed.count(), 0);
    for (const char* screen : {"login",
                               "desk",
                               "answer",
                               "register",
                               "dispatch",
                               "return-decision",
                               "reply",
                               "callback",
                               "extension",
                               "refusal",
                               "amend",
                               "split",
                               "merge",
                               "supervise",
                               "life",
                               "decide-request",
                               "way",
                               "bulk-chosen",
                               "bulk-preview",
                               "bulk-rests",
                               "shift",
                               "palette",
                               "gaps",
                               "keys",
                               "workload",
                               "lookup",
                               "empty",
                               "offline-outbox",
                               "accounts",
                               "roster",
                               "rules-terms",
                               "rules-mistake",
                               "rules-form",
                               "rules-history",
                               "articles-draft",
                               "articles-tasks",
                               "articles-empty",
                               "articles-all",
                               "article-editor",
                               "article-submit",
                               "article-report",
                               "campaign-nobody",
                               "campaign-start",
                               "campaigns",
                               "campaign-done",
                               "searches",
                               "ask-unit"}) {
        const QString part = QLatin1Char('/') + QLatin1String(screen) + QLatin1Char('-');
        QCOMPARE(gallery.files().filter(part).size(), options.languages.size() * options.shades.size());
    }
    for (const QString& file : gallery.files()) {
        const QImage picture(file);
        QVERIFY2(picture.width() > 300 && picture.height() > 200, qPrintable(file));
        const QImage small = picture.scaled(64, 64);  // something has been drawn on the ground colour
        int different = 0;
        for (int i = 0; i < 64 * 64; ++i) {
            different += small.pixel(i % 64, i / 64) != small.pixel(0, 63) ? 1 : 0;
        }
        QVERIFY2(different > 200, qPrintable(file));
    }
}

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
