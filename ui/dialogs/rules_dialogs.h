// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/rules_history.h"
#include "ui/presenters/rules_presenter.h"

#include <QDialog>

#include <set>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace zhida::ui {

/// What a new version changes, and why: the reason is mandatory.
class RulesSaveDialog : public QDialog {
    Q_OBJECT

public:
    explicit RulesSaveDialog(RulesPresenter& presenter, QWidget* parent = nullptr);

private:
    void save();

    RulesPresenter& m_presenter;
    QLineEdit* m_why;
    QLabel* m_error;
    QPushButton* m_save;
};

/// Versions of the centre and packs that ship: what they changed, and a new start from one.
class RulesHistoryDialog : public QDialog {
    Q_OBJECT

public:
    RulesHistoryDialog(service::Desk& desk, RulesPresenter& presenter, QWidget* parent = nullptr);

signals:
    /// The file of a version or a pack is to be what is changed.
    void chosen(const QString& text);

private:
    void fill();
    void showChoice();
    void start();
    [[nodiscard]] int version() const;  ///< 0: a pack, or nothing
    [[nodiscard]] QString pack() const;

    RulesPresenter& m_presenter;
    RulesHistory m_history;
    QListWidget* m_list;
    QPlainTextEdit* m_text;
    QCheckBox* m_sinceThen;
    QLabel* m_error;
    QPushButton* m_start;
};

/// Somebody else has saved a version meanwhile: both side by side, part by part.
class RulesClashDialog : public QDialog {
    Q_OBJECT

public:
    explicit RulesClashDialog(RulesPresenter& presenter, QWidget* parent = nullptr);

private:
    void addClash(const RulesClash& clash, QVBoxLayout* layout);

    RulesPresenter& m_presenter;
    std::set<std::string> m_takeTheirs;
};

}  // namespace zhida::ui
