// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/keymap.h"

#include "ui/support/words.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <array>

namespace zhida::ui {
namespace {

using enum ActionId;
using G = ActionGroup;

constexpr std::array kActions{
    ActionRow{newTicket, G::file, QT_TRANSLATE_NOOP("Action", "New call"), "phone-in", "Ctrl+N F6", "ticket.register"},
    ActionRow{lookUp, G::file, QT_TRANSLATE_NOOP("Action", "Progress look-up"), "lookup", "Ctrl+F F7", ""},
    ActionRow{outbox, G::file, QT_TRANSLATE_NOOP("Action", "Outbox"), "outbox", "Ctrl+O", ""},
    ActionRow{workload, G::file, QT_TRANSLATE_NOOP("Action", "Workload chart"), "chart", "Ctrl+B", ""},
    ActionRow{surges, G::file, QT_TRANSLATE_NOOP("Action", "Surges"), "warning", "Ctrl+G", ""},
    ActionRow{accounts, G::file, QT_TRANSLATE_NOOP("Action", "Accounts"), "users", "Ctrl+U", ""},
    ActionRow{rules, G::file, QT_TRANSLATE_NOOP("Action", "Work method"), "rules", "Ctrl+R", ""},
    ActionRow{signOut, G::file, QT_TRANSLATE_NOOP("Action", "Hand over and sign out"), "sign-out", "F8", ""},
    ActionRow{quit, G::file, QT_TRANSLATE_NOOP("Action", "Quit"), "close", "Ctrl+Q", ""},

    ActionRow{answer, G::ticket, QT_TRANSLATE_NOOP("Action", "Reply or answer"), "reply", "R", "ticket.reply"},
    ActionRow{dispatch, G::ticket, QT_TRANSLATE_NOOP("Action", "Dispatch"), "dispatch", "D", "ticket.dispatch"},
    ActionRow{sign, G::ticket, QT_TRANSLATE_NOOP("Action", "Sign"), "sign", "S", "ticket.sign"},
    ActionRow{claim, G::ticket, QT_TRANSLATE_NOOP("Action", "Claim"), "claim", "C", "ticket.claim"},
    ActionRow{release, G::ticket, QT_TRANSLATE_NOOP("Action", "Release"), "release", "L", "ticket.release"},
    ActionRow{requestReturn, G::ticket, QT_TRANSLATE_NOOP("Action", "Request return"), "return", "T",
              "ticket.requestReturn"},
    ActionRow{decideReturn, G::ticket, QT_TRANSLATE_NOOP("Action", "Decide return"), "decide", "E",
              "ticket.decideReturn"},
    ActionRow{review, G::ticket, QT_TRANSLATE_NOOP("Action", "Review"), "review", "V", "ticket.review"},
    ActionRow{callBack, G::ticket, QT_TRANSLATE_NOOP("Action", "Call back"), "callback", "B", "ticket.callback"},
    ActionRow{decideRequest, G::ticket, "", "decide", "Z", "ticket.decideRequest"},
    ActionRow{arbitrate, G::ticket, "", "decide", "Alt+A", "ticket.arbitrate"},
    ActionRow{answerSupervision, G::ticket, "", "reply", "Alt+V", "ticket.answerSupervision"},
    ActionRow{decideSupervision, G::ticket, "", "decide", "Alt+D", "ticket.decideSupervision"},
    ActionRow{reportLookBack, G::ticket, "", "eye", "Alt+E", "ticket.reportLookBack"},
    ActionRow{resume, G::ticket, "", "refresh", "Alt+J", "ticket.resume"},
    ActionRow{requestExtension, G::ticket, "", "clock", "Y", "ticket.requestExtension"},
    ActionRow{urge, G::ticket, "", "warning", "G", "ticket.urge"},
    ActionRow{amend, G::ticket, "", "draft", "A", "ticket.amend"},
    ActionRow{note, G::ticket, QT_TRANSLATE_NOOP("Action", "Note"), "note", "N", "ticket.comment"},
    ActionRow{supplement, G::ticket, QT_TRANSLATE_NOOP("Action", "Supplement"), "supplement", "U", "ticket.supplement"},
    ActionRow{link, G::ticket, QT_TRANSLATE_NOOP("Action", "Link"), "link", "I", "ticket.link"},
    ActionRow{undo, G::ticket, "", "back", "Ctrl+Z", "ticket.undo"},
    ActionRow{more, G::ticket, QT_TRANSLATE_NOOP("Action", "More actions"), "down", "M", "", false},
    ActionRow{showPath, G::ticket, QT_TRANSLATE_NOOP("Action", "Way of the ticket"), "clock", "P", ""},
    ActionRow{showProof, G::ticket, QT_TRANSLATE_NOOP("Action", "Proof of the due time"), "info", "W", ""},
    ActionRow{copyNumber, G::ticket, QT_TRANSLATE_NOOP("Action", "Copy number"), "copy", ".", ""},
    ActionRow{send, G::ticket, QT_TRANSLATE_NOOP("Action", "Send"), "send", "Ctrl+Return", "", false},
    ActionRow{sendAndNext, G::ticket, QT_TRANSLATE_NOOP("Action", "Send and next"), "send-next", "Ctrl+Shift+Return",
              "", false},

    ActionRow{contact, G::step, "", "callback", "O", "ticket.contact"},
    ActionRow{promise, G::step, "", "check", "Alt+P", "ticket.promise"},
    ActionRow{keepPromise, G::step, "", "check", "Alt+K", "ticket.keepPromise"},
    ActionRow{handOver, G::step, "", "users", "H", "ticket.handOver"},
    ActionRow{subDispatch, G::step, "", "dispatch", "Alt+S", "ticket.subDispatch"},
    ActionRow{split, G::step, "", "dispatch", "X", "ticket.split"},
    ActionRow{requestSuspension, G::step, "", "lock", "Alt+G", "ticket.requestSuspension"},
    ActionRow{petition, G::step, "", "supplement", "Alt+F", "ticket.petition"},
    ActionRow{takeBackRequest, G::step, "", "back", "Alt+T", "ticket.takeBackRequest"},
    ActionRow{askInfo, G::step, "", "info", "Q", "ticket.askInfo"},
    ActionRow{proposeRefusal, G::step, "", "close", "Alt+R", "ticket.proposeRefusal"},
    ActionRow{transfer, G::step, "", "phone-in", "Alt+X", "ticket.transfer"},
    ActionRow{withdraw, G::step, "", "close", "Alt+W", "ticket.withdraw"},
    ActionRow{invalidate, G::step, "", "close", "Alt+I", "ticket.invalidate"},
    ActionRow{merge, G::step, "", "link", "Alt+M", "ticket.merge"},
    ActionRow{unmerge, G::step, "", "link", "Alt+N", "ticket.unmerge"},
    ActionRow{unlink, G::step, "", "link", "Alt+U", "ticket.unlink"},
    ActionRow{flag, G::step, "", "tag", "F", "ticket.flag"},
    ActionRow{setSecrecy, G::step, "", "lock", "Alt+C", "ticket.setSecrecy"},
    ActionRow{fillForm, G::step, "", "draft", "Alt+O", "ticket.fillForm"},

    ActionRow{supervise, G::oversight, "", "warning", "Alt+Q", "ticket.supervise"},
    ActionRow{cancelSupervision, G::oversight, "", "close", "", "ticket.cancelSupervision"},
    ActionRow{redo, G::oversight, "", "redo", "Alt+Y", "ticket.redo"},
    ActionRow{lookBack, G::oversight, "", "eye", "Alt+B", "ticket.lookBack"},
    ActionRow{startLadder, G::oversight, "", "up", "Alt+L", "ticket.startLadder"},
    ActionRow{holdRound, G::oversight, "", "review", "Alt+H", "ticket.round"},
    ActionRow{escalate, G::oversight, "", "up", "Alt+Z", "ticket.escalate"},
    ActionRow{closeTicket, G::oversight, "", "check", "", "ticket.close"},
    ActionRow{archive, G::oversight, "", "lock", "", "ticket.archive"},
    ActionRow{recountDue, G::oversight, "", "clock", "", "ticket.recountDue"},

    ActionRow{next, G::go, QT_TRANSLATE_NOOP("Action", "Next ticket"), "down", "J", ""},
    ActionRow{previous, G::go, QT_TRANSLATE_NOOP("Action", "Previous ticket"), "up", "K", ""},
    ActionRow{open, G::go, QT_TRANSLATE_NOOP("Action", "Open ticket"), "open", "Return", "", false},
    ActionRow{back, G::go, QT_TRANSLATE_NOOP("Action", "Back"), "back", "Esc", "", false},
    ActionRow{openNotice, G::go, QT_TRANSLATE_NOOP("Action", "Open the newest notice"), "inbox", "F9", ""},
    ActionRow{dismissNotices, G::go, QT_TRANSLATE_NOOP("Action", "Notices are seen"), "check", "Shift+F9", ""},
    ActionRow{filterQueue, G::go, QT_TRANSLATE_NOOP("Action", "Search in the queue"), "filter", "Ctrl+L", ""},
    ActionRow{palette, G::go, QT_TRANSLATE_NOOP("Action", "All actions"), "palette", "Ctrl+K", "", false},

    ActionRow{search, G::knowledge, QT_TRANSLATE_NOOP("Action", "Search knowledge"), "search", "/", ""},
    ActionRow{insertArticle, G::knowledge, QT_TRANSLATE_NOOP("Action", "Insert article"), "insert", "Ctrl+I",
              "ticket.directAnswer"},
    ActionRow{answerAndRecord, G::knowledge, QT_TRANSLATE_NOOP("Action", "Answer and record"), "answer",
              "Ctrl+Shift+Return", "ticket.directAnswer"},
    ActionRow{articles, G::knowledge, QT_TRANSLATE_NOOP("Action", "Knowledge upkeep"), "book", "Ctrl+M", ""},
    ActionRow{gaps, G::knowledge, QT_TRANSLATE_NOOP("Action", "Gaps of knowledge"), "search", "Ctrl+Shift+M", ""},
    ActionRow{campaigns, G::knowledge, QT_TRANSLATE_NOOP("Action", "Callback campaigns"), "callback", "Ctrl+Shift+B",
              ""},
    ActionRow{reportArticle, G::knowledge, QT_TRANSLATE_NOOP("Action", "Report a mistake in the article"), "warning",
              "Ctrl+E", ""},
    ActionRow{printArticle, G::knowledge, QT_TRANSLATE_NOOP("Action", "Print for the citizen"), "print", "Ctrl+P", ""},
    ActionRow{sendMessage, G::knowledge, QT_TRANSLATE_NOOP("Action", "Send to the caller by message"), "send",
              "Ctrl+Shift+S", ""},
    ActionRow{articleFromTicket, G::knowledge, QT_TRANSLATE_NOOP("Action", "Article from this ticket"), "draft",
              "Ctrl+D", ""},

    ActionRow{viewUnit, G::view, QT_TRANSLATE_NOOP("Action", "My unit's queue"), "unit", "Alt+1", ""},
    ActionRow{viewMine, G::view, QT_TRANSLATE_NOOP("Action", "My queue"), "mine", "Alt+2", ""},
    ActionRow{viewAll, G::view, QT_TRANSLATE_NOOP("Action", "All tickets"), "all", "Alt+3", ""},
    ActionRow{settle, G::view, QT_TRANSLATE_NOOP("Action", "Show changes"), "refresh", "F5", ""},
    ActionRow{theme, G::view, QT_TRANSLATE_NOOP("Action", "Light or dark"), "theme", "Ctrl+T", ""},
    ActionRow{language, G::view, QT_TRANSLATE_NOOP("Action", "中文 / English"), "language", "", ""},
    ActionRow{pullCable, G::view, QT_TRANSLATE_NOOP("Action", "Work offline"), "offline", "", ""},
    ActionRow{cheatSheet, G::view, QT_TRANSLATE_NOOP("Action", "Keys"), "keyboard", "F1 ?", ""},
};

}  // namespace

std::span<const ActionRow> actionTable() { return kActions; }

const ActionRow& actionRow(ActionId id) {
    for (const ActionRow& row : kActions) {
        if (row.id == id) {
            return row;
        }
    }
    return kActions.front();
}

QString actionText(ActionId id) {
    const ActionRow& row = actionRow(id);
    return row.text[0] == '\0' ? words::ofCommand(row.command) : QCoreApplication::translate("Action", row.text);
}

QString groupText(ActionGroup group) {
    switch (group) {
        case G::file:
            return QCoreApplication::translate("Action", "Work");
        case G::ticket:
            return QCoreApplication::translate("Action", "Ticket");
        case G::step:
            return QCoreApplication::translate("Action", "Steps");
        case G::oversight:
            return QCoreApplication::translate("Action", "Oversight");
        case G::go:
            return QCoreApplication::translate("Action", "Go");
        case G::knowledge:
            return QCoreApplication::translate("Action", "Knowledge");
        case G::view:
            return QCoreApplication::translate("Action", "View");
    }
    return {};
}

QString keyText(ActionId id) {
    const QString first = QString::fromLatin1(actionRow(id).keys).section(QLatin1Char(' '), 0, 0);
    return QString(first).replace(QStringLiteral("Return"), QStringLiteral("Enter"));
}

QString actionHint(ActionId id) {
    const QString key = keyText(id);
    return key.isEmpty() ? actionText(id) : QStringLiteral("%1 (%2)").arg(actionText(id), key);
}

bool isSingleKey(const QString& key) { return key.size() == 1; }

}  // namespace zhida::ui
