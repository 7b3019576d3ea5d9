// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the units and of those who dispatch to them.
#include "ui/delegates/returns_view.h"
#include "ui/forms/form_plan.h"
#include "ui/support/coded.h"

#include <QCoreApplication>

#include <array>

namespace zhida::ui {
namespace {

FieldPlan dueShown(const FormContext& context, const std::optional<Instant>& due) {
    const Instant now = context.clock.now();
    FieldPlan plan;
    plan.value = momentValue(due && *due > now ? *due : now.plus(kDayMs), context.desk.offset());
    plan.shownOnly = true;
    return plan;
}

struct HandlingPlans {
    Q_DECLARE_TR_FUNCTIONS(FormPlan)

public:
    static void reply(const FormContext& context, FormPlan& plan) {
        plan.notice = tr("Public: the caller is told this word for word. Internal: only staff can read it.");
        plan.tone = "good";
        plan.fields["public"] = {.hint = tr("What was done and what comes next, without personal data"), .half = true};
        plan.fields["internal"] = {.hint = tr("Who went there, when, what was found"), .half = true};
        plan.forms = [directory = context.directory](const FormValues&) {
            return formsFor(directory->rules(), domain::FormUse::reply);
        };
    }

    static void requestReturn(const FormContext& context, FormPlan& plan) {
        plan.fields["reason"] = {.options = optionsOf(context.directory->rules().returnReasons, context.chinese)};
        plan.fields["basis"] = {.hint = tr("Law, list of responsibilities or fact it rests on")};
        plan.fields["text"] = {.hint = tr("More, if it helps")};
        plan.fields["suggestedUnit"] = {.hint = tr("Who should have it")};
    }

    static void decideReturn(const FormContext& context, FormPlan& plan) {
        FieldPlan& unit = plan.fields["unit"];
        QStringList asked;
        for (const domain::Assignment& each : context.ticket->ticket.assignments) {
            if (each.state == domain::AssignmentState::returnRequested && each.returnRequest) {
                const QString reason =
                    nameIn(context.directory->rules().returnReasons, each.returnRequest->reason, context.chinese);
                const QString name = context.directory->unitName(each.unit);
                asked << tr("%1 asks: %2. Basis: %3").arg(name, reason, q(each.returnRequest->basis));
                unit.options.push_back({q(each.unit.value), name});
            }
        }
        plan.notice = asked.join(QLatin1Char('\n'));
        plan.tone = "careful";
        unit.hidden = unit.options.size() < 2;
        unit.wide = true;
        unit.mayBeEmpty = true;
        unit.hint = tr("Whose request");
        plan.fields["approve"] = {.wide = true,
                                  .options = yesOrNo(tr("Approve: the unit leaves"), tr("Reject: the unit goes on"))};
        plan.fields["opinion"] = {.hint = tr("Why")};
        plan.fields["mayNotReturn"] = {.hint = tr("No further return: the centre names this unit"),
                                       .when = [](const FormValues& values) {
                                           return values.value("approve").isBool() && !values.value("approve").toBool();
                                       }};
    }

    static void arbitrate(const FormContext& context, FormPlan& plan) {
        const domain::Ticket& ticket = context.ticket->ticket;
        plan.notice = tr("The centre names who has it. That unit may not return it.");
        plan.tone = "careful";
        plan.above = [directory = context.directory, ticket, chinese = context.chinese] {
            auto* view = new ReturnsView;
            view->setTicket(ticket, *directory, chinese);
            return view;
        };
        const domain::Responsibility* row = context.directory->rules().responsible(ticket.category, ticket.region);
        plan.fields["lead"] = {.hint = tr("Unit that answers for it"), .value = row ? q(row->unit.value) : QString()};
        plan.fields["basis"] = {.hint = tr("Law or list of responsibilities"),
                                .value = row ? q(row->basis) : QString()};
        plan.fields["assist"] = {.hint = tr("Add a unit that helps")};
        plan.fields["deadline"] = dueShown(context, ticket.due);
    }

