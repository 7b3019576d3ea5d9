// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/command_form.h"

#include "ui/delegates/proof_view.h"
#include "ui/forms/city_field.h"
#include "ui/forms/list_fields.h"
#include "ui/forms/parts_field.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <utility>

namespace zhida::ui {
namespace {

constexpr int kColumns = 2;
constexpr std::size_t kMostRadios = 4;

bool isWide(FieldKind kind) {
    return kind == FieldKind::text || kind == FieldKind::units || kind == FieldKind::ticket ||
           kind == FieldKind::parts || kind == FieldKind::form || kind == FieldKind::laws || kind == FieldKind::facts;
}

std::vector<FormOption> optionsOfShape(const FieldShape& shape, const FieldPlan& plan) {
    if (!plan.options.empty()) {
        return plan.options;
    }
    return shape.kind == FieldKind::truth ? yesOrNo(CommandForm::tr("Yes"), CommandForm::tr("No")) : shape.options;
}

int linesOf(const FieldShape& shape, const FieldPlan& plan) {
    return plan.lines > 0 ? plan.lines : shape.required || plan.half ? 3 : 2;
}

}  // namespace

CommandForm::CommandForm(FormContext given, std::string_view command, FormPlan plan, QWidget* parent)
    : Form(std::move(given), command, plan.heading, kColumns, parent),
      m_plan(std::move(plan)),
      m_shapes(fieldsOfCommand(command)) {
    m_following = true;  // nothing follows before every field is there
    if (!m_plan.send.isEmpty()) {
        nameSend(m_plan.send);
    }
    if (!m_plan.notice.isEmpty()) {
        QLabel* line = notice(m_plan.tone);
        addWidget(line, {m_row++, 0, kColumns});
        say(line, m_plan.notice);
    }
    if (m_plan.live) {
        m_live = notice("hint");
        addWidget(m_live, {m_row++, 0, kColumns});
    }
    if (m_plan.above) {
        addWidget(m_plan.above(), {m_row++, 0, kColumns});
    }
    for (const FieldShape& shape : m_shapes) {
        const auto planned = m_plan.fields.find(shape.name);
        place(shape, planned == m_plan.fields.end() ? FieldPlan{} : planned->second);
    }
    if (m_plan.live) {
        m_proof = new ProofView;
        m_proof->setMinimumHeight(220);
        m_proof->hide();
        addWidget(m_proof, {++m_row, 0, kColumns});
    }
    m_following = false;
    fieldsChanged();
}

void CommandForm::place(const FieldShape& shape, const FieldPlan& plan) {
    if (plan.hidden || (shape.kind == FieldKind::form && !m_plan.forms)) {
        if (!plan.value.isUndefined()) {
            presenter().propose(shape.name, plan.value);  // it is known, nobody is asked
        }
        return;
    }
    const bool wide = plan.wide || (isWide(shape.kind) && !plan.half);
    if (wide && m_column > 0) {
        ++m_row;
        m_column = 0;
    }
    make(shape, plan, {m_row, m_column, wide ? kColumns : 1});
    m_column = wide ? 0 : (m_column + 1) % kColumns;
    m_row += m_column == 0 ? 1 : 0;
    if (!plan.presets.empty()) {
        addPresets(shape.name, plan.presets);
    }
    propose(shape, plan);
}

void CommandForm::make(const FieldShape& shape, const FieldPlan& plan, const FormCell& cell) {
    const Directory& directory = *context().directory;
    switch (shape.kind) {
        case FieldKind::text:
            if (plan.options.empty() && !plan.optionsNow) {
                QPlainTextEdit* text = addText(shape.name, cell, linesOf(shape, plan), plan.hint);
                if (m_shapes.size() > 2) {  // else one text would push the other fields out of sight
                    text->setMaximumHeight(text->minimumHeight());
                }
                return;
            }
            break;
        case FieldKind::line:
        case FieldKind::number:
            if (plan.options.empty() && !plan.optionsNow) {
                addLine(shape.name, cell, plan.hint);
                return;
            }
            break;
        case FieldKind::unit:
            addPicker(shape.name, cell, unitChoices(directory), plan.hint);
            return;
        case FieldKind::units:
            addFieldWidget(shape.name, new UnitsField(unitChoices(directory), plan.hint), cell);
            return;
        case FieldKind::user:
            addPicker(shape.name, cell, userChoices(directory), plan.hint);
            return;
        case FieldKind::category:
            addPicker(shape.name, cell, categoryChoices(directory), plan.hint);
            return;
        case FieldKind::region:
            addPicker(shape.name, cell, regionChoices(directory), plan.hint);
            return;
        case FieldKind::moment:
            addFieldWidget(shape.name, new MomentField(context().desk.offset()), cell);
            return;
        case FieldKind::term:
            addFieldWidget(shape.name, new TermField, cell);
            return;
        case FieldKind::parts:
            addFieldWidget(shape.name, new PartsField(unitChoices(directory)), cell);
            return;
        case FieldKind::lines:
            addFieldWidget(shape.name, new LinesField(plan.hint), cell);
            return;
        case FieldKind::laws:
            addFieldWidget(shape.name, new LawsField, cell);
            return;
        case FieldKind::facts:
            addFieldWidget(shape.name, new FactsField, cell);
            return;
        case FieldKind::form:
            m_city = new CityField(context().chinese);
            addFieldWidget(shape.name, m_city, cell);
            return;
        case FieldKind::ticket: {
            auto* field = new TicketField(context().desk, context().clock);
            addFieldWidget(shape.name, field, cell);
            if (!plan.tickets.empty()) {
                field->offer(context().desk, plan.tickets);
            }
            return;
        }
        default:
            break;
    }
    makeChoice(shape, plan, cell);
}

void CommandForm::makeChoice(const FieldShape& shape, const FieldPlan& plan, const FormCell& cell) {
    const bool check = shape.kind == FieldKind::truth && !shape.required && !shape.maybe && plan.options.empty();
    if (check) {
        addCheck(shape.name, cell, plan.hint.isEmpty() ? words::ofField(s(shape.name)) : plan.hint);
        return;
    }
    const std::vector<FormOption> options = optionsOfShape(shape, plan);
    if (!plan.optionsNow && options.size() <= kMostRadios &&
        (shape.kind == FieldKind::truth || shape.kind == FieldKind::option)) {
        addRadios(shape.name, cell, options);
        return;
    }
    QComboBox* combo = addCombo(shape.name, cell, options, shape.required && !plan.mayBeEmpty && !plan.optionsNow);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setPlaceholderText(plan.hint);
}

/// Chosen words stand behind those that are there already.
void CommandForm::addPresets(const QString& name, const std::vector<FormOption>& presets) {
    auto* combo = new QComboBox;
    combo->setAccessibleName(tr("Words that can be put in"));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->addItem(tr("Put in ready words …"));
    for (const FormOption& each : presets) {
        combo->addItem(each.text);
    }
    addWidget(combo, {m_row++, 0, kColumns});
    connect(combo, &QComboBox::activated, this, [this, name, combo](int index) {
        if (index > 0) {
            const QString before = textOf(name).trimmed();
            fill(name, before.isEmpty() ? combo->itemText(index) : before + QLatin1Char('\n') + combo->itemText(index),
                 true);
            combo->setCurrentIndex(0);
        }
    });
}

void CommandForm::propose(const FieldShape& shape, const FieldPlan& plan) {
    if (plan.value.isUndefined() || (plan.shownOnly && !context().bulk.empty())) {
        return;
    }
    fill(shape.name, plan.value);
    if (plan.shownOnly) {
        presenter().propose(shape.name, QJsonValue());
    }
}

void CommandForm::fieldsChanged() {
    if (m_following) {
        return;  // a proposal that follows another one is looked at below
    }
    m_following = true;
    derive();
    follow();
    showLive();
    m_following = false;
    emit touched();
}

void CommandForm::follow() {
    for (const auto& [name, plan] : m_plan.fields) {
        if (plan.optionsNow) {
            offerOptions(name, plan.optionsNow(presenter().fields()));
        }
        if (plan.when) {
            setShown(name, plan.when(presenter().fields()));
        }
    }
    if (m_city != nullptr) {
        m_city->offer(m_plan.forms(presenter().fields()));
        setShown(QStringLiteral("form"), m_city->any());
    }
}

/// The choice is kept while it is among the options; else the first one is proposed.
void CommandForm::offerOptions(const QString& name, const std::vector<FormOption>& options) {
    auto* combo = qobject_cast<QComboBox*>(field(name));
    if (combo == nullptr) {
        return;
    }
    bool same = combo->count() == static_cast<int>(options.size());
    for (int i = 0; same && i < combo->count(); ++i) {
        same = combo->itemData(i).toString() == options[static_cast<std::size_t>(i)].code;
    }
    if (same) {
        return;
    }
    const QSignalBlocker quiet(combo);
    const QString chosen = textOf(name);
    combo->clear();
    for (const FormOption& each : options) {
        combo->addItem(each.text, each.code);
    }
    combo->setCurrentIndex(std::max(combo->findData(chosen), options.empty() ? -1 : 0));
    presenter().propose(name, combo->currentIndex() < 0 ? QJsonValue() : QJsonValue(combo->currentData().toString()));
}

/// What follows from a choice replaces what followed from the one before, never a person's own words.
void CommandForm::derive() {
    if (!m_plan.derive) {
        return;
    }
    const QJsonObject derived = m_plan.derive(presenter().fields());
    for (auto it = derived.begin(); it != derived.end(); ++it) {
        const QString now = textOf(it.key());
        if ((now.isEmpty() || now == m_derived.value(it.key()).toString()) && now != it.value().toString()) {
            put(it.key(), it.value());
            m_derived.insert(it.key(), it.value());
        }
    }
}

void CommandForm::showLive() {
    if (m_proof == nullptr) {
        return;
    }
    const LiveLine line = m_plan.live(presenter().fields());
    m_live->setObjectName(line.wrong ? QStringLiteral("error") : QStringLiteral("hint"));
    restyle(m_live);
    say(m_live, line.text);
    m_proof->setVisible(line.proof.has_value());
    if (line.proof) {
        m_proof->setProof(*line.proof);
    }
}

bool CommandForm::prepare() {
    if (m_city == nullptr || m_city->isHidden()) {
        return true;
    }
    const std::optional<Error> problem = m_city->problem();
    if (problem) {
        complain(*problem);
    }
    return !problem;
}

}  // namespace zhida::ui
