// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide_article.h"

#include <algorithm>
#include <utility>

namespace zhida::domain {
namespace {

using ArticleOutcome = Result<ArticleChanges>;

class DecideTask {
public:
    DecideTask(const ArticleFile& file, const RecordCommand& command, const Context& context)
        : m_file(file), m_command(command), m_context(context) {}

    ArticleOutcome operator()(const SettleTask& c) {
        if (!m_file.task) {
            return Error("task.unknown", {{"task", m_command.key}});
        }
        ArticleTask task = *m_file.task;
        if (!isCentreReviewer(actor().role) && actor().unit != task.unit) {
            return Error("article.notYourUnit", {{"unit", task.unit.value}});
        }
        if (task.state != TaskState::open) {
            return Error("task.settled", {{"by", task.settledBy.value}});
        }
        if (task.kind == TaskKind::review) {
            return Error("task.review");
        }
        if (c.reason.empty() == (c.version == 0)) {
            return Error("task.outcome");
        }
        if (c.version != 0) {
            if (const Status fixes = fixedBy(task, c); !fixes) {
                return fixes.error();
            }
        }
        task.fixedVersion = c.version;
        task.reason = c.reason;
        return one(settledBy(std::move(task), c.version != 0 ? TaskState::fixed : TaskState::rejected, actor().user,
                             m_context.now));
    }

    ArticleOutcome operator()(const AskForArticle& c) {
        if (m_file.task) {
            return Error("task.exists", {{"task", m_command.key}});
        }
        if (!isCentreReviewer(actor().role) && actor().unit != c.unit) {
            return Error("article.notYourUnit", {{"unit", c.unit.value}});
        }
        const auto& units = *m_context.units;
        if (std::none_of(units.begin(), units.end(), [&c](const Unit& each) { return each.code == c.unit; })) {
            return Error("unit.unknown", {{"unit", c.unit.value}});
        }
        ArticleTask task;
        task.key = m_command.key;
        task.kind = TaskKind::missing;
        task.title = c.title;
        task.text = c.text;
        task.ticket = c.ticket.value_or(TicketId{});
        task.unit = c.unit;
        task.openedBy = actor().user;
        task.openedAt = m_context.now;
        return one(std::move(task));
    }

    template <class Other>
    ArticleOutcome operator()(const Other&) {
        return Error("record.subject", {{"kind", m_command.kind}});
    }

private:
    [[nodiscard]] const UserProfile& actor() const { return m_context.actor; }

    static ArticleOutcome one(ArticleTask task) {
        ArticleChanges changes;
        changes.tasks.push_back(std::move(task));
        return changes;
    }

    /// A correction is fixed by a newer version, a missing article by any that is published.
    [[nodiscard]] Status fixedBy(ArticleTask& task, const SettleTask& c) const {
        if (task.kind == TaskKind::missing) {
            task.article = c.article;
        }
        if (!m_file.live) {
            return Error("article.unknown", {{"article", task.article}});
        }
        const std::uint32_t least = task.kind == TaskKind::missing ? 1 : task.version + 1;
        const bool fits = c.version >= least && c.version <= m_file.live->version;
        return fits ? done()
                    : Status(Error("task.notNewer",
                                   {{"version", std::to_string(c.version)}, {"least", std::to_string(least)}}));
    }

    const ArticleFile& m_file;
    const RecordCommand& m_command;
    const Context& m_context;
};

}  // namespace

Result<ArticleChanges> decideArticleTask(const ArticleFile& file, const RecordCommand& command,
                                         const Context& context) {
    if (const Status status = checkRecordCommand(command, context); !status) {
        return status.error();
    }
    return std::visit(DecideTask(file, command, context), command.act);
}

}  // namespace zhida::domain
