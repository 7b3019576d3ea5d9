// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rules_record_form.h"

#include "ui/delegates/widgets.h"
#include "ui/support/rules_words.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

#include <utility>

namespace zhida::ui {
namespace {

constexpr int kColumns = 3;
constexpr int kTableHeight = 190;

/// Fields that need the whole width.
bool isWide(const RulesField& field) {
    return field.isRecordList() || (field.list && field.type != "text") || field.name == "basis" ||
           field.name == "text" || field.name == "adviceZh" || field.name == "adviceEn";
}

}  // namespace

RulesRecordForm::RulesRecordForm(RulesPresenter& presenter, const std::string& path, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_path(path) {
    build();
    showValues();
    showProblems();
    RulesDocument& document = m_presenter.document();
    connect(&document, &RulesDocument::valueChanged, this, [this](const std::string& changed) {
        if (rulesPath::within(changed, m_path)) {
            showValues();
        }
    });
    connect(&document, &RulesDocument::structureChanged, this, [this](const std::string& list) {
        if (rulesPath::within(m_path, list)) {
            showValues();
        }
    });
    connect(&m_presenter, &RulesPresenter::judged, this, &RulesRecordForm::showProblems);
}

void RulesRecordForm::build() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, space::kSmall, 0);
    grid->setHorizontalSpacing(space::kMedium);
    grid->setVerticalSpacing(space::kTiny);
    for (int i = 0; i < kColumns; ++i) {
        grid->setColumnStretch(i, 1);
    }
    const RulesField& record = *rulesFieldAt(m_path);
    for (const RulesField& each : record.fields) {
        if (each.isRecordList() && !m_path.empty()) {
            addTable(each, grid);
        } else if (each.type != "object") {
            addInput(each, grid);
        }
    }
    grid->setRowStretch(m_row + 2, 1);
}

void RulesRecordForm::addInput(const RulesField& field, QGridLayout* grid) {
    RulesInput input =
        makeRulesInput(field, m_presenter.directory(),
                       [this, name = field.name](RulesDocument::Json value) { write(name, std::move(value)); });
    const QString name = words::ofRulesField(rulesPath::under(words::withoutIndices(m_path), field.name));
    place(input.widget, field.required ? name + QStringLiteral(" *") : name, isWide(field), grid);
    QWidget* focus = input.widget->focusProxy() != nullptr ? input.widget->focusProxy() : input.widget;
    focus->setAccessibleName(name);
    m_first = m_first == nullptr ? input.widget : m_first;
    m_inputs.emplace(field.name, std::move(input));
}

void RulesRecordForm::addTable(const RulesField& field, QGridLayout* grid) {
    auto* table = new RulesTable(m_presenter, rulesPath::under(m_path, field.name));
    table->setFixedHeight(kTableHeight);
    place(table, words::ofRulesField(rulesPath::under(words::withoutIndices(m_path), field.name)), true, grid);
    connect(table, &RulesTable::opened, this,
            [this, table](int row) { emit opened(rulesPath::item(table->list(), row)); });
    m_tables.emplace(field.name, table);
}

void RulesRecordForm::place(QWidget* widget, const QString& name, bool wide, QGridLayout* grid) {
    if (wide && m_column > 0) {
        m_column = 0;
        m_row += 2;
    }
    QLabel* above = label(name, TypeSize::small);
    above->setObjectName(QStringLiteral("muted"));
    above->setBuddy(widget);
    grid->addWidget(above, m_row, m_column, 1, wide ? kColumns : 1);
    grid->addWidget(widget, m_row + 1, m_column, 1, wide ? kColumns : 1);
    m_column = wide ? kColumns : m_column + 1;
    if (m_column == kColumns) {
        m_column = 0;
        m_row += 2;
    }
}

void RulesRecordForm::setPath(const std::string& path) {
    m_path = path;
    for (const auto& [name, table] : m_tables) {
        table->setList(rulesPath::under(m_path, name));
    }
    showValues();
    showProblems();
}

void RulesRecordForm::showValues() {
    for (const auto& [name, input] : m_inputs) {
        if (name != m_own) {
            input.show(m_presenter.document().at(rulesPath::under(m_path, name)));
        }
    }
}

void RulesRecordForm::showProblems() {
    for (const auto& [name, input] : m_inputs) {
        const bool wrong = m_presenter.hasProblem(rulesPath::under(m_path, name));
        if (input.widget->property("wrong").toBool() != wrong) {
            input.widget->setProperty("wrong", wrong);
            restyle(input.widget);
        }
    }
}

void RulesRecordForm::write(const std::string& name, RulesDocument::Json value) {
    m_own = name;
    m_presenter.document().set(rulesPath::under(m_path, name), std::move(value));
    m_own.clear();
}

QWidget* RulesRecordForm::field(const std::string& name) const {
    if (const auto input = m_inputs.find(name); input != m_inputs.end()) {
        return input->second.widget;
    }
    const auto table = m_tables.find(name);
    return table == m_tables.end() ? nullptr : table->second;
}

void RulesRecordForm::focusFirst() {
    if (m_first != nullptr) {
        m_first->setFocus(Qt::OtherFocusReason);
    }
}

bool RulesRecordForm::focusField(const std::string& name) {
    QWidget* const found = field(name);
    if (found != nullptr) {
        found->setFocus(Qt::OtherFocusReason);
    }
    return found != nullptr;
}

}  // namespace zhida::ui
