// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/workload_presenter.h"

#include <QDialog>

namespace zhida::ui {

class WorkloadDialog : public QDialog {
    Q_OBJECT

public:
    WorkloadDialog(service::Desk& desk, const Clock& clock, QWidget* parent = nullptr);

private:
    WorkloadPresenter m_presenter;
};

}  // namespace zhida::ui
