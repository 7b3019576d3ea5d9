// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/headless_knowledge.h"

#include "app/desk/headless_answers.h"
#include "app/desk/waiting.h"
#include "model/service/messages.h"
#include "model/wire/json.h"
#include "model/wire/record_json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::desk {
namespace {

using service::Knowledge;
using service::KnowledgeFile;

Json jsonOf(const std::optional<Instant>& at, UtcOffset offset) { return at ? Json(formatIso(*at, offset)) : Json(); }

template <class Records>
Json listJson(const Records& records, UtcOffset offset) {
    Json list = Json::array();
    for (const auto& each : records) {
        list.push_back(wire::toJson(each, offset));
    }
    return list;
}

Json ticketJson(const TicketId& ticket) { return ticket.isNull() ? Json() : Json(ticket.text()); }

Json taskJson(const service::KnowledgeTask& row, UtcOffset offset) {
    Json json = wire::toJson(row.task, offset);
    json["task"] = row.task.key;
    json.erase("key");
    json["ticket"] = ticketJson(row.task.ticket);
    json["pending"] = row.pending;
    return json;
}

Json versionJson(const domain::Article& article, bool live, UtcOffset offset) {
    return {{"version", article.version},
            {"live", live},
            {"title", article.title},
            {"author", article.author.value},
            {"publishedBy", article.publishedBy.value},
            {"publishedAt", jsonOf(article.publishedAt, offset)},
            {"why", article.why},
            {"verifiedBy", article.verifiedBy.value},
            {"verifiedAt", jsonOf(article.verifiedAt, offset)},
            {"source", article.source}};
}

Json impactJson(const std::vector<service::ImpactRow>& rows, UtcOffset offset) {
    Json list = Json::array();
    for (const service::ImpactRow& each : rows) {
        list.push_back({{"ticket", each.ticket.text()},
                        {"number", each.number},
                        {"title", each.title},
                        {"version", each.version},
                        {"at", formatIso(each.at, offset)},
                        {"user", each.user.value},
                        {"text", each.text}});
    }
    return list;
}

Json campaignJson(const service::CampaignView& view, bool rows, UtcOffset offset) {
    Json json{{"campaign", view.campaign.key},
              {"article", view.campaign.article},
              {"basis", view.campaign.basis},
              {"why", view.campaign.why},
              {"startedBy", view.campaign.startedBy.value},
              {"startedAt", jsonOf(view.campaign.startedAt, offset)},
              {"total", view.rows.size()},
              {"open", view.open()},
              {"pending", view.pending}};
    for (const service::CampaignRow& each : view.rows) {
        if (rows) {
            json["tickets"].push_back({{"ticket", each.item.ticket.text()},
                                       {"number", each.number},
                                       {"title", each.title},
                                       {"version", each.item.version},
                                       {"told", each.told},
                                       {"toldBy", each.toldBy.value},
                                       {"toldAt", jsonOf(each.toldAt, offset)},
                                       {"done", each.done},
                                       {"by", each.reachedBy.value},
                                       {"at", jsonOf(each.reachedAt, offset)},
                                       {"text", each.reached}});
        }
    }
    return json;
}

std::string keyOf(const Arguments& with) {
    std::string key;
    for (const char* const field : {"article", "id", "key"}) {
        key = key.empty() ? with.text(field) : key;
    }
    return key;
}

}  // namespace

Result<Json> HeadlessKnowledge::query(std::string_view name, const Arguments& with) {
    using Handler = Result<Json> (HeadlessKnowledge::*)(const Arguments&);
    static constexpr std::array<std::pair<std::string_view, Handler>, 9> kQueries{
        {{"article.get", &HeadlessKnowledge::get},
         {"article.lint", &HeadlessKnowledge::lint},
         {"article.versions", &HeadlessKnowledge::versions},
         {"article.diff", &HeadlessKnowledge::diff},
         {"article.tasks", &HeadlessKnowledge::tasks},
         {"article.editing", &HeadlessKnowledge::editing},
         {"article.impact", &HeadlessKnowledge::impact},
         {"article.fromTicket", &HeadlessKnowledge::fromTicket},
         {"message.list", &HeadlessKnowledge::messages}}};
    for (const auto& [each, handler] : kQueries) {
        if (each == name) {
            return (this->*handler)(with);
        }
    }
    if (name != "article.search") {
        return campaigns(name, with);
    }
    const auto limit = with.limit(10);
    if (!limit) {
        return limit.error();
    }
    const auto hits = askDesk(m_desk, [&](service::DeskReader& reader) {
        return reader.searchArticles(with.text("query"), RegionCode{with.text("region")}, *limit);
    });
    return hitsJson(hits, localDay(m_clock.now(), m_desk.offset()), m_desk.offset());
}

