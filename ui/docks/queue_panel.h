// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/queue_view.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace zhida::ui {

class EmptyState;

/// The left pane: views with their counts, filters, the list.
class QueuePanel : public QFrame {
    Q_OBJECT

public:
    explicit QueuePanel(QueuePresenter& presenter, QWidget* parent = nullptr);

    [[nodiscard]] QueueView& view() { return *m_view; }
    [[nodiscard]] QueuePresenter& presenter() { return m_presenter; }
    void setView(service::QueueView view);
    void focusFilter();
    void settle();

signals:
    void wantsNewTicket();

private:
    void buildViews(QVBoxLayout* layout);
    void buildFilters(QVBoxLayout* layout);
    void buildList(QVBoxLayout* layout);
    void applyFilter();
    void showCounts();
    void showState();
    void showHeldBack(int count);

    QueuePresenter& m_presenter;
    QPushButton* m_unit = nullptr;
    QPushButton* m_mine = nullptr;
    QPushButton* m_all = nullptr;
    QLineEdit* m_text = nullptr;
    QComboBox* m_state = nullptr;
    QComboBox* m_type = nullptr;
    QCheckBox* m_openOnly = nullptr;
    QPushButton* m_held = nullptr;
    QStackedWidget* m_stack = nullptr;
    QueueView* m_view = nullptr;
    EmptyState* m_empty = nullptr;
};

}  // namespace zhida::ui