    static void split(const FormContext& context, FormPlan& plan) {
        plan.notice = tr("Every part has its own unit; the caller is called back once for all of them.");
        plan.fields["deadline"] = dueShown(context, context.ticket->ticket.due);
        plan.fields["note"] = {.hint = tr("What the units are to do and how to answer")};
    }

    static void subDispatch(const FormContext& context, FormPlan& plan) {
        const domain::Assignment* own = context.ticket->ticket.assignmentOf(context.desk.user().unit);
        plan.notice = tr("Your unit stays responsible. Their clocks end before yours.");
        plan.fields["units"] = {.hint = tr("Add a unit")};
        plan.fields["deadline"] = dueShown(context, own != nullptr ? own->due : context.ticket->ticket.due);
        plan.fields["note"] = {.hint = tr("What they are to do")};
    }

    static void contact(const FormContext&, FormPlan& plan) {
        plan.fields["reached"] = {.value = true, .wide = true, .options = yesOrNo(tr("Reached"), tr("No answer"))};
        plan.fields["text"] = {.hint = tr("What was said, or how often it rang")};
    }

    static void promise(const FormContext& context, FormPlan& plan) {
        plan.fields["text"] = {.hint = tr("What the caller was promised")};
        plan.fields["due"] = {.value = momentValue(context.clock.now().plus(kDayMs), context.desk.offset())};
    }

    static void keepPromise(const FormContext& context, FormPlan& plan) {
        FieldPlan& promise = plan.fields["promise"];
        promise.wide = true;
        const auto& promises = context.ticket->ticket.promises;
        for (std::size_t i = 0; i < promises.size(); ++i) {
            if (!promises[i].kept) {
                promise.options.push_back({QString::number(i + 1), q(promises[i].text)});
            }
        }
        if (promise.options.empty()) {
            plan.notice = tr("Every promise is kept.");
        }
    }

    static void handOver(const FormContext&, FormPlan& plan) {
        plan.notice = tr("Your claim, promises and callbacks of this ticket go with it.");
        plan.fields["to"] = {.hint = tr("Name or initials of pinyin"), .wide = true};
        plan.fields["note"] = {.hint = tr("What the successor must know")};
    }

    static void fillForm(const FormContext& context, FormPlan& plan) {
        plan.forms = [directory = context.directory](const FormValues&) {
            std::vector<const domain::Form*> forms = formsFor(directory->rules(), domain::FormUse::other);
            for (const domain::FormUse use : {domain::FormUse::closing, domain::FormUse::inspection}) {
                const auto more = formsFor(directory->rules(), use);
                forms.insert(forms.end(), more.begin(), more.end());
            }
            return forms;
        };
        if (plan.forms({}).empty()) {
            plan.notice = tr("The rules of the centre have no form of this kind.");
        }
    }
};

}  // namespace

std::span<const PlanRow> handlingPlans() {
    static constexpr std::array kRows{
        PlanRow{domain::ReplyTicket::kName, &HandlingPlans::reply},
        PlanRow{domain::RequestReturn::kName, &HandlingPlans::requestReturn},
        PlanRow{domain::DecideReturn::kName, &HandlingPlans::decideReturn},
        PlanRow{domain::ArbitrateTicket::kName, &HandlingPlans::arbitrate},
        PlanRow{domain::SplitTicket::kName, &HandlingPlans::split},
        PlanRow{domain::SubDispatch::kName, &HandlingPlans::subDispatch},
        PlanRow{domain::LogContact::kName, &HandlingPlans::contact},
        PlanRow{domain::PromiseTicket::kName, &HandlingPlans::promise},
        PlanRow{domain::KeepPromise::kName, &HandlingPlans::keepPromise},
        PlanRow{domain::HandOver::kName, &HandlingPlans::handOver},
        PlanRow{domain::FillForm::kName, &HandlingPlans::fillForm},
    };
    return kRows;
}

}  // namespace zhida::ui
