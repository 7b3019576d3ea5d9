// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide_article.h"

#include "model/domain/article_table.h"

#include <algorithm>
#include <utility>

namespace zhida::domain {
namespace {

using ArticleOutcome = Result<ArticleChanges>;

/// The log of a life that is longer keeps its newest: the centre's log has all.
constexpr std::size_t kMostSteps = 500;

bool isWrittenDay(const std::string& text) {
    const std::optional<Day> day = parseDay(text);
    return text.empty() || (day && formatDay(*day) == text);
}

/// One overload per act; the row of kRecordRules and the texts have been checked before.
class DecideArticle {
public:
    DecideArticle(const ArticleFile& file, const RecordCommand& command, const Context& context)
        : m_file(file), m_command(command), m_context(context), m_life(file.life.value_or(ArticleLife())) {}

    ArticleOutcome operator()(const DraftArticle& c) {
        if (const Status may = ownUnit(); !may) {
            return may.error();
        }
        if (const Status seen = sawTheLatest(c.basedOn); !seen) {
            return seen.error();
        }
        if (!isWrittenDay(c.validFrom) || !isWrittenDay(c.validTo)) {
            return Error("article.badDay", {{"field", isWrittenDay(c.validFrom) ? "validTo" : "validFrom"}});
        }
        const bool begins = m_life.stage == ArticleStage::none;
        if (begins) {
            m_life.authors.clear();
            m_life.ticket = {};
            m_life.task.clear();
        }
        m_life.stage = ArticleStage::draft;
        m_life.unitReviewer = {};
        m_life.basedOn = c.basedOn;
        m_life.ticket = c.ticket.isNull() ? m_life.ticket : c.ticket;
        m_life.task = c.task.empty() ? m_life.task : c.task;
        m_life.draft = drafted(c);
        if (std::find(m_life.authors.begin(), m_life.authors.end(), actor().user) == m_life.authors.end()) {
            m_life.authors.push_back(actor().user);
        }
        return changed("draft", c.why);
    }

    ArticleOutcome operator()(const DiscardDraft& c) {
        if (const Status may = ownUnit(); !may) {
            return may.error();
        }
        if (const Status seen = sawTheLatest(m_life.basedOn); !seen) {
            return seen.error();
        }
        clearDraft();
        return changed("discarded", c.why);
    }

    ArticleOutcome operator()(const SubmitArticle& c) {
        if (const Status may = ownUnit(); !may) {
            return may.error();
        }
        if (const Status seen = sawTheLatest(m_life.basedOn); !seen) {
            return seen.error();
        }
        m_life.stage = ArticleStage::unitReview;
        return changed("submitted", c.why);
    }

    ArticleOutcome operator()(const ReviewArticle& c) {
        const bool byCentre = m_life.stage == ArticleStage::centreReview;
        if (byCentre && !isCentreReviewer(actor().role)) {
            return Error("user.mayNot", {{"role", std::string(codeOf(actor().role))}, {"command", "article.review"}});
        }
        if (const Status may = byCentre ? done() : ownUnit(); !may) {
            return may.error();
        }
        const bool took = std::find(m_life.authors.begin(), m_life.authors.end(), actor().user) != m_life.authors.end();
        if (took || (byCentre && m_life.unitReviewer == actor().user)) {
            return Error("article.fourEyes", {{"user", actor().user.value}});
        }
        if (const Status seen = sawTheLatest(m_life.basedOn); !seen) {
            return seen.error();
        }
        if (!c.approve) {
            return rejected(c.opinion);
        }
        if (byCentre) {
            return published(c.opinion);
        }
        m_life.stage = ArticleStage::centreReview;
        m_life.unitReviewer = actor().user;
        return changed("unitApproved", c.opinion);
    }

    ArticleOutcome operator()(const RenewArticle& c) {
        if (const Status may = ownUnit(); !may) {
            return may.error();
        }
        if (const Status fits = aboutLive(c.version); !fits) {
            return fits.error();
        }
        Article live = *m_file.live;
        live.validTo = c.validTo.empty() ? live.validTo : c.validTo;
        if (!isWrittenDay(live.validTo)) {
            return Error("article.badDay", {{"field", "validTo"}});
        }
        if (!live.validTo.empty() && live.validTo < formatDay(today())) {
            return Error("article.ended", {{"validTo", live.validTo}});
        }
        live.reviewDays = c.reviewDays == 0 ? live.reviewDays : c.reviewDays;
        vouch(live);
        return standing(std::move(live), "renewed", c.why);
    }

