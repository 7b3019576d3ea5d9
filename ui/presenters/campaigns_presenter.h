// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/service/knowledge.h"
#include "ui/models/json_table_model.h"
#include "ui/support/desk_signals.h"
#include "ui/support/directory.h"

#include <QTimer>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zhida::ui {

/// 回访专案: the campaigns, those that are not finished first; of the one in front its callers, and the caller in front.
class CampaignsPresenter : public QObject {
    Q_OBJECT

public:
    CampaignsPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    /// Reads everything again; what is in front stays in front.
    void load();
    /// Puts a campaign in front, its first caller who waits with it.
    void choose(int campaign);
    void choose(const std::string& key);
    /// Puts this caller in front with the next load, in the first campaign that has him.
    void lookFor(const TicketId& ticket) { m_wanted = ticket; }
    /// Puts a caller of the campaign in front; judged() when the rules have been asked about him.
    void look(int caller);
    /// This caller has been phoned: the next one who waits comes in front, and everything is read again.
    void goOn(const TicketId& done);
    void setOpenOnly(bool only);

    [[nodiscard]] JsonTableModel& campaigns() { return m_campaignRows; }
    [[nodiscard]] JsonTableModel& callers() { return m_callerRows; }
    [[nodiscard]] const service::CampaignView* campaign() const;
    [[nodiscard]] const service::CampaignRow* caller() const;
    /// Where they stand; -1: nothing is in front.
    [[nodiscard]] int campaignRow() const;
    [[nodiscard]] int callerRow() const;
    [[nodiscard]] bool listed() const { return m_listed; }
    [[nodiscard]] const DirectoryPtr& directory() const { return m_directory; }
    [[nodiscard]] QString aboutText(const domain::Campaign& campaign) const;
    /// What the caller in front was told, whole, and what came of it.
    [[nodiscard]] QString callerText() const;
    /// Why the caller in front cannot be ticked off, why no campaign can be started: the rules' answers; empty: they can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] QString startObstacle() const;

signals:
    void loaded();
    void listedCallers();
    void judged();

private:
    struct Read {
        std::vector<service::CampaignView> views;
        std::map<std::string, std::string> titles;  ///< of their articles
        std::set<std::pair<std::string, std::string>>
            waiting;  ///< campaign and ticket of notes that the centre has not
        std::optional<Error> startBarred;
        DirectoryPtr directory;
    };
    static Read read(service::DeskReader& reader, const domain::UserProfile& user, Instant now, UtcOffset offset);
    void show(Read read);
    void showCampaigns();
    void showCallers();
    [[nodiscard]] QJsonObject rowOf(const service::CampaignView& view) const;
    [[nodiscard]] QJsonObject rowOf(const service::CampaignView& view, const service::CampaignRow& row) const;
    [[nodiscard]] TicketId nextOpen(const service::CampaignView& view, bool after) const;
    [[nodiscard]] QString moment(std::optional<Instant> at) const;
    [[nodiscard]] QString errorText(const Error& error) const;
    static QString pendingText(const QString& text, bool pending);

    service::Desk& m_desk;
    const Clock& m_clock;
    QTimer m_pause;
    bool m_asking = false;
    bool m_again = false;
    std::set<TicketId> m_tickets;  ///< of all callers
    Read m_read;
    DirectoryPtr m_directory = std::make_shared<Directory>();
    JsonTableModel m_campaignRows;
    JsonTableModel m_callerRows;
    std::vector<std::size_t> m_shown;  ///< of the callers in front, those that are in the table
    std::string m_key;
    TicketId m_ticket;
    TicketId m_wanted;
    std::optional<Error> m_barred;
    std::uint64_t m_question = 0;
    bool m_openOnly = false;
    bool m_listed = false;
};

}  // namespace zhida::ui
