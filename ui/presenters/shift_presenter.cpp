// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/shift_presenter.h"

#include "model/domain/holding.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

QJsonObject rowOf(const domain::Ticket& ticket, const QString& what) {
    return {{QStringLiteral("ticket"), q(ticket.id.text())},
            {QStringLiteral("number"), q(ticket.number)},
            {QStringLiteral("title"), q(ticket.title).simplified()},
            {QStringLiteral("what"), what}};
}

/// "reply:<ticket>" belongs to a ticket, "register" to none.
std::string ticketIn(const service::Draft& draft) {
    const std::size_t colon = draft.key.find(':');
    return colon == std::string::npos ? std::string() : draft.key.substr(colon + 1);
}

}  // namespace

QString presenceText(domain::PresenceState state) {
    switch (state) {
        case domain::PresenceState::free:
            return ShiftPresenter::tr("● On duty");
        case domain::PresenceState::busy:
            return ShiftPresenter::tr("■ Busy");
        case domain::PresenceState::coordinating:
            return ShiftPresenter::tr("◆ Coordinating");
        case domain::PresenceState::shortBreak:
            return ShiftPresenter::tr("▲ Short break");
        case domain::PresenceState::away:
            return ShiftPresenter::tr("○ Away");
    }
    return {};
}

ShiftPresenter::ShiftPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, DirectoryPtr directory,
                               QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_clock(clock),
      m_directory(std::move(directory)),
      m_held({JsonTableModel::plain(tr("In my hands"), "what"), JsonTableModel::plain(tr("Number"), "number"),
              JsonTableModel::plain(tr("Matter"), "title")}),
      m_people({JsonTableModel::plain(tr("Name"), "name"), JsonTableModel::plain(tr("Unit"), "unit"),
                JsonTableModel::plain(tr("State"), "state"), JsonTableModel::plain(tr("Reason"), "reason"),
                JsonTableModel::plain(tr("Since"), "since")}),
      m_orphans({JsonTableModel::plain(tr("Left by"), "name"), JsonTableModel::plain(tr("Why"), "why"),
                 JsonTableModel::plain(tr("What"), "what"), JsonTableModel::plain(tr("Number"), "number"),
                 JsonTableModel::plain(tr("Matter"), "title")}) {
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        if (change.everything || change.reference || !change.tickets.empty() || !change.left.empty()) {
            load();
        }
    });
}

bool ShiftPresenter::seesOrphans() const { return m_desk.user().role == domain::Role::supervisor; }

void ShiftPresenter::load() {
    ask(
        m_desk, this,
        [user = m_desk.user().user, now = m_clock.now(), all = seesOrphans()](service::DeskReader& reader) {
            Answer answer;
            answer.office = service::readShift(reader, user, now);
            if (all) {
                answer.orphans = service::readOrphans(reader, now);
            }
            for (const service::Draft& each : answer.office.drafts) {
                const auto view = reader.ticket(ticketIn(each));
                answer.drafted.push_back(view ? view->ticket : domain::Ticket{});
            }
            return answer;
        },
        [this](Answer answer) { take(std::move(answer)); });
    loadPeople();
}

QString ShiftPresenter::whatIsHeld(const domain::Ticket& ticket, const UserCode& user) const {
    const Instant now = m_clock.now();
    const domain::Holding holding = domain::holdingOf(ticket, user, now);
    QStringList what;
    if (holding.claim) {
        what << tr("Claim until %1").arg(clockText(ticket.claim->until, m_desk.offset()));
    }
    if (holding.callback) {
        what << tr("Call-back");
    }
    for (const std::uint32_t no : holding.promises) {
        const domain::Promise& promise = ticket.promises[no - 1];
        what << tr("Promise until %1: %2").arg(momentText(promise.due, now, m_desk.offset()), q(promise.text));
    }
    for (const UnitCode& unit : holding.shares) {
        const domain::Assignment* share = ticket.assignmentOf(unit);
        what << (share->due ? tr("Clock until %1").arg(momentText(*share->due, now, m_desk.offset()))
                            : tr("Clock of %1").arg(m_directory->unitName(unit)));
    }
    return what.join(QStringLiteral(" · "));
}

void ShiftPresenter::take(Answer answer) {
    m_answer = std::move(answer);
    QJsonArray held;
    for (const domain::Ticket& each : m_answer.office.held) {
        held.append(rowOf(each, whatIsHeld(each, m_desk.user().user)));
    }
    for (std::size_t i = 0; i < m_answer.office.drafts.size(); ++i) {
        const service::Draft& draft = m_answer.office.drafts[i];
        const std::string command = draft.form.substr(0, draft.form.find('/'));
        held.append(rowOf(m_answer.drafted[i], tr("Draft: %1").arg(words::ofCommand(command))));
    }
    m_held.setRows(held);
    QJsonArray orphans;
    for (const service::Orphan& each : m_answer.orphans) {
        QJsonObject row = rowOf(each.ticket, whatIsHeld(each.ticket, each.user));
        row[QStringLiteral("name")] = m_directory->userName(each.user);
        row[QStringLiteral("why")] =
            each.why == "user.disabled" ? tr("Account disabled") : tr("No longer on the roster");
        orphans.append(row);
    }
    m_orphans.setRows(orphans);
    emit loaded();
}

