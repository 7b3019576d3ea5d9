// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_fill.h"
#include "sync/server/engine_state.h"

#include <algorithm>
#include <set>
#include <vector>

namespace zhida::sync {
namespace {

constexpr std::int64_t kDrainMs = 200;

}  // namespace

// ---- what is new ---------------------------------------------------------------------------------------------------

/// Reference data that decisions rest on is read anew; a user whose rights have changed signs in anew.
void ServerEngine::State::noticeRecords() {
    std::vector<UserCode> users;
    bool rights = false;
    while (noticed < context.ports.store.head()) {
        const std::vector<LogEntry>& entries = fanOut.entriesAfter(noticed);
        if (entries.empty()) {
            break;
        }
        for (const LogEntry& entry : entries) {
            noticed = entry.seq;
            if (entry.isRecord) {
                reference.changed(entry.kind);
                rights = rights || entry.kind == "roster" || entry.kind == "rules";
                if (entry.kind == "user") {
                    users.push_back(UserCode{entry.key});
                }
            }
        }
    }
    for (const UserCode& user : users) {
        reviewUser(user);
    }
    if (rights) {
        reviewEverybody();
    }
}

void ServerEngine::State::noticeDay() {
    const Day now = reference.day(context.ports.clock.now());
    if (today && *today != now) {
        reviewEverybody();
    }
    today = now;
}

void ServerEngine::State::reviewEverybody() {
    std::set<UserCode> users;
    for (const auto& [connection, session] : context.sessions) {
        if (session.ready()) {
            users.insert(session.profile.user);
        }
    }
    for (const UserCode& user : users) {
        reviewUser(user);
    }
}

void ServerEngine::State::reviewUser(const UserCode& user) {
    const std::optional<Account> account = context.ports.store.account(user);
    const bool gone = !account || account->disabled || account->profile.disabled;
    for (auto& [connection, session] : context.sessions) {
        if (!session.ready() || session.profile.user != user) {
            continue;
        }
        if (gone) {
            end(session, Error("auth.disabled"));
        } else if (account->profile != session.profile ||
                   reference.sightOf(account->profile, context.ports.clock.now()) != session.sight) {
            context.bye(session, Error("profile.changed"), 0, kSoonMs);
        }
    }
}

void ServerEngine::State::end(DeskSession& session, const Error& why) {
    queue.drop(session.connection);
    context.bye(session, why, kSoonMs, kLaterMs);
}

void ServerEngine::State::pumpAll() {
    for (auto& [connection, session] : context.sessions) {
        pump(session, false);
    }
}

void ServerEngine::State::pump(DeskSession& session, bool all) {
    while (session.ready() && session.protocol.windowOpen() &&
           context.ports.outlet.queuedBytes(session.connection) < context.tuning.mostQueued) {
        if (session.fill) {
            sendFillPage(session);
        } else if (!sendFeed(session, all)) {
            return;
        }
    }
}

bool ServerEngine::State::sendFeed(DeskSession& session, bool all) {
    const std::uint64_t head = context.ports.store.head();
    if (session.sentUpTo >= head) {
        return false;
    }
    const FanOut::Batch& batch = fanOut.after(session.sentUpTo, session.sight);
    if (batch.upto == session.sentUpTo) {
        return false;
    }
    if (batch.empty && batch.upto == head && !all) {
        const Instant now = context.ports.steady.now();
        session.quietSince = session.quietSince.value_or(now);
        if (now < session.quietSince->plus(context.tuning.emptyFeedMs)) {
            return false;
        }
    }
    session.quietSince.reset();
    session.sentUpTo = batch.upto;
    session.protocol.sendWindowed(batch.packed);
    return true;
}

void ServerEngine::State::sendFillPage(DeskSession& session) {
    pb::Frame frame;
    *frame.mutable_fill_page() = nextFillPage(context, session);
    const bool over = frame.fill_page().done();
    const Result<Packed> packed = pack(frame);
    if (!packed) {
        end(session, packed.error());
        return;
    }
    session.protocol.sendWindowed(*packed);
    if (over) {
        session.fill.reset();
    }
}

void ServerEngine::State::beat(DeskSession& session, std::uint64_t reply) {
    pb::Frame frame;
    frame.mutable_heartbeat()->set_head(context.ports.store.head());
    frame.mutable_heartbeat()->set_server_time(context.ports.clock.now().ms);
    frame.mutable_heartbeat()->set_reply(reply);
    (void)session.protocol.send(frame);
}

// ---- time ----------------------------------------------------------------------------------------------------------

void ServerEngine::State::findDueArticles() {
    for (RecordDue& each : articles.step(reference.day(context.ports.clock.now()))) {
        queue.fellDue(std::move(each));
    }
}

void ServerEngine::State::tickSession(DeskSession& session) {
    switch (session.protocol.tick()) {
        case ServerSession::Due::nothing:
            break;
        case ServerSession::Due::beat:
            pump(session, true);
            beat(session, 0);
            break;
        case ServerSession::Due::dead:
            context.bye(session, Error("net.silent"), 0, kSoonMs);
            break;
        case ServerSession::Due::helloLate:
            context.bye(session, Error("net.timeout"), kSoonMs, kLaterMs);
            break;
        case ServerSession::Due::creditLate:
            context.bye(session, Error("session.stalled"), kSoonMs, kLaterMs);
            break;
    }
    pump(session, false);
}

Instant ServerEngine::State::wanted(const DeskSession& session) const {
    Instant at = session.protocol.nextTick();
    if (session.quietSince) {
        at = std::min(at, session.quietSince->plus(context.tuning.emptyFeedMs));
    }
    const bool held = session.ready() && session.protocol.windowOpen() && !session.quietSince &&
                      (session.fill || session.sentUpTo < context.ports.store.head());
    return held ? std::min(at, context.ports.steady.now().plus(kDrainMs)) : at;
}

}  // namespace zhida::sync
