// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/workload_dialog.h"

#include "ui/charts/workload_chart.h"
#include "ui/delegates/widgets.h"
#include "ui/support/keymap.h"

#include <QBoxLayout>
#include <QLabel>

namespace zhida::ui {

WorkloadDialog::WorkloadDialog(service::Desk& desk, const Clock& clock, QWidget* parent)
    : QDialog(parent), m_presenter(desk, clock) {
    setWindowTitle(actionText(ActionId::workload));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 520);
    auto* layout = column(this, space::kLarge, space::kSmall);
    layout->addWidget(label(actionText(ActionId::workload), TypeSize::heading, true));
    QFrame* card = frame("card");
    column(card, space::kMedium)->addWidget(new WorkloadChart(m_presenter));
    layout->addWidget(card, 1);
    m_presenter.load();
}

}  // namespace zhida::ui
