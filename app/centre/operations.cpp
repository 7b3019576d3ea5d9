// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/operations.h"

#include "app/centre/messages.h"
#include "app/centre/procedures.h"

#include "model/base/utf8.h"
#include "model/domain/article_life.h"
#include "model/domain/org.h"
#include "model/sqlite/failure.h"
#include "model/wire/codec.h"
#include "sync/server/roster_book.h"

#include <nlohmann/json.hpp>

#include <array>
#include <type_traits>
#include <utility>

namespace zhida::centre {
namespace {

/// Rolls back unless it was committed.
class Transaction {
public:
    explicit Transaction(sync::ServerStore& store) : m_store(store) { store.begin(); }
    ~Transaction() {
        try {
            if (m_open) {
                m_store.rollback();
            }
        } catch (const sqlite::Failure&) {
            // The failure that brought us here is on its way; the store is not used again after it.
        }
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit() {
        m_store.commit();
        m_open = false;
    }

private:
    sync::ServerStore& m_store;
    bool m_open = true;
};

bool textsValid(const std::string& text) { return utf8::isValid(text); }
template <class Tag>
bool textsValid(const Code<Tag>& code) {
    return utf8::isValid(code.value);
}
template <class T>
bool textsValid(const T& value);
template <class T>
bool textsValid(const std::optional<T>& value) {
    return !value || textsValid(*value);
}
template <class T>
bool textsValid(const std::vector<T>& values) {
    bool valid = true;
    for (const T& each : values) {
        valid = valid && textsValid(each);
    }
    return valid;
}
/// No desk could read a broken text, and what is in the log stays there.
template <class T>
bool textsValid(const T& value) {
    bool valid = true;
    if constexpr (Record<T>) {
        forEachField<T>([&](const auto& f) { valid = valid && textsValid(value.*f.member); });
    }
    return valid;
}

using Check = Status (*)(std::string_view);
template <class T>
Status readable(std::string_view bytes) {
    const auto value = wire::decode<T>(bytes);
    return value ? done() : Status(value.error());
}
constexpr std::array<std::pair<std::string_view, Check>, 6> kKinds{{{"article", &readable<domain::Article>},
                                                                    {"unit", &readable<domain::Unit>},
                                                                    {"category", &readable<domain::Category>},
                                                                    {"region", &readable<domain::Region>},
                                                                    {"holiday", &readable<domain::Holiday>},
                                                                    {"service", &readable<domain::ServiceItem>}}};

Check checkOf(std::string_view kind) {
    for (const auto& [name, check] : kKinds) {
        if (name == kind) {
            return check;
        }
    }
    return nullptr;
}

void count(ImportCounts& counts, std::size_t index, const Result<sync::Imported>& outcome) {
    if (!outcome) {
        counts.refused.push_back({index, outcome.error()});
    } else if (*outcome == sync::Imported::added) {
        ++counts.added;
    } else {
        ++(*outcome == sync::Imported::changed ? counts.changed : counts.unchanged);
    }
}

}  // namespace

Result<ImportCounts> Operations::importTickets(const std::vector<domain::Ticket>& tickets) {
    ImportCounts counts;
    const Instant now = m_clock.now();
    const UserCode by{"system"};
    Transaction transaction(m_store);
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        domain::Ticket ticket = tickets[i];
        if (ticket.id.isNull() && (ticket.source.empty() || ticket.sourceId.empty())) {
            count(counts, i, Error("import.noId"));
        } else if (!textsValid(ticket)) {
            count(counts, i, Error("wire.malformed"));
        } else {
            ticket.id.uuid =
                ticket.id.isNull() ? Uuid::fromName(ticket.source + ":" + ticket.sourceId) : ticket.id.uuid;
            count(counts, i, m_store.importTicket(std::move(ticket), by, now));
        }
    }
    transaction.commit();
    return counts;
}

Result<ImportCounts> Operations::importRecords(std::string_view kind,
                                               const std::vector<std::pair<std::string, std::string>>& keyAndBytes) {
    const Check check = checkOf(kind);
    if (check == nullptr) {
        return Error("record.kind", {{"kind", std::string(kind)}});
    }
    ImportCounts counts;
    Transaction transaction(m_store);
    for (std::size_t i = 0; i < keyAndBytes.size(); ++i) {
        const auto& [key, bytes] = keyAndBytes[i];
        const Status fit = key.empty() || !utf8::isValid(key) ? Status(Error("import.noId")) : check(bytes);
        if (!fit) {
            count(counts, i, fit.error());
            continue;
        }
        const std::optional<std::string> before = m_store.record(kind, key);
        const bool known = before.has_value();
        const bool same =
            (known && kind == "article" ? putArticle(*before, bytes) : m_store.appendRecord(kind, key, bytes)) == 0;
        count(counts, i, same ? sync::Imported::unchanged : known ? sync::Imported::changed : sync::Imported::added);
    }
    transaction.commit();
    return counts;
}

/// `bytes` have been checked. Another text is the next version, and the one before stays readable.
std::uint64_t Operations::putArticle(const std::string& before, const std::string& bytes) {
    const auto known = wire::decode<domain::Article>(before);
    const auto incoming = wire::decode<domain::Article>(bytes);
    if (!known) {
        return m_store.appendRecord("article", incoming->key, bytes);
    }
    const domain::Article next = domain::importedOver(*known, *incoming, m_clock.now());
    if (next == *known) {
        return 0;
    }
    m_store.appendRecord(domain::kArticleVersionKind, domain::versionKey(known->key, known->version), before);
    moveLife(known->key, next.unit);
    return m_store.appendRecord("article", known->key, wire::encode(next));
}

/// Its draft, if there is one, goes along to the unit that has the article now.
void Operations::moveLife(const std::string& article, const UnitCode& unit) {
    const auto body = m_store.record(domain::kArticleLifeKind, article);
    auto life = wire::decode<domain::ArticleLife>(body.value_or(std::string()));
    if (body && life && life->unit != unit) {
        life->unit = unit;
        m_store.appendRecord(domain::kArticleLifeKind, article, wire::encode(*life));
    }
}

Result<sync::AdminCall> Operations::prepare(std::string_view operation, std::string_view jsonArguments) {
    if (!Procedures::knows(operation) && !sync::RosterBook::knows(operation) && !Messages::knows(operation)) {
        return sync::Accounts::prepare(operation, jsonArguments);
    }
    sync::AdminCall call;
    call.operation = operation;
    call.arguments = jsonArguments;
    return call;
}

Result<std::string> Operations::call(const sync::AdminCall& call, sync::AdminEffects& effects) {
    Transaction transaction(m_store);
    const auto run = [&]() -> Result<std::string> {
        if (Procedures::knows(call.operation)) {
            return Procedures(m_store, m_clock).run(call.operation, call.arguments, call.by);
        }
        if (sync::RosterBook::knows(call.operation)) {
            return sync::RosterBook(m_store, m_clock).run(call.operation, call.arguments, call.by);
        }
        if (Messages::knows(call.operation)) {
            return Messages(m_store, m_clock).run(call.operation, call.arguments, call.by);
        }
        return sync::Accounts(m_store).run(call, effects);
    };
    const auto outcome = run();
    if (outcome) {
        transaction.commit();
    }
    return outcome;
}

std::string Operations::status() {
    const nlohmann::json status{{"head", m_store.head()},
                                {"tickets", m_store.ticketCount()},
                                {"accounts", m_store.accounts().size()},
                                {"devices", m_store.devices().size()}};
    return status.dump();
}

}  // namespace zhida::centre
