// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/workload_chart.h"

#include "ui/support/text.h"
#include "ui/support/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QLabel>
#include <QLegend>
#include <QPainter>
#include <QStringList>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

namespace zhida::ui {
namespace {

void styleAxis(QAbstractAxis* axis) {
    axis->setLabelsFont(uiFont(TypeSize::small));
    axis->setLabelsColor(theme().text);
    axis->setLinePenColor(theme().border);
    axis->setGridLineColor(theme().border);
}

QBarSet* barSet(const QString& name, const QColor& color) {
    auto* set = new QBarSet(name);
    set->setColor(color);
    set->setBorderColor(color);
    return set;
}

}  // namespace

WorkloadChart::WorkloadChart(WorkloadPresenter& presenter, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_sum(new QLabel), m_view(new QChartView) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_sum->setFont(uiFont(TypeSize::body));
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(theme().surface);
    m_view->setAccessibleName(tr("Workload per day"));
    layout->addWidget(m_sum);
    layout->addWidget(m_view, 1);
    connect(&presenter, &WorkloadPresenter::loaded, this, &WorkloadChart::draw);
}

void WorkloadChart::draw() {
    QBarSet* registered = barSet(tr("Registered"), theme().accent);
    QBarSet* closed = barSet(tr("Closed"), theme().green);
    QBarSet* direct = barSet(tr("Answered on the spot"), theme().amber);
    QStringList days;
    std::int64_t sums[3] = {0, 0, 0};
    double highest = 4;
    for (const service::WorkloadDay& each : m_presenter.days()) {
        const CivilDate date = civilOf(each.day);
        days << QStringLiteral("%1-%2").arg(date.month).arg(date.day);
        *registered << static_cast<double>(each.registered);
        *closed << static_cast<double>(each.closed);
        *direct << static_cast<double>(each.directAnswered);
        sums[0] += each.registered;
        sums[1] += each.closed;
        sums[2] += each.directAnswered;
        highest = std::max({highest, static_cast<double>(each.registered), static_cast<double>(each.closed),
                            static_cast<double>(each.directAnswered)});
    }
    auto* bars = new QBarSeries;
    for (QBarSet* set : {registered, closed, direct}) {
        bars->append(set);
    }
    auto* chart = new QChart;
    chart->addSeries(bars);
    chart->setBackgroundBrush(theme().surface);
    chart->setBackgroundRoundness(0);
    chart->setMargins({});
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setFont(uiFont(TypeSize::small));
    chart->legend()->setLabelColor(theme().text);
    auto* bottom = new QBarCategoryAxis;
    bottom->append(days);
    auto* left = new QValueAxis;
    left->setRange(0, highest);
    left->setLabelFormat(QStringLiteral("%d"));
    left->applyNiceNumbers();
    styleAxis(bottom);
    styleAxis(left);
    chart->addAxis(bottom, Qt::AlignBottom);
    chart->addAxis(left, Qt::AlignLeft);
    bars->attachAxis(bottom);
    bars->attachAxis(left);
    QChart* old = m_view->chart();
    m_view->setChart(chart);
    delete old;
    m_sum->setText(tr("Last %n day(s): %1 registered, %2 closed after dispatch, %3 answered on the spot", nullptr,
                      static_cast<int>(m_presenter.days().size()))
                       .arg(sums[0])
                       .arg(sums[1])
                       .arg(sums[2]));
}

}  // namespace zhida::ui
