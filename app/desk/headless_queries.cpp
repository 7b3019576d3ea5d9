// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/headless_queries.h"

#include "app/desk/headless_answers.h"
#include "app/desk/shift.h"
#include "app/desk/waiting.h"
#include "model/service/sqlite_desk_reader.h"
#include "model/service/surge_watch.h"
#include "model/wire/deadline_json.h"
#include "model/wire/json.h"

#include <algorithm>
#include <optional>

namespace zhida::desk {
namespace {

template <class Records>
Json recordsJson(const char* name, const Records& records, UtcOffset offset) {
    Json list = Json::array();
    for (const auto& each : records) {
        list.push_back(wire::toJson(each, offset));
    }
    return {{name, std::move(list)}};
}

service::QueueFilter filterOf(const Arguments& with) {
    service::QueueFilter filter;
    const std::string view = with.text("view");
    filter.view = view == "mine"   ? service::QueueView::mine
                  : view == "unit" ? service::QueueView::unit
                                   : service::QueueView::all;
    filter.order = with.text("order") == "due" ? service::QueueOrder::due : service::QueueOrder::newest;
    filter.openOnly = with.boolean("openOnly", false);
    filter.state = enumFrom<domain::TicketState>(with.text("state"));
    filter.appealType = enumFrom<domain::AppealType>(with.text("appealType"));
    return filter;
}

Result<Json> emptyOr(const Status& status) { return status ? Result<Json>(Json::object()) : status.error(); }

bool startsWith(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

}  // namespace

Result<Json> HeadlessQueries::answer(const std::string& name, const Json& with) {
    const QuerySpec* const spec = querySpec(name);
    if (spec == nullptr) {
        return HeadlessActs::knows(name) ? m_acts.act(name, with) : command(name, with);
    }
    const auto arguments = Arguments::check(*spec, with);
    return arguments ? query(name, *arguments) : arguments.error();
}

Result<Json> HeadlessQueries::command(const std::string& name, Json with) {
    service::Submission submission;
    if (const auto ticket = with.find("ticket"); ticket != with.end() && name != "ticket.register") {
        if (!ticket->is_string()) {
            return Error("field.type", {{"field", "ticket"}, {"expected", "ticket"}});
        }
        const auto id = ticketOf(ticket->get<std::string>());
        if (!id) {
            return id.error();
        }
        submission.ticket = *id;
        with.erase(ticket);
    }
    auto body = wire::commandFromJson(name, with, m_desk.offset());
    if (!body) {
        return body.error();
    }
    if (!submission.ticket && name != "ticket.register") {
        return Error("field.missing", {{"field", "ticket"}});
    }
    submission.body = std::move(*body);
    const auto submitted = submit(submission);
    if (!submitted) {
        return submitted.error();
    }
    Json answer{
        {"ticket", submitted->ticket.text()}, {"number", submitted->number}, {"command", submitted->command.text()}};
    if (submitted->withdrawn) {
        answer["withdrawn"] = true;
    }
    return answer;
}

/// An undo that lacks the history is tried again once it has come.
Result<service::Submitted> HeadlessQueries::submit(const service::Submission& submission) {
    Waiting<Result<service::Submitted>> first;
    m_desk.submit(submission, first.reply());
    auto submitted = first.get();
    if (submitted || submitted.error().code != "undo.historyMissing") {
        return submitted;
    }
    m_outbox.awaitHistory(*submission.ticket);
    Waiting<Result<service::Submitted>> again;
    m_desk.submit(submission, again.reply());
    return again.get();
}

Result<TicketId> HeadlessQueries::ticketOf(const std::string& idOrNumber) {
    if (const auto uuid = Uuid::parse(idOrNumber)) {
        return TicketId{*uuid};
    }
    const auto view = ask([&idOrNumber](service::DeskReader& reader) { return reader.ticket(idOrNumber); });
    return view ? Result<TicketId>(view->ticket.id) : Error("ticket.unknown", {{"ticket", idOrNumber}});
}

Result<Json> HeadlessQueries::query(std::string_view name, const Arguments& with) {
    if (name == "describe") {
        return describeAll();
    }
    if (name == "ping") {
        return Json{{"user", m_desk.user().user.value}};
    }
    if (HeadlessOutbox::knows(name)) {
        return m_outbox.answer(name, with);
    }
    if (startsWith(name, "ticket.")) {
        return ticketQuery(name, with);
    }
    if (name == "alert.list") {
        return alerts();
    }
    if (startsWith(name, "article.") || startsWith(name, "campaign.") || startsWith(name, "message.")) {
        return m_knowledge.query(name, with);
    }
    if (name == "suggestion.correct") {
        return correct(with);
    }
    if (startsWith(name, "desk.")) {
        return Shift(m_desk, m_clock).answer(name, with);
    }
    if (startsWith(name, "draft.")) {
        return draftQuery(name, with);
    }
    if (name == "sync.status" || name == "net" || name == "admin.call" || startsWith(name, "outbox.")) {
        return lineQuery(name, with);
    }
    return referenceQuery(name);
}

Result<Json> HeadlessQueries::ticketQuery(std::string_view name, const Arguments& with) {
    if (name == "ticket.list") {
        return list(with);
    }
    if (name == "ticket.counts") {
        return countsJson(ask([](service::DeskReader& reader) { return reader.counts(); }));
    }
    if (name == "ticket.lookup") {
        return lookUp(with);
    }
    const std::string text = with.text("ticket");
    if (name == "ticket.search") {
        const auto limit = with.limit(20);
        return limit ? Result<Json>(Json{{"rows", rowsJson(ask([&](service::DeskReader& reader) {
                                                               return reader.searchTickets(with.text("query"), *limit);
                                                           }),
                                                           m_desk.offset())}})
                     : limit.error();
    }
    if (name == "ticket.similar" || name == "ticket.suggest") {
        return typedQuery(name, with);
    }
    if (name == "ticket.history") {
        return history(text);
    }
    const bool proof = with.boolean("proof", name == "ticket.clocks");
    return name == "ticket.clocks" ? clocks(text, proof) : get(text, proof);
}

Result<Json> HeadlessQueries::get(const std::string& ticket, bool proof) {
    Json found = ask([this, &ticket](service::DeskReader& reader) {
        const auto view = reader.ticket(ticket);
        Json json = view ? ticketJson(*view, m_desk.offset()) : Json();
        if (view) {
            const domain::Rules rules = reader.rules();
            json["responsibility"] = responsibilityJson(rules.responsible(view->ticket.category, view->ticket.region));
        }
        return json;
    });
    if (found.is_null()) {
        return Error("ticket.unknown", {{"ticket", ticket}});
    }
    if (proof) {
        const auto all = clocks(ticket, true);
        found["deadline"] = Json();
        for (const Json& each : all ? (*all)["clocks"] : Json::array()) {
            found["deadline"] = each["stage"] == "solve" || each["stage"] == "redo" ? each : found["deadline"];
        }
    }
    return found;
}

Result<Json> HeadlessQueries::clocks(const std::string& ticket, bool proof) {
    const Instant now = m_clock.now();
    return ask([&ticket, now, proof](service::DeskReader& reader) -> Result<Json> {
        const auto view = reader.ticket(ticket);
        if (!view) {
            return Error("ticket.unknown", {{"ticket", ticket}});
        }
        const domain::Rules rules = reader.rules();
        Json clocks = Json::array();
        for (const domain::StageClock& each : domain::stageClocksOf(view->ticket, rules, now)) {
            clocks.push_back(wire::stageClockJson(each, rules.calendar, proof));
        }
        return Json{{"ticket", view->ticket.id.text()},
                    {"number", view->ticket.number},
                    {"now", formatIso(now, rules.calendar.offset())},
                    {"clocks", std::move(clocks)}};
    });
}

/// What a call being typed may be.
Result<Json> HeadlessQueries::typedQuery(std::string_view name, const Arguments& with) {
    const service::TypedTicket typed{with.text("title"), with.text("content"), with.text("phone"), with.text("address"),
                                     RegionCode{with.text("region")}};
    if (name == "ticket.similar") {
        return similarJson(ask([&typed](service::DeskReader& reader) { return reader.sameMatter(typed); }),
                           m_desk.offset());
    }
    return suggestionsJson(ask([&typed](service::DeskReader& reader) { return reader.suggest(typed); }),
                           localDay(m_clock.now(), m_desk.offset()), m_desk.offset());
}

Result<Json> HeadlessQueries::correct(const Arguments& with) {
    Waiting<Status> waiting;
    m_desk.correct({with.text("kind"), with.text("value"), with.boolean("wanted", true),
                    with.text("title") + "\n" + with.text("content")},
                   waiting.reply());
    return emptyOr(waiting.get());
}

Result<Json> HeadlessQueries::list(const Arguments& with) {
    const auto limit = with.limit(50);
    if (!limit) {
        return limit.error();
    }
    const auto after = with.has("after") ? std::optional(with.text("after")) : std::nullopt;
    if (after && !service::SqliteDeskReader::isPosition(*after)) {
        return Error("field.value", {{"field", "after"}, {"value", *after}, {"allowed", "next"}});
    }
    const auto page = ask([&](service::DeskReader& reader) { return reader.list(filterOf(with), *limit, after); });
    return pageJson(page, m_desk.offset());
}

Result<Json> HeadlessQueries::alerts() {
    if (!domain::seesSurges(m_desk.user().role)) {
        return Error("user.mayNot", {{"role", std::string(codeOf(m_desk.user().role))}, {"command", "alert.list"}});
    }
    const auto surges = ask([this](service::DeskReader& reader) { return service::surgesNow(reader, m_clock.now()); });
    return alertsJson(surges, m_desk.offset());
}

Result<Json> HeadlessQueries::lookUp(const Arguments& with) {
    const auto limit = with.limit(20);
    std::string text;
    for (const char* const name : {"phone", "number", "query"}) {
        text = text.empty() ? with.text(name) : text;
    }
    if (!limit || text.empty()) {
        return limit ? Error("field.missing", {{"field", "phone"}}) : limit.error();
    }
    const auto rows = ask([&](service::DeskReader& reader) { return reader.lookUp(text, *limit); });
    return Json{{"rows", rowsJson(rows, m_desk.offset())}};
}

/// The whole history, fetched from the centre when this desk has only a part of it and there is a line.
Result<Json> HeadlessQueries::history(const std::string& ticket) {
    const auto look = [this, &ticket] {
        return ask([&ticket](service::DeskReader& reader) { return reader.ticket(ticket); });
    };
    auto view = look();
    if (view && !view->historyComplete) {
        m_desk.sync().fetchHistory(view->ticket.id);
        m_outbox.awaitHistory(view->ticket.id);
        view = look();
    }
    if (!view) {
        return Error("ticket.unknown", {{"ticket", ticket}});
    }
    const TicketId id = view->ticket.id;
    const auto events = ask([&id](service::DeskReader& reader) { return reader.history(id); });
    return historyJson(events, view->historyComplete, m_desk.offset());
}

Result<Json> HeadlessQueries::referenceQuery(std::string_view name) {
    const UtcOffset offset = m_desk.offset();
    if (name == "unit.list") {
        return recordsJson("units", ask([](service::DeskReader& reader) { return reader.units(); }), offset);
    }
    if (name == "user.list") {
        return recordsJson("users", ask([](service::DeskReader& reader) { return reader.users(); }), offset);
    }
    if (name == "roster.list") {
        return recordsJson("roster", ask([](service::DeskReader& reader) { return reader.roster(); }), offset);
    }
    if (name == "category.list") {
        return recordsJson("categories", ask([](service::DeskReader& reader) { return reader.categories(); }), offset);
    }
    return recordsJson("regions", ask([](service::DeskReader& reader) { return reader.regions(); }), offset);
}

Result<Json> HeadlessQueries::draftQuery(std::string_view name, const Arguments& with) {
    if (name == "draft.list") {
        return draftsJson(ask([](service::DeskReader& reader) { return reader.drafts(); }), m_desk.offset());
    }
    Waiting<Status> waiting;
    if (name == "draft.discard") {
        m_desk.discardDraft(with.text("key"), waiting.reply());
    } else {
        m_desk.saveDraft({with.text("key"), with.text("form"), with.value("fields").dump(), m_clock.now()},
                         waiting.reply());
    }
    return emptyOr(waiting.get());
}

Result<Json> HeadlessQueries::lineQuery(std::string_view name, const Arguments& with) {
    if (name == "net") {
        const bool online = with.boolean("online", true);
        m_desk.sync().setOnline(online);
        if (!online) {
            awaitThat([this] { return m_desk.sync().status().line != service::SyncStatus::Line::live; });
        }
        return Json{{"online", online}};
    }
    if (name == "sync.status") {
        return statusJson(m_desk.sync().status(), m_desk.offset());
    }
    if (name == "admin.call") {
        return administer(with);
    }
    if (name == "outbox.list") {
        return outboxJson(ask([](service::DeskReader& reader) { return reader.outbox(); }), m_desk.offset());
    }
    const auto command = Uuid::parse(with.text("command"));
    if (!command) {
        return Error("field.type", {{"field", "command"}, {"expected", "id"}});
    }
    Waiting<Status> waiting;
    m_desk.dismissRefusal(CommandId{*command}, waiting.reply());
    return emptyOr(waiting.get());
}

Result<Json> HeadlessQueries::administer(const Arguments& with) {
    const Json arguments = with.has("arguments") ? with.value("arguments") : Json::object();
    const auto answer = askCentre(m_desk, with.text("operation"), arguments.dump());
    if (!answer) {
        return answer.error();
    }
    return wire::parseJson(*answer);
}

Status HeadlessQueries::wait(const Json& with, const std::function<void(Result<Json>)>& reply) {
    const auto arguments = Arguments::check(*querySpec("sync.wait"), with);
    if (!arguments) {
        return arguments.error();
    }
    const double seconds = arguments->number("seconds", 10);
    if (!(seconds >= 0 && seconds <= 86'400)) {
        return Error("field.value", {{"field", "seconds"}, {"value", with["seconds"].dump()}, {"allowed", "0..86400"}});
    }
    m_desk.sync().whenCaughtUp(static_cast<std::int64_t>(seconds * 1000), [reply](Result<service::SyncStatus> status) {
        reply(status ? Result<Json>(
                           Json{{"head", status->head}, {"waiting", status->waiting}, {"refused", status->refused}})
                     : status.error());
    });
    return done();
}

}  // namespace zhida::desk
