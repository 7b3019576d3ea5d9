// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of review, callback, supervision, ladders and the end.
#include "ui/delegates/widgets.h"
#include "ui/forms/form_plan.h"
#include "ui/support/coded.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>

#include <array>

namespace zhida::ui {
namespace {

bool reached(const FormValues& values) { return values.value(QStringLiteral("connected")).toBool(); }

struct OversightPlans {
    Q_DECLARE_TR_FUNCTIONS(FormPlan)

public:
    static void review(const FormContext& context, FormPlan& plan) {
        QStringList told;
        for (const domain::Assignment& each : context.ticket->ticket.assignments) {
            if (each.reply && each.active()) {
                told << tr("%1 tells the caller: %2")
                            .arg(context.directory->unitName(each.unit), q(each.reply->publicText));
            }
        }
        plan.notice = told.join(QLatin1Char('\n'));
        plan.fields["approve"] = {.wide = true,
                                  .options = yesOrNo(tr("Approve: on to the callback"), tr("Send back to the unit"))};
        plan.fields["opinion"] = {.hint = tr("What is missing, when it is sent back"),
                                  .presets = optionsOf(context.directory->rules().rejectOpinions, context.chinese)};
    }

    /// What the agent says; of a city's own callback sheet: in the words of its rules.
    static QWidget* script(const FormContext& context) {
        QStringList lines;
        for (const domain::CodedText& each : context.directory->rules().callback.script) {
            const std::string& text = context.chinese || each.en.empty() ? each.zh : each.en;
            lines << q(text).replace(QStringLiteral("{title}"), q(context.ticket->ticket.title).simplified());
        }
        auto* box = new QWidget;
        auto* down = column(box, 0, 0);
        QLabel* spoken = notice("hint");
        spoken->setAccessibleName(tr("What to say"));
        QPushButton* more = linkButton(tr("The whole script"));
        more->setCheckable(true);
        down->addWidget(spoken);
        down->addWidget(more, 0, Qt::AlignLeft);
        more->setVisible(lines.size() > 1);
        const auto show = [spoken, lines](bool whole) {
            say(spoken, whole ? lines.join(QLatin1Char('\n')) : lines.front());
        };
        show(false);
        QObject::connect(more, &QPushButton::toggled, spoken, show);
        return box;
    }

    /// A city's own callback sheet takes the place of those questions of the centre that it asks itself.
    static void callback(const FormContext& context, FormPlan& plan) {
        const domain::Ticket& ticket = context.ticket->ticket;
        const domain::Assignment* lead = ticket.lead();
        const QString told = ticket.directAnswer              ? q(ticket.directAnswer->text)
                             : lead != nullptr && lead->reply ? q(lead->reply->publicText)
                                                              : QString();
        plan.notice = told.isEmpty() ? QString() : tr("The caller was told: %1").arg(told);
        plan.fields["connected"] = {.value = true, .wide = true, .options = yesOrNo(tr("Reached"), tr("No answer"))};
        if (!context.directory->rules().callback.script.empty() && context.bulk.empty()) {
            plan.above = [context] { return script(context); };
        }
        for (const char* name : {"solved", "satisfied", "process", "factsTrue", "contacted"}) {
            plan.fields[QString::fromLatin1(name)] = {.wide = true, .when = reached};
        }
        for (const domain::Form* sheet : formsFor(context.directory->rules(), domain::FormUse::callback)) {
            for (const domain::FormField& each : sheet->fieldList) {
                if (each.answers) {
                    plan.fields[q(codeOf(*each.answers))].hidden = true;
                }
            }
        }
        plan.fields["factsTrue"].wide = plan.fields["contacted"].wide = false;
        plan.fields["opinion"] = {.hint = tr("What the caller says about it"),
                                  .presets = optionsOf(context.directory->rules().callback.opinions, context.chinese)};
        plan.forms = [directory = context.directory](const FormValues& values) {
            return reached(values) ? formsFor(directory->rules(), domain::FormUse::callback)
                                   : std::vector<const domain::Form*>{};
        };
    }

    static void urge(const FormContext& context, FormPlan& plan) {
        const std::size_t before = context.ticket->ticket.urges.size();
        plan.notice = before == 0 ? QString() : tr("Urged %n time(s) before.", nullptr, static_cast<int>(before));
        plan.fields["text"] = {.hint = tr("What the unit is to know")};
        plan.fields["byCaller"] = {.hint = tr("The caller has phoned again")};
    }

