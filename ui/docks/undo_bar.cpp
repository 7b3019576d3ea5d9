// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/undo_bar.h"

#include "ui/delegates/widgets.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace zhida::ui {

UndoBar::UndoBar(QWidget* parent) : QFrame(parent), m_done(label({})), m_undo(linkButton({})) {
    setObjectName(QStringLiteral("foot"));
    auto* across = row(this, space::kSmall, space::kMedium);
    m_done->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // long words must not widen the pane
    across->addWidget(m_done, 1);
    across->addWidget(m_undo);
    hide();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        --m_seconds;
        showSeconds();
    });
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoAsked);
}

void UndoBar::offer(const TicketId& ticket, const CommandId& command, const QString& done, int seconds) {
    m_ticket = ticket;
    m_command = command;
    m_seconds = seconds;
    say(done);
    m_tick.start();
    showSeconds();
}

void UndoBar::say(const QString& done) {
    m_done->setText(done);
    m_done->setToolTip(done);
}

QString UndoBar::text() const { return m_done->text(); }

void UndoBar::withdraw() {
    m_seconds = 0;
    showSeconds();
}

void UndoBar::showSeconds() {
    if (m_seconds <= 0) {
        m_tick.stop();
    }
    m_undo->setText(tr("%1  %2 s").arg(actionHint(ActionId::undo)).arg(m_seconds));
    m_undo->setAccessibleName(m_undo->text());
    setVisible(m_seconds > 0);
}

}  // namespace zhida::ui
