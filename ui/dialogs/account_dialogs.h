// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/picker.h"
#include "ui/support/directory.h"

#include <QDate>
#include <QDialog>
#include <QJsonObject>

class QComboBox;
class QDateEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace zhida::ui {

/// A new person of the centre.
class UserDialog : public QDialog {
    Q_OBJECT

public:
    explicit UserDialog(const Directory& directory, QWidget* parent = nullptr);

signals:
    void ready(const QJsonObject& arguments);

private:
    void check();

    QLineEdit* m_user;
    QLineEdit* m_name;
    QComboBox* m_role;
    Picker* m_unit;
    QLineEdit* m_password;
    QLabel* m_error;
};

/// A new unit.
class UnitDialog : public QDialog {
    Q_OBJECT

public:
    explicit UnitDialog(const Directory& directory, QWidget* parent = nullptr);

signals:
    void ready(const QJsonObject& arguments);

private:
    void check();

    QLineEdit* m_code;
    QLineEdit* m_name;
    Picker* m_region;
    QLineEdit* m_phone;
    QLabel* m_error;
};

/// A place on the roster: whose rights last from one day to another.
class RosterDialog : public QDialog {
    Q_OBJECT

public:
    RosterDialog(const Directory& directory, QDate today, bool chinese, QWidget* parent = nullptr);

signals:
    void ready(const QJsonObject& arguments);

private:
    void check();

    Picker* m_user;
    Picker* m_unit;
    QComboBox* m_right;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QLabel* m_error;
};

/// The last day of a place on the roster; yesterday ends it at once.
class RosterEndDialog : public QDialog {
    Q_OBJECT

public:
    RosterEndDialog(const QString& user, QDate last, QDate today, QWidget* parent = nullptr);

signals:
    void ready(QDate last);

private:
    QDateEdit* m_last;
};

/// A new password for somebody.
class PasswordDialog : public QDialog {
    Q_OBJECT

public:
    explicit PasswordDialog(const QString& user, QWidget* parent = nullptr);

signals:
    void ready(const QString& password);

private:
    QLineEdit* m_password;
    QLineEdit* m_again;
    QLabel* m_error;
};

}  // namespace zhida::ui
