// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rules_dialogs.h"

#include "ui/delegates/widgets.h"
#include "ui/support/rules_words.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

namespace zhida::ui {
namespace {

constexpr int kVersion = Qt::UserRole + 1;
constexpr int kPack = Qt::UserRole + 2;

QPlainTextEdit* reading(const QString& name) {
    auto* text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setProperty("locked", true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    return text;
}

QVBoxLayout* dialogLayout(QDialog* dialog, const QString& title, QSize size) {
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(size);
    auto* layout = column(dialog, space::kLarge, space::kSmall);
    layout->addWidget(label(title, TypeSize::heading, true));
    return layout;
}

}  // namespace

// ---- saving --------------------------------------------------------------------------------------------------------

RulesSaveDialog::RulesSaveDialog(RulesPresenter& presenter, QWidget* parent)
    : QDialog(parent),
      m_presenter(presenter),
      m_why(new QLineEdit),
      m_error(notice("error")),
      m_save(primary(tr("Save"), QStringLiteral("check"))) {
    const auto changes = presenter.changes();
    QVBoxLayout* layout =
        dialogLayout(this, tr("Save as version %1").arg(presenter.base().number + 1), QSize(720, 520));
    layout->addWidget(mutedLabel(tr("%n change(s). They count for every desk from now on; tickets keep their terms.",
                                    nullptr, static_cast<int>(changes.size()))));
    QPlainTextEdit* text = reading(tr("Changes"));
    text->setPlainText(rulesChangesText(changes, *presenter.directory()));
    layout->addWidget(text, 1);
    QLabel* above = label(tr("Reason for the change"), TypeSize::small);
    above->setObjectName(QStringLiteral("muted"));
    above->setBuddy(m_why);
    m_why->setAccessibleName(tr("Reason for the change"));
    m_why->setPlaceholderText(tr("Paper, decision or occasion that it follows"));
    layout->addWidget(above);
    layout->addWidget(m_why);
    layout->addWidget(m_error);
    auto* foot = row();
    foot->addStretch();
    QPushButton* cancel = button(tr("Cancel"));
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    layout->addLayout(foot);
    m_save->setDefault(true);
    m_why->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_save, &QPushButton::clicked, this, &RulesSaveDialog::save);
    connect(&presenter, &RulesPresenter::savingChanged, this, [this] { m_save->setEnabled(!m_presenter.saving()); });
    connect(&presenter, &RulesPresenter::failed, this,
            [this](const Error& error) { say(m_error, words::ofError(error)); });
    connect(&presenter, &RulesPresenter::saved, this, &QDialog::close);
    connect(&presenter, &RulesPresenter::overtaken, this, &QDialog::close);
}

void RulesSaveDialog::save() {
    say(m_error, {});
    m_presenter.save(m_why->text());
}

// ---- history -------------------------------------------------------------------------------------------------------

RulesHistoryDialog::RulesHistoryDialog(service::Desk& desk, RulesPresenter& presenter, QWidget* parent)
    : QDialog(parent),
      m_presenter(presenter),
      m_history(desk),
      m_list(new QListWidget),
      m_text(reading(tr("Changes"))),
      m_sinceThen(new QCheckBox(tr("What has changed since then"))),
      m_error(notice("error")),
      m_start(primary(tr("Start from here"), QStringLiteral("open"))) {
    QVBoxLayout* layout = dialogLayout(this, tr("Versions and packs"), QSize(900, 560));
    auto* split = new QSplitter;
    split->setHandleWidth(space::kSmall);
    m_list->setAccessibleName(tr("Versions and packs"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    QFrame* card = frame("card");
    column(card, space::kTiny)->addWidget(m_list);
    split->addWidget(card);
    split->addWidget(m_text);
    split->setSizes({330, 540});
    split->setChildrenCollapsible(false);
    layout->addWidget(split, 1);
    layout->addWidget(m_error);
    auto* foot = row();
    foot->addWidget(m_sinceThen);
    foot->addStretch();
    QPushButton* close = button(tr("Close"));
    foot->addWidget(close);
    foot->addWidget(m_start);
    layout->addLayout(foot);
    m_start->setToolTip(
        tr("Takes it into the editor; nothing is saved by it. Your centre's name, region and duties stay."));
    m_list->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_start, &QPushButton::clicked, this, &RulesHistoryDialog::start);
    connect(m_list, &QListWidget::itemActivated, this, &RulesHistoryDialog::start);
    connect(m_list, &QListWidget::currentRowChanged, this, &RulesHistoryDialog::showChoice);
    connect(m_sinceThen, &QCheckBox::toggled, this, &RulesHistoryDialog::showChoice);
    connect(&m_history, &RulesHistory::loaded, this, &RulesHistoryDialog::fill);
    connect(&m_history, &RulesHistory::failed, this,
            [this](const Error& error) { say(m_error, words::ofError(error)); });
    connect(&m_history, &RulesHistory::compared, this,
            [this](int number, const std::vector<wire::ProcedureChange>& changes) {
                if (number == version()) {
                    const QString text = rulesChangesText(changes, *m_presenter.directory());
                    const bool first = version() == m_history.versions().back().number && !m_sinceThen->isChecked();
                    m_text->setPlainText(!text.isEmpty() ? text
                                         : first         ? tr("The first version that is kept.")
                                                         : tr("No difference."));
                }
            });
    connect(&m_history, &RulesHistory::textRead, this, [this](const QString& text) {
        emit chosen(text);
        this->close();
    });
    m_history.load();
    showChoice();
}

void RulesHistoryDialog::fill() {
    m_list->clear();
    const auto heading = [this](const QString& text) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setFlags(Qt::NoItemFlags);
        item->setFont(uiFont(TypeSize::small, true));
    };
    heading(tr("Versions of this centre"));
    for (const RulesHistory::Version& each : m_history.versions()) {
        const QString since = each.since.isEmpty() ? QStringLiteral("—")
                                                   : each.since.left(16).replace(QLatin1Char('T'), QLatin1Char(' '));
        auto* item = new QListWidgetItem(tr("Version %1 · %2 · %3")
                                                 .arg(each.number)
                                                 .arg(since, m_presenter.directory()->userName(UserCode{s(each.by)})) +
                                             QLatin1Char('\n') + each.why,
                                         m_list);
        item->setData(kVersion, each.number);
    }
    heading(tr("Packs that ship"));
    for (const RulesHistory::Pack& each : m_history.packs()) {
        auto* item = new QListWidgetItem(each.name, m_list);
        item->setToolTip(each.sources);
        item->setData(kPack, each.code);
    }
    m_list->setCurrentRow(1);
}

int RulesHistoryDialog::version() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? 0 : item->data(kVersion).toInt();
}

