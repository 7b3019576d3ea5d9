// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"
#include "ui/presenters/bulk_presenter.h"
#include "ui/presenters/ticket_presenter.h"
#include "ui/presenters/undo_presenter.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace zhida::ui {

class BulkPanel;
class TicketFacts;
class TicketHeader;
class UndoBar;

/// The middle pane: the ticket with the actions that fit it, and the form that is open.
class TicketPanel : public QFrame {
    Q_OBJECT

public:
    TicketPanel(TicketPresenter& presenter, BulkPresenter& bulk, UndoPresenter& undo, QWidget* parent = nullptr);

    void setDirectory(DirectoryPtr directory);
    void setChinese(bool chinese) { m_chinese = chinese; }
    [[nodiscard]] Form* form() const { return m_form; }
    /// Opens the form of a command for the ticket in front, or for all that are chosen ("ticket.register": for a new one). A form
    /// that is open already keeps its draft.
    Form* openForm(std::string_view command);
    void closeForm();
    /// Closes it and leaves nothing of it for later: the desk may go before the next event.
    void endForm();
    /// Offers to take back what has just been done, for as long as the rules let it rest.
    void offerUndo(const service::Submitted& submitted, std::string_view command);
    void offerUndo(const service::BulkOutcome& outcome, std::string_view command);
    [[nodiscard]] UndoBar& undoBar() { return *m_undo; }
    /// Everything that can be done with the ticket, and why the rest cannot.
    void openMore();
    /// One line for the eye: what has just been done, or why not.
    void tell(const QString& text);
    void tell(const Error& error);

signals:
    void actionAsked(zhida::ui::ActionId action);
    void formOpened(zhida::ui::Form* form);
    void formClosed();
    void sent(const zhida::service::Submitted& submitted, bool andNext, std::string_view command);
    void sentAll(const zhida::service::BulkOutcome& outcome, std::string_view command);
    /// One ticket again, instead of several.
    void bulkCleared();
    void ticketAsked(const zhida::TicketId& ticket);
    void othersAsked(const QString& phone);

private:
    void buildTicket();
    void buildBulk();
    void connectForm();
    void showTicket();
    void showActions();
    void sayUndo();

    TicketPresenter& m_presenter;
    BulkPresenter& m_bulk;
    UndoPresenter& m_undoing;
    DirectoryPtr m_directory = std::make_shared<Directory>();
    bool m_chinese = true;
    QStackedWidget* m_stack;
    QSplitter* m_split;
    TicketHeader* m_header = nullptr;
    TicketFacts* m_facts = nullptr;
    BulkPanel* m_chosen = nullptr;
    QScrollArea* m_scroll = nullptr;
    QBoxLayout* m_actions = nullptr;
    QFrame* m_foot = nullptr;
    QPushButton* m_more = nullptr;
    UndoBar* m_undo;
    QLabel* m_told;
    QTimer m_forget;
    Form* m_form = nullptr;
};

}  // namespace zhida::ui
