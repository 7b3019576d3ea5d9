// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the life of an article: draft, reviews, renewal, correction.
#include "model/base/utf8.h"
#include "ui/forms/form_plan.h"
#include "ui/support/text.h"

#include <QCoreApplication>

#include <array>

namespace zhida::ui {
namespace {

struct ArticlePlans {
    Q_DECLARE_TR_FUNCTIONS(FormPlan)

public:
    static void draft(const FormContext&, FormPlan& plan) {
        plan.send = tr("Save the draft");
        plan.fields["title"] = {.hint = tr("As a caller would call it"), .wide = true};
        plan.fields["aliases"] = {.hint = tr("Other names, one a line")};
        plan.fields["questions"] = {.hint = tr("The question as callers put it, one a line")};
        plan.fields["answer"] = {.hint = tr("The sentences to read out")};
        plan.fields["conditions"] = {.hint = tr("Who can apply, one condition a line")};
        plan.fields["materials"] = {.hint = tr("What is to be brought, one a line")};
        plan.fields["steps"] = {.hint = tr("What happens, one step a line")};
        plan.fields["keywords"] = {.hint = tr("One a line, not longer than 20 characters")};
        plan.fields["hours"] = {.hint = tr("Working days 8:30-12:00 …")};
        plan.fields["place"] = {.hint = tr("Exact to window or room")};
        plan.fields["phone"] = {.hint = tr("With area code")};
        plan.fields["validFrom"] = {.hint = tr("Day, such as 2026-01-31; empty: always has been")};
        plan.fields["validTo"] = {.hint = tr("Last day; empty: no end")};
        plan.fields["reviewDays"] = {.hint = tr("Days until the next review")};
        plan.fields["why"] = {.hint = tr("What has changed, and the paper it follows")};
        plan.fields["task"] = {.hidden = true};
    }

    static void submit(const FormContext&, FormPlan& plan) {
        plan.notice =
            tr("A colleague of your unit reviews it first, then the centre. Until then callers are told "
               "the published text.");
        plan.fields["why"] = {.hint = tr("What the reviewers should know"), .wide = true};
    }

    static void review(const FormContext&, FormPlan& plan) {
        plan.fields["approve"] = {.wide = true, .options = yesOrNo(tr("Approve"), tr("Send back to its author"))};
        plan.fields["opinion"] = {.hint = tr("Why; who is sent back needs a reason")};
    }

    static void renew(const FormContext&, FormPlan& plan) {
        plan.notice = tr("You have read the published text and vouch for it. It stays the same version.");
        plan.fields["why"] = {.hint = tr("What you checked it against"), .wide = true};
        plan.fields["reviewDays"] = {.hint = tr("Days until the next review; empty: as before")};
        plan.fields["validTo"] = {.hint = tr("A new last day; empty: as before")};
    }

    static void withdraw(const FormContext&, FormPlan& plan) {
        plan.notice = tr("Call takers find it no longer. Every version stays readable.");
        plan.tone = "careful";
        plan.fields["reason"] = {.hint = tr("Why it must not be read out any more")};
    }

    static void discard(const FormContext&, FormPlan& plan) {
        plan.notice = tr("The draft is given up; the published text is not touched.");
        plan.tone = "careful";
        plan.fields["why"] = {.wide = true};
    }

    static void report(const FormContext&, FormPlan& plan) {
        plan.notice = tr("It goes to the unit that keeps this article as a task. The call goes on.");
        plan.fields["text"] = {.hint = tr("What is wrong, what is right, who said so")};
        plan.fields["version"] = {.hidden = true};
        plan.fields["ticket"] = {.hidden = true};
    }

    static void askFor(const FormContext&, FormPlan& plan) {
        plan.notice = tr("It goes to the unit as a task. It is settled when the article is published.");
        plan.fields["title"] = {.hint = tr("What people ask"), .wide = true};
        plan.fields["text"] = {.hint = tr("What the article ought to say")};
        plan.fields["ticket"] = {.hidden = true};
    }

    static void settle(const FormContext&, FormPlan& plan) {
        plan.notice = tr("Give the published version that mends it, or the reason why nothing is changed.");
        plan.fields["version"] = {.hint = tr("Number of the version")};
        plan.fields["article"] = {.hint = tr("Of an article that was missing: its key")};
        plan.fields["reason"] = {.hint = tr("Why nothing is changed")};
    }

    /// As it will arrive: with the signature, and as the network counts it.
    static void message(const FormContext& context, FormPlan& plan) {
        plan.send = tr("Send the message");
        plan.notice = tr("A message that has left cannot be taken back. The telephone shows it to whoever holds it.");
        plan.tone = "careful";
        plan.fields["ticket"] = {.hidden = true};
        plan.fields["article"] = {.hidden = true};
        plan.fields["version"] = {.hidden = true};
        plan.fields["text"] = {.hint = tr("What to bring, where to go"), .wide = true, .lines = 9};
        plan.live = [signature = context.directory->rules().messages.signature](const FormValues& values) {
            const std::string text = domain::signedText(signature, s(values.value(QLatin1String("text")).toString()));
            const auto count = static_cast<int>(utf8::length(text));
            const auto parts = static_cast<int>(domain::messageParts(text));
            return LiveLine{
                tr("%n character(s) with 【%1】, sent as %2 message(s)", nullptr, count).arg(q(signature)).arg(parts),
                utf8::length(text) > domain::kMostMessage,
                {}};
        };
    }

    static void startCampaign(const FormContext& context, FormPlan& plan) {
        const QJsonObject& values = context.record->values;
        const bool ofArticle = !values.value(QLatin1String("article")).toString().isEmpty();
        plan.send = tr("Start phoning");
        plan.fields["article"] = {.hidden = true};
        plan.fields["basis"] = {.hint = tr("Number of the repealed document, such as 国发〔1987〕24号"),
                                .hidden = ofArticle};
        plan.fields["days"] = {.hint = tr("Of how many days")};
        plan.fields["why"] = {.hint = tr("What has changed, and what the callers are to be told now"), .wide = true};
    }

    static void campaignDone(const FormContext&, FormPlan& plan) {
        plan.send = tr("Phoned");
        plan.fields["ticket"] = {.hidden = true};
        plan.fields["text"] = {.hint = tr("What the caller has been told now, and what came of it")};
    }
};

}  // namespace

std::span<const PlanRow> articlePlans() {
    static constexpr std::array kRows{
        PlanRow{domain::DraftArticle::kName, &ArticlePlans::draft},
        PlanRow{domain::SubmitArticle::kName, &ArticlePlans::submit},
        PlanRow{domain::ReviewArticle::kName, &ArticlePlans::review},
        PlanRow{domain::RenewArticle::kName, &ArticlePlans::renew},
        PlanRow{domain::WithdrawArticle::kName, &ArticlePlans::withdraw},
        PlanRow{domain::DiscardDraft::kName, &ArticlePlans::discard},
        PlanRow{domain::ReportArticle::kName, &ArticlePlans::report},
        PlanRow{domain::SettleTask::kName, &ArticlePlans::settle},
        PlanRow{domain::AskForArticle::kName, &ArticlePlans::askFor},
        PlanRow{domain::SendMessage::kName, &ArticlePlans::message},
        PlanRow{domain::StartCampaign::kName, &ArticlePlans::startCampaign},
        PlanRow{domain::CampaignDone::kName, &ArticlePlans::campaignDone},
    };
    return kRows;
}

}  // namespace zhida::ui
