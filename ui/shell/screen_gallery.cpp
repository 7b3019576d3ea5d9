// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screen_gallery.h"

#include "ui/dialogs/login_page.h"
#include "ui/dialogs/rules_dialog.h"
#include "ui/dialogs/rules_page.h"
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/shell/appearance.h"
#include "ui/shell/main_window.h"
#include "ui/support/ask.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTimer>

#include <utility>

namespace zhida::ui {

using enum domain::TicketState;

ScreenGallery::ScreenGallery(QApplication& application, const GalleryOptions& options)
    : m_application(application), m_options(options) {
    buildSteps();
}

ScreenGallery::~ScreenGallery() = default;

void ScreenGallery::buildSteps() {
    m_steps.push_back({{}, QStringLiteral("login"), {}});
    m_steps.push_back({m_options.specialist, {}, [this] {
                           m_window->run(ActionId::viewAll);
                           return nullptr;
                       }});
    m_steps.push_back({m_options.specialist, QStringLiteral("desk"), [this] {
                           openFirst(registered);
                           return nullptr;
                       }});
    buildTicketSteps();
    buildLifeSteps();
    buildWaySteps();
    buildBulkSteps();
    buildTraySteps();
}

void ScreenGallery::addForm(const QString& user, const QString& name, domain::TicketState state,
                            std::string_view command, std::function<void()> then) {
    m_steps.push_back({user, {}, [this, state] {
                           m_window->run(ActionId::viewAll);
                           openFirst(state);
                           return nullptr;
                       }});
    m_steps.push_back({user, name, [this, command, then = std::move(then)] {
                           m_window->ticket().openForm(command);
                           if (then) {
                               then();
                           }
                           return nullptr;
                       }});
}

void ScreenGallery::buildTicketSteps() {
    addForm(m_options.specialist, QStringLiteral("answer"), registered, domain::AnswerDirectly::kName,
            [this] { m_window->run(ActionId::insertArticle); });
    m_steps.push_back({m_options.callTaker, {}, [] { return nullptr; }});
    m_steps.push_back({m_options.callTaker, QStringLiteral("register"), [this] {
                           m_window->run(ActionId::newTicket);
                           Form* form = m_window->ticket().form();
                           static_cast<QLineEdit*>(form->field(QStringLiteral("callerPhone")))
                               ->setText(QStringLiteral("19900003173"));
                           static_cast<QPlainTextEdit*>(form->field(QStringLiteral("content")))
                               ->setPlainText(QStringLiteral(
                                   "来电人想在省庄镇就近办理健康证，问哪些医院能办、带什么证件、收不收费。"));
                           return nullptr;
                       }});
    addForm(m_options.dispatcher, QStringLiteral("dispatch"), registered, domain::DispatchTicket::kName);
    addForm(m_options.dispatcher, QStringLiteral("return-decision"), returnReview, domain::DecideReturn::kName);
    addForm(m_options.unitHandler, QStringLiteral("reply"), dispatched, domain::ReplyTicket::kName);
    addForm(m_options.callbackAgent, QStringLiteral("callback"), pendingCallback, domain::CallBack::kName);
}

void ScreenGallery::buildLifeSteps() {
    const QString& user = m_options.dispatcher;
    addForm(m_options.unitHandler, QStringLiteral("extension"), dispatched, domain::RequestExtension::kName);
    addForm(user, QStringLiteral("refusal"), registered, domain::ProposeRefusal::kName, [this] {
        static_cast<QComboBox*>(m_window->ticket().form()->field(QStringLiteral("reason")))->setCurrentIndex(1);
    });
    addForm(user, QStringLiteral("amend"), registered, domain::AmendTicket::kName);
    addForm(user, QStringLiteral("split"), registered, domain::SplitTicket::kName);
    addForm(user, QStringLiteral("merge"), registered, domain::MergeTicket::kName, [this] {
        m_window->ticket().form()->send(false);  // as it looks when something is missing
    });
    addForm(user, QStringLiteral("supervise"), dispatched, domain::SuperviseTicket::kName);
}

/// A ticket with everything that can ride on one, the decision that waits, and its way.
void ScreenGallery::buildWaySteps() {
    const QString& user = m_options.dispatcher;
    m_steps.push_back({user, {}, [this] {
                           m_window->ticket().closeForm();
                           openFirst(dispatched);
                           return nullptr;
                       }});
    m_steps.push_back(
        {user, {}, [this] {
             TicketPresenter& ticket = m_window->ticketPresenter();
             const Instant soon = m_options.clock.now().plus(kDayMs);
             ticket.run(domain::FlagTicket{domain::TicketFlag::key, true, {}});
             ticket.run(domain::SuperviseTicket{"群众反映强烈", domain::SupervisionLevel::yellow, {}, soon});
             ticket.run(domain::PromiseTicket{"明日 17 时前告知处理结果", soon});
             ticket.run(domain::RequestExtension{"complex", "3wd", "需现场检测，检测机构排期", "已告知诉求人检测安排"});
             return nullptr;
         }});
    m_steps.push_back({user, QStringLiteral("life"), [] { return nullptr; }});
    m_steps.push_back({user, QStringLiteral("decide-request"), [this] {
                           m_window->ticket().openForm(domain::DecideRequest::kName);
                           return nullptr;
                       }});
    addDialog(user, QStringLiteral("way"), ActionId::showPath);
    addDialog(user, QStringLiteral("gaps"), ActionId::gaps);
}

void ScreenGallery::addDialog(const QString& user, const QString& name, ActionId action) {
    m_steps.push_back({user, name, [this, action]() -> QWidget* {
                           m_window->run(action);
                           return dialog();
                       }});
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           if (QWidget* open = dialog()) {
                               open->close();
                           }
                           return nullptr;
                       }});
}

