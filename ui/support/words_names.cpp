// SPDX-License-Identifier: GPL-3.0-or-later
// The names of commands and fields.
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace zhida::ui::words {
namespace {

using Named = std::pair<std::string_view, const char*>;

template <std::size_t N>
QString nameIn(const std::array<Named, N>& names, std::string_view code) {
    for (const auto& [each, source] : names) {
        if (each == code) {
            return QCoreApplication::translate("Words", source);
        }
    }
    return q(code);
}

constexpr std::array<Named, 54> kCommands{{
    {"ticket.register", QT_TRANSLATE_NOOP("Words", "Register")},
    {"ticket.claim", QT_TRANSLATE_NOOP("Words", "Claim")},
    {"ticket.release", QT_TRANSLATE_NOOP("Words", "Release")},
    {"ticket.supplement", QT_TRANSLATE_NOOP("Words", "Supplement")},
    {"ticket.directAnswer", QT_TRANSLATE_NOOP("Words", "Direct answer")},
    {"ticket.dispatch", QT_TRANSLATE_NOOP("Words", "Dispatch")},
    {"ticket.sign", QT_TRANSLATE_NOOP("Words", "Sign")},
    {"ticket.requestReturn", QT_TRANSLATE_NOOP("Words", "Request return")},
    {"ticket.decideReturn", QT_TRANSLATE_NOOP("Words", "Decide return")},
    {"ticket.reply", QT_TRANSLATE_NOOP("Words", "Reply")},
    {"ticket.review", QT_TRANSLATE_NOOP("Words", "Review")},
    {"ticket.callback", QT_TRANSLATE_NOOP("Words", "Callback")},
    {"ticket.comment", QT_TRANSLATE_NOOP("Words", "Comment")},
    {"ticket.link", QT_TRANSLATE_NOOP("Words", "Link")},
    {"ticket.amend", QT_TRANSLATE_NOOP("Words", "Amend")},
    {"ticket.askInfo", QT_TRANSLATE_NOOP("Words", "Ask for information")},
    {"ticket.proposeRefusal", QT_TRANSLATE_NOOP("Words", "Propose not to accept")},
    {"ticket.transfer", QT_TRANSLATE_NOOP("Words", "Pass to an emergency number")},
    {"ticket.withdraw", QT_TRANSLATE_NOOP("Words", "Withdraw")},
    {"ticket.invalidate", QT_TRANSLATE_NOOP("Words", "Mark as not valid")},
    {"ticket.merge", QT_TRANSLATE_NOOP("Words", "Merge")},
    {"ticket.unmerge", QT_TRANSLATE_NOOP("Words", "Take out of the merge")},
    {"ticket.unlink", QT_TRANSLATE_NOOP("Words", "Take out a link")},
    {"ticket.setSecrecy", QT_TRANSLATE_NOOP("Words", "Set secrecy")},
    {"ticket.flag", QT_TRANSLATE_NOOP("Words", "Set a flag")},
    {"ticket.split", QT_TRANSLATE_NOOP("Words", "Split into parts")},
    {"ticket.subDispatch", QT_TRANSLATE_NOOP("Words", "Dispatch further")},
    {"ticket.contact", QT_TRANSLATE_NOOP("Words", "Log a contact")},
    {"ticket.requestExtension", QT_TRANSLATE_NOOP("Words", "Request an extension")},
    {"ticket.requestSuspension", QT_TRANSLATE_NOOP("Words", "Request a suspension")},
    {"ticket.petition", QT_TRANSLATE_NOOP("Words", "Petition on the assessment")},
    {"ticket.decideRequest", QT_TRANSLATE_NOOP("Words", "Decide a request")},
    {"ticket.takeBackRequest", QT_TRANSLATE_NOOP("Words", "Take back a request")},
    {"ticket.resume", QT_TRANSLATE_NOOP("Words", "Take up again")},
    {"ticket.arbitrate", QT_TRANSLATE_NOOP("Words", "Arbitrate")},
    {"ticket.fillForm", QT_TRANSLATE_NOOP("Words", "Fill in a form")},
    {"ticket.promise", QT_TRANSLATE_NOOP("Words", "Promise")},
    {"ticket.keepPromise", QT_TRANSLATE_NOOP("Words", "Promise kept")},
    {"ticket.handOver", QT_TRANSLATE_NOOP("Words", "Hand over")},
    {"ticket.urge", QT_TRANSLATE_NOOP("Words", "Urge")},
    {"ticket.supervise", QT_TRANSLATE_NOOP("Words", "Supervise")},
    {"ticket.answerSupervision", QT_TRANSLATE_NOOP("Words", "Answer a supervision")},
    {"ticket.decideSupervision", QT_TRANSLATE_NOOP("Words", "Decide a supervision")},
    {"ticket.cancelSupervision", QT_TRANSLATE_NOOP("Words", "Cancel a supervision")},
    {"ticket.redo", QT_TRANSLATE_NOOP("Words", "Have it done again")},
    {"ticket.lookBack", QT_TRANSLATE_NOOP("Words", "Start a second look")},
    {"ticket.reportLookBack", QT_TRANSLATE_NOOP("Words", "Report the second look")},
    {"ticket.startLadder", QT_TRANSLATE_NOOP("Words", "Start a ladder")},
    {"ticket.round", QT_TRANSLATE_NOOP("Words", "Hold a round")},
    {"ticket.escalate", QT_TRANSLATE_NOOP("Words", "Raise a level")},
    {"ticket.close", QT_TRANSLATE_NOOP("Words", "Close")},
    {"ticket.archive", QT_TRANSLATE_NOOP("Words", "Archive")},
    {"ticket.recountDue", QT_TRANSLATE_NOOP("Words", "Count the due time anew")},
    {"ticket.undo", QT_TRANSLATE_NOOP("Words", "Undo")},
}};

constexpr std::array<Named, 74> kFields{{
    {"title", QT_TRANSLATE_NOOP("Words", "Title")},
    {"content", QT_TRANSLATE_NOOP("Words", "Content")},
    {"appealType", QT_TRANSLATE_NOOP("Words", "Type of appeal")},
    {"channel", QT_TRANSLATE_NOOP("Words", "Channel")},
    {"callerName", QT_TRANSLATE_NOOP("Words", "Caller's name")},
    {"callerPhone", QT_TRANSLATE_NOOP("Words", "Caller's phone")},
    {"contactPhone", QT_TRANSLATE_NOOP("Words", "Contact phone")},
    {"urgency", QT_TRANSLATE_NOOP("Words", "Urgency")},
    {"category", QT_TRANSLATE_NOOP("Words", "Category")},
    {"region", QT_TRANSLATE_NOOP("Words", "Region")},
    {"address", QT_TRANSLATE_NOOP("Words", "Address")},
    {"secret", QT_TRANSLATE_NOOP("Words", "Secret")},
    {"remark", QT_TRANSLATE_NOOP("Words", "Remark")},
    {"text", QT_TRANSLATE_NOOP("Words", "Text")},
    {"article", QT_TRANSLATE_NOOP("Words", "Article")},
    {"lead", QT_TRANSLATE_NOOP("Words", "Lead unit")},
    {"assist", QT_TRANSLATE_NOOP("Words", "Assisting units")},
    {"deadline", QT_TRANSLATE_NOOP("Words", "Deadline")},
    {"note", QT_TRANSLATE_NOOP("Words", "Note")},
    {"reason", QT_TRANSLATE_NOOP("Words", "Reason")},
    {"basis", QT_TRANSLATE_NOOP("Words", "Basis")},
    {"quote", QT_TRANSLATE_NOOP("Words", "Words of the article")},
    {"from", QT_TRANSLATE_NOOP("Words", "Handed over by")},
    {"suggestedUnit", QT_TRANSLATE_NOOP("Words", "Suggested unit")},
    {"opinion", QT_TRANSLATE_NOOP("Words", "Opinion")},
    {"internal", QT_TRANSLATE_NOOP("Words", "Internal record")},
    {"public", QT_TRANSLATE_NOOP("Words", "Public answer")},
    {"approve", QT_TRANSLATE_NOOP("Words", "Decision")},
    {"solved", QT_TRANSLATE_NOOP("Words", "Solved")},
    {"satisfied", QT_TRANSLATE_NOOP("Words", "Satisfied")},
    {"connected", QT_TRANSLATE_NOOP("Words", "Call")},
    {"callbackWanted", QT_TRANSLATE_NOOP("Words", "Call back wanted")},
    {"mayNotReturn", QT_TRANSLATE_NOOP("Words", "No further return")},
    {"kind", QT_TRANSLATE_NOOP("Words", "Kind")},
    {"other", QT_TRANSLATE_NOOP("Words", "Other ticket")},
    {"unit", QT_TRANSLATE_NOOP("Words", "Unit")},
    {"user", QT_TRANSLATE_NOOP("Words", "User")},
    {"name", QT_TRANSLATE_NOOP("Words", "Name")},
    {"role", QT_TRANSLATE_NOOP("Words", "Role")},
    {"password", QT_TRANSLATE_NOOP("Words", "Password")},
    {"articleVersion", QT_TRANSLATE_NOOP("Words", "Version of the article")},
    {"targetUnit", QT_TRANSLATE_NOOP("Words", "Unit complained about")},
    {"secrecy", QT_TRANSLATE_NOOP("Words", "Secrecy")},
    {"form", QT_TRANSLATE_NOOP("Words", "Form")},
    {"number", QT_TRANSLATE_NOOP("Words", "Number")},
    {"question", QT_TRANSLATE_NOOP("Words", "What is missing")},
    {"wording", QT_TRANSLATE_NOOP("Words", "What the caller is told")},
    {"emergency", QT_TRANSLATE_NOOP("Words", "Emergency number")},
    {"harassing", QT_TRANSLATE_NOOP("Words", "Harassing")},
    {"into", QT_TRANSLATE_NOOP("Words", "Main ticket")},
    {"flag", QT_TRANSLATE_NOOP("Words", "Flag")},
    {"on", QT_TRANSLATE_NOOP("Words", "Set or take off")},
    {"assistDeadline", QT_TRANSLATE_NOOP("Words", "Deadline of the assisting units")},
    {"part", QT_TRANSLATE_NOOP("Words", "Part")},
    {"parts", QT_TRANSLATE_NOOP("Words", "Parts")},
    {"units", QT_TRANSLATE_NOOP("Words", "Units")},
    {"reached", QT_TRANSLATE_NOOP("Words", "Result of the call")},
    {"term", QT_TRANSLATE_NOOP("Words", "Term")},
    {"planned", QT_TRANSLATE_NOOP("Words", "To be taken up again on")},
    {"promise", QT_TRANSLATE_NOOP("Words", "Promise")},
    {"due", QT_TRANSLATE_NOOP("Words", "Due")},
    {"to", QT_TRANSLATE_NOOP("Words", "To whom")},
    {"process", QT_TRANSLATE_NOOP("Words", "Satisfied with the handling")},
    {"factsTrue", QT_TRANSLATE_NOOP("Words", "The reply is true")},
    {"contacted", QT_TRANSLATE_NOOP("Words", "The unit has spoken with the caller")},
    {"byCaller", QT_TRANSLATE_NOOP("Words", "The caller asks")},
    {"level", QT_TRANSLATE_NOOP("Words", "Level")},
    {"askBack", QT_TRANSLATE_NOOP("Words", "Relief")},
    {"outcome", QT_TRANSLATE_NOOP("Words", "Outcome")},
    {"stillThere", QT_TRANSLATE_NOOP("Words", "The matter still exists")},
    {"newFact", QT_TRANSLATE_NOOP("Words", "New fact")},
    {"ladder", QT_TRANSLATE_NOOP("Words", "Ladder")},
    {"result", QT_TRANSLATE_NOOP("Words", "Result")},
    {"command", QT_TRANSLATE_NOOP("Words", "What was done")},
}};

constexpr std::array<Named, 8> kReasons{{
    {"cards.yellow", QT_TRANSLATE_NOOP("Words", "One working day is left")},
    {"cards.red", QT_TRANSLATE_NOOP("Words", "The term is over")},
    {"redo.again", QT_TRANSLATE_NOOP("Words", "Not satisfied again after a redo")},
    {"redo.most", QT_TRANSLATE_NOOP("Words", "Redone as often as the rules allow")},
    {"deadline.moved", QT_TRANSLATE_NOOP("Words", "The due time was moved")},
    {"calendar", QT_TRANSLATE_NOOP("Words", "The calendar has changed")},
    {"harass", QT_TRANSLATE_NOOP("Words", "Harassment")},
    {"invalid", QT_TRANSLATE_NOOP("Words", "Invalid")},
}};

}  // namespace

QString ofCommand(std::string_view name) { return nameIn(kCommands, name); }

QString ofField(std::string_view name) { return nameIn(kFields, name); }

QString ofReason(std::string_view reason) { return nameIn(kReasons, reason); }

}  // namespace zhida::ui::words
