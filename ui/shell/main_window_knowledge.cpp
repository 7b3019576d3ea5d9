// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with articles: into an answer, into an error report, into the review desk; and refused words back into a form.
#include "model/domain/lifecycle.h"
#include "ui/dialogs/act_dialog.h"
#include "ui/dialogs/article_view.h"
#include "ui/dialogs/articles_dialog.h"
#include "ui/dialogs/campaigns_dialog.h"
#include "ui/dialogs/gaps_dialog.h"
#include "ui/dialogs/print_article.h"
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/forms/answer_form.h"
#include "ui/forms/register_form.h"
#include "ui/presenters/record_probe.h"
#include "ui/shell/main_window.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::ui {

using A = ActionId;

bool MainWindow::runKnowledge(ActionId action) {
    switch (action) {
        case A::search:
            m_knowledge->focusSearch();
            return true;
        case A::insertArticle:
            insertArticle();
            return true;
        case A::answerAndRecord:
            answerAndRecord();
            return true;
        case A::articles:
            openArticles();
            return true;
        case A::gaps:
            openGaps();
            return true;
        case A::campaigns:
            openCampaigns();
            return true;
        case A::reportArticle:
            reportArticle();
            return true;
        case A::printArticle:
            m_knowledgePresenter.used();
            if (!ui::printArticle(m_knowledge->article(), *m_directory,
                                  localDay(m_options.clock.now(), m_options.desk.offset()), this)) {
                m_ticket->tell(tr("No article is chosen."));
            }
            return true;
        case A::sendMessage:
            sendMessage();
            return true;
        case A::articleFromTicket:
            if (m_ticketPresenter.view()) {
                openArticles()->writeFrom(m_ticketPresenter.id());
            }
            return true;
        default:
            return false;
    }
}

ArticlesDialog* MainWindow::openArticles() {
    auto* dialog = new ArticlesDialog(m_options.desk, m_signals, m_options.clock, this);
    connect(dialog, &ArticlesDialog::ticketAsked, this, &MainWindow::openTicket);
    dialog->open();
    return dialog;
}

void MainWindow::openGaps() {
    auto* dialog = new GapsDialog(m_options.desk, m_options.clock,
                                  mayEverAct(domain::DraftArticle::kName, m_options.desk.user().role), this);
    connect(dialog, &GapsDialog::ticketAsked, this, &MainWindow::openTicket);
    connect(dialog, &GapsDialog::articleAsked, m_knowledge, &KnowledgePanel::searchFor);
    connect(dialog, &GapsDialog::draftAsked, this, [this](const TicketId& model) { openArticles()->writeFrom(model); });
    connect(dialog, &GapsDialog::questionAsked, this,
            [this](const QString& question) { openArticles()->writeAbout(question); });
    connect(dialog, &GapsDialog::unitAsked, this, &MainWindow::askUnit);
    dialog->open();
}

/// Over the gaps: the next one is asked for after it.
void MainWindow::askUnit(const QString& question, const TicketId& ticket) {
    QJsonObject values{{QStringLiteral("title"), question}};
    if (!ticket.isNull()) {
        values.insert(QStringLiteral("ticket"), q(ticket.text()));
    }
    FormContext context{m_options.desk, m_options.clock,   m_directory,
                        std::nullopt,   m_options.chinese, FormRecord{{}, question, values}};
    auto* dialog = new ActDialog(std::move(context), domain::AskForArticle::kName, QApplication::activeModalWidget());
    connect(dialog, &ActDialog::sent, this, [this] { m_ticket->tell(tr("The unit is asked for the article.")); });
    dialog->open();
}

/// Who looked at a ticket for its caller comes back to him.
CampaignsDialog* MainWindow::openCampaigns() {
    auto* dialog = new CampaignsDialog(m_options.desk, m_signals, m_options.clock, this);
    connect(dialog, &CampaignsDialog::ticketAsked, this, &MainWindow::openTicket);
    if (m_ticketPresenter.view()) {
        dialog->presenter().lookFor(m_ticketPresenter.id());
    }
    dialog->open();
    return dialog;
}

/// The call goes on: only the article in front and the ticket in front are taken along.
void MainWindow::reportArticle() {
    const auto& article = m_knowledge->article();
    if (!article) {
        m_ticket->tell(tr("No article is chosen."));
        return;
    }
    QJsonObject values{{QStringLiteral("version"), QString::number(article->version)}};
    if (m_ticketPresenter.view()) {
        values.insert(QStringLiteral("ticket"), q(m_ticketPresenter.id().text()));
    }
    const RecordSubject subject{article->key, std::nullopt, article->version, {}};
    FormContext context{m_options.desk, m_options.clock,   m_directory,
                        std::nullopt,   m_options.chinese, FormRecord{subject, q(article->title), values}};
    auto* dialog = new ActDialog(std::move(context), domain::ReportArticle::kName, this);
    connect(dialog, &ActDialog::sent, this, [this, unit = article->unit] {
        const QString name = m_directory->unitName(unit);
        m_ticket->tell(name.isEmpty() ? tr("Reported to the centre.") : tr("Reported to %1.").arg(name));
    });
    dialog->open();
}

