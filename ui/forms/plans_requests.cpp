// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of asking and granting: extension, suspension, petitions, refusal.
#include "ui/forms/form_plan.h"
#include "ui/support/coded.h"
#include "ui/support/words.h"

#include <QCoreApplication>

#include <array>

namespace zhida::ui {
namespace {

QString textIn(const FormValues& values, const char* name) {
    return values.value(QString::fromLatin1(name)).toString();
}

struct RequestPlans {
    Q_DECLARE_TR_FUNCTIONS(FormPlan)

public:
    /// What the due time becomes, with its proof when there is a clock to prove it.
    static LiveLine newDue(const FormContext& context, const domain::Ticket& ticket, const domain::Term& term) {
        const auto deadline = extendedDue(context.directory->rules(), ticket, term);
        if (!deadline) {
            return {words::ofError(deadline.error()), true, {}};
        }
        const Instant now = context.clock.now();
        const UtcOffset offset = context.desk.offset();
        LiveLine line{tr("Due %1 instead of %2")
                          .arg(momentText(deadline->due, now, offset), momentText(*ticket.due, now, offset))};
        if (const auto clock = extendedClock(ticket, term)) {
            line.proof = proofOf(*clock, *deadline, now, offset);
        }
        return line;
    }

    static void extension(const FormContext& context, FormPlan& plan) {
        const domain::Rules& rules = context.directory->rules();
        const domain::Ticket& ticket = context.ticket->ticket;
        plan.notice = tr("Added to the old due time. At most %1 at a time.").arg(words::of(rules.extensions.longest));
        plan.fields["reason"] = {.options = optionsOf(rules.extensionReasons, context.chinese)};
        const domain::Term half{std::max(1, rules.extensions.longest.amount / 2), rules.extensions.longest.unit};
        plan.fields["term"] = {.value = q(domain::textOf(half))};
        plan.fields["text"] = {.hint = tr("Why it cannot be done in time")};
        plan.fields["wording"] = {.hint = tr("Interim reply that the caller was given")};
        plan.live = [context, ticket](const FormValues& values) {
            const auto term = domain::parseTerm(s(textIn(values, "term")));
            return term ? newDue(context, ticket, *term) : LiveLine{};
        };
    }

    static void suspension(const FormContext& context, FormPlan& plan) {
        plan.notice = tr("For what cannot be solved for a long time. The clock stands still once the centre approves.");
        plan.fields["reason"] = {.options = optionsOf(context.directory->rules().suspensionReasons, context.chinese)};
        plan.fields["wording"] = {.hint = tr("What the caller is told about it")};
        plan.fields["planned"] = {.value = momentValue(context.clock.now().plus(30 * kDayMs), context.desk.offset())};
        plan.fields["text"] = {.hint = tr("More, if it helps")};
    }

    static void petition(const FormContext&, FormPlan& plan) {
        plan.notice = tr("Changes what is counted, never what the caller sees.");
        FieldPlan& kind = plan.fields["kind"];
        kind.wide = true;
        for (const auto& row : EnumCodes<domain::RequestKind>::kTable) {
            if (domain::isPetition(row.first)) {
                kind.options.push_back({q(row.second), words::of(row.first)});
            }
        }
        plan.fields["text"] = {.hint = tr("What happened, and why it should not count")};
        plan.fields["basis"] = {.hint = tr("Law or paper it rests on"), .wide = true};
    }

    static std::vector<FormOption> openKinds(const FormContext& context, bool own) {
        const domain::UserProfile& user = context.desk.user();
        std::vector<FormOption> kinds;
        for (const domain::Request& each : context.ticket->ticket.requests) {
            const bool mine = each.user == user.user || each.unit == user.unit;
            if (each.state == domain::RequestState::open && (!own || mine)) {
                kinds.push_back({q(codeOf(each.kind)), words::of(each.kind)});
            }
        }
        return kinds;
    }

    /// What is asked, in words.
    static QString asked(const FormContext& context, const domain::Request& request) {
        QStringList lines;
        const QString unit = context.directory->unitName(request.unit);
        const QString reason = requestReason(context.directory->rules(), request.kind, request.reason, context.chinese);
        lines << (reason.isEmpty() ? tr("%1 asks").arg(unit) : tr("%1 asks: %2").arg(unit, reason));
        if (!request.text.empty()) {
            lines << q(request.text);
        }
        if (!request.wording.empty()) {
            lines << tr("The caller is told: %1").arg(q(request.wording));
        }
        if (request.planned) {
            lines << tr("To be taken up again on %1")
                         .arg(momentText(*request.planned, context.clock.now(), context.desk.offset()));
        }
        return lines.join(QLatin1Char('\n'));
    }

    static void decide(const FormContext& context, FormPlan& plan) {
        const domain::Ticket& ticket = context.ticket->ticket;
        FieldPlan& kind = plan.fields["kind"];
        kind.options = openKinds(context, false);
        kind.wide = true;
        kind.value = kind.options.empty() ? QJsonValue() : QJsonValue(kind.options.front().code);
        if (kind.options.empty()) {
            plan.notice = tr("No request waits for a decision.");
        }
        plan.fields["approve"] = {.wide = true, .options = yesOrNo(tr("Approve"), tr("Reject"))};
        plan.fields["opinion"] = {.hint = tr("Why")};
        plan.live = [context, ticket](const FormValues& values) {
            const auto chosen = enumFrom<domain::RequestKind>(s(textIn(values, "kind")));
            const domain::Request* request = chosen ? ticket.openRequest(*chosen) : nullptr;
            if (request == nullptr) {
                return LiveLine{};
            }
            LiveLine line{asked(context, *request)};
            if (*chosen == domain::RequestKind::extension) {
                LiveLine due = newDue(context, ticket, request->term);
                line.text += QLatin1Char('\n') + tr("If approved: %1").arg(due.text);
                line.wrong = due.wrong;
                line.proof = std::move(due.proof);
            }
            return line;
        };
    }

    static void takeBack(const FormContext& context, FormPlan& plan) {
        FieldPlan& kind = plan.fields["kind"];
        kind.options = openKinds(context, true);
        kind.wide = true;
        kind.value = kind.options.empty() ? QJsonValue() : QJsonValue(kind.options.front().code);
        if (kind.options.empty()) {
            plan.notice = tr("Your unit has no open request here.");
        }
    }

    static void resume(const FormContext&, FormPlan& plan) {
        plan.notice = tr("What is left of its time runs on from now.");
        plan.fields["text"] = {.hint = tr("What has changed")};
    }
};

}  // namespace

std::span<const PlanRow> requestPlans() {
    static constexpr std::array kRows{
        PlanRow{domain::RequestExtension::kName, &RequestPlans::extension},
        PlanRow{domain::RequestSuspension::kName, &RequestPlans::suspension},
        PlanRow{domain::PetitionAssessment::kName, &RequestPlans::petition},
        PlanRow{domain::DecideRequest::kName, &RequestPlans::decide},
        PlanRow{domain::TakeBackRequest::kName, &RequestPlans::takeBack},
        PlanRow{domain::ResumeTicket::kName, &RequestPlans::resume},
    };
    return kRows;
}

}  // namespace zhida::ui
