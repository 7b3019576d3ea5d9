// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/undo_bar.h"

#include "ui/delegates/widgets.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace zhida::ui {

UndoBar::UndoBar(UndoPresenter& presenter, const Clock& clock, QWidget* parent)
    : QFrame(parent), m_presenter(presenter), m_clock(clock), m_done(label({})), m_undo(linkButton({})) {
    setObjectName(QStringLiteral("foot"));
    auto* across = row(this, space::kSmall, space::kMedium);
    m_done->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // long words must not widen the pane
    across->addWidget(m_done, 1);
    across->addWidget(m_undo);
    hide();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, &m_presenter, &UndoPresenter::tick);
    connect(&m_presenter, &UndoPresenter::changed, this, &UndoBar::showOffer);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoAsked);
}

QString UndoBar::text() const { return m_done->text(); }

QString UndoBar::offerText() const { return m_undo->text(); }

void UndoBar::showOffer() {
    setVisible(offers());
    if (!offers()) {
        m_tick.stop();
        return;
    }
    if (!m_tick.isActive()) {
        m_tick.start();
    }
    const QString words = m_presenter.offered()->words;
    m_done->setText(words);
    m_done->setToolTip(words);
    const QString what = m_presenter.held() ? tr("Withdraw (%1), nothing has left yet").arg(keyText(ActionId::undo))
                                            : tr("Undo (%1)").arg(keyText(ActionId::undo));
    const std::int64_t left = std::max<std::int64_t>(0, m_presenter.until().ms - m_clock.now().ms);
    m_undo->setText(tr("%1  %2 s").arg(what).arg((left + kSecondMs - 1) / kSecondMs));
    m_undo->setAccessibleName(m_undo->text());
}

}  // namespace zhida::ui
