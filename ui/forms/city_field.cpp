// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/city_field.h"

#include "ui/delegates/widgets.h"
#include "ui/support/coded.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStringList>

#include <algorithm>

namespace zhida::ui {
namespace {

QString placeholderOf(domain::FormFieldKind kind) {
    switch (kind) {
        case domain::FormFieldKind::date:
            return CityField::tr("yyyy-mm-dd");
        case domain::FormFieldKind::time:
            return CityField::tr("yyyy-mm-ddThh:mm");
        case domain::FormFieldKind::integer:
            return CityField::tr("A whole number");
        case domain::FormFieldKind::phone:
            return CityField::tr("3 to 20 digits");
        default:
            return {};
    }
}

/// What a field may hold: given options, or yes and no.
std::vector<domain::CodedText> optionsOfField(const domain::FormField& field) {
    if (field.kind != domain::FormFieldKind::yesNo) {
        return field.options;
    }
    return {{"yes", s(CityField::tr("Yes")), s(CityField::tr("Yes"))},
            {"no", s(CityField::tr("No")), s(CityField::tr("No"))}};
}

}  // namespace

CityField::CityField(bool chinese, QWidget* parent)
    : FieldWidget(parent),
      m_chinese(chinese),
      m_which(new QComboBox),
      m_heading(label({}, TypeSize::body, true)),
      m_rows(column(nullptr, 0, space::kTiny)) {
    auto* down = column(this, 0, space::kTiny);
    down->addWidget(m_heading);
    down->addWidget(m_which);
    down->addLayout(m_rows);
    m_which->setAccessibleName(words::ofField("form"));
    connect(m_which, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_values.clear();
        choose(index >= 0 ? m_forms[static_cast<std::size_t>(index)] : nullptr);
        emit changed(QJsonValue());
    });
}

void CityField::offer(const std::vector<const domain::Form*>& forms) {
    if (forms == m_forms) {
        return;
    }
    const QSignalBlocker quiet(m_which);
    m_forms = forms;
    m_which->clear();
    for (const domain::Form* each : forms) {
        m_which->addItem(nameIn(*each, m_chinese));
    }
    m_which->setVisible(forms.size() > 1);
    m_values.clear();
    choose(forms.empty() ? nullptr : forms.front());
}

void CityField::choose(const domain::Form* form) {
    m_form = form;
    m_judgeAll = false;
    m_touched.clear();
    m_made.clear();
    clearLayout(m_rows);
    m_heading->setText(form == nullptr || m_forms.size() > 1 ? QString() : nameIn(*form, m_chinese));
    m_heading->setVisible(!m_heading->text().isEmpty());
    if (form != nullptr) {
        for (const domain::FormField& each : form->fieldList) {
            addRow(each);
        }
        follow();
    }
}

void CityField::addRow(const domain::FormField& field) {
    Row row{label({}, TypeSize::small), nullptr, notice("error"), {}};
    row.label->setObjectName(QStringLiteral("muted"));
    row.input = inputOf(field, row);
    row.input->setAccessibleName(nameIn(field, m_chinese));
    row.label->setBuddy(row.input);
    if (focusProxy() == nullptr) {
        setFocusProxy(row.input);
    }
    m_rows->addWidget(row.label);
    m_rows->addWidget(row.input);
    m_rows->addWidget(row.wrong);
    m_made.push_back(std::move(row));
}

QWidget* CityField::inputOf(const domain::FormField& field, Row& row) {
    using K = domain::FormFieldKind;
    if (field.kind == K::choice || field.kind == K::choices || field.kind == K::yesNo) {
        return optionsOf(field, row);
    }
    if (field.kind == K::longText) {
        auto* text = new QPlainTextEdit;
        text->setTabChangesFocus(true);
        text->setFixedHeight(QFontMetrics(uiFont()).lineSpacing() * 3 + 22);
        row.show = [text](const QString& value) {
            const QSignalBlocker quiet(text);
            text->setPlainText(value);
        };
        connect(text, &QPlainTextEdit::textChanged, this,
                [this, text, code = field.code] { set(code, text->toPlainText()); });
        return text;
    }
    auto* line = new QLineEdit;
    line->setPlaceholderText(placeholderOf(field.kind));
    row.show = [line](const QString& value) {
        const QSignalBlocker quiet(line);
        line->setText(value);
    };
    connect(line, &QLineEdit::textChanged, this, [this, code = field.code](const QString& text) { set(code, text); });
    return line;
}

