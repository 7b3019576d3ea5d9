// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/list_fields.h"

#include "model/domain/service_facts.h"
#include "ui/delegates/widgets.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFontMetrics>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace zhida::ui {
namespace {

constexpr int kLines = 3;
constexpr QLatin1String kName("name");
constexpr QLatin1String kNumber("number");
constexpr QLatin1String kClause("clause");

}  // namespace

LinesField::LinesField(const QString& hint, QWidget* parent) : FieldWidget(parent), m_text(new QPlainTextEdit) {
    column(this, 0, 0)->addWidget(m_text);
    m_text->setPlaceholderText(hint.isEmpty() ? tr("One a line") : hint);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(QFontMetrics(uiFont()).lineSpacing() * kLines + 22);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        QJsonArray list;
        for (const QString& each : m_text->toPlainText().split(QLatin1Char('\n'))) {
            if (!each.trimmed().isEmpty()) {
                list.append(each.trimmed());
            }
        }
        emit changed(list);
    });
}

void LinesField::setValue(const QJsonValue& value) {
    QStringList lines;
    const QJsonArray list = value.toArray();
    for (const auto& each : list) {
        lines << each.toString();
    }
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(lines.join(QLatin1Char('\n')));
}

LawsField::LawsField(QWidget* parent) : FieldWidget(parent), m_rows(column(this, 0, space::kTiny)) { add(); }

void LawsField::add() {
    auto* box = new QWidget;
    auto* across = row(box, 0, space::kTiny);
    const Row made{box, new QLineEdit, new QLineEdit, new QLineEdit};
    made.name->setPlaceholderText(tr("Law or document"));
    made.number->setPlaceholderText(tr("Document number"));
    made.clause->setPlaceholderText(tr("Clause"));
    across->addWidget(made.name, 4);
    across->addWidget(made.number, 3);
    across->addWidget(made.clause, 2);
    for (QLineEdit* each : {made.name, made.number, made.clause}) {
        each->setAccessibleName(each->placeholderText());
        connect(each, &QLineEdit::textChanged, this, &LawsField::tell);
    }
    m_rows->addWidget(box);
    if (m_made.empty()) {
        setFocusProxy(made.name);
    }
    m_made.push_back(made);
}

void LawsField::tell() {
    if (m_quiet) {
        return;
    }
    QJsonArray laws;
    for (const Row& each : m_made) {
        const QString name = each.name->text().trimmed(), number = each.number->text().trimmed(),
                      clause = each.clause->text().trimmed();
        if (!name.isEmpty() || !number.isEmpty() || !clause.isEmpty()) {
            laws.append(QJsonObject{{kName, name}, {kNumber, number}, {kClause, clause}});
        }
    }
    if (laws.size() == static_cast<qsizetype>(m_made.size())) {
        add();
    }
    emit changed(laws);
}

void LawsField::setValue(const QJsonValue& value) {
    const QJsonArray laws = value.toArray();
    m_quiet = true;
    while (static_cast<qsizetype>(m_made.size()) <= laws.size()) {
        add();
    }
    for (std::size_t i = 0; i < m_made.size(); ++i) {
        const QJsonObject law = laws.at(static_cast<qsizetype>(i)).toObject();
        m_made[i].name->setText(law.value(kName).toString());
        m_made[i].number->setText(law.value(kNumber).toString());
        m_made[i].clause->setText(law.value(kClause).toString());
    }
    m_quiet = false;
}

FactsField::FactsField(QWidget* parent)
    : FieldWidget(parent), m_grid(new QWidget), m_is(new QCheckBox(tr("It is a service of the implementation list"))) {
    auto* down = column(this, 0, space::kTiny);
    down->addWidget(m_is);
    down->addWidget(m_grid);
    auto* grid = new QGridLayout(m_grid);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kMedium);
    grid->setVerticalSpacing(space::kTiny);
    int at = 0;
    forEachField<domain::ServiceFacts>([&](const auto& each) {
        const QString name = q(each.name);
        auto* line = new QLineEdit;
        QLabel* above = label(words::ofField(each.name), TypeSize::small);
        above->setObjectName(QStringLiteral("muted"));
        above->setBuddy(line);
        line->setAccessibleName(above->text());
        grid->addWidget(above, at / 4 * 2, at % 4);
        grid->addWidget(line, at / 4 * 2 + 1, at % 4);
        ++at;
        m_lines.emplace(name, line);
        connect(line, &QLineEdit::textChanged, this, [this, name](const QString& text) {
            m_value.insert(name, text.trimmed());
            emit changed(m_value);
        });
    });
    m_grid->hide();
    setFocusProxy(m_is);
    connect(m_is, &QCheckBox::toggled, this, [this](bool on) {
        m_grid->setVisible(on);
        emit changed(on ? QJsonValue(m_value) : QJsonValue());
    });
}

void FactsField::setValue(const QJsonValue& value) {
    m_value = value.toObject();
    const QSignalBlocker quiet(m_is);
    m_is->setChecked(value.isObject());
    m_grid->setVisible(value.isObject());
    for (const auto& [name, line] : m_lines) {
        const QSignalBlocker silent(line);
        line->setText(m_value.value(name).toString());
    }
}

}  // namespace zhida::ui
