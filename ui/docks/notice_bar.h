// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/notice_presenter.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace zhida::ui {

/// The newest notice in one line under the panes, until somebody has looked at it: nothing moves under the hands, and nothing
/// goes away by itself.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(NoticePresenter& presenter, QWidget* parent = nullptr);
    [[nodiscard]] QString text() const;

signals:
    void openAsked();
    void dismissAsked();

private:
    void showNewest();

    NoticePresenter& m_presenter;
    QLabel* m_text;
    QLabel* m_more;
    QPushButton* m_open;
    QPushButton* m_dismiss;
};

}  // namespace zhida::ui
