// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/bulk_presenter.h"

#include "ui/presenters/ticket_actions.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::ui {
namespace {

constexpr std::array<std::string_view, 17> kOneByOne{
    domain::RegisterTicket::kName,    domain::UndoCommand::kName,       domain::SplitTicket::kName,
    domain::DecideRequest::kName,     domain::TakeBackRequest::kName,   domain::DecideReturn::kName,
    domain::ArbitrateTicket::kName,   domain::KeepPromise::kName,       domain::CallBack::kName,
    domain::FillForm::kName,          domain::HoldRound::kName,         domain::ReportLookBack::kName,
    domain::UnlinkTicket::kName,      domain::AnswerSupervision::kName, domain::DecideSupervision::kName,
    domain::CancelSupervision::kName, domain::UnmergeTicket::kName};

}  // namespace

bool worksInBulk(std::string_view command) {
    return !command.empty() && std::find(kOneByOne.begin(), kOneByOne.end(), command) == kOneByOne.end();
}

BulkPresenter::BulkPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_clock(clock),
      m_model({JsonTableModel::plain(tr("Number"), "number"), JsonTableModel::plain(tr("Matter"), "title"),
               JsonTableModel::plain(tr("State"), "state"),
               JsonTableModel::plain(tr("What would happen"), "verdict")}) {
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        const bool ours = std::any_of(change.tickets.begin(), change.tickets.end(), [this](const TicketId& each) {
            return std::find(m_wanted.begin(), m_wanted.end(), each) != m_wanted.end();
        });
        if (active() && (ours || change.everything || !change.left.empty())) {
            read(false);
        }
    });
}

void BulkPresenter::choose(std::vector<TicketId> tickets) {
    if (tickets.size() < 2) {
        tickets.clear();
    }
    if (tickets == m_wanted) {
        return;
    }
    m_wanted = std::move(tickets);
    ++m_generation;
    if (!m_wanted.empty()) {
        read(true);
    } else if (!m_views.empty()) {
        m_views.clear();
        m_command = {};
        emit chosen();
    }
}

void BulkPresenter::read(bool fresh) {
    ask(
        m_desk, this,
        [tickets = m_wanted](service::DeskReader& reader) {
            std::vector<service::TicketView> views;
            for (const TicketId& each : tickets) {
                if (auto view = reader.ticket(each.text())) {
                    views.push_back(std::move(*view));
                }
            }
            return views;
        },
        [this, fresh, generation = m_generation](std::vector<service::TicketView> views) {
            if (generation != m_generation) {
                return;
            }
            m_views = std::move(views);
            if (fresh) {
                m_command = {};
                m_judgement = {};
            }
            judge();
            if (fresh) {
                emit chosen();
            } else {
                emit changed();
            }
        });
}

std::vector<TicketId> BulkPresenter::tickets() const {
    std::vector<TicketId> ids;
    for (const service::TicketView& each : m_views) {
        ids.push_back(each.ticket.id);
    }
    return ids;
}

std::string_view BulkPresenter::commandOf(const ActionRow& action) const {
    for (const service::TicketView& each : m_views) {
        const std::string_view command = ui::commandOf(action, each.ticket, m_desk.user());
        if (!ui::obstacle(command, each.ticket, m_desk.user(), m_clock.now())) {
            return command;
        }
    }
    return action.command;
}

int BulkPresenter::fitting(const ActionRow& action) const {
    const std::string_view command = commandOf(action);
    return static_cast<int>(std::count_if(m_views.begin(), m_views.end(), [&](const service::TicketView& each) {
        return !ui::obstacle(command, each.ticket, m_desk.user(), m_clock.now());
    }));
}

std::optional<Error> BulkPresenter::obstacle(const ActionRow& action) const {
    const std::string_view command = commandOf(action);
    if (!worksInBulk(command)) {
        return Error("bulk.notPossible", {{"command", std::string(command)}});
    }
    if (m_views.empty() || fitting(action) > 0) {
        return std::nullopt;
    }
    return ui::obstacle(command, m_views.front().ticket, m_desk.user(), m_clock.now());
}

std::set<ActionId> BulkPresenter::actions() const {
    std::set<ActionId> fit;
    for (const ActionRow& row : actionTable()) {
        if (isOfTicket(row) && !obstacle(row)) {
            fit.insert(row.id);
        }
    }
    return fit;
}

const service::TicketView& BulkPresenter::example(std::string_view command) const {
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const service::TicketView& each) {
        return !ui::obstacle(command, each.ticket, m_desk.user(), m_clock.now());
    });
    return found == m_views.end() ? m_views.front() : *found;
}

void BulkPresenter::consider(std::string_view command) {
    m_command = command;
    m_judgement = {};
    judge();
    emit changed();
}

void BulkPresenter::take(const service::BulkOutcome& judgement) {
    m_judgement = judgement;
    judge();
    emit changed();
}

void BulkPresenter::judge() {
    m_refused.clear();
    if (!m_judgement.accepted.empty() || !m_judgement.refused.empty()) {
        m_refused.insert(m_judgement.refused.begin(), m_judgement.refused.end());
    } else if (!m_command.empty()) {
        for (const service::TicketView& each : m_views) {
            if (const auto why = ui::obstacle(m_command, each.ticket, m_desk.user(), m_clock.now())) {
                m_refused.emplace(each.ticket.id, *why);
            }
        }
    }
    showRows();
}

void BulkPresenter::showRows() {
    QJsonArray rows;
    for (const service::TicketView& each : m_views) {
        const auto refused = m_refused.find(each.ticket.id);
        const bool refuses = refused != m_refused.end();
        const QString verdict = refuses             ? tr("✗ %1").arg(words::ofError(refused->second))
                                : m_command.empty() ? QString()
                                                    : tr("✓ %1").arg(words::ofCommand(m_command));
        rows.append(QJsonObject{{QStringLiteral("number"), q(each.ticket.number)},
                                {QStringLiteral("title"), q(each.ticket.title).simplified()},
                                {QStringLiteral("state"), words::of(each.ticket.state)},
                                {QStringLiteral("verdict"), verdict},
                                {QStringLiteral("disabled"), refuses}});
    }
    m_model.setRows(rows);
}

}  // namespace zhida::ui
