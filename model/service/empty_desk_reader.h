// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

namespace zhida::service {

/// Answers when the file cannot: nothing is found. So that whoever asked gets an answer and does not wait for ever; why it is
/// empty is told as the desk's trouble. Thread-safe.
class EmptyDeskReader final : public DeskReader {
public:
    [[nodiscard]] QueuePage list(const QueueFilter& /*filter*/, std::size_t /*limit*/,
                                 const std::optional<std::string>& /*after*/) override {
        return {};
    }
    [[nodiscard]] std::optional<QueueRow> row(const TicketId& /*ticket*/) override { return {}; }
    [[nodiscard]] QueueCounts counts() override { return {}; }
    [[nodiscard]] std::optional<TicketView> ticket(std::string_view /*idOrNumber*/) override { return {}; }
    [[nodiscard]] std::vector<domain::Event> history(const TicketId& /*ticket*/) override { return {}; }
    [[nodiscard]] std::vector<QueueRow> lookUp(std::string_view /*phoneOrNumber*/, std::size_t /*limit*/) override {
        return {};
    }
    [[nodiscard]] std::vector<QueueRow> searchTickets(std::string_view /*text*/, std::size_t /*limit*/) override {
        return {};
    }
    [[nodiscard]] ArticleResults searchArticles(std::string_view /*text*/, const RegionCode& /*callerRegion*/,
                                                std::size_t /*limit*/, const std::stop_token& /*stop*/) override {
        return {};
    }
    [[nodiscard]] std::optional<domain::Article> article(std::string_view /*keyOrSourceId*/) override { return {}; }
    [[nodiscard]] SameMatterHints sameMatter(const TypedTicket& /*typed*/) override { return {}; }
    [[nodiscard]] TicketSuggestions suggest(const TypedTicket& /*typed*/) override { return {}; }
    [[nodiscard]] std::vector<RecordView> records(std::string_view /*kind*/, std::string_view /*keyPrefix*/) override {
        return {};
    }
    [[nodiscard]] std::vector<domain::Ticket> answersOn(std::string_view /*articleOrNumber*/,
                                                        Instant /*since*/) override {
        return {};
    }
    [[nodiscard]] std::vector<OutboxItem> outbox() override { return {}; }
    [[nodiscard]] std::vector<Draft> drafts() override { return {}; }
    [[nodiscard]] std::vector<domain::Unit> units() override { return {}; }
    [[nodiscard]] std::vector<domain::UserProfile> users() override { return {}; }
    [[nodiscard]] std::vector<domain::Category> categories() override { return {}; }
    [[nodiscard]] std::vector<domain::Region> regions() override { return {}; }
    [[nodiscard]] std::vector<domain::RosterEntry> roster() override { return {}; }
    [[nodiscard]] domain::Rules rules() override { return {}; }
    [[nodiscard]] std::string procedure() override { return {}; }
    [[nodiscard]] std::vector<domain::Ticket> heldBy(const UserCode& /*user*/, Instant /*now*/) override { return {}; }
    [[nodiscard]] std::vector<WorkloadDay> workload(Day /*from*/, Day /*to*/) override { return {}; }
};

}  // namespace zhida::service
