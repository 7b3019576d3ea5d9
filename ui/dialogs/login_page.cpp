// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/login_page.h"

#include "ui/delegates/widgets.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace zhida::ui {
namespace {

QLineEdit* loginLine(QVBoxLayout* layout, const QString& name, const QString& value, const QString& hint = {}) {
    QLabel* above = label(name, TypeSize::small);
    above->setObjectName(QStringLiteral("muted"));
    auto* line = new QLineEdit(value);
    line->setAccessibleName(name);
    line->setPlaceholderText(hint);
    above->setBuddy(line);
    layout->addWidget(above);
    layout->addWidget(line);
    return line;
}

}  // namespace

LoginPage::LoginPage(LoginPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter) {
    setObjectName(QStringLiteral("page"));
    auto* outer = column(this, space::kHuge);
    auto* corner = row();
    corner->addStretch();
    QPushButton* language = button(ActionId::language);
    QPushButton* shade = button(ActionId::theme);
    corner->addWidget(shade);
    corner->addWidget(language);
    outer->addLayout(corner);
    outer->addStretch(2);
    QFrame* card = frame("card");
    card->setFixedWidth(440);
    auto* layout = column(card, space::kHuge + space::kSmall, space::kTiny);
    auto* head = row(nullptr, 0, space::kMedium);
    auto* mark = new QLabel;
    mark->setPixmap(iconPixmap(QStringLiteral("zhida"), 44, theme().accent));
    head->addWidget(mark);
    auto* names = column(nullptr, 0, 0);
    names->addWidget(label(tr("Zhida"), TypeSize::title, true));
    names->addWidget(mutedLabel(tr("The 12345 hotline workstation")));
    head->addLayout(names, 1);
    layout->addLayout(head);
    layout->addSpacing(space::kMedium);
    buildDemo(layout);
    buildFields(layout);
    buildServer(layout);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(language, &QPushButton::clicked, this, &LoginPage::languageAsked);
    connect(shade, &QPushButton::clicked, this, &LoginPage::themeAsked);
    connect(&m_presenter, &LoginPresenter::failed, this, &LoginPage::complain);
    connect(&m_presenter, &LoginPresenter::busyChanged, this, [this](bool busy) {
        m_signIn->setEnabled(!busy);
        m_signIn->setText(busy ? tr("Signing in …") : tr("Sign in"));
    });
}

void LoginPage::buildDemo(QVBoxLayout* layout) {
    const std::vector<DemoAccount> accounts = m_presenter.port().demoAccounts();
    if (accounts.empty()) {
        return;
    }
    QLabel* hint = notice("hint");
    say(hint, tr("Demo: choose who you are. No password is needed."));
    layout->addWidget(hint);
    layout->addSpacing(space::kTiny);
    m_demo = new QComboBox;
    m_demo->setAccessibleName(tr("Demo account"));
    for (const DemoAccount& each : accounts) {
        const auto role = enumFrom<domain::Role>(s(each.role));
        QString text = each.name + QStringLiteral(" · ") + (role ? words::of(*role) : each.role);
        if (!each.unit.isEmpty()) {
            text += QStringLiteral(" · ") + each.unit;
        }
        m_demo->addItem(text, each.user);
    }
    m_demo->setCurrentIndex(m_demo->findData(m_presenter.port().remembered().user));
    layout->addWidget(m_demo);
    QPushButton* enter = primary(tr("Enter the demo"), QStringLiteral("answer"));
    layout->addSpacing(space::kSmall);
    layout->addWidget(enter);
    layout->addSpacing(space::kLarge);
    connect(enter, &QPushButton::clicked, this, [this] {
        SignInRequest request = m_presenter.port().remembered();
        request.user = m_demo->currentData().toString();
        request.password.clear();
        m_presenter.signIn(request);
    });
}

void LoginPage::buildFields(QVBoxLayout* layout) {
    const SignInRequest remembered = m_presenter.port().remembered();
    m_user = loginLine(layout, tr("User"), remembered.user);
    m_password = loginLine(layout, tr("Password"), {});
    m_password->setEchoMode(QLineEdit::Password);
    m_error = notice("error");
    layout->addSpacing(space::kTiny);
    layout->addWidget(m_error);
    m_signIn = m_demo == nullptr ? primary(tr("Sign in")) : button(tr("Sign in"));
    m_unlock = button(tr("Work offline with what is on this machine"), QStringLiteral("offline"));
    m_unlock->hide();
    layout->addSpacing(space::kSmall);
    layout->addWidget(m_signIn);
    layout->addWidget(m_unlock);
    connect(m_signIn, &QPushButton::clicked, this, [this] { send(false); });
    connect(m_unlock, &QPushButton::clicked, this, [this] { send(true); });
    connect(m_password, &QLineEdit::returnPressed, this, [this] { send(false); });
    connect(m_user, &QLineEdit::returnPressed, m_password, qOverload<>(&QLineEdit::setFocus));
}

void LoginPage::buildServer(QVBoxLayout* layout) {
    const SignInRequest remembered = m_presenter.port().remembered();
    layout->addSpacing(space::kMedium);
    m_server = loginLine(layout, tr("Server"), remembered.server, QStringLiteral("wss://host:port"));
    m_ca = loginLine(layout, tr("CA file"), remembered.caFile, tr("ca.pem of your centre"));
    QAction* choose = m_ca->addAction(icon(QStringLiteral("open"), theme().muted), QLineEdit::TrailingPosition);
    choose->setToolTip(tr("Choose the file"));
    connect(choose, &QAction::triggered, this, &LoginPage::chooseCa);
}

void LoginPage::chooseCa() {
    auto* dialog =
        new QFileDialog(this, tr("Choose the CA file of your centre"), m_ca->text(), tr("Certificates (*.pem *.crt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_ca, &QLineEdit::setText);
    dialog->open();
}

void LoginPage::focusFirst() {
    if (m_demo != nullptr) {
        m_demo->setFocus();
    } else {
        (m_user->text().isEmpty() ? m_user : m_password)->setFocus();
    }
}

void LoginPage::send(bool offline) {
    say(m_error, {});
    m_presenter.signIn(
        {m_user->text().trimmed(), m_password->text(), m_server->text().trimmed(), m_ca->text().trimmed(), offline});
}

void LoginPage::complain(const Error& error) {
    say(m_error, words::ofError(error));
    m_unlock->setVisible(m_presenter.mayUnlockOffline());
    m_password->selectAll();
    m_password->setFocus();
}

}  // namespace zhida::ui
