// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <string_view>

/// The one table of what can be done: menus, keys, tooltips, palette and the list of keys are all made from it.
namespace zhida::ui {

enum class ActionId : std::uint8_t {
    newTicket,
    lookUp,
    search,
    filterQueue,
    palette,
    cheatSheet,
    next,
    previous,
    open,
    back,
    answer,
    note,
    supplement,
    dispatch,
    sign,
    requestReturn,
    decideReturn,
    review,
    callBack,
    claim,
    release,
    link,
    amend,
    askInfo,
    proposeRefusal,
    transfer,
    withdraw,
    invalidate,
    merge,
    unmerge,
    unlink,
    openNotice,
    gaps,
    campaigns,
    dismissNotices,
    setSecrecy,
    flag,
    split,
    subDispatch,
    contact,
    requestExtension,
    requestSuspension,
    petition,
    decideRequest,
    takeBackRequest,
    resume,
    arbitrate,
    fillForm,
    promise,
    keepPromise,
    handOver,
    urge,
    supervise,
    answerSupervision,
    decideSupervision,
    cancelSupervision,
    redo,
    lookBack,
    reportLookBack,
    startLadder,
    holdRound,
    escalate,
    closeTicket,
    archive,
    recountDue,
    undo,
    showPath,
    showProof,
    more,
    copyNumber,
    insertArticle,
    answerAndRecord,
    articles,
    reportArticle,
    printArticle,
    sendMessage,
    articleFromTicket,
    send,
    sendAndNext,
    viewUnit,
    viewMine,
    viewAll,
    settle,
    outbox,
    workload,
    surges,
    accounts,
    rules,
    theme,
    language,
    pullCable,
    signOut,
    quit,
};

enum class ActionGroup : std::uint8_t { file, ticket, step, oversight, go, knowledge, view };

struct ActionRow {
    ActionId id;
    ActionGroup group;
    const char* text;          ///< source text in context "Action"; empty: the words of the command
    const char* icon;          ///< of resources/icons
    const char* keys;          ///< QKeySequence texts, blank-separated; the first is shown
    std::string_view command;  ///< "ticket.claim" when the action belongs to a command of the life cycle
    bool inPalette = true;
};

std::span<const ActionRow> actionTable();
/// Does something to the ticket in front: a command of the life cycle.
constexpr bool isOfTicket(const ActionRow& row) {
    const bool group =
        row.group == ActionGroup::ticket || row.group == ActionGroup::step || row.group == ActionGroup::oversight;
    return group && !row.command.empty();
}
const ActionRow& actionRow(ActionId id);
QString actionText(ActionId id);
QString groupText(ActionGroup group);
/// The first key as people read it ("Ctrl+K"); empty without one.
QString keyText(ActionId id);
/// Text with its key in brackets, for tooltips.
QString actionHint(ActionId id);
/// A key without Ctrl, Alt or a function key: works outside inputs only.
bool isSingleKey(const QString& key);

}  // namespace zhida::ui
