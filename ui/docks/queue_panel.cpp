// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/queue_panel.h"

#include "ui/delegates/widgets.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace zhida::ui {
namespace {

QPushButton* segment(ActionId action) {
    QPushButton* made = button(actionText(action));
    made->setObjectName(QStringLiteral("segment"));
    made->setCheckable(true);
    made->setToolTip(actionHint(action));
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return made;
}

template <class E>
QComboBox* filterCombo(const QString& all, const QString& name) {
    auto* combo = new QComboBox;
    combo->addItem(all, QString());
    for (const auto& row : EnumCodes<E>::kTable) {
        combo->addItem(words::of(row.first), q(row.second));
    }
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    return combo;
}

}  // namespace

QueuePanel::QueuePanel(QueuePresenter& presenter, QWidget* parent) : QFrame(parent), m_presenter(presenter) {
    setObjectName(QStringLiteral("pane"));
    auto* layout = column(this, 1, 0);
    auto* top = column(nullptr, space::kSmall, space::kSmall);
    buildViews(top);
    buildFilters(top);
    layout->addLayout(top);
    buildList(layout);
    connect(&m_presenter, &QueuePresenter::countsChanged, this, &QueuePanel::showCounts);
    connect(&m_presenter, &QueuePresenter::loaded, this, &QueuePanel::showState);
    connect(&m_presenter.model(), &QueueModel::heldBackChanged, this, &QueuePanel::showHeldBack);
    connect(&m_presenter.model(), &QAbstractItemModel::rowsInserted, this, &QueuePanel::showState);
    connect(&m_presenter.model(), &QAbstractItemModel::rowsRemoved, this, &QueuePanel::showState);
    showCounts();
}

void QueuePanel::buildViews(QVBoxLayout* layout) {
    auto* across = row(nullptr, 0, space::kTiny);
    m_unit = segment(ActionId::viewUnit);
    m_mine = segment(ActionId::viewMine);
    m_all = segment(ActionId::viewAll);
    auto* group = new QButtonGroup(this);
    for (QPushButton* each : {m_unit, m_mine, m_all}) {
        group->addButton(each);
        across->addWidget(each);
    }
    layout->addLayout(across);
    connect(m_unit, &QPushButton::clicked, this, [this] { setView(service::QueueView::unit); });
    connect(m_mine, &QPushButton::clicked, this, [this] { setView(service::QueueView::mine); });
    connect(m_all, &QPushButton::clicked, this, [this] { setView(service::QueueView::all); });
}

void QueuePanel::buildFilters(QVBoxLayout* layout) {
    m_text = new QLineEdit;
    m_text->setPlaceholderText(tr("Search in the queue (%1)").arg(keyText(ActionId::filterQueue)));
    m_text->setAccessibleName(actionText(ActionId::filterQueue));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon(QStringLiteral("filter"), theme().muted), QLineEdit::LeadingPosition);
    layout->addWidget(m_text);
    auto* across = row();
    m_state = filterCombo<domain::TicketState>(tr("Any state"), tr("State"));
    m_type = filterCombo<domain::AppealType>(tr("Any type"), tr("Type"));
    m_openOnly = new QCheckBox(tr("Open only"));
    m_openOnly->setAccessibleName(tr("Open only"));
    m_openOnly->setChecked(m_presenter.filter().openOnly);
    across->addWidget(m_state, 1);
    across->addWidget(m_type, 1);
    across->addWidget(m_openOnly);
    layout->addLayout(across);
    m_held = button(QString());
    m_held->setObjectName(QStringLiteral("bar"));
    m_held->setToolTip(actionHint(ActionId::settle));
    m_held->hide();
    layout->addWidget(m_held);
    connect(m_held, &QPushButton::clicked, this, &QueuePanel::settle);
    connect(m_text, &QLineEdit::textChanged, &m_presenter, &QueuePresenter::setText);
    connect(m_state, &QComboBox::currentIndexChanged, this, &QueuePanel::applyFilter);
    connect(m_type, &QComboBox::currentIndexChanged, this, &QueuePanel::applyFilter);
    connect(m_openOnly, &QCheckBox::toggled, this, &QueuePanel::applyFilter);
}

void QueuePanel::buildList(QVBoxLayout* layout) {
    m_stack = new QStackedWidget;
    m_view = new QueueView(m_presenter.model());
    m_empty = new EmptyState(QStringLiteral("inbox"), {});
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (!m_presenter.narrowed()) {
            emit wantsNewTicket();
            return;
        }
        const QSignalBlocker text(m_text), state(m_state), type(m_type);
        m_text->clear();
        m_state->setCurrentIndex(0);
        m_type->setCurrentIndex(0);
        m_presenter.clearFilter();
    });
}

void QueuePanel::setView(service::QueueView view) {
    service::QueueFilter filter = m_presenter.filter();
    filter.view = view;
    m_presenter.setFilter(filter);
    showCounts();
}

void QueuePanel::applyFilter() {
    service::QueueFilter filter = m_presenter.filter();
    filter.state = enumFrom<domain::TicketState>(s(m_state->currentData().toString()));
    filter.appealType = enumFrom<domain::AppealType>(s(m_type->currentData().toString()));
    filter.openOnly = m_openOnly->isChecked();
    m_presenter.setFilter(filter);
    showCounts();
}

void QueuePanel::focusFilter() {
    m_text->setFocus();
    m_text->selectAll();
}

void QueuePanel::settle() {
    // The row under the cursor keeps its place on the screen while rows come in above it.
    const int before = m_view->visualRect(m_view->currentIndex()).top();
    m_presenter.model().settle();
    if (m_view->currentIndex().isValid()) {
        QScrollBar* bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + m_view->visualRect(m_view->currentIndex()).top() - before);
    }
}

void QueuePanel::showCounts() {
    const service::QueueCounts& counts = m_presenter.counts();
    const bool open = m_presenter.filter().openOnly;
    const auto show = [](QPushButton* at, const QString& name, std::int64_t count, bool on) {
        at->setText(QStringLiteral("%1 %2").arg(name).arg(count));
        at->setAccessibleName(at->text());
        at->setChecked(on);
    };
    const service::QueueView view = m_presenter.filter().view;
    show(m_unit, tr("My unit"), open ? counts.unitOpen : counts.unitTotal, view == service::QueueView::unit);
    show(m_mine, tr("Mine"), open ? counts.mineOpen : counts.mineTotal, view == service::QueueView::mine);
    show(m_all, tr("All"), open ? counts.allOpen : counts.allTotal, view == service::QueueView::all);
}

void QueuePanel::showState() {
    const bool empty = m_presenter.model().rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_view);
    if (!empty) {
        return;
    }
    if (m_presenter.narrowed()) {
        m_empty->set(tr("No ticket fits this filter."), tr("Show all"));
    } else if (m_presenter.filter().view == service::QueueView::mine) {
        m_empty->set(tr("You hold no ticket. Claim one with C."), actionText(ActionId::newTicket));
    } else {
        m_empty->set(tr("Nothing waits here. New tickets appear by themselves."), actionText(ActionId::newTicket));
    }
}

void QueuePanel::showHeldBack(int count) {
    m_held->setVisible(count > 0);
    m_held->setText(tr("%n new ticket(s) above", nullptr, count) + QStringLiteral(" · ") +
                    actionHint(ActionId::settle));
    m_held->setAccessibleName(m_held->text());
}

}  // namespace zhida::ui
