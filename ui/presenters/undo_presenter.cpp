// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/undo_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

constexpr std::string_view kHistoryMissing = "undo.historyMissing";

bool allWithdrawn(const std::vector<service::Submitted>& taken) {
    return std::all_of(taken.begin(), taken.end(), [](const auto& each) { return each.withdrawn; });
}

}  // namespace

UndoPresenter::UndoPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock) {
    connect(&signals_, &DeskSignals::changed, this, &UndoPresenter::onChange);
}

void UndoPresenter::offer(UndoOffer offer, int seconds) {
    m_offer = std::move(offer);
    m_seconds = seconds;
    m_until = m_clock.now().plus(seconds * kSecondMs);
    m_held = false;
    ++m_generation;
    emit changed();
    readOutbox();
}

void UndoPresenter::drop() {
    ++m_generation;
    m_offer.reset();
    emit changed();
}

void UndoPresenter::say(const QString& words) {
    if (m_offer && m_offer->words != words) {
        m_offer->words = words;
        emit changed();
    }
}

void UndoPresenter::tick() {
    if (m_offer && m_until <= m_clock.now()) {
        if (std::exchange(m_held, false)) {
            m_until = m_clock.now().plus(m_seconds * kSecondMs);
        } else {
            m_offer.reset();
        }
    }
    emit changed();
}

/// Held as long as all of it waits here; it leaves when the last rest is over.
void UndoPresenter::readOutbox() {
    ask(
        m_desk, this, [](service::DeskReader& reader) { return reader.outbox(); },
        [this, generation = m_generation](const std::vector<service::OutboxItem>& items) {
            if (generation != m_generation || !m_offer) {
                return;
            }
            const bool before = m_held;
            m_held = !m_offer->done.empty();
            for (const service::Submitted& each : m_offer->done) {
                const auto item = std::find_if(items.begin(), items.end(), [&each](const auto& row) {
                    return row.command == each.command && row.state == service::OutboxItem::State::waiting;
                });
                m_held = m_held && item != items.end();
                if (item != items.end() && item->restsUntil) {
                    m_until = *item->restsUntil;
                }
            }
            if (before && !m_held) {
                m_until = m_clock.now().plus(m_seconds * kSecondMs);
            }
            emit changed();
        });
}

void UndoPresenter::undoOffered() {
    const std::optional<UndoOffer> offer = std::exchange(m_offer, std::nullopt);
    ++m_generation;
    emit changed();
    if (!offer || offer->done.empty()) {
        return;
    }
    if (offer->batch.isNull()) {
        undo(offer->done.front().ticket, offer->done.front().command);
    } else {
        undoBatch(offer->batch, {});
    }
}

void UndoPresenter::undo(const TicketId& ticket, const CommandId& command) {
    m_waiting.reset();
    m_desk.submit({ticket, domain::UndoCommand{command}, {}},
                  guarded(this, [this, ticket, command](const Result<service::Submitted>& result) {
                      onUndone(result, ticket, command);
                  }));
}

void UndoPresenter::onUndone(const Result<service::Submitted>& result, const TicketId& ticket,
                             const CommandId& command) {
    if (result) {
        emit undone(result->withdrawn ? tr("Withdrawn before it left: %1").arg(q(result->number))
                                      : tr("Undone: %1").arg(q(result->number)));
    } else if (result.error().code == kHistoryMissing) {
        await({{ticket}, command, {}, {}});
    } else {
        emit failed(result.error());
    }
}

void UndoPresenter::withdraw(const CommandId& command) {
    m_desk.withdraw(command, guarded(this, [this](const Result<service::Submitted>& result) {
                        onUndone(result, {}, {});
                        if (result && m_offer) {
                            readOutbox();
                        }
                    }));
}

void UndoPresenter::undoBatch(const Uuid& batch, std::vector<service::Submitted> taken) {
    m_waiting.reset();
    m_desk.undoBulk(batch, guarded(this, [this, taken = std::move(taken)](const Result<service::BulkOutcome>& result) {
                        if (result) {
                            onBatchUndone(*result, taken);
                        } else {
                            emit failed(result.error());
                        }
                    }));
}

/// A batch is walked as a whole each time: what was taken back before is refused then, and is not told.
void UndoPresenter::onBatchUndone(service::BulkOutcome outcome, std::vector<service::Submitted> taken) {
    for (const service::Submitted& each : taken) {
        std::erase_if(outcome.refused, [&each](const auto& refusal) { return refusal.first == each.ticket; });
    }
    taken.insert(taken.end(), outcome.accepted.begin(), outcome.accepted.end());
    std::vector<TicketId> missing;
    for (const auto& [ticket, why] : outcome.refused) {
        if (why.code == kHistoryMissing) {
            missing.push_back(ticket);
        }
    }
    if (!missing.empty()) {
        await({std::move(missing), {}, outcome.batch, std::move(taken)});
        return;
    }
    const int count = static_cast<int>(taken.size());
    QString sentence = allWithdrawn(taken) ? tr("%n ticket(s) withdrawn before they left.", nullptr, count)
                                           : tr("%n ticket(s) undone.", nullptr, count);
    if (!outcome.refused.empty()) {
        sentence += QLatin1Char(' ') + tr("%n cannot be undone:", nullptr, static_cast<int>(outcome.refused.size())) +
                    QLatin1Char(' ') + words::ofError(outcome.refused.front().second);
    }
    emit undone(sentence);
}

void UndoPresenter::await(Wait wait) {
    m_waiting = std::move(wait);
    emit undone(tr("The history comes from the centre; it is undone by itself as soon as it is here."));
    goOn();  // it may have come while the answer was on its way
}

void UndoPresenter::onChange(const service::ChangeSet& change) {
    if (m_offer && (change.outbox || change.everything)) {
        readOutbox();
    }
    if (m_waiting && (change.everything || !change.tickets.empty() || !change.left.empty())) {
        goOn();
    }
}

void UndoPresenter::goOn() {
    ask(
        m_desk, this,
        [tickets = m_waiting->tickets](service::DeskReader& reader) {
            return std::all_of(tickets.begin(), tickets.end(), [&reader](const TicketId& each) {
                const auto view = reader.ticket(each.text());
                return !view || view->historyComplete;
            });
        },
        [this](bool complete) {
            if (!complete || !m_waiting) {
                return;
            }
            const Wait wait = *std::exchange(m_waiting, std::nullopt);
            if (wait.batch.isNull()) {
                undo(wait.tickets.front(), wait.command);
            } else {
                undoBatch(wait.batch, wait.taken);
            }
        });
}

}  // namespace zhida::ui
