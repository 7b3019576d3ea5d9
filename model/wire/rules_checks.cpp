// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/rules_checks.h"

#include "model/base/utf8.h"
#include "model/domain/command.h"
#include "model/domain/message.h"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

namespace zhida::wire {
namespace {

using namespace zhida::domain;

template <std::size_t I = 0>
bool isCommand(std::string_view name) {
    if constexpr (I < std::variant_size_v<TicketCommand>) {
        return name == std::variant_alternative_t<I, TicketCommand>::kName || isCommand<I + 1>(name);
    } else {
        return false;
    }
}

/// Values of an enum that `offered` names; all of them when it names none.
template <class E>
std::vector<E> offeredOf(const std::vector<CodedText>& offered) {
    std::vector<E> values;
    for (const auto& [value, code] : EnumCodes<E>::kTable) {
        bool named = offered.empty();
        for (const CodedText& each : offered) {
            named = named || each.code == code;
        }
        if (named) {
            values.push_back(value);
        }
    }
    return values;
}

bool digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

class Check {
public:
    Check(const Rules& rules, RulesReader& reader) : m_rules(rules), m_reader(reader) {}

    void lists() {
        enumCodes<AppealType>("appealTypes", m_rules.appealTypes);
        enumCodes<Urgency>("urgencies", m_rules.urgencies);
        enumCodes<Channel>("channels", m_rules.channels);
        unique("emergencyNumbers", m_rules.emergencyNumbers);
        unique("returnReasons", m_rules.returnReasons);
        unique("extensionReasons", m_rules.extensionReasons);
        unique("suspensionReasons", m_rules.suspensionReasons);
        unique("rejectOpinions", m_rules.rejectOpinions);
        unique("refusalReasons", m_rules.refusalReasons);
        unique("ladders", m_rules.ladders);
        unique("rosterRights", m_rules.rosterRights);
        unique("inspection.items", m_rules.inspection.items);
        unique("callback.script", m_rules.callback.script);
        unique("callback.opinions", m_rules.callback.opinions);
        unique("categoryMaps", m_rules.categoryMaps);
        for (std::size_t i = 0; i < m_rules.categoryMaps.size(); ++i) {
            uniqueKeys(RulesReader::item("categoryMaps", i) + ".pairs", m_rules.categoryMaps[i].pairs,
                       [](const CategoryPair& each) { return each.from; });
        }
    }

    void deadlines() {
        const auto conditions = [](const DeadlineRule& row) {
            const auto code = [](const auto& value) { return value ? std::string(codeOf(*value)) : "*"; };
            return std::string(codeOf(row.stage)) + " " + code(row.appealType) + " " + code(row.urgency) + " " +
                   row.category + "/" + code(row.channel) + " " + row.region;
        };
        uniqueKeys("deadlines", m_rules.deadlines, conditions);
        for (std::size_t i = 0; i < m_rules.deadlines.size(); ++i) {
            region(RulesReader::item("deadlines", i) + ".region", m_rules.deadlines[i].region);
        }
        gaps();
    }

    void bounds() {
        within("claimLeaseMinutes", m_rules.claimLeaseMinutes, 1, 24 * 60);
        within("undoRestSeconds", m_rules.undoRestSeconds, 0, 600);
        within("cards.yellowWorkingDaysLeft", m_rules.cards.yellowWorkingDaysLeft, 0, 30);
        within("cards.redWorkingDayAfter", m_rules.cards.redWorkingDayAfter, 0, 30);
        within("returns.mostPerUnit", m_rules.returns.mostPerUnit, 0, 20);
        within("returns.lastRedoThatMay", m_rules.returns.lastRedoThatMay, 0, 20);
        within("returns.arbitrationAt", m_rules.returns.arbitrationAt, 1, 20);
        within("extensions.most", m_rules.extensions.most, 0, 20);
        within("extensions.mostComplex", m_rules.extensions.mostComplex, 0, 20);
        within("callback.attempts", m_rules.callback.attempts, 1, 20);
        within("redo.most", m_rules.redo.most, 0, 100);
        within("redo.superviseFrom", m_rules.redo.superviseFrom, 0, 100);
        sameMatter(m_rules.sameMatter);
    }

