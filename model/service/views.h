// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/article_life.h"
#include "model/domain/event.h"
#include "model/domain/notice.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What screens and the headless desk read: plain values, immutable once handed over.
namespace zhida::service {

enum class QueueView : std::uint8_t { all, unit, mine };

/// Order of a queue. Both are backed by an index; there is no other.
enum class QueueOrder : std::uint8_t {
    newest,  ///< createdAt falling: the contract of ticket.list
    due,     ///< due time rising, tickets without one last: the default of the window's open queues
};

struct QueueFilter {
    QueueView view = QueueView::all;
    QueueOrder order = QueueOrder::newest;
    bool openOnly = false;
    std::optional<domain::TicketState> state;
    std::optional<domain::AppealType> appealType;

    bool operator==(const QueueFilter&) const = default;
};

struct QueueRow {
    TicketId ticket;
    std::string number;
    std::string title;
    domain::TicketState state = domain::TicketState::registered;
    domain::AppealType appealType = domain::AppealType::consult;
    domain::Urgency urgency = domain::Urgency::normal;
    bool secret = false;
    UnitCode unit;  ///< responsible: lead, or proposed while nobody has it
    RegionCode region;
    UserCode claimedBy;  ///< of a claim that may have run out: compare claimedUntil with now
    Instant claimedUntil;
    std::optional<Instant> due;
    Instant createdAt;
    std::uint32_t redoCount = 0;
    bool pending = false;  ///< shows commands of ours that the server has not answered yet

    bool operator==(const QueueRow&) const = default;
};

struct QueuePage {
    std::vector<QueueRow> rows;
    std::optional<std::string> next;  ///< opaque keyset position; none at the end
};

/// Kept by the store, never counted at reading.
struct QueueCounts {
    std::int64_t allOpen = 0, allTotal = 0;
    std::int64_t unitOpen = 0, unitTotal = 0;
    std::int64_t mineOpen = 0, mineTotal = 0;
    std::map<domain::TicketState, std::int64_t> byState;  ///< of all that the desk holds
    bool operator==(const QueueCounts&) const = default;
};

struct TicketView {
    domain::Ticket ticket;  ///< with our waiting commands applied
    bool pending = false;
    bool historyComplete = false;  ///< false: only what this desk saw itself; the rest is fetched on opening
};

/// What the server refused, with the words that were typed: stays until the agent has dealt with it.
struct OutboxItem {
    CommandId command;
    TicketId ticket;
    std::string number;      ///< of the ticket, when known
    std::string name;        ///< "ticket.dispatch"
    std::string words;       ///< the texts of the command, for the eye
    std::string recordKind;  ///< of a command about a record; empty: about a ticket
    std::string recordKey;
    std::string fields;  ///< of a command about a record: all of it as JSON, to be submitted again
    enum class State : std::uint8_t { waiting, sent, refused } state = State::waiting;
    Error refusal;
    Instant createdAt;
    std::optional<Instant> restsUntil = {};  ///< it leaves then, and can be taken back without a trace until then
};

/// A record as this desk shows it.
struct RecordView {
    std::string key;
    std::string body;      ///< wire bytes of its kind
    bool pending = false;  ///< shows what the centre has not confirmed
};

struct Draft {
    std::string key;     ///< "register", "reply:<ticket>", … : one draft per key and user
    std::string form;    ///< kind of form and its version: "ticket.reply/1"
    std::string fields;  ///< JSON object of the fields, as typed
    Instant savedAt;
    bool operator==(const Draft&) const = default;
};

/// [begin, end) byte ranges of marked words.
using Marks = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

struct ArticleHit {
    domain::Article article;
    bool live = true;  ///< valid today
    domain::Trust trust = domain::Trust::unverified;
    double score = 0;
    std::vector<std::string> why;
    Marks titleMarks;
    Marks answerMarks;
};

struct ArticleResults {
    std::vector<ArticleHit> hits;
    double ms = 0;  ///< CPU and wall are close here: one thread, warm cache
    std::string
        regionNote;  ///< code of a fallback line ("city", "province"), empty when the caller's own region answered
};

/// A new call as far as it has been typed.
struct TypedTicket {
    std::string title;
    std::string content;
    std::string phone;
    std::string address;
    RegionCode region;
};

struct SimilarTicket {
    QueueRow row;
    int percent = 0;                 ///< of what the words typed are worth, that it has
    std::vector<std::string> words;  ///< that both have, the weightiest first
};

/// What may be the same matter. It hints: registering is never refused or delayed for it.
struct SameMatterHints {
    std::vector<SimilarTicket> similar;  ///< near-duplicates, the most alike first
    int calls = 0;                       ///< of this number within the policy's hours, with this one
    bool repeatCaller = false;
    std::string building;  ///< as typed; empty: none is named
    int households = 0;    ///< of the building within the policy's hours, with this one
    bool groupAppeal = false;
    std::vector<QueueRow> ofBuilding;  ///< their tickets, the newest first
    double ms = 0;
};

/// A value proposed for a field, with its reasons.
struct Suggestion {
    std::string code;
    double share = 0;                  ///< 0…1 of what speaks for any value
    std::vector<std::string> words;    ///< why: words that the text shares with what speaks for it
    std::vector<std::string> sources;  ///< numbers of tickets, keys of articles that speak for it
    bool corrected = false;            ///< somebody has said "this one" for a text like this
};

struct SolvedTicket {
    SimilarTicket similar;
    CategoryCode category;
    UnitCode unit;
    std::string answer;
};

struct TicketSuggestions {
    ArticleResults articles;
    std::vector<Suggestion> categories;
    std::vector<Suggestion> units;
    std::vector<SolvedTicket> solved;
    double ms = 0;
};

/// What a person says of a suggestion; it counts from the next one on.
struct Correction {
    std::string kind;   ///< "category" "unit" "article"
    std::string value;  ///< what was suggested, or what should have been
    bool wanted = true;
    std::string text;  ///< title and content it was said for
};

/// Tickets per day, for the workload chart.
struct WorkloadDay {
    Day day;
    std::int64_t registered = 0;
    std::int64_t closed = 0;
    std::int64_t directAnswered = 0;
};

struct SyncStatus {
    enum class Line : std::uint8_t { offline, connecting, filling, live } line = Line::offline;
    std::optional<Instant> asOf;  ///< the newest moment at which this desk knew everything the server had
    std::optional<Instant> offlineSince;
    std::uint64_t head = 0;    ///< of the server, as last heard
    std::uint64_t cursor = 0;  ///< applied here
    std::int64_t waiting = 0;  ///< commands without an answer
    std::int64_t refused = 0;  ///< in the tray
    double fillProgress = 1;   ///< 0…1 while filling
    Error trouble;             ///< why the line is down; code empty when nothing is known
    bool operator==(const SyncStatus&) const = default;
};

/// What has changed since the last notice. Empty lists with `everything` set: read anew.
struct ChangeSet {
    std::vector<TicketId> tickets;
    std::vector<TicketId> left;  ///< gone from our scope
    bool articles = false;
    bool reference = false;  ///< units, users, categories, rules …
    bool outbox = false;
    bool everything = false;
    std::vector<domain::Notice> notices;  ///< what the user is told, the newest last
};

}  // namespace zhida::service
