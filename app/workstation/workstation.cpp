// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/workstation.h"

#include "ui/delegates/widgets.h"
#include "ui/dialogs/login_page.h"
#include "ui/shell/appearance.h"
#include "ui/shell/screen_gallery.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QDir>
#include <QLocale>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace zhida::workstation {

Workstation::Workstation(QApplication& application, Options options)
    : m_application(application), m_options(std::move(options)) {
    if (!m_options.screenshots.isEmpty()) {
        m_temporary.emplace();
        m_options.db.clear();  // every screen's person has a file of his own
    }
    m_settings = m_temporary ? std::make_unique<QSettings>(m_temporary->filePath(QStringLiteral("zhida.ini")),
                                                           QSettings::IniFormat)
                             : std::make_unique<QSettings>();
    const QString system =
        QLocale::system().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("zh");
    m_language = m_options.language.isEmpty() ? m_settings->value(QStringLiteral("language"), system).toString()
                                              : m_options.language;
    m_dark = (m_options.shade.isEmpty() ? m_settings->value(QStringLiteral("theme")).toString() : m_options.shade) ==
             QLatin1String("dark");
}

Workstation::~Workstation() {
    m_gallery.reset();
    m_window.reset();
    m_login.reset();
    m_signIn.reset();
    m_demo.reset();
}

QString Workstation::dataFolder() const {
    return m_temporary ? m_temporary->path() : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

void Workstation::start() {
    // Windows come and go (sign-in, language, colours): the program ends when a person closes the one in front.
    QApplication::setQuitOnLastWindowClosed(false);
    m_application.installEventFilter(this);
    dress();
    if (m_options.demo) {
        prepareDemo();
    } else {
        begin();
    }
}

bool Workstation::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Close && m_window && watched == m_window.get() && m_gallery == nullptr &&
        event->spontaneous()) {
        QTimer::singleShot(0, &m_application, &QApplication::quit);
    }
    return QObject::eventFilter(watched, event);
}

void Workstation::prepareDemo() {
    m_window = std::make_unique<QMainWindow>();
    m_window->setWindowTitle(tr("Zhida"));
    m_window->setCentralWidget(new ui::EmptyState(
        QStringLiteral("zhida"), tr("The demo centre is being prepared. The first time takes some seconds.")));
    m_window->resize(1480, 900);
    if (!m_temporary) {
        m_window->show();
    }
    m_preparing = std::make_unique<ThreadExecutor>();
    m_preparing->post([this, folder = QDir(dataFolder()).filePath(QStringLiteral("demo-centre"))] {
        QDir().mkpath(QFileInfo(folder).path());
        auto demo = std::make_shared<Result<std::unique_ptr<DemoCentre>>>(DemoCentre::start(folder));
        QMetaObject::invokeMethod(
            this, [this, demo] { onDemo(std::move(*demo)); }, Qt::QueuedConnection);
    });
}

void Workstation::onDemo(Result<std::unique_ptr<DemoCentre>> demo) {
    if (!demo) {
        giveUp(demo.error());
        return;
    }
    m_demo = std::move(*demo);
    begin();
}

void Workstation::begin() {
    const QString folder = QDir(dataFolder()).filePath(m_demo ? QStringLiteral("demo-desks") : QStringLiteral("desks"));
    m_signIn = std::make_unique<RuntimeSignIn>(m_options, folder, m_demo.get(), *m_settings, m_clock);
    m_login = std::make_unique<ui::LoginPresenter>(*m_signIn);
    connect(m_login.get(), &ui::LoginPresenter::signedIn, this, &Workstation::showDesk);
    if (!m_options.screenshots.isEmpty()) {
        drawScreens();
        return;
    }
    showLogin();
    if (m_demo) {
        signInDemo();
    }
}

/// The demo begins at a desk, not at a question; "Sign out" leads to the choice of accounts.
void Workstation::signInDemo() {
    ui::SignInRequest request = m_signIn->remembered();
    request.password.clear();
    m_login->signIn(request);
}

void Workstation::dress() {
    ui::speak(m_application, m_language);
    ui::dress(m_application, m_dark);
}

