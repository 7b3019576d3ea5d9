// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rules_input.h"

#include "ui/delegates/widgets.h"
#include "ui/forms/field_widget.h"
#include "ui/forms/form.h"
#include "ui/support/rules_words.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

using Json = RulesDocument::Json;

constexpr int kLargest = 1'000'000;

QString textOf(const Json* value) {
    if (value == nullptr || value->is_null()) {
        return {};
    }
    return q(value->is_string() ? value->get<std::string>() : value->dump());
}

Json textOrNothing(const QString& text) { return text.trimmed().isEmpty() ? Json() : Json(s(text)); }

/// Turning the wheel over a form that scrolls must not change the numbers under it.
template <class Widget>
class Unrolled : public Widget {
public:
    using Widget::Widget;

protected:
    void wheelEvent(QWheelEvent* event) override {
        if (this->hasFocus()) {
            Widget::wheelEvent(event);
        } else {
            event->ignore();
        }
    }
};

RulesInput lineInput(const QString& hint, std::function<Json(const QString&)> read,
                     std::function<QString(const Json*)> text, RulesWrite write) {
    auto* line = new QLineEdit;
    line->setPlaceholderText(hint);
    QObject::connect(line, &QLineEdit::textEdited, line,
                     [read = std::move(read), write = std::move(write)](const QString& typed) { write(read(typed)); });
    return {line, [line, text = std::move(text)](const Json* value) {
                const QString shown = text(value);
                if (line->text() != shown) {
                    line->setText(shown);
                    line->setCursorPosition(0);
                }
            }};
}

RulesInput longTextInput(RulesWrite write) {
    auto* text = new QPlainTextEdit;
    text->setTabChangesFocus(true);
    text->setFixedHeight(QFontMetrics(uiFont()).lineSpacing() * 3 + 18);
    QObject::connect(text, &QPlainTextEdit::textChanged, text,
                     [text, write = std::move(write)] { write(textOrNothing(text->toPlainText())); });
    return {text, [text](const Json* value) {
                const QString shown = textOf(value);
                if (text->toPlainText() != shown) {
                    const QSignalBlocker quiet(text);
                    text->setPlainText(shown);
                }
            }};
}

RulesInput numberInput(const RulesField& field, RulesWrite write) {
    auto* number = new Unrolled<QSpinBox>;
    number->setRange(field.name == "utcOffsetMinutes" ? -720 : 0, kLargest);
    number->setFocusPolicy(Qt::StrongFocus);
    number->setAccelerated(true);
    number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    QObject::connect(number, &QSpinBox::valueChanged, number,
                     [write = std::move(write)](int value) { write(Json(value)); });
    return {number, [number, preset = field.preset](const Json* value) {
                const QSignalBlocker quiet(number);
                number->setValue(value != nullptr && value->is_number_integer() ? value->get<int>()
                                 : preset.is_number_integer()                   ? preset.get<int>()
                                                                                : 0);
            }};
}

RulesInput checkInput(const RulesField& field, RulesWrite write) {
    auto* check = new QCheckBox(QCoreApplication::translate("Rules", "Yes"));
    QObject::connect(check, &QCheckBox::toggled, check, [write = std::move(write)](bool on) { write(Json(on)); });
    return {check, [check, preset = field.preset](const Json* value) {
                const QSignalBlocker quiet(check);
                check->setChecked(value != nullptr && value->is_boolean() ? value->get<bool>()
                                                                          : preset.is_boolean() && preset.get<bool>());
            }};
}

RulesInput choiceInput(const RulesField& field, RulesWrite write) {
    auto* combo = new Unrolled<QComboBox>;
    combo->setFocusPolicy(Qt::StrongFocus);
    if (field.any) {
        combo->addItem(QCoreApplication::translate("Rules", "any"), QString());
    }
    for (const std::string& code : field.codes) {
        combo->addItem(words::ofRulesCode(field.name, code), q(code));
    }
    QObject::connect(combo, &QComboBox::activated, combo,
                     [combo, write = std::move(write)] { write(textOrNothing(combo->currentData().toString())); });
    return {combo, [combo, field](const Json* value) {
                QString code = textOf(value);
                if (field.any && code == QLatin1String("*")) {
                    code.clear();
                } else if (code.isEmpty() && !field.any && field.preset.is_string()) {
                    code = q(field.preset.get<std::string>());
                }
                combo->setCurrentIndex(combo->findData(code));
            }};
}

