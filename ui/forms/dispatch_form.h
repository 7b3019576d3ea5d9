// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"

#include <QStringList>

class QLabel;
class QPushButton;

namespace zhida::ui {

class UnitsField;

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
    void propose();
    void showPresets();

    UnitsField* m_assist;
    QComboBox* m_presets;
    QLabel* m_basis;            ///< why the lead unit is proposed
    QPushButton* m_takeAssist;  ///< adds the units that assist by the same row
    QStringList m_proposedAssist;
    QString m_presetsFor;
};

}  // namespace zhida::ui
