// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/account_dialogs.h"

#include "ui/delegates/widgets.h"
#include "ui/forms/form.h"
#include "ui/support/coded.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace zhida::ui {
namespace {

constexpr int kShortestPassword = 8;
constexpr int kUsualPlaceDays = 90;

/// A label above its field; the label names the field for screen readers.
template <class Field>
Field* labelled(QVBoxLayout* layout, const QString& name, Field* field) {
    QLabel* above = label(name, TypeSize::small);
    above->setObjectName(QStringLiteral("muted"));
    above->setBuddy(field);
    field->setAccessibleName(name);
    layout->addWidget(above);
    layout->addWidget(field);
    return field;
}

QVBoxLayout* accountLayout(QDialog* dialog, const QString& title) {
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(420, 10);
    auto* layout = column(dialog, space::kLarge, space::kTiny);
    layout->addWidget(label(title, TypeSize::heading, true));
    return layout;
}

template <class Accept>
QLabel* finish(QDialog* dialog, QVBoxLayout* layout, Accept accept) {
    QLabel* error = notice("error");
    layout->addWidget(error);
    auto* foot = row();
    foot->addStretch();
    QPushButton* cancel = button(QCoreApplication::translate("Accounts", "Cancel"));
    QPushButton* save = primary(QCoreApplication::translate("Accounts", "Save"), QStringLiteral("check"));
    save->setDefault(true);
    foot->addWidget(cancel);
    foot->addWidget(save);
    layout->addSpacing(space::kSmall);
    layout->addLayout(foot);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::close);
    QObject::connect(save, &QPushButton::clicked, dialog, accept);
    return error;
}

QLineEdit* passwordLine() {
    auto* line = new QLineEdit;
    line->setEchoMode(QLineEdit::Password);
    return line;
}

QDateEdit* dayEdit(QDate day) {
    auto* edit = new QDateEdit(day);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    return edit;
}

}  // namespace

UserDialog::UserDialog(const Directory& directory, QWidget* parent) : QDialog(parent) {
    QVBoxLayout* layout = accountLayout(this, tr("New user"));
    m_user = labelled(layout, tr("User"), new QLineEdit);
    m_name = labelled(layout, tr("Name"), new QLineEdit);
    m_role = labelled(layout, tr("Role"), new QComboBox);
    for (const auto& each : EnumCodes<domain::Role>::kTable) {
        if (each.first != domain::Role::system) {
            m_role->addItem(words::of(each.first), q(each.second));
        }
    }
    m_unit = labelled(layout, tr("Unit"), new Picker);
    m_unit->setChoices(unitChoices(directory));
    m_password = labelled(layout, tr("Password"), passwordLine());
    m_password->setPlaceholderText(tr("At least %1 characters").arg(kShortestPassword));
    m_error = finish(this, layout, [this] { check(); });
}

void UserDialog::check() {
    if (m_user->text().trimmed().isEmpty() || m_unit->code().empty()) {
        say(m_error, words::ofError(Error("text.missing", {{"field", m_unit->code().empty() ? "unit" : "user"}})));
        return;
    }
    if (m_password->text().size() < kShortestPassword) {
        say(m_error, words::ofError(Error("auth.weakPassword", {{"least", std::to_string(kShortestPassword)}})));
        return;
    }
    emit ready({{QStringLiteral("user"), m_user->text().trimmed()},
                {QStringLiteral("name"), m_name->text().trimmed()},
                {QStringLiteral("role"), m_role->currentData().toString()},
                {QStringLiteral("unit"), q(m_unit->code())},
                {QStringLiteral("password"), m_password->text()}});
    close();
}

UnitDialog::UnitDialog(const Directory& directory, QWidget* parent) : QDialog(parent) {
    QVBoxLayout* layout = accountLayout(this, tr("New unit"));
    m_code = labelled(layout, tr("Code"), new QLineEdit);
    m_name = labelled(layout, tr("Name"), new QLineEdit);
    m_region = labelled(layout, tr("Region"), new Picker);
    m_region->setChoices(regionChoices(directory));
    m_phone = labelled(layout, tr("Telephone"), new QLineEdit);
    m_error = finish(this, layout, [this] { check(); });
}

