// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/presenters/rules_presenter.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace zhida::ui {

class RulesPage;

/// The centre's work method, for administrators: its parts on the left, one of them on the right, what is wrong below.
class RulesDialog : public QDialog {
    Q_OBJECT

public:
    RulesDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QWidget* parent = nullptr);

    [[nodiscard]] RulesPresenter& presenter() { return m_presenter; }
    [[nodiscard]] RulesPage& page() { return *m_page; }
    /// Asks for the reason, then saves; shows the first problem instead when there is one.
    void save();
    void showHistory();

private:
    void buildHead(QVBoxLayout* layout);
    void buildMiddle(QVBoxLayout* layout);
    void buildFoot(QVBoxLayout* layout);
    void buildKeys();
    void connectPresenter();
    void fillParts();
    void showParts();
    void showState();
    void showProblems();
    void nextProblem(int by);
    void importFile();
    void exportFile();
    void compare();

    service::Desk& m_desk;
    DeskSignals& m_signals;
    const Clock& m_clock;
    RulesPresenter m_presenter;
    RulesPage* m_page = nullptr;
    QListWidget* m_parts;
    QListWidget* m_problems;
    QWidget* m_problemCard = nullptr;
    QLabel* m_version;
    QLabel* m_state;
    QLabel* m_error;
    QLabel* m_offline;
    QPushButton* m_newer;
    QPushButton* m_undo;
    QPushButton* m_redo;
    QPushButton* m_discard;
    QPushButton* m_save;
};

}  // namespace zhida::ui
