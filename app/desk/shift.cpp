// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/shift.h"

#include "app/desk/waiting.h"
#include "model/domain/holding.h"
#include "model/wire/json.h"

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

service::ShiftOffice Shift::office() {
    return askDesk(m_desk, [user = m_desk.user().user, now = m_clock.now()](service::DeskReader& reader) {
        return service::readShift(reader, user, now);
    });
}

Json Shift::held(const service::ShiftOffice& office) const {
    Json claims = Json::array();
    Json callbacks = Json::array();
    Json promises = Json::array();
    Json clocks = Json::array();
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
        for (const UnitCode& unit : holding.shares) {
            const domain::Assignment* share = ticket.assignmentOf(unit);
            Json row = named(ticket);
            row["unit"] = unit.value;
            row["due"] = share->due ? Json(formatIso(*share->due, m_desk.offset())) : Json();
            clocks.push_back(std::move(row));
        }
    }
    for (const service::Draft& each : office.drafts) {
        drafts.push_back({{"key", each.key}, {"form", each.form}});
    }
    return {{"claims", std::move(claims)},
            {"callbacks", std::move(callbacks)},
            {"promises", std::move(promises)},
            {"clocks", std::move(clocks)},
            {"drafts", std::move(drafts)}};
}

Result<std::string> Shift::administer(std::string operation, const Json& with) {
    return askCentre(m_desk, std::move(operation), with.dump(-1, ' ', false, Json::error_handler_t::replace));
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

Result<Json> Shift::signOut(const Arguments& with) {
    const service::ShiftOffice all = office();
    const UserCode to{with.text("to")};
    const Status may = service::mayLeave(all, m_desk.user().user, to, m_clock.now());
    if (!may) {
        return may.error();
    }
    Json handedOver = Json::array();
    for (const domain::Ticket& ticket : service::leftTo(all, m_desk.user().user, to, m_clock.now())) {
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
    const auto orphans = askDesk(
        m_desk, [now = m_clock.now()](service::DeskReader& reader) { return service::readOrphans(reader, now); });
    Json rows = Json::array();
    for (const service::Orphan& each : orphans) {
        Json row = named(each.ticket);
        row["user"] = each.user.value;
        row["why"] = each.why;
        rows.push_back(std::move(row));
    }
    return Json{{"orphans", std::move(rows)}};
}

}  // namespace zhida::desk
