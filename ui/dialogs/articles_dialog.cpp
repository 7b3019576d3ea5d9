// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/articles_dialog.h"

#include "ui/delegates/widgets.h"
#include "ui/dialogs/act_dialog.h"
#include "ui/dialogs/article_editor.h"
#include "ui/dialogs/article_versions.h"
#include "ui/dialogs/article_view.h"
#include "ui/dialogs/campaign_start_dialog.h"
#include "ui/dialogs/print_article.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

QString filterText(ArticleFilter filter) {
    switch (filter) {
        case ArticleFilter::mine:
            return ArticlesDialog::tr("My drafts");
        case ArticleFilter::unitReview:
            return ArticlesDialog::tr("For my unit's review");
        case ArticleFilter::centreReview:
            return ArticlesDialog::tr("For the centre's review");
        case ArticleFilter::due:
            return ArticlesDialog::tr("Due for review");
        case ArticleFilter::tasks:
            return ArticlesDialog::tr("Corrections and missing articles");
        case ArticleFilter::all:
            return ArticlesDialog::tr("All articles");
    }
    return {};
}

QString emptyText(ArticleFilter filter, bool narrowed) {
    if (narrowed) {
        return ArticlesDialog::tr("Nothing here has these words.");
    }
    switch (filter) {
        case ArticleFilter::mine:
            return ArticlesDialog::tr("You have no draft under way. Ctrl+N begins one.");
        case ArticleFilter::unitReview:
        case ArticleFilter::centreReview:
            return ArticlesDialog::tr("Nothing waits for this review.");
        case ArticleFilter::due:
            return ArticlesDialog::tr("No article is due for review.");
        case ArticleFilter::tasks:
            return ArticlesDialog::tr("No correction is open, no article is missing.");
        case ArticleFilter::all:
            return ArticlesDialog::tr("There is no article on this desk yet.");
    }
    return {};
}

}  // namespace

ArticlesDialog::ArticlesDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QWidget* parent)
    : QDialog(parent),
      m_desk(desk),
      m_signals(signals_),
      m_clock(clock),
      m_presenter(desk, signals_, clock),
      m_filters(new QListWidget),
      m_words(new QLineEdit),
      m_list(new QListView),
      m_said(notice("good")),
      m_offline(notice("careful")) {
    setWindowTitle(actionText(ActionId::articles));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1320, 840);
    auto* layout = column(this, space::kLarge, space::kSmall);
    buildHead(layout);
    layout->addWidget(m_offline);
    layout->addWidget(m_said);
    QSplitter* split = splitter(Qt::Horizontal);
    buildLeft(split);
    buildRight(split);
    split->setSizes({380, 900});
    split->setStretchFactor(1, 1);
    layout->addWidget(split, 1);
    buildKeys();
    connect(&m_presenter, &ArticlesPresenter::loaded, this, &ArticlesDialog::showRows);
    connect(&m_presenter, &ArticlesPresenter::opened, this, &ArticlesDialog::showFront);
    connect(&m_signals, &DeskSignals::statusChanged, this, &ArticlesDialog::showFilters);
    m_presenter.load();
    m_filters->setFocus();
}

void ArticlesDialog::buildHead(QVBoxLayout* layout) {
    auto* head = row();
    head->addWidget(label(actionText(ActionId::articles), TypeSize::heading, true));
    head->addStretch();
    QPushButton* fresh = button(tr("New article"), QStringLiteral("plus"));
    fresh->setToolTip(tr("New article (Ctrl+N)"));
    head->addWidget(fresh);
    QPushButton* close = button(tr("Close"));
    head->addWidget(close);
    layout->addLayout(head);
    connect(fresh, &QPushButton::clicked, this, &ArticlesDialog::writeNew);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
}

