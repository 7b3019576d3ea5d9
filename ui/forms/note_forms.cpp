// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/note_forms.h"

#include "ui/forms/answer_form.h"
#include "ui/forms/dispatch_form.h"
#include "ui/forms/register_form.h"
#include "ui/forms/unit_forms.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>

namespace zhida::ui {

NoteForm::NoteForm(FormContext given, std::string_view command, QWidget* parent)
    : Form(std::move(given), command, words::ofCommand(command), 1, parent) {
    const bool supplement = command == domain::SupplementTicket::kName;
    if (supplement && context().ticket && !domain::isOpen(context().ticket->ticket.state)) {
        QLabel* hint = notice("careful");
        say(hint, tr("This ticket is done. A supplement opens it again."));
        addWidget(hint, {0, 0, 1});
    }
    addText(QStringLiteral("text"), {1, 0, 1}, 4,
            supplement ? tr("What the caller adds") : tr("For colleagues; the caller never sees it"));
}

CallbackForm::CallbackForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::CallBack::kName, tr("Call back"), 2, parent) {
    if (context().ticket) {
        const domain::Ticket& ticket = context().ticket->ticket;
        const domain::Assignment* lead = ticket.lead();
        const QString told = ticket.directAnswer              ? q(ticket.directAnswer->text)
                             : lead != nullptr && lead->reply ? q(lead->reply->publicText)
                                                              : QString();
        QLabel* hint = notice("hint");
        say(hint, told.isEmpty() ? QString() : tr("The caller was told: %1").arg(told));
        addWidget(hint, {0, 0, 2});
    }
    addRadios(QStringLiteral("connected"), {1, 0, 2},
              {{QStringLiteral("true"), tr("Reached")}, {QStringLiteral("false"), tr("No answer")}});
    std::vector<FormOption> solved, satisfied;
    for (const auto& row : EnumCodes<domain::Solved>::kTable) {
        solved.push_back({q(row.second), words::of(row.first)});
    }
    for (const auto& row : EnumCodes<domain::Satisfied>::kTable) {
        satisfied.push_back({q(row.second), words::of(row.first)});
    }
    addRadios(QStringLiteral("solved"), {2, 0, 2}, solved);
    addRadios(QStringLiteral("satisfied"), {3, 0, 2}, satisfied);
    addText(QStringLiteral("opinion"), {4, 0, 2}, 2, tr("What the caller says about it"));
    fill(QStringLiteral("connected"), true);
}

void CallbackForm::fieldsChanged() {
    const bool connected = presenter().fields().value(QStringLiteral("connected")).toBool();
    for (const char* name : {"solved", "satisfied"}) {
        if (QWidget* radios = field(QString::fromLatin1(name))) {
            radios->setEnabled(connected);
        }
    }
}

LinkForm::LinkForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::LinkTicket::kName, tr("Link"), 2, parent),
      m_lookUp(context().desk, context().clock) {
    auto* typed = new QLineEdit;
    typed->setPlaceholderText(tr("Number of the other ticket, its last digits, or a phone number"));
    typed->setAccessibleName(tr("Number or phone"));
    addLabelled(QStringLiteral("other"), typed, {0, 0, 1});
    std::vector<FormOption> kinds;
    for (const auto& row : EnumCodes<domain::LinkKind>::kTable) {
        kinds.push_back({q(row.second), words::of(row.first)});
    }
    m_found = new QComboBox;
    m_found->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_found->setEnabled(false);
    addWidget(m_found, {1, 0, 2});
    bind(QStringLiteral("other"), typed, [](const QJsonValue&) {});
    addCombo(QStringLiteral("kind"), {0, 1, 1}, kinds);
    connect(typed, &QLineEdit::textChanged, this, [this](const QString& text) { m_lookUp.type(text); });
    connect(m_found, &QComboBox::currentIndexChanged, this,
            [this] { edited(QStringLiteral("other"), m_found->currentData().toString()); });
    connect(&m_lookUp, &LookUpPresenter::found, this, [this] {
        m_found->clear();
        for (int i = 0; i < m_lookUp.model().rowCount(); ++i) {
            const QueueLine* line = m_lookUp.model().line(i);
            m_found->addItem(line->number + QStringLiteral("  ") + line->title, q(line->row.ticket.text()));
        }
        m_found->setEnabled(m_found->count() > 0);
    });
}

bool LinkForm::prepare() {
    if (!textOf(QStringLiteral("other")).isEmpty()) {
        return true;
    }
    complain(Error("text.missing", {{"field", "other"}}));
    return false;
}

Form* makeForm(std::string_view command, FormContext context) {
    if (command == domain::RegisterTicket::kName) {
        return new RegisterForm(std::move(context));
    }
    if (command == domain::AnswerDirectly::kName) {
        return new AnswerForm(std::move(context));
    }
    if (command == domain::DispatchTicket::kName) {
        return new DispatchForm(std::move(context));
    }
    if (command == domain::ReplyTicket::kName) {
        return new ReplyForm(std::move(context));
    }
    if (command == domain::RequestReturn::kName) {
        return new ReturnForm(std::move(context));
    }
    if (command == domain::DecideReturn::kName) {
        return new DecideReturnForm(std::move(context));
    }
    if (command == domain::ReviewTicket::kName) {
        return new ReviewForm(std::move(context));
    }
    if (command == domain::CallBack::kName) {
        return new CallbackForm(std::move(context));
    }
    if (command == domain::LinkTicket::kName) {
        return new LinkForm(std::move(context));
    }
    if (command == domain::CommentTicket::kName || command == domain::SupplementTicket::kName) {
        return new NoteForm(std::move(context), command);
    }
    return nullptr;
}

}  // namespace zhida::ui
