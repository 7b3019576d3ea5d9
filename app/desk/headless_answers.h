// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/time.h"
#include "model/domain/article_life.h"
#include "model/domain/rules.h"
#include "model/domain/surge.h"
#include "model/service/views.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

/// The shapes that the headless desk answers with: a contract that tests of others rely on. Times are ISO 8601 in the centre's
/// offset; a time that nobody knows is null. Marks count characters, not bytes.
namespace zhida::desk {

using Json = nlohmann::json;

Json rowJson(const service::QueueRow& row, UtcOffset offset);
Json rowsJson(const std::vector<service::QueueRow>& rows, UtcOffset offset);
Json pageJson(const service::QueuePage& page, UtcOffset offset);
/// The row of the responsibility list that fits a matter, as a proposal with its basis; null when none does.
Json responsibilityJson(const domain::Responsibility* row);
Json ticketJson(const service::TicketView& view, UtcOffset offset);
Json alertsJson(const std::vector<domain::Surge>& surges, UtcOffset offset);
Json historyJson(const std::vector<domain::Event>& events, bool complete, UtcOffset offset);
/// With "id": the source's id of an imported article, else its key.
Json articleJson(const domain::Article& article, UtcOffset offset);
Json lintJson(const domain::Article& article);
Json similarJson(const service::SameMatterHints& hints, UtcOffset offset);
Json suggestionsJson(const service::TicketSuggestions& suggestions, Day today, UtcOffset offset);
/// {"mark":"verified|due|expired|withdrawn|unverified","by","at","reviewOn","validTo"}
Json trustJson(const domain::Article& article, domain::Trust trust, UtcOffset offset);
Json hitsJson(const service::ArticleResults& results, Day today, UtcOffset offset);
Json countsJson(const service::QueueCounts& counts);
Json outboxJson(const std::vector<service::OutboxItem>& items, UtcOffset offset);
Json draftsJson(const std::vector<service::Draft>& drafts, UtcOffset offset);
Json statusJson(const service::SyncStatus& status, UtcOffset offset);
Json changeJson(const service::ChangeSet& change);
Json noticeJson(const domain::Notice& notice);

/// Byte ranges of `text` as character ranges [[from,to],…].
Json marksJson(std::string_view text, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& marks);

}  // namespace zhida::desk
