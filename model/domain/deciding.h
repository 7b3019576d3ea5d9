// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/decide.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Inside of `decide`: what every rule may look at, and one function for each command. The row of the life-cycle table and the
/// texts have been checked before; `ticket` is null for RegisterTicket alone.
namespace zhida::domain {

using Outcome = Result<std::vector<EventBody>>;

template <class... E>
Outcome events(E... each) {
    std::vector<EventBody> bodies;
    (bodies.push_back(EventBody(std::move(each))), ...);
    return bodies;
}

class Deciding {
public:
    Deciding(const Ticket* ticket, const Command& command, const Context& context)
        : m_ticket(ticket), m_command(command), m_context(context) {}

    [[nodiscard]] const Ticket* known() const { return m_ticket; }
    [[nodiscard]] const Ticket& ticket() const { return *m_ticket; }
    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] const UserProfile& actor() const { return m_context.actor; }
    [[nodiscard]] const Rules& rules() const { return *m_context.rules; }
    [[nodiscard]] Instant now() const { return m_context.now; }
    /// When the person acted. A desk without a line is believed, a clock that runs ahead is not: the server's time wins.
    [[nodiscard]] Instant actedAt() const {
        return m_command.occurredAt.ms == 0 || m_command.occurredAt > now() ? now() : m_command.occurredAt;
    }
    [[nodiscard]] bool is(Role role) const { return actor().role == role; }

    [[nodiscard]] Note note(NoteKind kind, const std::string& text) const {
        return {kind, text, actor().user, actor().unit, now()};
    }
    /// Error ticket.claimed{by,unit,until} when the lease is another person's.
    [[nodiscard]] Status notClaimedByAnother() const;
    [[nodiscard]] const Unit* unit(const UnitCode& code) const;
    /// Errors unit.unknown{unit} unit.disabled{unit} unit.twice{unit}, and unit.accused{unit}: a report is never handed to the
    /// unit that it is about (济南条例 §32).
    [[nodiscard]] Status allKnownOnce(const std::vector<UnitCode>& named) const;
    /// The active share of the actor's unit. Error ticket.notYourUnit{unit}.
    [[nodiscard]] Result<const Assignment*> ownShare() const;
    /// The same, signed for and not yet answered. Errors also ticket.notSigned{unit} ticket.wrongAssignment{unit,state}.
    [[nodiscard]] Result<const Assignment*> shareInHand() const;
    [[nodiscard]] Error wrongShare(AssignmentState state) const;
    /// The state in which the units work.
    [[nodiscard]] TicketState handling() const {
        return m_ticket->redoCount > 0 ? TicketState::redo : TicketState::dispatched;
    }
    /// A new clock for `stage`, and when it ends; nothing when no rule times it.
    struct Timed {
        std::optional<Instant> due;
        std::optional<TermClock> clock;
    };
    [[nodiscard]] Timed timed(Stage stage, const Matter& matter, Instant from) const;
    /// Error deadline.past.
    [[nodiscard]] Status inFuture(const std::optional<Instant>& deadline) const;
    /// Checks a filled form against the rules' own. Errors form.unknown{form} form.stale{form,version,latest} and those of
    /// problemsOf, the first one.
    [[nodiscard]] Status formOk(const std::optional<FilledForm>& form, FormUse use) const;
    /// Called back by the policy? And not before when.
    [[nodiscard]] bool wantsCallback(bool direct, bool asked) const;
    [[nodiscard]] std::optional<Instant> quietUntil() const;

private:
    const Ticket* m_ticket;
    const Command& m_command;
    const Context& m_context;
};

