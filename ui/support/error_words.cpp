// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>

#include <array>

namespace zhida::ui::words {
namespace {

struct ErrorRow {
    std::string_view code;
    const char* sentence;  ///< {name} stands for the argument of that name
};

constexpr std::array kErrors{
    ErrorRow{"ticket.unknown",
             QT_TRANSLATE_NOOP(
                 "Error", "This ticket is not on this desk. Search for its number, or wait until the line is back.")},
    ErrorRow{"ticket.exists", QT_TRANSLATE_NOOP("Error", "This ticket exists already ({number}).")},
    ErrorRow{"ticket.wrongState", QT_TRANSLATE_NOOP("Error",
                                                    "“{command}” does not fit a ticket that is “{state}”. Somebody may "
                                                    "have acted meanwhile: look at the history.")},
    ErrorRow{"ticket.wrongAssignment",
             QT_TRANSLATE_NOOP("Error", "Your unit's share of this ticket is “{state}”, so this cannot be done now.")},
    ErrorRow{"ticket.claimed",
             QT_TRANSLATE_NOOP("Error",
                               "{by} holds this ticket. Wait for the release, or ask a supervisor to take it away.")},
    ErrorRow{"ticket.notClaimed", QT_TRANSLATE_NOOP("Error", "Nobody holds this ticket.")},
    ErrorRow{"ticket.notYourUnit", QT_TRANSLATE_NOOP("Error", "Your unit has no share in this ticket.")},
    ErrorRow{"ticket.notSigned", QT_TRANSLATE_NOOP("Error", "Sign for the ticket first (key S).")},
    ErrorRow{"ticket.alreadySigned", QT_TRANSLATE_NOOP("Error", "Your unit has signed for it already.")},
    ErrorRow{"ticket.mayNotReturn",
             QT_TRANSLATE_NOOP("Error", "The centre has named your unit: this ticket cannot be returned any more.")},
    ErrorRow{"ticket.noReturnRequest", QT_TRANSLATE_NOOP("Error", "No request for a return is open.")},
    ErrorRow{"ticket.callbackOwnUnit",
             QT_TRANSLATE_NOOP("Error", "Your unit handled this ticket, so somebody else must call back.")},
    ErrorRow{"ticket.callbackIncomplete",
             QT_TRANSLATE_NOOP("Error", "Say whether it was solved and whether the caller is satisfied.")},
    ErrorRow{"link.self", QT_TRANSLATE_NOOP("Error", "Name another ticket: one cannot be linked with itself.")},
    ErrorRow{"user.mayNot", QT_TRANSLATE_NOOP("Error", "A {role} may not do “{command}”.")},
    ErrorRow{"user.disabled", QT_TRANSLATE_NOOP("Error", "This account is disabled. Ask your administrator.")},
    ErrorRow{"user.unknown", QT_TRANSLATE_NOOP("Error", "There is no such account: {user}.")},
    ErrorRow{"user.exists", QT_TRANSLATE_NOOP("Error", "There is such an account already: {user}.")},
    ErrorRow{"text.missing", QT_TRANSLATE_NOOP("Error", "Fill in “{field}”.")},
    ErrorRow{"text.tooLong", QT_TRANSLATE_NOOP("Error", "“{field}” is too long: {limit} characters at most.")},
    ErrorRow{"unit.unknown", QT_TRANSLATE_NOOP("Error", "There is no unit “{unit}”. Choose one from the list.")},
    ErrorRow{"unit.disabled", QT_TRANSLATE_NOOP("Error", "The unit “{unit}” is disabled. Choose another.")},
    ErrorRow{"unit.twice", QT_TRANSLATE_NOOP("Error", "The unit “{unit}” is named twice.")},
    ErrorRow{"unit.exists", QT_TRANSLATE_NOOP("Error", "There is such a unit already: {unit}.")},
    ErrorRow{"device.unknown", QT_TRANSLATE_NOOP("Error", "There is no such device: {device}.")},
    ErrorRow{"deadline.past", QT_TRANSLATE_NOOP("Error", "The deadline lies in the past. Choose a later one.")},
    ErrorRow{"deadline.badTerm",
             QT_TRANSLATE_NOOP("Error", "This is no term: {text}. Write for example 7wd, 15d or 24h.")},
    ErrorRow{"reason.unknown", QT_TRANSLATE_NOOP("Error", "There is no reason “{reason}”. Choose one from the list.")},
    ErrorRow{"command.unknown",
             QT_TRANSLATE_NOOP("Error", "This version does not know “{name}”. Update the workstation.")},
    ErrorRow{"query.unknown",
             QT_TRANSLATE_NOOP("Error", "This version does not know “{name}”. Update the workstation.")},
    ErrorRow{"field.missing", QT_TRANSLATE_NOOP("Error", "Fill in “{field}”.")},
    ErrorRow{"field.type", QT_TRANSLATE_NOOP("Error", "“{field}” is of the wrong kind: {expected} is wanted.")},
    ErrorRow{"field.value", QT_TRANSLATE_NOOP("Error", "“{value}” does not fit in “{field}”.")},
    ErrorRow{"field.unknown", QT_TRANSLATE_NOOP("Error", "There is no field “{field}”.")},
    ErrorRow{"field.encoding", QT_TRANSLATE_NOOP("Error", "“{field}” holds broken characters. Type it again.")},
    ErrorRow{"article.unknown", QT_TRANSLATE_NOOP("Error", "This article is not in the knowledge base of this desk.")},
    ErrorRow{"draft.unknown", QT_TRANSLATE_NOOP("Error", "This draft is gone already.")},
    ErrorRow{"outbox.unknown", QT_TRANSLATE_NOOP("Error", "This entry is gone already.")},
    ErrorRow{"region.unknown", QT_TRANSLATE_NOOP("Error", "There is no region “{region}”. Choose one from the list.")},
    ErrorRow{"category.unknown",
             QT_TRANSLATE_NOOP("Error", "There is no category “{category}”. Choose one from the list.")},
    ErrorRow{"operation.unknown",
             QT_TRANSLATE_NOOP("Error", "The centre does not know “{operation}”. Its version may be older.")},
    ErrorRow{"auth.wrongPassword", QT_TRANSLATE_NOOP("Error", "User or password is wrong.")},
    ErrorRow{"auth.refused", QT_TRANSLATE_NOOP("Error", "User or password is wrong.")},
    ErrorRow{"auth.locked", QT_TRANSLATE_NOOP("Error", "Too many wrong passwords. Wait a moment, then try again.")},
    ErrorRow{"auth.disabled", QT_TRANSLATE_NOOP("Error", "This account is disabled. Ask your administrator.")},
    ErrorRow{"auth.expired", QT_TRANSLATE_NOOP("Error", "The session has ended. Sign in again.")},
    ErrorRow{"auth.tokenExpired", QT_TRANSLATE_NOOP("Error", "The session has ended. Sign in again.")},
    ErrorRow{"auth.deviceDisabled", QT_TRANSLATE_NOOP("Error", "This device is locked out. Ask your administrator.")},
    ErrorRow{"auth.weakPassword",
             QT_TRANSLATE_NOOP("Error", "The password is too short: at least {least} characters.")},
    ErrorRow{"auth.mayNot", QT_TRANSLATE_NOOP("Error", "Your account may not do this.")},
    ErrorRow{"device.disabled", QT_TRANSLATE_NOOP("Error", "This device is locked out. Ask your administrator.")},
    ErrorRow{"desk.notEnrolled",
             QT_TRANSLATE_NOOP("Error",
                               "This desk has never been signed in. The first sign-in needs a line to the centre.")},
    ErrorRow{"desk.wrongPassword", QT_TRANSLATE_NOOP("Error", "User or password is wrong.")},
    ErrorRow{"desk.locked", QT_TRANSLATE_NOOP("Error", "This desk is in use by another window of the same user.")},
    ErrorRow{"desk.otherUser", QT_TRANSLATE_NOOP("Error", "This file belongs to another user.")},
    ErrorRow{"desk.inUse", QT_TRANSLATE_NOOP("Error", "This desk is in use by another window of the same user.")},
    ErrorRow{"session.ended", QT_TRANSLATE_NOOP("Error", "The centre has ended this session. Sign in again.")},
    ErrorRow{"session.versionTooOld",
             QT_TRANSLATE_NOOP("Error", "This workstation is too old for the centre. Update it; nothing is lost.")},
    ErrorRow{
        "session.versionTooNew",
        QT_TRANSLATE_NOOP("Error", "The centre is older than this workstation. Ask for its update; nothing is lost.")},
    ErrorRow{
        "sync.timeout",
        QT_TRANSLATE_NOOP("Error", "The centre has not answered in time. What you typed is kept and will be sent.")},
    ErrorRow{"timeout", QT_TRANSLATE_NOOP(
                            "Error", "The centre has not answered in time. What you typed is kept and will be sent.")},
    ErrorRow{"net.offline", QT_TRANSLATE_NOOP("Error", "There is no line to the centre. Try again when it is back.")},
    ErrorRow{"net.closed", QT_TRANSLATE_NOOP("Error", "The line to the centre was cut. It is being rebuilt.")},
    ErrorRow{"net.badAddress",
             QT_TRANSLATE_NOOP("Error", "This is no server address: {address}. Write for example wss://host:port.")},
    ErrorRow{"net.full",
             QT_TRANSLATE_NOOP("Error", "The line is too slow for what waits. It will be sent piece by piece.")},
    ErrorRow{"net.handlerFailed",
             QT_TRANSLATE_NOOP("Error",
                               "The centre could not work on this. Try again; if it stays, tell your administrator.")},
    ErrorRow{"net.notWebSocket",
             QT_TRANSLATE_NOOP("Error",
                               "At this address is something else than the centre's server. Check address and port.")},
    ErrorRow{"net.protocol",
             QT_TRANSLATE_NOOP(
                 "Error", "The centre sent something that this version does not understand. Check both versions.")},
    ErrorRow{"net.refused", QT_TRANSLATE_NOOP("Error", "Nobody answers at this address. Check address and port.")},
    ErrorRow{"net.stopped", QT_TRANSLATE_NOOP("Error", "The line is being shut down.")},
    ErrorRow{"net.timeout", QT_TRANSLATE_NOOP("Error", "The centre has not answered in time. Check the line.")},
    ErrorRow{"net.tooLarge", QT_TRANSLATE_NOOP("Error", "This is too large to be sent.")},
    ErrorRow{"net.unresolved",
             QT_TRANSLATE_NOOP("Error", "The name of the server is not known: {host}. Check the address.")},
    ErrorRow{"net.failed", QT_TRANSLATE_NOOP("Error", "The line to the centre failed. Check address and network.")},
    ErrorRow{"tls.caUnreadable",
             QT_TRANSLATE_NOOP("Error", "The CA file cannot be read: {file}. Choose the ca.pem of your centre.")},
    ErrorRow{"tls.certificateUnreadable", QT_TRANSLATE_NOOP("Error", "The certificate cannot be read: {file}.")},
    ErrorRow{"tls.keyMismatch",
             QT_TRANSLATE_NOOP("Error", "Key and certificate of the server do not belong together.")},
    ErrorRow{"tls.keyUnreadable", QT_TRANSLATE_NOOP("Error", "The key of the server cannot be read: {file}.")},
    ErrorRow{
        "tls.untrusted",
        QT_TRANSLATE_NOOP(
            "Error", "The server's certificate is not from your centre. Do not sign in; check address and CA file.")},
    ErrorRow{
        "tls.wrongHost",
        QT_TRANSLATE_NOOP("Error", "The server's certificate is for another host. Do not sign in; check the address.")},
    ErrorRow{"tls.expired",
             QT_TRANSLATE_NOOP("Error", "The server's certificate has expired. Ask your administrator.")},
    ErrorRow{"tls.protocol", QT_TRANSLATE_NOOP("Error", "No safe line could be made. Check address and CA file.")},
    ErrorRow{"tls.handshake", QT_TRANSLATE_NOOP("Error", "No safe line could be made. Check address and CA file.")},
    ErrorRow{"pki.badHost", QT_TRANSLATE_NOOP("Error", "This is no host name: {host}.")},
    ErrorRow{"pki.exists", QT_TRANSLATE_NOOP("Error", "There are keys already at {path}.")},
    ErrorRow{"pki.keyMismatch", QT_TRANSLATE_NOOP("Error", "Key and certificate do not belong together.")},
    ErrorRow{"pki.unreadable", QT_TRANSLATE_NOOP("Error", "Keys cannot be read: {path}.")},
    ErrorRow{"pki.unwritable", QT_TRANSLATE_NOOP("Error", "Keys cannot be written: {path}.")},
    ErrorRow{"db.corrupt", QT_TRANSLATE_NOOP("Error",
                                             "The file of this desk is damaged. Nothing more is written to it. Call "
                                             "your administrator: “zhida-admin doctor” repairs it.")},
    ErrorRow{"db.full", QT_TRANSLATE_NOOP("Error", "The disk is full. Free some space; what you see has been saved.")},
    ErrorRow{"db.io", QT_TRANSLATE_NOOP("Error", "The disk does not answer. Check it; what you see has been saved.")},
    ErrorRow{"db.locked",
             QT_TRANSLATE_NOOP("Error", "The file of this desk is locked by another program. Close it and try again.")},
    ErrorRow{"db.migrationChanged",
             QT_TRANSLATE_NOOP("Error",
                               "The file of this desk was made by a changed version. Use the version that made it.")},
    ErrorRow{"db.notADatabase", QT_TRANSLATE_NOOP("Error", "This is no file of a desk. Choose another one.")},
    ErrorRow{"db.readOnly", QT_TRANSLATE_NOOP("Error", "The file of this desk may not be written. Check its rights.")},
    ErrorRow{"db.tooNew",
             QT_TRANSLATE_NOOP("Error", "The file of this desk was made by a newer version. Update the workstation.")},
    ErrorRow{"db.failed", QT_TRANSLATE_NOOP("Error", "The file of this desk cannot be used. Call your administrator.")},
    ErrorRow{"file.notFound", QT_TRANSLATE_NOOP("Error", "There is no such file: {file}.")},
    ErrorRow{"file.notReadable", QT_TRANSLATE_NOOP("Error", "The file cannot be read: {file}.")},
    ErrorRow{"file.encoding", QT_TRANSLATE_NOOP("Error", "The file is neither UTF-8 nor GB18030: {file}.")},
    ErrorRow{"import.empty", QT_TRANSLATE_NOOP("Error", "The file holds no rows.")},
    ErrorRow{"import.format", QT_TRANSLATE_NOOP("Error", "The form of the file is not known.")},
    ErrorRow{"row.json", QT_TRANSLATE_NOOP("Error", "A row is no JSON.")},
    ErrorRow{"row.notObject", QT_TRANSLATE_NOOP("Error", "A row is no JSON object.")},
    ErrorRow{"row.openQuote", QT_TRANSLATE_NOOP("Error", "A quotation mark is not closed.")},
    ErrorRow{"rules.syntax", QT_TRANSLATE_NOOP("Error", "The rules of the centre are broken near {at}.")},
    ErrorRow{"rules.value", QT_TRANSLATE_NOOP("Error", "The rules of the centre have a bad value at {path}.")},
    ErrorRow{"wire.malformed",
             QT_TRANSLATE_NOOP("Error", "Something that came over the line is damaged. It will be fetched again.")},
    ErrorRow{"frame.bomb",
             QT_TRANSLATE_NOOP("Error", "Something that came over the line is damaged. It will be fetched again.")},
    ErrorRow{"frame.compressed",
             QT_TRANSLATE_NOOP("Error", "Something that came over the line is damaged. It will be fetched again.")},
    ErrorRow{"frame.malformed",
             QT_TRANSLATE_NOOP("Error", "Something that came over the line is damaged. It will be fetched again.")},
    ErrorRow{"frame.tooLarge", QT_TRANSLATE_NOOP("Error", "This is too large to be sent.")},
    ErrorRow{"frame.unknown",
             QT_TRANSLATE_NOOP(
                 "Error", "The centre sent something that this version does not understand. Check both versions.")},
};

/// Codes inside arguments are words as well.
template <class E>
bool translateCode(const std::string& value, QString& out) {
    if (const auto known = enumFrom<E>(value)) {
        out = of(*known);
        return true;
    }
    return false;
}

QString argumentText(const std::string& name, const std::string& value) {
    QString text = q(value);
    if (name == "field") {
        return ofField(value);
    }
    if (name == "command" || name == "name") {
        return ofCommand(value);
    }
    if (name == "role") {
        translateCode<domain::Role>(value, text);
    } else if (name == "state" && !translateCode<domain::TicketState>(value, text)) {
        translateCode<domain::AssignmentState>(value, text);
    }
    return text;
}

const ErrorRow* errorRow(std::string_view code) {
    for (const ErrorRow& row : kErrors) {
        if (row.code == code) {
            return &row;
        }
    }
    return nullptr;
}

}  // namespace

bool knowsError(std::string_view code) { return errorRow(code) != nullptr; }

QString ofError(const Error& error) {
    const ErrorRow* row = errorRow(error.code);
    if (row == nullptr) {
        return QCoreApplication::translate("Error", "This did not work (%1). Nothing you typed is lost.")
            .arg(q(error.code));
    }
    QString sentence = QCoreApplication::translate("Error", row->sentence);
    for (const auto& [name, value] : error.args) {
        sentence.replace(QLatin1Char('{') + q(name) + QLatin1Char('}'), argumentText(name, value));
    }
    return sentence;
}

}  // namespace zhida::ui::words
