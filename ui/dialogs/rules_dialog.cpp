// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rules_dialog.h"

#include "ui/delegates/widgets.h"
#include "ui/dialogs/rules_dialogs.h"
#include "ui/dialogs/rules_page.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

namespace zhida::ui {
namespace {

constexpr int kPart = Qt::UserRole + 1;
constexpr int kPath = Qt::UserRole + 1;
constexpr int kProblemsHeight = 104;

}  // namespace

RulesDialog::RulesDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QWidget* parent)
    : QDialog(parent),
      m_desk(desk),
      m_signals(signals_),
      m_clock(clock),
      m_presenter(desk, signals_),
      m_parts(new QListWidget),
      m_problems(new QListWidget),
      m_version(mutedLabel({})),
      m_state(mutedLabel({})),
      m_error(notice("error")),
      m_offline(notice("careful")),
      m_newer(button({}, QStringLiteral("refresh"))),
      m_undo(button(tr("Undo"), QStringLiteral("return"))),
      m_redo(button(tr("Redo"), QStringLiteral("redo"))),
      m_discard(linkButton(tr("Give up the changes"))),
      m_save(primary(tr("Save …"), QStringLiteral("check"))) {
    setWindowTitle(actionText(ActionId::rules));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1280, 820);
    auto* layout = column(this, space::kLarge, space::kSmall);
    buildHead(layout);
    buildMiddle(layout);
    buildFoot(layout);
    buildKeys();
    connectPresenter();
    showState();
    m_presenter.open();
}

void RulesDialog::buildHead(QVBoxLayout* layout) {
    auto* head = row();
    head->addWidget(label(actionText(ActionId::rules), TypeSize::heading, true));
    m_version->setWordWrap(false);
    head->addWidget(m_version);
    head->addStretch();
    QPushButton* history = button(tr("Versions and packs …"), QStringLiteral("clock"));
    QPushButton* import = button(tr("Import …"), QStringLiteral("inbox"));
    QPushButton* exporting = button(tr("Export …"), QStringLiteral("outbox"));
    history->setToolTip(tr("Versions, what they changed, and packs to start from (Ctrl+H)"));
    m_undo->setToolTip(tr("Takes the last change back (Ctrl+Z)"));
    m_redo->setToolTip(tr("Makes it again (Ctrl+Shift+Z)"));
    for (QPushButton* each : {m_newer, m_undo, m_redo, history, import, exporting}) {
        head->addWidget(each);
    }
    m_newer->hide();
    layout->addLayout(head);
    layout->addWidget(m_offline);
    connect(m_newer, &QPushButton::clicked, this, &RulesDialog::compare);
    connect(m_undo, &QPushButton::clicked, &m_presenter.document(), &RulesDocument::undo);
    connect(m_redo, &QPushButton::clicked, &m_presenter.document(), &RulesDocument::redo);
    connect(history, &QPushButton::clicked, this, &RulesDialog::showHistory);
    connect(import, &QPushButton::clicked, this, &RulesDialog::importFile);
    connect(exporting, &QPushButton::clicked, this, &RulesDialog::exportFile);
}

void RulesDialog::buildMiddle(QVBoxLayout* layout) {
    QSplitter* split = splitter(Qt::Horizontal);
    m_parts->setAccessibleName(tr("Parts"));
    m_parts->setFrameShape(QFrame::NoFrame);
    QFrame* card = frame("card");
    column(card, space::kTiny)->addWidget(m_parts);
    split->addWidget(card);
    m_page = new RulesPage(m_presenter, m_clock);
    split->addWidget(m_page);
    split->setSizes({250, 980});
    split->setStretchFactor(1, 1);
    layout->addWidget(split, 1);
    m_problems->setAccessibleName(tr("Mistakes"));
    m_problems->setFixedHeight(kProblemsHeight);
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problemCard = frame("card");
    column(m_problemCard, 1)->addWidget(m_problems);
    m_problemCard->hide();
    layout->addWidget(m_problemCard);
    const auto jump = [this](QListWidgetItem* item) { m_page->open(item->data(kPath).toString().toStdString()); };
    connect(m_problems, &QListWidget::itemActivated, this, jump);
    connect(m_problems, &QListWidget::itemClicked, this, jump);
    connect(m_parts, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* now) {
        if (now != nullptr && m_presenter.ready() && m_parts->hasFocus()) {
            m_page->open(now->data(kPart).toString().toStdString());
            m_parts->setFocus();
        }
    });
    connect(m_parts, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { m_page->open(item->data(kPart).toString().toStdString()); });
    connect(m_page, &RulesPage::partChanged, this, [this](const std::string& part) {
        for (int i = 0; i < m_parts->count(); ++i) {
            const QVariant section = m_parts->item(i)->data(kPart);
            if (section.isValid() && section.toString() == q(part) && m_parts->currentRow() != i) {
                m_parts->setCurrentRow(i);
            }
        }
    });
}

