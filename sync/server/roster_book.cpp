// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/roster_book.h"

#include "model/domain/audit.h"
#include "model/domain/roster.h"
#include "model/wire/codec.h"
#include "model/wire/json.h"
#include "model/wire/rules_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace zhida::sync {
namespace {

using domain::AuditEntry;
using domain::RosterEntry;
using wire::Json;

constexpr std::string_view kRoster = "roster";
constexpr std::size_t kPage = 500;
constexpr std::size_t kPageBytes = 1U << 20U;

/// The texts of `names` and nothing else.
Status onlyTexts(const Json& arguments, std::initializer_list<std::string_view> names) {
    for (const auto& [key, value] : arguments.items()) {
        if (std::find(names.begin(), names.end(), key) == names.end()) {
            return Error("field.unknown", {{"field", key}});
        }
        if (!value.is_string()) {
            return Error("field.type", {{"field", key}, {"expected", "text"}});
        }
    }
    return done();
}

Error badPeriod(const std::string& from, const std::string& to) {
    return Error("roster.badPeriod", {{"from", from}, {"to", to}});
}

/// One operation at work.
class RosterTask {
public:
    RosterTask(ServerStore& store, Instant now, UserCode by) : m_store(store), m_now(now), m_by(std::move(by)) {
        if (const auto rules = wire::rulesFromText(store.record("rules", "rules").value_or(std::string()))) {
            m_rules = *rules;
        }
    }

    Result<Json> list(const Json& arguments) {
        if (const Status fit = onlyTexts(arguments, {"user"}); !fit) {
            return fit.error();
        }
        const std::string user = arguments.value("user", "");
        Json rows = Json::array();
        for (const RosterEntry& each : records<RosterEntry>(kRoster)) {
            if (user.empty() || each.user.value == user) {
                Json row = shown(each);
                row["state"] = each.to < today() ? "over" : each.from > today() ? "notYet" : "now";
                rows.push_back(std::move(row));
            }
        }
        return Json{{"roster", std::move(rows)}};
    }

    Result<Json> add(const Json& arguments) {
        auto entry = wire::fromJson<RosterEntry>(arguments, offset());
        if (!entry) {
            return entry.error();
        }
        entry->id = std::to_string(m_store.head() + 1);
        entry->by = m_by;
        const Status fit = check(*entry);
        return fit ? Result<Json>(save(*entry)) : fit.error();
    }

    Result<Json> end(const Json& arguments) {
        if (const Status fit = onlyTexts(arguments, {"id", "to"}); !fit) {
            return fit.error();
        }
        const std::string id = arguments.value("id", "");
        const auto body = id.empty() ? std::nullopt : m_store.record(kRoster, id);
        auto entry = body ? wire::decode<RosterEntry>(*body) : Error("roster.unknown", {{"id", id}});
        if (!entry) {
            return entry.error();
        }
        const std::string last = arguments.value("to", today());
        const auto day = parseDay(last);
        // What was worked under it stays so: not before yesterday, and never longer than it was.
        if (!day || formatDay(*day) != last || *day < localDay(m_now, offset()).plus(-1) || last > entry->to) {
            return badPeriod(entry->from, last);
        }
        entry->to = last;
        entry->by = m_by;
        return save(*entry);
    }

    Result<Json> addAudit(const Json& arguments) {
        auto entry = wire::fromJson<AuditEntry>(arguments, offset());
        if (!entry) {
            return entry.error();
        }
        if (entry->why.empty()) {
            return Error("field.missing", {{"field", "why"}});
        }
        entry->by = m_by.empty() ? entry->by : m_by;
        entry->at = m_now;
        std::string key = std::to_string(m_store.head() + 1);
        key.insert(0, 20 - key.size(), '0');
        m_store.appendRecord(domain::kAuditKind, key, wire::encode(*entry));
        return wire::toJson(*entry, offset());
    }

    Result<Json> listAudit(const Json& /*arguments*/) {
        Json rows = Json::array();
        for (const AuditEntry& each : records<AuditEntry>(domain::kAuditKind)) {
            rows.push_back(wire::toJson(each, offset()));
        }
        return Json{{"audit", std::move(rows)}};
    }

private:
    [[nodiscard]] UtcOffset offset() const { return m_rules.calendar.offset(); }
    [[nodiscard]] std::string today() const { return formatDay(localDay(m_now, offset())); }
    [[nodiscard]] Json shown(const RosterEntry& entry) const {
        Json row = wire::toJson(entry, offset());
        row["id"] = entry.id;
        row["by"] = entry.by.value;
        return row;
    }

