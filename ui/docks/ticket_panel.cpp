// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/ticket_panel.h"

#include "ui/docks/action_menu.h"
#include "ui/docks/bulk_panel.h"
#include "ui/docks/ticket_facts.h"
#include "ui/docks/ticket_header.h"
#include "ui/docks/undo_bar.h"
#include "ui/forms/make_form.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

#include <memory>

namespace zhida::ui {
TicketPanel::TicketPanel(TicketPresenter& presenter, BulkPresenter& bulk, UndoPresenter& undo, QWidget* parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_bulk(bulk),
      m_undoing(undo),
      m_stack(new QStackedWidget),
      m_split(new QSplitter(Qt::Vertical)),
      m_undo(new UndoBar(undo, presenter.clock())),
      m_told(notice("good")) {
    setObjectName(QStringLiteral("pane"));
    auto* layout = column(this, 1, 0);
    buildTicket();
    auto* empty =
        new EmptyState(QStringLiteral("inbox"), tr("Choose a ticket on the left with J and K, or take a new call."),
                       actionText(ActionId::newTicket));
    connect(empty, &EmptyState::acted, this, [this] { emit actionAsked(ActionId::newTicket); });
    m_stack->addWidget(empty);
    buildBulk();
    m_split->addWidget(m_stack);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(6);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_told);
    connect(m_undo, &UndoBar::undoAsked, this, [this] { emit actionAsked(ActionId::undo); });
    m_stack->setCurrentIndex(1);
    m_forget.setSingleShot(true);
    m_forget.setInterval(8000);
    connect(&m_forget, &QTimer::timeout, this, [this] { say(m_told, {}); });
    connect(&m_presenter, &TicketPresenter::opened, this, [this] {
        if (m_form != nullptr && m_form->context().ticket &&
            m_form->presenter().ticket() != std::optional(m_presenter.id())) {
            closeForm();
        }
        m_scroll->verticalScrollBar()->setValue(0);
        showTicket();
    });
    connect(&m_presenter, &TicketPresenter::updated, this, &TicketPanel::showTicket);
    connect(&m_presenter, &TicketPresenter::failed, this, [this](const Error& error) { tell(error); });
    connect(&m_presenter, &TicketPresenter::missing, this, [this](const QString& id) {
        tell(Error("ticket.unknown", {{"ticket", s(id)}}));
    });
}

void TicketPanel::buildTicket() {
    auto* page = new QWidget;
    auto* layout = column(page, 0, 0);
    m_header = new TicketHeader;
    m_facts = new TicketFacts;
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_facts);
    m_scroll->setAccessibleName(tr("Ticket"));
    m_foot = frame("foot");
    m_actions = row(m_foot, space::kSmall, space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_foot);
    m_stack->addWidget(page);
    connect(m_header, &TicketHeader::copyAsked, this, [this] { emit actionAsked(ActionId::copyNumber); });
    connect(m_facts, &TicketFacts::actionAsked, this, &TicketPanel::actionAsked);
    connect(m_facts, &TicketFacts::ticketAsked, this, &TicketPanel::ticketAsked);
    connect(m_header, &TicketHeader::othersAsked, this, &TicketPanel::othersAsked);
}

void TicketPanel::buildBulk() {
    m_chosen = new BulkPanel(m_bulk);
    m_stack->addWidget(m_chosen);
    connect(m_chosen, &BulkPanel::actionAsked, this, &TicketPanel::actionAsked);
    connect(m_chosen, &BulkPanel::cleared, this, &TicketPanel::bulkCleared);
    connect(&m_bulk, &BulkPresenter::chosen, this, [this] {
        if (m_form != nullptr && m_form->context().ticket) {
            closeForm();  // it was for other tickets
        }
        showTicket();
    });
}

void TicketPanel::setDirectory(DirectoryPtr directory) {
    m_directory = std::move(directory);
    showTicket();
}

void TicketPanel::showTicket() {
    if (m_bulk.active()) {
        m_stack->setCurrentIndex(2);
        m_stack->show();
        return;
    }
    const bool any = m_presenter.view().has_value();
    m_stack->setCurrentIndex(any ? 0 : 1);
    m_stack->setVisible(any || m_form == nullptr);  // a new call needs the whole height
    if (!any) {
        return;
    }
    const UtcOffset offset = m_presenter.desk().offset();
    m_header->setTicket(*m_presenter.view(), *m_directory, m_presenter.clock().now(), offset,
                        m_presenter.others().size());
    m_facts->setTicket(m_presenter, *m_directory, offset, m_chinese);
    showActions();
    sayUndo();
}

/// The first of the table that fit as buttons, everything else behind one.
void TicketPanel::showActions() {
    clearLayout(m_actions);
    const std::set<ActionId> fitting = m_presenter.actions();
    int shown = 0;
    for (const ActionRow& each : actionTable()) {
        if (each.group != ActionGroup::ticket || each.command.empty() || each.id == ActionId::undo ||
            !fitting.contains(each.id) || shown == ActionMenu::kMostButtons) {
            continue;
        }
        const bool answers = each.id == ActionId::answer;
        const QString text = answers ? words::ofCommand(*m_presenter.answerCommand()) : actionText(each.id);
        QPushButton* made =
            shown == 0 ? primary(text, QString::fromLatin1(each.icon)) : button(text, QString::fromLatin1(each.icon));
        made->setToolTip(actionHint(each.id));
        connect(made, &QPushButton::clicked, this, [this, id = each.id] { emit actionAsked(id); });
        m_actions->addWidget(made);
        ++shown;
    }
    m_more = button(ActionId::more);
    connect(m_more, &QPushButton::clicked, this, &TicketPanel::openMore);
    m_actions->addWidget(m_more);
    m_actions->addStretch();
}

