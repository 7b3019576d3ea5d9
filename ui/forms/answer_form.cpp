// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/answer_form.h"

#include "ui/support/text.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>

namespace zhida::ui {

AnswerForm::AnswerForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::AnswerDirectly::kName, tr("Direct answer"), 2, parent), m_source(notice("hint")) {
    addWidget(m_source, {0, 0, 2});
    m_text = addText(
        QStringLiteral("text"), {1, 0, 2}, 5,
        tr("What you read out. Choose an article on the right and press %1.").arg(keyText(ActionId::insertArticle)));
    addCheck(QStringLiteral("callbackWanted"), {2, 0, 2}, tr("The caller wants to be called back"));
}

void AnswerForm::insertArticle(const domain::Article& article) {
    const QString before = m_text->toPlainText();
    if (before.trimmed().isEmpty()) {
        m_text->setPlainText(q(article.answer));
    } else {
        m_text->insertPlainText(q(article.answer));
    }
    edited(QStringLiteral("article"), q(article.key));
    edited(QStringLiteral("articleVersion"), static_cast<int>(article.version));
    edited(QStringLiteral("_articleTitle"), q(article.title));
    m_text->setFocus();
    m_text->moveCursor(QTextCursor::End);
}

void AnswerForm::fieldsChanged() {
    const QString title = textOf(QStringLiteral("_articleTitle"));
    const int version = presenter().fields().value(QStringLiteral("articleVersion")).toInt();
    say(m_source, title.isEmpty() ? QString() : tr("From the article “%1”, version %2").arg(title).arg(version));
}

}  // namespace zhida::ui
