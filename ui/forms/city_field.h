// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules.h"
#include "ui/forms/field_widget.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace zhida::ui {

/// A city's own form for a step (forms as data): its fields appear and become mandatory with what is filled in above them, and
/// what is wrong is said beside the field. Several forms: one is chosen first.
class CityField : public FieldWidget {
    Q_OBJECT

public:
    explicit CityField(bool chinese, QWidget* parent = nullptr);

    /// The forms that may be filled in, latest versions; they must outlive the widget.
    void offer(const std::vector<const domain::Form*>& forms);
    [[nodiscard]] bool any() const { return m_form != nullptr; }
    void setValue(const QJsonValue& value) override;
    /// The first thing that is wrong, with the field's label; every problem is shown from now on. None when there is no form.
    [[nodiscard]] std::optional<Error> problem();

private:
    struct Row {
        QLabel* label;
        QWidget* input;
        QLabel* wrong;
        std::function<void(const QString&)> show;
    };
    void choose(const domain::Form* form);
    void addRow(const domain::FormField& field);
    QWidget* inputOf(const domain::FormField& field, Row& row);
    QWidget* optionsOf(const domain::FormField& field, Row& row);
    void set(const std::string& code, const QString& value);
    [[nodiscard]] QString valueOf(const std::string& code) const;
    void follow();
    void judge();
    [[nodiscard]] Error labelled(Error error) const;

    bool m_chinese;
    std::vector<const domain::Form*> m_forms;
    const domain::Form* m_form = nullptr;
    std::vector<domain::FormValue> m_values;
    std::vector<std::string> m_touched;
    bool m_judgeAll = false;
    QComboBox* m_which;
    QLabel* m_heading;
    QVBoxLayout* m_rows;
    std::vector<Row> m_made;
};

}  // namespace zhida::ui
