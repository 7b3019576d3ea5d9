// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rules_trial_panel.h"

#include "ui/delegates/widgets.h"
#include "ui/forms/form.h"
#include "ui/support/rules_words.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace zhida::ui {
namespace {

QString moment(Instant at, UtcOffset offset) {
    const QString text = q(formatIso(at, offset)).left(19).replace(QLatin1Char('T'), QLatin1Char(' '));
    return text.endsWith(QLatin1String(" 00:00:00")) ? text.left(10) : text;
}

template <class E>
E chosen(const QComboBox* combo) {
    return static_cast<E>(combo->currentData().toInt());
}

}  // namespace

template <class E>
QComboBox* RulesTrialPanel::choice(const char* field) {
    auto* combo = new QComboBox;
    for (const auto& [value, code] : EnumCodes<E>::kTable) {
        combo->addItem(words::ofRulesCode(field, code), static_cast<int>(value));
    }
    combo->setAccessibleName(words::ofRulesField(field));
    connect(combo, &QComboBox::currentIndexChanged, this, &RulesTrialPanel::work);
    return combo;
}

RulesTrialPanel::RulesTrialPanel(RulesPresenter& presenter, const Clock& clock, QWidget* parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_offset(presenter.directory()->rules().calendar.offset()),
      m_stage(choice<domain::Stage>("stage")),
      m_type(choice<domain::AppealType>("appealType")),
      m_urgency(choice<domain::Urgency>("urgency")),
      m_channel(choice<domain::Channel>("channel")),
      m_category(new Picker),
      m_region(new Picker),
      m_received(new QDateTimeEdit),
      m_verdict(label({}, TypeSize::body, true)),
      m_show(linkButton(tr("Show the row"))),
      m_error(notice("careful")),
      m_proof(new QListWidget) {
    setObjectName(QStringLiteral("card"));
    auto* layout = column(this, space::kMedium, space::kTiny);
    layout->addWidget(label(tr("Try it"), TypeSize::body, true));
    m_category->setChoices(categoryChoices(*presenter.directory()));
    m_category->setPlaceholderText(words::ofField("category"));
    m_category->setAccessibleName(words::ofField("category"));
    m_region->setChoices(regionChoices(*presenter.directory()));
    m_region->setPlaceholderText(words::ofField("region"));
    m_region->setAccessibleName(words::ofField("region"));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(clock.now().ms, Qt::OffsetFromUTC, m_offset.minutes * 60);
    m_received->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_received->setDateTime(QDateTime(now.date(), now.time()));
    m_received->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_received->setAccessibleName(tr("Received"));
    {
        const QSignalBlocker quiet(m_stage);
        m_stage->setCurrentIndex(m_stage->findData(static_cast<int>(domain::Stage::solve)));
    }
    auto* grid = new QGridLayout;
    grid->setSpacing(space::kTiny);
    const std::initializer_list<QWidget*> inputs{m_stage,    m_type,   m_urgency, m_channel,
                                                 m_category, m_region, m_received};
    int at = 0;
    for (QWidget* each : inputs) {
        grid->addWidget(each, at / 2, at % 2, 1, each == m_received ? 2 : 1);
        ++at;
    }
    layout->addLayout(grid);
    m_verdict->setWordWrap(true);
    layout->addWidget(m_verdict);
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    layout->addWidget(m_error);
    m_proof->setAccessibleName(tr("Proof of the due time"));
    m_proof->setFrameShape(QFrame::NoFrame);
    m_proof->setWordWrap(true);
    m_proof->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_proof, 1);
    connect(m_show, &QPushButton::clicked, this, [this] { emit rowMatched(m_row); });
    connect(m_category, &Picker::picked, this, &RulesTrialPanel::work);
    connect(m_region, &Picker::picked, this, &RulesTrialPanel::work);
    connect(m_received, &QDateTimeEdit::dateTimeChanged, this, &RulesTrialPanel::work);
    connect(&presenter, &RulesPresenter::judged, this, &RulesTrialPanel::work);
    work();
}

RulesTrial RulesTrialPanel::trial() const {
    const QDateTime wall(m_received->date(), m_received->time(), Qt::OffsetFromUTC, m_offset.minutes * 60);
    return {chosen<domain::Stage>(m_stage),
            {chosen<domain::AppealType>(m_type), chosen<domain::Urgency>(m_urgency), CategoryCode{m_category->code()},
             chosen<domain::Channel>(m_channel), RegionCode{m_region->code()}},
            Instant{wall.toMSecsSinceEpoch()}};
}

QString RulesTrialPanel::verdict() const { return m_verdict->text(); }

void RulesTrialPanel::work() {
    m_proof->clear();
    const auto result = tryRules(m_presenter.rules(), m_presenter.directory()->rules().calendar, trial());
    say(m_error, result ? QString() : words::ofError(result.error()));
    m_verdict->setVisible(static_cast<bool>(result));
    m_show->setVisible(static_cast<bool>(result));
    if (!result) {
        return;
    }
    const domain::TermChoice& choice = result->choice;
    m_row = static_cast<int>(choice.row);
    m_verdict->setText(tr("Row %1: %2, due %3%4")
                           .arg(choice.row + 1)
                           .arg(words::ofTerm(domain::textOf(choice.term)), moment(result->deadline.due, m_offset),
                                choice.basis.empty() ? QString() : QStringLiteral(" · ") + q(choice.basis)));
    for (const domain::Segment& each : result->deadline.segments) {
        m_proof->addItem((each.counted ? QStringLiteral("● ") : QStringLiteral("○ ")) + moment(each.from, m_offset) +
                         QStringLiteral(" – ") + moment(each.to, m_offset) + QStringLiteral("  ") +
                         words::ofSegment(each));
    }
    if (result->deadline.provisional) {
        m_proof->addItem(tr("No paper of the State Council covers all of these days yet: the date is provisional."));
    }
}

}  // namespace zhida::ui
