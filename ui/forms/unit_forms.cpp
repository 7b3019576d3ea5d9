// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/unit_forms.h"

#include "ui/support/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>

namespace zhida::ui {

ReplyForm::ReplyForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::ReplyTicket::kName, tr("Reply"), 2, parent) {
    QLabel* open = notice("good");
    say(open, tr("Public: the caller is told this word for word."));
    addWidget(open, {0, 0, 1});
    QLabel* kept = notice("careful");
    say(kept, tr("Internal: only staff can read this."));
    addWidget(kept, {0, 1, 1});
    addText(QStringLiteral("public"), {1, 0, 1}, 6, tr("What was done and what comes next, without personal data"));
    addText(QStringLiteral("internal"), {1, 1, 1}, 6, tr("Who went there, when, what was found"));
}

ReturnForm::ReturnForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::RequestReturn::kName, tr("Request return"), 2, parent) {
    std::vector<FormOption> reasons;
    for (const domain::CodedText& each : context().directory->rules().returnReasons) {
        reasons.push_back({q(each.code), q(context().chinese || each.en.empty() ? each.zh : each.en)});
    }
    addCombo(QStringLiteral("reason"), {0, 0, 1}, reasons);
    addPicker(QStringLiteral("suggestedUnit"), {0, 1, 1}, unitChoices(*context().directory), tr("Who should have it"));
    addLine(QStringLiteral("basis"), {1, 0, 2}, tr("Law, list of responsibilities or fact it rests on"));
    addText(QStringLiteral("text"), {2, 0, 2}, 3, tr("More, if it helps"));
}

DecideReturnForm::DecideReturnForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::DecideReturn::kName, tr("Decide return"), 2, parent) {
    QString asked;
    if (context().ticket) {
        for (const domain::Assignment& each : context().ticket->ticket.assignments) {
            if (each.state == domain::AssignmentState::returnRequested && each.returnRequest && asked.isEmpty()) {
                const QString reason = context().directory->returnReason(each.returnRequest->reason, context().chinese);
                asked = tr("%1 asks: %2. Basis: %3")
                            .arg(context().directory->unitName(each.unit), reason, q(each.returnRequest->basis));
                presenter().propose(QStringLiteral("unit"), q(each.unit.value));
            }
        }
    }
    QLabel* request = notice("careful");
    say(request, asked);
    addWidget(request, {0, 0, 2});
    addRadios(QStringLiteral("approve"), {1, 0, 2},
              {{QStringLiteral("true"), tr("Approve: the unit leaves")},
               {QStringLiteral("false"), tr("Reject: the unit goes on")}});
    addCheck(QStringLiteral("mayNotReturn"), {2, 0, 2}, tr("No further return: the centre names this unit"));
    addText(QStringLiteral("opinion"), {3, 0, 2}, 2, tr("Why"));
    fieldsChanged();
}

void DecideReturnForm::fieldsChanged() {
    if (QWidget* check = field(QStringLiteral("mayNotReturn"))) {
        const QJsonValue decision = presenter().fields().value(QStringLiteral("approve"));
        check->setEnabled(decision.isBool() && !decision.toBool());
    }
}

bool DecideReturnForm::prepare() {
    if (presenter().fields().value(QStringLiteral("approve")).isBool()) {
        return true;
    }
    complain(Error("text.missing", {{"field", "approve"}}));
    return false;
}

ReviewForm::ReviewForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::ReviewTicket::kName, tr("Review"), 1, parent) {
    if (context().ticket) {
        const domain::Assignment* lead = context().ticket->ticket.lead();
        if (lead != nullptr && lead->reply) {
            QLabel* reply = notice("hint");
            say(reply, tr("%1 tells the caller: %2")
                           .arg(context().directory->unitName(lead->unit), q(lead->reply->publicText)));
            addWidget(reply, {0, 0, 1});
        }
    }
    addRadios(QStringLiteral("approve"), {1, 0, 1},
              {{QStringLiteral("true"), tr("Approve: on to the callback")},
               {QStringLiteral("false"), tr("Send back to the unit")}});
    addText(QStringLiteral("opinion"), {2, 0, 1}, 3, tr("What is missing, when it is sent back"));
}

bool ReviewForm::prepare() {
    if (presenter().fields().value(QStringLiteral("approve")).isBool()) {
        return true;
    }
    complain(Error("text.missing", {{"field", "approve"}}));
    return false;
}

}  // namespace zhida::ui
