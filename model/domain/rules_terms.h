// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"
#include "model/domain/deadline.h"
#include "model/domain/terms.h"

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// Deadlines are a table, never code: what is asked, how urgent, about what, by which channel, from where -> how long.
namespace zhida::domain {

/// A code with its words, as the rules name reasons, posts and choices.
struct CodedText {
    std::string code;
    std::string zh = {};
    std::string en = {};
    bool operator==(const CodedText&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "code", &CodedText::code, FieldUse::required),
                          field(2, "zh", &CodedText::zh, FieldUse::required), field(3, "en", &CodedText::en)};
    }
};

/// What a clock runs for. Every stage has rows of its own in the table.
enum class Stage : std::uint8_t {
    accept = 1,     ///< 接单: from receipt to somebody's hands
    dispatch,       ///< 派单: from receipt to the unit
    firstContact,   ///< 首次联系: from dispatch to the first call to the caller
    sign,           ///< 签收: from dispatch
    returnRequest,  ///< 申请退单: from dispatch
    solve,          ///< 办结: from receipt; the deadline of the ticket
    callback,       ///< 回访: from submission
    redo,           ///< 重办: from the callback that failed; without a row the one of `solve`
};

/// What the table looks at.
struct Matter {
    AppealType appealType = AppealType::consult;
    Urgency urgency = Urgency::normal;
    CategoryCode category = {};
    Channel channel = Channel::phone;
    RegionCode region = {};
    bool operator==(const Matter&) const = default;
};

/// Of a ticket or a registration.
template <class T>
Matter matterOf(const T& ticket) {
    return {ticket.appealType, ticket.urgency, ticket.category, ticket.channel, ticket.region};
}

struct DeadlineRule {
    std::optional<AppealType> appealType = {};  ///< none: any
    std::optional<Urgency> urgency = {};        ///< none: any
    Term term = {};
    Stage stage = Stage::solve;
    std::string category = {};            ///< beginning of the category's code; empty: any
    std::optional<Channel> channel = {};  ///< none: any
    std::string region = {};              ///< beginning of the region's code; empty: any
    std::string basis = {};               ///< the article that says so
    bool operator==(const DeadlineRule&) const = default;
    static constexpr auto fields() {
        using D = DeadlineRule;
        return std::tuple{field(1, "stage", &D::stage),
                          field(2, "appealType", &D::appealType),
                          field(3, "urgency", &D::urgency),
                          field(4, "category", &D::category),
                          field(5, "channel", &D::channel),
                          field(6, "region", &D::region),
                          field(7, "term", &D::term, FieldUse::required),
                          field(8, "basis", &D::basis)};
    }
};

/// Why a term counts.
struct TermChoice {
    Term term;
    std::string basis;
    std::size_t row = 0;               ///< of the table, from 0
    std::vector<std::string> matched;  ///< the conditions that the row names, weightiest first: "urgency" "category" …
    std::vector<std::size_t> overruled;  ///< rows that fit as well, the next best first
    bool operator==(const TermChoice&) const = default;
};

/// The most specific row of that stage that fits. Conditions weigh in this order: urgency, category (the longer the beginning),
/// region (the same), appeal type, channel; a row that names one outweighs a row that does not. Two rows of equal weight have
/// equal conditions, and a procedure file may not hold two such.
std::optional<TermChoice> chooseTerm(const std::vector<DeadlineRule>& table, Stage stage, const Matter& matter);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::Stage, 8, {accept, "accept"}, {dispatch, "dispatch"}, {firstContact, "firstContact"},
            {sign, "sign"}, {returnRequest, "returnRequest"}, {solve, "solve"}, {callback, "callback"}, {redo, "redo"});
