// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/make_form.h"

#include <QDialog>

namespace zhida::ui {

/// The form of one act on a record, alone: Ctrl+Enter sends, Esc closes and keeps what was typed.
class ActDialog : public QDialog {
    Q_OBJECT

public:
    ActDialog(FormContext context, std::string_view act, QWidget* parent = nullptr);
    [[nodiscard]] Form& form() { return *m_form; }

signals:
    void sent(const zhida::service::RecordSubmitted& submitted);

private:
    Form* m_form;
};

}  // namespace zhida::ui
