// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/rng.h"
#include "model/domain/decide.h"
#include "model/service/desk.h"
#include "ui/support/qt_executor.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace zhida::test {

/// Everything of a desk in memory: the real rules (decide, evolve), no disk, no line. Queries run at once, replies are posted
/// to the event loop. GUI thread only.
class FakeDesk final : public service::Desk, public service::DeskReader, public service::SyncGateway {
public:
    explicit FakeDesk(const Clock& clock);

    /// The centre of resources/demo: units, accounts, articles, the first `tickets` tickets with their stories.
    void loadDemo(const std::string& resources, std::size_t tickets);
    void signInAs(const std::string& user);
    void disable(const std::string& user);

    /// As if the centre had sent it.
    TicketId registerTicket(const std::string& title, domain::AppealType type = domain::AppealType::consult,
                            const std::string& unit = {});
    Status act(const TicketId& ticket, const std::string& user, domain::TicketCommand body);
    void remove(const TicketId& ticket);
    void arriveHistory(const TicketId& ticket);
    /// The rests are over: everything leaves.
    void leave();
    /// As the person who is signed in; the whole life of an article can be played.
    Result<std::string> act(const std::string& key, domain::RecordAct act);
    void editRules(const std::function<void(domain::Rules&)>& edit) { edit(m_rules); }
    void announce(service::ChangeSet change);
    void setStatus(const service::SyncStatus& status);

    std::vector<service::OutboxItem> tray;
    std::map<std::string, service::Draft> draftsByKey;
    std::vector<domain::Command> submitted;
    std::vector<std::string> administered;
    std::map<std::string, std::string> administerAnswers;  ///< without one: net.offline
    std::map<std::string, Error> administerRefusals;       ///< go before the answers
    std::string procedureText;                             ///< loadDemo sets it, too
    bool draftsFail = false;
    std::vector<domain::RecordCommand> submittedActs;
    bool rests = false;  ///< dispatches and bulk rest in the tray, as with a real outbox
    std::vector<domain::RosterEntry> rosterEntries;
    std::set<TicketId> historyMissing;  ///< of these an undo must wait for arriveHistory()
    std::vector<TicketId> fetched;      ///< histories that were asked for
    Error nextRefusal;                  ///< answers the next submit, when its code is set
    std::vector<std::string> searches;
    std::vector<std::stop_token> stops;      ///< of the searches
    service::SameMatterHints hints;          ///< answers every sameMatter
    service::TicketSuggestions suggestions;  ///< answers every suggest
    std::vector<std::string> typedTexts;     ///< contents that were asked about
    std::vector<service::Correction> corrections;

    // Desk
    void read(std::function<void(service::DeskReader&)> query) override { query(*this); }
    void submit(service::Submission submission, std::function<void(Result<service::Submitted>)> reply) override;
    void submit(service::RecordSubmission submission,
                std::function<void(Result<service::RecordSubmitted>)> reply) override;
    void withdraw(CommandId command, std::function<void(Result<service::Submitted>)> reply) override;
    void submitBulk(service::BulkSubmission bulk, std::function<void(Result<service::BulkOutcome>)> reply) override;
    void undoBulk(Uuid batch, std::function<void(Result<service::BulkOutcome>)> reply) override;
    void saveDraft(service::Draft draft, std::function<void(Status)> reply) override;
    void discardDraft(std::string key, std::function<void(Status)> reply) override;
    void correct(service::Correction correction, std::function<void(Status)> reply) override {
        corrections.push_back(std::move(correction));
        m_executor.post([reply = std::move(reply)] { reply(done()); });
    }
    void dismissRefusal(CommandId command, std::function<void(Status)> reply) override;
    void onChange(std::function<void(const service::ChangeSet&)> listener) override {
        m_onChange = std::make_shared<ChangeListener>(std::move(listener));
    }
    void onSyncStatus(std::function<void(const service::SyncStatus&)> listener) override {
        m_onStatus = std::make_shared<StatusListener>(std::move(listener));
    }
    [[nodiscard]] service::SyncGateway& sync() override { return *this; }
    [[nodiscard]] const domain::UserProfile& user() const override { return m_user; }
    [[nodiscard]] UtcOffset offset() const override { return {}; }
    [[nodiscard]] Executor& replies() override { return m_executor; }

