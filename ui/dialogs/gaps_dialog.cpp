// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/gaps_dialog.h"

#include "model/domain/personal_data.h"
#include "ui/delegates/table_page.h"
#include "ui/delegates/widgets.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <array>

namespace zhida::ui {
namespace {

constexpr std::array kPeriods{7, 30, 90, 365};
constexpr int kUsualPeriod = 1;

}  // namespace

GapsDialog::GapsDialog(service::Desk& desk, const Clock& clock, bool writes, QWidget* parent)
    : QDialog(parent),
      m_presenter(desk, clock),
      m_writes(writes),
      m_period(new QComboBox),
      m_summary(mutedLabel({})),
      m_tabs(new QTabWidget),
      m_page(new TablePage(m_presenter.rows(), actionText(ActionId::gaps),
                           tr("Nothing of this time was handed down that could have been answered on the spot."))),
      m_searches(new TablePage(m_presenter.searchRows(), tr("Searched in vain"),
                               tr("Every search of this time led to an answer, as far as this desk is told."))),
      m_open(button(ActionId::open)),
      m_unit(new QPushButton(tr("&Ask a unit …"))),
      m_article(primary({}, QStringLiteral("book"))) {
    setWindowTitle(actionText(ActionId::gaps));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1000, 580);
    auto* layout = column(this, space::kLarge, space::kSmall);
    buildHead(layout);
    m_tabs->addTab(m_page, {});
    m_tabs->addTab(m_searches, {});
    m_tabs->setDocumentMode(true);
    layout->addWidget(m_tabs, 1);
    buildFoot(layout);
    connectAll();
    load();
    showChoice();
}

void GapsDialog::buildHead(QVBoxLayout* layout) {
    layout->addWidget(label(actionText(ActionId::gaps), TypeSize::heading, true));
    auto* head = row();
    for (const int days : kPeriods) {
        m_period->addItem(tr("Last %n day(s)", nullptr, days), days);
    }
    m_period->setCurrentIndex(kUsualPeriod);
    m_period->setAccessibleName(tr("Period"));
    head->addWidget(m_period);
    head->addWidget(m_summary, 1);
    layout->addLayout(head);
}

void GapsDialog::buildFoot(QVBoxLayout* layout) {
    auto* foot = row();
    foot->addWidget(mutedLabel(tr("Out of what this desk has. Reports and restricted tickets are left out; of searches "
                                  "supervisors see everybody's, others their own.")),
                    1);
    foot->addWidget(m_open);
    foot->addWidget(m_unit);
    foot->addWidget(m_article);
    layout->addLayout(foot);
}

void GapsDialog::connectAll() {
    for (TablePage* page : {m_page, m_searches}) {
        QTableView& view = page->view();
        view.setSelectionMode(QTableView::SingleSelection);
        connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &GapsDialog::showChoice);
    }
    connect(&m_page->view(), &QTableView::activated, this, &GapsDialog::openChosen);
    connect(&m_searches->view(), &QTableView::activated, this, &GapsDialog::openChosen);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        static_cast<TablePage*>(m_tabs->currentWidget())->view().setFocus();
        showChoice();
    });
    connect(m_open, &QPushButton::clicked, this, &GapsDialog::openChosen);
    connect(m_unit, &QPushButton::clicked, this, &GapsDialog::askUnit);
    connect(m_article, &QPushButton::clicked, this, &GapsDialog::toArticle);
    connect(m_period, &QComboBox::currentIndexChanged, this, &GapsDialog::load);
    connect(&m_presenter, &GapsPresenter::loaded, this, &GapsDialog::showLoaded);
}

void GapsDialog::load() {
    m_summary->setText(tr("Reading …"));
    m_presenter.load(m_period->currentData().toInt());
}

void GapsDialog::showLoaded() {
    m_summary->setText(m_presenter.summary());
    m_tabs->setTabText(0, tr("Handed down (%1)").arg(m_presenter.gaps().size()));
    m_tabs->setTabText(1, tr("Searched in vain (%1)").arg(m_presenter.searches().size()));
    m_page->view().selectRow(0);
    m_searches->view().selectRow(0);
    static_cast<TablePage*>(m_tabs->currentWidget())->view().setFocus();
    showChoice();
}

void GapsDialog::chooseSearches() { m_tabs->setCurrentWidget(m_searches); }

bool GapsDialog::onSearches() const { return m_tabs->currentWidget() == m_searches; }

const domain::Gap* GapsDialog::chosen() const {
    const auto row = static_cast<std::size_t>(m_page->view().currentIndex().row());
    return !onSearches() && row < m_presenter.gaps().size() ? &m_presenter.gaps()[row] : nullptr;
}

const GapsPresenter::Search* GapsDialog::chosenSearch() const {
    const auto row = static_cast<std::size_t>(m_searches->view().currentIndex().row());
    return onSearches() && row < m_presenter.searches().size() ? &m_presenter.searches()[row] : nullptr;
}

/// A search has the way to what it finds today and to what it may lack all the same; a ticket to the one or the other.
void GapsDialog::showChoice() {
    const domain::Gap* gap = chosen();
    const GapsPresenter::Search* search = chosenSearch();
    const bool answered = gap != nullptr && gap->kind == domain::GapKind::article;
    const bool any = gap != nullptr || search != nullptr;
    m_article->setText(answered ? tr("Show the article") : tr("Write the article"));
    m_article->setEnabled(answered || (any && m_writes));
    m_unit->setEnabled(any && m_writes && !answered);
    m_open->setText(onSearches() ? tr("Show what it finds") : actionText(ActionId::open));
    m_open->setEnabled(gap != nullptr || (search != nullptr && !search->found.empty()));
}

void GapsDialog::openChosen() {
    if (const domain::Gap* gap = chosen()) {
        emit ticketAsked(gap->tickets.front());
        close();
    } else if (const GapsPresenter::Search* search = chosenSearch(); search != nullptr && !search->found.empty()) {
        emit articleAsked(q(search->gap.text));
        close();
    }
}

void GapsDialog::askUnit() {
    if (const GapsPresenter::Search* search = chosenSearch()) {
        emit unitAsked(q(search->gap.text), {});
    } else if (const domain::Gap* gap = chosen()) {
        emit unitAsked(q(domain::withoutPersonalData(gap->title, {}, true).text).simplified(), gap->tickets.front());
    }
}

void GapsDialog::toArticle() {
    const domain::Gap* gap = chosen();
    const GapsPresenter::Search* search = chosenSearch();
    if (!m_article->isEnabled()) {
        return;
    }
    if (search != nullptr) {
        emit questionAsked(q(search->gap.text));
    } else if (gap->kind == domain::GapKind::article) {
        emit articleAsked(
            m_presenter.rows().row(m_page->view().currentIndex().row()).value(QStringLiteral("article")).toString());
    } else {
        emit draftAsked(gap->model.value_or(gap->tickets.front()));
    }
    close();
}

}  // namespace zhida::ui
