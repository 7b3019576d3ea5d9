// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/domain/gaps.h"
#include "model/service/desk.h"
#include "ui/models/json_table_model.h"

#include <QObject>

namespace zhida::ui {

/// 知识缺口 of the tickets and articles that this desk has: what was handed down and could have been answered on the spot.
class GapsPresenter : public QObject {
    Q_OBJECT

public:
    GapsPresenter(service::Desk& desk, const Clock& clock, QObject* parent = nullptr);

    /// Reads the tickets of the last `days`; loaded() when they are read.
    void load(int days);
    [[nodiscard]] JsonTableModel& rows() { return m_rows; }
    [[nodiscard]] const std::vector<domain::Gap>& gaps() const { return m_report.gaps; }
    /// The rates in one line.
    [[nodiscard]] QString summary() const;

signals:
    void loaded();

private:
    struct Read {
        domain::GapReport report;
        std::map<std::string, std::string> titles;  ///< of the articles that answer a gap
    };
    static Read read(service::DeskReader& reader, Instant from, Instant now);
    void show(Read read);
    static QString kindText(domain::GapKind kind);
    static QString waitText(std::int64_t minutes);

    service::Desk& m_desk;
    const Clock& m_clock;
    domain::GapReport m_report;
    JsonTableModel m_rows;
};

}  // namespace zhida::ui