    static void supervise(const FormContext& context, FormPlan& plan) {
        const Instant now = context.clock.now();
        const auto due = domain::dueAfter(context.directory->rules().calendar, now, {1, domain::TermUnit::workingDay});
        plan.notice = tr("Without a unit it goes to the lead.");
        plan.fields["reason"] = {.hint = tr("Ground, as the rule names it")};
        plan.fields["level"] = {.value = q(codeOf(domain::SupervisionLevel::normal)), .wide = true};
        plan.fields["units"] = {.hint = tr("Add a unit")};
        plan.fields["deadline"] = {.value = momentValue(due ? due->due : now.plus(kDayMs), context.desk.offset())};
    }

    static QString openSupervision(const FormContext& context) {
        QStringList lines;
        for (const domain::Supervision& each : context.ticket->ticket.supervisions) {
            if (each.open()) {
                lines << tr("%1 (%2): %3")
                             .arg(words::of(each.level), words::of(each.state), words::ofReason(each.reason));
                if (!each.answer.empty()) {
                    lines << tr("Answer: %1").arg(q(each.answer));
                }
            }
        }
        return lines.isEmpty() ? tr("No supervision is open.") : lines.join(QLatin1Char('\n'));
    }

    static void answerSupervision(const FormContext& context, FormPlan& plan) {
        plan.notice = openSupervision(context);
        plan.fields["text"] = {.hint = tr("What was done, and by when the rest will be")};
        plan.fields["askBack"] = {.hint = tr("We ask to be relieved of it")};
    }

    static void decideSupervision(const FormContext& context, FormPlan& plan) {
        plan.notice = openSupervision(context);
        plan.fields["approve"] = {.wide = true,
                                  .options = yesOrNo(tr("Enough: it ends"), tr("Not enough: it goes on"))};
        plan.fields["opinion"] = {.hint = tr("Why")};
    }

    static void cancelSupervision(const FormContext& context, FormPlan& plan) {
        plan.notice = openSupervision(context);
        plan.fields["reason"] = {.hint = tr("Why")};
    }

    static void redo(const FormContext&, FormPlan& plan) {
        plan.notice = tr("Same number, new clock.");
        plan.fields["reason"] = {.hint = tr("What the check has found")};
    }

    static void lookBack(const FormContext&, FormPlan& plan) {
        plan.fields["reason"] = {.hint = tr("Why it is looked at again")};
    }

    static void reportLookBack(const FormContext&, FormPlan& plan) {
        plan.fields["outcome"] = {.wide = true};
        plan.fields["stillThere"] = {.wide = true};
        plan.fields["newFact"] = {.hint = tr("What was not known before")};
        plan.fields["text"] = {.hint = tr("What was seen on the spot")};
    }

    static void close(const FormContext&, FormPlan& plan) {
        plan.notice = tr("Without a callback.");
        plan.tone = "careful";
        plan.fields["reason"] = {.hint = tr("Why nobody is called back")};
    }
};

struct LadderPlans {
    Q_DECLARE_TR_FUNCTIONS(FormPlan)

public:
    static std::vector<FormOption> levels(const domain::Ladder* ladder, std::string_view from, bool chinese) {
        std::vector<FormOption> options;
        if (ladder == nullptr) {
            return options;
        }
        bool on = from.empty();
        for (const domain::LadderLevel& each : ladder->levels) {
            on = on || each.code == from;
            if (on) {
                options.push_back({q(each.code), nameIn(each, chinese)});
            }
        }
        return options;
    }

    static void start(const FormContext& context, FormPlan& plan) {
        FieldPlan& ladder = plan.fields["ladder"];
        for (const domain::Ladder& each : context.directory->rules().ladders) {
            ladder.options.push_back({q(each.code), nameIn(each, context.chinese)});
        }
        if (ladder.options.empty()) {
            plan.notice = tr("The rules of the centre have no ladder.");
        }
        plan.fields["level"] = {
            .optionsNow = [directory = context.directory, chinese = context.chinese](const FormValues& values) {
                const std::string code = s(values.value(QStringLiteral("ladder")).toString());
                return levels(directory->rules().ladder(code), {}, chinese);
            }};
    }