QString RulesHistoryDialog::pack() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(kPack).toString();
}

void RulesHistoryDialog::showChoice() {
    m_start->setEnabled(version() > 0 || !pack().isEmpty());
    m_sinceThen->setVisible(version() > 0);
    say(m_error, {});
    if (version() > 0) {
        m_sinceThen->isChecked() ? m_history.compareWithLive(version()) : m_history.compare(version());
        return;
    }
    for (const RulesHistory::Pack& each : m_history.packs()) {
        if (each.code == pack()) {
            m_text->setPlainText(each.name + QStringLiteral("\n") + each.nameEn + QStringLiteral("\n\n") +
                                 each.sources);
        }
    }
}

void RulesHistoryDialog::start() {
    if (version() > 0) {
        m_history.readVersion(version());
    } else if (!pack().isEmpty()) {
        m_history.readPack(pack());
    }
}

// ---- two versions --------------------------------------------------------------------------------------------------

RulesClashDialog::RulesClashDialog(RulesPresenter& presenter, QWidget* parent)
    : QDialog(parent), m_presenter(presenter) {
    const domain::RulesVersion newer = presenter.newer().value_or(domain::RulesVersion{});
    QVBoxLayout* layout = dialogLayout(this, tr("Version %1 was saved meanwhile").arg(newer.number), QSize(980, 600));
    layout->addWidget(mutedLabel(tr("By %1: %2. Your changes are kept; nothing has been overwritten.")
                                     .arg(presenter.directory()->userName(newer.by), q(newer.why))));
    auto* inner = new QWidget;
    auto* list = column(inner, 0, space::kMedium);
    for (const RulesClash& each : presenter.clashes()) {
        addClash(each, list);
    }
    list->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inner);
    layout->addWidget(scroll, 1);
    auto* foot = row();
    QPushButton* drop = button(tr("Give up my changes"));
    QPushButton* later = button(tr("Decide later"));
    QPushButton* go = primary(tr("Go on from version %1").arg(newer.number), QStringLiteral("check"));
    go->setDefault(true);
    go->setToolTip(tr("Your changes on top of the newer version; nothing is saved by it"));
    foot->addWidget(drop);
    foot->addStretch();
    foot->addWidget(later);
    foot->addWidget(go);
    layout->addLayout(foot);
    connect(later, &QPushButton::clicked, this, &QDialog::close);
    connect(drop, &QPushButton::clicked, this, [this] {
        m_presenter.discard();
        close();
    });
    connect(go, &QPushButton::clicked, this, [this] {
        m_presenter.merge(m_takeTheirs);
        close();
    });
}

void RulesClashDialog::addClash(const RulesClash& clash, QVBoxLayout* layout) {
    auto* head = row();
    head->addWidget(label(words::ofRulesField(clash.section), TypeSize::body, true));
    head->addWidget(chip(clash.both()         ? tr("▲ both")
                         : clash.mine.empty() ? tr("theirs only")
                                              : tr("mine only"),
                         clash.both() ? Light::amber : Light::grey));
    head->addStretch();
    if (clash.both()) {
        auto* choice = new QComboBox;
        choice->addItems({tr("Mine counts"), tr("Theirs counts")});
        choice->setAccessibleName(words::ofRulesField(clash.section));
        head->addWidget(choice);
        connect(choice, &QComboBox::currentIndexChanged, this, [this, section = clash.section](int index) {
            if (index == 1) {
                m_takeTheirs.insert(section);
            } else {
                m_takeTheirs.erase(section);
            }
        });
    }
    layout->addLayout(head);
    auto* sides = row();
    for (const auto& [name, changes] : {std::pair(tr("Mine"), &clash.mine), std::pair(tr("Theirs"), &clash.theirs)}) {
        QPlainTextEdit* text = reading(name);
        text->setPlainText(name + QLatin1Char('\n') + rulesChangesText(*changes, *m_presenter.directory()));
        text->setFixedHeight(130);
        sides->addWidget(text, 1);
    }
    layout->addLayout(sides);
}

}  // namespace zhida::ui
