// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/surge_presenter.h"

#include <QDialog>

class QListWidget;

namespace zhida::ui {

/// The surges that go on now. Enter opens the first ticket of one.
class SurgeDialog : public QDialog {
    Q_OBJECT

public:
    SurgeDialog(SurgePresenter& presenter, const Clock& clock, UtcOffset offset, QWidget* parent = nullptr);

signals:
    void opened(const zhida::TicketId& ticket);

private:
    SurgePresenter& m_presenter;
    QListWidget* m_list;
};

}  // namespace zhida::ui