    ArticleOutcome operator()(const WithdrawArticle& c) {
        if (const Status may = isCentreReviewer(actor().role) ? done() : ownUnit(); !may) {
            return may.error();
        }
        if (const Status fits = aboutLive(c.version); !fits) {
            return fits.error();
        }
        Article live = *m_file.live;
        live.withdrawn = true;
        return standing(std::move(live), "withdrawn", c.reason);
    }

    ArticleOutcome operator()(const ReportArticle& c) {
        ArticleTask task = taskOf(TaskKind::correction, c.version == 0 ? m_file.live->version : c.version);
        task.text = c.text;
        task.ticket = c.ticket.value_or(TicketId{});
        return opened(std::move(task));
    }

    ArticleOutcome operator()(const ArticleFellDue& c) {
        const std::vector<std::string> days = daysDue(*m_file.live, today());
        if (c.version != m_file.live->version || std::find(days.begin(), days.end(), c.day) == days.end()) {
            return Error("article.notDue", {{"article", m_command.key}, {"day", c.day}});
        }
        ArticleTask task = taskOf(TaskKind::review, c.version);
        task.dueOn = c.day;
        ArticleOutcome outcome = noted("due", c.day);
        outcome->tasks.push_back(std::move(task));
        return outcome;
    }

    template <class Other>
    ArticleOutcome operator()(const Other&) {
        return Error("record.subject", {{"kind", m_command.kind}});
    }

private:
    [[nodiscard]] const UserProfile& actor() const { return m_context.actor; }
    [[nodiscard]] Day today() const { return localDay(m_context.now, m_context.rules->calendar.offset()); }

    [[nodiscard]] UnitCode unit() const {
        const UnitCode& published = m_file.live ? m_file.live->unit : m_life.unit;
        return m_file.life || m_file.live ? published : actor().unit;
    }

    /// An article without a unit is the centre's.
    [[nodiscard]] Status ownUnit() const {
        const UnitCode owner = unit();
        const bool own = owner.empty() ? isCentreReviewer(actor().role) : owner == actor().unit;
        return own ? done() : Status(Error("article.notYourUnit", {{"unit", owner.value}}));
    }

    /// What the person acts on is what there is: nobody has changed the draft, nor published another text, behind his back.
    [[nodiscard]] Status sawTheLatest(std::uint32_t basedOn) const {
        if (m_command.base != m_life.last) {
            const bool known = !m_life.log.empty();
            return Error("article.stale", {{"by", known ? m_life.log.back().user.value : ""},
                                           {"at", known ? std::to_string(m_life.log.back().at.ms) : ""}});
        }
        const std::uint32_t live = m_file.live ? m_file.live->version : 0;
        if (basedOn != live) {
            return Error("article.overtaken", {{"base", std::to_string(basedOn)}, {"live", std::to_string(live)}});
        }
        return done();
    }

    [[nodiscard]] Status aboutLive(std::uint32_t version) const {
        if (m_file.live->withdrawn) {
            return Error("article.withdrawn", {{"article", m_command.key}});
        }
        const std::string live = std::to_string(m_file.live->version);
        return version == m_file.live->version
                   ? done()
                   : Status(Error("article.overtaken", {{"base", std::to_string(version)}, {"live", live}}));
    }

    [[nodiscard]] Article drafted(const DraftArticle& c) const {
        Article draft = m_file.live.value_or(Article());
        draft.text() = c.text();
        draft.key = m_command.key;
        draft.unit = unit();
        draft.author = actor().user;
        draft.why = c.why;
        draft.withdrawn = false;
        draft.reviewDays = c.reviewDays != 0 ? c.reviewDays : draft.reviewDays;
        draft.reviewDays = draft.reviewDays != 0 ? draft.reviewDays : kReviewDays;
        return draft;
    }

    ArticleOutcome rejected(const std::string& opinion) {
        if (opinion.find_first_not_of(" \t\r\n") == std::string::npos) {
            return Error("text.missing", {{"field", "opinion"}});
        }
        m_life.stage = ArticleStage::draft;
        m_life.unitReviewer = {};
        return changed("rejected", opinion);
    }

