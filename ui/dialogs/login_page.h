// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/login_presenter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace zhida::ui {

/// The first screen: who are you, and where is the centre.
class LoginPage : public QWidget {
    Q_OBJECT

public:
    explicit LoginPage(LoginPresenter& presenter, QWidget* parent = nullptr);
    void focusFirst();

signals:
    void languageAsked();
    void themeAsked();

private:
    void buildFields(QVBoxLayout* layout);
    void buildServer(QVBoxLayout* layout);
    void buildDemo(QVBoxLayout* layout);
    void send(bool offline);
    void complain(const Error& error);
    void chooseCa();

    LoginPresenter& m_presenter;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_server = nullptr;
    QLineEdit* m_ca = nullptr;
    QComboBox* m_demo = nullptr;
    QLabel* m_error = nullptr;
    QPushButton* m_unlock = nullptr;
    QPushButton* m_signIn = nullptr;
};

}  // namespace zhida::ui
