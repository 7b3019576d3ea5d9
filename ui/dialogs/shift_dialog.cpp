// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shift_dialog.h"

#include "ui/delegates/table_page.h"
#include "ui/delegates/widgets.h"
#include "ui/forms/form.h"
#include "ui/forms/picker.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <numeric>

namespace zhida::ui {

ShiftDialog::ShiftDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, const DirectoryPtr& directory,
                         QWidget* parent)
    : QDialog(parent),
      m_presenter(desk, signals_, clock, directory),
      m_state(new QComboBox),
      m_reason(new QLineEdit),
      m_tabs(new QTabWidget),
      m_successor(new Picker),
      m_told(notice("good")),
      m_error(notice("error")),
      m_open(button(ActionId::open)),
      m_give(button(tr("Hand over"), QStringLiteral("users"))),
      m_leave(primary(tr("Sign out"), QStringLiteral("sign-out"))) {
    setWindowTitle(actionText(ActionId::signOut));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 600);
    auto* layout = column(this, space::kLarge, space::kSmall);
    layout->addWidget(label(actionText(ActionId::signOut), TypeSize::heading, true));
    buildPresence(layout);
    buildTabs(layout);
    layout->addWidget(m_told);
    layout->addWidget(m_error);
    buildFoot(layout, *directory);
    connectPresenter();
    m_presenter.load();
    showState();
}

void ShiftDialog::buildPresence(QVBoxLayout* layout) {
    auto* across = row();
    for (const auto& each : EnumCodes<domain::PresenceState>::kTable) {
        m_state->addItem(presenceText(each.first), static_cast<int>(each.first));
    }
    m_state->setAccessibleName(tr("What I am doing"));
    m_reason->setPlaceholderText(tr("Why: meeting, training, meal …"));
    m_reason->setAccessibleName(tr("Reason"));
    QPushButton* tellIt = button(tr("Say so"), QStringLiteral("check"));
    across->addWidget(label(tr("What I am doing")));
    across->addWidget(m_state);
    across->addWidget(m_reason, 1);
    across->addWidget(tellIt);
    layout->addLayout(across);
    const auto say = [this] {
        m_presenter.say(static_cast<domain::PresenceState>(m_state->currentData().toInt()), m_reason->text().trimmed());
    };
    connect(tellIt, &QPushButton::clicked, this, say);
    connect(m_reason, &QLineEdit::returnPressed, this, say);
}

void ShiftDialog::buildTabs(QVBoxLayout* layout) {
    m_held = addTab(m_presenter.held(), tr("In my hands"), tr("Nothing is in your hands: you may leave."));
    m_people = addTab(m_presenter.people(), tr("Who is there"), tr("Only the centre knows who is there: no line now."));
    if (m_presenter.seesOrphans()) {
        m_orphans = addTab(m_presenter.orphans(), tr("Left behind"), tr("Nobody who has gone has left anything."));
    }
    QFrame* card = frame("card");
    column(card, 1)->addWidget(m_tabs);
    layout->addWidget(card, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ShiftDialog::showState);
}

QTableView* ShiftDialog::addTab(JsonTableModel& model, const QString& title, const QString& empty) {
    auto* page = new TablePage(model, title, empty);
    QTableView* view = &page->view();
    view->setSelectionMode(QTableView::ExtendedSelection);
    m_tabs->addTab(page, title);
    connect(page, &TablePage::counted, this, [this, page, title](int rows) {
        m_tabs->setTabText(m_tabs->indexOf(page), QStringLiteral("%1 %2").arg(title).arg(rows));
    });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ShiftDialog::showState);
    connect(view, &QTableView::doubleClicked, this, &ShiftDialog::openChosen);
    return view;
}

void ShiftDialog::buildFoot(QVBoxLayout* layout, const Directory& directory) {
    auto* foot = row();
    m_successor->setChoices(userChoices(directory));
    m_successor->setPlaceholderText(tr("Successor"));
    m_successor->setAccessibleName(tr("Successor"));
    foot->addWidget(m_successor, 1);
    for (QPushButton* each : {m_give, m_open, m_leave}) {
        foot->addWidget(each);
    }
    layout->addLayout(foot);
    connect(m_successor, &Picker::picked, this, &ShiftDialog::showState);
    connect(m_give, &QPushButton::clicked, this, &ShiftDialog::giveChosen);
    connect(m_open, &QPushButton::clicked, this, &ShiftDialog::openChosen);
    connect(m_leave, &QPushButton::clicked, this, [this] { m_presenter.leave(successor()); });
}

void ShiftDialog::connectPresenter() {
    connect(&m_presenter, &ShiftPresenter::loaded, this, &ShiftDialog::showState);
    connect(&m_presenter, &ShiftPresenter::failed, this, &ShiftDialog::tell);
    connect(&m_presenter, &ShiftPresenter::said, this, [this] {
        ui::say(m_error, {});
        ui::say(m_told, tr("Everybody sees it now: %1").arg(m_state->currentText()));
    });
    connect(&m_presenter, &ShiftPresenter::handedOver, this, [this](int count) {
        ui::say(m_error, {});
        ui::say(m_told, tr("%n ticket(s) handed over.", nullptr, count));
    });
    connect(&m_presenter, &ShiftPresenter::left, this, [this] {
        emit signOutAsked();
        close();
    });
}

void ShiftDialog::tell(const Error& error) { ui::say(m_error, words::ofError(error)); }

QTableView* ShiftDialog::table() const {
    return m_tabs->currentIndex() == 0 ? m_held : m_tabs->currentIndex() == 1 ? m_people : m_orphans;
}

UserCode ShiftDialog::successor() const { return UserCode{m_successor->code()}; }

/// Without a choice all of them.
std::vector<int> ShiftDialog::chosenRows() const {
    std::vector<int> rows;
    for (const QModelIndex& each : table()->selectionModel()->selectedRows()) {
        rows.push_back(each.row());
    }
    if (rows.empty()) {
        rows.resize(static_cast<std::size_t>(table()->model()->rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
    }
    return rows;
}

void ShiftDialog::showState() {
    const bool people = table() == m_people;
    const auto chosen = static_cast<int>(table()->selectionModel()->selectedRows().size());
    m_give->setVisible(!people);
    m_give->setEnabled(!successor().empty() && table()->model()->rowCount() > 0);
    m_give->setText(chosen > 0 ? tr("Hand over %n", nullptr, chosen) : tr("Hand over all"));
    m_open->setVisible(!people);
    m_open->setEnabled(chosen == 1);
    const auto why = m_presenter.whyNot(successor());
    m_leave->setEnabled(!why);
    m_leave->setToolTip(why ? words::ofError(*why) : QString());
}

void ShiftDialog::giveChosen() {
    if (table() == m_orphans) {
        m_presenter.handOverOrphans(chosenRows(), successor());
    } else {
        m_presenter.handOver(chosenRows(), successor());
    }
}

void ShiftDialog::openChosen() {
    if (table() == m_people || table()->selectionModel()->selectedRows().size() != 1) {
        return;
    }
    const auto& model = table() == m_held ? m_presenter.held() : m_presenter.orphans();
    const TicketId ticket = m_presenter.ticketOf(model, chosenRows().front());
    if (!ticket.isNull()) {
        emit opened(ticket);
        close();
    }
}

}  // namespace zhida::ui
