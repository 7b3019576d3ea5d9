// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_plan.h"

#include "ui/support/coded.h"
#include "ui/support/words.h"

#include <algorithm>

namespace zhida::ui {

FormPlan formPlan(std::string_view command, const FormContext& context) {
    FormPlan plan;
    plan.heading = words::ofCommand(command);
    for (const auto rows : {intakePlans(), handlingPlans(), requestPlans(), oversightPlans(), articlePlans()}) {
        for (const PlanRow& row : rows) {
            if (row.command == command) {
                row.plan(context, plan);
            }
        }
    }
    return plan;
}

std::vector<FormOption> optionsOf(const std::vector<domain::CodedText>& list, bool chinese) {
    std::vector<FormOption> options;
    for (const domain::CodedText& each : list) {
        options.push_back({q(each.code), nameIn(each, chinese)});
    }
    return options;
}

std::vector<FormOption> yesOrNo(const QString& yes, const QString& no) {
    return {{QStringLiteral("true"), yes}, {QStringLiteral("false"), no}};
}

QString momentValue(Instant at, UtcOffset offset) { return q(formatIso(at, offset)); }

std::vector<const domain::Form*> formsFor(const domain::Rules& rules, domain::FormUse use) {
    std::vector<const domain::Form*> forms;
    for (const domain::Form& each : rules.forms) {
        if (each.use == use && rules.form(each.code) == &each) {
            forms.push_back(&each);
        }
    }
    return forms;
}

}  // namespace zhida::ui
