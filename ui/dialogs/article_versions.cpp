// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/article_versions.h"

#include "ui/delegates/widgets.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>

#include <algorithm>

namespace zhida::ui {

ArticleVersions::ArticleVersions(ArticlesPresenter& presenter, QWidget* parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_list(new QListWidget),
      m_against(new QComboBox),
      m_changes(new QTextBrowser),
      m_restore(button(tr("Take this text into a draft …"), QStringLiteral("return"))) {
    QSplitter* split = splitter(Qt::Horizontal);
    m_list->setAccessibleName(tr("Versions"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    split->addWidget(m_list);
    auto* right = new QWidget;
    auto* down = column(right, 0, space::kTiny);
    auto* head = row();
    QLabel* above = label(tr("Compared with"), TypeSize::small);
    above->setObjectName(QStringLiteral("muted"));
    above->setBuddy(m_against);
    head->addWidget(above);
    m_against->setAccessibleName(above->text());
    head->addWidget(m_against, 1);
    head->addWidget(m_restore);
    down->addLayout(head);
    m_changes->setAccessibleName(tr("Changes"));
    m_changes->setOpenLinks(false);
    down->addWidget(m_changes, 1);
    split->addWidget(right);
    split->setSizes({300, 520});
    split->setStretchFactor(1, 1);
    column(this, space::kTiny, 0)->addWidget(split);
    connect(m_list, &QListWidget::currentRowChanged, this, &ArticleVersions::showChosen);
    connect(m_against, &QComboBox::currentIndexChanged, this, &ArticleVersions::compare);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const domain::Article* version = chosen()) {
            emit restoreAsked(*version);
        }
    });
}

void ArticleVersions::show(const OpenArticle& article) {
    const bool same = !m_versions.empty() && !article.versions.empty() && m_versions == article.versions;
    m_versions = article.versions;
    m_mayRestore = !article.barred.contains(std::string(domain::DraftArticle::kName));
    if (!same) {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        const Directory& directory = *m_presenter.directory();
        const UtcOffset offset = m_presenter.desk().offset();
        for (const domain::Article& each : m_versions) {
            QStringList parts{tr("Version %1").arg(each.version)};
            if (each.publishedAt) {
                parts << momentText(*each.publishedAt, m_presenter.clock().now(), offset);
            }
            const QString who = directory.userName(each.publishedBy);
            parts << (who.isEmpty() && !each.source.empty() ? tr("imported from %1").arg(q(each.source)) : who);
            parts.removeAll(QString());
            m_list->addItem(parts.join(QStringLiteral(" · ")) +
                            (each.why.empty() ? QString() : QLatin1Char('\n') + q(each.why)));
        }
        m_list->setCurrentRow(m_versions.empty() ? -1 : 0);
    }
    showChosen();
}

const domain::Article* ArticleVersions::chosen() const {
    const int at = m_list->currentRow();
    return at < 0 || at >= static_cast<int>(m_versions.size()) ? nullptr : &m_versions[static_cast<std::size_t>(at)];
}

/// At first against the version before: what this one changed.
void ArticleVersions::showChosen() {
    const domain::Article* version = chosen();
    const QSignalBlocker quiet(m_against);
    m_against->clear();
    for (const domain::Article& each : m_versions) {
        if (version != nullptr && each.version != version->version) {
            m_against->addItem(tr("Version %1").arg(each.version), each.version);
        }
    }
    const int before = version == nullptr ? -1 : m_against->findData(version->version - 1);
    m_against->setCurrentIndex(std::max(before, m_against->count() > 0 ? 0 : -1));
    m_against->setEnabled(m_against->count() > 0);
    m_restore->setEnabled(version != nullptr && m_mayRestore && m_list->currentRow() > 0);
    compare();
}

void ArticleVersions::compare() {
    const domain::Article* version = chosen();
    if (version == nullptr) {
        m_changes->setHtml(tr("Nothing has been published yet."));
        return;
    }
    domain::ArticleText before;
    for (const domain::Article& each : m_versions) {
        if (m_against->currentIndex() >= 0 && each.version == m_against->currentData().toUInt()) {
            before = each.text();
        }
    }
    if (m_against->currentIndex() < 0) {
        m_changes->setHtml(tr("There is only one version."));
        return;
    }
    m_changes->setHtml(changesHtml(wire::changesBetween(before, version->text(), m_presenter.desk().offset()),
                                   *m_presenter.directory()));
}

}  // namespace zhida::ui
