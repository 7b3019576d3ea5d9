// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/campaigns_dialog.h"

#include "ui/delegates/table_page.h"
#include "ui/delegates/widgets.h"
#include "ui/dialogs/act_dialog.h"
#include "ui/dialogs/campaign_start_dialog.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>

#include <utility>

namespace zhida::ui {
namespace {

enum CampaignColumn { kAbout = 2, kWhy };
enum CallerColumn { kMatter = 2, kTold };

constexpr int kToldHeight = 116;

QTableView& prepared(TablePage& page, int stretched, int alsoStretched) {
    QTableView& view = page.view();
    view.setSelectionMode(QTableView::SingleSelection);
    view.horizontalHeader()->setStretchLastSection(false);
    view.horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    view.horizontalHeader()->setSectionResizeMode(alsoStretched, QHeaderView::Stretch);
    return view;
}

}  // namespace

CampaignsDialog::CampaignsDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QWidget* parent)
    : QDialog(parent),
      m_desk(desk),
      m_signals(signals_),
      m_clock(clock),
      m_presenter(desk, signals_, clock),
      m_campaigns(
          new TablePage(m_presenter.campaigns(), actionText(ActionId::campaigns),
                        tr("There is no campaign. One begins when an article that callers were told has changed "
                           "(Ctrl+M), or with Ctrl+N when the document it rests on was repealed."))),
      m_callers(new TablePage(m_presenter.callers(), tr("Callers"), tr("Everybody has been phoned."))),
      m_openOnly(new QCheckBox(tr("Only who is to be phoned (Alt+O)"))),
      m_told(new QTextBrowser),
      m_start(button(tr("Repealed document …"), QStringLiteral("plus"))),
      m_ticket(button(ActionId::open)),
      m_phoned(primary(tr("Phoned"), QStringLiteral("check"))),
      m_said(notice("good")),
      m_offline(notice("careful")) {
    setWindowTitle(actionText(ActionId::campaigns));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1240, 800);
    auto* layout = column(this, space::kLarge, space::kSmall);
    buildHead(layout);
    layout->addWidget(m_offline);
    layout->addWidget(m_said);
    QSplitter* split = splitter(Qt::Vertical);
    split->addWidget(buildUpper());
    m_lower = buildLower();
    m_lower->hide();
    split->addWidget(m_lower);
    split->setSizes({190, 520});
    split->setStretchFactor(1, 1);
    layout->addWidget(split, 1);
    buildKeys();
    connectPresenter();
    m_presenter.load();
    showChoice();
    showStatus();
}

void CampaignsDialog::buildHead(QVBoxLayout* layout) {
    auto* head = row();
    head->addWidget(label(actionText(ActionId::campaigns), TypeSize::heading, true));
    head->addStretch();
    head->addWidget(m_start);
    QPushButton* close = button(tr("Close"));
    head->addWidget(close);
    layout->addLayout(head);
    connect(m_start, &QPushButton::clicked, this, [this] { start(); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

QWidget* CampaignsDialog::buildUpper() {
    QFrame* card = frame("card");
    column(card, 1)->addWidget(m_campaigns);
    QTableView& view = prepared(*m_campaigns, kAbout, kWhy);
    connect(view.selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_showing) {
            m_presenter.choose(now.row());
        }
    });
    connect(&view, &QTableView::activated, this, [this] { m_callers->view().setFocus(); });
    return card;
}

QWidget* CampaignsDialog::buildLower() {
    auto* lower = new QWidget;
    auto* down = column(lower, 0, space::kSmall);
    auto* head = row();
    head->addWidget(label(tr("Callers"), TypeSize::body, true));
    head->addStretch();
    head->addWidget(m_openOnly);
    down->addLayout(head);
    QFrame* card = frame("card");
    column(card, 1)->addWidget(m_callers);
    down->addWidget(card, 1);
    m_told->setFixedHeight(kToldHeight);
    m_told->setAccessibleName(tr("What the caller was told"));
    down->addWidget(m_told);
    auto* foot = row();
    foot->addStretch();
    foot->addWidget(m_ticket);
    foot->addWidget(m_phoned);
    down->addLayout(foot);
    QTableView& view = prepared(*m_callers, kMatter, kTold);
    connect(view.selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!m_showing) {
            m_presenter.look(now.row());
        }
    });
    connect(&view, &QTableView::activated, this, &CampaignsDialog::openTicket);
    connect(m_openOnly, &QCheckBox::toggled, &m_presenter, &CampaignsPresenter::setOpenOnly);
    connect(m_ticket, &QPushButton::clicked, this, &CampaignsDialog::openTicket);
    connect(m_phoned, &QPushButton::clicked, this, &CampaignsDialog::phoned);
    return lower;
}

void CampaignsDialog::buildKeys() {
    onKey(this, "Ctrl+N", [this] { start(); });
    onKey(this, "Alt+O", [this] { m_openOnly->toggle(); });
    onKey(this, "Alt+B", [this] { phoned(); });
    onKey(this, "F6", [this] {
        QTableView& other = m_callers->view().hasFocus() ? m_campaigns->view() : m_callers->view();
        other.setFocus();
    });
}

