// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/hint_presenter.h"
#include "ui/support/directory.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace zhida::ui {

/// The quiet lines below what is typed: the same matter, the category and unit proposed, a ticket like it that was solved.
/// Each says why. Nothing waits for it.
class HintStrip : public QWidget {
    Q_OBJECT

public:
    HintStrip(service::Desk& desk, DirectoryPtr directory, QWidget* parent = nullptr);

    void type(const service::TypedTicket& typed) { m_presenter.type(typed); }
    [[nodiscard]] HintPresenter& presenter() { return m_presenter; }

signals:
    /// A number of a ticket was clicked.
    void ticketAsked(const QString& number);
    void categoryTaken(const QString& code);

private:
    void showFound();
    void showLine(QPushButton* line, const QString& text, const std::string& number);
    [[nodiscard]] QString sameMatterText() const;
    [[nodiscard]] QString categoryText() const;
    void takeCategory();
    void refuseCategory();

    HintPresenter m_presenter;
    DirectoryPtr m_directory;
    QPushButton* m_same;
    QPushButton* m_take;
    QPushButton* m_refuse;
    QLabel* m_unit;
    QPushButton* m_solved;
};

}  // namespace zhida::ui
