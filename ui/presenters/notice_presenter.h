// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/notice.h"
#include "ui/support/desk_signals.h"

#include <QObject>

#include <deque>

namespace zhida::ui {

/// What the rules tell the user and he has not looked at yet; the newest comes first. GUI thread.
class NoticePresenter : public QObject {
    Q_OBJECT

public:
    NoticePresenter(DeskSignals& signals_, bool chinese, QObject* parent = nullptr);

    [[nodiscard]] std::size_t count() const { return m_notices.size(); }
    /// Of the newest; empty when there is none.
    [[nodiscard]] QString words() const;
    /// The ticket of the newest; what else is told of that ticket counts as seen with it.
    TicketId take();
    void clear();

    static constexpr std::size_t kMost = 100;

signals:
    void changed();
    /// Something has come that was not there before.
    void arrived();

private:
    void add(const std::vector<domain::Notice>& notices);

    bool m_chinese;
    std::deque<domain::Notice> m_notices;
};

}  // namespace zhida::ui
