// SPDX-License-Identifier: GPL-3.0-or-later
// What follows when something has been done: the next ticket, the answer to a call, taking back.
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/forms/answer_form.h"
#include "ui/forms/register_form.h"
#include "ui/shell/action_hub.h"
#include "ui/shell/main_window.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <utility>

namespace zhida::ui {

using A = ActionId;

void MainWindow::connectDone() {
    connect(m_ticket, &TicketPanel::sent, this, &MainWindow::onSent);
    connect(m_ticket, &TicketPanel::sentAll, this, &MainWindow::onSentAll);
    connect(m_ticket, &TicketPanel::bulkCleared, this, [this] { m_queue->view().chooseCurrent(); });
    connect(&m_queue->view(), &QueueView::chosenChanged, this, &MainWindow::onChosen);
    connect(&m_bulkPresenter, &BulkPresenter::chosen, this, [this] {
        if (!m_bulkPresenter.active()) {
            m_preview.start();
        }
        showActions();
    });
    connect(&m_bulkPresenter, &BulkPresenter::changed, this, &MainWindow::showActions);
    connect(&m_ticketPresenter, &TicketPresenter::done, this,
            [this](const service::Submitted& submitted, std::string_view command) {
                m_ticket->tell(tr("%1: %2").arg(words::ofCommand(command), q(submitted.number)));
                m_ticket->offerUndo(submitted, command);
            });
    connect(&m_undoPresenter, &UndoPresenter::changed, this, [this] {
        m_hub->setEnabled(A::undo,
                          m_undoPresenter.offered() || (!m_bulkPresenter.active() && m_ticketPresenter.undoable()));
    });
    connect(&m_undoPresenter, &UndoPresenter::undone, this, [this](const QString& what) { m_ticket->tell(what); });
    connect(&m_undoPresenter, &UndoPresenter::failed, this, [this](const Error& error) { m_ticket->tell(error); });
}

/// One that is chosen alone is the one in front, also when it is not the one the keys stand on.
void MainWindow::onChosen(const std::vector<TicketId>& tickets) {
    if (tickets.size() == 1) {
        m_previewed = tickets.front();
        m_preview.start();
    }
    m_bulkPresenter.choose(tickets);
}

bool MainWindow::answersDirectly() const {
    if (m_bulkPresenter.active()) {
        return m_bulkPresenter.commandOf(actionRow(A::answer)) == domain::AnswerDirectly::kName;
    }
    return m_ticketPresenter.answerCommand() == domain::AnswerDirectly::kName;
}

/// Who has refused stays chosen, so that one sees why.
void MainWindow::onSentAll(const service::BulkOutcome& outcome, std::string_view command) {
    m_ticket->offerUndo(outcome, command);
    std::vector<TicketId> refused;
    for (const auto& [ticket, why] : outcome.refused) {
        refused.push_back(ticket);
    }
    if (refused.empty()) {
        m_queue->view().chooseCurrent();
    } else {
        m_queue->view().choose(refused);
        m_ticket->tell(outcome.refused.front().second);
    }
    m_queue->view().setFocus();
}

void MainWindow::insertArticle() {
    const auto& article = m_knowledge->article();
    if (!article) {
        return;
    }
    if (qobject_cast<RegisterForm*>(m_ticket->form()) != nullptr) {
        m_ticket->tell(tr("The call is answered with “%1” as soon as it is registered (%2).")
                           .arg(q(article->title), keyText(A::answerAndRecord)));
        m_answerAfter = *article;
        m_knowledgePresenter.used();
        return;
    }
    if (!answersDirectly()) {
        return;
    }
    if (auto* form = qobject_cast<AnswerForm*>(m_ticket->openForm(domain::AnswerDirectly::kName))) {
        form->insertArticle(*article);
        m_knowledgePresenter.used();
    }
}

void MainWindow::answerAndRecord() {
    const auto& article = m_knowledge->article();
    if (!article) {
        m_ticket->tell(tr("No article is chosen."));
        return;
    }
    if (auto* call = qobject_cast<RegisterForm*>(m_ticket->form())) {
        m_answerAfter = *article;
        m_knowledgePresenter.used();
        call->send(false);
        return;
    }
    if (!answersDirectly()) {
        return;
    }
    auto* form = qobject_cast<AnswerForm*>(m_ticket->form());
    if (form == nullptr) {
        insertArticle();
        form = qobject_cast<AnswerForm*>(m_ticket->form());
    }
    if (form != nullptr) {
        form->send(true);
    }
}

void MainWindow::onSent(const service::Submitted& submitted, bool andNext, std::string_view command) {
    m_ticket->tell(tr("%1: %2").arg(words::ofCommand(command), q(submitted.number)));
    m_ticket->offerUndo(submitted, command);
    const bool made = m_ticketPresenter.id() != submitted.ticket;
    if (made && m_answerAfter) {
        answerNew(submitted);
    } else if (made && andNext) {
        openForm(domain::RegisterTicket::kName);
    } else if (made) {
        m_ticketPresenter.open(submitted.ticket);
    } else if (andNext) {
        m_queue->view().step(1);
    }
    if (m_ticket->form() == nullptr) {
        m_queue->view().setFocus();
    }
}

void MainWindow::answerNew(const service::Submitted& submitted) {
    const domain::Article article = *std::exchange(m_answerAfter, std::nullopt);
    m_options.desk.submit(
        {submitted.ticket, domain::AnswerDirectly{article.answer, article.key, article.version, false}, {}},
        guarded(this, [this, ticket = submitted.ticket](const Result<service::Submitted>& result) {
            m_ticketPresenter.open(ticket);
            if (result) {
                m_ticket->tell(tr("Registered and answered: %1").arg(q(result->number)));
            } else {
                m_ticket->tell(result.error());
            }
        }));
}

/// What the bar offers, else the last thing done to the ticket in front.
void MainWindow::undo() {
    if (m_undoPresenter.offered()) {
        m_undoPresenter.undoOffered();
    } else if (!m_bulkPresenter.active() && m_ticketPresenter.undoable()) {
        m_undoPresenter.undo(m_ticketPresenter.id(), *m_ticketPresenter.undoable());
    } else {
        tellWhyNot(A::undo);
    }
}

}  // namespace zhida::ui
