// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/learned_suggestion.h"
#include "model/domain/rules_policies.h"
#include "model/search/ticket_index.h"
#include "model/service/views.h"
#include "model/storage/ticket_lookup.h"
#include "model/storage/ticket_queue.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::service {

[[nodiscard]] QueueRow queueRow(storage::TicketRow from);

/// What a call that is being typed may be: the same matter as another ticket, and what its fields may be, out of what was done
/// with tickets like it. Everything names its reasons. Secret tickets are never named. On the thread of its connection.
class TicketHints {
public:
    /// Articles of a suggestion.
    static constexpr std::size_t kArticles = 5;

    TicketHints(sqlite::Database& database, const search::TicketIndex& index);

    [[nodiscard]] SameMatterHints sameMatter(const TypedTicket& typed, const domain::SameMatterPolicy& policy,
                                             Instant now) const;
    /// What people have said of suggestions, and who asks: his own word goes before that of others.
    struct Learned {
        const std::vector<domain::LearnedSuggestion>& said;
        UserCode user;
    };
    /// `articles`: what the knowledge base has for this text.
    [[nodiscard]] TicketSuggestions suggest(const TypedTicket& typed, ArticleResults articles,
                                            const Learned& learned) const;
    /// What is compared.
    [[nodiscard]] static std::string textOf(const TypedTicket& typed);

private:
    /// What speaks for a value.
    struct Votes {
        double weight = 0;
        bool corrected = false;
        std::vector<std::string> words;
        std::vector<std::string> sources;
    };
    using Ballot = std::map<std::string, Votes>;
    struct Ballots {
        Ballot categories;
        Ballot units;
        Ballot articles;
        [[nodiscard]] Ballot& of(domain::SuggestionKind kind);
    };

    void addSimilar(const std::string& text, const domain::SameMatterPolicy& policy, Instant now,
                    SameMatterHints& hints) const;
    void addCalls(const std::string& phone, const domain::SameMatterPolicy& policy, Instant now,
                  SameMatterHints& hints) const;
    void addBuilding(const TypedTicket& typed, const domain::SameMatterPolicy& policy, Instant now,
                     SameMatterHints& hints) const;
    void voteOfTickets(const std::string& text, Ballots& ballots, TicketSuggestions& out) const;
    static void voteOfArticles(const ArticleResults& articles, Ballots& ballots);
    void correct(const std::string& text, const Learned& learned, Ballots& ballots) const;
    /// Of all that anything speaks for.
    [[nodiscard]] static double weightOf(const Ballot& ballot);
    static std::vector<Suggestion> ranked(Ballot&& ballot);
    [[nodiscard]] std::optional<domain::Ticket> ticket(std::int64_t row) const;

    sqlite::Database& m_database;
    const search::TicketIndex& m_index;
    storage::TicketQueue m_queue;
    storage::TicketLookup m_lookup;
};

}  // namespace zhida::service