void ArticlesDialog::buildLeft(QSplitter* split) {
    auto* left = new QWidget;
    auto* down = column(left, 0, space::kSmall);
    for (const ArticleFilter each : kArticleFilters) {
        new QListWidgetItem(filterText(each), m_filters);
    }
    m_filters->setAccessibleName(tr("What waits"));
    m_filters->setCurrentRow(0);
    m_filters->setFixedHeight(m_filters->sizeHintForRow(0) * m_filters->count() + space::kMedium);
    m_filters->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    down->addWidget(m_filters);
    m_words->setPlaceholderText(tr("Words of the title or unit (Ctrl+F)"));
    m_words->setAccessibleName(tr("Search in this list"));
    m_words->setClearButtonEnabled(true);
    down->addWidget(m_words);
    m_list->setModel(&m_presenter.rows());
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Articles and tasks"));
    m_empty = new EmptyState(QStringLiteral("book"), {});
    m_leftStack = new QStackedWidget;
    m_leftStack->addWidget(m_list);
    m_leftStack->addWidget(m_empty);
    down->addWidget(m_leftStack, 1);
    split->addWidget(left);
    connect(m_filters, &QListWidget::currentRowChanged, this,
            [this](int row) { m_presenter.setFilter(kArticleFilters[static_cast<std::size_t>(row)]); });
    connect(m_words, &QLineEdit::textChanged, &m_presenter, &ArticlesPresenter::narrow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (const ArticleRow* each = m_presenter.rows().row(now.row())) {
            m_presenter.open(*each);
        }
    });
    connect(m_list, &QListView::activated, this, [this] { perform(domain::DraftArticle::kName); });
}

void ArticlesDialog::buildRight(QSplitter* split) {
    m_view = new ArticleView(m_presenter);
    m_rightStack = new QStackedWidget;
    m_rightStack->addWidget(m_view);
    m_rightStack->addWidget(new EmptyState(QStringLiteral("book"), tr("Choose an article or a task on the left.")));
    m_rightStack->setCurrentIndex(1);
    split->addWidget(m_rightStack);
    connect(m_view, &ArticleView::deedAsked, this, &ArticlesDialog::perform);
    connect(m_view, &ArticleView::ticketAsked, this, [this](const TicketId& ticket) {
        close();
        emit ticketAsked(ticket);
    });
    connect(m_view, &ArticleView::restoreAsked, this, [this](const domain::Article& version) {
        QJsonObject values = valuesOf(version.text(), m_desk.offset());
        values.insert(QStringLiteral("why"), tr("Text of version %1 restored").arg(version.version));
        editFront(
            values,
            tr("This is the text of version %1. It becomes a new version once it is published.").arg(version.version));
    });
}

void ArticlesDialog::buildKeys() {
    onKey(this, "Ctrl+N", [this] { writeNew(); });
    onKey(this, "Ctrl+F", [this] { m_words->setFocus(); });
    onKey(this, "Ctrl+P", [this] {
        const auto& front = m_presenter.front();
        if (!front || !printArticle(front->file.live, *m_presenter.directory(), m_presenter.today(), this)) {
            tell(tr("Only what is published and in force is printed."));
        }
    });
    onKey(this, "Ctrl+H", [this] { m_view->tabs().setCurrentWidget(&m_view->versions()); });
    onKey(this, "F6", [this] {
        if (m_filters->hasFocus() && m_presenter.rows().rowCount() > 0) {
            m_list->setFocus();
        } else if (m_list->hasFocus() && m_presenter.front()) {
            m_view->tabs().setFocus();
        } else {
            m_filters->setFocus();
        }
    });
    for (const ArticleDeed& each : articleDeeds()) {
        onKey(this, each.key, [this, act = each.act] { perform(act); });
    }
}

void ArticlesDialog::chooseFilter(ArticleFilter filter) { m_filters->setCurrentRow(static_cast<int>(filter)); }

void ArticlesDialog::chooseRow(int row) { m_list->setCurrentIndex(m_presenter.rows().index(row)); }

void ArticlesDialog::tell(const QString& text) { say(m_said, text); }

void ArticlesDialog::showFilters() {
    for (int i = 0; i < m_filters->count(); ++i) {
        const ArticleFilter filter = kArticleFilters[static_cast<std::size_t>(i)];
        m_filters->item(i)->setText(QStringLiteral("%1  %2").arg(filterText(filter)).arg(m_presenter.count(filter)));
    }
    say(m_offline, m_signals.status().line == service::SyncStatus::Line::offline
                       ? tr("No line to the centre: you can go on, what you send waits in the outbox.")
                       : QString());
}

