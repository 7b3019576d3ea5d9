// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/headless_answers.h"

#include "model/base/utf8.h"
#include "model/domain/article_lint.h"
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

Json responsibilityJson(const domain::Responsibility* row) {
    if (row == nullptr) {
        return {};
    }
    Json assist = Json::array();
    for (const UnitCode& each : row->assist) {
        assist.push_back(each.value);
    }
    return {{"lead", row->unit.value},
            {"assist", std::move(assist)},
            {"basis", row->basis},
            {"category", row->category},
            {"region", row->region}};
}

Json alertsJson(const std::vector<domain::Surge>& surges, UtcOffset offset) {
    Json list = Json::array();
    for (const domain::Surge& each : surges) {
        Json tickets = Json::array();
        for (const TicketId& ticket : each.tickets) {
            tickets.push_back(ticket.text());
        }
        list.push_back({{"title", each.title},
                        {"count", each.tickets.size()},
                        {"since", timeJson(each.since, offset)},
                        {"last", timeJson(each.last, offset)},
                        {"reachedAt", timeJson(each.reached, offset)},
                        {"tickets", std::move(tickets)}});
    }
    return {{"alerts", std::move(list)}};
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

Json lintJson(const domain::Article& article) {
    Json marks = Json::array();
    for (const domain::LintMark& each : domain::lintArticle(article)) {
        marks.push_back(
            {{"severity", codeOf(each.severity)}, {"field", each.field}, {"rule", each.rule}, {"words", each.words}});
    }
    return {{"article", article.key}, {"marks", std::move(marks)}};
}

Json trustJson(const domain::Article& article, domain::Trust trust, UtcOffset offset) {
    return {{"mark", codeOf(trust)},
            {"by", article.verifiedBy.value},
            {"at", timeJson(article.verifiedAt, offset)},
            {"reviewOn", article.reviewOn},
            {"validTo", article.validTo}};
}

Json marksJson(std::string_view text, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& marks) {
    Json list = Json::array();
    for (const auto& [from, to] : marks) {
        const auto at = [text](std::uint32_t byte) { return utf8::length(text.substr(0, byte)); };
        list.push_back({at(from), at(to)});
    }
    return list;
}

Json hitsJson(const service::ArticleResults& results, Day today, UtcOffset offset) {
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
                        {"trust", trustJson(article, domain::trustOf(article, today), offset)},
                        {"marks",
                         {{"title", marksJson(article.title, hit.titleMarks)},
                          {"answer", marksJson(article.answer, hit.answerMarks)}}}});
    }
    return {{"results", std::move(list)}, {"ms", results.ms}, {"regionNote", results.regionNote}};
}

namespace {

Json similarTicketJson(const service::SimilarTicket& similar) {
    return {{"ticket", similar.row.ticket.text()}, {"number", similar.row.number}, {"title", similar.row.title},
            {"state", codeOf(similar.row.state)},  {"percent", similar.percent},   {"words", similar.words}};
}

Json proposalsJson(const std::vector<service::Suggestion>& suggestions) {
    Json list = Json::array();
    for (const service::Suggestion& each : suggestions) {
        list.push_back({{"code", each.code},
                        {"share", each.share},
                        {"words", each.words},
                        {"sources", each.sources},
                        {"corrected", each.corrected}});
    }
    return list;
}

}  // namespace

Json similarJson(const service::SameMatterHints& hints, UtcOffset offset) {
    Json similar = Json::array();
    for (const service::SimilarTicket& each : hints.similar) {
        similar.push_back(similarTicketJson(each));
        similar.back()["createdAt"] = timeJson(each.row.createdAt, offset);
    }
    return {{"similar", std::move(similar)},
            {"calls", hints.calls},
            {"repeatCaller", hints.repeatCaller},
            {"building", hints.building},
            {"households", hints.households},
            {"groupAppeal", hints.groupAppeal},
            {"ofBuilding", rowsJson(hints.ofBuilding, offset)},
            {"ms", hints.ms}};
}

Json suggestionsJson(const service::TicketSuggestions& suggestions, Day today, UtcOffset offset) {
    Json solved = Json::array();
    for (const service::SolvedTicket& each : suggestions.solved) {
        solved.push_back(similarTicketJson(each.similar));
        solved.back().update({{"createdAt", timeJson(each.similar.row.createdAt, offset)},
                              {"category", each.category.value},
                              {"unit", each.unit.value},
                              {"answer", each.answer}});
    }
    return {{"articles", hitsJson(suggestions.articles, today, offset)["results"]},
            {"categories", proposalsJson(suggestions.categories)},
            {"units", proposalsJson(suggestions.units)},
            {"tickets", std::move(solved)},
            {"ms", suggestions.ms}};
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

/// What a command about a record was about, with all of it, to be submitted again.
static Json recordJson(const service::OutboxItem& item) {
    if (item.recordKind.empty()) {
        return {};
    }
    return {{"kind", item.recordKind}, {"key", item.recordKey}, {"with", Json::parse(item.fields, nullptr, false)}};
}

Json outboxJson(const std::vector<service::OutboxItem>& items, UtcOffset offset) {
    Json list = Json::array();
    for (const service::OutboxItem& each : items) {
        list.push_back({{"command", each.command.text()},
                        {"ticket", each.recordKind.empty() ? Json(each.ticket.text()) : Json()},
                        {"number", each.number},
                        {"name", each.name},
                        {"record", recordJson(each)},
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

Json noticeJson(const domain::Notice& notice) {
    return {{"event", "notice"},       {"ticket", notice.ticket.text()},
            {"number", notice.number}, {"what", notice.what ? codeOf(*notice.what) : std::string_view("undelivered")},
            {"zh", notice.zh},         {"en", notice.en}};
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