void RulesDialog::buildFoot(QVBoxLayout* layout) {
    layout->addWidget(m_error);
    auto* foot = row();
    foot->addWidget(m_state, 1);
    foot->addWidget(m_discard);
    QPushButton* close = button(tr("Close"));
    close->setToolTip(tr("Close, the draft stays (Esc)"));
    foot->addWidget(close);
    foot->addWidget(m_save);
    m_save->setToolTip(tr("Save as a new version (Ctrl+S)"));
    layout->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_presenter.discard();
        m_state->clear();
    });
    connect(m_save, &QPushButton::clicked, this, &RulesDialog::save);
}

void RulesDialog::buildKeys() {
    onKey(this, "Ctrl+S", [this] { save(); });
    onKey(this, "Ctrl+Return", [this] { save(); });
    onKey(this, "Ctrl+H", [this] { showHistory(); });
    onKey(this, "Ctrl+Z", [this] { m_presenter.document().undo(); });
    onKey(this, "Ctrl+Shift+Z", [this] { m_presenter.document().redo(); });
    onKey(this, "F8", [this] { nextProblem(1); });
    onKey(this, "Shift+F8", [this] { nextProblem(-1); });
    onKey(this, "Alt+Left", [this] { m_page->back(); });
    onKey(this, "F6", [this] {
        if (m_parts->hasFocus()) {
            m_page->table() != nullptr ? m_page->table()->setFocus() : m_page->form()->focusFirst();
        } else if (m_page->table() != nullptr && m_page->table()->view().hasFocus() && m_page->form() != nullptr) {
            m_page->form()->focusFirst();
        } else {
            m_parts->setFocus();
        }
    });
}

void RulesDialog::connectPresenter() {
    connect(&m_presenter, &RulesPresenter::opened, this, [this](std::optional<Instant> draftOf) {
        fillParts();
        m_page->open("deadlines");
        m_parts->setFocus();
        showProblems();
        if (draftOf) {
            m_state->setText(tr("Draft restored %1").arg(clockText(*draftOf, m_desk.offset())));
        }
    });
    connect(&m_presenter, &RulesPresenter::judged, this, &RulesDialog::showProblems);
    connect(&m_presenter, &RulesPresenter::draftKept, this, [this] {
        m_state->setText(m_presenter.changed() ? tr("Draft saved %1").arg(secondsText(m_clock.now(), m_desk.offset()))
                                               : QString());
    });
    connect(&m_presenter, &RulesPresenter::failed, this,
            [this](const Error& error) { say(m_error, words::ofError(error)); });
    connect(&m_presenter, &RulesPresenter::savingChanged, this, &RulesDialog::showState);
    connect(&m_presenter, &RulesPresenter::saved, this, [this](int version) {
        say(m_error, {});
        m_state->setText(tr("Saved as version %1; the desks are told").arg(version));
    });
    connect(&m_presenter, &RulesPresenter::exported, this,
            [this](const QString& file) { m_state->setText(tr("Written to %1").arg(file)); });
    connect(&m_presenter, &RulesPresenter::overtaken, this, [this] {
        showState();
        compare();
    });
    connect(&m_signals, &DeskSignals::statusChanged, this, &RulesDialog::showState);
}

void RulesDialog::fillParts() {
    m_parts->clear();
    QString group;
    for (const RulesPart& each : rulesParts()) {
        if (each.group != group) {
            group = each.group;
            auto* heading = new QListWidgetItem(group, m_parts);
            heading->setFlags(Qt::NoItemFlags);
            heading->setFont(uiFont(TypeSize::small, true));
        }
        auto* item = new QListWidgetItem(each.name, m_parts);
        item->setData(kPart, q(each.section));
    }
}

