// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/timeline.h"

#include <QWidget>

class QVBoxLayout;

namespace zhida::ui {

/// The history of a ticket: a line with a dot for every event; texts can be selected with the mouse.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    void setEntries(const std::vector<TimelineEntry>& entries);

private:
    QVBoxLayout* m_layout;
};

}  // namespace zhida::ui
