// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/notice_bar.h"

#include "ui/delegates/widgets.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace zhida::ui {

NoticeBar::NoticeBar(NoticePresenter& presenter, QWidget* parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_text(label({}, TypeSize::body, true)),
      m_more(label({}, TypeSize::small)),
      m_open(linkButton(tr("Open (%1)").arg(keyText(ActionId::openNotice)))),
      m_dismiss(linkButton(tr("Seen (%1)").arg(keyText(ActionId::dismissNotices)))) {
    setObjectName(QStringLiteral("card"));
    m_more->setObjectName(QStringLiteral("muted"));
    setAccessibleName(tr("Notice"));
    auto* across = row(this, space::kSmall, space::kMedium);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // long words must not widen the window
    across->addWidget(m_text, 1);
    across->addWidget(m_more);
    across->addWidget(m_open);
    across->addWidget(m_dismiss);
    hide();
    connect(&m_presenter, &NoticePresenter::changed, this, &NoticeBar::showNewest);
    connect(m_open, &QPushButton::clicked, this, &NoticeBar::openAsked);
    connect(m_dismiss, &QPushButton::clicked, this, &NoticeBar::dismissAsked);
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::showNewest() {
    const auto count = static_cast<int>(m_presenter.count());
    setVisible(count > 0);
    m_text->setText(m_presenter.words());
    m_text->setToolTip(m_text->text());
    m_more->setVisible(count > 1);
    m_more->setText(tr("%n more", nullptr, count - 1));
}

}  // namespace zhida::ui
