// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace zhida::ui {

/// "Dispatched to … Undo (Ctrl+Z) 20 s": a quiet line that counts down and goes away by itself.
class UndoBar : public QFrame {
    Q_OBJECT

public:
    explicit UndoBar(QWidget* parent = nullptr);
    void offer(const TicketId& ticket, const CommandId& command, const QString& done, int seconds);
    /// Better words for what is offered now.
    void say(const QString& done);
    void withdraw();

    [[nodiscard]] bool offers() const { return m_seconds > 0; }
    [[nodiscard]] const TicketId& ticket() const { return m_ticket; }
    [[nodiscard]] const CommandId& command() const { return m_command; }
    [[nodiscard]] QString text() const;

signals:
    void undoAsked();

private:
    void showSeconds();

    QLabel* m_done;
    QPushButton* m_undo;
    QTimer m_tick;
    TicketId m_ticket;
    CommandId m_command;
    int m_seconds = 0;
};

}  // namespace zhida::ui