    void callback() {
        const CallbackPolicy& policy = m_rules.callback;
        if (policy.mode == CallbackMode::sample) {
            within("callback.samplePercent", policy.samplePercent, 1, 100);
            if (policy.seed.empty()) {
                m_reader.problem("rules.missing", "callback.seed");
            }
        }
        std::int64_t quiet = 0;
        for (const OfficePeriod& each : policy.quietHours) {
            quiet += (each.to - each.from + 24 * 60) % (24 * 60);
        }
        if (quiet >= 24 * 60) {
            m_reader.expected("callback.quietHours", "< 24 h");
        }
    }

    /// 【】 are put around it.
    void messages() {
        const std::string& signature = m_rules.messages.signature;
        const bool bracketed = signature.find("【") != std::string::npos || signature.find("】") != std::string::npos;
        if (bracketed || utf8::length(signedText(signature, "")) > kMostSignature) {
            m_reader.expected("messages.signature", "≤ 28 characters, without 【】");
        }
    }

    void references() {
        for (std::size_t i = 0; i < m_rules.extensions.complexReasons.size(); ++i) {
            const std::string& reason = m_rules.extensions.complexReasons[i];
            if (m_rules.extensionReason(reason) == nullptr) {
                reference(RulesReader::item("extensions.complexReasons", i), reason);
            }
        }
        for (std::size_t i = 0; i < m_rules.rosterRights.size(); ++i) {
            const RosterRight& right = m_rules.rosterRights[i];
            const std::string path = RulesReader::item("rosterRights", i);
            within(path + ".longestDays", right.longestDays, 1, 3'660);
            for (std::size_t k = 0; k < right.commands.size(); ++k) {
                if (!isCommand(right.commands[k])) {
                    reference(RulesReader::item(path + ".commands", k), right.commands[k]);
                }
            }
        }
        uniqueKeys("responsibilities", m_rules.responsibilities,
                   [](const Responsibility& row) { return row.category + "/" + row.region; });
        for (std::size_t i = 0; i < m_rules.responsibilities.size(); ++i) {
            region(RulesReader::item("responsibilities", i) + ".region", m_rules.responsibilities[i].region);
        }
    }

    void inspection() {
        const InspectionPolicy& policy = m_rules.inspection;
        within("inspection.samplePercent", policy.samplePercent, 0, 100);
        within("inspection.atLeast", policy.atLeast, 0, 1'000);
        int sum = 0;
        for (std::size_t i = 0; i < policy.items.size(); ++i) {
            within(RulesReader::item("inspection.items", i) + ".points", policy.items[i].points, 1, 1'000);
            sum += policy.items[i].points;
        }
        within("inspection.passPoints", policy.passPoints, 0, sum);
        const bool draws = policy.samplePercent > 0 || policy.atLeast > 0;
        if (draws && policy.seed.empty()) {
            m_reader.problem("rules.missing", "inspection.seed");
        }
        if (draws && policy.items.empty()) {
            m_reader.problem("rules.missing", "inspection.items");
        }
    }

    void ladders() {
        for (std::size_t i = 0; i < m_rules.ladders.size(); ++i) {
            const std::string path = RulesReader::item("ladders", i) + ".levels";
            const auto& levels = m_rules.ladders[i].levels;
            if (levels.empty()) {
                m_reader.problem("rules.gap", path, {{"missing", "1"}});
            }
            unique(path, levels);
            for (std::size_t k = 0; k < levels.size(); ++k) {
                level(RulesReader::item(path, k), levels[k], k + 1 == levels.size());
            }
        }
    }

    void forms() {
        uniqueKeys("forms", m_rules.forms, [](const Form& f) { return f.code + " " + std::to_string(f.version); });
        for (std::size_t i = 0; i < m_rules.forms.size(); ++i) {
            const std::string path = RulesReader::item("forms", i);
            within(path + ".version", m_rules.forms[i].version, 1, 1'000'000);
            const Form& form = m_rules.forms[i];
            const auto& fields = form.fieldList;
            unique(path + ".fields", fields);
            for (std::size_t k = 0; k < fields.size(); ++k) {
                formField(RulesReader::item(path + ".fields", k), fields, k);
                answers(RulesReader::item(path + ".fields", k), form, fields[k]);
            }
            const bool asks =
                form.use == FormUse::registration || form.use == FormUse::reply || form.use == FormUse::callback;
            if (form.demanded && !asks) {
                m_reader.expected(path + ".demanded", "false");
            }
            const bool asked = std::any_of(fields.begin(), fields.end(), [](const FormField& f) { return f.required; });
            if (form.demanded && !asked) {
                m_reader.expected(path + ".fields", "required, 1..");
            }
        }
    }

private:
    void within(const std::string& path, int value, int least, int most) {
        if (value < least || value > most) {
            m_reader.expected(path, std::to_string(least) + ".." + std::to_string(most));
        }
    }
    void reference(const std::string& path, const std::string& value) {
        m_reader.problem("rules.reference", path, {{"value", value}});
    }
    void region(const std::string& path, const std::string& value) {
        if (!digits(value) || value.size() > 12) {
            m_reader.expected(path, "0..12 digits");
        }
    }

    template <class T, class Key>
    void uniqueKeys(const std::string& path, const std::vector<T>& items, Key key) {
        std::map<std::string, std::size_t> seen;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto [first, fresh] = seen.emplace(key(items[i]), i);
            if (!fresh) {
                m_reader.problem("rules.duplicate", RulesReader::item(path, i),
                                 {{"value", first->first}, {"first", RulesReader::item(path, first->second)}});
            }
        }
    }
    template <class T>
    void unique(const std::string& path, const std::vector<T>& items) {
        uniqueKeys(path, items, [](const T& each) { return each.code; });
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].code.empty()) {
                m_reader.problem("rules.missing", RulesReader::item(path, i) + ".code");
            }
        }
    }
    template <class E>
    void enumCodes(const std::string& path, const std::vector<CodedText>& items) {
        unique(path, items);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!enumFrom<E>(items[i].code)) {
                reference(RulesReader::item(path, i) + ".code", items[i].code);
            }
        }
    }

    /// Every type and urgency on offer must have a term to be solved in, whatever it is about and wherever it comes from.
    void gaps() {
        std::vector<DeadlineRule> everywhere = m_rules.deadlines;
        std::erase_if(everywhere, [](const DeadlineRule& row) {
            return !row.category.empty() || !row.region.empty() || row.channel.has_value();
        });
        std::string missing;
        for (const AppealType type : offeredOf<AppealType>(m_rules.appealTypes)) {
            for (const Urgency urgency : offeredOf<Urgency>(m_rules.urgencies)) {
                if (!chooseTerm(everywhere, Stage::solve, {type, urgency})) {
                    missing +=
                        (missing.empty() ? "" : ", ") + std::string(codeOf(type)) + " " + std::string(codeOf(urgency));
                }
            }
        }
        if (!missing.empty()) {
            m_reader.problem("rules.gap", "deadlines", {{"missing", missing}});
        }
    }

    void sameMatter(const SameMatterPolicy& policy) {
        within("sameMatter.repeatCalls", policy.repeatCalls, 2, 1'000);
        within("sameMatter.repeatHours", policy.repeatHours, 1, 24 * 366);
        within("sameMatter.similarPercent", policy.similarPercent, 1, 100);
        within("sameMatter.similarDays", policy.similarDays, 1, 3'660);
        within("sameMatter.groupHouseholds", policy.groupHouseholds, 2, 1'000);
        within("sameMatter.groupHours", policy.groupHours, 1, 24 * 366);
        within("sameMatter.surgeTickets", policy.surgeTickets, 2, 100'000);
        within("sameMatter.surgeHours", policy.surgeHours, 1, 24 * 366);
    }

    /// A level that nobody can leave upwards hides those above it; one that can never solve anything is none.
    void level(const std::string& path, const LadderLevel& level, bool top) {
        within(path + ".rounds", level.rounds, 1, 100);
        if (level.mostRounds != 0) {
            within(path + ".mostRounds", level.mostRounds, level.rounds, 100);
        }
        unique(path + ".posts", level.posts);
        unique(path + ".results", level.results);
        bool solves = false;
        bool rises = level.term.amount > 0;
        for (const RoundResult& each : level.results) {
            solves = solves || each.effect == RoundEffect::solved;
            rises = rises || each.effect == RoundEffect::failed || each.effect == RoundEffect::rises;
        }
        if (!solves || (!top && !rises)) {
            m_reader.problem("rules.gap", path + ".results", {{"missing", solves ? "failed rises" : "solved"}});
        }
        if (!level.form.empty() && m_rules.form(level.form) == nullptr) {
            reference(path + ".form", level.form);
        }
    }

    void formField(const std::string& path, const std::vector<FormField>& fields, std::size_t at) {
        const FormField& field = fields[at];
        const bool chooses = field.kind == FormFieldKind::choice || field.kind == FormFieldKind::choices;
        if (chooses == field.options.empty()) {
            m_reader.expected(path + ".options", chooses ? "[…], 1.." : "—");
        }
        unique(path + ".options", field.options);
        if (field.most != 0 && field.most < field.least) {
            within(path + ".most", field.most, field.least, 1'000'000);
        }
        const auto conditions = [&](const char* name, const std::vector<FormCondition>& list) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                condition(RulesReader::item(path + "." + name, i), list[i], fields, at);
            }
        };
        conditions("shownWhen", field.shownWhen);
        conditions("requiredWhen", field.requiredWhen);
    }

    /// A field can stand for a question of the centre when its values are answers to it.
    void answers(const std::string& path, const Form& form, const FormField& field) {
        if (!field.answers) {
            return;
        }
        if (form.use != FormUse::callback) {
            m_reader.expected(path + ".answers", "—");
            return;
        }
        const bool process = *field.answers == CallbackQuestion::process;
        const auto known = [process](const CodedText& each) {
            return process ? enumFrom<Satisfied>(each.code).has_value()
                           : each.code == "true" || each.code == "partly" || each.code == "false";
        };
        const bool fits = field.kind == FormFieldKind::choice
                              ? std::all_of(field.options.begin(), field.options.end(), known)
                              : field.kind == FormFieldKind::yesNo && !process;
        if (!fits) {
            m_reader.expected(path + ".answers", process ? "satisfied basic dissatisfied" : "yesNo, true partly false");
        }
    }

    /// Conditions look upwards only, so that none can wait for itself.
    void condition(const std::string& path, const FormCondition& condition, const std::vector<FormField>& fields,
                   std::size_t before) {
        const FormField* above = nullptr;
        for (std::size_t i = 0; i < before; ++i) {
            above = fields[i].code == condition.fieldCode ? &fields[i] : above;
        }
        if (above == nullptr) {
            reference(path + ".field", condition.fieldCode);
            return;
        }
        std::set<std::string> possible;
        for (const CodedText& each : above->options) {
            possible.insert(each.code);
        }
        if (above->kind == FormFieldKind::yesNo) {
            possible = {"yes", "no"};
        }
        for (std::size_t i = 0; i < condition.is.size(); ++i) {
            if (!possible.empty() && !possible.contains(condition.is[i])) {
                reference(RulesReader::item(path + ".is", i), condition.is[i]);
            }
        }
    }

    const Rules& m_rules;
    RulesReader& m_reader;
};

}  // namespace

void checkRules(const domain::Rules& rules, RulesReader& reader) {
    Check check(rules, reader);
    check.lists();
    check.deadlines();
    check.bounds();
    check.callback();
    check.references();
    check.messages();
    check.inspection();
    check.ladders();
    check.forms();
}

}  // namespace zhida::wire
