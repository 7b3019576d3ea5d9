// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/workload_presenter.h"

#include "ui/support/ask.h"

#include <algorithm>

namespace zhida::ui {

WorkloadPresenter::WorkloadPresenter(service::Desk& desk, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock) {}

void WorkloadPresenter::load() {
    const Day today = localDay(m_clock.now(), m_desk.offset());
    const Day first = today.plus(1 - kDays);
    ask(
        m_desk, this, [first, today](service::DeskReader& reader) { return reader.workload(first, today); },
        [this, first](const std::vector<service::WorkloadDay>& found) {
            m_days.clear();
            for (int i = 0; i < kDays; ++i) {  // days without a ticket are days, too
                const Day day = first.plus(i);
                const auto at =
                    std::find_if(found.begin(), found.end(), [day](const auto& each) { return each.day == day; });
                m_days.push_back(at == found.end() ? service::WorkloadDay{day, 0, 0, 0} : *at);
            }
            emit loaded();
        });
}

}  // namespace zhida::ui
