// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/keymap.h"

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
    ActionRow{signOut, G::file, QT_TRANSLATE_NOOP("Action", "Sign out"), "sign-out", "", ""},
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
    ActionRow{note, G::ticket, QT_TRANSLATE_NOOP("Action", "Note"), "note", "N", "ticket.comment"},
    ActionRow{supplement, G::ticket, QT_TRANSLATE_NOOP("Action", "Supplement"), "supplement", "U", "ticket.supplement"},
    ActionRow{link, G::ticket, QT_TRANSLATE_NOOP("Action", "Link"), "link", "I", "ticket.link"},
    ActionRow{copyNumber, G::ticket, QT_TRANSLATE_NOOP("Action", "Copy number"), "copy", ".", ""},
    ActionRow{send, G::ticket, QT_TRANSLATE_NOOP("Action", "Send"), "send", "Ctrl+Return", "", false},
    ActionRow{sendAndNext, G::ticket, QT_TRANSLATE_NOOP("Action", "Send and next"), "send-next", "Ctrl+Shift+Return",
              "", false},

    ActionRow{next, G::go, QT_TRANSLATE_NOOP("Action", "Next ticket"), "down", "J", ""},
    ActionRow{previous, G::go, QT_TRANSLATE_NOOP("Action", "Previous ticket"), "up", "K", ""},
    ActionRow{open, G::go, QT_TRANSLATE_NOOP("Action", "Open ticket"), "open", "Return", "", false},
    ActionRow{back, G::go, QT_TRANSLATE_NOOP("Action", "Back"), "back", "Esc", "", false},
    ActionRow{filterQueue, G::go, QT_TRANSLATE_NOOP("Action", "Search in the queue"), "filter", "Ctrl+L", ""},
    ActionRow{palette, G::go, QT_TRANSLATE_NOOP("Action", "All actions"), "palette", "Ctrl+K", "", false},

    ActionRow{search, G::knowledge, QT_TRANSLATE_NOOP("Action", "Search knowledge"), "search", "/", ""},
    ActionRow{insertArticle, G::knowledge, QT_TRANSLATE_NOOP("Action", "Insert article"), "insert", "Ctrl+I",
              "ticket.directAnswer"},
    ActionRow{answerAndRecord, G::knowledge, QT_TRANSLATE_NOOP("Action", "Answer and record"), "answer",
              "Ctrl+Shift+Return", "ticket.directAnswer"},

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

QString actionText(ActionId id) { return QCoreApplication::translate("Action", actionRow(id).text); }

QString groupText(ActionGroup group) {
    switch (group) {
        case G::file:
            return QCoreApplication::translate("Action", "Work");
        case G::ticket:
            return QCoreApplication::translate("Action", "Ticket");
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