/// To the caller in front: the article in front, or words of one's own.
void MainWindow::sendMessage() {
    if (!m_ticketPresenter.view()) {
        m_ticket->tell(tr("A message goes to the caller of a ticket: open it first, or register the call."));
        return;
    }
    domain::SendMessage message;
    message.ticket = m_ticketPresenter.id();
    if (const auto& article = m_knowledge->article()) {
        m_knowledgePresenter.used();
        message.article = article->key;
        message.version = article->version;
        message.text = domain::messageText(*article, domain::kMostMessage - domain::kMostSignature);
    }
    writeMessage(message);
}

/// The rules are asked before anybody writes.
void MainWindow::writeMessage(const domain::SendMessage& message) {
    struct Answer {
        std::optional<service::TicketView> view;
        domain::SendMessage message;  ///< with the version of today: who sends words again has seen what it says now
        std::optional<Error> barred;
    };
    ask(
        m_options.desk, this,
        [message, user = m_options.desk.user(), directory = m_directory,
         now = m_options.clock.now()](service::DeskReader& reader) {
            Answer answer{reader.ticket(message.ticket.text()), message, std::nullopt};
            const auto article = message.article.empty() ? std::nullopt : reader.article(message.article);
            answer.message.version = article ? article->version : message.version;
            domain::SendMessage probe = answer.message;
            probe.text = "-";
            const std::string key = domain::messageKey(probe.ticket, Uuid::fromName("probe").text());
            answer.barred = RecordProbe(reader, user, *directory, now).barred(key, std::move(probe));
            return answer;
        },
        [this](const Answer& answer) {
            const domain::SendMessage& ready = answer.message;
            if (answer.barred || !answer.view) {
                m_ticket->tell(answer.barred ? words::ofError(*answer.barred) : tr("There is no such ticket."));
                return;
            }
            const domain::Ticket& ticket = answer.view->ticket;
            const QJsonObject values{{QStringLiteral("ticket"), q(ticket.id.text())},
                                     {QStringLiteral("article"), q(ready.article)},
                                     {QStringLiteral("version"), QString::number(ready.version)},
                                     {QStringLiteral("text"), q(ready.text)}};
            const RecordSubject subject{{}, std::nullopt, ready.version, ticket.id, ready.article};
            const QString to =
                tr("to %1, ticket %2").arg(maskedPhone(q(domain::mobileOf(ticket.caller))), q(ticket.number));
            FormContext context{m_options.desk, m_options.clock,   m_directory,
                                std::nullopt,   m_options.chinese, FormRecord{subject, to, values}};
            auto* dialog = new ActDialog(std::move(context), domain::SendMessage::kName, this);
            connect(dialog, &ActDialog::sent, this, [this] { m_ticket->tell(tr("The message is on its way.")); });
            dialog->open();
        });
}

void MainWindow::reuse(const service::OutboxItem& item) {
    static const std::array<const char*, 8> kTexts{"content", "text",    "public",   "note",
                                                   "opinion", "wording", "question", "reason"};
    const auto fill = [this, words = q(item.words)](Form* form) {
        for (const char* name : kTexts) {
            if (form != nullptr && form->field(QString::fromLatin1(name)) != nullptr) {
                form->fill(QString::fromLatin1(name), words, true);
                return;
            }
        }
        QApplication::clipboard()->setText(words);
        m_ticket->tell(tr("Your words are in the clipboard."));
    };
    const domain::LifecycleRow* row = domain::lifecycleRow(item.name);
    if (row == nullptr) {
        reuseAct(item);
        return;
    }
    if (row->command == domain::RegisterTicket::kName) {
        fill(m_ticket->openForm(row->command));
        return;
    }
    connect(
        &m_ticketPresenter, &TicketPresenter::opened, this,
        [this, fill, command = row->command] { fill(m_ticket->openForm(command)); }, Qt::SingleShotConnection);
    m_ticketPresenter.open(item.ticket);
}

void MainWindow::reuseAct(const service::OutboxItem& item) {
    const QJsonObject words = QJsonDocument::fromJson(QByteArray::fromStdString(item.fields)).object();
    for (const std::string_view act : {domain::StartCampaign::kName, domain::CampaignDone::kName}) {
        if (item.name == act) {
            openCampaigns()->writeAgain(act, item.recordKey, words);
            return;
        }
    }
    if (item.name == domain::SendMessage::kName) {
        const auto ticket = domain::ticketOfMessage(item.recordKey);
        domain::SendMessage message;
        message.ticket = ticket.value_or(TicketId{});
        message.article = s(words.value(QLatin1String("article")).toString());
        message.version = static_cast<std::uint32_t>(words.value(QLatin1String("version")).toInt());
        message.text = s(words.value(QLatin1String("text")).toString());
        writeMessage(message);
        return;
    }
    const auto deeds = articleDeeds();
    const auto deed = std::find_if(deeds.begin(), deeds.end(), [&](const auto& each) { return each.act == item.name; });
    if (deed == deeds.end()) {
        QApplication::clipboard()->setText(q(item.words));
        m_ticket->tell(tr("Your words are in the clipboard."));
        return;
    }
    openArticles()->writeAgain(deed->act, item.recordKey, words);
}

}  // namespace zhida::ui
