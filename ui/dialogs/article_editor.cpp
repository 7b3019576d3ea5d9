// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/article_editor.h"

#include "ui/delegates/article_panel.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>

#include <utility>

namespace zhida::ui {
namespace {

constexpr int kField = Qt::UserRole + 1;
constexpr int kJudgeMs = 120;

}  // namespace

ArticleEditor::ArticleEditor(ArticlesPresenter& presenter, FormContext context, const QString& hint, QWidget* parent)
    : QDialog(parent),
      m_presenter(presenter),
      m_form(makeForm(domain::DraftArticle::kName, std::move(context))),
      m_hint(notice("careful")),
      m_others(notice("careful")),
      m_clash(notice("error")),
      m_clashBar(new QWidget),
      m_faults(new QListWidget),
      m_preview(new ArticlePanel) {
    setWindowTitle(words::ofCommand(domain::DraftArticle::kName));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1240, 800);
    auto* layout = column(this, space::kSmall, space::kTiny);
    say(m_hint, hint);
    layout->addWidget(m_hint);
    layout->addWidget(m_others);
    buildClash(layout);
    QSplitter* split = splitter(Qt::Horizontal);
    split->addWidget(m_form);
    auto* right = new QWidget;
    buildSide(column(right, 0, space::kTiny));
    split->addWidget(right);
    split->setSizes({780, 440});
    split->setStretchFactor(0, 1);
    layout->addWidget(split, 1);
    buildKeys();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kJudgeMs);
    connect(&m_pause, &QTimer::timeout, this, &ArticleEditor::judge);
    connect(m_form, &Form::touched, &m_pause, qOverload<>(&QTimer::start));
    connect(m_form, &Form::closed, this, &QDialog::close);
    connect(m_form, &Form::actSent, this, &ArticleEditor::onSaved);
    connect(&m_form->presenter(), &FormPresenter::failed, this, &ArticleEditor::showClash);
    connect(&m_presenter, &ArticlesPresenter::opened, this, &ArticleEditor::onFront);
    QTimer::singleShot(0, m_form, [this] { m_form->start(); });
    watchOthers();
    judge();
}

void ArticleEditor::watchOthers() {
    say(m_others, {});
    const auto subject = m_form->presenter().record();
    if (subject && !subject->key.empty()) {
        m_presence = new EditorPresence(m_presenter.desk(), subject->key, this);
        connect(m_presence, &EditorPresence::changed, this, &ArticleEditor::showOthers);
    }
}

void ArticleEditor::showOthers() {
    QStringList names;
    for (const EditorPresence::Other& each : m_presence->others()) {
        names << tr("%1 (since %2)")
                     .arg(m_presenter.directory()->userName(each.user),
                          clockText(each.since, m_presenter.desk().offset()));
    }
    say(m_others,
        names.isEmpty()
            ? QString()
            : tr("Also being edited by %1. Whoever saves second is shown both texts.").arg(names.join(tr(", "))));
}

void ArticleEditor::buildSide(QVBoxLayout* side) {
    side->addWidget(label(tr("What the checker says"), TypeSize::heading, true));
    m_faults->setAccessibleName(tr("Faults"));
    m_faults->setWordWrap(true);
    side->addWidget(m_faults, 2);
    side->addWidget(label(tr("As it will be read"), TypeSize::heading, true));
    QFrame* card = frame("card");
    column(card, space::kTiny)->addWidget(m_preview);
    side->addWidget(card, 3);
    QPushButton* submit = primary(tr("Submit for review"), QStringLiteral("send"));
    submit->setToolTip(tr("Saves the draft and hands it to your unit's reviewers (Ctrl+Enter)"));
    side->addWidget(submit, 0, Qt::AlignRight);
    connect(submit, &QPushButton::clicked, this, &ArticleEditor::submitForReview);
    connect(m_faults, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        if (QWidget* field = m_form->field(item->data(kField).toString())) {
            field->setFocus();
        }
    });
}

void ArticleEditor::buildClash(QVBoxLayout* layout) {
    layout->addWidget(m_clash);
    auto* across = row(m_clashBar, 0, space::kSmall);
    QPushButton* difference = button(tr("See the difference"), QStringLiteral("eye"));
    QPushButton* mine = button(tr("Go on with my text"), QStringLiteral("draft"));
    QPushButton* theirs = button(tr("Take the other text"), QStringLiteral("return"));
    for (QPushButton* each : {difference, mine, theirs}) {
        across->addWidget(each);
    }
    across->addStretch();
    layout->addWidget(m_clashBar);
    m_clashBar->hide();
    connect(difference, &QPushButton::clicked, this, &ArticleEditor::showDifference);
    connect(mine, &QPushButton::clicked, this, &ArticleEditor::keepMine);
    connect(theirs, &QPushButton::clicked, this, &ArticleEditor::takeTheirs);
}

