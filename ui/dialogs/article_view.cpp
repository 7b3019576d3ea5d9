// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/article_view.h"

#include "ui/delegates/article_panel.h"
#include "ui/delegates/widgets.h"
#include "ui/dialogs/article_versions.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>

#include <array>

namespace zhida::ui {
namespace {

enum Tab { kChanges, kFaults, kVersions, kLog };

constexpr std::array kDeeds{
    ArticleDeed{domain::DraftArticle::kName, "Alt+E", "draft"},
    ArticleDeed{domain::SubmitArticle::kName, "Alt+S", "send"},
    ArticleDeed{domain::ReviewArticle::kName, "Alt+V", "review"},
    ArticleDeed{domain::RenewArticle::kName, "Alt+N", "refresh"},
    ArticleDeed{domain::WithdrawArticle::kName, "Alt+W", "close"},
    ArticleDeed{domain::DiscardDraft::kName, "Alt+G", "return"},
    ArticleDeed{domain::ReportArticle::kName, "Alt+R", "warning"},
    ArticleDeed{domain::SettleTask::kName, "Alt+T", "check"},
    ArticleDeed{domain::StartCampaign::kName, "Alt+C", "callback"},
};

QTextBrowser* browser(const QString& name) {
    auto* text = new QTextBrowser;
    text->setOpenLinks(false);
    text->setAccessibleName(name);
    return text;
}

}  // namespace

std::span<const ArticleDeed> articleDeeds() { return kDeeds; }

ArticleView::ArticleView(ArticlesPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_stage(chip({}, Light::amber)),
      m_facts(mutedLabel({})),
      m_task(notice("careful")),
      m_ticket(linkButton(tr("Open the ticket"))),
      m_text(new ArticlePanel),
      m_tabs(new QTabWidget),
      m_changes(browser(tr("What the draft changes"))),
      m_faults(new QListWidget),
      m_versions(new ArticleVersions(presenter)),
      m_log(browser(tr("Log"))) {
    auto* layout = column(this, 0, space::kSmall);
    auto* about = row();
    about->addWidget(m_stage, 0, Qt::AlignTop);
    about->addWidget(m_facts, 1);
    about->addWidget(m_ticket, 0, Qt::AlignTop);
    layout->addLayout(about);
    m_task->setWordWrap(true);
    layout->addWidget(m_task);
    buildDeeds(layout, about);
    buildTabs();
    QSplitter* split = splitter(Qt::Vertical);
    QFrame* card = frame("card");
    column(card, space::kTiny)->addWidget(m_text);
    split->addWidget(card);
    split->addWidget(m_tabs);
    split->setSizes({330, 300});
    layout->addWidget(split, 1);
    connect(m_ticket, &QPushButton::clicked, this, [this] {
        if (m_presenter.front() && m_presenter.front()->task) {
            emit ticketAsked(m_presenter.front()->task->ticket);
        }
    });
    connect(m_versions, &ArticleVersions::restoreAsked, this, &ArticleView::restoreAsked);
}

/// What is not about the article itself stands apart.
void ArticleView::buildDeeds(QVBoxLayout* layout, QHBoxLayout* about) {
    auto* across = row(nullptr, 0, space::kTiny);
    for (const ArticleDeed& each : kDeeds) {
        const bool apart = each.act == domain::StartCampaign::kName;
        QPushButton* made = apart ? linkButton(words::ofCommand(each.act))
                                  : button(words::ofCommand(each.act), QString::fromLatin1(each.icon));
        connect(made, &QPushButton::clicked, this, [this, act = each.act] { emit deedAsked(act); });
        (apart ? about : across)->addWidget(made);
        m_deeds.emplace(std::string(each.act), made);
    }
    across->addStretch();
    layout->addLayout(across);
}

void ArticleView::buildTabs() {
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("About the article"));
    m_faults->setAccessibleName(tr("Faults"));
    m_faults->setWordWrap(true);
    m_tabs->addTab(m_changes, tr("What the draft changes"));
    m_tabs->addTab(m_faults, tr("Faults"));
    m_tabs->addTab(m_versions, tr("Versions"));
    m_tabs->addTab(m_log, tr("Log"));
}

QPushButton* ArticleView::deed(std::string_view act) const {
    const auto found = m_deeds.find(std::string(act));
    return found == m_deeds.end() ? nullptr : found->second;
}

QString ArticleView::obstacle(std::string_view act) const {
    const auto& open = m_presenter.front();
    if (!open) {
        return tr("Nothing is chosen.");
    }
    const bool missing = open->task && open->task->kind == domain::TaskKind::missing;
    if (act == domain::SettleTask::kName ? !open->task.has_value()
                                         : !open->exists() && !(missing && act == domain::DraftArticle::kName)) {
        return act == domain::SettleTask::kName ? tr("This is no task.")
                                                : m_presenter.errorText(Error("article.unknown", {}));
    }
    const auto found = open->barred.find(std::string(act));
    return found == open->barred.end() ? QString() : m_presenter.errorText(found->second);
}

void ArticleView::showFront() {
    const auto& open = m_presenter.front();
    if (!open) {
        return;
    }
    showTask(*open);
    showFacts(*open);
    m_text->setDirectory(m_presenter.directory());
    m_text->setVisible(open->exists());
    if (open->exists()) {
        m_text->show(open->shown(), open->file.hasDraft() ? std::nullopt : std::optional(open->file.trust),
                     m_presenter.desk().offset());
    }
    for (const ArticleDeed& each : kDeeds) {
        QPushButton* made = deed(each.act);
        const QString why = obstacle(each.act);
        made->setEnabled(why.isEmpty());
        made->setToolTip(why.isEmpty()
                             ? QStringLiteral("%1 (%2)").arg(words::ofCommand(each.act), QString::fromLatin1(each.key))
                             : why);
        made->setVisible(each.act != domain::SettleTask::kName || open->task.has_value());
    }
    showTabs(*open);
}

void ArticleView::showTask(const OpenArticle& open) {
    m_ticket->setVisible(open.task && !open.task->ticket.isNull());
    if (!open.task) {
        say(m_task, {});
        return;
    }
    const domain::ArticleTask& task = *open.task;
    QString text = words::of(task.kind) + QStringLiteral(" · ") + m_presenter.directory()->unitName(task.unit) +
                   QStringLiteral(" · ") +
                   momentText(task.openedAt, m_presenter.clock().now(), m_presenter.desk().offset());
    if (task.kind == domain::TaskKind::correction) {
        text +=
            QStringLiteral(" · ") + m_presenter.directory()->userName(task.openedBy) + QLatin1Char('\n') + q(task.text);
    } else {
        text += QLatin1Char('\n') + tr("A consultation was answered without an article: %1").arg(q(task.title));
    }
    if (!open.ticketNumber.isEmpty()) {
        text += QLatin1Char('\n') + tr("Ticket %1").arg(open.ticketNumber);
    }
    say(m_task, text);
}

void ArticleView::showFacts(const OpenArticle& open) {
    const service::KnowledgeFile& file = open.file;
    const bool draft = file.hasDraft();
    m_stage->setVisible(draft);
    QStringList facts;
    if (draft) {
        setChip(m_stage, QStringLiteral("✎ ") + words::of(file.life->stage), Light::amber);
        QStringList authors;
        for (const UserCode& each : file.life->authors) {
            authors << m_presenter.directory()->userName(each);
        }
        facts << tr("by %1").arg(authors.join(QStringLiteral(", ")));
        facts << (file.live ? tr("revises version %1").arg(file.live->version) : tr("new article"));
    }
    if (open.exists()) {
        const QString unit = m_presenter.directory()->unitName(open.shown().unit);
        facts << tr("kept by %1").arg(unit.isEmpty() ? tr("the centre") : unit);
    }
    if (file.live) {
        const domain::Article& live = *file.live;
        facts << (live.reviewDays > 0 ? tr("reviewed every %1 days").arg(live.reviewDays) : tr("no review interval"));
        if (draft) {
            facts << tr("published: %1").arg(trustText(file.trust));
        }
    }
    if (file.pending) {
        facts << tr("not yet at the centre");
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void ArticleView::showTabs(const OpenArticle& open) {
    const bool draft = open.file.hasDraft();
    m_changes->setHtml(draft ? changesHtml(open.changes, *m_presenter.directory()) : QString());
    m_faults->clear();
    for (const domain::LintMark& each : open.lint) {
        auto* item = new QListWidgetItem(lintText(each), m_faults);
        item->setForeground(each.severity == domain::Severity::red ? theme().red : theme().amber);
    }
    if (open.lint.empty()) {
        new QListWidgetItem(open.exists() ? tr("✓ No fault found") : QString(), m_faults);
    }
    m_versions->show(open);
    QString log;
    const auto& steps = open.file.life ? open.file.life->log : open.file.log;
    for (auto it = steps.rbegin(); it != steps.rend(); ++it) {
        log += QStringLiteral("<p style='margin:0 0 4px 0'>%1</p>")
                   .arg(stepText(*it, *m_presenter.directory(), m_presenter.clock().now(), m_presenter.desk().offset())
                            .toHtmlEscaped());
    }
    m_log->setHtml(log.isEmpty() ? tr("Nothing has been done here yet.") : log);
    m_tabs->setTabVisible(kChanges, draft);
    m_tabs->setTabText(kFaults, tr("Faults (%1)").arg(open.lint.size()));
    m_tabs->setTabText(kVersions, tr("Versions (%1)").arg(open.versions.size()));
    const std::string front = open.file.key + (draft ? "+" : "");
    if (front != m_shown) {
        m_tabs->setCurrentIndex(draft ? kChanges : kFaults);
        m_shown = front;
    }
}

}  // namespace zhida::ui
