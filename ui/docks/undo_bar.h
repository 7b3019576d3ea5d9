// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/undo_presenter.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace zhida::ui {

/// "Dispatched to … Withdraw (Ctrl+Z) 20 s": a quiet line that counts down and goes away by itself. It says "withdraw" while
/// nothing has left this desk, "undo" afterwards.
class UndoBar : public QFrame {
    Q_OBJECT

public:
    UndoBar(UndoPresenter& presenter, const Clock& clock, QWidget* parent = nullptr);

    [[nodiscard]] bool offers() const { return m_presenter.offered().has_value(); }
    [[nodiscard]] QString text() const;
    /// What the button says.
    [[nodiscard]] QString offerText() const;

signals:
    void undoAsked();

private:
    void showOffer();

    UndoPresenter& m_presenter;
    const Clock& m_clock;
    QLabel* m_done;
    QPushButton* m_undo;
    QTimer m_tick;
};

}  // namespace zhida::ui
