// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"

class QDateTimeEdit;
class QHBoxLayout;

namespace zhida::ui {

/// To whom the ticket goes, until when, with what words.
class DispatchForm : public Form {
    Q_OBJECT

public:
    explicit DispatchForm(FormContext context, QWidget* parent = nullptr);

protected:
    void fieldsChanged() override;

private:
    void addAssist();
    void addDeadline();
    void showAssist();
    void setAssist(const QString& code, bool on);
    void showPresets();

    Picker* m_assist;
    QHBoxLayout* m_chips;
    QDateTimeEdit* m_deadline;
    QComboBox* m_presets;
    QString m_presetsFor;
};

}  // namespace zhida::ui
