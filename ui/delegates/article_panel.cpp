// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/article_panel.h"

#include "ui/delegates/widgets.h"
#include "ui/presenters/article_text.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QTextBrowser>

namespace zhida::ui {
namespace {

QString paragraph(const QString& text) {
    return QStringLiteral("<p style='margin:0 0 6px 0;line-height:150%'>%1</p>").arg(text.toHtmlEscaped());
}

QString listHtml(const std::vector<std::string>& items, bool numbered) {
    QString html;
    int number = 0;
    for (const std::string& each : items) {
        html +=
            paragraph((numbered ? QString::number(++number) + QStringLiteral(". ") : QStringLiteral("• ")) + q(each));
    }
    return html;
}

QString named(const QString& name, const std::string& text) {
    return text.empty() ? QString() : paragraph(name + QStringLiteral("　") + q(text));
}

}  // namespace

ArticlePanel::ArticlePanel(QWidget* parent)
    : QWidget(parent),
      m_title(label({}, TypeSize::body, true)),
      m_trust(chip({}, Light::green)),
      m_origin(mutedLabel({})),
      m_tabs(new QTabWidget) {
    auto* layout = column(this, space::kSmall, space::kTiny);
    auto* head = row();
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    head->addWidget(m_trust, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(m_origin);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Article"));
    layout->addWidget(m_tabs, 1);
}

void ArticlePanel::clear() {
    m_article.reset();
    m_tabs->clear();
    m_title->clear();
}

void ArticlePanel::addTab(const QString& title, const QString& html) {
    if (html.isEmpty()) {
        return;
    }
    auto* text = new QTextBrowser;
    text->setHtml(html);
    text->setAccessibleName(title);
    text->setOpenLinks(false);
    m_tabs->addTab(text, title);
}

void ArticlePanel::show(const domain::Article& article, std::optional<domain::Trust> trust, UtcOffset offset) {
    const int tab = m_article && m_article->key == article.key ? m_tabs->currentIndex() : 0;
    m_article = article;
    m_title->setText(q(article.title));
    m_trust->setVisible(trust.has_value());
    if (trust) {
        setChip(m_trust, trustText(*trust), trustLight(*trust));
    }
    QString origin = trust ? tr("Version %1").arg(article.version) : tr("Draft");
    if (!article.unit.empty()) {
        origin += QStringLiteral(" · ") + m_directory->unitName(article.unit);
    }
    if (!article.validTo.empty()) {
        origin += QStringLiteral(" · ") + tr("valid until %1").arg(q(article.validTo));
    }
    const QString vouched = trust ? trustNote(article, *m_directory, offset) : QString();
    m_origin->setText(vouched.isEmpty() ? origin : origin + QStringLiteral(" · ") + vouched);
    while (m_tabs->count() > 0) {
        delete m_tabs->widget(0);
    }
    QString basis;
    for (const domain::LegalBasis& each : article.basis) {
        basis += paragraph(QStringLiteral("《%1》%2 %3").arg(q(each.name), q(each.number), q(each.clause)));
    }
    addTab(tr("Read out"), paragraph(q(article.answer)));
    addTab(tr("Conditions"), listHtml(article.conditions, false));
    addTab(tr("Materials"), listHtml(article.materials, true));
    addTab(tr("Steps"), listHtml(article.steps, true));
    addTab(tr("Time, fee"), named(tr("Time limit"), article.timeLimit) + named(tr("Fee"), article.fee));
    addTab(tr("Where"), named(tr("Place"), article.place) + named(tr("Telephone"), article.phone) +
                            named(tr("Hours"), article.hours));
    addTab(tr("Basis"), basis);
    m_tabs->setCurrentIndex(tab < m_tabs->count() ? tab : 0);
}

}  // namespace zhida::ui