void UnitDialog::check() {
    if (m_code->text().trimmed().isEmpty() || m_name->text().trimmed().isEmpty()) {
        say(m_error, tr("Code and name are needed."));
        return;
    }
    emit ready({{QStringLiteral("code"), m_code->text().trimmed()},
                {QStringLiteral("name"), m_name->text().trimmed()},
                {QStringLiteral("region"), q(m_region->code())},
                {QStringLiteral("phone"), m_phone->text().trimmed()}});
    close();
}

RosterDialog::RosterDialog(const Directory& directory, QDate today, bool chinese, QWidget* parent) : QDialog(parent) {
    QVBoxLayout* layout = accountLayout(this, tr("On the roster"));
    m_user = labelled(layout, tr("User"), new Picker);
    m_user->setChoices(userChoices(directory));
    m_unit = labelled(layout, tr("Works for"), new Picker);
    m_unit->setChoices(unitChoices(directory));
    m_right = labelled(layout, tr("Right"), new QComboBox);
    for (const domain::RosterRight& each : directory.rules().rosterRights) {
        m_right->addItem(nameIn(each, chinese), q(each.code));
    }
    m_from = labelled(layout, tr("First day"), dayEdit(today));
    m_to = labelled(layout, tr("Last day"), dayEdit(today.addDays(kUsualPlaceDays)));
    m_error = finish(this, layout, [this] { check(); });
    if (m_right->count() == 0) {
        say(m_error, tr("The procedure names no rights for the roster yet: add one in the rules editor."));
    }
}

void RosterDialog::check() {
    const char* missing = m_user->code().empty()   ? "user"
                          : m_unit->code().empty() ? "unit"
                          : m_right->count() == 0  ? "right"
                                                   : nullptr;
    if (missing != nullptr) {
        say(m_error, words::ofError(Error("text.missing", {{"field", missing}})));
        return;
    }
    const QString from = m_from->date().toString(Qt::ISODate), to = m_to->date().toString(Qt::ISODate);
    if (to < from) {
        say(m_error, words::ofError(Error("roster.badPeriod", {{"from", s(from)}, {"to", s(to)}})));
        return;
    }
    emit ready({{QStringLiteral("user"), q(m_user->code())},
                {QStringLiteral("unit"), q(m_unit->code())},
                {QStringLiteral("right"), m_right->currentData().toString()},
                {QStringLiteral("from"), from},
                {QStringLiteral("to"), to}});
    close();
}

RosterEndDialog::RosterEndDialog(const QString& user, QDate last, QDate today, QWidget* parent) : QDialog(parent) {
    QVBoxLayout* layout = accountLayout(this, tr("Last day of %1").arg(user));
    m_last = labelled(layout, tr("Last day"), dayEdit(std::min(last, today)));
    m_last->setDateRange(today.addDays(-1), last);
    QLabel* remark = mutedLabel(tr("It ends at midnight of that day; yesterday ends it at once."));
    remark->setWordWrap(true);
    layout->addWidget(remark);
    finish(this, layout, [this] {
        emit ready(m_last->date());
        close();
    });
}

PasswordDialog::PasswordDialog(const QString& user, QWidget* parent) : QDialog(parent) {
    QVBoxLayout* layout = accountLayout(this, tr("New password for %1").arg(user));
    m_password = labelled(layout, tr("New password"), passwordLine());
    m_again = labelled(layout, tr("Once more"), passwordLine());
    m_error = finish(this, layout, [this] {
        if (m_password->text() != m_again->text()) {
            say(m_error, tr("The two are not the same."));
        } else if (m_password->text().size() < kShortestPassword) {
            say(m_error, words::ofError(Error("auth.weakPassword", {{"least", std::to_string(kShortestPassword)}})));
        } else {
            emit ready(m_password->text());
            close();
        }
    });
}

}  // namespace zhida::ui