    ArticleOutcome published(const std::string& opinion) {
        Article next = m_life.draft;
        next.version = m_file.live ? m_file.live->version + 1 : 1;
        next.publishedBy = actor().user;
        next.publishedAt = m_context.now;
        vouch(next);
        next.verifiedBy = m_life.unitReviewer;  // the unit answers for what it says; the centre for its being said
        clearDraft();
        m_life.last = m_command.id;
        std::optional<Article> before = m_file.live;
        ArticleOutcome outcome = standing(std::move(next), "published", opinion);
        outcome->kept = std::move(before);
        settleAsked(*outcome);
        return outcome;
    }

    /// What its unit was asked for is there.
    void settleAsked(ArticleChanges& changes) const {
        const bool open = m_file.asked && m_file.asked->state == TaskState::open;
        if (open && m_file.asked->kind == TaskKind::missing && m_file.asked->unit == changes.live->unit) {
            ArticleTask task = *m_file.asked;
            task.article = m_command.key;
            task.fixedVersion = changes.live->version;
            changes.tasks.push_back(settledBy(std::move(task), TaskState::fixed, actor().user, m_context.now));
        }
    }

    void vouch(Article& article) const {
        article.verifiedBy = actor().user;
        article.verifiedAt = m_context.now;
        article.reviewOn = dayAfter(today(), article.reviewDays);
    }

    void clearDraft() {
        m_life.stage = ArticleStage::none;
        m_life.draft = {};
        m_life.authors.clear();
        m_life.unitReviewer = {};
        m_life.basedOn = 0;
        m_life.ticket = {};
        m_life.task.clear();
    }

    /// The published article as it stands now; what was due is settled by it.
    ArticleOutcome standing(Article live, const std::string& act, const std::string& why) {
        const std::uint32_t version = live.version;
        ArticleOutcome outcome = noted(act, why, version);
        outcome->live = std::move(live);
        for (ArticleTask task : m_file.reviewTasks) {
            if (task.state == TaskState::open) {
                task.fixedVersion = version;
                outcome->tasks.push_back(settledBy(std::move(task), TaskState::settled, actor().user, m_context.now));
            }
        }
        return outcome;
    }

    /// The draft is another one: who has not seen it does not act on it.
    ArticleOutcome changed(const std::string& act, const std::string& why) {
        m_life.last = m_command.id;
        return noted(act, why);
    }

    ArticleOutcome noted(const std::string& act, const std::string& why, std::uint32_t version = 0) {
        m_life.key = m_command.key;
        m_life.unit = unit();
        const std::uint32_t live = m_file.live ? m_file.live->version : 0;
        m_life.log.push_back(
            {act, actor().user, actor().unit, m_context.now, version == 0 ? live : version, why, m_command.id});
        if (m_life.log.size() > kMostSteps) {
            m_life.log.erase(m_life.log.begin());
        }
        ArticleChanges changes;
        changes.life = m_life;
        return changes;
    }

    [[nodiscard]] ArticleTask taskOf(TaskKind kind, std::uint32_t version) const {
        ArticleTask task;
        task.key = m_command.id.text();
        task.kind = kind;
        task.article = m_command.key;
        task.version = version;
        task.title = m_file.live->title;
        task.unit = unit();
        task.openedBy = actor().user;
        task.openedAt = m_context.now;
        return task;
    }

    static ArticleOutcome opened(ArticleTask task) {
        ArticleChanges changes;
        changes.tasks.push_back(std::move(task));
        return changes;
    }

    const ArticleFile& m_file;
    const RecordCommand& m_command;
    const Context& m_context;
    ArticleLife m_life;
};

/// The row's stage, and that there is what the act is about.
Status subjectFits(const ArticleFile& file, const RecordCommand& command) {
    const RecordRule& rule = kRecordRules[command.act.index()];
    const bool isNew = !file.life && !file.live;
    if (isNew && !std::holds_alternative<DraftArticle>(command.act)) {
        return Error("article.unknown", {{"article", command.key}});
    }
    const ArticleStage stage = file.life ? file.life->stage : ArticleStage::none;
    if (!rule.stages.has(stage)) {
        return Error("article.wrongStage",
                     {{"stage", std::string(codeOf(stage))}, {"command", std::string(rule.command)}});
    }
    if (rule.onPublished && !file.live) {
        return Error("article.notPublished", {{"article", command.key}});
    }
    return done();
}

}  // namespace

Result<ArticleChanges> decideArticle(const ArticleFile& file, const RecordCommand& command, const Context& context) {
    Status status = checkRecordCommand(command, context);
    status = status ? subjectFits(file, command) : status;
    if (!status) {
        return status.error();
    }
    return std::visit(DecideArticle(file, command, context), command.act);
}

}  // namespace zhida::domain
