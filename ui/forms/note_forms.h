// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"
#include "ui/presenters/lookup_presenter.h"

namespace zhida::ui {

/// A comment, or a supplement from the caller (which opens a closed ticket again).
class NoteForm : public Form {
    Q_OBJECT

public:
    NoteForm(FormContext context, std::string_view command, QWidget* parent = nullptr);
};

class CallbackForm : public Form {
    Q_OBJECT

public:
    explicit CallbackForm(FormContext context, QWidget* parent = nullptr);

protected:
    void fieldsChanged() override;
};

class LinkForm : public Form {
    Q_OBJECT

public:
    explicit LinkForm(FormContext context, QWidget* parent = nullptr);

protected:
    bool prepare() override;

private:
    LookUpPresenter m_lookUp;
    QComboBox* m_found = nullptr;
};

/// The form for a command of the ticket in `context`; nullptr for one that has none.
Form* makeForm(std::string_view command, FormContext context);

}  // namespace zhida::ui
