// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/presenters/ticket_actions.h"
#include "ui/presenters/timeline.h"
#include "ui/support/desk_signals.h"

#include <QObject>

#include <optional>

namespace zhida::ui {

/// The ticket that is open in the middle pane, kept up to date.
class TicketPresenter : public QObject {
    Q_OBJECT

public:
    TicketPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const std::optional<service::TicketView>& view() const { return m_view; }
    [[nodiscard]] const std::vector<domain::Event>& history() const { return m_history; }
    /// What was sent by text message about it.
    [[nodiscard]] const std::vector<service::ShownMessage>& messages() const { return m_messages; }
    /// The caller's other tickets, newest first.
    [[nodiscard]] const std::vector<service::QueueRow>& others() const { return m_others; }
    [[nodiscard]] std::set<ActionId> actions() const;
    /// Why this person cannot do that now; nothing when he can. Of actions on a ticket only.
    [[nodiscard]] std::optional<Error> obstacle(const ActionRow& action) const;
    /// The last thing done to the ticket, when this person may take it back.
    [[nodiscard]] const std::optional<CommandId>& undoable() const { return m_undoable; }
    [[nodiscard]] std::optional<std::string_view> answerCommand() const;
    [[nodiscard]] TicketId id() const { return m_id; }
    [[nodiscard]] service::Desk& desk() { return m_desk; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }

    void open(const TicketId& ticket);
    void openText(const QString& idOrNumber);
    void close();
    /// Commands without a form: claim, release, sign.
    void run(domain::TicketCommand command);

signals:
    /// Another ticket, or none.
    void opened();
    /// The same ticket in a new state.
    void updated();
    void missing(const QString& idOrNumber);
    /// `command`: "ticket.claim".
    void done(const zhida::service::Submitted& submitted, std::string_view command);
    void failed(const zhida::Error& error);

private:
    struct Answer {
        std::optional<service::TicketView> view;
        std::vector<domain::Event> history;
        std::vector<service::ShownMessage> messages;
        std::vector<service::QueueRow> others;
    };
    void read(const std::string& idOrNumber, bool fresh);
    void take(Answer answer, const std::string& asked, bool fresh);
    void onChange(const service::ChangeSet& change);
    [[nodiscard]] std::optional<CommandId> lastOwn() const;

    service::Desk& m_desk;
    const Clock& m_clock;
    TicketId m_id;
    std::optional<service::TicketView> m_view;
    std::vector<domain::Event> m_history;
    std::vector<service::ShownMessage> m_messages;
    std::vector<service::QueueRow> m_others;
    std::optional<CommandId> m_undoable;
    std::uint64_t m_generation = 0;
};

}  // namespace zhida::ui
