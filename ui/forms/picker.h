// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/choice_model.h"

#include <QLineEdit>

class QCompleter;

namespace zhida::ui {

/// A line that completes out of a ChoiceModel (words, pinyin, code) and holds the chosen code.
class Picker : public QLineEdit {
    Q_OBJECT

public:
    explicit Picker(QWidget* parent = nullptr);

    void setChoices(std::vector<Choice> choices);
    [[nodiscard]] const std::string& code() const { return m_code; }
    [[nodiscard]] ChoiceModel& model() { return m_model; }
    void setCode(const std::string& code);
    /// What is typed counts as a code although no choice has it: the beginning of one, or one that is to come.
    void setTakesAnyCode(bool takes) { m_takesAnyCode = takes; }

signals:
    /// A person has chosen (or emptied) it.
    void picked(const QString& code);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    void narrow(const QString& typed);
    void choose(const std::string& code);

    ChoiceModel m_model;
    QCompleter* m_completer;
    std::string m_code;
    bool m_takesAnyCode = false;
};

}  // namespace zhida::ui
