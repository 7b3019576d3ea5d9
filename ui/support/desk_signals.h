// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <QObject>

namespace zhida::ui {

/// The desk's notices as signals, so that many can listen. GUI thread.
class DeskSignals : public QObject {
    Q_OBJECT

public:
    explicit DeskSignals(service::Desk& desk, QObject* parent = nullptr);
    ~DeskSignals() override;
    DeskSignals(const DeskSignals&) = delete;
    DeskSignals& operator=(const DeskSignals&) = delete;

    [[nodiscard]] const service::SyncStatus& status() const { return m_status; }

signals:
    void changed(const zhida::service::ChangeSet& change);
    void statusChanged(const zhida::service::SyncStatus& status);

private:
    service::Desk& m_desk;
    service::SyncStatus m_status;
};

}  // namespace zhida::ui
