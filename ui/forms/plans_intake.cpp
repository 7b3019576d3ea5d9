// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of whoever takes an appeal in.
#include "ui/forms/form_plan.h"
#include "ui/support/coded.h"
#include "ui/support/words.h"

#include <QCoreApplication>

#include <array>

namespace zhida::ui {
namespace {

struct IntakePlans {
    Q_DECLARE_TR_FUNCTIONS(FormPlan)

public:
    static void comment(const FormContext&, FormPlan& plan) {
        plan.fields["text"] = {.hint = tr("For colleagues; the caller never sees it")};
    }

    static void supplement(const FormContext& context, FormPlan& plan) {
        plan.fields["text"] = {.hint = tr("What the caller adds")};
        if (context.ticket && !domain::isOpen(context.ticket->ticket.state)) {
            plan.notice = tr("This ticket is done. A supplement opens it again.");
            plan.tone = "careful";
        }
    }

    static void link(const FormContext&, FormPlan& plan) { plan.fields["kind"] = {.wide = true}; }

    static void unlink(const FormContext& context, FormPlan& plan) {
        FieldPlan& other = plan.fields["other"];
        for (const domain::Link& each : context.ticket->ticket.links) {
            other.tickets.push_back(each.other);
        }
        if (other.tickets.empty()) {
            plan.notice = tr("This ticket has no links.");
        }
    }

    /// What stands now is shown; only what is changed is sent. The caller's data stays masked.
    static void amend(const FormContext& context, FormPlan& plan) {
        const domain::Ticket& ticket = context.ticket->ticket;
        const auto stands = [&plan](const char* name, const QString& value) {
            plan.fields[QString::fromLatin1(name)] = {.value = value, .shownOnly = true, .mayBeEmpty = true};
        };
        plan.fields["reason"] = {.hint = tr("Why it is corrected")};
        stands("title", q(ticket.title));
        stands("content", q(ticket.content));
        stands("appealType", q(codeOf(ticket.appealType)));
        stands("urgency", q(codeOf(ticket.urgency)));
        stands("category", q(ticket.category.value));
        stands("region", q(ticket.region.value));
        stands("address", q(ticket.address));
        stands("targetUnit", q(ticket.targetUnit.value));
        plan.fields["title"].wide = true;
        plan.fields["callerName"] = {.hint = tr("Left empty: stays as it is")};
        plan.fields["contactPhone"] = {.hint = tr("Left empty: stays as it is")};
        plan.notice = tr("Only what you change is sent. Another matter or place may move the due time.");
    }

    static void askInfo(const FormContext& context, FormPlan& plan) {
        plan.notice =
            tr("The ticket goes back to %1.").arg(context.directory->userName(context.ticket->ticket.registeredBy));
        plan.fields["question"] = {.hint = tr("What must be asked before it can be dispatched")};
    }

    static void proposeRefusal(const FormContext& context, FormPlan& plan) {
        plan.notice = tr("A supervisor confirms. The caller must be told the ground and the right channel.");
        plan.tone = "careful";
        FieldPlan& reason = plan.fields["reason"];
        reason.wide = true;
        reason.mayBeEmpty = true;
        reason.hint = tr("Ground of the rules");
        for (const domain::RefusalReason& each : context.directory->rules().refusalReasons) {
            reason.options.push_back({q(each.code), nameIn(each, context.chinese)});
        }
        plan.fields["wording"] = {.hint = tr("The right channel, as it is read out")};
        plan.fields["text"] = {.hint = tr("For the supervisor: why the ground fits")};
        plan.derive = [directory = context.directory, chinese = context.chinese](const FormValues& values) {
            const std::string code = s(values.value("reason").toString());
            const domain::RefusalReason* ground = directory->rules().refusalReason(code);
            if (ground == nullptr) {
                return FormValues{};
            }
            const bool english = !chinese && !ground->adviceEn.empty();
            return FormValues{{"wording", q(english ? ground->adviceEn : ground->adviceZh)}};
        };
        plan.live = [directory = context.directory](const FormValues& values) {
            const std::string code = s(values.value("reason").toString());
            const domain::RefusalReason* ground = directory->rules().refusalReason(code);
            const bool based = ground != nullptr && !ground->basis.empty();
            return LiveLine{based ? tr("Basis: %1").arg(q(ground->basis)) : QString()};
        };
    }

