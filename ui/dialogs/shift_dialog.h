// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shift_presenter.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTabWidget;
class QVBoxLayout;

namespace zhida::ui {

class Picker;

/// 交接班: what is in my hands, to whom it goes, what I am doing, who is there; leaving only when nothing is left behind.
class ShiftDialog : public QDialog {
    Q_OBJECT

public:
    ShiftDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, const DirectoryPtr& directory,
                QWidget* parent = nullptr);

    [[nodiscard]] ShiftPresenter& presenter() { return m_presenter; }
    /// Says why signing out has led here.
    void tell(const Error& error);

signals:
    void opened(const zhida::TicketId& ticket);
    /// Nothing is left behind.
    void signOutAsked();

private:
    void buildPresence(QVBoxLayout* layout);
    void buildTabs(QVBoxLayout* layout);
    void buildFoot(QVBoxLayout* layout, const Directory& directory);
    void connectPresenter();
    QTableView* addTab(JsonTableModel& model, const QString& title, const QString& empty);
    void showState();
    void giveChosen();
    void openChosen();
    [[nodiscard]] std::vector<int> chosenRows() const;
    [[nodiscard]] QTableView* table() const;
    [[nodiscard]] UserCode successor() const;

    ShiftPresenter m_presenter;
    QComboBox* m_state;
    QLineEdit* m_reason;
    QTabWidget* m_tabs;
    QTableView* m_held = nullptr;
    QTableView* m_people = nullptr;
    QTableView* m_orphans = nullptr;
    Picker* m_successor;
    QLabel* m_told;
    QLabel* m_error;
    QPushButton* m_open;
    QPushButton* m_give;
    QPushButton* m_leave;
};

}  // namespace zhida::ui
