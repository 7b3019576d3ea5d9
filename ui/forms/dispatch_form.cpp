// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/dispatch_form.h"

#include "ui/support/text.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QJsonArray>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace zhida::ui {

DispatchForm::DispatchForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::DispatchTicket::kName, tr("Dispatch"), 4, parent), m_presets(new QComboBox) {
    addPicker(QStringLiteral("lead"), {0, 0, 2}, unitChoices(*context().directory), tr("Unit that answers for it"));
    addDeadline(QStringLiteral("deadline"), {0, 2, 2});
    addFieldWidget(QStringLiteral("assist"),
                   new UnitsField(unitChoices(*context().directory), tr("Add a unit that helps")), {1, 0, 4});
    addDeadline(QStringLiteral("assistDeadline"), {5, 0, 2});
    m_presets->setAccessibleName(tr("Opinion presets"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addWidget(m_presets, {2, 0, 4});
    addText(QStringLiteral("note"), {3, 0, 4}, 4, tr("What the unit is to do and how to answer"));
    connect(m_presets, &QComboBox::activated, this, [this](int index) {
        if (index > 0) {
            fill(QStringLiteral("note"), m_presets->itemData(index).toString(), true);
        }
    });
    if (context().ticket) {
        addPart();
        fill(QStringLiteral("lead"), q(context().ticket->ticket.proposedUnit.value));
    }
    fieldsChanged();
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
        addCombo(QStringLiteral("part"), {4, 0, 4}, parts);
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