void TicketPanel::openMore() {
    if (m_bulk.active()) {
        m_chosen->openMore();
        return;
    }
    if (!m_presenter.view() || m_more == nullptr) {
        return;
    }
    auto* menu = new ActionMenu([this](const ActionRow& each) { return m_presenter.obstacle(each); }, this);
    connect(menu, &ActionMenu::chosen, this, &TicketPanel::actionAsked);
    menu->popupOver(m_more);
}

namespace {

/// What has been told to the caller or passed on is not taken back.
bool canBeTakenBack(std::string_view command) {
    return command != domain::RegisterTicket::kName && command != domain::TransferTicket::kName &&
           command != domain::ArchiveTicket::kName && command != domain::UndoCommand::kName;
}

}  // namespace

void TicketPanel::offerUndo(const service::Submitted& submitted, std::string_view command) {
    if (!canBeTakenBack(command)) {
        m_undoing.drop();
        return;
    }
    const QString what = tr("%1: %2").arg(words::ofCommand(command), q(submitted.number));
    say(m_told, {});
    m_undoing.offer({{submitted}, {}, what}, m_directory->rules().undoRestSeconds);
    sayUndo();
}

void TicketPanel::offerUndo(const service::BulkOutcome& outcome, std::string_view command) {
    const QString what =
        tr("%1: %n ticket(s)", nullptr, static_cast<int>(outcome.accepted.size())).arg(words::ofCommand(command));
    say(m_told, {});
    m_undoing.offer({outcome.accepted, outcome.batch, what}, m_directory->rules().undoRestSeconds);
}

/// The words of the history, as soon as it holds what was done.
void TicketPanel::sayUndo() {
    const auto& offer = m_undoing.offered();
    if (!offer || !offer->batch.isNull() || offer->done.front().ticket != m_presenter.id()) {
        return;
    }
    std::vector<domain::Event> done;
    for (const domain::Event& each : m_presenter.history()) {
        if (each.command == offer->done.front().command) {
            done.push_back(each);
        }
    }
    const auto entries =
        timelineOf(done, *m_directory, m_presenter.clock().now(), m_presenter.desk().offset(), m_chinese);
    if (!entries.empty()) {
        m_undoing.say(entries.back().what);
    }
}

Form* TicketPanel::openForm(std::string_view command) {
    const bool fresh = command == domain::RegisterTicket::kName;
    if (m_form != nullptr && m_form->presenter().command() == command) {
        m_form->start();
        return m_form;
    }
    closeForm();
    FormContext context{m_presenter.desk(), m_presenter.clock(), m_directory, fresh ? std::nullopt : m_presenter.view(),
                        m_chinese};
    if (!fresh && m_bulk.active()) {
        context.ticket = m_bulk.example(command);
        context.bulk = m_bulk.tickets();
    }
    m_form = makeForm(command, std::move(context));
    if (m_form == nullptr) {
        return nullptr;
    }
    m_split->addWidget(m_form);
    const int whole = m_split->height();
    m_split->setSizes(fresh ? QList<int>{whole / 5, whole * 4 / 5} : QList<int>{whole * 50 / 100, whole * 50 / 100});
    m_foot->setVisible(false);
    m_chosen->setActionsShown(false);
    m_stack->setVisible(m_presenter.view().has_value() || m_bulk.active());
    connectForm();
    m_form->show();
    m_form->start();
    emit formOpened(m_form);
    return m_form;
}

void TicketPanel::connectForm() {
    connect(m_form, &Form::closed, this, &TicketPanel::closeForm);
    connect(m_form, &Form::sent, this,
            [this, given = m_form->presenter().command()](const service::Submitted& submitted, bool andNext) {
                closeForm();
                emit sent(submitted, andNext, given);
            });
    if (m_form->context().bulk.empty()) {
        return;
    }
    m_bulk.consider(m_form->presenter().command());
    connect(&m_form->presenter(), &FormPresenter::judged, &m_bulk, &BulkPresenter::take);
    connect(m_form, &Form::sentAll, this,
            [this, given = m_form->presenter().command()](const service::BulkOutcome& outcome) {
                closeForm();
                emit sentAll(outcome, given);
            });
}

void TicketPanel::closeForm() {
    if (m_form == nullptr) {
        return;
    }
    Form* closing = m_form;
    m_form = nullptr;
    closing->presenter().flush();
    closing->hide();
    closing->setParent(nullptr);  // the splitter must not count it any more
    closing->deleteLater();
    m_foot->setVisible(true);
    m_chosen->setActionsShown(true);
    m_stack->setVisible(true);
    if (!closing->context().bulk.empty()) {
        m_bulk.consider({});
    }
    emit formClosed();
}

void TicketPanel::endForm() {
    const std::unique_ptr<Form> ending(m_form);
    closeForm();
}

void TicketPanel::tell(const QString& text) {
    m_told->setObjectName(QStringLiteral("good"));
    restyle(m_told);
    say(m_told, text);
    m_forget.start();
}

void TicketPanel::tell(const Error& error) {
    m_told->setObjectName(QStringLiteral("error"));
    restyle(m_told);
    say(m_told, words::ofError(error));
    m_forget.start();
}

}  // namespace zhida::ui
