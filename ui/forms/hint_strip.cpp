// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/hint_strip.h"

#include "ui/delegates/widgets.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStringList>

#include <utility>

namespace zhida::ui {
namespace {

constexpr int kMostTitle = 20;

/// The first three of them, as reasons.
QString wordsText(const std::vector<std::string>& words) {
    QStringList list;
    for (std::size_t i = 0; i < words.size() && i < 3; ++i) {
        list << q(words[i]);
    }
    return list.join(QStringLiteral("、"));
}

}  // namespace

HintStrip::HintStrip(service::Desk& desk, DirectoryPtr directory, QWidget* parent)
    : QWidget(parent),
      m_presenter(desk),
      m_directory(std::move(directory)),
      m_same(linkButton({})),
      m_take(button(QString())),
      m_refuse(linkButton(tr("Not this (Alt+Shift+X)"))),
      m_unit(mutedLabel({})),
      m_solved(linkButton({})) {
    auto* lines = column(this, 0, space::kTiny);
    lines->addWidget(m_same);
    auto* proposal = row(nullptr, 0, space::kSmall);
    proposal->addWidget(m_take, 1);
    proposal->addWidget(m_refuse);
    lines->addLayout(proposal);
    lines->addWidget(m_unit);
    lines->addWidget(m_solved);
    for (QPushButton* const each : {m_same, m_take, m_solved}) {
        each->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // a long hint must not widen the form
    }
    for (QPushButton* const each : {m_same, m_take, m_refuse, m_solved}) {
        each->setFocusPolicy(Qt::TabFocus);
        each->setAutoDefault(false);
    }
    m_refuse->setShortcut(QKeySequence(QStringLiteral("Alt+Shift+X")));
    for (QPushButton* const each : {m_same, m_solved}) {
        connect(each, &QPushButton::clicked, this,
                [this, each] { emit ticketAsked(each->property("number").toString()); });
    }
    connect(m_take, &QPushButton::clicked, this, &HintStrip::takeCategory);
    connect(m_refuse, &QPushButton::clicked, this, &HintStrip::refuseCategory);
    connect(&m_presenter, &HintPresenter::found, this, &HintStrip::showFound);
    showFound();
}

void HintStrip::showLine(QPushButton* line, const QString& text, const std::string& number) {
    line->setVisible(!text.isEmpty());
    line->setText(line->fontMetrics().elidedText(text, Qt::ElideRight, width() - space::kMedium));
    line->setToolTip(text);
    line->setAccessibleName(text);
    line->setProperty("number", q(number));
}

void HintStrip::showFound() {
    const service::SameMatterHints& hints = m_presenter.hints();
    const service::TicketSuggestions& found = m_presenter.suggestions();
    const std::string near = !hints.similar.empty()      ? hints.similar.front().row.number
                             : !hints.ofBuilding.empty() ? hints.ofBuilding.front().number
                                                         : std::string();
    showLine(m_same, sameMatterText(), near);
    showLine(m_take, categoryText(), {});
    m_take->setShortcut(QKeySequence(QStringLiteral("Alt+Shift+C")));  // a new text of a button takes its key away
    m_refuse->setVisible(!found.categories.empty());
    QString unit;
    if (!found.units.empty()) {
        unit =
            tr("Lead unit: %1 (%2)")
                .arg(m_directory->unitName(UnitCode{found.units.front().code}), wordsText(found.units.front().words));
    }
    say(m_unit, unit);
    QString solved;
    if (!found.solved.empty()) {
        const service::SimilarTicket& like = found.solved.front().similar;
        solved = tr("Solved like it, %1 %: “%2” (%3)")
                     .arg(QString::number(like.percent), q(like.row.title).left(kMostTitle), wordsText(like.words));
    }
    showLine(m_solved, solved, found.solved.empty() ? std::string() : found.solved.front().similar.row.number);
    setVisible(!sameMatterText().isEmpty() || !found.categories.empty() || !unit.isEmpty() || !solved.isEmpty());
}

QString HintStrip::sameMatterText() const {
    const service::SameMatterHints& hints = m_presenter.hints();
    QStringList parts;
    if (!hints.similar.empty()) {
        const service::SimilarTicket& like = hints.similar.front();
        parts << tr("The same matter? %1 %: “%2” (%3)")
                     .arg(QString::number(like.percent), q(like.row.title).left(kMostTitle), wordsText(like.words));
    }
    if (hints.repeatCaller) {
        parts << tr("call no. %1 of this number").arg(hints.calls);
    }
    if (hints.households > 1) {
        parts << (hints.groupAppeal ? tr("group appeal: %1 households of %2") : tr("%1 households of %2"))
                     .arg(QString::number(hints.households), q(hints.building));
    }
    return parts.join(QStringLiteral(" · "));
}

QString HintStrip::categoryText() const {
    const auto& categories = m_presenter.suggestions().categories;
    if (categories.empty()) {
        return {};
    }
    const service::Suggestion& first = categories.front();
    return tr("Category: %1 (%2) · Alt+Shift+C")
        .arg(m_directory->categoryPath(CategoryCode{first.code}), wordsText(first.words));
}

void HintStrip::takeCategory() {
    if (const auto& categories = m_presenter.suggestions().categories; !categories.empty()) {
        const std::string code = categories.front().code;
        emit categoryTaken(q(code));
        m_presenter.correct("category", code, true);
    }
}

void HintStrip::refuseCategory() {
    if (const auto& categories = m_presenter.suggestions().categories; !categories.empty()) {
        m_presenter.correct("category", categories.front().code, false);
    }
}

}  // namespace zhida::ui