/// Only the centre knows who is there; without a line nobody is shown, and the dialog says so.
void ShiftPresenter::loadPeople() {
    administer(m_desk, this, "presence.list", "{}", [this](const Result<std::string>& result) {
        QJsonArray rows;
        const QJsonDocument answer =
            QJsonDocument::fromJson(result ? QByteArray::fromStdString(*result) : QByteArray());
        const QJsonArray present = answer.object().value(QStringLiteral("presence")).toArray();
        for (const auto& each : present) {
            QJsonObject row = each.toObject();
            const auto state = enumFrom<domain::PresenceState>(s(row.value(QStringLiteral("state")).toString()));
            const Instant since{static_cast<std::int64_t>(row.value(QStringLiteral("since")).toDouble())};
            row[QStringLiteral("name")] =
                m_directory->userName(UserCode{s(row.value(QStringLiteral("user")).toString())});
            row[QStringLiteral("unit")] =
                m_directory->unitName(UnitCode{s(row.value(QStringLiteral("unit")).toString())});
            row[QStringLiteral("state")] = state ? presenceText(*state) : QString();
            row[QStringLiteral("since")] = since.ms > 0 ? clockText(since, m_desk.offset()) : QString();
            row[QStringLiteral("disabled")] = state == domain::PresenceState::away;
            rows.append(row);
        }
        m_people.setRows(rows);
        if (!result) {
            emit failed(result.error());
        }
        emit loaded();
    });
}

bool ShiftPresenter::isDraft(int row) const { return row >= static_cast<int>(m_answer.office.held.size()); }

TicketId ShiftPresenter::ticketOf(const JsonTableModel& model, int row) const {
    const auto uuid = Uuid::parse(s(model.row(row).value(QStringLiteral("ticket")).toString()));
    return uuid ? TicketId{*uuid} : TicketId{};
}

std::optional<Error> ShiftPresenter::whyNot(const UserCode& successor) const {
    const Status may = service::mayLeave(m_answer.office, m_desk.user().user, successor, m_clock.now());
    return may ? std::nullopt : std::optional(may.error());
}

void ShiftPresenter::handOver(const std::vector<int>& rows, const UserCode& to) {
    std::vector<domain::Ticket> tickets;
    std::vector<Given> all;
    for (const int row : rows) {
        if (!isDraft(row)) {
            tickets.push_back(m_answer.office.held[static_cast<std::size_t>(row)]);
            all.push_back({tickets.back().id, {to, "", {}}});
        }
    }
    giveIf(service::mayTakeOver(m_answer.office, tickets, m_desk.user().user, to, m_clock.now()), std::move(all));
}

void ShiftPresenter::handOverOrphans(const std::vector<int>& rows, const UserCode& to) {
    std::vector<Given> all;
    std::vector<domain::Ticket> tickets;
    for (const int row : rows) {
        const service::Orphan& orphan = m_answer.orphans[static_cast<std::size_t>(row)];
        tickets.push_back(orphan.ticket);
        all.push_back({orphan.ticket.id, {to, "", orphan.user}});
    }
    giveIf(service::mayTakeOver(m_answer.office, tickets, {}, to, m_clock.now()), std::move(all));
}

void ShiftPresenter::giveIf(const Status& may, std::vector<Given> all) {
    if (!may) {
        emit failed(may.error());
        return;
    }
    give(std::move(all), 0, [this](int count) {
        emit handedOver(count);
        load();
    });
}

/// One after the other, so that the first refusal ends it.
void ShiftPresenter::give(std::vector<Given> all, std::size_t from, std::function<void(int)> then) {
    if (from == all.size()) {
        then(static_cast<int>(all.size()));
        return;
    }
    service::Submission next{all[from].ticket, all[from].act, {}};
    m_desk.submit(std::move(next), guarded(this, [this, all = std::move(all), from, then = std::move(then)](
                                                     const Result<service::Submitted>& result) mutable {
                      if (result) {
                          give(std::move(all), from + 1, std::move(then));
                      } else {
                          emit failed(result.error());
                          load();
                      }
                  }));
}

void ShiftPresenter::say(domain::PresenceState state, const QString& reason) {
    const QJsonObject with{{QStringLiteral("state"), q(codeOf(state))}, {QStringLiteral("reason"), reason}};
    administer(m_desk, this, "presence.set", QJsonDocument(with).toJson(QJsonDocument::Compact).toStdString(),
               [this](const Result<std::string>& result) {
                   if (result) {
                       emit said();
                       loadPeople();
                   } else {
                       emit failed(result.error());
                   }
               });
}

/// By what the file says now: something may have come into his hands since it was shown.
void ShiftPresenter::leave(const UserCode& successor) {
    ask(
        m_desk, this,
        [user = m_desk.user().user, now = m_clock.now()](service::DeskReader& reader) {
            return service::readShift(reader, user, now);
        },
        [this, successor](const service::ShiftOffice& office) {
            const Status may = service::mayLeave(office, m_desk.user().user, successor, m_clock.now());
            if (!may) {
                emit failed(may.error());
                return;
            }
            std::vector<Given> all;
            for (const domain::Ticket& each : service::leftTo(office, m_desk.user().user, successor, m_clock.now())) {
                all.push_back({each.id, {successor, "", {}}});
            }
            give(std::move(all), 0, [this](int) { goAway(); });
        });
}

/// Without a line the hand-overs wait in the outbox, and nobody sees him as there anyway.
void ShiftPresenter::goAway() {
    const QJsonObject with{{QStringLiteral("state"), q(codeOf(domain::PresenceState::away))}};
    administer(m_desk, this, "presence.set", QJsonDocument(with).toJson(QJsonDocument::Compact).toStdString(),
               [this](const Result<std::string>&) { emit left(); });
}

}  // namespace zhida::ui
