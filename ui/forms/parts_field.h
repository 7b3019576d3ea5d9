// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_widget.h"

class QPlainTextEdit;
class QVBoxLayout;

namespace zhida::ui {

/// 分解: one row for each part, with its title, its text, the unit that leads it and those that assist. Two parts at least.
class PartsField : public FieldWidget {
    Q_OBJECT

public:
    explicit PartsField(std::vector<Choice> units, QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;

    static constexpr std::size_t kLeast = 2;
    static constexpr std::size_t kMost = 20;

private:
    struct Row {
        QWidget* box;
        QLineEdit* title;
        Picker* lead;
        QLineEdit* text;
        UnitsField* assist;
    };
    void add();
    void remove(const QWidget* box);
    void tell();

    std::vector<Choice> m_units;
    std::vector<Row> m_made;
    QVBoxLayout* m_rows;
    bool m_quiet = false;
};

}  // namespace zhida::ui
