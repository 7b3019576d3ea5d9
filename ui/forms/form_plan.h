// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"
#include "ui/presenters/proof.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zhida::ui {

/// What one field of one command's form needs besides its shape.
struct FieldPlan {
    QString hint = {};
    QJsonValue value = QJsonValue::Undefined;  ///< the form's proposal
    bool shownOnly = false;                    ///< `value` is what stands now: sent only when a person changes it
    bool hidden = false;
    bool wide = false;                     ///< takes the whole width
    int lines = 0;                         ///< of a long text: that are seen at once; 0: the usual few
    bool half = false;                     ///< of a long text: stands beside the next field
    bool mayBeEmpty = false;               ///< of a choice: nothing is proposed
    std::vector<FormOption> presets = {};  ///< of a text: words that can be put in
    std::vector<FormOption> options = {};  ///< words of the rules, instead of those of the shape
    std::function<std::vector<FormOption>(const FormValues&)> optionsNow = {};  ///< the same when they depend on others
    std::function<bool(const FormValues&)> when = {};                           ///< is it there?
    std::vector<TicketId> tickets = {};                                         ///< only these are offered
};

/// A line under the fields that follows what is typed, with its proof.
struct LiveLine {
    QString text = {};
    bool wrong = false;
    std::optional<Proof> proof = {};
};

/// What differs from one command to the next; everything else comes from the command's list of fields.
struct FormPlan {
    QString heading = {};
    QString notice = {};
    const char* tone = "hint";
    QString send = {};                     ///< what the button is called; empty: as everywhere
    std::function<QWidget*()> above = {};  ///< stands over the fields
    std::map<QString, FieldPlan> fields = {};
    std::function<LiveLine(const FormValues&)> live = {};
    std::function<FormValues(const FormValues&)> derive = {};                       ///< proposals that follow a choice
    std::function<std::vector<const domain::Form*>(const FormValues&)> forms = {};  ///< the city's own
};

FormPlan formPlan(std::string_view command, const FormContext& context);

struct PlanRow {
    std::string_view command;
    void (*plan)(const FormContext& context, FormPlan& plan);
};
/// Plans by the part of a ticket's life they belong to. A command without a row is made from its fields alone.
std::span<const PlanRow> intakePlans();
std::span<const PlanRow> handlingPlans();
std::span<const PlanRow> requestPlans();
std::span<const PlanRow> oversightPlans();
std::span<const PlanRow> articlePlans();

std::vector<FormOption> optionsOf(const std::vector<domain::CodedText>& list, bool chinese);
std::vector<FormOption> yesOrNo(const QString& yes, const QString& no);
QString momentValue(Instant at, UtcOffset offset);
/// The latest forms of the rules for a step.
std::vector<const domain::Form*> formsFor(const domain::Rules& rules, domain::FormUse use);

}  // namespace zhida::ui
