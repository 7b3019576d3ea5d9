// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queue_model.h"
#include "ui/support/desk_signals.h"

#include <QElapsedTimer>
#include <QTimer>

namespace zhida::ui {

/// What the left pane shows: one view of the queue, narrowed by a filter and a text, kept live.
class QueuePresenter : public QObject {
    Q_OBJECT

public:
    QueuePresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] QueueModel& model() { return m_model; }
    [[nodiscard]] const service::QueueFilter& filter() const { return m_filter; }
    [[nodiscard]] const service::QueueCounts& counts() const { return m_counts; }
    [[nodiscard]] const QString& text() const { return m_text; }
    /// Nothing is there because the filter lets nothing through, not because the queue is empty.
    [[nodiscard]] bool narrowed() const;
    [[nodiscard]] bool loading() const { return m_loading; }

    void setFilter(const service::QueueFilter& filter);
    void setText(const QString& text);
    /// Drops state, type and text, keeps view and order.
    void clearFilter();
    /// Reads the list for the first time or anew.
    void reload();

    static constexpr std::size_t kBlock = 128;
    static constexpr std::size_t kMostRefreshed = 2000;  ///< rows that are read again when something has changed
    static constexpr int kRefreshMs = 100;

signals:
    void countsChanged();
    /// The list has been read.
    void loaded();

private:
    struct Answer {
        std::vector<service::QueueRow> rows;
        std::optional<std::string> next;
    };
    static Answer readRows(service::DeskReader& reader, const service::QueueFilter& filter, const std::string& text,
                           const domain::UserProfile& user, std::size_t wanted);
    void onChange(const service::ChangeSet& change);
    void refresh();
    void more();
    void readCounts();
    void patch(std::vector<TicketId> tickets);

    service::Desk& m_desk;
    QueueModel m_model;
    QTimer m_refresh;
    QElapsedTimer m_sinceRefresh;
    QTimer m_textPause;
    service::QueueFilter m_filter;
    QString m_text;
    service::QueueCounts m_counts;
    std::optional<std::string> m_next;
    std::uint64_t m_generation = 0;
    bool m_loading = false;
};

}  // namespace zhida::ui