void ScreenGallery::buildTraySteps() {
    const QString& user = m_options.callTaker;
    addDialog(user, QStringLiteral("palette"), ActionId::palette);
    addDialog(user, QStringLiteral("keys"), ActionId::cheatSheet);
    addDialog(user, QStringLiteral("workload"), ActionId::workload);
    addDialog(user, QStringLiteral("lookup"), ActionId::lookUp);
    m_steps.push_back({user, QStringLiteral("empty"), [this] {
                           m_window->ticketPresenter().close();
                           m_window->run(ActionId::viewMine);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           m_desk->sync().setOnline(false);
                           m_window->run(ActionId::viewAll);
                           openFirst(registered);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           m_window->run(ActionId::claim);
                           return nullptr;
                       }});
    m_steps.push_back({user, QStringLiteral("offline-outbox"), [this] {
                           m_window->run(ActionId::outbox);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           m_window->run(ActionId::release);
                           m_desk->sync().setOnline(true);
                           return nullptr;
                       }});
    m_steps.push_back({m_options.administrator, QStringLiteral("accounts"), [this]() -> QWidget* {
                           m_window->run(ActionId::accounts);
                           return dialog();
                       }});
    m_steps.push_back({m_options.administrator, QStringLiteral("roster"), [this]() -> QWidget* {
                           auto* tabs = dialog()->findChild<QTabWidget*>();
                           tabs->setCurrentIndex(tabs->count() - 1);
                           return dialog();
                       }});
    m_steps.push_back({m_options.administrator, {}, [this]() -> QWidget* {
                           dialog()->close();
                           return nullptr;
                       }});
    buildRulesSteps();
    buildKnowledgeSteps();
}

void ScreenGallery::buildRulesSteps() {
    const QString& user = m_options.administrator;
    const auto at = [this, user](const QString& name, std::function<void(RulesDialog&)> act) {
        m_steps.push_back({user, name, [this, act = std::move(act)]() -> QWidget* {
                               auto* editor = m_window->findChild<RulesDialog*>();
                               act(*editor);
                               return dialog();
                           }});
    };
    m_steps.push_back({user, QStringLiteral("rules-terms"), [this]() -> QWidget* {
                           m_window->run(ActionId::rules);
                           return dialog();
                       }});
    at(QStringLiteral("rules-mistake"), [](RulesDialog& editor) {
        RulesDocument& document = editor.presenter().document();
        document.set("deadlines[1].term", "0h");
        document.insert("returnReasons", 1, {{"zh", "职责交叉"}});
        editor.page().open("returnReasons[1].code");
    });
    at(QStringLiteral("rules-form"), [](RulesDialog& editor) {
        editor.presenter().discard();
        editor.page().open("callback");
    });
    at(QStringLiteral("rules-history"), [](RulesDialog& editor) { editor.showHistory(); });
    at({}, [this](RulesDialog& editor) {
        dialog()->close();
        editor.close();
    });
}

