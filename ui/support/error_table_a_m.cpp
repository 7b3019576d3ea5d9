// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/error_table.h"

#include <QtGlobal>

#include <array>

namespace zhida::ui::words {
namespace {

constexpr std::array kErrorsAToM{
    ErrorRow{"admin.cannotListen",
             QT_TRANSLATE_NOOP(
                 "Error", "The admin socket {path} cannot be opened: {detail}. Check the directory's permissions.")},
    ErrorRow{"admin.noServer", QT_TRANSLATE_NOOP("Error", "No running server is behind {path}.")},
    ErrorRow{"article.unknown", QT_TRANSLATE_NOOP("Error", "This article is not in the knowledge base of this desk.")},
    ErrorRow{"auth.cancelled", QT_TRANSLATE_NOOP("Error", "The sign-in was cancelled.")},
    ErrorRow{"auth.deviceDisabled", QT_TRANSLATE_NOOP("Error", "This device is locked out. Ask your administrator.")},
    ErrorRow{"auth.disabled", QT_TRANSLATE_NOOP("Error", "This account is disabled. Ask your administrator.")},
    ErrorRow{"auth.expired", QT_TRANSLATE_NOOP("Error", "The session has ended. Sign in again.")},
    ErrorRow{"auth.locked", QT_TRANSLATE_NOOP("Error", "Too many wrong passwords. Wait a moment, then try again.")},
    ErrorRow{"auth.mayNot", QT_TRANSLATE_NOOP("Error", "Your account may not do this.")},
    ErrorRow{"auth.passwordChanged",
             QT_TRANSLATE_NOOP("Error", "The password has been changed: sign in with the new one.")},
    ErrorRow{"auth.refused", QT_TRANSLATE_NOOP("Error", "User or password is wrong.")},
    ErrorRow{"auth.tokenExpired", QT_TRANSLATE_NOOP("Error", "The session has ended. Sign in again.")},
    ErrorRow{"auth.wait", QT_TRANSLATE_NOOP("Error", "Too many wrong passwords: try again in {retryMs} ms.")},
    ErrorRow{"auth.weakPassword",
             QT_TRANSLATE_NOOP("Error", "The password is too short: at least {least} characters.")},
    ErrorRow{"auth.wrongPassword", QT_TRANSLATE_NOOP("Error", "User or password is wrong.")},
    ErrorRow{"batch.tooLarge", QT_TRANSLATE_NOOP("Error", "More than {limit} rows, the rule for one batch.")},
    ErrorRow{"category.unknown",
             QT_TRANSLATE_NOOP("Error", "There is no category “{category}”. Choose one from the list.")},
    ErrorRow{"centre.busy", QT_TRANSLATE_NOOP("Error", "Somebody else administers {dir}: try again.")},
    ErrorRow{"centre.exists", QT_TRANSLATE_NOOP("Error", "There is a centre in {dir} already.")},
    ErrorRow{"centre.locked", QT_TRANSLATE_NOOP("Error",
                                                "{dir} is in use by process {pid}: a server runs on it already, or an "
                                                "administration command has not ended.")},
    ErrorRow{"centre.lost", QT_TRANSLATE_NOOP("Error", "The server ended meanwhile: do it again.")},
    ErrorRow{"centre.missing",
             QT_TRANSLATE_NOOP("Error", "There is no centre in {dir}: zhida-admin init {dir} makes one.")},
    ErrorRow{"centre.unreadable", QT_TRANSLATE_NOOP("Error", "{dir} cannot be read: {detail}.")},
    ErrorRow{"centre.unwritable", QT_TRANSLATE_NOOP("Error", "{dir} cannot be written: {detail}.")},
    ErrorRow{"command.notYours",
             QT_TRANSLATE_NOOP("Error", "This command belongs to another user and cannot be sent under this sign-in.")},
    ErrorRow{
        "command.tooNew",
        QT_TRANSLATE_NOOP(
            "Error", "The command was written by a newer version: upgrade the server first; it stays in the outbox.")},
    ErrorRow{"command.unknown",
             QT_TRANSLATE_NOOP("Error", "This version does not know “{name}”. Update the workstation.")},
    ErrorRow{
        "db.constraint",
        QT_TRANSLATE_NOOP(
            "Error",
            "{path} refused data that does not fit ({detail}); nothing was written. Send this message to support.")},
    ErrorRow{"db.corrupt", QT_TRANSLATE_NOOP("Error",
                                             "The file of this desk is damaged. Nothing more is written to it. Call "
                                             "your administrator: “zhida-admin doctor” repairs it.")},
    ErrorRow{"db.exists", QT_TRANSLATE_NOOP("Error", "{path} exists already and is not overwritten.")},
    ErrorRow{"db.failed", QT_TRANSLATE_NOOP("Error", "The file of this desk cannot be used. Call your administrator.")},
    ErrorRow{"db.full", QT_TRANSLATE_NOOP("Error", "The disk is full. Free some space; what you see has been saved.")},
    ErrorRow{"db.internal", QT_TRANSLATE_NOOP("Error", "Internal error of the database {path}: {detail}.")},
    ErrorRow{"db.interrupted", QT_TRANSLATE_NOOP("Error", "The operation was interrupted; nothing was written.")},
    ErrorRow{"db.io", QT_TRANSLATE_NOOP("Error", "The disk does not answer. Check it; what you see has been saved.")},
    ErrorRow{"db.locked",
             QT_TRANSLATE_NOOP("Error", "The file of this desk is locked by another program. Close it and try again.")},
    ErrorRow{"db.migrationChanged",
             QT_TRANSLATE_NOOP("Error",
                               "The file of this desk was made by a changed version. Use the version that made it.")},
    ErrorRow{"db.missing", QT_TRANSLATE_NOOP("Error", "There is no data file {path}.")},
    ErrorRow{"db.notADatabase", QT_TRANSLATE_NOOP("Error", "This is no file of a desk. Choose another one.")},
    ErrorRow{"db.readOnly", QT_TRANSLATE_NOOP("Error", "The file of this desk may not be written. Check its rights.")},
    ErrorRow{"db.tooNew",
             QT_TRANSLATE_NOOP("Error", "The file of this desk was made by a newer version. Update the workstation.")},
    ErrorRow{"deadline.badTerm",
             QT_TRANSLATE_NOOP("Error", "This is no term: {text}. Write for example 7wd, 15d or 24h.")},
    ErrorRow{"deadline.past", QT_TRANSLATE_NOOP("Error", "The deadline lies in the past. Choose a later one.")},
    ErrorRow{"demo.noAccounts",
             QT_TRANSLATE_NOOP("Error",
                               "The list of the demo accounts is gone: {dir}. Delete this folder and start again.")},
    ErrorRow{"desk.failed", QT_TRANSLATE_NOOP("Error", "Internal error: {detail}.")},
    ErrorRow{"desk.inUse", QT_TRANSLATE_NOOP("Error", "This desk is in use by another window of the same user.")},
    ErrorRow{"desk.locked", QT_TRANSLATE_NOOP("Error", "This desk is in use by another window of the same user.")},
    ErrorRow{"desk.needsServer", QT_TRANSLATE_NOOP("Error", "The first sign-in needs the centre: not with --offline.")},
    ErrorRow{"desk.noPassword", QT_TRANSLATE_NOOP("Error", "Set ZHIDA_PASSWORD, or run on a terminal.")},
    ErrorRow{"desk.noServer", QT_TRANSLATE_NOOP("Error", "The first time needs --server and --ca.")},
    ErrorRow{"desk.noUser", QT_TRANSLATE_NOOP("Error", "The first time needs --user.")},
    ErrorRow{"desk.notEnrolled",
             QT_TRANSLATE_NOOP("Error",
                               "This desk has never been signed in. The first sign-in needs a line to the centre.")},
    ErrorRow{"desk.otherUser", QT_TRANSLATE_NOOP("Error", "This file belongs to another user.")},
    ErrorRow{"desk.wrongPassword", QT_TRANSLATE_NOOP("Error", "User or password is wrong.")},
    ErrorRow{"device.disabled", QT_TRANSLATE_NOOP("Error", "This device is locked out. Ask your administrator.")},
    ErrorRow{"device.noStation",
             QT_TRANSLATE_NOOP("Error", "All station codes are taken: ask support before enrolling more devices.")},
    ErrorRow{"device.unknown", QT_TRANSLATE_NOOP("Error", "There is no such device: {device}.")},
    ErrorRow{"disk.low", QT_TRANSLATE_NOOP("Error", "{path} has only {freeMb} MB left.")},
    ErrorRow{"draft.unknown", QT_TRANSLATE_NOOP("Error", "This draft is gone already.")},
    ErrorRow{"feed.gap", QT_TRANSLATE_NOOP("Error", "A part of the feed is missing; it is fetched again by itself.")},
    ErrorRow{"field.encoding", QT_TRANSLATE_NOOP("Error", "“{field}” holds broken characters. Type it again.")},
    ErrorRow{"field.missing", QT_TRANSLATE_NOOP("Error", "Fill in “{field}”.")},
    ErrorRow{"field.type", QT_TRANSLATE_NOOP("Error", "“{field}” is of the wrong kind: {expected} is wanted.")},
    ErrorRow{"field.unknown", QT_TRANSLATE_NOOP("Error", "There is no field “{field}”.")},
    ErrorRow{"field.value", QT_TRANSLATE_NOOP("Error", "“{value}” does not fit in “{field}”.")},
    ErrorRow{"file.encoding", QT_TRANSLATE_NOOP("Error", "The file is neither UTF-8 nor GB18030: {file}.")},
    ErrorRow{"file.notFound", QT_TRANSLATE_NOOP("Error", "There is no such file: {file}.")},
    ErrorRow{"file.notReadable", QT_TRANSLATE_NOOP("Error", "The file cannot be read: {file}.")},
    ErrorRow{"file.notWritable", QT_TRANSLATE_NOOP("Error", "{file} cannot be written: {reason}.")},
    ErrorRow{"file.openToOthers",
             QT_TRANSLATE_NOOP("Error", "Others may read {file} ({mode}): chmod go= takes that back.")},
    ErrorRow{"frame.bomb",
             QT_TRANSLATE_NOOP("Error", "Something that came over the line is damaged. It will be fetched again.")},
    ErrorRow{"frame.compressed",
             QT_TRANSLATE_NOOP("Error", "Something that came over the line is damaged. It will be fetched again.")},
    ErrorRow{"frame.gap",
             QT_TRANSLATE_NOOP(
                 "Error", "Messages are out of order (expected {expected}, found {found}); the line is made anew.")},
    ErrorRow{"frame.malformed",
             QT_TRANSLATE_NOOP("Error", "Something that came over the line is damaged. It will be fetched again.")},
    ErrorRow{"frame.tooLarge", QT_TRANSLATE_NOOP("Error", "This is too large to be sent.")},
    ErrorRow{"frame.unknown",
             QT_TRANSLATE_NOOP(
                 "Error", "The centre sent something that this version does not understand. Check both versions.")},
    ErrorRow{"import.empty", QT_TRANSLATE_NOOP("Error", "The file holds no rows.")},
    ErrorRow{"import.format", QT_TRANSLATE_NOOP("Error", "The form of the file is not known.")},
    ErrorRow{"import.noId", QT_TRANSLATE_NOOP("Error", "It has no id.")},
    ErrorRow{
        "import.noMapping",
        QT_TRANSLATE_NOOP(
            "Error", "These columns are not known: {columns}. Give a mapping file with --map (docs/importing.md).")},
    ErrorRow{"import.nothing", QT_TRANSLATE_NOOP("Error", "None of the {rows} rows of {file} could be imported.")},
    ErrorRow{"import.workedOn",
             QT_TRANSLATE_NOOP("Error", "Ticket {number} has been worked on since its import and stays as it is.")},
    ErrorRow{"internal", QT_TRANSLATE_NOOP("Error", "Internal error: {detail}.")},
    ErrorRow{"json.number", QT_TRANSLATE_NOOP("Error", "A number in the JSON is too large.")},
    ErrorRow{"json.syntax", QT_TRANSLATE_NOOP("Error", "This is no correct JSON ({at}).")},
    ErrorRow{"json.tooDeep", QT_TRANSLATE_NOOP("Error", "The JSON nests deeper than {most} levels.")},
    ErrorRow{"link.self", QT_TRANSLATE_NOOP("Error", "Name another ticket: one cannot be linked with itself.")},
    ErrorRow{
        "listen.bad",
        QT_TRANSLATE_NOOP("Error", "Not an address to listen on: {value}; it must be HOST:PORT, such as 127.0.0.1:0.")},
    ErrorRow{"mapping.field",
             QT_TRANSLATE_NOOP("Error", "The mapping file names a field {field}; there are: {allowed}.")},
    ErrorRow{"mapping.syntax", QT_TRANSLATE_NOOP("Error", "The mapping file is no correct JSON (byte {at}).")},
    ErrorRow{"mapping.value", QT_TRANSLATE_NOOP("Error", "In the mapping file, {path} must be: {expected}.")},
};

}  // namespace

std::span<const ErrorRow> errorsAToM() { return kErrorsAToM; }

}  // namespace zhida::ui::words
