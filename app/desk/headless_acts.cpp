// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/headless_acts.h"

#include "app/desk/waiting.h"
#include "model/wire/json.h"
#include "model/wire/record_json.h"

#include <optional>
#include <utility>

namespace zhida::desk {
namespace {

using service::Knowledge;
using service::KnowledgeFile;

Result<std::string> textField(const Json& with, const char* name) {
    const Json value = with.value(name, Json());
    if (!value.is_null() && !value.is_string()) {
        return Error("field.type", {{"field", name}, {"expected", "text"}});
    }
    return value.is_null() ? std::string() : value.get<std::string>();
}

/// Takes a text field out of what was given.
Result<std::string> takeText(Json& with, const char* name) {
    auto text = textField(with, name);
    with.erase(name);
    return text;
}

}  // namespace

struct HeadlessActs::Prepared {
    service::RecordSubmission submission;
    std::optional<KnowledgeFile> file;
    std::vector<domain::Stripped> stripped;
    TicketId ticket;
    std::vector<TicketId> told;  ///< of a campaign
};

bool HeadlessActs::knows(std::string_view name) { return wire::actSpec(name) != nullptr; }

Status HeadlessActs::takeVersion(Prepared& prepared, Json& with, domain::ArticleText& text) {
    const auto number = with.find("fromVersion");
    if (number == with.end()) {
        return done();
    }
    const bool whole = number->is_number_unsigned() && prepared.file.has_value();
    const auto version = whole ? number->get<std::uint32_t>() : 0;
    const auto old = m_ask.read(
        [&](Knowledge& knowledge) { return whole ? knowledge.version(*prepared.file, version) : std::nullopt; });
    if (!old) {
        return Error("article.unknownVersion", {{"version", number->dump()}});
    }
    text = old->text();
    with.erase(number);
    return done();
}

Status HeadlessActs::takeTicket(Prepared& prepared, Json& with, domain::ArticleText& text) {
    const auto ticket = takeText(with, "ticket");
    if (!ticket || ticket->empty()) {
        return ticket ? done() : Status(ticket.error());
    }
    const auto view = askDesk(m_desk, [&](service::DeskReader& reader) { return reader.ticket(*ticket); });
    if (!view) {
        return Error("ticket.unknown", {{"ticket", *ticket}});
    }
    prepared.ticket = view->ticket.id;
    domain::ArticleProposal proposal = domain::proposalFrom(view->ticket);
    text = prepared.file ? text : proposal.text;
    prepared.stripped = std::move(proposal.stripped);
    return done();
}

/// What is not given of a draft is as it was: in the version named, in the draft under way, in the published text, in the ticket
/// that it is made from.
Status HeadlessActs::fillDraft(Prepared& prepared, Json& with) {
    domain::ArticleText text;
    if (prepared.file && prepared.file->hasDraft()) {
        text = prepared.file->life->draft.text();
    } else if (prepared.file && prepared.file->live) {
        text = prepared.file->live->text();
    }
    Status taken = takeVersion(prepared, with, text);
    taken = taken ? takeTicket(prepared, with, text) : taken;
    if (!taken) {
        return taken;
    }
    Json whole = wire::toJson(text, m_desk.offset());
    for (const auto& [name, value] : with.items()) {
        whole[name] = value;
    }
    for (const char* const required : {"title", "answer"}) {
        const auto* const given = whole[required].get_ptr<const std::string*>();
        if (given != nullptr && given->empty()) {
            whole.erase(required);  // so that it is missed by name
        }
    }
    with = std::move(whole);
    return done();
}

/// A campaign takes in whom `article.impact` lists.
Status HeadlessActs::fillCampaign(Prepared& prepared, Json& with) {
    const auto article = textField(with, "article");
    const auto basis = textField(with, "basis");
    const Json days = with.value("days", Json(30));
    if (!article || !basis || !days.is_number_integer()) {
        return !article ? article.error()
               : !basis ? basis.error()
                        : Error("field.type", {{"field", "days"}, {"expected", "integer"}});
    }
    const auto rows = m_ask.impactRows(*article, *basis, days.get<std::int64_t>());
    if (!rows) {
        return rows.error();
    }
    for (const service::ImpactRow& each : *rows) {
        prepared.told.push_back(each.ticket);
    }
    if (!article->empty()) {
        with["article"] = m_ask.fileOf(*article)->key;
    }
    return done();
}

/// Ticket and article may be named as everywhere: by number, by the source's id.
Status HeadlessActs::fillMessage(Json& with) {
    const auto ticket = textField(with, "ticket");
    const auto article = textField(with, "article");
    if (!ticket || !article) {
        return ticket ? article.error() : ticket.error();
    }
    if (!ticket->empty()) {
        const auto view = askDesk(m_desk, [&](service::DeskReader& reader) { return reader.ticket(*ticket); });
        if (!view) {
            return Error("ticket.unknown", {{"ticket", *ticket}});
        }
        with["ticket"] = view->ticket.id.text();
    }
    if (!article->empty()) {
        const auto file = m_ask.fileOf(*article);
        if (!file) {
            return file.error();
        }
        with["article"] = file->key;
    }
    return done();
}

Status HeadlessActs::nameSubject(Prepared& prepared, const std::string& name, Json& with) {
    const wire::ActSpec& spec = *wire::actSpec(name);
    const std::string subject(spec.subject);
    const auto key =
        name == domain::StartCampaign::kName ? Result<std::string>(std::string()) : takeText(with, subject.c_str());
    const auto base = key ? takeText(with, "base") : key;
    if (!base || (key->empty() && !spec.makes)) {
        return base ? Error("field.missing", {{"field", subject}}) : base.error();
    }
    prepared.submission.key = *key;
    if (!key->empty() && spec.subject == "article") {
        auto file = m_ask.fileOf(*key);
        if (!file) {
            return file.error();
        }
        prepared.submission.key = file->key;
        prepared.file = std::move(*file);
    }
    const auto id = Uuid::parse(*base);
    if (!base->empty() && !id) {
        return Error("field.type", {{"field", "base"}, {"expected", "id"}});
    }
    prepared.submission.base = id ? std::optional(CommandId{*id}) : std::nullopt;
    return done();
}

Result<HeadlessActs::Prepared> HeadlessActs::prepare(const std::string& name, Json with) {
    Prepared prepared;
    Status ready = nameSubject(prepared, name, with);
    if (ready && name == domain::DraftArticle::kName) {
        ready = fillDraft(prepared, with);
    } else if (ready && name == domain::StartCampaign::kName) {
        ready = fillCampaign(prepared, with);
    } else if (ready && name == domain::SendMessage::kName) {
        ready = fillMessage(with);
    }
    if (!ready) {
        return ready.error();
    }
    auto act = wire::actFromJson(name, with, m_desk.offset());
    if (!act) {
        return act.error();
    }
    if (auto* draft = std::get_if<domain::DraftArticle>(&*act)) {
        draft->ticket = prepared.ticket;
    } else if (auto* campaign = std::get_if<domain::StartCampaign>(&*act)) {
        campaign->tickets = prepared.told;
    }
    prepared.submission.act = std::move(*act);
    return prepared;
}

Result<Json> HeadlessActs::act(const std::string& name, Json with) {
    auto prepared = prepare(name, std::move(with));
    if (!prepared) {
        return prepared.error();
    }
    Waiting<Result<service::RecordSubmitted>> waiting;
    m_desk.submit(std::move(prepared->submission), waiting.reply());
    const auto submitted = waiting.get();
    if (!submitted) {
        return submitted.error();
    }
    Json json{{std::string(wire::actSpec(name)->subject), submitted->key}, {"command", submitted->command.text()}};
    if (name == domain::ReportArticle::kName) {
        json["task"] = submitted->command.text();
    } else if (name == domain::DraftArticle::kName) {
        json["stripped"] = Json::array();
        for (const domain::Stripped& each : prepared->stripped) {
            json["stripped"].push_back(wire::toJson(each, m_desk.offset()));
        }
    } else if (name == domain::StartCampaign::kName) {
        json["tickets"] = prepared->told.size();
    }
    return json;
}

}  // namespace zhida::desk
