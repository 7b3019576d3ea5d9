// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/desk_signals.h"

#include "ui/support/ask.h"

namespace zhida::ui {

DeskSignals::DeskSignals(service::Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_status(desk.sync().status()) {
    m_desk.onChange(guarded(this, [this](const service::ChangeSet& change) { emit changed(change); }));
    m_desk.onSyncStatus(guarded(this, [this](const service::SyncStatus& status) {
        m_status = status;
        emit statusChanged(m_status);
    }));
}

DeskSignals::~DeskSignals() {
    m_desk.onChange({});
    m_desk.onSyncStatus({});
}

}  // namespace zhida::ui
