// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/decide_article.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Commands on records against records as bytes: the same for a desk's file and a centre's.
namespace zhida::wire {

struct RecordChange {
    std::string kind;
    std::string key;
    std::string body;
};

/// Where the records are; what is not there has no value.
struct RecordSource {
    std::function<std::optional<std::string>(std::string_view kind, std::string_view key)> record;
    std::function<std::optional<domain::Ticket>(const TicketId& ticket)> ticket;
};

/// What a command on a record changes, or why it may not. Errors: those of the decisions in decide_article.h, record.subject{kind};
/// wire.malformed for a stored record that cannot be read: nothing is written over it.
Result<std::vector<RecordChange>> judgeRecord(const domain::RecordCommand& command, const RecordSource& source,
                                              const domain::Context& context);

/// What stands in the records of a message: itself, and while it waits its place in the gateway's work list.
std::vector<RecordChange> changesOf(const domain::Message& message);

/// The command that changed the record last, as a person who looks at it now sees it.
CommandId lastOf(std::string_view kind, std::string_view key, const RecordSource& source);

}  // namespace zhida::wire