    static void transfer(const FormContext& context, FormPlan& plan) {
        plan.notice = tr("This cannot be undone: the call is passed on at once.");
        plan.tone = "careful";
        FieldPlan& number = plan.fields["emergency"];
        number.wide = true;
        for (const domain::EmergencyNumber& each : context.directory->rules().emergencyNumbers) {
            number.options.push_back(
                {q(each.code), q(each.number) + QStringLiteral("  ") + nameIn(each, context.chinese)});
        }
        plan.fields["text"] = {.hint = tr("What the emergency desk was told")};
    }

    static void withdraw(const FormContext&, FormPlan& plan) {
        plan.notice = tr("Only when the caller no longer asks for it.");
        plan.fields["reason"] = {.hint = tr("What the caller said")};
    }

    static void invalidate(const FormContext&, FormPlan& plan) {
        plan.fields["reason"] = {.hint = tr("Why nobody can work on it")};
        plan.fields["harassing"] = {.hint = tr("Harassing call")};
    }

    static void merge(const FormContext&, FormPlan& plan) {
        plan.notice =
            tr("This ticket follows the main ticket until it is taken out again. Both callers are called back.");
        plan.fields["reason"] = {.hint = tr("What is the same in both")};
    }

    static void unmerge(const FormContext&, FormPlan& plan) {
        plan.notice = tr("The ticket waits for its own dispatch again.");
        plan.fields["reason"] = {.hint = tr("Why it is not the same matter")};
    }

    static void secrecy(const FormContext& context, FormPlan& plan) {
        plan.fields["secrecy"] = {.value = q(codeOf(context.ticket->ticket.secrecy)), .shownOnly = true, .wide = true};
        plan.fields["reason"] = {.hint = tr("Who asked for it, and why")};
        plan.notice =
            tr("Caller hidden: units see the matter, never the caller. Restricted: only supervisors, who "
               "registered it and the units that have it.");
    }

    static void flag(const FormContext& context, FormPlan& plan) {
        plan.fields["flag"] = {.wide = true};
        plan.fields["on"] = {.value = true, .wide = true, .options = yesOrNo(tr("Set"), tr("Take off"))};
        QStringList set;
        for (const domain::TicketFlag each : context.ticket->ticket.flags) {
            set << words::of(each);
        }
        plan.notice = set.isEmpty() ? tr("No flag is set.") : tr("Set: %1").arg(set.join(tr(", ")));
    }
};

}  // namespace

std::span<const PlanRow> intakePlans() {
    static constexpr std::array kRows{
        PlanRow{domain::CommentTicket::kName, &IntakePlans::comment},
        PlanRow{domain::SupplementTicket::kName, &IntakePlans::supplement},
        PlanRow{domain::LinkTicket::kName, &IntakePlans::link},
        PlanRow{domain::UnlinkTicket::kName, &IntakePlans::unlink},
        PlanRow{domain::AmendTicket::kName, &IntakePlans::amend},
        PlanRow{domain::AskInfo::kName, &IntakePlans::askInfo},
        PlanRow{domain::ProposeRefusal::kName, &IntakePlans::proposeRefusal},
        PlanRow{domain::TransferTicket::kName, &IntakePlans::transfer},
        PlanRow{domain::WithdrawTicket::kName, &IntakePlans::withdraw},
        PlanRow{domain::InvalidateTicket::kName, &IntakePlans::invalidate},
        PlanRow{domain::MergeTicket::kName, &IntakePlans::merge},
        PlanRow{domain::UnmergeTicket::kName, &IntakePlans::unmerge},
        PlanRow{domain::SetSecrecy::kName, &IntakePlans::secrecy},
        PlanRow{domain::FlagTicket::kName, &IntakePlans::flag},
    };
    return kRows;
}

}  // namespace zhida::ui
