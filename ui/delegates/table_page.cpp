// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/table_page.h"

#include "ui/delegates/widgets.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTableView>

namespace zhida::ui {
namespace {

constexpr int kRowHeight = 34;
constexpr int kLeastColumn = 90;

}  // namespace

TablePage::TablePage(QAbstractItemModel& model, const QString& name, const QString& empty, QWidget* parent)
    : QWidget(parent), m_view(new QTableView) {
    m_view->setModel(&model);
    m_view->setSelectionBehavior(QTableView::SelectRows);
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setTabKeyNavigation(false);
    m_view->setAccessibleName(name);
    auto* nothing = new EmptyState(QStringLiteral("check"), empty);
    auto* down = column(this, 0, 0);
    down->addWidget(m_view);
    down->addWidget(nothing);
    m_view->hide();
    connect(&model, &QAbstractItemModel::modelReset, this, [this, nothing] {
        const int rows = m_view->model()->rowCount();
        m_view->setVisible(rows > 0);
        nothing->setVisible(rows == 0);
        emit counted(rows);
    });
}

}  // namespace zhida::ui
