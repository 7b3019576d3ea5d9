// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what is done with many tickets, and of a shift.
#include "ui/docks/queue_panel.h"
#include "ui/docks/ticket_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen_gallery.h"

namespace zhida::ui {

/// Several tickets in different states: some refuse. Then the same done, resting, with its way back.
void ScreenGallery::buildBulkSteps() {
    const QString& user = m_options.dispatcher;
    m_steps.push_back({user, {}, [this] {
                           m_window->ticket().closeForm();
                           m_window->run(ActionId::viewAll);
                           return nullptr;
                       }});
    m_steps.push_back({user, QStringLiteral("bulk-chosen"), [this] {
                           const QueueModel& model = m_window->queue().presenter().model();
                           std::vector<TicketId> tickets;
                           int fit = 0, refuse = 0;
                           for (int row = 0; row < model.rowCount(); ++row) {
                               const bool registered = model.line(row)->row.state == domain::TicketState::registered;
                               if ((registered ? ++fit : ++refuse) <= (registered ? 4 : 2)) {
                                   tickets.push_back(model.line(row)->row.ticket);
                               }
                           }
                           m_window->queue().view().choose(tickets);
                           return nullptr;
                       }});
    m_steps.push_back({user, QStringLiteral("bulk-preview"), [this] {
                           Form* form = m_window->ticket().openForm(domain::DispatchTicket::kName);
                           form->fill(QStringLiteral("lead"), QStringLiteral("gs"), true);
                           form->fill(QStringLiteral("note"), QStringLiteral("请当日联系诉求人。"), true);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           m_window->ticket().closeForm();
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           Form* form = m_window->ticket().openForm(domain::CommentTicket::kName);
                           form->fill(QStringLiteral("text"), QStringLiteral("同一次停水引起,待供水公司统一答复。"),
                                      true);
                           form->send(false);
                           return nullptr;
                       }});
    m_steps.push_back({user, QStringLiteral("bulk-rests"), [this] {
                           m_window->run(ActionId::outbox);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           m_window->run(ActionId::undo);
                           m_window->run(ActionId::outbox);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           openFirst(domain::TicketState::registered);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this] {
                           m_window->run(ActionId::claim);
                           return nullptr;
                       }});
    addDialog(user, QStringLiteral("shift"), ActionId::signOut);
    m_steps.push_back({user, {}, [this] {
                           m_window->run(ActionId::release);
                           return nullptr;
                       }});
}

}  // namespace zhida::ui