/// Amount and unit; an amount of zero leaves the term out.
RulesInput termInput(const RulesField& field, RulesWrite write) {
    auto* box = new QWidget;
    auto* across = row(box, 0, space::kSmall);
    auto* amount = new Unrolled<QSpinBox>;
    auto* unit = new Unrolled<QComboBox>;
    amount->setRange(0, 100'000);
    amount->setButtonSymbols(QAbstractSpinBox::NoButtons);
    amount->setSpecialValueText(QStringLiteral("—"));
    for (QWidget* each : {static_cast<QWidget*>(amount), static_cast<QWidget*>(unit)}) {
        each->setFocusPolicy(Qt::StrongFocus);
    }
    for (const auto& [value, code] : EnumCodes<domain::TermUnit>::kTable) {
        unit->addItem(words::of(value), static_cast<int>(value));
    }
    unit->setAccessibleName(words::ofRulesField("term"));
    across->addWidget(amount, 1);
    across->addWidget(unit, 1);
    box->setFocusProxy(amount);
    const auto changed = [amount, unit, write = std::move(write)] {
        const domain::Term term{amount->value(), static_cast<domain::TermUnit>(unit->currentData().toInt())};
        write(term.amount == 0 ? Json() : Json(domain::textOf(term)));
    };
    QObject::connect(amount, &QSpinBox::valueChanged, box, changed);
    QObject::connect(unit, &QComboBox::activated, box, changed);
    return {box, [amount, unit, preset = field.preset](const Json* value) {
                const std::string text = value != nullptr && value->is_string() ? value->get<std::string>()
                                         : preset.is_string()                   ? preset.get<std::string>()
                                                                                : std::string();
                const auto term = domain::parseTerm(text);
                const QSignalBlocker quiet(amount);
                amount->setValue(term ? term->amount : 0);
                unit->setCurrentIndex(term ? unit->findData(static_cast<int>(term->unit)) : unit->currentIndex());
            }};
}

RulesInput codeInput(std::vector<Choice> choices, RulesWrite write) {
    auto* picker = new Picker;
    picker->setChoices(std::move(choices));
    picker->setTakesAnyCode(true);
    QObject::connect(picker, &Picker::picked, picker,
                     [write = std::move(write)](const QString& code) { write(textOrNothing(code)); });
    return {picker, [picker](const Json* value) {
                if (const std::string code = s(textOf(value)); picker->code() != code || picker->text().isEmpty()) {
                    picker->setCode(code);
                }
            }};
}

RulesInput unitsInput(const DirectoryPtr& directory, RulesWrite write) {
    auto* units =
        new UnitsField(unitChoices(*directory), QCoreApplication::translate("Rules", "Add a unit that helps"));
    QObject::connect(units, &FieldWidget::changed, units, [write = std::move(write)](const QJsonValue& value) {
        Json list = Json::array();
        const QJsonArray codes = value.toArray();
        for (const auto& code : codes) {
            list.push_back(s(code.toString()));
        }
        write(list.empty() ? Json() : std::move(list));
    });
    return {units, [units](const Json* value) {
                QJsonArray codes;
                for (const Json& each : value != nullptr && value->is_array() ? *value : Json::array()) {
                    codes.append(textOf(&each));
                }
                units->setValue(codes);
            }};
}

/// A check for each code of a closed list.
RulesInput checksInput(const RulesField& field, const RulesWrite& write) {
    auto* box = new QWidget;
    auto* across = row(box, 0, space::kLarge);
    std::vector<QCheckBox*> checks;
    for (const std::string& code : field.codes) {
        auto* check = new QCheckBox(words::ofRulesCode(field.name, code));
        check->setProperty("code", q(code));
        across->addWidget(check);
        checks.push_back(check);
    }
    across->addStretch();
    box->setFocusProxy(checks.front());
    for (QCheckBox* each : checks) {
        QObject::connect(each, &QCheckBox::clicked, box, [checks, write] {
            Json chosen = Json::array();
            for (const QCheckBox* check : checks) {
                if (check->isChecked()) {
                    chosen.push_back(s(check->property("code").toString()));
                }
            }
            write(std::move(chosen));
        });
    }
    return {
        box, [checks, preset = field.preset](const Json* value) {
            const Json chosen = value == nullptr ? Json(preset) : *value;
            for (QCheckBox* each : checks) {
                const std::string code = s(each->property("code").toString());
                each->setChecked(chosen.is_array() && std::find(chosen.begin(), chosen.end(), code) != chosen.end());
            }
        }};
}

/// Codes in a line, with commas between them.
RulesInput codesInput(RulesWrite write) {
    static const QRegularExpression kComma(QStringLiteral("[,，、;；]"));
    return lineInput(
        QCoreApplication::translate("Rules", "Codes, with commas between them"),
        [](const QString& typed) {
            Json list = Json::array();
            for (const QString& each : typed.split(kComma, Qt::SkipEmptyParts)) {
                if (!each.trimmed().isEmpty()) {
                    list.push_back(s(each.trimmed()));
                }
            }
            return list.empty() ? Json() : list;
        },
        [](const Json* value) {
            QStringList all;
            for (const Json& each : value != nullptr && value->is_array() ? *value : Json::array()) {
                all << textOf(&each);
            }
            return all.join(QStringLiteral(", "));
        },
        std::move(write));
}

RulesInput listInput(const RulesField& field, const DirectoryPtr& directory, RulesWrite write) {
    if (field.type == "enum") {
        return checksInput(field, write);
    }
    if (field.type == "unit") {
        return unitsInput(directory, std::move(write));
    }
    if (field.type == "period") {
        return lineInput(
            QStringLiteral("08:30-12:00, 13:30-17:30"), [](const QString& typed) { return periodsFrom(typed); },
            [preset = Json(field.preset)](const Json* value) {
                return periodsText(value == nullptr ? preset : *value);
            },
            std::move(write));
    }
    return codesInput(std::move(write));
}

bool isLong(const RulesField& field) {
    return field.name == "text" || field.name == "adviceZh" || field.name == "adviceEn";
}

}  // namespace

