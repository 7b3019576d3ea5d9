// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/domain/gaps.h"
#include "model/domain/search_miss.h"
#include "model/service/desk.h"
#include "ui/models/json_table_model.h"

#include <QObject>

namespace zhida::ui {

/// 知识缺口 of what this desk has: what was handed down and could have been answered on the spot, and what was searched for in vain.
class GapsPresenter : public QObject {
    Q_OBJECT

public:
    GapsPresenter(service::Desk& desk, const Clock& clock, QObject* parent = nullptr);

    /// Reads the tickets of the last `days`; loaded() when they are read.
    void load(int days);
    [[nodiscard]] JsonTableModel& rows() { return m_rows; }
    [[nodiscard]] const std::vector<domain::Gap>& gaps() const { return m_report.gaps; }
    /// Searches in vain, each with the title of what they find today.
    struct Search {
        domain::SearchGap gap;
        std::string found;  ///< empty: still nothing
    };
    [[nodiscard]] JsonTableModel& searchRows() { return m_searchRows; }
    [[nodiscard]] const std::vector<Search>& searches() const { return m_searches; }
    /// The rates in one line.
    [[nodiscard]] QString summary() const;

signals:
    void loaded();

private:
    struct Read {
        domain::GapReport report;
        std::map<std::string, std::string> titles;  ///< of the articles that answer a gap
        std::vector<Search> searches;
    };
    static Read read(service::DeskReader& reader, Instant from, Instant now);
    static std::vector<domain::GapTicket> ticketsSince(service::DeskReader& reader, Instant from);
    static std::vector<Search> searchesSince(service::DeskReader& reader, Instant from, int similarPercent);
    void showSearches();
    void show(Read read);
    static QString kindText(domain::GapKind kind);
    static QString waitText(std::int64_t minutes);

    service::Desk& m_desk;
    const Clock& m_clock;
    domain::GapReport m_report;
    JsonTableModel m_rows;
    std::vector<Search> m_searches;
    JsonTableModel m_searchRows;
};

}  // namespace zhida::ui
