// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/headless_outbox.h"

#include "app/desk/waiting.h"
#include "model/wire/json.h"

#include <optional>
#include <utility>

namespace zhida::desk {
namespace {

Result<Uuid> uuidOf(const Arguments& with, const char* field) {
    const auto uuid = Uuid::parse(with.text(field));
    return uuid ? Result<Uuid>(*uuid) : Error("field.type", {{"field", field}, {"expected", "id"}});
}

Json submittedJson(const service::Submitted& submitted) {
    Json json{{"ticket", submitted.ticket.text()}, {"number", submitted.number}};
    if (!submitted.command.isNull()) {
        json["command"] = submitted.command.text();
        json["withdrawn"] = submitted.withdrawn;
    }
    return json;
}

Result<Json> outcomeJson(const Result<service::BulkOutcome>& outcome) {
    if (!outcome) {
        return outcome.error();
    }
    Json accepted = Json::array();
    for (const service::Submitted& each : outcome->accepted) {
        accepted.push_back(submittedJson(each));
    }
    Json refused = Json::array();
    for (const auto& [ticket, why] : outcome->refused) {
        refused.push_back({{"ticket", ticket.text()}, {"error", wire::errorJson(why)}});
    }
    return Json{{"batch", outcome->batch.isNull() ? Json() : Json(outcome->batch.text())},
                {"accepted", std::move(accepted)},
                {"refused", std::move(refused)}};
}

}  // namespace

bool HeadlessOutbox::knows(std::string_view query) {
    return query == "outbox.withdraw" || query == "ticket.bulk" || query == "ticket.bulkUndo";
}

Result<Json> HeadlessOutbox::answer(std::string_view query, const Arguments& with) {
    if (query == "outbox.withdraw") {
        return withdraw(with);
    }
    return query == "ticket.bulk" ? bulk(with) : undoBulk(with);
}

Result<Json> HeadlessOutbox::withdraw(const Arguments& with) {
    const auto command = uuidOf(with, "command");
    if (!command) {
        return command.error();
    }
    Waiting<Result<service::Submitted>> waiting;
    m_desk.withdraw(CommandId{*command}, waiting.reply());
    const auto outcome = waiting.get();
    return outcome ? Result<Json>(submittedJson(*outcome)) : outcome.error();
}

Result<std::vector<TicketId>> HeadlessOutbox::tickets(const Json& list) {
    std::vector<TicketId> found;
    for (const Json& each : list) {
        const std::string text = each.is_string() ? each.get<std::string>() : std::string();
        const auto uuid = Uuid::parse(text);
        const auto view =
            uuid ? std::nullopt : askDesk(m_desk, [&text](service::DeskReader& reader) { return reader.ticket(text); });
        if (!uuid && !view) {
            return Error("ticket.unknown", {{"ticket", each.is_string() ? text : each.dump()}});
        }
        found.push_back(uuid ? TicketId{*uuid} : view->ticket.id);
    }
    return found;
}

Result<Json> HeadlessOutbox::bulk(const Arguments& with) {
    service::BulkSubmission bulk;
    auto named = tickets(with.value("tickets"));
    const Json fields = with.has("with") ? with.value("with") : Json::object();
    auto body = named ? wire::commandFromJson(with.text("do"), fields, m_desk.offset())
                      : Result<domain::TicketCommand>(named.error());
    if (!body) {
        return body.error();
    }
    bulk.tickets = std::move(*named);
    bulk.body = std::move(*body);
    bulk.preview = with.boolean("preview", false);
    Waiting<Result<service::BulkOutcome>> waiting;
    m_desk.submitBulk(std::move(bulk), waiting.reply());
    return outcomeJson(waiting.get());
}

/// Tickets whose history is not here yet are tried again once it has come.
Result<Json> HeadlessOutbox::undoBulk(const Arguments& with) {
    const auto batch = uuidOf(with, "batch");
    if (!batch) {
        return batch.error();
    }
    const auto undo = [this, &batch] {
        Waiting<Result<service::BulkOutcome>> waiting;
        m_desk.undoBulk(*batch, waiting.reply());
        return waiting.get();
    };
    const Result<service::BulkOutcome> first = undo();
    bool missing = false;
    for (const auto& [ticket, why] : first ? first->refused : service::BulkOutcome{}.refused) {
        if (why.code == "undo.historyMissing") {
            missing = true;
            awaitHistory(ticket);
        }
    }
    Result<service::BulkOutcome> again = missing ? undo() : first;
    if (missing && again) {
        for (const service::Submitted& done : first->accepted) {
            std::erase_if(again->refused, [&done](const auto& refusal) { return refusal.first == done.ticket; });
        }
        again->accepted.insert(again->accepted.begin(), first->accepted.begin(), first->accepted.end());
    }
    return outcomeJson(again);
}

void HeadlessOutbox::awaitHistory(const TicketId& ticket) {
    awaitThat([this, id = ticket.text()] {
        const bool complete = askDesk(m_desk, [&id](service::DeskReader& reader) {
            const auto view = reader.ticket(id);
            return !view || view->historyComplete;
        });
        return complete || m_desk.sync().status().line != service::SyncStatus::Line::live;
    });
}

}  // namespace zhida::desk
