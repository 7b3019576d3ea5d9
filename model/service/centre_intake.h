// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/feed.h"
#include "model/service/ledger_file.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zhida::service {

/// Takes in what the centre sends: the feed, fills, answers, histories. Each call is one transaction; see DeskLedger.
class CentreIntake {
public:
    /// `file` outlives it.
    explicit CentreIntake(LedgerFile& file) : m_file(file) {}

    void applyFeed(const std::vector<FeedItem>& items, const FeedCursor& cursor,
                   const std::vector<CentreAnswer>& answers);
    void askAgain();
    void beginFill(const FillProgress& fill, bool sameHistory);
    void applyFillPage(const std::vector<FeedItem>& items, const FillProgress& next);
    void finishFill(const FeedCursor& cursor);
    void applyAnswers(const std::vector<CentreAnswer>& answers);
    void saveHistory(const TicketId& ticket, const std::vector<std::string>& events);
    [[nodiscard]] std::vector<TicketId> refetchList(std::size_t limit) const { return m_feed.refetchList(limit); }

private:
    void applyAnswer(const CentreAnswer& answer);
    void noteAnswered(const storage::Settled& about);
    [[nodiscard]] bool broughtByFill(const TicketId& ticket, std::uint64_t seq);
    void settle(std::uint64_t seq);
    void followUser();
    void distrustHistory();
    void startGeneration();
    void dropUnfilled();

    LedgerFile& m_file;
    Feed m_feed{m_file.db(), m_file.shown, m_file.records, m_file.reference, m_file.clock};
};

}  // namespace zhida::service
