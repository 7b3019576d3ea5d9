// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/notice_presenter.h"

#include "ui/support/text.h"

namespace zhida::ui {

NoticePresenter::NoticePresenter(DeskSignals& signals_, bool chinese, QObject* parent)
    : QObject(parent), m_chinese(chinese) {
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) { add(change.notices); });
}

void NoticePresenter::add(const std::vector<domain::Notice>& notices) {
    if (notices.empty()) {
        return;
    }
    for (const domain::Notice& each : notices) {
        m_notices.push_front(each);
    }
    m_notices.resize(std::min(m_notices.size(), kMost));
    emit changed();
    emit arrived();
}

QString NoticePresenter::words() const {
    if (m_notices.empty()) {
        return {};
    }
    const domain::Notice& newest = m_notices.front();
    return q(m_chinese ? newest.zh : newest.en).simplified();
}

TicketId NoticePresenter::take() {
    if (m_notices.empty()) {
        return {};
    }
    const TicketId ticket = m_notices.front().ticket;
    std::erase_if(m_notices, [&ticket](const domain::Notice& each) { return each.ticket == ticket; });
    emit changed();
    return ticket;
}

void NoticePresenter::clear() {
    m_notices.clear();
    emit changed();
}

}  // namespace zhida::ui
