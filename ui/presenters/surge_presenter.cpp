// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/surge_presenter.h"

#include "model/service/surge_watch.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <algorithm>

namespace zhida::ui {

SurgePresenter::SurgePresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, const QStringList& seen,
                               QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock) {
    for (const QString& each : seen) {
        if (const auto id = Uuid::parse(s(each))) {
            m_seen.insert(TicketId{*id});
        }
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SurgePresenter::load);
    if (!domain::seesSurges(desk.user().role)) {
        return;
    }
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        if ((!change.tickets.empty() || change.everything || change.reference) && !m_pause.isActive()) {
            m_pause.start();
        }
    });
    load();
}

void SurgePresenter::load() {
    if (!domain::seesSurges(m_desk.user().role)) {
        return;
    }
    ask(
        m_desk, this, [now = m_clock.now()](service::DeskReader& reader) { return service::surgesNow(reader, now); },
        [this](std::vector<domain::Surge> surges) {
            if (surges == m_surges) {
                return;
            }
            const int before = news();
            m_surges = std::move(surges);
            emit changed();
            if (news() > before) {
                emit arose();
            }
        });
}

/// A surge grows, and its first calls grow old: it is the same one as long as any of its tickets was seen.
bool SurgePresenter::isSeen(const domain::Surge& surge) const {
    return std::any_of(surge.tickets.begin(), surge.tickets.end(),
                       [this](const TicketId& each) { return m_seen.contains(each); });
}

int SurgePresenter::news() const {
    return static_cast<int>(
        std::count_if(m_surges.begin(), m_surges.end(), [this](const domain::Surge& each) { return !isSeen(each); }));
}

void SurgePresenter::see() {
    m_seen.clear();  // what is over needs no memory
    for (const domain::Surge& each : m_surges) {
        m_seen.insert(each.tickets.begin(), each.tickets.end());
    }
    emit changed();
}

QStringList SurgePresenter::seen() const {
    QStringList tickets;
    for (const TicketId& each : m_seen) {
        tickets << q(each.text());
    }
    return tickets;
}

}  // namespace zhida::ui
