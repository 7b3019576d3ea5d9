// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/delegates/widgets.h"
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/notice_bar.h"
#include "ui/docks/outbox_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/forms/register_form.h"
#include "ui/shell/action_hub.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>

namespace zhida::ui {

MainWindow::MainWindow(const WindowOptions& options)
    : m_options(options),
      m_signals(options.desk),
      m_queuePresenter(options.desk, m_signals, options.clock),
      m_ticketPresenter(options.desk, m_signals, options.clock),
      m_bulkPresenter(options.desk, m_signals, options.clock),
      m_undoPresenter(options.desk, m_signals, options.clock),
      m_notices(m_signals, options.chinese),
      m_knowledgePresenter(options.desk, m_signals, options.clock),
      m_outboxPresenter(options.desk, m_signals),
      m_statusPresenter(options.desk, m_signals, options.clock),
      m_surgePresenter(options.desk, m_signals, options.clock,
                       options.settings.value(QStringLiteral("surges/seen")).toStringList()) {
    setWindowTitle(tr("Zhida"));
    m_hub = new ActionHub(this);
    m_hub->fillMenus(menuBar());
    buildPanes();
    buildStatus();
    connectPanels();
    connectTicket();
    connectDone();
    readDirectory();
    m_queuePresenter.reload();
    m_outboxPresenter.reload();
    showActions();
    showStatus();
    m_minute.setInterval(20'000);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_queuePresenter.model().tick();
        if (m_ticketPresenter.view()) {
            emit m_ticketPresenter.updated();
        }
    });
    m_minute.start();
    m_queue->view().setFocus();
    if (!options.notice.isEmpty()) {
        m_ticket->tell(options.notice);
    }
}

MainWindow::~MainWindow() { m_ticket->endForm(); }

void MainWindow::buildPanes() {
    m_queue = new QueuePanel(m_queuePresenter);
    m_ticket = new TicketPanel(m_ticketPresenter, m_bulkPresenter, m_undoPresenter);
    m_ticket->setChinese(m_options.chinese);
    m_knowledge = new KnowledgePanel(m_knowledgePresenter);
    m_outbox = new OutboxPanel(m_outboxPresenter);
    m_panes = new QSplitter(Qt::Horizontal);
    for (QWidget* each :
         {static_cast<QWidget*>(m_queue), static_cast<QWidget*>(m_ticket), static_cast<QWidget*>(m_knowledge)}) {
        m_panes->addWidget(each);
    }
    m_queue->setMinimumWidth(320);
    m_ticket->setMinimumWidth(460);
    m_knowledge->setMinimumWidth(320);
    m_panes->setChildrenCollapsible(false);
    m_panes->setHandleWidth(space::kSmall);
    m_panes->setSizes({415, 645, 400});
    m_panes->setStretchFactor(1, 1);
    m_rows = new QSplitter(Qt::Vertical);
    m_rows->setHandleWidth(space::kSmall);
    m_rows->addWidget(m_panes);
    m_rows->addWidget(m_outbox);
    m_rows->setChildrenCollapsible(false);
    m_rows->setStretchFactor(0, 1);
    m_outbox->hide();
    auto* centre = new QWidget;
    auto* down = column(centre, space::kSmall, space::kSmall);
    down->addWidget(m_rows, 1);
    m_noticeBar = new NoticeBar(m_notices);
    down->addWidget(m_noticeBar);
    setCentralWidget(centre);
    resize(1480, 900);
    restoreGeometry(m_options.settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_panes->restoreState(m_options.settings.value(QStringLiteral("window/panes")).toByteArray());
}

void MainWindow::buildStatus() {
    m_status = button(QString());
    m_status->setObjectName(QStringLiteral("status"));
    m_filling = new QProgressBar;
    m_filling->setFixedWidth(160);
    m_filling->setTextVisible(false);
    m_filling->setAccessibleName(tr("Filling"));
    const domain::UserProfile& user = m_options.desk.user();
    statusBar()->addWidget(m_status);
    statusBar()->addWidget(m_filling);
    m_surges = button(QString());
    m_surges->setObjectName(QStringLiteral("status"));
    statusBar()->addWidget(m_surges);
    showSurges();
    statusBar()->addPermanentWidget(
        mutedLabel(tr("%1 all actions · %2 keys").arg(keyText(ActionId::palette), keyText(ActionId::cheatSheet))));
    statusBar()->addPermanentWidget(
        label(q(user.name) + QStringLiteral(" · ") + words::of(user.role), TypeSize::small, true));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, space::kMedium, 0);
    connect(m_status, &QPushButton::clicked, this, &MainWindow::toggleOutbox);
    connect(m_surges, &QPushButton::clicked, this, &MainWindow::openSurges);
    connect(&m_surgePresenter, &SurgePresenter::changed, this, &MainWindow::showSurges);
    connect(&m_statusPresenter, &StatusPresenter::changed, this, &MainWindow::showStatus);
}

