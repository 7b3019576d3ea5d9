// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article.h"
#include "ui/forms/form.h"

namespace zhida::ui {

/// What was read out to the caller, with the article it came from.
class AnswerForm : public Form {
    Q_OBJECT

public:
    explicit AnswerForm(FormContext context, QWidget* parent = nullptr);
    /// Puts the article's answer at the cursor and remembers key and version as evidence.
    void insertArticle(const domain::Article& article);

protected:
    void fieldsChanged() override;

private:
    QLabel* m_source;
    QPlainTextEdit* m_text;
};

}  // namespace zhida::ui
