// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/domain/presence.h"
#include "model/service/shift.h"
#include "ui/models/json_table_model.h"
#include "ui/support/desk_signals.h"
#include "ui/support/directory.h"

#include <QObject>

#include <optional>

namespace zhida::ui {

/// 交接班: what is still in my hands, who is there, and leaving without leaving anything behind. For supervisors also what others
/// have left.
class ShiftPresenter : public QObject {
    Q_OBJECT

public:
    ShiftPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, DirectoryPtr directory,
                   QObject* parent = nullptr);

    void load();
    [[nodiscard]] JsonTableModel& held() { return m_held; }
    [[nodiscard]] JsonTableModel& people() { return m_people; }
    [[nodiscard]] JsonTableModel& orphans() { return m_orphans; }
    [[nodiscard]] bool seesOrphans() const;
    /// Rows of held() that are drafts: only their writer can settle them.
    [[nodiscard]] bool isDraft(int row) const;
    [[nodiscard]] TicketId ticketOf(const JsonTableModel& model, int row) const;
    /// What keeps me from leaving when that person takes everything; nothing when I may.
    [[nodiscard]] std::optional<Error> whyNot(const UserCode& successor) const;

    /// All of these rows, or none when one of them cannot be taken over.
    void handOver(const std::vector<int>& rows, const UserCode& to);
    void handOverOrphans(const std::vector<int>& rows, const UserCode& to);
    void say(domain::PresenceState state, const QString& reason);
    /// Hands everything over, says "away", and tells left().
    void leave(const UserCode& successor);

signals:
    void loaded();
    void handedOver(int count);
    void said();
    void left();
    void failed(const zhida::Error& error);

private:
    struct Answer {
        service::ShiftOffice office;
        std::vector<service::Orphan> orphans;
        std::vector<domain::Ticket> drafted;
    };
    struct Given {
        TicketId ticket;
        domain::HandOver act;
    };
    void take(Answer answer);
    void loadPeople();
    void giveIf(const Status& may, std::vector<Given> all);
    void give(std::vector<Given> all, std::size_t from, std::function<void(int)> then);
    void goAway();
    [[nodiscard]] QString whatIsHeld(const domain::Ticket& ticket, const UserCode& user) const;

    service::Desk& m_desk;
    const Clock& m_clock;
    DirectoryPtr m_directory;
    Answer m_answer;
    JsonTableModel m_held, m_people, m_orphans;
};

QString presenceText(domain::PresenceState state);

}  // namespace zhida::ui
