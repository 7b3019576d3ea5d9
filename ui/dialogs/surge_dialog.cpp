// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/surge_dialog.h"

#include "ui/delegates/widgets.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>

namespace zhida::ui {

SurgeDialog::SurgeDialog(SurgePresenter& presenter, const Clock& clock, UtcOffset offset, QWidget* parent)
    : QDialog(parent), m_presenter(presenter), m_list(new QListWidget) {
    setWindowTitle(actionText(ActionId::surges));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(680, 420);
    auto* layout = column(this, space::kLarge, space::kSmall);
    layout->addWidget(label(actionText(ActionId::surges), TypeSize::heading, true));
    layout->addWidget(mutedLabel(tr("Many alike within a few hours. Enter opens the first one of them.")));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(actionText(ActionId::surges));
    QFrame* card = frame("card");
    column(card, space::kTiny)->addWidget(m_list);
    layout->addWidget(card, 1);
    for (const domain::Surge& each : m_presenter.surges()) {
        const Instant now = clock.now();
        m_list->addItem(q(each.title) + QLatin1Char('\n') +
                        tr("%n alike since %1, the last %2", nullptr, static_cast<int>(each.tickets.size()))
                            .arg(momentText(each.since, now, offset), momentText(each.last, now, offset)));
    }
    if (m_list->count() == 0) {
        m_list->addItem(tr("There is no surge now."));
        m_list->item(0)->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        const auto row = static_cast<std::size_t>(m_list->currentRow());
        if (row < m_presenter.surges().size()) {
            emit opened(m_presenter.surges()[row].tickets.front());
            close();
        }
    });
    m_presenter.see();
}

}  // namespace zhida::ui