void RulesDialog::showParts() {
    std::size_t next = 0;
    const std::vector<RulesPart> parts = rulesParts();
    for (int i = 0; i < m_parts->count() && next < parts.size(); ++i) {
        if (!m_parts->item(i)->data(kPart).isValid()) {
            continue;
        }
        const RulesPart& part = parts[next++];
        const int wrong = m_presenter.problemsIn(part.section);
        const RulesField* const field = rulesSchema().field(part.section);
        const bool list = field != nullptr && field->isRecordList();
        m_parts->item(i)->setText(
            part.name + (list ? QStringLiteral("  %1").arg(m_presenter.document().count(part.section)) : QString()) +
            (wrong > 0 ? QStringLiteral("   ▲ %1").arg(wrong) : QString()));
        m_parts->item(i)->setForeground(wrong > 0 ? theme().red : theme().text);
    }
}

void RulesDialog::showProblems() {
    const int row = m_problems->currentRow();
    m_problems->clear();
    for (const auto* list : {&m_presenter.problems(), &m_presenter.notices()}) {
        for (const RulesProblem& each : *list) {
            const bool wrong = list == &m_presenter.problems();
            auto* item = new QListWidgetItem(
                (wrong ? QStringLiteral("▲ ") : QStringLiteral("○ ")) + each.place + QStringLiteral(": ") + each.text,
                m_problems);
            item->setData(kPath, q(each.path));
            item->setForeground(wrong ? theme().red : theme().muted);
        }
    }
    m_problemCard->setVisible(m_problems->count() > 0);
    m_problems->setCurrentRow(std::min(row, m_problems->count() - 1));
    showParts();
    showState();
}

void RulesDialog::showState() {
    const bool offline = m_signals.status().line == service::SyncStatus::Line::offline;
    say(m_offline, offline
                       ? tr("No line to the centre: you can go on, your changes are kept here. Saving, versions and "
                            "packs need the line.")
                       : QString());
    const domain::RulesVersion& base = m_presenter.base();
    m_version->setText(m_presenter.ready()
                           ? tr("Version %1 · %2").arg(base.number).arg(m_presenter.directory()->userName(base.by))
                           : QString());
    const bool changed = m_presenter.changed();
    m_undo->setEnabled(m_presenter.document().canUndo());
    m_redo->setEnabled(m_presenter.document().canRedo());
    m_discard->setVisible(changed);
    m_save->setEnabled(changed && !m_presenter.saving());
    m_newer->setVisible(m_presenter.newer().has_value());
    if (m_presenter.newer()) {
        m_newer->setText(tr("Version %1 was saved meanwhile").arg(m_presenter.newer()->number));
    }
}

void RulesDialog::nextProblem(int by) {
    const int count = m_problems->count();
    if (count > 0) {
        m_problems->setCurrentRow((m_problems->currentRow() + by + count) % count);
        m_page->open(m_problems->currentItem()->data(kPath).toString().toStdString());
    }
}

void RulesDialog::save() {
    say(m_error, {});
    if (!m_presenter.changed()) {
        return;
    }
    if (m_presenter.newer()) {
        compare();
        return;
    }
    if (!m_presenter.problems().empty()) {
        say(m_error,
            words::ofError(Error("procedure.problems", {{"count", std::to_string(m_presenter.problems().size())}})));
        m_problems->setCurrentRow(-1);
        nextProblem(1);
        return;
    }
    (new RulesSaveDialog(m_presenter, this))->open();
}

void RulesDialog::compare() {
    if (findChild<RulesClashDialog*>() == nullptr && m_presenter.newer()) {
        (new RulesClashDialog(m_presenter, this))->open();
    }
}

void RulesDialog::showHistory() {
    auto* dialog = new RulesHistoryDialog(m_desk, m_presenter, this);
    connect(dialog, &RulesHistoryDialog::chosen, &m_presenter, &RulesPresenter::startFrom);
    dialog->open();
}

void RulesDialog::importFile() {
    auto* dialog = new QFileDialog(this, tr("Import a procedure file"), {}, tr("Procedure files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const Status status = m_presenter.importFrom(file);
        say(m_error, status ? QString() : words::ofError(status.error()));
    });
    dialog->open();
}

void RulesDialog::exportFile() {
    auto* dialog = new QFileDialog(this, tr("Export the procedure"), {}, tr("Procedure files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(q(m_presenter.rules().code) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, &m_presenter, &RulesPresenter::exportTo);
    dialog->open();
}

}  // namespace zhida::ui
