// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/flat_ticket.h"

#include <algorithm>

namespace zhida::admin {
namespace {

using Json = nlohmann::json;

void addTime(Json& row, const char* name, const std::optional<Instant>& at, UtcOffset offset) {
    if (at && *at != Instant{}) {
        row[name] = formatIso(*at, offset);
    }
}

/// The answer that the caller got, wherever it stands.
void addReply(Json& row, const domain::Ticket& ticket, UtcOffset offset) {
    for (const domain::Assignment& share : ticket.assignments) {
        if (share.reply && !share.reply->publicText.empty()) {
            row["reply"] = share.reply->publicText;
            row["replyInternal"] = share.reply->internal;
            addTime(row, "repliedAt", share.reply->at, offset);
            return;
        }
    }
    if (ticket.directAnswer) {
        row["reply"] = ticket.directAnswer->text;
        addTime(row, "repliedAt", ticket.directAnswer->at, offset);
    }
}

bool looksLikeFormula(const std::string& text) {
    if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) {
        return false;
    }
    return text.find_first_not_of("0123456789+-.() ") != std::string::npos;
}

std::string joined(const Json& list) {
    std::string text;
    for (const Json& each : list) {
        const Json& value = each.is_object() && each.contains("name") ? each["name"] : each;
        text += (text.empty() ? "" : ";") + (value.is_string() ? value.get<std::string>() : value.dump());
    }
    return text;
}

}  // namespace

Json flatTicket(const domain::Ticket& ticket, UtcOffset offset) {
    Json row{{"id", ticket.sourceId.empty() ? ticket.id.text() : ticket.sourceId},
             {"number", ticket.number},
             {"title", ticket.title},
             {"content", ticket.content},
             {"appealType", codeOf(ticket.appealType)},
             {"channel", codeOf(ticket.channel)},
             {"urgency", codeOf(ticket.urgency)},
             {"category", ticket.category.value},
             {"region", ticket.region.value},
             {"address", ticket.address},
             {"callerName", ticket.caller.name},
             {"callerPhone", ticket.caller.phone},
             {"contactPhone", ticket.caller.contactPhone},
             {"secret", ticket.secret},
             {"remark", ticket.remark},
             {"state", codeOf(ticket.state)}};
    const domain::Assignment* const lead = ticket.lead();
    row["unit"] = lead == nullptr ? std::string() : lead->unit.value;
    addTime(row, "createdAt", ticket.createdAt, offset);
    addTime(row, "closedAt", ticket.closedAt, offset);
    addTime(row, "due", ticket.due, offset);
    addReply(row, ticket, offset);
    if (ticket.lastCallback && ticket.lastCallback->solved) {
        row["solved"] = codeOf(*ticket.lastCallback->solved);
    }
    if (ticket.lastCallback && ticket.lastCallback->satisfied) {
        row["satisfied"] = codeOf(*ticket.lastCallback->satisfied);
    }
    return row;
}

const std::vector<std::string>& flatTicketColumns() {
    static const std::vector<std::string> columns{
        "id",       "number",  "title",      "content",     "appealType",   "channel",       "urgency",   "category",
        "region",   "address", "callerName", "callerPhone", "contactPhone", "secret",        "remark",    "createdAt",
        "closedAt", "due",     "state",      "unit",        "reply",        "replyInternal", "repliedAt", "solved",
        "satisfied"};
    return columns;
}

std::string csvCell(const Json& value) {
    if (value.is_null()) {
        return {};
    }
    std::string text = value.is_string() ? value.get<std::string>() : value.is_array() ? joined(value) : value.dump();
    if (value.is_string() && looksLikeFormula(text)) {
        text.insert(0, 1, '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string csvLine(const Json& row, const std::vector<std::string>& columns) {
    std::string line;
    for (const std::string& name : columns) {
        const auto it = row.find(name);
        line += (&name == &columns.front() ? "" : ",") + (it == row.end() ? std::string() : csvCell(*it));
    }
    return line + "\r\n";
}

}  // namespace zhida::admin
