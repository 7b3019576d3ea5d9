// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/dispatch_form.h"

#include "ui/support/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QDateTimeEdit>
#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace zhida::ui {
namespace {

constexpr QLatin1String kAssist("assist");

}  // namespace

DispatchForm::DispatchForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::DispatchTicket::kName, tr("Dispatch"), 4, parent),
      m_assist(new Picker),
      m_chips(nullptr),
      m_deadline(new QDateTimeEdit),
      m_presets(new QComboBox) {
    addPicker(QStringLiteral("lead"), {0, 0, 2}, unitChoices(*context().directory), tr("Unit that answers for it"));
    addDeadline();
    addAssist();
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
        fill(QStringLiteral("lead"), q(context().ticket->ticket.proposedUnit.value));
    }
    showPresets();
}

void DispatchForm::addDeadline() {
    const auto& view = context().ticket;
    const Instant now = context().clock.now();
    std::optional<Instant> due;
    if (view) {
        due = view->ticket.due && *view->ticket.due > now
                  ? view->ticket.due
                  : context().directory->rules().dueOf(domain::Stage::solve, domain::matterOf(view->ticket), now);
    }
    const UtcOffset offset = context().desk.offset();
    const auto show = [this, offset](Instant at) {
        const QSignalBlocker quiet(m_deadline);
        // The centre's wall clock, whatever this machine's zone is.
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(at.ms, Qt::OffsetFromUTC, offset.minutes * 60);
        m_deadline->setDateTime(QDateTime(wall.date(), wall.time()));
    };
    m_deadline->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_deadline->setCalendarPopup(true);
    addLabelled(QStringLiteral("deadline"), m_deadline, {0, 2, 2});
    bind(QStringLiteral("deadline"), m_deadline, [show, offset](const QJsonValue& value) {
        if (const auto at = parseIso(s(value.toString()), offset)) {
            show(*at);
        }
    });
    show(due.value_or(now.plus(5 * kDayMs)));
    m_deadline->setToolTip(due ? tr("Proposed by the rules of the centre")
                               : tr("No rule fits; five days are proposed"));
    connect(m_deadline, &QDateTimeEdit::dateTimeChanged, this, [this, offset](const QDateTime& chosen) {
        QDateTime local(chosen.date(), chosen.time(), Qt::OffsetFromUTC, offset.minutes * 60);
        edited(QStringLiteral("deadline"), q(formatIso(Instant{local.toMSecsSinceEpoch()}, offset)));
    });
}

void DispatchForm::addAssist() {
    auto* box = new QWidget;
    auto* across = row(box);
    m_assist->setChoices(unitChoices(*context().directory));
    m_assist->setPlaceholderText(tr("Add a unit that helps"));
    m_assist->setMaximumWidth(260);
    m_assist->setMinimumWidth(200);
    across->addWidget(m_assist);
    m_chips = row(nullptr, 0, space::kTiny);
    across->addLayout(m_chips, 1);
    m_chips->addStretch();
    addLabelled(kAssist, box, {1, 0, 4});
    bind(kAssist, m_assist, [this](const QJsonValue&) { showAssist(); });
    connect(m_assist, &Picker::picked, this, [this](const QString& code) {
        if (!code.isEmpty()) {
            m_assist->setCode({});
            setAssist(code, true);
        }
    });
}

void DispatchForm::setAssist(const QString& code, bool on) {
    QJsonArray units;
    const QJsonArray before = presenter().fields().value(kAssist).toArray();
    for (const auto& each : before) {
        if (each.toString() != code) {
            units.append(each);
        }
    }
    if (on) {
        units.append(code);
    }
    edited(kAssist, units);
    showAssist();
}

void DispatchForm::showAssist() {
    clearLayout(m_chips);
    const QJsonArray units = presenter().fields().value(kAssist).toArray();
    for (const auto& each : units) {
        const QString code = each.toString();
        QPushButton* chosen = button(context().directory->unitName(UnitCode{s(code)}), QStringLiteral("close"));
        chosen->setToolTip(tr("Take out"));
        connect(chosen, &QPushButton::clicked, this, [this, code] { setAssist(code, false); });
        m_chips->addWidget(chosen);
    }
    m_chips->addStretch();
}

void DispatchForm::fieldsChanged() { showPresets(); }

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