void ArticlesDialog::showRows() {
    showFilters();
    const int count = m_presenter.rows().rowCount();
    m_empty->set(emptyText(m_presenter.filter(), !m_words->text().trimmed().isEmpty()), {});
    m_leftStack->setCurrentIndex(count > 0 || !m_presenter.listed() ? 0 : 1);
    const auto& front = m_presenter.front();
    if (front) {  // what is being read stays in front; when it has left the list, the next one comes
        const QSignalBlocker quiet(m_list->selectionModel());
        const int at = m_presenter.rows().find({front->file.key, front->task ? front->task->key : std::string()});
        m_list->setCurrentIndex(m_presenter.rows().index(at));
        m_list->viewport()->update();
    }
    if (count > 0 && !m_list->currentIndex().isValid()) {
        chooseRow(0);
    } else if (count == 0) {
        m_rightStack->setCurrentIndex(1);
    }
}

void ArticlesDialog::showFront() {
    m_rightStack->setCurrentIndex(m_presenter.rows().rowCount() > 0 ? 0 : 1);
    m_view->showFront();
}

QJsonObject ArticlesDialog::valuesFor(std::string_view act) const {
    const OpenArticle& open = *m_presenter.front();
    QJsonObject values;
    if (!open.file.live) {
        return values;
    }
    const domain::Article& live = *open.file.live;
    const bool mended = act == domain::SettleTask::kName && open.task &&
                        open.task->kind == domain::TaskKind::correction && live.version > open.task->version;
    if (mended || act == domain::ReportArticle::kName) {
        values.insert(QStringLiteral("version"), QString::number(live.version));
    } else if (act == domain::RenewArticle::kName) {
        values.insert(QStringLiteral("reviewDays"), QString::number(live.reviewDays));
    }
    return values;
}

void ArticlesDialog::perform(std::string_view act) {
    tell({});
    if (const QString why = m_view->obstacle(act); !why.isEmpty()) {
        tell(why);
        return;
    }
    const OpenArticle& open = *m_presenter.front();
    if (act == domain::DraftArticle::kName) {
        if (!open.exists()) {
            writeAsked(*open.task);
        } else {
            QJsonObject values = valuesOf(open.shown().text(), m_desk.offset());
            values.insert(QStringLiteral("reviewDays"), QString::number(open.shown().reviewDays));
            values.insert(QStringLiteral("why"), open.file.hasDraft() ? q(open.shown().why) : QString());
            editFront(values);
        }
        return;
    }
    if (act == domain::StartCampaign::kName) {
        startCampaign(open);
        return;
    }
    RecordSubject subject = open.subject();
    if (act == domain::SettleTask::kName) {
        subject = {open.task->key, std::nullopt, 0, {}};
    }
    openAct(act, subject, valuesFor(act));
}

void ArticlesDialog::openAct(std::string_view act, const RecordSubject& subject, const QJsonObject& values) {
    const auto& front = m_presenter.front();
    const QString title = front && front->exists() ? q(front->shown().title)
                          : front && front->task   ? q(front->task->title)
                                                   : QString();
    FormContext context{m_desk,       m_clock, m_presenter.directory(),
                        std::nullopt, true,    FormRecord{subject, title, values}};
    auto* dialog = new ActDialog(std::move(context), act, this);
    connect(dialog, &ActDialog::sent, this, [this, act] {
        tell(tr("%1: done").arg(words::ofCommand(act)));
        m_presenter.load();
    });
    dialog->open();
}

void ArticlesDialog::startCampaign(const OpenArticle& open) {
    FormContext context{
        m_desk,       m_clock, m_presenter.directory(),
        std::nullopt, true,    CampaignStartDialog::aboutArticle(open.file.key, q(open.file.live->title))};
    auto* dialog = new CampaignStartDialog(std::move(context), this);
    connect(dialog, &CampaignStartDialog::sent, this,
            [this] { tell(tr("The campaign has begun. %1 shows it.").arg(actionHint(ActionId::campaigns))); });
    dialog->open();
}

