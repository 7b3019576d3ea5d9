// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service/ticket_hints.h"

#include "model/domain/building.h"
#include "model/domain/same_matter.h"
#include "model/service/article_search.h"
#include "model/wire/codec.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

namespace zhida::service {
namespace {

constexpr std::size_t kCandidates = 60;
constexpr std::size_t kShown = 5;
constexpr std::size_t kMostVoters = 20;
constexpr double kLeastShare = 0.15;
/// A likeness below it has a vote for the fields, but shown to a person it is noise.
constexpr double kShownShare = 0.3;
/// An article's own unit and category beside those of a ticket that is wholly alike.
constexpr double kArticleVote = 0.5;
/// A correction for a text like this outweighs everything that speaks for the other values.
constexpr double kCorrection = 2.0;
/// What somebody else has said, and what all others together can say, beside one's own word.
constexpr double kOthers = 0.5;
constexpr double kMostOthers = 0.75;
constexpr double kAlike = 0.4;
/// Of the building's time so many tickets are looked at.
constexpr std::size_t kMostRecent = 2000;
constexpr std::size_t kMostCalls = 500;

class Stopwatch {
public:
    [[nodiscard]] double ms() const {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

std::string answerOf(const domain::Ticket& ticket) {
    if (ticket.directAnswer) {
        return ticket.directAnswer->text;
    }
    const domain::Assignment* const lead = ticket.lead();
    return lead != nullptr && lead->reply ? lead->reply->publicText : std::string();
}

UnitCode solverOf(const domain::Ticket& ticket) {
    const domain::Assignment* const lead = ticket.lead();
    return lead != nullptr ? lead->unit : UnitCode();
}

int percentOf(double share) { return static_cast<int>(std::lround(100 * share)); }

void addUnique(std::vector<std::string>& to, const std::vector<std::string>& more) {
    for (const std::string& each : more) {
        if (to.size() < kShown && std::find(to.begin(), to.end(), each) == to.end()) {
            to.push_back(each);
        }
    }
}

/// "text:健康证" -> 健康证.
std::vector<std::string> wordsOf(const std::vector<std::string>& why) {
    std::vector<std::string> words;
    for (const std::string& each : why) {
        words.push_back(each.substr(each.find(':') + 1));
    }
    return words;
}

}  // namespace

TicketHints::TicketHints(sqlite::Database& database, const search::TicketIndex& index)
    : m_database(database), m_index(index), m_queue(database), m_lookup(database) {}

std::string TicketHints::textOf(const TypedTicket& typed) { return typed.title + "\n" + typed.content; }

std::optional<domain::Ticket> TicketHints::ticket(std::int64_t row) const {
    sqlite::Statement& read = m_database.cached("SELECT bytes FROM ticket WHERE row=?1");
    std::optional<domain::Ticket> found;
    if (read.bindAll(row).step()) {
        if (auto decoded = wire::decode<domain::Ticket>(read.blob(0))) {
            found = std::move(*decoded);
        }
    }
    read.reset();
    return found;
}

SameMatterHints TicketHints::sameMatter(const TypedTicket& typed, const domain::SameMatterPolicy& policy,
                                        Instant now) const {
    const Stopwatch watch;
    SameMatterHints hints;
    addSimilar(textOf(typed), policy, now, hints);
    addCalls(typed.phone, policy, now, hints);
    addBuilding(typed, policy, now, hints);
    hints.ms = watch.ms();
    return hints;
}

void TicketHints::addSimilar(const std::string& text, const domain::SameMatterPolicy& policy, Instant now,
                             SameMatterHints& hints) const {
    const std::int64_t since = now.ms - policy.similarDays * 24 * kHourMs;
    for (search::TicketIndex::Similar& each : m_index.similar(text, shippedDictionary(), kCandidates)) {
        if (percentOf(each.share) < policy.similarPercent || hints.similar.size() >= kShown) {
            break;
        }
        std::optional<storage::TicketRow> row = m_queue.row(each.rowid);
        if (row && !row->secret && row->createdAt.ms >= since) {
            hints.similar.push_back({queueRow(std::move(*row)), percentOf(each.share), std::move(each.words)});
        }
    }
}

void TicketHints::addCalls(const std::string& phone, const domain::SameMatterPolicy& policy, Instant now,
                           SameMatterHints& hints) const {
    if (phone.empty()) {
        return;
    }
    const std::int64_t since = now.ms - policy.repeatHours * kHourMs;
    std::vector<Instant> calls;
    for (const storage::TicketRow& row : m_lookup.find(phone, kMostCalls)) {
        if (row.createdAt.ms >= since && row.createdAt <= now) {
            calls.push_back(row.createdAt);
        }
    }
    hints.calls = static_cast<int>(calls.size()) + 1;
    hints.repeatCaller = domain::isRepeatCaller(policy, calls, now);
}

/// The building of the address, else the one that the caller names. A household without a number is its telephone.
void TicketHints::addBuilding(const TypedTicket& typed, const domain::SameMatterPolicy& policy, Instant now,
                              SameMatterHints& hints) const {
    const auto buildingOf = [](const std::string& address, const std::string& text) {
        const auto named = domain::buildingIn(address);
        return named ? named : domain::buildingIn(text);
    };
    const auto own = buildingOf(typed.address, textOf(typed));
    if (!own) {
        return;
    }
    hints.building = own->building;
    const auto householdOf = [](const domain::BuildingAddress& at, const std::string& phone) {
        return at.household.empty() ? "phone " + phone : at.household;
    };
    const std::int64_t since = now.ms - policy.groupHours * kHourMs;
    std::vector<domain::HouseholdAppeal> appeals{{householdOf(*own, typed.phone), now}};
    std::set<std::string> households{appeals.front().household};
    for (const std::int64_t row : m_lookup.naming(own->telling, Instant{since}, kMostRecent)) {
        const auto other = ticket(row);
        const auto at =
            other && !other->secret ? buildingOf(other->address, other->title + "\n" + other->content) : std::nullopt;
        if (at && domain::isSameBuilding(at->building, own->building)) {
            appeals.push_back({householdOf(*at, other->caller.phone), other->createdAt});
            households.insert(appeals.back().household);
            if (auto line = m_queue.row(row); line && hints.ofBuilding.size() < kShown) {
                hints.ofBuilding.push_back(queueRow(std::move(*line)));
            }
        }
    }
    hints.households = static_cast<int>(households.size());
    hints.groupAppeal = domain::groupAppealAt(policy, std::move(appeals)).has_value();
}

TicketSuggestions TicketHints::suggest(const TypedTicket& typed, ArticleResults articles,
                                       const Learned& learned) const {
    const Stopwatch watch;
    TicketSuggestions out;
    const std::string text = textOf(typed);
    Ballots ballots;
    voteOfTickets(text, ballots, out);
    voteOfArticles(articles, ballots);
    for (const ArticleHit& hit : articles.hits) {
        ballots.articles[hit.article.key].weight = hit.score;
    }
    correct(text, learned, ballots);
    const auto weight = [&ballots](const ArticleHit& hit) { return ballots.articles[hit.article.key].weight; };
    auto& hits = articles.hits;
    hits.erase(std::remove_if(hits.begin(), hits.end(), [&](const ArticleHit& hit) { return weight(hit) <= 0; }),
               hits.end());
    std::stable_sort(hits.begin(), hits.end(),
                     [&](const ArticleHit& a, const ArticleHit& b) { return weight(a) > weight(b); });
    out.categories = ranked(std::move(ballots.categories));
    out.units = ranked(std::move(ballots.units));
    out.ms = watch.ms() + articles.ms;
    out.articles = std::move(articles);
    return out;
}

void TicketHints::voteOfTickets(const std::string& text, Ballots& ballots, TicketSuggestions& out) const {
    std::size_t voters = 0;
    for (const search::TicketIndex::Similar& each : m_index.similar(text, shippedDictionary(), kCandidates)) {
        if (each.share < kLeastShare || voters >= kMostVoters) {
            break;
        }
        const auto solved = ticket(each.rowid);
        if (!solved || solved->secret || domain::isOpen(solved->state)) {
            continue;
        }
        ++voters;
        const auto vote = [&](Ballot& ballot, const std::string& value) {
            if (!value.empty()) {
                Votes& votes = ballot[value];
                votes.weight += each.share * each.share;
                addUnique(votes.words, each.words);
                addUnique(votes.sources, {solved->number});
            }
        };
        vote(ballots.categories, solved->category.value);
        vote(ballots.units, solverOf(*solved).value);
        std::optional<storage::TicketRow> row = m_queue.row(each.rowid);
        if (row && each.share >= kShownShare && out.solved.size() < kShown) {
            out.solved.push_back({{queueRow(std::move(*row)), percentOf(each.share), each.words},
                                  solved->category,
                                  solverOf(*solved),
                                  answerOf(*solved)});
        }
    }
}

void TicketHints::voteOfArticles(const ArticleResults& articles, Ballots& ballots) {
    double share = kArticleVote;
    for (const ArticleHit& hit : articles.hits) {
        const auto vote = [&](Ballot& ballot, const std::string& value) {
            if (!value.empty()) {
                Votes& votes = ballot[value];
                votes.weight += share * share;
                addUnique(votes.words, wordsOf(hit.why));
                addUnique(votes.sources, {hit.article.key});
            }
        };
        vote(ballots.categories, hit.article.category.value);
        vote(ballots.units, hit.article.unit.value);
        share /= 2;
    }
}

TicketHints::Ballot& TicketHints::Ballots::of(domain::SuggestionKind kind) {
    return kind == domain::SuggestionKind::category ? categories
           : kind == domain::SuggestionKind::unit   ? units
                                                    : articles;
}

void TicketHints::correct(const std::string& text, const Learned& learned, Ballots& ballots) const {
    struct Said {
        double own = 0;
        double others = 0;
        std::vector<std::string> words;
    };
    const auto words = m_index.wordsOf(text, shippedDictionary());
    std::map<std::pair<domain::SuggestionKind, std::string>, Said> said;
    for (const domain::LearnedSuggestion& each : learned.said) {
        const auto shared = words.sharedWith(each.said.words);
        if (shared.share >= kAlike) {
            Said& here = said[{each.said.kind, each.said.value}];
            (each.user == learned.user ? here.own : here.others) += (each.said.wanted ? 1 : -1) * shared.share;
            addUnique(here.words, shared.words);
        }
    }
    const std::map<domain::SuggestionKind, double> all{{domain::SuggestionKind::category, weightOf(ballots.categories)},
                                                       {domain::SuggestionKind::unit, weightOf(ballots.units)},
                                                       {domain::SuggestionKind::article, weightOf(ballots.articles)}};
    for (const auto& [about, each] : said) {
        Ballot& ballot = ballots.of(about.first);
        if (about.first == domain::SuggestionKind::article && ballot.count(about.second) == 0) {
            continue;
        }
        const double word = each.own != 0 ? std::clamp(each.own, -1.0, 1.0)
                                          : std::clamp(kOthers * each.others, -kMostOthers, kMostOthers);
        Votes& votes = ballot[about.second];
        votes.weight += kCorrection * word * (1 + all.at(about.first));
        votes.corrected = word > 0;
        addUnique(votes.words, each.words);
    }
}

double TicketHints::weightOf(const Ballot& ballot) {
    double all = 0;
    for (const auto& [value, votes] : ballot) {
        all += std::max(0.0, votes.weight);
    }
    return all;
}

std::vector<Suggestion> TicketHints::ranked(Ballot&& ballot) {
    const double all = weightOf(ballot);
    std::vector<Suggestion> suggestions;
    for (auto& [value, votes] : ballot) {
        if (votes.weight > 0) {
            suggestions.push_back(
                {value, votes.weight / all, std::move(votes.words), std::move(votes.sources), votes.corrected});
        }
    }
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.share > b.share; });
    suggestions.resize(std::min(suggestions.size(), kShown));
    return suggestions;
}

}  // namespace zhida::service
