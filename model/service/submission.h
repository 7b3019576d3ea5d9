// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "model/service/desk.h"
#include "model/service/desk_marks.h"
#include "model/service/reference_data.h"
#include "model/storage/article_store.h"

namespace zhida::service {

/// Makes the command out of what a person submits: id, moment, revision, the number of a new ticket, the article behind a
/// direct answer with its version. In the caller's transaction, because a number is used up.
class CommandMaker {
public:
    CommandMaker(DeskMarks& marks, const storage::ArticleReader& articles, ReferenceData& reference, Rng& rng)
        : m_marks(marks), m_articles(articles), m_reference(reference), m_rng(rng) {}

    /// `shown`: the ticket as the person sees it; nullptr for a new or unknown one.
    /// Errors: article.unknown{article} number.exhausted.
    [[nodiscard]] Result<domain::Command> make(const Submission& submission, const DeskSignIn& signIn,
                                               const domain::Ticket* shown, Instant now);

private:
    [[nodiscard]] Status complete(domain::RegisterTicket& body, const DeskSignIn& signIn, Instant now);
    [[nodiscard]] Status complete(domain::AnswerDirectly& body) const;

    DeskMarks& m_marks;
    const storage::ArticleReader& m_articles;
    ReferenceData& m_reference;
    Rng& m_rng;
};

}  // namespace zhida::service
