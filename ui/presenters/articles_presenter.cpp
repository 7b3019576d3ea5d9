// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/articles_presenter.h"

#include "model/domain/article_table.h"
#include "ui/presenters/record_probe.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

constexpr int kPauseMs = 60;

void probe(OpenArticle& into, const RecordProbe& rules, const std::string& key, domain::RecordAct act) {
    const std::string name(domain::nameOf(act));
    if (const auto error = rules.barred(key, std::move(act))) {
        into.barred.emplace(name, *error);
    }
}

/// Whether it may begin at all: who was told is counted when one asks for it.
void probeCampaign(OpenArticle& into, const RecordProbe& rules) {
    const auto error = into.file.live ? rules.mayStart(into.file.key)
                                      : std::optional(Error("article.notPublished", {{"article", into.file.key}}));
    if (error) {
        into.barred.emplace(domain::StartCampaign::kName, *error);
    }
}

void askRules(OpenArticle& open, const RecordProbe& rules) {
    const std::string& key = open.file.key;
    const std::uint32_t live = open.file.live ? open.file.live->version : 0;
    domain::DraftArticle draft;
    draft.text() = open.shown().text();
    draft.title = draft.title.empty() ? "-" : draft.title;
    draft.answer = draft.answer.empty() ? "-" : draft.answer;
    draft.basedOn = live;
    probe(open, rules, key, std::move(draft));
    probe(open, rules, key, domain::SubmitArticle{});
    probe(open, rules, key, domain::ReviewArticle{true, "-"});
    domain::RenewArticle renew;
    renew.version = live;
    probe(open, rules, key, std::move(renew));
    probe(open, rules, key, domain::WithdrawArticle{"-", live});
    probe(open, rules, key, domain::DiscardDraft{});
    probe(open, rules, key, domain::ReportArticle{"-", live, {}});
    probeCampaign(open, rules);
}

std::optional<domain::ArticleTask> taskOf(service::Knowledge& knowledge, const std::string& key) {
    for (service::KnowledgeTask& each : knowledge.tasks()) {
        if (each.task.key == key) {
            return std::move(each.task);
        }
    }
    return std::nullopt;
}

OpenArticle openArticle(service::DeskReader& reader, const domain::UserProfile& user, const Directory& directory,
                        Instant now, UtcOffset offset, const ArticleRow& row) {
    service::Knowledge knowledge(reader, user, now, offset);
    const RecordProbe rules(reader, user, directory, now);
    OpenArticle open;
    if (!row.task.empty()) {
        open.task = taskOf(knowledge, row.task);
        probe(open, rules, row.task, domain::SettleTask{0, "-", {}});
    }
    if (open.task && !open.task->ticket.isNull()) {
        const auto view = reader.ticket(open.task->ticket.text());
        open.ticketNumber = view ? q(view->ticket.number) : QString();
    }
    if (auto file = row.key.empty() ? std::nullopt : knowledge.article(row.key)) {
        open.file = std::move(*file);
        open.versions = knowledge.versions(open.file);
        askRules(open, rules);
    }
    if (open.file.hasDraft()) {
        const domain::ArticleText live = open.file.live ? open.file.live->text() : domain::ArticleText();
        open.changes = wire::changesBetween(live, open.file.life->draft.text(), offset);
    }
    return open;
}

}  // namespace

bool mayEverAct(std::string_view act, domain::Role role) {
    return std::any_of(domain::kRecordRules.begin(), domain::kRecordRules.end(),
                       [&](const domain::RecordRule& rule) { return rule.command == act && rule.roles.has(role); });
}

RecordSubject OpenArticle::subject() const {
    RecordSubject subject{file.key, file.life ? file.life->last : CommandId{}, file.live ? file.live->version : 0, {}};
    if (file.hasDraft()) {
        subject.ticket = file.life->ticket;
    }
    return subject;
}

ArticlesPresenter::ArticlesPresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ArticlesPresenter::load);
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        if ((change.articles || change.reference || change.outbox || change.everything) && !m_pause.isActive()) {
            m_pause.start();
        }
    });
}

void ArticlesPresenter::load() {
    ask(
        m_desk, this,
        [user = m_desk.user(), now = m_clock.now(), offset = m_desk.offset()](service::DeskReader& reader) {
            return std::pair(articleLists(reader, user, now, offset), Directory::read(reader));
        },
        [this](std::pair<ArticleLists, DirectoryPtr> read) {
            m_lists = std::move(read.first);
            m_directory = std::move(read.second);
            m_listed = true;
            showRows();
            if (m_front) {
                readFront();
            }
        });
}

std::size_t ArticlesPresenter::count(ArticleFilter filter) const {
    const auto found = m_lists.rows.find(filter);
    return found == m_lists.rows.end() ? 0 : found->second.size();
}

void ArticlesPresenter::setFilter(ArticleFilter filter) {
    m_filter = filter;
    showRows();
}

void ArticlesPresenter::narrow(const QString& words) {
    m_words = words.trimmed();
    showRows();
}

void ArticlesPresenter::showRows() {
    std::vector<ArticleRow> rows;
    for (const ArticleRow& each : m_lists.rows[m_filter]) {
        const bool fits = m_words.isEmpty() || each.title.contains(m_words, Qt::CaseInsensitive) ||
                          q(each.key) == m_words || m_directory->unitName(each.unit).contains(m_words);
        if (fits) {
            rows.push_back(each);
        }
    }
    m_rows.setRows(std::move(rows), m_directory);
    emit loaded();
}

void ArticlesPresenter::open(const ArticleRow& row) {
    m_asked = row;
    readFront();
}

void ArticlesPresenter::readFront() {
    const std::uint64_t question = ++m_question;
    ask(
        m_desk, this,
        [user = m_desk.user(), directory = m_directory, now = m_clock.now(), offset = m_desk.offset(), row = m_asked](
            service::DeskReader& reader) { return openArticle(reader, user, *directory, now, offset, row); },
        [this, question](OpenArticle open) {
            if (question != m_question) {
                return;
            }
            if (open.exists()) {
                open.lint = lintOf(open.shown(), !open.file.live);
            }
            m_front = std::move(open);
            emit opened();
        });
}

std::vector<domain::LintMark> ArticlesPresenter::lintOf(const domain::Article& article, bool isNew) const {
    std::vector<domain::LintMark> marks = domain::lintArticle(article);
    const auto known = m_lists.titles.find(article.title);
    const std::size_t others = known == m_lists.titles.end() ? 0 : known->second;
    const std::vector<domain::LintMark> more = domain::lintTitle(article, {{article.title, others + (isNew ? 1 : 0)}});
    marks.insert(marks.end(), more.begin(), more.end());
    std::stable_sort(marks.begin(), marks.end(),
                     [](const domain::LintMark& a, const domain::LintMark& b) { return a.severity > b.severity; });
    return marks;
}

QString ArticlesPresenter::errorText(const Error& error) const {
    return articleErrorText(error, *m_directory, m_clock.now(), m_desk.offset());
}

}  // namespace zhida::ui
