// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/models/json_table_model.h"
#include "ui/support/desk_signals.h"
#include "ui/support/keymap.h"

#include <QObject>

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace zhida::ui {

/// 批量: several tickets that are chosen in the queue, what can be done with all of them at once, and which of them would refuse.
/// Before a form is complete the life-cycle table answers that; then the desk's preview, which is the judgement itself.
class BulkPresenter : public QObject {
    Q_OBJECT

public:
    BulkPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    /// Fewer than two: nothing is done in bulk.
    void choose(std::vector<TicketId> tickets);
    [[nodiscard]] bool active() const { return m_views.size() > 1; }
    [[nodiscard]] std::vector<TicketId> tickets() const;
    /// Actions that fit at least one of them.
    [[nodiscard]] std::set<ActionId> actions() const;
    /// Why none of them lets it happen; nothing when one does.
    [[nodiscard]] std::optional<Error> obstacle(const ActionRow& action) const;
    /// How many of them it fits.
    [[nodiscard]] int fitting(const ActionRow& action) const;
    [[nodiscard]] std::string_view commandOf(const ActionRow& action) const;
    /// The first one that takes the command: its form proposes what fits that one.
    [[nodiscard]] const service::TicketView& example(std::string_view command) const;
    [[nodiscard]] JsonTableModel& model() { return m_model; }
    [[nodiscard]] int refusing() const { return static_cast<int>(m_refused.size()); }

    /// The command whose form is open; empty: none.
    void consider(std::string_view command);
    /// What the desk says of the command as it is filled in; without any ticket in it: not complete yet.
    void take(const service::BulkOutcome& judgement);

signals:
    /// Other tickets are chosen, or none.
    void chosen();
    /// The same tickets, seen anew.
    void changed();

private:
    void read(bool fresh);
    void judge();
    void showRows();

    service::Desk& m_desk;
    const Clock& m_clock;
    std::vector<TicketId> m_wanted;
    std::vector<service::TicketView> m_views;
    std::string_view m_command;
    service::BulkOutcome m_judgement;
    std::map<TicketId, Error> m_refused;
    JsonTableModel m_model;
    std::uint64_t m_generation = 0;
};

/// What is about one ticket's own parts, or told to one caller, is done one ticket at a time.
bool worksInBulk(std::string_view command);

}  // namespace zhida::ui