    static const domain::LadderLevel* levelOf(const domain::Rules& rules, const domain::LadderStand& stand,
                                              const FormValues& values) {
        const domain::Ladder* ladder = rules.ladder(stand.ladder);
        const std::string level = s(values.value(QStringLiteral("level")).toString());
        if (ladder != nullptr) {
            for (const domain::LadderLevel& each : ladder->levels) {
                if (each.code == (level.empty() ? stand.level : level)) {
                    return &each;
                }
            }
        }
        return nullptr;
    }

    static QString standing(const FormContext& context, const domain::LadderStand& stand) {
        const domain::LadderLevel* level = levelOf(context.directory->rules(), stand, {});
        if (level == nullptr) {
            return {};
        }
        QStringList posts;
        for (const domain::CodedText& each : level->posts) {
            posts << nameIn(each, context.chinese);
        }
        QStringList lines{
            tr("Stands at %1; responsible: %2").arg(nameIn(*level, context.chinese), posts.join(tr(", ")))};
        for (const domain::Round& each : stand.rounds) {
            const domain::Rules& rules = context.directory->rules();
            lines << tr("%1: %2").arg(levelName(rules, stand.ladder, each.level, context.chinese),
                                      each.result.empty()
                                          ? tr("raised")
                                          : resultName(rules, stand.ladder, each.level, each.result, context.chinese));
        }
        return lines.join(QLatin1Char('\n'));
    }

    static void round(const FormContext& context, FormPlan& plan) {
        const auto& climb = context.ticket->ticket.climb;
        if (!climb || climb->over) {
            plan.notice = tr("This ticket is on no ladder.");
            return;
        }
        plan.notice = standing(context, *climb);
        const auto directory = context.directory;
        plan.fields["level"] = {
            .value = q(climb->level),
            .options = levels(directory->rules().ladder(climb->ladder), climb->level, context.chinese)};
        plan.fields["result"] = {
            .optionsNow = [directory, stand = *climb, chinese = context.chinese](const FormValues& values) {
                std::vector<FormOption> options;
                if (const domain::LadderLevel* level = levelOf(directory->rules(), stand, values)) {
                    for (const domain::RoundResult& each : level->results) {
                        options.push_back({q(each.code), nameIn(each, chinese)});
                    }
                }
                return options;
            }};
        plan.fields["text"] = {.hint = tr("Who took part, what was agreed")};
        plan.forms = [directory, stand = *climb](const FormValues& values) {
            const domain::LadderLevel* level = levelOf(directory->rules(), stand, values);
            const domain::Form* form = level == nullptr ? nullptr : directory->rules().form(level->form);
            return form == nullptr ? std::vector<const domain::Form*>{} : std::vector{form};
        };
    }

    static void escalate(const FormContext& context, FormPlan& plan) {
        const auto& climb = context.ticket->ticket.climb;
        plan.notice = climb ? standing(context, *climb) : tr("This ticket is on no ladder.");
        plan.fields["reason"] = {.hint = tr("Why this level cannot solve it")};
    }
};

}  // namespace

std::span<const PlanRow> oversightPlans() {
    static constexpr std::array kRows{
        PlanRow{domain::ReviewTicket::kName, &OversightPlans::review},
        PlanRow{domain::CallBack::kName, &OversightPlans::callback},
        PlanRow{domain::UrgeTicket::kName, &OversightPlans::urge},
        PlanRow{domain::SuperviseTicket::kName, &OversightPlans::supervise},
        PlanRow{domain::AnswerSupervision::kName, &OversightPlans::answerSupervision},
        PlanRow{domain::DecideSupervision::kName, &OversightPlans::decideSupervision},
        PlanRow{domain::CancelSupervision::kName, &OversightPlans::cancelSupervision},
        PlanRow{domain::RedoTicket::kName, &OversightPlans::redo},
        PlanRow{domain::StartLookBack::kName, &OversightPlans::lookBack},
        PlanRow{domain::ReportLookBack::kName, &OversightPlans::reportLookBack},
        PlanRow{domain::CloseTicket::kName, &OversightPlans::close},
        PlanRow{domain::StartLadder::kName, &LadderPlans::start},
        PlanRow{domain::HoldRound::kName, &LadderPlans::round},
        PlanRow{domain::EscalateTicket::kName, &LadderPlans::escalate},
    };
    return kRows;
}

}  // namespace zhida::ui
