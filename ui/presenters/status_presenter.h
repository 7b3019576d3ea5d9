// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/support/desk_signals.h"

#include <QObject>
#include <QTimer>

namespace zhida::ui {

/// The sync line at the lower left, in words: how fresh what is shown is, what waits, what needs somebody.
class StatusPresenter : public QObject {
    Q_OBJECT

public:
    enum class Tone : std::uint8_t { good, working, careful, bad };

    StatusPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// What the line means and why it is down.
    [[nodiscard]] QString tooltip() const;
    [[nodiscard]] Tone tone() const;
    [[nodiscard]] bool filling() const { return m_status.line == service::SyncStatus::Line::filling; }
    [[nodiscard]] int percent() const;
    [[nodiscard]] bool offline() const { return m_status.line == service::SyncStatus::Line::offline; }

signals:
    void changed();

private:
    [[nodiscard]] QString lineText() const;

    const Clock& m_clock;
    UtcOffset m_offset;
    service::SyncStatus m_status;
    QTimer m_second;
};

}  // namespace zhida::ui
