// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions of the table do in the window.
#include "model/domain/lifecycle.h"
#include "ui/dialogs/accounts_dialog.h"
#include "ui/dialogs/cheat_sheet.h"
#include "ui/dialogs/lookup_dialog.h"
#include "ui/dialogs/palette.h"
#include "ui/dialogs/rules_dialog.h"
#include "ui/dialogs/shift_dialog.h"
#include "ui/dialogs/surge_dialog.h"
#include "ui/dialogs/way_dialog.h"
#include "ui/dialogs/workload_dialog.h"
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/outbox_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/forms/answer_form.h"
#include "ui/forms/register_form.h"
#include "ui/presenters/articles_presenter.h"
#include "ui/shell/action_hub.h"
#include "ui/shell/main_window.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QSplitter>

#include <map>
#include <utility>

namespace zhida::ui {

using A = ActionId;

void MainWindow::showActions() {
    const bool bulk = m_bulkPresenter.active();
    const std::set<ActionId> fitting = bulk ? m_bulkPresenter.actions() : m_ticketPresenter.actions();
    const domain::Role role = m_options.desk.user().role;
    for (const ActionRow& row : actionTable()) {
        if (isOfTicket(row)) {
            m_hub->setEnabled(row.id, fitting.contains(row.id));
        }
    }
    const bool form = m_ticket->form() != nullptr;
    const bool call = qobject_cast<RegisterForm*>(m_ticket->form()) != nullptr;
    const bool answers = answersDirectly() && fitting.contains(A::answer);
    m_hub->setEnabled(A::newTicket, mayEver(domain::RegisterTicket::kName, role));
    for (const ActionId each : {A::copyNumber, A::showPath, A::showProof, A::more}) {
        m_hub->setEnabled(each, m_ticketPresenter.view().has_value());
    }
    m_hub->setEnabled(A::undo, (!bulk && m_ticketPresenter.undoable()) || m_undoPresenter.offered());
    m_hub->setEnabled(A::send, form);
    m_hub->setEnabled(A::insertArticle, answers || call);
    const bool atOnce = call || (answers && !bulk);  // in bulk nothing is done without its preview
    m_hub->setEnabled(A::answerAndRecord, atOnce);
    m_hub->setEnabled(A::reportArticle, m_knowledge->article().has_value());
    m_hub->setEnabled(A::printArticle, m_knowledge->article().has_value());
    m_hub->setEnabled(A::sendMessage, m_ticketPresenter.view() && mayEverAct(domain::SendMessage::kName, role));
    const bool writes = mayEverAct(domain::DraftArticle::kName, role);
    m_hub->setEnabled(A::articleFromTicket, writes && m_ticketPresenter.view().has_value());
    m_hub->setEnabled(A::openNotice, m_notices.count() > 0);
    m_hub->setEnabled(A::dismissNotices, m_notices.count() > 0);
    m_hub->setVisible(A::surges, domain::seesSurges(role));
    m_hub->setVisible(A::accounts, role == domain::Role::administrator);
    m_hub->setVisible(A::rules, role == domain::Role::administrator);
    m_knowledge->setUsable(answers || call, atOnce);
}

void MainWindow::run(ActionId action) {
    if (isOfTicket(actionRow(action)) && action != A::undo && !m_hub->enabled().contains(action)) {
        tellWhyNot(action);
        return;
    }
    if (!runWindow(action) && !runQueue(action) && !runKnowledge(action)) {
        runTicket(action);
    }
}

bool MainWindow::runWindow(ActionId action) {
    switch (action) {
        case A::palette:
            openPalette();
            return true;
        case A::cheatSheet:
            (new CheatSheet(this))->open();
            return true;
        case A::openNotice:
            openNotice();
            return true;
        case A::dismissNotices:
            m_notices.clear();
            return true;
        case A::lookUp:
            openLookUp({});
            return true;
        case A::outbox:
            toggleOutbox();
            return true;
        case A::workload:
            (new WorkloadDialog(m_options.desk, m_options.clock, this))->open();
            return true;
        case A::surges:
            openSurges();
            return true;
        case A::accounts:
            (new AccountsDialog(m_options.desk, m_options.clock, m_directory, m_options.chinese, this))->open();
            return true;
        case A::rules:
            (new RulesDialog(m_options.desk, m_signals, m_options.clock, this))->open();
            return true;
        case A::theme:
            emit themeAsked();
            return true;
        case A::language:
            emit languageAsked();
            return true;
        case A::pullCable:
            m_options.desk.sync().setOnline(m_statusPresenter.offline());
            return true;
        case A::signOut:
            openShift();
            return true;
        case A::quit:
            emit quitAsked();
            return true;
        default:
            return false;
    }
}

void MainWindow::openNotice() {
    const TicketId ticket = m_notices.take();
    if (!ticket.isNull()) {
        m_preview.stop();
        m_ticketPresenter.open(ticket);
    }
}

bool MainWindow::runQueue(ActionId action) {
    switch (action) {
        case A::next:
            m_queue->view().step(1);
            return true;
        case A::previous:
            m_queue->view().step(-1);
            return true;
        case A::open:
            m_ticketPresenter.open(m_queue->view().current());
            return true;
        case A::viewUnit:
            m_queue->setView(service::QueueView::unit);
            return true;
        case A::viewMine:
            m_queue->setView(service::QueueView::mine);
            return true;
        case A::viewAll:
            m_queue->setView(service::QueueView::all);
            return true;
        case A::settle:
            m_queue->settle();
            return true;
        case A::filterQueue:
            m_queue->focusFilter();
            return true;
        case A::back:
            back();
            return true;
        default:
            return false;
    }
}

void MainWindow::runTicket(ActionId action) {
    if (m_bulkPresenter.active() && isOfTicket(actionRow(action)) && action != A::undo) {
        openForm(m_bulkPresenter.commandOf(actionRow(action)));
        return;
    }
    switch (action) {
        case A::newTicket:
            openForm(domain::RegisterTicket::kName);
            return;
        case A::claim:
            m_ticketPresenter.run(domain::ClaimTicket{});
            return;
        case A::release:
            m_ticketPresenter.run(domain::ReleaseTicket{});
            return;
        case A::sign:
            m_ticketPresenter.run(domain::SignTicket{});
            return;
        case A::archive:
            m_ticketPresenter.run(domain::ArchiveTicket{});
            return;
        case A::recountDue:
            m_ticketPresenter.run(domain::RecountDue{});
            return;
        case A::undo:
            undo();
            return;
        case A::more:
            m_ticket->openMore();
            return;
        case A::showPath:
        case A::showProof:
            openWay(action == A::showProof);
            return;
        case A::answer:
            openForm(m_ticketPresenter.answerCommand().value_or(""));
            return;
        case A::send:
            if (m_ticket->form() != nullptr) {
                m_ticket->form()->send(false);
            }
            return;
        case A::sendAndNext:
            if (m_ticket->form() != nullptr) {
                m_ticket->form()->send(true);
            } else {
                answerAndRecord();
            }
            return;
        case A::copyNumber:
            if (m_ticketPresenter.view()) {
                const QString number = q(m_ticketPresenter.view()->ticket.number);
                QApplication::clipboard()->setText(number);
                m_ticket->tell(tr("Copied: %1").arg(number));
            }
            return;
        default:
            openForm(actionRow(action).command);
            return;
    }
}

void MainWindow::openForm(std::string_view command) {
    if (!command.empty()) {
        m_ticket->openForm(command);
    }
}

void MainWindow::tellWhyNot(ActionId action) {
    const ActionRow& row = actionRow(action);
    if (const auto why = m_bulkPresenter.active() ? m_bulkPresenter.obstacle(row) : m_ticketPresenter.obstacle(row)) {
        m_ticket->tell(*why);
    }
}

void MainWindow::openWay(bool proof) {
    if (m_ticketPresenter.view()) {
        (new WayDialog(m_ticketPresenter, *m_directory, proof, this))->open();
    }
}

void MainWindow::back() {
    if (m_ticket->form() != nullptr) {
        m_ticket->closeForm();
    } else if (m_outbox->isVisible()) {
        toggleOutbox();
    } else if (m_bulkPresenter.active()) {
        m_queue->view().chooseCurrent();
    }
    m_queue->view().setFocus();
}

void MainWindow::openPalette() {
    std::map<ActionId, QString> barred;
    for (const ActionRow& row : actionTable()) {
        const bool bulk = m_bulkPresenter.active();
        const auto why = !isOfTicket(row) ? std::nullopt
                         : bulk           ? m_bulkPresenter.obstacle(row)
                                          : m_ticketPresenter.obstacle(row);
        if (why) {
            barred.emplace(row.id, words::ofError(*why));
        }
    }
    auto* palette = new Palette(m_hub->enabled(), std::move(barred), this);
    connect(palette, &Palette::chosen, this, &MainWindow::run);
    palette->open();
    palette->move(frameGeometry().center().x() - palette->width() / 2, frameGeometry().top() + 120);
}

void MainWindow::openLookUp(const QString& text) {
    auto* dialog = new LookUpDialog(m_options.desk, m_options.clock, m_directory, this);
    connect(dialog, &LookUpDialog::opened, this, [this](const TicketId& ticket) { m_ticketPresenter.open(ticket); });
    dialog->lookUp(text);
    dialog->open();
}

void MainWindow::openSurges() {
    auto* dialog = new SurgeDialog(m_surgePresenter, m_options.clock, m_options.desk.offset(), this);
    connect(dialog, &SurgeDialog::opened, this, &MainWindow::openTicket);
    dialog->open();
    m_options.settings.setValue(QStringLiteral("surges/seen"), m_surgePresenter.seen());
}

/// Signing out goes through the hand-over: nothing is left behind.
void MainWindow::openShift() {
    auto* dialog = new ShiftDialog(m_options.desk, m_signals, m_options.clock, m_directory, this);
    connect(dialog, &ShiftDialog::opened, this, &MainWindow::openTicket);
    connect(dialog, &ShiftDialog::signOutAsked, this, &MainWindow::signOutAsked);
    dialog->open();
}

void MainWindow::toggleOutbox() {
    m_outbox->setVisible(!m_outbox->isVisible());
    if (m_outbox->isVisible()) {
        m_outboxPresenter.reload();
        m_rows->setSizes({m_rows->height() * 7 / 10, m_rows->height() * 3 / 10});
    }
}

}  // namespace zhida::ui