ArticleEditor* ArticlesDialog::edit(const RecordSubject& subject, const QString& title, const QJsonObject& values,
                                    const QString& hint) {
    FormContext context{m_desk,       m_clock, m_presenter.directory(),
                        std::nullopt, true,    FormRecord{subject, title, values}};
    auto* editor = new ArticleEditor(m_presenter, std::move(context), hint, this);
    connect(editor, &ArticleEditor::saved, this, [this](const service::RecordSubmitted& submitted) {
        tell(tr("Saved: %1").arg(words::ofCommand(domain::DraftArticle::kName)));
        chooseFilter(ArticleFilter::mine);
        m_presenter.open({submitted.key});
        m_presenter.load();
    });
    connect(editor, &ArticleEditor::told, this, &ArticlesDialog::tell);
    editor->open();
    return editor;
}

void ArticlesDialog::editFront(const QJsonObject& values, const QString& hint) {
    const OpenArticle& open = *m_presenter.front();
    edit(open.subject(), q(open.shown().title), values, hint);
}

void ArticlesDialog::writeNew() {
    const domain::Role role = m_desk.user().role;
    if (!mayEverAct(domain::DraftArticle::kName, role)) {
        tell(m_presenter.errorText(Error("user.mayNot", {{"role", std::string(codeOf(role))},
                                                         {"command", std::string(domain::DraftArticle::kName)}})));
        return;
    }
    edit({}, tr("New article"), {{QStringLiteral("reviewDays"), QString::number(domain::kReviewDays)}});
}

void ArticlesDialog::writeAbout(const QString& question, const std::string& task, const QString& hint) {
    RecordSubject subject;
    subject.about = task.empty() ? s(question) : task;
    QJsonObject values = valuesOfQuestion(question);
    values.insert(QStringLiteral("task"), q(task));
    edit(subject, tr("New article"), values, hint);
}

/// Out of its ticket, where this desk has it.
void ArticlesDialog::writeAsked(const domain::ArticleTask& task) {
    ask(
        m_desk, this, [ticket = task.ticket](service::DeskReader& reader) { return reader.ticket(ticket.text()); },
        [this, task](const std::optional<service::TicketView>& view) {
            view ? editFrom(view->ticket, task.key) : writeAbout(q(task.title), task.key, q(task.text));
        });
}

void ArticlesDialog::writeFrom(const TicketId& ticket) {
    ask(
        m_desk, this, [ticket](service::DeskReader& reader) { return reader.ticket(ticket.text()); },
        [this](const std::optional<service::TicketView>& view) {
            view ? editFrom(view->ticket, {}) : tell(m_presenter.errorText(Error("article.unknown")));
        });
}

void ArticlesDialog::editFrom(const domain::Ticket& ticket, const std::string& task) {
    const domain::ArticleProposal proposal = domain::proposalFrom(ticket);
    const RecordSubject subject{{}, std::nullopt, 0, ticket.id, task};
    QJsonObject values = valuesOf(proposal.text, m_desk.offset());
    values.insert(QStringLiteral("reviewDays"), QString::number(domain::kReviewDays));
    values.insert(QStringLiteral("task"), q(task));
    edit(subject, tr("From ticket %1").arg(q(ticket.number)), values,
         tr("%n place(s) with names or numbers of people were taken out. Look through what is left: "
            "everybody can read an article.",
            nullptr, static_cast<int>(proposal.stripped.size())));
}

void ArticlesDialog::writeAgain(std::string_view act, const std::string& key, const QJsonObject& words) {
    connect(
        &m_presenter, &ArticlesPresenter::opened, this,
        [this, act, key, words] {
            if (act == domain::DraftArticle::kName) {
                const bool known = m_presenter.front()->exists();
                RecordSubject subject = known ? m_presenter.front()->subject() : RecordSubject{};
                subject.key = key;
                edit(subject, {}, words, tr("These are your words that the centre refused. Compare, then save again."));
            } else {
                RecordSubject subject = m_presenter.front()->subject();
                subject.key = key;
                openAct(act, subject, words);
            }
        },
        Qt::SingleShotConnection);
    m_presenter.open({key});
}

}  // namespace zhida::ui