// Intake.
Outcome decideOn(const Deciding& d, const RegisterTicket& c);
Outcome decideOn(const Deciding& d, const ClaimTicket& c);
Outcome decideOn(const Deciding& d, const ReleaseTicket& c);
Outcome decideOn(const Deciding& d, const SupplementTicket& c);
Outcome decideOn(const Deciding& d, const AnswerDirectly& c);
Outcome decideOn(const Deciding& d, const CommentTicket& c);
Outcome decideOn(const Deciding& d, const LinkTicket& c);
Outcome decideOn(const Deciding& d, const AmendTicket& c);
Outcome decideOn(const Deciding& d, const AskInfo& c);
Outcome decideOn(const Deciding& d, const ProposeRefusal& c);
Outcome decideOn(const Deciding& d, const TransferTicket& c);
Outcome decideOn(const Deciding& d, const WithdrawTicket& c);
Outcome decideOn(const Deciding& d, const InvalidateTicket& c);
Outcome decideOn(const Deciding& d, const MergeTicket& c);
Outcome decideOn(const Deciding& d, const UnmergeTicket& c);
Outcome decideOn(const Deciding& d, const UnlinkTicket& c);
Outcome decideOn(const Deciding& d, const SetSecrecy& c);
Outcome decideOn(const Deciding& d, const FlagTicket& c);
// Handling.
Outcome decideOn(const Deciding& d, const DispatchTicket& c);
Outcome decideOn(const Deciding& d, const SplitTicket& c);
Outcome decideOn(const Deciding& d, const SubDispatch& c);
Outcome decideOn(const Deciding& d, const SignTicket& c);
Outcome decideOn(const Deciding& d, const RequestReturn& c);
Outcome decideOn(const Deciding& d, const DecideReturn& c);
Outcome decideOn(const Deciding& d, const ArbitrateTicket& c);
Outcome decideOn(const Deciding& d, const LogContact& c);
Outcome decideOn(const Deciding& d, const ReplyTicket& c);
// Requests and promises.
Outcome decideOn(const Deciding& d, const RequestExtension& c);
Outcome decideOn(const Deciding& d, const RequestSuspension& c);
Outcome decideOn(const Deciding& d, const PetitionAssessment& c);
Outcome decideOn(const Deciding& d, const DecideRequest& c);
Outcome decideOn(const Deciding& d, const TakeBackRequest& c);
Outcome decideOn(const Deciding& d, const ResumeTicket& c);
Outcome decideOn(const Deciding& d, const FillForm& c);
Outcome decideOn(const Deciding& d, const PromiseTicket& c);
Outcome decideOn(const Deciding& d, const KeepPromise& c);
Outcome decideOn(const Deciding& d, const HandOver& c);
// Closing.
Outcome decideOn(const Deciding& d, const ReviewTicket& c);
Outcome decideOn(const Deciding& d, const CallBack& c);
Outcome decideOn(const Deciding& d, const RedoTicket& c);
Outcome decideOn(const Deciding& d, const StartLookBack& c);
Outcome decideOn(const Deciding& d, const ReportLookBack& c);
Outcome decideOn(const Deciding& d, const CloseTicket& c);
Outcome decideOn(const Deciding& d, const ArchiveTicket& c);
Outcome decideOn(const Deciding& d, const RecountDue& c);
Outcome decideOn(const Deciding& d, const UndoCommand& c);
// Oversight.
Outcome decideOn(const Deciding& d, const UrgeTicket& c);
Outcome decideOn(const Deciding& d, const SuperviseTicket& c);
Outcome decideOn(const Deciding& d, const AnswerSupervision& c);
Outcome decideOn(const Deciding& d, const DecideSupervision& c);
Outcome decideOn(const Deciding& d, const CancelSupervision& c);
Outcome decideOn(const Deciding& d, const StartLadder& c);
Outcome decideOn(const Deciding& d, const HoldRound& c);
Outcome decideOn(const Deciding& d, const EscalateTicket& c);

/// A redo as the policy says: what follows a failed callback, a spot check, a second look.
std::vector<EventBody> redoOf(const Deciding& d, const std::string& reason);
/// The cards that a later due time overtakes are taken back with a trace (hard case 17).
void withdrawCards(const Deciding& d, Instant due, std::vector<EventBody>& bodies);

}  // namespace zhida::domain
