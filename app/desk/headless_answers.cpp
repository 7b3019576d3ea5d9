// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/headless_answers.h"

#include "model/base/utf8.h"
#include "model/wire/json.h"

#include <algorithm>
#include <optional>

namespace zhida::desk {
namespace {

Json timeJson(Instant at, UtcOffset offset) { return at == Instant{} ? Json() : Json(formatIso(at, offset)); }
Json timeJson(const std::optional<Instant>& at, UtcOffset offset) { return at ? timeJson(*at, offset) : Json(); }

template <class Id>
Json idsJson(const std::vector<Id>& ids) {
    Json list = Json::array();
    for (const Id& each : ids) {
        list.push_back(each.text());
    }
    return list;
}

std::string_view nameOf(service::SyncStatus::Line line) {
    switch (line) {
        case service::SyncStatus::Line::offline:
            return "offline";
        case service::SyncStatus::Line::connecting:
            return "connecting";
        case service::SyncStatus::Line::filling:
            return "filling";
        case service::SyncStatus::Line::live:
            return "live";
    }
    return "";
}

std::string_view nameOf(service::OutboxItem::State state) {
    switch (state) {
        case service::OutboxItem::State::waiting:
            return "waiting";
        case service::OutboxItem::State::sent:
            return "sent";
        case service::OutboxItem::State::refused:
            return "refused";
    }
    return "";
}

}  // namespace

Json rowJson(const service::QueueRow& row, UtcOffset offset) {
    return {{"ticket", row.ticket.text()},
            {"number", row.number},
            {"title", row.title},
            {"state", codeOf(row.state)},
            {"appealType", codeOf(row.appealType)},
            {"urgency", codeOf(row.urgency)},
            {"secret", row.secret},
            {"unit", row.unit.value},
            {"region", row.region.value},
            {"claimedBy", row.claimedBy.value},
            {"claimedUntil", row.claimedBy.empty() ? Json() : timeJson(row.claimedUntil, offset)},
            {"due", timeJson(row.due, offset)},
            {"createdAt", timeJson(row.createdAt, offset)},
            {"redoCount", row.redoCount},
            {"pending", row.pending}};
}

Json rowsJson(const std::vector<service::QueueRow>& rows, UtcOffset offset) {
    Json list = Json::array();
    for (const service::QueueRow& each : rows) {
        list.push_back(rowJson(each, offset));
    }
    return list;
}

Json pageJson(const service::QueuePage& page, UtcOffset offset) {
    return {{"rows", rowsJson(page.rows, offset)}, {"next", page.next ? Json(*page.next) : Json()}};
}

Json ticketJson(const service::TicketView& view, UtcOffset offset) {
    Json json = wire::toJson(view.ticket, offset);
    json["createdAt"] = timeJson(view.ticket.createdAt, offset);
    json["updatedAt"] = timeJson(view.ticket.updatedAt, offset);
    json["unit"] = domain::responsibleUnit(view.ticket).value;
    json["pending"] = view.pending;
    json["historyComplete"] = view.historyComplete;
    return json;
}

Json historyJson(const std::vector<domain::Event>& events, bool complete, UtcOffset offset) {
    Json list = Json::array();
    for (const domain::Event& each : events) {
        list.push_back(wire::toJson(each, offset));
    }
    return {{"events", std::move(list)}, {"complete", complete}};
}

Json articleJson(const domain::Article& article, UtcOffset offset) {
    Json json = wire::toJson(article, offset);
    json["id"] = article.sourceId.empty() ? article.key : article.sourceId;
    return json;
}

Json marksJson(std::string_view text, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& marks) {
    Json list = Json::array();
    for (const auto& [from, to] : marks) {
        const auto at = [text](std::uint32_t byte) { return utf8::length(text.substr(0, byte)); };
        list.push_back({at(from), at(to)});
    }
    return list;
}

Json hitsJson(const service::ArticleResults& results) {
    Json list = Json::array();
    for (const service::ArticleHit& hit : results.hits) {
        const domain::Article& article = hit.article;
        list.push_back({{"id", article.sourceId.empty() ? article.key : article.sourceId},
                        {"key", article.key},
                        {"version", article.version},
                        {"title", article.title},
                        {"score", hit.score},
                        {"why", hit.why},
                        {"live", hit.live},
                        {"marks",
                         {{"title", marksJson(article.title, hit.titleMarks)},
                          {"answer", marksJson(article.answer, hit.answerMarks)}}}});
    }
    return {{"results", std::move(list)}, {"ms", results.ms}, {"regionNote", results.regionNote}};
}

Json countsJson(const service::QueueCounts& counts) {
    Json states = Json::object();
    for (const auto& [state, count] : counts.byState) {
        states[std::string(codeOf(state))] = count;
    }
    return {{"all", {{"open", counts.allOpen}, {"total", counts.allTotal}}},
            {"unit", {{"open", counts.unitOpen}, {"total", counts.unitTotal}}},
            {"mine", {{"open", counts.mineOpen}, {"total", counts.mineTotal}}},
            {"states", std::move(states)}};
}

Json outboxJson(const std::vector<service::OutboxItem>& items, UtcOffset offset) {
    Json list = Json::array();
    for (const service::OutboxItem& each : items) {
        list.push_back({{"command", each.command.text()},
                        {"ticket", each.ticket.text()},
                        {"number", each.number},
                        {"name", each.name},
                        {"words", each.words},
                        {"state", nameOf(each.state)},
                        {"refusal", each.refusal.code.empty() ? Json() : wire::errorJson(each.refusal)},
                        {"createdAt", timeJson(each.createdAt, offset)},
                        {"restsUntil", timeJson(each.restsUntil, offset)}});
    }
    return {{"items", std::move(list)}};
}

Json draftsJson(const std::vector<service::Draft>& drafts, UtcOffset offset) {
    Json list = Json::array();
    for (const service::Draft& each : drafts) {
        Json fields = Json::parse(each.fields, nullptr, false);
        list.push_back({{"key", each.key},
                        {"form", each.form},
                        {"fields", fields.is_discarded() ? Json(each.fields) : std::move(fields)},
                        {"savedAt", timeJson(each.savedAt, offset)}});
    }
    return {{"drafts", std::move(list)}};
}

Json statusJson(const service::SyncStatus& status, UtcOffset offset) {
    return {{"line", nameOf(status.line)},
            {"asOf", timeJson(status.asOf, offset)},
            {"offlineSince", timeJson(status.offlineSince, offset)},
            {"head", status.head},
            {"cursor", status.cursor},
            {"waiting", status.waiting},
            {"refused", status.refused},
            {"fillProgress", status.fillProgress},
            {"trouble", status.trouble.code.empty() ? Json() : wire::errorJson(status.trouble)}};
}

Json changeJson(const service::ChangeSet& change) {
    return {{"event", "changed"},
            {"tickets", idsJson(change.tickets)},
            {"left", idsJson(change.left)},
            {"articles", change.articles},
            {"reference", change.reference},
            {"outbox", change.outbox},
            {"everything", change.everything}};
}

}  // namespace zhida::desk
