// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/record.h"
#include "model/domain/article.h"
#include "model/domain/ticket.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What of a ticket must not get into the knowledge base (个人信息保护法 §28, §51).
namespace zhida::domain {

enum class PersonalKind : std::uint8_t { name = 1, phone, idNumber };

/// A place where something was taken out.
struct Stripped {
    PersonalKind kind = PersonalKind::name;
    std::string text;  ///< what stood there

    bool operator==(const Stripped&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "kind", &Stripped::kind), field(2, "text", &Stripped::text)};
    }
};

struct Impersonal {
    std::string text;
    std::vector<Stripped> stripped;
};

/// `text` without the caller's name and numbers, resident ID numbers (GB 11643), mobile numbers, and names that stand with an
/// address (王先生) or a label (姓名：…). `landlines`: those too; a unit's own number in an answer is no personal data.
Impersonal withoutPersonalData(std::string_view text, const Caller& caller, bool landlines);

/// An article out of an answered ticket: the question as callers put it, the answer as it was given.
struct ArticleProposal {
    ArticleText text;
    std::vector<Stripped> stripped;
};
ArticleProposal proposalFrom(const Ticket& ticket);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::PersonalKind, 3, {name, "name"}, {phone, "phone"}, {idNumber, "idNumber"});