QWidget* ScreenGallery::dialog() const { return QApplication::activeModalWidget(); }

void ScreenGallery::openFirst(domain::TicketState state) {
    ask(
        *m_desk, m_window.get(),
        [state, unit = m_desk->user().unit](service::DeskReader& reader) {
            service::QueueFilter filter;
            filter.state = state;
            filter.order = service::QueueOrder::newest;
            service::QueuePage page = reader.list(filter, 200, std::nullopt);
            for (const service::QueueRow& row : page.rows) {  // one that this person can work on, if there is one
                if (row.unit == unit) {
                    return row.ticket;
                }
            }
            return page.rows.empty() ? TicketId{} : page.rows.front().ticket;
        },
        [this](const TicketId& ticket) {
            if (!ticket.isNull()) {
                m_window->openTicket(ticket);
            }
        });
}

void ScreenGallery::start() {
    QApplication::setQuitOnLastWindowClosed(false);  // between two people there is no window
    QDir().mkpath(m_options.folder);
    m_step = m_round = 0;
    next();
}

void ScreenGallery::next() {
    const auto rounds = static_cast<std::size_t>(m_options.languages.size() * m_options.shades.size());
    if (m_step == m_steps.size()) {
        m_step = 0;
        ++m_round;
        m_window.reset();
        m_user.clear();
    }
    if (m_round == rounds) {
        m_login.reset();
        emit finished();
        return;
    }
    const Step& step = m_steps[m_step];
    const auto language = static_cast<qsizetype>(m_round) / m_options.shades.size();
    if (m_step == 0) {
        speak(m_application, m_options.languages[language]);
        dress(m_application,
              m_options.shades[static_cast<qsizetype>(m_round) % m_options.shades.size()] == QLatin1String("dark"));
    }
    if (step.user.isEmpty()) {
        showLogin();
        perform();
        return;
    }
    m_login.reset();
    if (step.user == m_user) {
        perform();
        return;
    }
    signIn(step.user);
}

void ScreenGallery::showLogin() {
    m_loginPresenter = std::make_unique<LoginPresenter>(m_options.port);
    auto page = std::make_unique<LoginPage>(*m_loginPresenter);
    page->resize(1480, 900);
    page->show();
    page->focusFirst();
    m_login = std::move(page);
}

void ScreenGallery::signIn(const QString& user) {
    m_window.reset();
    SignInRequest request = m_options.port.remembered();
    request.user = user;
    request.password.clear();
    m_options.port.signIn(request, guarded(this, [this, user](const Result<service::Desk*>& desk) {
                              if (!desk) {
                                  emit failed(desk.error());
                                  return;
                              }
                              m_user = user;
                              openWindow(*desk);
                              QTimer::singleShot(kSettleMs * 2, this, &ScreenGallery::perform);
                          }));
}

void ScreenGallery::openWindow(service::Desk* desk) {
    m_desk = desk;
    const auto language = static_cast<qsizetype>(m_round) / m_options.shades.size();
    const bool chinese = m_options.languages[language] == QLatin1String("zh");
    m_window = std::make_unique<MainWindow>(WindowOptions{*desk, m_options.clock, m_options.settings, chinese, {}});
    m_window->resize(1480, 900);
    m_window->show();
    m_window->activateWindow();
}

void ScreenGallery::perform() {
    const Step step = m_steps[m_step];
    QWidget* shown = step.show ? step.show() : nullptr;
    QTimer::singleShot(step.name.isEmpty() ? kSettleMs / 2 : kSettleMs, this,
                       [this, step, shown = QPointer<QWidget>(shown)] {
                           if (!step.name.isEmpty()) {
                               draw(shown != nullptr      ? shown.data()
                                    : m_window != nullptr ? static_cast<QWidget*>(m_window.get())
                                                          : m_login.get(),
                                    step.name);
                           }
                           ++m_step;
                           next();
                       });
}

void ScreenGallery::draw(QWidget* widget, const QString& name) {
    const auto shades = m_options.shades.size();
    const auto round = static_cast<qsizetype>(m_round);
    const QString file =
        QDir(m_options.folder)
            .filePath(QStringLiteral("%1-%2-%3.png")
                          .arg(name, m_options.languages[round / shades], m_options.shades[round % shades]));
    if (widget->grab().save(file)) {
        m_files << file;
    } else {
        emit failed(Error("db.full"));
    }
}

}  // namespace zhida::ui
