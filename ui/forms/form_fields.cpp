// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalBlocker>

#include <utility>

namespace zhida::ui {
namespace {

/// Takes the room there is, and asks for no more than its lines: what stands below must not go out of sight.
class TextInput : public QPlainTextEdit {
public:
    [[nodiscard]] QSize sizeHint() const override { return {QPlainTextEdit::sizeHint().width(), minimumHeight()}; }
};

}  // namespace

QLineEdit* Form::addLine(const QString& name, const FormCell& cell, const QString& hint) {
    auto* line = new QLineEdit;
    line->setPlaceholderText(hint);
    addLabelled(name, line, cell);
    bind(name, line, [line](const QJsonValue& value) {
        const QSignalBlocker quiet(line);
        line->setText(value.toString());
    });
    connect(line, &QLineEdit::textChanged, this, [this, name](const QString& text) { edited(name, text); });
    return line;
}

QPlainTextEdit* Form::addText(const QString& name, const FormCell& cell, int lines, const QString& hint) {
    auto* text = new TextInput;
    text->setPlaceholderText(hint);
    text->setTabChangesFocus(true);
    const int height = QFontMetrics(uiFont()).lineSpacing() * lines + 22;
    text->setMinimumHeight(height);
    text->setMaximumHeight(height * 2);
    addLabelled(name, text, cell);
    bind(name, text, [text](const QJsonValue& value) {
        const QSignalBlocker quiet(text);
        text->setPlainText(value.toString());
        text->moveCursor(QTextCursor::End);
    });
    connect(text, &QPlainTextEdit::textChanged, this, [this, name, text] { edited(name, text->toPlainText()); });
    return text;
}

QComboBox* Form::addCombo(const QString& name, const FormCell& cell, const std::vector<FormOption>& options,
                          bool propose) {
    auto* combo = new QComboBox;
    for (const FormOption& option : options) {
        combo->addItem(option.text, option.code);
    }
    addLabelled(name, combo, cell);
    bind(name, combo, [combo](const QJsonValue& value) {
        const QSignalBlocker quiet(combo);
        combo->setCurrentIndex(combo->findData(value.toString()));
    });
    if (propose && !options.empty()) {
        presenter().propose(name, options.front().code);
    } else {
        combo->setCurrentIndex(-1);
    }
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this, name, combo] { edited(name, combo->currentData().toString()); });
    return combo;
}

Picker* Form::addPicker(const QString& name, const FormCell& cell, std::vector<Choice> choices, const QString& hint) {
    auto* picker = new Picker;
    picker->setPlaceholderText(hint);
    picker->setChoices(std::move(choices));
    addLabelled(name, picker, cell);
    bind(name, picker, [picker](const QJsonValue& value) { picker->setCode(s(value.toString())); });
    connect(picker, &Picker::picked, this, [this, name](const QString& code) { edited(name, code); });
    return picker;
}

QCheckBox* Form::addCheck(const QString& name, const FormCell& cell, const QString& text) {
    auto* check = new QCheckBox(text);
    addWidget(check, cell);
    bind(name, check, [check](const QJsonValue& value) {
        const QSignalBlocker quiet(check);
        check->setChecked(value.toBool());
    });
    check->setAccessibleName(text);
    connect(check, &QCheckBox::toggled, this, [this, name](bool on) { edited(name, on); });
    return check;
}

QWidget* Form::addRadios(const QString& name, const FormCell& cell, const std::vector<FormOption>& options) {
    auto* box = new QWidget;
    auto* across = row(box, 0, space::kLarge);
    auto* group = new QButtonGroup(box);
    const bool truth = !options.empty() && (options.front().code == QLatin1String("true") ||
                                            options.front().code == QLatin1String("false"));
    const auto valueOf = [truth](const QString& code) {
        return truth ? QJsonValue(code == QLatin1String("true")) : QJsonValue(code);
    };
    for (const FormOption& option : options) {
        auto* radio = new QRadioButton(option.text);
        radio->setProperty("code", option.code);
        radio->installEventFilter(this);
        group->addButton(radio);
        across->addWidget(radio);
        connect(radio, &QRadioButton::clicked, this,
                [this, name, value = valueOf(option.code)] { edited(name, value); });
        if (box->focusProxy() == nullptr) {
            box->setFocusProxy(radio);
        }
    }
    across->addStretch();
    addLabelled(name, box, cell);
    bind(name, box, [group, valueOf](const QJsonValue& value) {
        group->setExclusive(false);  // else the last one could not be taken off
        for (QAbstractButton* each : group->buttons()) {
            each->setChecked(valueOf(each->property("code").toString()) == value);
        }
        group->setExclusive(true);
    });
    return box;
}

void Form::addFieldWidget(const QString& name, FieldWidget* widget, const FormCell& cell) {
    addLabelled(name, widget, cell);
    bind(name, widget, [widget](const QJsonValue& value) { widget->setValue(value); });
    connect(widget, &FieldWidget::changed, this, [this, name](const QJsonValue& value) { edited(name, value); });
    for (QWidget* each : widget->findChildren<QWidget*>()) {
        watch(each);
    }
}

}  // namespace zhida::ui