    template <class T>
    std::vector<T> records(std::string_view kind) {
        std::vector<T> found;
        RecordRow after{std::string(kind), {}, {}};
        for (bool more = true; more;) {
            const auto page = m_store.recordsAfter(after, kPage, kPageBytes);
            more = !page.empty() && page.back().kind == kind;
            for (const RecordRow& each : page) {
                if (auto value = each.kind == kind ? wire::decode<T>(each.body) : Error("wire.malformed")) {
                    found.push_back(std::move(*value));
                }
            }
            after = page.empty() ? after : RecordRow{page.back().kind, page.back().key, {}};
        }
        return found;
    }

    Status check(const RosterEntry& entry) {
        const auto account = m_store.account(entry.user);
        if (!account) {
            return Error("user.unknown", {{"user", entry.user.value}});
        }
        if (account->profile.role == domain::Role::administrator) {
            return Error("roster.administrator", {{"user", entry.user.value}});
        }
        if (!m_store.record("unit", entry.unit.value)) {
            return Error("unit.unknown", {{"unit", entry.unit.value}});
        }
        const Status period = checkPeriod(entry);
        return period ? checkOverlap(entry) : period;
    }

    Status checkPeriod(const RosterEntry& entry) {
        const auto right = std::find_if(m_rules.rosterRights.begin(), m_rules.rosterRights.end(),
                                        [&entry](const domain::RosterRight& each) { return each.code == entry.right; });
        if (right == m_rules.rosterRights.end()) {
            return Error("roster.noRight", {{"right", entry.right}});
        }
        const auto from = parseDay(entry.from);
        const auto to = parseDay(entry.to);
        // One way to write a day: they are compared as they stand.
        const bool written = from && to && formatDay(*from) == entry.from && formatDay(*to) == entry.to;
        if (!written || *to < *from || entry.to < today()) {
            return badPeriod(entry.from, entry.to);
        }
        return to->number - from->number < right->longestDays
                   ? done()
                   : Status(Error("roster.tooLong", {{"most", std::to_string(right->longestDays)}}));
    }

    Status checkOverlap(const RosterEntry& entry) {
        for (const RosterEntry& each : records<RosterEntry>(kRoster)) {
            if (each.user == entry.user && domain::overlap(each, entry)) {
                return Error("roster.overlaps", {{"from", each.from}, {"to", each.to}});
            }
        }
        return done();
    }

    Json save(const RosterEntry& entry) {
        m_store.appendRecord(kRoster, entry.id, wire::encode(entry));
        return shown(entry);
    }

    ServerStore& m_store;
    Instant m_now;
    UserCode m_by;
    domain::Rules m_rules;
};

struct RosterOperation {
    std::string_view name;
    Result<Json> (RosterTask::*run)(const Json&);
};
constexpr std::array<RosterOperation, 5> kRosterOperations{{{"roster.list", &RosterTask::list},
                                                            {"roster.add", &RosterTask::add},
                                                            {"roster.end", &RosterTask::end},
                                                            {"audit.add", &RosterTask::addAudit},
                                                            {"audit.list", &RosterTask::listAudit}}};

const RosterOperation* rosterOperationOf(std::string_view name) {
    const auto* found = std::find_if(kRosterOperations.begin(), kRosterOperations.end(),
                                     [name](const RosterOperation& o) { return o.name == name; });
    return found == kRosterOperations.end() ? nullptr : found;
}

}  // namespace

bool RosterBook::knows(std::string_view operation) { return rosterOperationOf(operation) != nullptr; }

Result<std::string> RosterBook::run(std::string_view operation, std::string_view jsonArguments, const UserCode& by) {
    const RosterOperation* known = rosterOperationOf(operation);
    if (known == nullptr) {
        return Error("operation.unknown", {{"operation", std::string(operation)}});
    }
    const auto arguments = wire::parseJson(jsonArguments.empty() ? "{}" : jsonArguments);
    if (!arguments || !arguments->is_object()) {
        return arguments ? Error("field.type", {{"field", ""}, {"expected", "object"}}) : arguments.error();
    }
    RosterTask task(m_store, m_clock.now(), by);
    const auto outcome = (task.*(known->run))(*arguments);
    if (!outcome) {
        return outcome.error();
    }
    return outcome->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace zhida::sync