void MainWindow::connectPanels() {
    connect(m_hub, &ActionHub::triggered, this, &MainWindow::run);
    connect(m_hub, &ActionHub::barred, this, &MainWindow::tellWhyNot);
    m_preview.setSingleShot(true);
    m_preview.setInterval(40);
    connect(&m_queue->view(), &QueueView::currentTicketChanged, this, [this](const TicketId& ticket) {
        m_previewed = ticket;
        m_preview.start();
    });
    connect(&m_preview, &QTimer::timeout, this, [this] {
        if (!m_bulkPresenter.active() && !m_previewed.isNull() && m_previewed != m_ticketPresenter.id()) {
            m_ticketPresenter.open(m_previewed);
        }
    });
    connect(&m_queue->view(), &QueueView::opened, this, [this](const TicketId& ticket) {
        if (!ticket.isNull()) {
            m_preview.stop();
            m_ticketPresenter.open(ticket);
        }
    });
    connect(m_queue, &QueuePanel::wantsNewTicket, this, [this] { run(ActionId::newTicket); });
    connect(m_knowledge, &KnowledgePanel::insertAsked, this, &MainWindow::insertArticle);
    connect(m_knowledge, &KnowledgePanel::answerAsked, this, &MainWindow::answerAndRecord);
    connect(m_knowledge, &KnowledgePanel::reportAsked, this, &MainWindow::reportArticle);
    connect(m_knowledge, &KnowledgePanel::messageAsked, this, &MainWindow::sendMessage);
    connect(&m_knowledgePresenter, &KnowledgePresenter::found, this, &MainWindow::showActions);
    connect(m_outbox, &OutboxPanel::closed, this, &MainWindow::toggleOutbox);
    connect(m_outbox, &OutboxPanel::withdrawAsked, &m_undoPresenter, &UndoPresenter::withdraw);
    connect(m_outbox, &OutboxPanel::reuse, this, &MainWindow::reuse);
    connect(m_outbox, &OutboxPanel::openTicket, this,
            [this](const TicketId& ticket) { m_ticketPresenter.open(ticket); });
    connect(m_noticeBar, &NoticeBar::openAsked, this, &MainWindow::openNotice);
    connect(m_noticeBar, &NoticeBar::dismissAsked, &m_notices, &NoticePresenter::clear);
    connect(&m_notices, &NoticePresenter::changed, this, &MainWindow::showActions);
    connect(&m_notices, &NoticePresenter::arrived, this, [this] { QApplication::alert(this); });
    connect(&m_outboxPresenter, &OutboxPresenter::failed, this, [this](const Error& error) { m_ticket->tell(error); });
    connect(&m_signals, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        if (change.reference || change.everything) {
            readDirectory();
        }
    });
}

void MainWindow::connectTicket() {
    connect(m_ticket, &TicketPanel::actionAsked, this, &MainWindow::run);
    connect(m_ticket, &TicketPanel::othersAsked, this, &MainWindow::openLookUp);
    connect(m_ticket, &TicketPanel::formClosed, this, &MainWindow::showActions);
    connect(m_ticket, &TicketPanel::formOpened, this, [this](Form* form) {
        connect(form, &Form::about, this, [this](const QString& text, const QString& region) {
            m_knowledgePresenter.feed(text, RegionCode{s(region)});
        });
        m_answerAfter.reset();
        if (auto* call = qobject_cast<RegisterForm*>(form)) {
            connect(call, &RegisterForm::wantsLookUp, this, &MainWindow::openLookUp);
        }
        showActions();
    });
    connect(&m_ticketPresenter, &TicketPresenter::opened, this, [this] {
        m_queue->view().select(m_ticketPresenter.id());
        feedKnowledge();
        showActions();
    });
    connect(&m_ticketPresenter, &TicketPresenter::updated, this, &MainWindow::showActions);
    connect(m_ticket, &TicketPanel::ticketAsked, this,
            [this](const TicketId& ticket) { m_ticketPresenter.open(ticket); });
}

void MainWindow::readDirectory() {
    ask(
        m_options.desk, this, [](service::DeskReader& reader) { return Directory::read(reader); },
        [this](DirectoryPtr directory) {
            m_directory = std::move(directory);
            m_queuePresenter.model().setDirectory(m_directory);
            m_ticket->setDirectory(m_directory);
            m_knowledge->setDirectory(m_directory);
            const QString unit = m_directory->unitName(m_options.desk.user().unit);
            setWindowTitle(unit.isEmpty() ? tr("Zhida") : tr("Zhida · %1").arg(unit));
        });
}

void MainWindow::showStatus() {
    m_status->setText(m_statusPresenter.text());
    m_status->setAccessibleName(m_statusPresenter.text());
    m_status->setToolTip(m_statusPresenter.tooltip());
    using Tone = StatusPresenter::Tone;
    const Tone tone = m_statusPresenter.tone();
    const QColor color = tone == Tone::good      ? theme().green
                         : tone == Tone::careful ? theme().amber
                         : tone == Tone::bad     ? theme().red
                                                 : theme().accent;
    m_status->setStyleSheet(QStringLiteral("color:%1;font-weight:bold").arg(color.name()));
    m_filling->setVisible(m_statusPresenter.filling());
    m_filling->setValue(m_statusPresenter.percent());
    m_hub->action(ActionId::pullCable)
        ->setText(m_statusPresenter.offline() ? tr("Work online") : actionText(ActionId::pullCable));
}

/// Quiet: it stands there, and is bold until somebody has looked.
void MainWindow::showSurges() {
    const auto count = static_cast<int>(m_surgePresenter.surges().size());
    const bool news = m_surgePresenter.news() > 0;
    m_surges->setVisible(count > 0);
    m_surges->setText(tr("▲ %n surge(s)", nullptr, count));
    m_surges->setAccessibleName(m_surges->text());
    m_surges->setToolTip(actionHint(ActionId::surges));
    m_surges->setStyleSheet(news ? QStringLiteral("color:%1;font-weight:bold").arg(theme().amber.name()) : QString());
}

void MainWindow::feedKnowledge() {
    const auto& view = m_ticketPresenter.view();
    if (view && !qobject_cast<RegisterForm*>(m_ticket->form())) {
        m_knowledgePresenter.feed(q(view->ticket.title), view->ticket.region);
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_ticket->closeForm();
    m_options.settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_options.settings.setValue(QStringLiteral("window/panes"), m_panes->saveState());
    QMainWindow::closeEvent(event);
}

}  // namespace zhida::ui
