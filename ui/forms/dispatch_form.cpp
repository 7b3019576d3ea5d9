// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/dispatch_form.h"

#include "ui/forms/field_widget.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace zhida::ui {

DispatchForm::DispatchForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::DispatchTicket::kName, tr("Dispatch"), 4, parent),
      m_assist(new UnitsField(unitChoices(*context().directory), tr("Add a unit that helps"))),
      m_presets(new QComboBox),
      m_basis(notice("hint")),
      m_takeAssist(linkButton({})) {
    addPicker(QStringLiteral("lead"), {0, 0, 2}, unitChoices(*context().directory), tr("Unit that answers for it"));
    const bool single =
        context().bulk.empty();  // of many each has its own term, its own part and its own responsible unit
    if (single) {
        addDeadline(QStringLiteral("deadline"), {0, 2, 2});
        addDeadline(QStringLiteral("assistDeadline"), {5, 0, 2});
    }
    addFieldWidget(QStringLiteral("assist"), m_assist, {1, 0, 4});
    m_presets->setAccessibleName(tr("Opinion presets"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* proposal = new QWidget;
    auto* across = row(proposal);
    across->addWidget(m_basis, 1);
    across->addWidget(m_takeAssist);
    addWidget(proposal, {2, 0, 4});
    addWidget(m_presets, {3, 0, 4});
    addText(QStringLiteral("note"), {4, 0, 4}, 4, tr("What the unit is to do and how to answer"));
    connect(m_takeAssist, &QPushButton::clicked, this, [this] {
        QJsonArray units = presenter().fields().value(QStringLiteral("assist")).toArray();
        for (const QString& each : m_proposedAssist) {
            if (!units.contains(each)) {
                units.append(each);
            }
        }
        m_assist->setValue(units);
        edited(QStringLiteral("assist"), units);
    });
    connect(m_presets, &QComboBox::activated, this, [this](int index) {
        if (index > 0) {
            fill(QStringLiteral("note"), m_presets->itemData(index).toString(), true);
        }
    });
    m_takeAssist->hide();
    if (context().ticket && single) {
        addPart();
        propose();
    }
    fieldsChanged();
}

/// 职责清单: who leads and assists by the centre's list, and by what. A unit that has left the matter is not proposed again.
void DispatchForm::propose() {
    if (!context().ticket) {
        return;
    }
    const domain::Ticket& ticket = context().ticket->ticket;
    const domain::Responsibility* const row = context().directory->rules().responsible(ticket.category, ticket.region);
    const UnitCode lead = row == nullptr ? ticket.proposedUnit : row->unit;
    const bool left = std::any_of(ticket.assignments.begin(), ticket.assignments.end(), [&lead](const auto& each) {
        return each.unit == lead && each.state == domain::AssignmentState::exited;
    });
    if (!left) {
        fill(QStringLiteral("lead"), q(lead.value));
    }
    QStringList names;
    for (const UnitCode& each : row == nullptr ? std::vector<UnitCode>() : row->assist) {
        m_proposedAssist << q(each.value);
        names << context().directory->unitName(each);
    }
    m_takeAssist->setVisible(!names.isEmpty());
    m_takeAssist->setText(tr("Take the assisting units: %1 (Alt+Shift+A)").arg(names.join(QStringLiteral(", "))));
    m_takeAssist->setShortcut(QKeySequence(QStringLiteral("Alt+Shift+A")));
    if (row != nullptr) {
        const QString basis = row->basis.empty() ? tr("the centre's own list") : q(row->basis);
        const QString name = context().directory->unitName(lead);
        say(m_basis,
            left ? tr("By the responsibility list %1 leads, but it has left this matter. Basis: %2").arg(name, basis)
                 : tr("By the responsibility list %1 leads. Basis: %2").arg(name, basis));
    }
}

/// Shows what the rules say; sent only when a person changes it.
void DispatchForm::addDeadline(const QString& name, const FormCell& cell) {
    const auto& view = context().ticket;
    const Instant now = context().clock.now();
    std::optional<Instant> due;
    if (view) {
        due = view->ticket.due && *view->ticket.due > now
                  ? view->ticket.due
                  : context().directory->rules().dueOf(domain::Stage::solve, domain::matterOf(view->ticket), now);
    }
    auto* deadline = new MomentField(context().desk.offset());
    addFieldWidget(name, deadline, cell);
    deadline->setMoment(due.value_or(now.plus(5 * kDayMs)));
    deadline->edit().setToolTip(due ? tr("Proposed by the rules of the centre")
                                    : tr("No rule fits; five days are proposed"));
}

/// Of a ticket that was split: the parts that nobody leads now.
void DispatchForm::addPart() {
    const domain::Ticket& ticket = context().ticket->ticket;
    std::vector<FormOption> parts;
    for (const domain::Part& part : ticket.parts) {
        const bool led = std::any_of(ticket.assignments.begin(), ticket.assignments.end(), [&part](const auto& each) {
            return each.part == part.no && each.duty == domain::Duty::lead && each.active();
        });
        if (!led) {
            parts.push_back({QString::number(part.no), q(part.title)});
        }
    }
    if (!parts.empty()) {
        addCombo(QStringLiteral("part"), {6, 0, 4}, parts);
    }
}

void DispatchForm::fieldsChanged() {
    setShown(QStringLiteral("assistDeadline"),
             !presenter().fields().value(QStringLiteral("assist")).toArray().isEmpty());
    showPresets();
}

void DispatchForm::showPresets() {
    const QString lead = textOf(QStringLiteral("lead"));
    if (lead == m_presetsFor && m_presets->count() > 0) {
        return;
    }
    m_presetsFor = lead;
    m_presets->clear();
    m_presets->addItem(tr("Insert a preset opinion …"));
    const std::string category = context().ticket ? context().ticket->ticket.category.value : std::string();
    const auto add = [this](const domain::OpinionPreset& preset) {
        m_presets->addItem(q(preset.text), q(preset.text));
    };
    const auto& presets = context().directory->rules().opinionPresets;
    for (const domain::OpinionPreset& each : presets) {  // those of this unit and matter first
        if (q(each.unit.value) == lead && category.starts_with(each.categoryPrefix)) {
            add(each);
        }
    }
    for (const domain::OpinionPreset& each : presets) {
        if ((each.unit.empty() || q(each.unit.value) == lead) &&
            (each.unit.empty() || !category.starts_with(each.categoryPrefix))) {
            add(each);
        }
    }
    m_presets->setEnabled(m_presets->count() > 1);
}

}  // namespace zhida::ui
