// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rules_table.h"

#include "ui/delegates/widgets.h"
#include "ui/support/rules_words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace zhida::ui {
namespace {

constexpr int kWidestColumn = 260;

}  // namespace

RulesTable::RulesTable(RulesPresenter& presenter, const std::string& list, QWidget* parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_view(new QTableView),
      m_add(button(tr("Add"), QStringLiteral("plus"))) {
    auto* layout = column(this, 0, space::kTiny);
    m_view->setSelectionBehavior(QTableView::SelectRows);
    m_view->setSelectionMode(QTableView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->setDefaultSectionSize(30);
    m_view->horizontalHeader()->setMinimumSectionSize(70);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->installEventFilter(this);
    QFrame* card = frame("card");
    column(card, 1)->addWidget(m_view);
    layout->addWidget(card, 1);
    buildButtons();
    setFocusProxy(m_view);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { emit opened(index.row()); });
    connect(&m_presenter, &RulesPresenter::judged, this, [this] {
        if (m_model != nullptr) {
            m_model->problemsChanged();
        }
    });
    setList(list);
}

void RulesTable::buildButtons() {
    auto* foot = ui::row();
    QPushButton* copy = button(tr("Copy"), QStringLiteral("copy"));
    QPushButton* remove = button(tr("Take out"), QStringLiteral("close"));
    QPushButton* up = button(tr("Up"), QStringLiteral("up"));
    QPushButton* down = button(tr("Down"), QStringLiteral("down"));
    QPushButton* open = button(tr("Open"), QStringLiteral("open"));
    m_ofRow = {open, copy, up, down, remove};
    m_add->setToolTip(tr("Add an entry below (Ins)"));
    open->setToolTip(tr("Edit the fields (Enter)"));
    copy->setToolTip(tr("The same once more (Ctrl+D)"));
    up->setToolTip(tr("Move up (Alt+Up)"));
    down->setToolTip(tr("Move down (Alt+Down)"));
    remove->setToolTip(tr("Take the entry out (Del); Ctrl+Z brings it back"));
    foot->addWidget(m_add);
    for (QPushButton* each : m_ofRow) {
        foot->addWidget(each);
    }
    foot->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, &RulesTable::add);
    connect(open, &QPushButton::clicked, this, [this] { emit opened(row()); });
    connect(copy, &QPushButton::clicked, this, [this] { act(&RulesTableModel::copy); });
    connect(remove, &QPushButton::clicked, this, [this] { act(&RulesTableModel::remove); });
    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(1); });
}

void RulesTable::setList(const std::string& list) {
    if (m_list == list && m_model != nullptr) {
        return;
    }
    m_list = list;
    m_row = -1;
    auto* before = m_model;
    m_model = new RulesTableModel(
        m_presenter.document(), m_list, m_presenter.directory(),
        [this](const std::string& path) { return m_presenter.hasProblem(path); }, this);
    m_view->setModel(m_model);
    delete before;
    m_view->setAccessibleName(words::ofRulesPlace(m_list));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        m_row = now.row();
        showState();
        emit rowChanged(m_row);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { select(m_row); });
    m_view->resizeColumnsToContents();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        m_view->setColumnWidth(i, std::min(kWidestColumn, m_view->columnWidth(i) + space::kMedium));
    }
    select(0);
}

int RulesTable::row() const { return m_view->currentIndex().row(); }

void RulesTable::select(int row) {
    const int last = m_model->rowCount() - 1;
    m_view->setCurrentIndex(m_model->index(std::clamp(row, std::min(0, last), std::max(0, last)), 0));
    m_row = this->row();
    showState();
    emit rowChanged(m_row);
}

void RulesTable::showState() {
    for (QPushButton* each : m_ofRow) {
        each->setEnabled(m_row >= 0);
    }
}

void RulesTable::add() {
    select(m_model->add(row()));
    emit opened(row());
}

void RulesTable::act(int (RulesTableModel::*change)(int)) {
    if (row() >= 0) {
        select((m_model->*change)(row()));
        m_view->setFocus();
    }
}

void RulesTable::move(int by) {
    if (row() >= 0) {
        select(m_model->move(row(), by));
    }
}

bool RulesTable::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool alt = key->modifiers().testFlag(Qt::AltModifier);
    const bool control = key->modifiers().testFlag(Qt::ControlModifier);
    switch (key->key()) {
        case Qt::Key_Insert:
            add();
            return true;
        case Qt::Key_Delete:
            act(&RulesTableModel::remove);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!control && row() >= 0) {
                emit opened(row());
            }
            return !control;
        case Qt::Key_D:
            if (control) {
                act(&RulesTableModel::copy);
            }
            return control;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (alt) {
                move(key->key() == Qt::Key_Up ? -1 : 1);
            }
            return alt;
        default:
            return false;
    }
}

}  // namespace zhida::ui
