// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/ticket.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Commands of review, callback, supervision, ladders and the end of a ticket.
namespace zhida::domain {

struct ReviewTicket {
    static constexpr std::string_view kName = "ticket.review";
    bool approve = false;
    std::string opinion = {};
    bool operator==(const ReviewTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "approve", &ReviewTicket::approve, FieldUse::required),
                          field(2, "opinion", &ReviewTicket::opinion)};
    }
};

struct CallBack {
    static constexpr std::string_view kName = "ticket.callback";
    bool connected = true;
    std::optional<Solved> solved = {};
    std::optional<Satisfied> satisfied = {};
    std::string opinion = {};
    std::optional<Satisfied> process = {};  ///< 过程满意
    std::optional<bool> factsTrue = {};     ///< what the unit wrote is so
    std::optional<bool> contacted = {};     ///< its people did speak with the caller
    std::optional<FilledForm> form = {};
    bool operator==(const CallBack&) const = default;
    static constexpr auto fields() {
        using C = CallBack;
        return std::tuple{field(1, "connected", &C::connected), field(2, "solved", &C::solved),
                          field(3, "satisfied", &C::satisfied), field(4, "opinion", &C::opinion),
                          field(5, "process", &C::process),     field(6, "factsTrue", &C::factsTrue),
                          field(7, "contacted", &C::contacted), field(8, "form", &C::form)};
    }
};

/// 催办
struct UrgeTicket {
    static constexpr std::string_view kName = "ticket.urge";
    std::string text = {};
    bool byCaller = false;
    bool operator==(const UrgeTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "text", &UrgeTicket::text), field(2, "byCaller", &UrgeTicket::byCaller)};
    }
};

/// 督办; the cards come from the scheduler.
struct SuperviseTicket {
    static constexpr std::string_view kName = "ticket.supervise";
    std::string reason = {};
    SupervisionLevel level = SupervisionLevel::normal;
    std::vector<UnitCode> units = {};  ///< none: the lead
    std::optional<Instant> deadline = {};
    bool operator==(const SuperviseTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &SuperviseTicket::reason, FieldUse::required),
                          field(2, "level", &SuperviseTicket::level), field(3, "units", &SuperviseTicket::units),
                          field(4, "deadline", &SuperviseTicket::deadline)};
    }
};

struct AnswerSupervision {
    static constexpr std::string_view kName = "ticket.answerSupervision";
    std::string text = {};
    bool askBack = false;  ///< the unit asks to be relieved of it
    bool operator==(const AnswerSupervision&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "text", &AnswerSupervision::text, FieldUse::required),
                          field(2, "askBack", &AnswerSupervision::askBack)};
    }
};

struct DecideSupervision {
    static constexpr std::string_view kName = "ticket.decideSupervision";
    bool approve = false;
    std::string opinion = {};
    bool operator==(const DecideSupervision&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "approve", &DecideSupervision::approve, FieldUse::required),
                          field(2, "opinion", &DecideSupervision::opinion)};
    }
};

struct CancelSupervision {
    static constexpr std::string_view kName = "ticket.cancelSupervision";
    std::string reason = {};
    bool operator==(const CancelSupervision&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &CancelSupervision::reason, FieldUse::required)};
    }
};

/// 重办 after a spot check: same number, new clock.
struct RedoTicket {
    static constexpr std::string_view kName = "ticket.redo";
    std::string reason = {};
    bool operator==(const RedoTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "reason", &RedoTicket::reason, FieldUse::required)}; }
};

/// 回头看
struct StartLookBack {
    static constexpr std::string_view kName = "ticket.lookBack";
    std::string reason = {};
    bool operator==(const StartLookBack&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "reason", &StartLookBack::reason)}; }
};

struct ReportLookBack {
    static constexpr std::string_view kName = "ticket.reportLookBack";
    LookBackOutcome outcome = LookBackOutcome::upheld;
    bool stillThere = false;
    std::string newFact = {};
    std::string text = {};
    bool operator==(const ReportLookBack&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "outcome", &ReportLookBack::outcome, FieldUse::required),
                          field(2, "stillThere", &ReportLookBack::stillThere),
                          field(3, "newFact", &ReportLookBack::newFact), field(4, "text", &ReportLookBack::text)};
    }
};

struct StartLadder {
    static constexpr std::string_view kName = "ticket.startLadder";
    std::string ladder = {};
    std::string level = {};  ///< empty: the lowest
    bool operator==(const StartLadder&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "ladder", &StartLadder::ladder, FieldUse::required),
                          field(2, "level", &StartLadder::level)};
    }
};

/// One attempt at the level where the matter stands, or at the next one that is open.
struct HoldRound {
    static constexpr std::string_view kName = "ticket.round";
    std::string result = {};  ///< code of the level
    std::string level = {};   ///< empty: where it stands
    std::string text = {};
    std::optional<FilledForm> form = {};
    bool operator==(const HoldRound&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "result", &HoldRound::result, FieldUse::required),
                          field(2, "level", &HoldRound::level), field(3, "text", &HoldRound::text),
                          field(4, "form", &HoldRound::form)};
    }
};

/// Up one level, with a record.
struct EscalateTicket {
    static constexpr std::string_view kName = "ticket.escalate";
    std::string reason = {};
    bool operator==(const EscalateTicket&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "reason", &EscalateTicket::reason, FieldUse::required)};
    }
};

/// 办结 without a call-back.
struct CloseTicket {
    static constexpr std::string_view kName = "ticket.close";
    std::string reason = {};
    bool operator==(const CloseTicket&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "reason", &CloseTicket::reason, FieldUse::required)}; }
};

struct ArchiveTicket {
    static constexpr std::string_view kName = "ticket.archive";
    bool operator==(const ArchiveTicket&) const = default;
    static constexpr auto fields() { return std::tuple{}; }
};

/// The due time anew on the calendar of now; the scheduler does it when a paper of the State Council has changed it.
struct RecountDue {
    static constexpr std::string_view kName = "ticket.recountDue";
    bool operator==(const RecountDue&) const = default;
    static constexpr auto fields() { return std::tuple{}; }
};

/// Takes back the last thing that was done to the ticket. A desk that is given no command takes the user's last one.
struct UndoCommand {
    static constexpr std::string_view kName = "ticket.undo";
    CommandId command = {};
    bool operator==(const UndoCommand&) const = default;
    static constexpr auto fields() { return std::tuple{field(1, "command", &UndoCommand::command)}; }
};

}  // namespace zhida::domain
