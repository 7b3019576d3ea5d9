// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/state_path.h"

#include "ui/support/theme.h"
#include "ui/support/words.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

namespace zhida::ui {

using enum domain::TicketState;

StatePath::StatePath(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

QSize StatePath::sizeHint() const { return {420, 44}; }
QSize StatePath::minimumSizeHint() const { return {300, 44}; }

namespace {

/// Ends beside the way from registration to callback.
bool leftTheWay(domain::TicketState state) {
    return state == notAccepted || state == transferred || state == merged || state == withdrawn || state == invalid;
}

/// Which step of the way a state belongs to.
domain::TicketState stepOf(domain::TicketState state) {
    switch (state) {
        case needInfo:
            return registered;
        case returnReview:
        case redo:
        case suspended:
            return dispatched;
        case callbackRetry:
            return pendingCallback;
        default:
            return state;
    }
}

std::vector<domain::TicketState> wayOf(const domain::Ticket& ticket) {
    const bool direct = ticket.directAnswer.has_value();
    std::vector<domain::TicketState> way =
        direct ? std::vector{registered, directAnswered}
               : std::vector{registered, pendingDispatch, dispatched, submitted, pendingCallback, closed};
    if (leftTheWay(ticket.state)) {
        return {registered, ticket.state};
    }
    if (direct && ticket.state != directAnswered && ticket.state != archived) {
        way.push_back(pendingCallback);
        way.push_back(closed);
    }
    if (ticket.state == lookback || ticket.state == archived) {
        way.push_back(ticket.state);
    }
    return way;
}

}  // namespace

void StatePath::setTicket(const domain::Ticket& ticket) {
    const std::vector<domain::TicketState> way = wayOf(ticket);
    const domain::TicketState now = ticket.state;
    const domain::TicketState step = stepOf(now);
    m_careful = step != now || leftTheWay(now);
    m_finished = !domain::isOpen(now);
    m_steps.clear();
    m_current = 0;
    for (std::size_t i = 0; i < way.size(); ++i) {
        const bool here = way[i] == step;
        m_current = here ? static_cast<int>(i) : m_current;
        m_steps.push_back(words::of(here ? now : way[i]));
    }
    setAccessibleName(tr("State: %1").arg(words::of(now)));
    update();
}

void StatePath::paintEvent(QPaintEvent*) {
    if (m_steps.empty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int count = static_cast<int>(m_steps.size());
    const int step = width() / count;
    for (int i = 0; i < count; ++i) {
        const QPoint centre(step * i + step / 2, 12);
        const bool done = i < m_current || (m_finished && i == m_current);
        const bool here = i == m_current && !m_finished;
        const QColor color = here ? (m_careful ? theme().red : theme().accent) : done ? theme().green : theme().border;
        if (i + 1 < count) {
            painter.setPen(QPen(i < m_current ? theme().green : theme().border, 2));
            painter.drawLine(centre + QPoint(10, 0), centre + QPoint(step - 10, 0));
        }
        painter.setPen(QPen(color, 2));
        painter.setBrush(done || here ? color : theme().surface);
        painter.drawEllipse(centre, 7, 7);
        if (done) {
            painter.setPen(QPen(theme().surface, 2));
            painter.drawPolyline(QPolygon({centre + QPoint(-3, 0), centre + QPoint(-1, 3), centre + QPoint(4, -3)}));
        }
        const QFont font = uiFont(TypeSize::small, here);
        painter.setFont(font);
        painter.setPen(here ? color : done ? theme().text : theme().muted);
        painter.drawText(QRect(step * i, 24, step, 18), Qt::AlignCenter,
                         QFontMetrics(font).elidedText(m_steps[static_cast<std::size_t>(i)], Qt::ElideRight, step - 4));
    }
}

}  // namespace zhida::ui