    // DeskReader
    [[nodiscard]] service::QueuePage list(const service::QueueFilter& filter, std::size_t limit,
                                          const std::optional<std::string>& after) override;
    [[nodiscard]] std::optional<service::QueueRow> row(const TicketId& ticket) override;
    [[nodiscard]] service::QueueCounts counts() override;
    [[nodiscard]] std::optional<service::TicketView> ticket(std::string_view idOrNumber) override;
    [[nodiscard]] std::vector<domain::Event> history(const TicketId& ticket) override;
    [[nodiscard]] std::vector<service::QueueRow> lookUp(std::string_view phoneOrNumber, std::size_t limit) override;
    [[nodiscard]] std::vector<service::QueueRow> searchTickets(std::string_view text, std::size_t limit) override;
    [[nodiscard]] service::ArticleResults searchArticles(std::string_view text, const RegionCode& callerRegion,
                                                         std::size_t limit, const std::stop_token& stop) override;
    [[nodiscard]] std::optional<domain::Article> article(std::string_view keyOrSourceId) override;
    [[nodiscard]] service::SameMatterHints sameMatter(const service::TypedTicket& /*typed*/) override { return hints; }
    [[nodiscard]] service::TicketSuggestions suggest(const service::TypedTicket& typed) override {
        typedTexts.push_back(typed.content);
        return suggestions;
    }
    [[nodiscard]] std::vector<service::RecordView> records(std::string_view kind, std::string_view keyPrefix) override;
    [[nodiscard]] std::vector<domain::Ticket> answersOn(std::string_view articleOrNumber, Instant since) override;
    [[nodiscard]] std::vector<service::OutboxItem> outbox() override { return tray; }
    [[nodiscard]] std::vector<service::Draft> drafts() override;
    [[nodiscard]] std::vector<domain::Unit> units() override { return m_units; }
    [[nodiscard]] std::vector<domain::UserProfile> users() override { return m_users; }
    [[nodiscard]] std::vector<domain::Category> categories() override { return m_categories; }
    [[nodiscard]] std::vector<domain::Region> regions() override { return m_regions; }
    [[nodiscard]] std::vector<domain::RosterEntry> roster() override { return rosterEntries; }
    [[nodiscard]] domain::Rules rules() override { return m_rules; }
    [[nodiscard]] std::string procedure() override { return procedureText; }
    [[nodiscard]] std::vector<domain::Ticket> heldBy(const UserCode& user, Instant now) override;
    [[nodiscard]] std::vector<service::WorkloadDay> workload(Day from, Day to) override;

    // SyncGateway
    void wake() override {}
    void setOnline(bool online) override;
    void fetchHistory(const TicketId& ticket) override { fetched.push_back(ticket); }
    void whenCaughtUp(std::int64_t milliseconds, std::function<void(Result<service::SyncStatus>)> reply) override;
    [[nodiscard]] service::SyncStatus status() override { return m_status; }
    void administer(std::string operation, std::string arguments,
                    std::function<void(Result<std::string>)> reply) override;

private:
    using ChangeListener = std::function<void(const service::ChangeSet&)>;
    using StatusListener = std::function<void(const service::SyncStatus&)>;
    struct Life {
        domain::Ticket ticket;
        std::vector<domain::Event> events;
    };
    Status apply(const TicketId& id, const domain::UserProfile& actor, domain::TicketCommand body, Instant at);
    Result<service::Submitted> doOne(const TicketId& id, const domain::TicketCommand& body, bool bulk);
    Result<service::Submitted> undoOne(const TicketId& id, const CommandId& command);
    void announceTickets(std::vector<TicketId> tickets);
    [[nodiscard]] service::QueueRow rowOf(const domain::Ticket& ticket) const;
    [[nodiscard]] std::vector<service::QueueRow> sorted(const service::QueueFilter& filter) const;
    [[nodiscard]] const domain::UserProfile* profile(const std::string& user) const;
    [[nodiscard]] std::string nextNumber();
    Result<domain::RecordCommand> run(const service::RecordSubmission& submission);
    [[nodiscard]] service::OutboxItem waiting(const domain::RecordCommand& command) const;
    [[nodiscard]] std::optional<std::string> recordBody(std::string_view kind, std::string_view key) const;

    const Clock& m_clock;
    SeededRng m_rng{7};
    ui::QtExecutor m_executor;
    domain::UserProfile m_user;
    std::map<TicketId, Life> m_lives;
    std::map<CommandId, Life> m_before;  ///< of what rests, so that it goes without a trace
    std::map<Uuid, std::vector<service::Submitted>> m_batches;
    std::vector<domain::Article> m_articles;
    std::map<std::pair<std::string, std::string>, std::string> m_records;  ///< of kind and key, that acts have made
    std::vector<domain::Unit> m_units;
    std::vector<domain::UserProfile> m_users;
    std::vector<domain::Category> m_categories;
    std::vector<domain::Region> m_regions;
    domain::Rules m_rules;
    service::SyncStatus m_status;
    std::shared_ptr<ChangeListener> m_onChange;  ///< queued words reach it only while it is set
    std::shared_ptr<StatusListener> m_onStatus;
    int m_sequence = 0;
};

}  // namespace zhida::test