void Workstation::showLogin() {
    auto next = std::make_unique<QMainWindow>();
    auto* page = new ui::LoginPage(*m_login);
    next->setCentralWidget(page);
    next->setWindowTitle(tr("Zhida"));
    next->resize(m_window ? m_window->size() : QSize(1480, 900));
    connect(page, &ui::LoginPage::languageAsked, this, &Workstation::switchLanguage, Qt::QueuedConnection);
    connect(page, &ui::LoginPage::themeAsked, this, &Workstation::switchTheme, Qt::QueuedConnection);
    next->show();
    page->focusFirst();
    m_window = std::move(next);
}

void Workstation::showDesk(service::Desk* desk) {
    m_desk = desk;
    const QString notice = m_signIn->leaseExpired()
                               ? tr("This machine has not seen the centre for long. You can work on; connect it soon.")
                               : QString();
    auto window = std::make_unique<ui::MainWindow>(ui::WindowOptions{*desk, m_clock, *m_settings, chinese(), notice});
    connect(window.get(), &ui::MainWindow::themeAsked, this, &Workstation::switchTheme, Qt::QueuedConnection);
    connect(window.get(), &ui::MainWindow::languageAsked, this, &Workstation::switchLanguage, Qt::QueuedConnection);
    connect(window.get(), &ui::MainWindow::quitAsked, &m_application, &QApplication::quit, Qt::QueuedConnection);
    connect(window.get(), &ui::MainWindow::signOutAsked, this, &Workstation::signOut, Qt::QueuedConnection);
    window->show();
    m_window = std::move(window);
}

void Workstation::switchTheme() {
    m_dark = !m_dark;
    m_settings->setValue(QStringLiteral("theme"), m_dark ? QStringLiteral("dark") : QStringLiteral("light"));
    rebuild();
}

void Workstation::switchLanguage() {
    m_language = chinese() ? QStringLiteral("en") : QStringLiteral("zh");
    m_settings->setValue(QStringLiteral("language"), m_language);
    rebuild();
}

/// Windows are made again: every word and colour in them is new, the desk and its drafts stay.
void Workstation::rebuild() {
    dress();
    if (m_desk == nullptr) {
        showLogin();
        return;
    }
    auto* old = static_cast<ui::MainWindow*>(m_window.get());
    const TicketId open = old->ticketPresenter().id();
    const QByteArray geometry = old->saveGeometry();
    m_window.reset();  // the desk has one listener
    showDesk(m_desk);
    m_window->restoreGeometry(geometry);
    if (!open.isNull()) {
        static_cast<ui::MainWindow*>(m_window.get())->openTicket(open);
    }
}

void Workstation::signOut() {
    m_window.reset();
    m_desk = nullptr;
    m_signIn->signOut();
    showLogin();
}

void Workstation::drawScreens() {
    ui::GalleryOptions options{m_options.screenshots, *m_signIn, m_clock, *m_settings};
    if (!m_options.language.isEmpty()) {
        options.languages = {m_options.language};
    }
    if (!m_options.shade.isEmpty()) {
        options.shades = {m_options.shade};
    }
    options.specialist = QStringLiteral("sp01");
    options.callTaker = QStringLiteral("ct01");
    options.dispatcher = QStringLiteral("dp01");
    options.unitHandler = QStringLiteral("uh01");
    options.callbackAgent = QStringLiteral("cb01");
    options.administrator = QStringLiteral("admin");
    options.supervisor = QStringLiteral("sv01");
    m_window.reset();
    m_gallery = std::make_unique<ui::ScreenGallery>(m_application, options);
    connect(m_gallery.get(), &ui::ScreenGallery::failed, this, &Workstation::giveUp);
    connect(m_gallery.get(), &ui::ScreenGallery::finished, this, [this] {
        QTextStream out(stdout);
        for (const QString& file : m_gallery->files()) {
            out << file << Qt::endl;
        }
        m_application.exit(0);
    });
    m_gallery->start();
}

void Workstation::giveUp(const Error& error) {
    std::fprintf(stderr, "zhida: %s\n", qPrintable(ui::words::ofError(error)));
    if (m_temporary) {
        m_application.exit(1);
        return;
    }
    auto* sorry = new ui::EmptyState(QStringLiteral("warning"), ui::words::ofError(error), tr("Quit"));
    connect(sorry, &ui::EmptyState::acted, &m_application, &QApplication::quit);
    m_window->setCentralWidget(sorry);
}

}  // namespace zhida::workstation
