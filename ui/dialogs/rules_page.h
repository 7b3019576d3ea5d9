// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/rules_record_form.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace zhida::ui {

class RulesTrialPanel;

/// One place of the procedure file: a list with the fields of its current entry, or the fields of a record. Lists within an
/// entry are opened in its place; the way back is on top.
class RulesPage : public QWidget {
    Q_OBJECT

public:
    RulesPage(RulesPresenter& presenter, const Clock& clock, QWidget* parent = nullptr);

    /// A part ("deadlines", ""), an entry or a field: whatever a problem names.
    void open(const std::string& path);
    [[nodiscard]] const std::string& list() const { return m_list; }
    [[nodiscard]] RulesTable* table() { return m_table; }
    [[nodiscard]] RulesRecordForm* form() { return m_form; }
    /// One list further out; false when there is none.
    bool back();

signals:
    void partChanged(const std::string& part);

private:
    void build(const std::string& list, const std::string& record);
    void buildList(QVBoxLayout* layout);
    void showRow(int row);
    void showWay();
    [[nodiscard]] QScrollArea* scrolled(QWidget* inner);

    RulesPresenter& m_presenter;
    const Clock& m_clock;
    std::string m_list;    ///< "" while a record that is in no list is shown
    std::string m_record;  ///< the record that is shown when there is no list
    QLabel* m_way;
    QPushButton* m_back;
    QWidget* m_content = nullptr;
    RulesTable* m_table = nullptr;
    RulesRecordForm* m_form = nullptr;
    RulesTrialPanel* m_trial = nullptr;
    QVBoxLayout* m_layout;
    QBoxLayout* m_below = nullptr;  ///< where the fields of the current entry stand
    QWidget* m_none = nullptr;      ///< stands there without an entry
};

}  // namespace zhida::ui