Json HeadlessKnowledge::fileJson(const KnowledgeFile& file) const {
    const UtcOffset offset = m_desk.offset();
    Json json = file.live ? articleJson(*file.live, offset) : Json{{"key", file.key}, {"id", file.key}, {"version", 0}};
    json["published"] = file.live.has_value();
    json["trust"] = file.live ? trustJson(*file.live, file.trust, offset) : Json();
    json["pending"] = file.pending;
    json["log"] = listJson(file.life ? file.life->log : file.log, offset);
    json["draft"] = nullptr;
    if (file.hasDraft()) {
        const domain::ArticleLife& life = *file.life;
        Json draft = wire::toJson(life.draft.text(), offset);
        draft["stage"] = codeOf(life.stage);
        draft["basedOn"] = life.basedOn;
        draft["why"] = life.draft.why;
        draft["reviewDays"] = life.draft.reviewDays;
        draft["ticket"] = ticketJson(life.ticket);
        draft["base"] = life.last.text();
        for (const UserCode& each : life.authors) {
            draft["authors"].push_back(each.value);
        }
        json["draft"] = std::move(draft);
    }
    return json;
}

Result<Json> HeadlessKnowledge::lint(const Arguments& with) {
    const std::string key = keyOf(with);
    const auto article = askDesk(m_desk, [&](service::DeskReader& reader) { return reader.article(key); });
    return article ? Result<Json>(lintJson(*article)) : Error("article.unknown", {{"article", key}});
}

Result<Json> HeadlessKnowledge::get(const Arguments& with) {
    const auto file = m_ask.fileOf(keyOf(with));
    if (!file) {
        return file.error();
    }
    const auto number = static_cast<std::uint32_t>(with.integer("version", 0));
    if (number == 0) {
        return fileJson(*file);
    }
    const auto version = m_ask.read([&](Knowledge& knowledge) { return knowledge.version(*file, number); });
    if (!version) {
        return Error("article.unknownVersion", {{"version", std::to_string(with.integer("version", 0))}});
    }
    Json json = articleJson(*version, m_desk.offset());
    json["live"] = file->live && file->live->version == number;
    return json;
}

Result<Json> HeadlessKnowledge::versions(const Arguments& with) {
    const auto file = m_ask.fileOf(with.text("article"));
    if (!file) {
        return file.error();
    }
    Json list = Json::array();
    for (const domain::Article& each : m_ask.read([&](Knowledge& knowledge) { return knowledge.versions(*file); })) {
        list.push_back(versionJson(each, file->live && each.version == file->live->version, m_desk.offset()));
    }
    return Json{{"article", file->key},
                {"versions", std::move(list)},
                {"log", listJson(file->life ? file->life->log : file->log, m_desk.offset())}};
}

/// Without numbers: what the draft under way changes, or else what the published version has changed.
Result<Json> HeadlessKnowledge::diff(const Arguments& with) {
    const auto file = m_ask.fileOf(with.text("article"));
    if (!file) {
        return file.error();
    }
    const std::int64_t live = file->live ? file->live->version : 0;
    const bool toDraft = !with.has("to") && file->hasDraft();
    const std::int64_t to = with.integer("to", live);
    const std::int64_t from = with.integer("from", toDraft ? live : to - 1);
    const auto textOf = [&](std::int64_t number) -> Result<domain::ArticleText> {
        if (number == 0) {
            return domain::ArticleText{};
        }
        const auto version = m_ask.read(
            [&](Knowledge& knowledge) { return knowledge.version(*file, static_cast<std::uint32_t>(number)); });
        return version ? Result<domain::ArticleText>(version->text())
                       : Error("article.unknownVersion", {{"version", std::to_string(number)}});
    };
    const auto before = textOf(from);
    const auto after = toDraft ? Result<domain::ArticleText>(file->life->draft.text()) : textOf(to);
    if (!before || !after) {
        return before ? after.error() : before.error();
    }
    Json changes = Json::array();
    for (const wire::TextChange& each : wire::changesBetween(*before, *after, m_desk.offset())) {
        changes.push_back({{"field", each.field}, {"before", each.before}, {"after", each.after}});
    }
    return Json{{"from", from}, {"to", toDraft ? Json("draft") : Json(to)}, {"changes", std::move(changes)}};
}

