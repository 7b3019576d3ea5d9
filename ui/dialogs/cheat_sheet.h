// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace zhida::ui {

/// All keys on one page, out of the action table.
class CheatSheet : public QDialog {
    Q_OBJECT

public:
    explicit CheatSheet(QWidget* parent = nullptr);
};

}  // namespace zhida::ui
