// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/workload_presenter.h"

#include <QWidget>

class QChartView;
class QLabel;

namespace zhida::ui {

/// Tickets per day: registered, closed, answered on the spot.
class WorkloadChart : public QWidget {
    Q_OBJECT

public:
    explicit WorkloadChart(WorkloadPresenter& presenter, QWidget* parent = nullptr);

private:
    void draw();

    WorkloadPresenter& m_presenter;
    QLabel* m_sum;
    QChartView* m_view;
};

}  // namespace zhida::ui
