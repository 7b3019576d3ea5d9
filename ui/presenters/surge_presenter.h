// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/domain/surge.h"
#include "ui/support/desk_signals.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <set>
#include <vector>

namespace zhida::ui {

/// The surges that go on now, for those who are told of them. Each is news once: until somebody has seen it.
class SurgePresenter : public QObject {
    Q_OBJECT

public:
    /// `seen`: tickets of surges that were seen before, as seen() gave them.
    SurgePresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, const QStringList& seen,
                   QObject* parent = nullptr);

    void load();
    [[nodiscard]] const std::vector<domain::Surge>& surges() const { return m_surges; }
    /// How many nobody has looked at.
    [[nodiscard]] int news() const;
    void see();
    [[nodiscard]] QStringList seen() const;

    static constexpr int kPauseMs = 2'000;  ///< a burst of calls is looked at once

signals:
    void changed();
    /// As changed(), and there is one more that nobody has seen.
    void arose();

private:
    [[nodiscard]] bool isSeen(const domain::Surge& surge) const;

    service::Desk& m_desk;
    const Clock& m_clock;
    QTimer m_pause;
    std::vector<domain::Surge> m_surges;
    std::set<TicketId> m_seen;
};

}  // namespace zhida::ui