void ArticleEditor::buildKeys() {
    onKey(this, "Ctrl+S", [this] { save(); });
    onKey(this, "Ctrl+Return", [this] { submitForReview(); });
    onKey(this, "F8", [this] {
        if (m_faults->count() > 0) {
            m_faults->setCurrentRow((m_faults->currentRow() + 1) % m_faults->count());
            emit m_faults->itemActivated(m_faults->currentItem());
        }
    });
}

Result<domain::DraftArticle> ArticleEditor::typed() const {
    Result<domain::RecordAct> act = m_form->presenter().act();
    return act ? Result<domain::DraftArticle>(std::get<domain::DraftArticle>(std::move(*act))) : act.error();
}

/// What stands in the way of sending comes first; the checker's marks follow.
void ArticleEditor::judge() {
    m_faults->clear();
    const auto draft = typed();
    if (!draft) {
        auto* item = new QListWidgetItem(QStringLiteral("■ ") + words::ofError(draft.error()), m_faults);
        item->setData(kField, q(draft.error().arg("field")));
        item->setForeground(theme().red);
        return;
    }
    domain::Article article;
    article.text() = draft->text();
    const auto& front = m_presenter.front();
    const bool known = front && front->exists() && front->file.key == m_form->presenter().record()->key;
    article.unit = known ? front->shown().unit : m_presenter.desk().user().unit;
    for (const domain::LintMark& each : m_presenter.lintOf(article, !known || !front->file.live)) {
        auto* item = new QListWidgetItem(lintText(each), m_faults);
        item->setData(kField, q(each.field).section(QLatin1Char('.'), 0, 0));
        item->setForeground(each.severity == domain::Severity::red ? theme().red : theme().amber);
    }
    if (m_faults->count() == 0) {
        m_faults->addItem(tr("✓ No fault found"));
    }
    m_preview->setDirectory(m_presenter.directory());
    m_preview->show(article, std::nullopt, m_presenter.desk().offset());
}

void ArticleEditor::submitForReview() {
    const auto draft = typed();
    if (draft && q(draft->why).trimmed().isEmpty()) {
        emit m_form->presenter().failed(Error("text.missing", {{"field", "why"}}));
        return;
    }
    m_submits = true;
    m_form->send(false);
}

void ArticleEditor::onSaved(const service::RecordSubmitted& submitted) {
    if (!m_submits) {
        emit saved(submitted);
        close();
        return;
    }
    const auto draft = typed();
    m_presenter.desk().submit(
        service::RecordSubmission{
            submitted.key, domain::SubmitArticle{draft ? draft->why : std::string()}, submitted.command, {}},
        guarded(this, [this, submitted](const Result<service::RecordSubmitted>& result) {
            m_submits = false;
            if (!result) {
                emit saved(submitted);
                emit told(m_presenter.errorText(result.error()));
            } else {
                emit saved(*result);
            }
            close();
        }));
}

/// The article has been changed at another desk while this one was being written.
void ArticleEditor::onFront() {
    const auto seen = m_form->presenter().record();
    const auto& front = m_presenter.front();
    if (m_form->presenter().sending() || !front || !front->exists() || seen->key != front->file.key) {
        return;
    }
    const RecordSubject now = front->subject();
    if (seen->base != now.base && front->file.life && !front->file.life->log.empty()) {
        const domain::ArticleStep& last = front->file.life->log.back();
        showClash(Error("article.stale", {{"by", last.user.value}, {"at", std::to_string(last.at.ms)}}));
    } else if (seen->version != now.version) {
        showClash(Error("article.overtaken",
                        {{"base", std::to_string(seen->version)}, {"live", std::to_string(now.version)}}));
    }
}

void ArticleEditor::showClash(const Error& error) {
    m_submits = false;
    const bool clash = error.code == "article.stale" || error.code == "article.overtaken";
    if (!clash) {
        return;  // the form says it itself
    }
    say(m_clash, m_presenter.errorText(error));
    m_clashBar->show();
}

void ArticleEditor::keepMine() {
    if (m_presenter.front()) {
        m_form->presenter().actOn(m_presenter.front()->subject());
    }
    say(m_clash, {});
    m_clashBar->hide();
}

void ArticleEditor::takeTheirs() {
    if (!m_presenter.front() || !m_presenter.front()->exists()) {
        return;
    }
    const QJsonObject theirs = valuesOf(m_presenter.front()->shown().text(), m_presenter.desk().offset());
    for (auto it = theirs.begin(); it != theirs.end(); ++it) {
        m_form->fill(it.key(), it.value(), true);
    }
    keepMine();
}

void ArticleEditor::showDifference() {
    const auto draft = typed();
    if (!draft || !m_presenter.front() || !m_presenter.front()->exists()) {
        return;
    }
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("From the other text to mine"));
    dialog->resize(720, 520);
    auto* text = new QTextBrowser;
    text->setAccessibleName(dialog->windowTitle());
    text->setHtml(changesHtml(
        wire::changesBetween(m_presenter.front()->shown().text(), draft->text(), m_presenter.desk().offset()),
        *m_presenter.directory()));
    column(dialog, space::kMedium)->addWidget(text);
    dialog->open();
}

}  // namespace zhida::ui
