// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/domain/message.h"
#include "sync/server/server_store.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::centre {

/// The port that a city's gateway takes messages from, and what became of them. Only for zhida-admin at the centre: no desk is
/// given the numbers of callers this way. Operations, JSON in and out:
///   messages.waiting {limit?,after?} [{id,number,phone,text,at}]: the work list, signed, in order of id. A message that can reach nobody
///     any more, or whose article is not in force or another one now, is settled as failed on the way; what a rule sends to a caller waits out the quiet hours of the callback policy.
///   messages.settle {id,state,outcome} "sent" with the gateway's receipt, or "failed" with its reason
///   messages.retry {id} a failed one waits again
///   messages.list {state?,limit?} the newest first, without numbers of people
/// Errors: message.unknown{message} message.settled{state} user.mayNot{role,command} field.*
class Messages {
public:
    Messages(sync::ServerStore& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    static bool knows(std::string_view operation) { return operation.starts_with("messages."); }
    /// Between begin() and commit() of the store; after an error nothing has been written. `by`: of a desk; empty at the centre.
    Result<std::string> run(std::string_view operation, std::string_view jsonArguments, const UserCode& by);

private:
    struct Arguments;
    Result<nlohmann::json> waiting(const Arguments& arguments);
    Result<nlohmann::json> settle(const Arguments& arguments);
    Result<nlohmann::json> retry(const Arguments& arguments);
    Result<nlohmann::json> list(const Arguments& arguments);

    [[nodiscard]] std::optional<domain::Message> message(const std::string& key);
    void put(domain::Message message, domain::MessageState state, std::string outcome);
    [[nodiscard]] Status inForce(const domain::Message& message, Day today);
    [[nodiscard]] std::vector<domain::Unit> units();

    sync::ServerStore& m_store;
    const Clock& m_clock;
};

}  // namespace zhida::centre
