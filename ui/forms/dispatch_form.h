// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"

namespace zhida::ui {

/// To whom the ticket goes, until when, with what words.
class DispatchForm : public Form {
    Q_OBJECT

public:
    explicit DispatchForm(FormContext context, QWidget* parent = nullptr);

protected:
    void fieldsChanged() override;

private:
    void addDeadline(const QString& name, const FormCell& cell);
    void addPart();
    void showPresets();

    QComboBox* m_presets;
    QString m_presetsFor;
};

}  // namespace zhida::ui
