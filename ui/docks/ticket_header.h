// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/ticket_presenter.h"

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace zhida::ui {

class StatePath;

/// The band above a ticket: number, title, marks, the way it has gone, its clock, who calls.
class TicketHeader : public QFrame {
    Q_OBJECT

public:
    explicit TicketHeader(QWidget* parent = nullptr);
    void setTicket(const service::TicketView& view, const Directory& directory, Instant now, UtcOffset offset,
                   std::size_t others);
    static constexpr int kRevealSeconds = 30;

signals:
    void copyAsked();
    void othersAsked(const QString& phone);

private:
    void showCaller(bool plain);
    void showMarks(const domain::Ticket& ticket);

    QLabel* m_number;
    QLabel* m_title;
    QLabel* m_urgency;
    QLabel* m_type;
    QLabel* m_secret;
    QLabel* m_redo;
    QLabel* m_pending;
    QLabel* m_left;
    QLabel* m_due;
    QLabel* m_holder;
    QLabel* m_caller;
    QToolButton* m_reveal;
    QPushButton* m_others;
    QBoxLayout* m_marks;
    StatePath* m_path;
    domain::Caller m_who;
    QTimer m_hide;
};

}  // namespace zhida::ui