Result<Json> HeadlessKnowledge::tasks(const Arguments& with) {
    const std::string state = with.has("state") ? with.text("state") : "open";
    const UtcOffset offset = m_desk.offset();
    Json list = Json::array();
    for (const service::KnowledgeTask& each : m_ask.read([](Knowledge& knowledge) { return knowledge.tasks(); })) {
        const bool open = each.task.state == domain::TaskState::open;
        if (state == "all" || open == (state == "open")) {
            list.push_back(taskJson(each, offset));
        }
    }
    Json drafts = Json::array();
    for (const KnowledgeFile& each : m_ask.read([](Knowledge& knowledge) { return knowledge.drafts(); })) {
        drafts.push_back({{"article", each.key},
                          {"title", each.life->draft.title},
                          {"unit", each.life->unit.value},
                          {"stage", codeOf(each.life->stage)},
                          {"author", each.life->draft.author.value},
                          {"since", formatIso(each.life->log.back().at, offset)},
                          {"pending", each.pending}});
    }
    return Json{{"tasks", std::move(list)}, {"drafts", std::move(drafts)}};
}

/// True of this moment only: who edits says it again every few seconds.
Result<Json> HeadlessKnowledge::editing(const Arguments& with) {
    const auto file = m_ask.fileOf(with.text("article"));
    if (!file) {
        return file.error();
    }
    const Json said{{"article", file->key}, {"editing", with.boolean("editing", true)}};
    const auto answer = askCentre(m_desk, "presence.editing", said.dump());
    return answer ? wire::parseJson(*answer) : answer.error();
}

Result<Json> HeadlessKnowledge::impact(const Arguments& with) {
    const auto rows = m_ask.impactRows(with.text("article"), with.text("basis"), with.integer("days", 30));
    return rows ? Result<Json>(Json{{"tickets", impactJson(*rows, m_desk.offset())}}) : rows.error();
}

Result<Json> HeadlessKnowledge::fromTicket(const Arguments& with) {
    const std::string ticket = with.text("ticket");
    const auto view = askDesk(m_desk, [&](service::DeskReader& reader) { return reader.ticket(ticket); });
    if (!view) {
        return Error("ticket.unknown", {{"ticket", ticket}});
    }
    const domain::ArticleProposal proposal = domain::proposalFrom(view->ticket);
    return Json{{"text", wire::toJson(proposal.text, m_desk.offset())},
                {"stripped", listJson(proposal.stripped, m_desk.offset())}};
}

Result<Json> HeadlessKnowledge::messages(const Arguments& with) {
    const std::string ticket = with.text("ticket");
    const auto shown = askDesk(m_desk, [&](service::DeskReader& reader) {
        const auto view = reader.ticket(ticket);
        return view ? std::optional(service::messagesOf(reader, view->ticket.id)) : std::nullopt;
    });
    if (!shown) {
        return Error("ticket.unknown", {{"ticket", ticket}});
    }
    Json list = Json::array();
    for (const service::ShownMessage& each : *shown) {
        Json json = wire::toJson(each.message, m_desk.offset());
        json["message"] = each.message.key;
        json.erase("key");
        json["pending"] = each.pending;
        list.push_back(std::move(json));
    }
    return Json{{"messages", std::move(list)}};
}

Result<Json> HeadlessKnowledge::campaigns(std::string_view name, const Arguments& with) {
    const bool one = name == "campaign.get";
    const std::string key = with.text("campaign");
    Json list = Json::array();
    for (const service::CampaignView& each :
         m_ask.read([&](Knowledge& knowledge) { return knowledge.campaigns(key); })) {
        if (one && each.campaign.key == key) {
            return campaignJson(each, true, m_desk.offset());
        }
        list.push_back(campaignJson(each, false, m_desk.offset()));
    }
    return one ? Result<Json>(Error("campaign.unknown", {{"campaign", key}})) : Json{{"campaigns", std::move(list)}};
}

}  // namespace zhida::desk
