// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/support/desk_signals.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace zhida::ui {

/// What has just been done and may be taken back: one command, or all of a batch.
struct UndoOffer {
    std::vector<service::Submitted> done;
    Uuid batch;  ///< null: one command
    QString words;
};

/// 撤回 and 撤销: takes back what was done. While nothing of it has left this desk it is withdrawn without a trace; what has left
/// is undone at the centre. A history that is not here yet is fetched, and the undoing goes on by itself when it has come.
class UndoPresenter : public QObject {
    Q_OBJECT

public:
    UndoPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    /// For `seconds`, and while it rests.
    void offer(UndoOffer offer, int seconds);
    void drop();
    [[nodiscard]] const std::optional<UndoOffer>& offered() const { return m_offer; }
    /// Better words for what is offered now.
    void say(const QString& words);
    /// Nothing of it has left this desk.
    [[nodiscard]] bool held() const { return m_held; }
    /// When the offer ends, or, while it rests, when it leaves.
    [[nodiscard]] Instant until() const { return m_until; }
    /// Called once a second: an offer whose time is over goes away; what has left can still be undone for as long again.
    void tick();

    /// Takes back what is offered.
    void undoOffered();
    /// Takes back a command of a ticket, which need not be the one in front.
    void undo(const TicketId& ticket, const CommandId& command);
    /// Takes a command out of the outbox before it leaves.
    void withdraw(const CommandId& command);
    /// Waits for a history.
    [[nodiscard]] bool waiting() const { return m_waiting.has_value(); }

signals:
    /// The offer, its words or its time.
    void changed();
    void undone(const QString& sentence);
    void failed(const zhida::Error& error);

private:
    struct Wait {
        std::vector<TicketId> tickets;  ///< whose histories are not here
        CommandId command;
        Uuid batch;  ///< null: the command
        std::vector<service::Submitted> taken;
    };
    void readOutbox();
    void undoBatch(const Uuid& batch, std::vector<service::Submitted> taken);
    void onUndone(const Result<service::Submitted>& result, const TicketId& ticket, const CommandId& command);
    void onBatchUndone(service::BulkOutcome outcome, std::vector<service::Submitted> taken);
    void await(Wait wait);
    void onChange(const service::ChangeSet& change);
    void goOn();

    service::Desk& m_desk;
    const Clock& m_clock;
    std::optional<UndoOffer> m_offer;
    std::optional<Wait> m_waiting;
    Instant m_until;
    int m_seconds = 0;
    bool m_held = false;
    std::uint64_t m_generation = 0;
};

}  // namespace zhida::ui
