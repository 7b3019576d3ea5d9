// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/outbox_model.h"
#include "ui/support/desk_signals.h"

#include <QObject>

namespace zhida::ui {

/// The tray of what waits and what was refused.
class OutboxPresenter : public QObject {
    Q_OBJECT

public:
    OutboxPresenter(service::Desk& desk, DeskSignals& signals_, QObject* parent = nullptr);

    [[nodiscard]] OutboxModel& model() { return m_model; }
    void reload();
    /// Takes a refused command out of the tray.
    void dismiss(int row);

signals:
    void loaded();
    void failed(const zhida::Error& error);

private:
    service::Desk& m_desk;
    OutboxModel m_model;
};

}  // namespace zhida::ui