QWidget* CityField::optionsOf(const domain::FormField& field, Row& made) {
    auto* box = new QWidget;
    auto* across = row(box, 0, space::kMedium);
    auto* group = new QButtonGroup(box);
    group->setExclusive(field.kind != domain::FormFieldKind::choices);
    const std::vector<domain::CodedText> options = optionsOfField(field);
    for (const domain::CodedText& each : options) {
        QAbstractButton* one = group->exclusive() ? static_cast<QAbstractButton*>(new QRadioButton)
                                                  : static_cast<QAbstractButton*>(new QCheckBox);
        one->setText(nameIn(each, m_chinese));
        one->setProperty("code", q(each.code));
        group->addButton(one);
        across->addWidget(one);
        if (box->focusProxy() == nullptr) {
            box->setFocusProxy(one);
        }
    }
    across->addStretch();
    connect(group, &QButtonGroup::buttonClicked, this, [this, group, code = field.code] {
        QStringList chosen;
        for (const QAbstractButton* each : group->buttons()) {
            if (each->isChecked()) {
                chosen << each->property("code").toString();
            }
        }
        set(code, chosen.join(QLatin1Char(',')));
    });
    made.show = [group](const QString& value) {
        const QStringList chosen = value.split(QLatin1Char(','));
        for (QAbstractButton* each : group->buttons()) {
            each->setChecked(chosen.contains(each->property("code").toString()));
        }
    };
    return box;
}

QString CityField::valueOf(const std::string& code) const {
    const auto found =
        std::find_if(m_values.begin(), m_values.end(), [&code](const auto& each) { return each.code == code; });
    return found == m_values.end() ? QString() : q(found->value);
}

void CityField::set(const std::string& code, const QString& value) {
    std::erase_if(m_values, [&code](const domain::FormValue& each) { return each.code == code; });
    if (!value.trimmed().isEmpty()) {
        m_values.push_back({code, s(value)});
    }
    m_touched.push_back(code);
    follow();
    QJsonArray values;
    for (const domain::FormValue& each : m_values) {
        values.append(QJsonObject{{QStringLiteral("field"), q(each.code)}, {QStringLiteral("value"), q(each.value)}});
    }
    emit changed(values.isEmpty() ? QJsonValue()
                                  : QJsonValue(QJsonObject{{QStringLiteral("form"), q(m_form->code)},
                                                           {QStringLiteral("version"), m_form->version},
                                                           {QStringLiteral("values"), values}}));
}

/// Fields that are not there hold nothing: what was typed into them before is dropped.
void CityField::follow() {
    for (std::size_t i = 0; i < m_made.size(); ++i) {
        const domain::FormField& field = m_form->fieldList[i];
        const domain::FieldNeed need = domain::needOf(field, m_values);
        if (!need.shown && !valueOf(field.code).isEmpty()) {
            std::erase_if(m_values, [&field](const domain::FormValue& each) { return each.code == field.code; });
            m_made[i].show({});
        }
        const QString name = nameIn(field, m_chinese);
        m_made[i].label->setText(need.required ? name + QStringLiteral(" *") : name);
        m_made[i].label->setVisible(need.shown);
        m_made[i].input->setVisible(need.shown);
    }
    judge();
}

/// Codes of the form as its labels.
Error CityField::labelled(Error error) const {
    for (auto& [name, value] : error.args) {
        if (name == "field") {
            value = s(nameIn(m_form->fieldList, value, m_chinese));
        } else if (name == "form") {
            value = s(nameIn(*m_form, m_chinese));
        }
    }
    return error;
}

void CityField::judge() {
    const std::vector<Error> problems = domain::problemsOf(*m_form, m_values);
    for (std::size_t i = 0; i < m_made.size(); ++i) {
        const domain::FormField& field = m_form->fieldList[i];
        const bool told = m_judgeAll || std::find(m_touched.begin(), m_touched.end(), field.code) != m_touched.end();
        const auto wrong = std::find_if(problems.begin(), problems.end(),
                                        [&field](const Error& each) { return each.arg("field") == field.code; });
        say(m_made[i].wrong, told && wrong != problems.end() ? words::ofError(labelled(*wrong)) : QString());
    }
}

std::optional<Error> CityField::problem() {
    if (m_form == nullptr) {
        return std::nullopt;
    }
    m_judgeAll = true;
    judge();
    const std::vector<Error> problems = domain::problemsOf(*m_form, m_values);
    if (problems.empty()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < m_made.size(); ++i) {
        if (problems.front().arg("field") == m_form->fieldList[i].code) {
            m_made[i].input->setFocus();
        }
    }
    return labelled(problems.front());
}

void CityField::setValue(const QJsonValue& value) {
    const QJsonObject filled = value.toObject();
    const std::string code = s(filled.value(QStringLiteral("form")).toString());
    for (std::size_t i = 0; i < m_forms.size(); ++i) {
        if (m_forms[i]->code == code && m_form != m_forms[i]) {
            const QSignalBlocker quiet(m_which);
            m_which->setCurrentIndex(static_cast<int>(i));
            choose(m_forms[i]);
        }
    }
    if (m_form == nullptr || m_form->code != code) {
        return;
    }
    m_values.clear();
    const QJsonArray values = filled.value(QStringLiteral("values")).toArray();
    for (const auto& each : values) {
        const QJsonObject pair = each.toObject();
        m_values.push_back(
            {s(pair.value(QStringLiteral("field")).toString()), s(pair.value(QStringLiteral("value")).toString())});
    }
    for (std::size_t i = 0; i < m_made.size(); ++i) {
        m_made[i].show(valueOf(m_form->fieldList[i].code));
    }
    follow();
}

}  // namespace zhida::ui
