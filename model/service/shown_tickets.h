// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/notice.h"
#include "model/service/reference_data.h"
#include "model/storage/event_table.h"
#include "model/storage/outbox_table.h"
#include "model/storage/ticket_table.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::service {

/// Two truths of one ticket: what the centre says (the base), and what is shown: the base with our waiting commands run over
/// it. Without waiting commands they are one row of the ticket table; only for the others a base is kept aside.
/// Changes of the base are gathered: reshow() brings the shown tickets after them, before the commit.
class ShownTickets {
public:
    struct Stores {
        storage::TicketTable& tickets;
        storage::EventTable& events;
        storage::OutboxTable& outbox;
        ReferenceData& reference;
    };
    ShownTickets(sqlite::Database& database, const Stores& stores) : m_database(database), m_stores(stores) {}

    /// From now on the ticket has waiting commands; touch() shows them.
    void keepBase(const TicketId& ticket);
    /// The revision of the ticket that the centre has confirmed to us, without what our waiting commands add; 1 for a ticket
    /// of our own that it does not know yet. What a person saw beyond that, nobody else can have seen.
    [[nodiscard]] std::uint64_t confirmedRev(const domain::Ticket& shown) const;
    /// What a command would do to the ticket as it is shown, looking at what it names besides: the ticket it is merged into, the
    /// state before the command that it takes back. Errors: as domain::decide, and undo.historyMissing{ticket} while this desk
    /// has not the whole history.
    [[nodiscard]] Result<std::vector<domain::Event>> judge(const std::optional<domain::Ticket>& shown,
                                                           const domain::Command& command, Instant now) const;

    /// What the centre's word tells the user: filled in by the two below while the rules show anything at a desk.
    struct Told {
        Instant now;
        std::vector<domain::Notice>& notices;
    };

    /// The centre's next event. False: it leaves a gap, the ticket must be fetched.
    bool applyEvent(const domain::Event& event, std::string_view bytes, Told& told);
    /// The whole ticket as the centre has it. An older one than we have is left alone unless `always` or the ticket
    /// had left.
    void applySnapshot(const domain::Ticket& ticket, std::string_view bytes, bool always, Told& told);
    /// The ticket has left our scope. False: commands of ours wait, so it stays in view.
    bool leave(const TicketId& ticket);
    /// Our commands on the ticket have changed their state.
    void touch(const TicketId& ticket) { m_touched.insert(ticket); }
    /// Rules, units or the user are other ones: all our waiting commands are judged anew. Returns their tickets.
    std::vector<TicketId> touchAll();
    /// Brings what is shown after the base; returns the tickets that are gone.
    std::vector<TicketId> reshow();
    void discard() noexcept { m_touched.clear(); }

private:
    struct Base {
        bool left = false;
        std::optional<std::string> bytes;
    };
    struct Beside {
        std::optional<domain::Ticket> other;
        std::optional<domain::Ticket> before;
        UserCode undoneBy;
    };
    /// `ours`: the events that our waiting commands have added to what the centre says.
    [[nodiscard]] Result<Beside> beside(const domain::Command& command, const std::optional<domain::Ticket>& ofCentre,
                                        const std::vector<domain::Event>& ours) const;
    [[nodiscard]] std::vector<domain::Event> eventsOf(const TicketId& ticket) const;
    [[nodiscard]] Result<std::vector<domain::Event>> decide(const std::optional<domain::Ticket>& shown,
                                                            const domain::Command& command, Instant now,
                                                            const Result<Beside>& beside) const;
    [[nodiscard]] bool hasBase(const TicketId& ticket) const;
    [[nodiscard]] std::optional<Base> baseOf(const TicketId& ticket) const;
    [[nodiscard]] std::optional<domain::Ticket> ofCentre(const TicketId& ticket, const std::optional<Base>& base) const;
    void storeBase(const TicketId& ticket, bool left, const std::optional<std::string>& bytes);
    void write(const domain::Ticket& ticket, std::string_view bytes, bool aside);
    /// `by`: who did it, where that is known.
    void tell(const std::optional<domain::Ticket>& before, const domain::Ticket& after, const UserCode& by, Told& told);
    void forgetCaller(const TicketId& ticket);
    void forget(const TicketId& ticket);
    bool settle(const TicketId& ticket, const Base& base);
    bool replay(const TicketId& ticket, const Base& base, const std::vector<storage::OutboxRow>& commands);

    sqlite::Database& m_database;
    Stores m_stores;
    std::set<TicketId> m_touched;
};

}  // namespace zhida::service
