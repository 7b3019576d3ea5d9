// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/picker.h"

#include "ui/support/text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>

#include <utility>

namespace zhida::ui {

Picker::Picker(QWidget* parent) : QLineEdit(parent), m_completer(new QCompleter(&m_model, this)) {
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->popup()->setObjectName(QStringLiteral("popup"));
    m_completer->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &Picker::narrow);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { choose(s(index.data(ChoiceModel::kCode).toString())); });
    setClearButtonEnabled(true);
}

void Picker::setChoices(std::vector<Choice> choices) {
    m_model.setChoices(std::move(choices));
    if (!m_code.empty()) {
        setText(m_model.pathOf(m_code));
    }
}

void Picker::setCode(const std::string& code) {
    m_code = code;
    setText(code.empty() ? QString() : m_model.pathOf(code));
    setCursorPosition(0);
}

void Picker::narrow(const QString& typed) {
    if (typed.isEmpty()) {
        choose({});
        return;
    }
    m_model.narrow(typed);
    if (m_model.rowCount() > 0) {
        m_completer->complete();
        m_completer->popup()->setCurrentIndex(m_model.index(0));
    } else {
        m_completer->popup()->hide();
    }
}

void Picker::choose(const std::string& code) {
    const bool changed = code != m_code;
    setCode(code);
    if (changed) {
        emit picked(q(code));
    }
}

void Picker::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason) {
        return;
    }
    const std::string typed = m_model.codeOf(text());
    if (!typed.empty()) {
        choose(typed);
    } else if (m_takesAnyCode && text() != m_model.pathOf(m_code)) {
        choose(s(text().trimmed()));
    } else {
        setCode(m_code);  // half a word is no choice
    }
}

}  // namespace zhida::ui
