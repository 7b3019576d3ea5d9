// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"

/// The forms of the units and of those who judge their work.
namespace zhida::ui {

class ReplyForm : public Form {
    Q_OBJECT

public:
    explicit ReplyForm(FormContext context, QWidget* parent = nullptr);
};

class ReturnForm : public Form {
    Q_OBJECT

public:
    explicit ReturnForm(FormContext context, QWidget* parent = nullptr);
};

class DecideReturnForm : public Form {
    Q_OBJECT

public:
    explicit DecideReturnForm(FormContext context, QWidget* parent = nullptr);

protected:
    bool prepare() override;
    void fieldsChanged() override;
};

class ReviewForm : public Form {
    Q_OBJECT

public:
    explicit ReviewForm(FormContext context, QWidget* parent = nullptr);

protected:
    bool prepare() override;
};

}  // namespace zhida::ui
