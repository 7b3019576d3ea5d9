// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"
#include "ui/forms/hint_strip.h"
#include "ui/presenters/lookup_presenter.h"

namespace zhida::ui {

class CityField;

/// A call comes in: who, what, where. Says whether the number has called before.
class RegisterForm : public Form {
    Q_OBJECT

public:
    explicit RegisterForm(FormContext context, QWidget* parent = nullptr);

    /// The first clause of a text, as a title that can be read in a list.
    static QString titleFrom(const QString& content);

signals:
    /// The hint was clicked: show the caller's tickets.
    void wantsLookUp(const QString& phone);

protected:
    bool prepare() override;
    void fieldsChanged() override;

private:
    void showRepeats();
    void askForHints();

    LookUpPresenter m_repeats;
    QPushButton* m_hint = nullptr;
    HintStrip* m_strip = nullptr;
    CityField* m_city = nullptr;
    QString m_phone;
    QString m_told;
    QString m_hinted;
};

}  // namespace zhida::ui
