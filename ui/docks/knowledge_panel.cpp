// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/knowledge_panel.h"

#include "ui/delegates/article_delegate.h"
#include "ui/delegates/widgets.h"
#include "ui/support/icons.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace zhida::ui {

KnowledgePanel::KnowledgePanel(KnowledgePresenter& presenter, QWidget* parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_text(new QLineEdit),
      m_note(mutedLabel({})),
      m_stack(new QStackedWidget),
      m_list(new QListView),
      m_article(new ArticlePanel) {
    setObjectName(QStringLiteral("pane"));
    auto* layout = column(this, 1, 0);
    auto* top = column(nullptr, space::kSmall, space::kTiny);
    m_text->setPlaceholderText(tr("Ask the knowledge base (%1)").arg(keyText(ActionId::search)));
    m_text->setAccessibleName(actionText(ActionId::search));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon(QStringLiteral("search"), theme().muted), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    top->addWidget(m_text);
    top->addWidget(m_note);
    layout->addLayout(top);
    m_list->setModel(&presenter.model());
    m_list->setItemDelegate(new ArticleDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Articles found"));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(m_list);
    split->addWidget(m_article);
    split->setSizes({270, 330});
    split->setChildrenCollapsible(false);
    m_stack->addWidget(split);
    m_stack->addWidget(new EmptyState(
        QStringLiteral("book"), tr("Type what the caller asks. A ticket that you open is searched for by itself.")));
    m_stack->addWidget(new EmptyState(QStringLiteral("search"),
                                      tr("No article answers this. Try fewer words, or dispatch the ticket.")));
    layout->addWidget(m_stack, 1);
    buildFoot(layout);
    connect(m_text, &QLineEdit::textEdited, &presenter, &KnowledgePresenter::type);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            m_presenter.type(text);
        }
    });
    connect(&presenter, &KnowledgePresenter::fed, this, [this](const QString& text) {
        const QSignalBlocker quiet(m_text);
        m_text->setText(text);
        m_text->setCursorPosition(0);
    });
    connect(&presenter, &KnowledgePresenter::found, this, &KnowledgePanel::showFound);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { showArticle(index.row()); });
    showFound();
}

void KnowledgePanel::buildFoot(QVBoxLayout* layout) {
    QFrame* foot = frame("foot");
    auto* across = row(foot, space::kSmall);
    m_insert = button(ActionId::insertArticle);
    m_answer = primary(actionText(ActionId::answerAndRecord), QStringLiteral("answer"));
    m_answer->setToolTip(actionHint(ActionId::answerAndRecord));
    m_report = flatButton(QStringLiteral("warning"), actionHint(ActionId::reportArticle));
    m_message = flatButton(QStringLiteral("send"), actionHint(ActionId::sendMessage));
    across->addWidget(m_report);
    across->addWidget(m_message);
    across->addWidget(m_insert, 1);
    across->addWidget(m_answer, 1);
    layout->addWidget(foot);
    connect(m_insert, &QPushButton::clicked, this, &KnowledgePanel::insertAsked);
    connect(m_answer, &QPushButton::clicked, this, &KnowledgePanel::answerAsked);
    connect(m_report, &QToolButton::clicked, this, &KnowledgePanel::reportAsked);
    connect(m_message, &QToolButton::clicked, this, &KnowledgePanel::messageAsked);
}

void KnowledgePanel::focusSearch() {
    m_text->setFocus();
    m_text->selectAll();
}

void KnowledgePanel::searchFor(const QString& text) {
    m_presenter.feed(text, m_presenter.region());
    focusSearch();
}

void KnowledgePanel::setUsable(bool insert, bool answer) {
    m_insert->setEnabled(insert && article().has_value());
    m_answer->setEnabled(answer && article().has_value());
}

bool KnowledgePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {  // through what was found while the words stay in the hand
            const int at = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
            if (at >= 0 && at < m_presenter.model().rowCount()) {
                m_list->setCurrentIndex(m_presenter.model().index(at));
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void KnowledgePanel::showFound() {
    const int count = m_presenter.model().rowCount();
    m_stack->setCurrentIndex(count > 0 ? 0 : m_presenter.searched() ? 2 : 1);
    QString note;
    if (m_presenter.searched()) {
        note = tr("%n article(s) in %1 ms", nullptr, count).arg(m_presenter.milliseconds(), 0, 'f', 1);
        if (m_presenter.regionNote() == QLatin1String("city")) {
            note += QStringLiteral(" · ") + tr("nothing of the caller's town: the city's rule");
        } else if (m_presenter.regionNote() == QLatin1String("province")) {
            note += QStringLiteral(" · ") + tr("nothing of the caller's town: the province's rule");
        }
    }
    say(m_note, note);
    if (count > 0) {
        m_list->setCurrentIndex(m_presenter.model().index(0));
    }
    showArticle(count > 0 ? 0 : -1);
}

void KnowledgePanel::showArticle(int row) {
    if (const service::ArticleHit* hit = m_presenter.model().hit(row)) {
        m_article->show(hit->article, hit->trust, m_presenter.offset());
    } else {
        m_article->clear();
    }
    const bool any = article().has_value();
    m_report->setEnabled(any);
    m_message->setEnabled(any);
    m_insert->setEnabled(any);
    m_answer->setEnabled(any);
}

}  // namespace zhida::ui
