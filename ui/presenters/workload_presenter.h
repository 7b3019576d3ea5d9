// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/service/desk.h"

#include <QObject>

#include <vector>

namespace zhida::ui {

/// Tickets per day over the last kDays days, today included.
class WorkloadPresenter : public QObject {
    Q_OBJECT

public:
    WorkloadPresenter(service::Desk& desk, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<service::WorkloadDay>& days() const { return m_days; }
    void load();

    static constexpr int kDays = 14;

signals:
    void loaded();

private:
    service::Desk& m_desk;
    const Clock& m_clock;
    std::vector<service::WorkloadDay> m_days;
};

}  // namespace zhida::ui