Json periodsFrom(const QString& text) {
    static const QRegularExpression kBetween(QStringLiteral("[,，、;；]"));
    static const QRegularExpression kTo(QStringLiteral("\\s*(?:-|–|—|~|～|至|到)\\s*"));
    Json periods = Json::array();
    for (const QString& each : text.split(kBetween, Qt::SkipEmptyParts)) {
        const QStringList ends = QString(each).replace(QChar(0xFF1A), QLatin1Char(':')).trimmed().split(kTo);
        if (ends.size() == 2) {
            Json pair = Json::array();
            for (const QString& end : ends) {
                pair.push_back(s(end.size() == 4 ? QLatin1Char('0') + end : end));
            }
            periods.push_back(std::move(pair));
        } else if (!each.trimmed().isEmpty()) {
            periods.push_back(s(each.trimmed()));
        }
    }
    return periods.empty() ? Json() : periods;
}

QString periodsText(const Json& periods) {
    QStringList all;
    for (const Json& each : periods.is_array() ? periods : Json::array()) {
        const bool pair = each.is_array() && each.size() == 2;
        all << (pair ? textOf(&each[0]) + QLatin1Char('-') + textOf(&each[1]) : textOf(&each));
    }
    return all.join(QStringLiteral(", "));
}

RulesInput makeRulesInput(const RulesField& field, const DirectoryPtr& directory, RulesWrite write) {
    if (field.list) {
        return listInput(field, directory, std::move(write));
    }
    if (field.type == "integer") {
        return numberInput(field, std::move(write));
    }
    if (field.type == "boolean") {
        return checkInput(field, std::move(write));
    }
    if (field.type == "enum") {
        return choiceInput(field, std::move(write));
    }
    if (field.type == "term") {
        return termInput(field, std::move(write));
    }
    if (field.type == "unit") {
        return codeInput(unitChoices(*directory), std::move(write));
    }
    if (field.type == "category" || field.name == "category") {
        return codeInput(categoryChoices(*directory), std::move(write));
    }
    if (field.name == "region") {
        return codeInput(regionChoices(*directory), std::move(write));
    }
    return isLong(field) ? longTextInput(std::move(write)) : lineInput({}, &textOrNothing, &textOf, std::move(write));
}

}  // namespace zhida::ui
