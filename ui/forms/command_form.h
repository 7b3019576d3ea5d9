// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_plan.h"

namespace zhida::ui {

class CityField;
class ProofView;

/// The form of a command, made from the command's own list of fields and the few things that its plan says.
class CommandForm : public Form {
    Q_OBJECT

public:
    CommandForm(FormContext context, std::string_view command, FormPlan plan, QWidget* parent = nullptr);

protected:
    bool prepare() override;
    void fieldsChanged() override;

private:
    void place(const FieldShape& shape, const FieldPlan& plan);
    void make(const FieldShape& shape, const FieldPlan& plan, const FormCell& cell);
    void makeChoice(const FieldShape& shape, const FieldPlan& plan, const FormCell& cell);
    void addPresets(const QString& name, const std::vector<FormOption>& presets);
    void propose(const FieldShape& shape, const FieldPlan& plan);
    void follow();
    void offerOptions(const QString& name, const std::vector<FormOption>& options);
    void derive();
    void showLive();

    FormPlan m_plan;
    std::vector<FieldShape> m_shapes;
    QJsonObject m_derived;
    CityField* m_city = nullptr;
    QLabel* m_live = nullptr;
    ProofView* m_proof = nullptr;
    int m_row = 0;
    int m_column = 0;
    bool m_following = false;
};

}  // namespace zhida::ui