void CampaignsDialog::connectPresenter() {
    connect(&m_presenter, &CampaignsPresenter::loaded, this, &CampaignsDialog::showAll);
    connect(&m_presenter, &CampaignsPresenter::listedCallers, this, &CampaignsDialog::showCallers);
    connect(&m_presenter, &CampaignsPresenter::judged, this, &CampaignsDialog::showChoice);
    connect(&m_signals, &DeskSignals::statusChanged, this, &CampaignsDialog::showStatus);
}

void CampaignsDialog::showAll() {
    const bool appears = m_lower->isHidden();
    m_lower->setVisible(m_presenter.campaign() != nullptr);
    m_showing = true;
    m_campaigns->view().selectRow(m_presenter.campaignRow());
    m_showing = false;
    showCallers();
    if (appears && m_presenter.campaign() != nullptr) {
        m_callers->view().setFocus();
    }
}

void CampaignsDialog::showCallers() {
    m_showing = true;
    m_callers->view().selectRow(m_presenter.callerRow());
    m_showing = false;
    showChoice();
}

void CampaignsDialog::showChoice() {
    const service::CampaignRow* caller = m_presenter.caller();
    const QString why = m_presenter.obstacle();
    const QString startWhy = m_presenter.startObstacle();
    m_told->setPlainText(m_presenter.callerText());
    m_ticket->setEnabled(caller != nullptr && !caller->number.empty());
    m_phoned->setEnabled(why.isEmpty());
    m_phoned->setToolTip(why.isEmpty() ? tr("Phoned (Alt+B)") : why);
    m_start->setEnabled(startWhy.isEmpty());
    m_start->setToolTip(startWhy.isEmpty() ? tr("Who relied on a repealed document (Ctrl+N)") : startWhy);
}

void CampaignsDialog::showStatus() {
    say(m_offline, m_signals.status().line == service::SyncStatus::Line::offline
                       ? tr("No line to the centre: you can go on, what you send waits in the outbox.")
                       : QString());
}

void CampaignsDialog::tell(const QString& text) { say(m_said, text); }

void CampaignsDialog::openTicket() {
    if (m_ticket->isEnabled()) {
        emit ticketAsked(m_presenter.caller()->item.ticket);
        close();
    }
}

FormContext CampaignsDialog::contextOf(FormRecord record) {
    return {m_desk, m_clock, m_presenter.directory(), std::nullopt, true, std::move(record)};
}

void CampaignsDialog::start(const FormValues& words) {
    tell(m_presenter.startObstacle());
    if (!m_presenter.startObstacle().isEmpty()) {
        return;
    }
    auto* dialog = new CampaignStartDialog(contextOf(CampaignStartDialog::aboutBasis(words)), this);
    connect(dialog, &CampaignStartDialog::sent, this, [this](const service::RecordSubmitted& submitted) {
        tell(tr("%1: done").arg(words::ofCommand(domain::StartCampaign::kName)));
        m_presenter.choose(submitted.key);
        m_presenter.load();
    });
    dialog->open();
}

void CampaignsDialog::phoned() {
    tell(m_presenter.obstacle());
    if (m_presenter.obstacle().isEmpty()) {
        openDone(m_presenter.campaign()->campaign.key, m_presenter.caller()->item.ticket, {});
    }
}

void CampaignsDialog::openDone(const std::string& key, const TicketId& ticket, const FormValues& values) {
    const service::CampaignRow* caller = m_presenter.caller();
    const QString title = caller != nullptr && caller->item.ticket == ticket
                              ? q(caller->number) + QStringLiteral(" · ") + q(caller->title)
                              : QString();
    FormRecord record{{key, std::nullopt, 0, ticket}, title, values};
    record.values.insert(QStringLiteral("ticket"), q(ticket.text()));
    auto* dialog = new ActDialog(contextOf(std::move(record)), domain::CampaignDone::kName, this);
    connect(dialog, &ActDialog::sent, this, [this, ticket] {
        tell(tr("%1: done").arg(words::ofCommand(domain::CampaignDone::kName)));
        m_presenter.goOn(ticket);
    });
    dialog->open();
}

void CampaignsDialog::writeAgain(std::string_view act, const std::string& key, const FormValues& words) {
    connect(
        &m_presenter, &CampaignsPresenter::loaded, this,
        [this, act, key, words] {
            if (act == domain::StartCampaign::kName) {
                start(words);
                return;
            }
            const auto ticket = Uuid::parse(s(words.value(QLatin1String("ticket")).toString()));
            openDone(key, TicketId{ticket.value_or(Uuid{})}, words);
        },
        Qt::SingleShotConnection);
    m_presenter.choose(key);
    if (const auto ticket = Uuid::parse(s(words.value(QLatin1String("ticket")).toString()))) {
        m_presenter.lookFor(TicketId{*ticket});
    }
    m_presenter.load();
}

}  // namespace zhida::ui
