// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/rules_words_table.h"

#include <QtGlobal>

#include <array>

namespace zhida::ui::words {
namespace {

constexpr std::array kRulesCodes{
    RulesWord{"stage.accept", QT_TRANSLATE_NOOP("Rules", "Taking")},
    RulesWord{"stage.dispatch", QT_TRANSLATE_NOOP("Rules", "Dispatching")},
    RulesWord{"stage.firstContact", QT_TRANSLATE_NOOP("Rules", "First contact")},
    RulesWord{"stage.sign", QT_TRANSLATE_NOOP("Rules", "Signing")},
    RulesWord{"stage.returnRequest", QT_TRANSLATE_NOOP("Rules", "Asking for a return")},
    RulesWord{"stage.solve", QT_TRANSLATE_NOOP("Rules", "Solving")},
    RulesWord{"stage.callback", QT_TRANSLATE_NOOP("Rules", "Calling back")},
    RulesWord{"stage.redo", QT_TRANSLATE_NOOP("Rules", "Redo")},
    RulesWord{"mode.all", QT_TRANSLATE_NOOP("Rules", "Everybody")},
    RulesWord{"mode.sample", QT_TRANSLATE_NOOP("Rules", "A sample")},
    RulesWord{"mode.none", QT_TRANSLATE_NOOP("Rules", "Only on request")},
    RulesWord{"start.sameUnits", QT_TRANSLATE_NOOP("Rules", "The same units")},
    RulesWord{"start.centre", QT_TRANSLATE_NOOP("Rules", "Dispatched anew")},
    RulesWord{"start.firstLevel", QT_TRANSLATE_NOOP("Rules", "First level of the ladder")},
    RulesWord{"effect.solved", QT_TRANSLATE_NOOP("Rules", "Settled")},
    RulesWord{"effect.failed", QT_TRANSLATE_NOOP("Rules", "Not settled")},
    RulesWord{"effect.rises", QT_TRANSLATE_NOOP("Rules", "Rises")},
    RulesWord{"effect.withdrawn", QT_TRANSLATE_NOOP("Rules", "Withdrawn")},
    RulesWord{"kind.text", QT_TRANSLATE_NOOP("Rules", "Line")},
    RulesWord{"kind.longText", QT_TRANSLATE_NOOP("Rules", "Long text")},
    RulesWord{"kind.integer", QT_TRANSLATE_NOOP("Rules", "Number")},
    RulesWord{"kind.date", QT_TRANSLATE_NOOP("Rules", "Date")},
    RulesWord{"kind.time", QT_TRANSLATE_NOOP("Rules", "Time")},
    RulesWord{"kind.choice", QT_TRANSLATE_NOOP("Rules", "One choice")},
    RulesWord{"kind.choices", QT_TRANSLATE_NOOP("Rules", "Several choices")},
    RulesWord{"kind.yesNo", QT_TRANSLATE_NOOP("Rules", "Yes or no")},
    RulesWord{"kind.phone", QT_TRANSLATE_NOOP("Rules", "Telephone number")},
    RulesWord{"use.registration", QT_TRANSLATE_NOOP("Rules", "Registration")},
    RulesWord{"use.reply", QT_TRANSLATE_NOOP("Rules", "Reply")},
    RulesWord{"use.callback", QT_TRANSLATE_NOOP("Rules", "Callback")},
    RulesWord{"use.round", QT_TRANSLATE_NOOP("Rules", "Round of a ladder")},
    RulesWord{"use.closing", QT_TRANSLATE_NOOP("Rules", "Closing")},
    RulesWord{"answers.process", QT_TRANSLATE_NOOP("Rules", "Content with the process")},
    RulesWord{"answers.factsTrue", QT_TRANSLATE_NOOP("Rules", "What the unit wrote is so")},
    RulesWord{"answers.contacted", QT_TRANSLATE_NOOP("Rules", "The unit spoke with the caller")},
    RulesWord{"use.inspection", QT_TRANSLATE_NOOP("Rules", "Inspection")},
    RulesWord{"use.other", QT_TRANSLATE_NOOP("Rules", "Other")},
    RulesWord{"when.registered", QT_TRANSLATE_NOOP("Rules", "Registered")},
    RulesWord{"when.dispatched", QT_TRANSLATE_NOOP("Rules", "Dispatched")},
    RulesWord{"when.returned", QT_TRANSLATE_NOOP("Rules", "Returned")},
    RulesWord{"when.extended", QT_TRANSLATE_NOOP("Rules", "Extended")},
    RulesWord{"when.replied", QT_TRANSLATE_NOOP("Rules", "Replied")},
    RulesWord{"when.redo", QT_TRANSLATE_NOOP("Rules", "Sent back for a redo")},
    RulesWord{"when.urged", QT_TRANSLATE_NOOP("Rules", "Urged")},
    RulesWord{"when.escalated", QT_TRANSLATE_NOOP("Rules", "Escalated")},
    RulesWord{"when.yellowCard", QT_TRANSLATE_NOOP("Rules", "Yellow card")},
    RulesWord{"when.redCard", QT_TRANSLATE_NOOP("Rules", "Red card")},
    RulesWord{"when.overdue", QT_TRANSLATE_NOOP("Rules", "Overdue")},
    RulesWord{"when.closed", QT_TRANSLATE_NOOP("Rules", "Closed")},
    RulesWord{"to.caller", QT_TRANSLATE_NOOP("Rules", "Caller")},
    RulesWord{"to.registrar", QT_TRANSLATE_NOOP("Rules", "Who registered it")},
    RulesWord{"to.dispatcher", QT_TRANSLATE_NOOP("Rules", "Dispatcher")},
    RulesWord{"to.lead", QT_TRANSLATE_NOOP("Rules", "Lead unit")},
    RulesWord{"to.assist", QT_TRANSLATE_NOOP("Rules", "Assisting units")},
    RulesWord{"to.unitHead", QT_TRANSLATE_NOOP("Rules", "Head of the unit")},
    RulesWord{"to.supervisor", QT_TRANSLATE_NOOP("Rules", "Supervisor")},
    RulesWord{"way.window", QT_TRANSLATE_NOOP("Rules", "In the window")},
    RulesWord{"way.sms", QT_TRANSLATE_NOOP("Rules", "Text message")},
    RulesWord{"way.phone", QT_TRANSLATE_NOOP("Rules", "Telephone")},
};

}  // namespace

std::span<const RulesWord> rulesCodeTable() { return kRulesCodes; }

}  // namespace zhida::ui::words
