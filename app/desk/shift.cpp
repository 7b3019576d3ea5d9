// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/shift.h"

#include "app/desk/waiting.h"
#include "model/domain/holding.h"
#include "model/domain/permission.h"
#include "model/wire/json.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace zhida::desk {
namespace {

Json named(const domain::Ticket& ticket) { return {{"ticket", ticket.id.text()}, {"number", ticket.number}}; }

Json promisesJson(const domain::Ticket& ticket, const domain::Holding& holding, UtcOffset offset) {
    Json list = Json::array();
    for (const std::uint32_t no : holding.promises) {
        Json row = named(ticket);
        const domain::Promise& promise = ticket.promises[no - 1];
        row.update({{"promise", no}, {"text", promise.text}, {"due", formatIso(promise.due, offset)}});
        list.push_back(std::move(row));
    }
    return list;
}

}  // namespace

Result<Json> Shift::answer(std::string_view name, const Arguments& with) {
    if (name == "desk.held") {
        return held(office());
    }
    if (name == "desk.presence") {
        return presence(with);
    }
    return name == "desk.signOut" ? signOut(with) : orphans();
}

Shift::Office Shift::office() {
    return askDesk(m_desk, [user = m_desk.user().user, now = m_clock.now()](service::DeskReader& reader) {
        return Office{reader.users(), reader.roster(), reader.rules(), reader.drafts(), reader.heldBy(user, now)};
    });
}

std::vector<domain::Ticket> Shift::heldBy(const UserCode& user) {
    return askDesk(m_desk,
                   [user, now = m_clock.now()](service::DeskReader& reader) { return reader.heldBy(user, now); });
}

Result<domain::UserProfile> Shift::today(const Office& office, const domain::UserProfile& user) const {
    const Day day = localDay(m_clock.now(), office.rules.calendar.offset());
    return domain::effectiveProfile(user, office.roster, office.rules, day);
}

Json Shift::held(const Office& office) const {
    Json claims = Json::array();
    Json callbacks = Json::array();
    Json promises = Json::array();
    Json drafts = Json::array();
    for (const domain::Ticket& ticket : office.held) {
        const domain::Holding holding = domain::holdingOf(ticket, m_desk.user().user, m_clock.now());
        if (holding.claim) {
            claims.push_back(named(ticket));
        }
        if (holding.callback) {
            callbacks.push_back(named(ticket));
        }
        for (Json& each : promisesJson(ticket, holding, m_desk.offset())) {
            promises.push_back(std::move(each));
        }
    }
    for (const service::Draft& each : office.drafts) {
        drafts.push_back({{"key", each.key}, {"form", each.form}});
    }
    return {{"claims", std::move(claims)},
            {"callbacks", std::move(callbacks)},
            {"promises", std::move(promises)},
            {"drafts", std::move(drafts)}};
}

Result<std::string> Shift::administer(std::string operation, const Json& with) {
    Waiting<Result<std::string>> waiting;
    m_desk.sync().administer(std::move(operation), with.dump(-1, ' ', false, Json::error_handler_t::replace),
                             waiting.reply());
    return waiting.get();
}

Result<Json> Shift::presence(const Arguments& with) {
    if (with.has("state")) {
        const auto said = administer("presence.set", {{"state", with.text("state")}, {"reason", with.text("reason")}});
        if (!said) {
            return said.error();
        }
    }
    const auto all = administer("presence.list", Json::object());
    return all ? wire::parseJson(*all) : Result<Json>(all.error());
}

/// All or nothing: before the first ticket is handed over every one of them is known to be in sight of the successor.
Status Shift::mayTakeOver(const Office& office, const UserCode& to) const {
    if (to == m_desk.user().user) {
        return Error("handOver.self");
    }
    const auto user = std::find_if(office.users.begin(), office.users.end(),
                                   [&to](const domain::UserProfile& each) { return each.user == to; });
    if (user == office.users.end()) {
        return Error("handOver.unknown", {{"user", to.value}});
    }
    const auto successor = today(office, *user);
    if (!successor) {
        return successor.error();
    }
    for (const domain::Ticket& ticket : office.held) {
        if (const Status may = domain::mayTakeOver(ticket, *successor); !may) {
            return may;
        }
    }
    return done();
}

Result<Json> Shift::signOut(const Arguments& with) {
    const Office all = office();
    const UserCode to{with.text("to")};
    if (!all.drafts.empty()) {
        return Error("shift.drafts", {{"count", std::to_string(all.drafts.size())}});
    }
    if (!all.held.empty() && to.empty()) {
        return Error("shift.held", {{"count", std::to_string(all.held.size())}});
    }
    const Status may = to.empty() ? done() : mayTakeOver(all, to);
    if (!may) {
        return may.error();
    }
    Json handedOver = Json::array();
    for (const domain::Ticket& ticket : all.held) {
        Waiting<Result<service::Submitted>> waiting;
        m_desk.submit({ticket.id, domain::HandOver{to, "", {}}, {}}, waiting.reply());
        const auto submitted = waiting.get();
        if (!submitted) {
            return submitted.error();
        }
        handedOver.push_back(named(ticket));
    }
    // Without a line the commands wait in the outbox, and nobody sees him as there anyway.
    (void)administer("presence.set", {{"state", "away"}, {"reason", ""}});
    return Json{{"handedOver", std::move(handedOver)}, {"to", to.value}};
}

Result<Json> Shift::orphans() {
    if (m_desk.user().role != domain::Role::supervisor) {
        return Error(
            "user.mayNot",
            {{"role", std::string(codeOf(m_desk.user().role))}, {"command", "desk.orphans"}, {"who", "supervisor"}});
    }
    const Office all = office();
    Json rows = Json::array();
    for (const domain::UserProfile& user : all.users) {
        const auto present = today(all, user);
        if (present && !present->disabled) {
            continue;
        }
        for (const domain::Ticket& ticket : heldBy(user.user)) {
            Json row = named(ticket);
            row["user"] = user.user.value;
            row["why"] = present ? "user.disabled" : present.error().code;
            rows.push_back(std::move(row));
        }
    }
    return Json{{"orphans", std::move(rows)}};
}

}  // namespace zhida::desk
