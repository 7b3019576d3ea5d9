// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/choice_model.h"
#include "ui/support/keymap.h"

#include <QDialog>

#include <map>
#include <set>

class QLineEdit;
class QListView;

namespace zhida::ui {

/// Every action by its words, or by the initials of their pinyin.
class Palette : public QDialog {
    Q_OBJECT

public:
    /// `enabled` actions are offered first; the `barred` ones after them, each with why it cannot be done now.
    Palette(const std::set<ActionId>& enabled, std::map<ActionId, QString> barred, QWidget* parent = nullptr);

signals:
    void chosen(zhida::ui::ActionId action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);

    std::map<ActionId, QString> m_barred;
    ChoiceModel m_model;
    QLineEdit* m_text;
    QListView* m_list;
};

}  // namespace zhida::ui
