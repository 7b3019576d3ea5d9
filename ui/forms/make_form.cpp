// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/make_form.h"

#include "ui/forms/answer_form.h"
#include "ui/forms/command_form.h"
#include "ui/forms/dispatch_form.h"
#include "ui/forms/register_form.h"

#include <utility>

namespace zhida::ui {

FormPlan recordPlan(std::string_view command, const FormContext& context) {
    FormPlan plan = formPlan(command, context);
    for (auto it = context.record->values.begin(); it != context.record->values.end(); ++it) {
        plan.fields[it.key()].value =
            it.value().isDouble() ? QJsonValue(QString::number(it.value().toInteger())) : it.value();
    }
    return plan;
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
    if (context.record) {
        FormPlan plan = recordPlan(command, context);
        return new CommandForm(std::move(context), command, std::move(plan));
    }
    const bool bare = context.bulk.empty() && fieldsOfCommand(command).empty();  // in bulk its preview comes first
    if (!context.ticket || command == domain::UndoCommand::kName || bare) {
        return nullptr;
    }
    FormPlan plan = formPlan(command, context);
    return new CommandForm(std::move(context), command, std::move(plan));
}

}  // namespace zhida::ui
