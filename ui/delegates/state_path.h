// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace zhida::ui {

/// The way of a ticket as a row of steps: what is done, where it stands, what comes.
class StatePath : public QWidget {
    Q_OBJECT

public:
    explicit StatePath(QWidget* parent = nullptr);
    void setTicket(const domain::Ticket& ticket);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<QString> m_steps;
    int m_current = 0;
    bool m_finished = false;
    bool m_careful = false;
};

}  // namespace zhida::ui
