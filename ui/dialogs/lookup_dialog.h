// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/lookup_presenter.h"

#include <QDialog>

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace zhida::ui {

/// "How far is my matter?": a phone number or a ticket number, and the tickets it belongs to.
class LookUpDialog : public QDialog {
    Q_OBJECT

public:
    LookUpDialog(service::Desk& desk, const Clock& clock, DirectoryPtr directory, QWidget* parent = nullptr);
    void lookUp(const QString& text);

signals:
    void opened(const zhida::TicketId& ticket);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openRow(int row);

    LookUpPresenter m_presenter;
    QLineEdit* m_text;
    QStackedWidget* m_stack;
    QTableView* m_table;
};

}  // namespace zhida::ui
