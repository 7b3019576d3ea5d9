// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accounts_dialog.h"

#include "ui/delegates/table_page.h"
#include "ui/delegates/widgets.h"
#include "ui/dialogs/account_dialogs.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace zhida::ui {

AccountsDialog::AccountsDialog(service::Desk& desk, const Clock& clock, DirectoryPtr directory, bool chinese,
                               QWidget* parent)
    : QDialog(parent),
      m_presenter(desk, directory, chinese),
      m_directory(std::move(directory)),
      m_chinese(chinese),
      m_today(QDate::fromString(q(formatDay(localDay(clock.now(), desk.offset()))), Qt::ISODate)),
      m_tabs(new QTabWidget),
      m_error(notice("error")),
      m_add(primary(tr("Add"), QStringLiteral("plus"))),
      m_toggle(button(tr("Disable"), QStringLiteral("lock"))),
      m_password(button(tr("New password"), QStringLiteral("draft"))),
      m_end(button(tr("Last day …"), QStringLiteral("clock"))) {
    setWindowTitle(actionText(ActionId::accounts));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 560);
    auto* layout = column(this, space::kLarge, space::kSmall);
    layout->addWidget(label(actionText(ActionId::accounts), TypeSize::heading, true));
    const QString none = tr("Only the centre has them: no line now.");
    addTab(Kind::user, tr("Users"), none);
    addTab(Kind::unit, tr("Units"), none);
    addTab(Kind::device, tr("Devices"), none);
    addTab(Kind::roster, tr("Roster"),
           tr("Nobody is on the roster: everybody has the rights of his account, without an end."));
    QFrame* card = frame("card");
    column(card, 1)->addWidget(m_tabs);
    layout->addWidget(card, 1);
    layout->addWidget(m_error);
    auto* foot = row();
    m_remark = mutedLabel({});
    foot->addWidget(m_remark, 1);
    for (QPushButton* each : {m_password, m_toggle, m_end, m_add}) {
        foot->addWidget(each);
    }
    layout->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::addNew);
    connect(m_toggle, &QPushButton::clicked, this, &AccountsDialog::toggle);
    connect(m_end, &QPushButton::clicked, this, &AccountsDialog::endPlace);
    connect(m_password, &QPushButton::clicked, this, &AccountsDialog::newPassword);
    connect(m_tabs, &QTabWidget::currentChanged, this, &AccountsDialog::showChoice);
    connect(&m_presenter, &AccountsPresenter::loaded, this, &AccountsDialog::showChoice);
    connect(&m_presenter, &AccountsPresenter::done, this, [this] { say(m_error, {}); });
    connect(&m_presenter, &AccountsPresenter::failed, this,
            [this](const Error& error) { say(m_error, words::ofError(error)); });
    for (const Kind each : {Kind::user, Kind::unit, Kind::device, Kind::roster}) {
        m_presenter.load(each);
    }
    showChoice();
}

void AccountsDialog::addTab(Kind kind, const QString& title, const QString& empty) {
    auto* page = new TablePage(m_presenter.model(kind), title, empty);
    QTableView* view = &page->view();
    view->setSelectionMode(QTableView::SingleSelection);
    m_tabs->addTab(page, title);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AccountsDialog::showChoice);
}

AccountsDialog::Kind AccountsDialog::kind() const { return static_cast<Kind>(m_tabs->currentIndex()); }

QTableView* AccountsDialog::table() const { return &static_cast<TablePage*>(m_tabs->currentWidget())->view(); }

void AccountsDialog::showChoice() {
    const int row = table()->currentIndex().row();
    const bool any = row >= 0;
    const bool disabled = any && m_presenter.model(kind()).row(row).value(QLatin1String("disabled")).toBool();
    const bool roster = kind() == Kind::roster;
    m_remark->setText(
        roster ? tr("Who is on the roster has its rights from the first day to midnight of the last, and no others.")
               : tr("Disabling ends the sessions at once. Nothing is deleted."));
    m_end->setVisible(roster);
    m_end->setEnabled(any && !disabled);
    m_toggle->setVisible(!roster);
    m_toggle->setEnabled(any);
    m_toggle->setText(disabled ? tr("Enable") : tr("Disable"));
    m_password->setVisible(kind() == Kind::user);
    m_password->setEnabled(any);
    m_add->setVisible(kind() != Kind::device);
}

void AccountsDialog::addNew() {
    if (kind() == Kind::user) {
        auto* dialog = new UserDialog(*m_directory, this);
        connect(dialog, &UserDialog::ready, this,
                [this](const QJsonObject& with) { m_presenter.add(Kind::user, with); });
        dialog->open();
    } else if (kind() == Kind::roster) {
        auto* dialog = new RosterDialog(*m_directory, m_today, m_chinese, this);
        connect(dialog, &RosterDialog::ready, this,
                [this](const QJsonObject& with) { m_presenter.add(Kind::roster, with); });
        dialog->open();
    } else {
        auto* dialog = new UnitDialog(*m_directory, this);
        connect(dialog, &UnitDialog::ready, this,
                [this](const QJsonObject& with) { m_presenter.add(Kind::unit, with); });
        dialog->open();
    }
}

void AccountsDialog::toggle() {
    const int row = table()->currentIndex().row();
    if (row >= 0) {
        m_presenter.setDisabled(kind(), row,
                                !m_presenter.model(kind()).row(row).value(QLatin1String("disabled")).toBool());
    }
}

void AccountsDialog::endPlace() {
    const int row = table()->currentIndex().row();
    if (row < 0) {
        return;
    }
    const QJsonObject place = m_presenter.model(Kind::roster).row(row);
    auto* dialog =
        new RosterEndDialog(m_directory->userName(UserCode{s(place.value(QLatin1String("user")).toString())}),
                            QDate::fromString(place.value(QLatin1String("to")).toString(), Qt::ISODate), m_today, this);
    connect(dialog, &RosterEndDialog::ready, this, [this, row](QDate last) { m_presenter.endRoster(row, last); });
    dialog->open();
}

void AccountsDialog::newPassword() {
    const int row = table()->currentIndex().row();
    if (row < 0) {
        return;
    }
    auto* dialog =
        new PasswordDialog(m_presenter.model(Kind::user).row(row).value(QLatin1String("user")).toString(), this);
    connect(dialog, &PasswordDialog::ready, this,
            [this, row](const QString& password) { m_presenter.setPassword(row, password); });
    dialog->open();
}

}  // namespace zhida::ui
