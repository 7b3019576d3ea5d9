// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/accounts_dialog.h"

#include "ui/delegates/widgets.h"
#include "ui/dialogs/account_dialogs.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace zhida::ui {

AccountsDialog::AccountsDialog(service::Desk& desk, DirectoryPtr directory, QWidget* parent)
    : QDialog(parent),
      m_presenter(desk, directory),
      m_directory(std::move(directory)),
      m_tabs(new QTabWidget),
      m_error(notice("error")),
      m_add(primary(tr("Add"), QStringLiteral("plus"))),
      m_toggle(button(tr("Disable"), QStringLiteral("lock"))),
      m_password(button(tr("New password"), QStringLiteral("draft"))) {
    setWindowTitle(actionText(ActionId::accounts));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 560);
    auto* layout = column(this, space::kLarge, space::kSmall);
    layout->addWidget(label(actionText(ActionId::accounts), TypeSize::heading, true));
    addTab(Kind::user, tr("Users"));
    addTab(Kind::unit, tr("Units"));
    addTab(Kind::device, tr("Devices"));
    QFrame* card = frame("card");
    column(card, 1)->addWidget(m_tabs);
    layout->addWidget(card, 1);
    layout->addWidget(m_error);
    auto* foot = row();
    foot->addWidget(mutedLabel(tr("Disabling ends the sessions at once. Nothing is deleted.")), 1);
    for (QPushButton* each : {m_password, m_toggle, m_add}) {
        foot->addWidget(each);
    }
    layout->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::addNew);
    connect(m_toggle, &QPushButton::clicked, this, &AccountsDialog::toggle);
    connect(m_password, &QPushButton::clicked, this, &AccountsDialog::newPassword);
    connect(m_tabs, &QTabWidget::currentChanged, this, &AccountsDialog::showChoice);
    connect(&m_presenter, &AccountsPresenter::loaded, this, &AccountsDialog::showChoice);
    connect(&m_presenter, &AccountsPresenter::done, this, [this] { say(m_error, {}); });
    connect(&m_presenter, &AccountsPresenter::failed, this,
            [this](const Error& error) { say(m_error, words::ofError(error)); });
    for (const Kind each : {Kind::user, Kind::unit, Kind::device}) {
        m_presenter.load(each);
    }
    showChoice();
}

void AccountsDialog::addTab(Kind kind, const QString& title) {
    auto* view = new QTableView;
    view->setModel(&m_presenter.model(kind));
    view->setSelectionBehavior(QTableView::SelectRows);
    view->setSelectionMode(QTableView::SingleSelection);
    view->setShowGrid(false);
    view->setAlternatingRowColors(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(34);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setMinimumSectionSize(120);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setAccessibleName(title);
    m_tabs->addTab(view, title);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AccountsDialog::showChoice);
}

AccountsDialog::Kind AccountsDialog::kind() const {
    return m_tabs->currentIndex() == 0 ? Kind::user : m_tabs->currentIndex() == 1 ? Kind::unit : Kind::device;
}

QTableView* AccountsDialog::table() const { return static_cast<QTableView*>(m_tabs->currentWidget()); }

void AccountsDialog::showChoice() {
    const int row = table()->currentIndex().row();
    const bool any = row >= 0;
    const bool disabled = any && m_presenter.model(kind()).row(row).value(QLatin1String("disabled")).toBool();
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
