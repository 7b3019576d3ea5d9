// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/accounts_presenter.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;
class QTableView;

namespace zhida::ui {

/// Users, units, devices and the roster of the centre.
class AccountsDialog : public QDialog {
    Q_OBJECT

public:
    AccountsDialog(service::Desk& desk, const Clock& clock, DirectoryPtr directory, bool chinese,
                   QWidget* parent = nullptr);

private:
    using Kind = AccountsPresenter::Kind;
    void addTab(Kind kind, const QString& title, const QString& empty);
    void addNew();
    void toggle();
    void newPassword();
    void endPlace();
    void showChoice();
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QTableView* table() const;

    AccountsPresenter m_presenter;
    DirectoryPtr m_directory;
    bool m_chinese;
    QDate m_today;
    QTabWidget* m_tabs;
    QLabel* m_error;
    QLabel* m_remark = nullptr;
    QPushButton* m_add;
    QPushButton* m_toggle;
    QPushButton* m_password;
    QPushButton* m_end;
};

}  // namespace zhida::ui
