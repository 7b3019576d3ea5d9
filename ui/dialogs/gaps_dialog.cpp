// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/gaps_dialog.h"

#include "ui/delegates/table_page.h"
#include "ui/delegates/widgets.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
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
      m_page(new TablePage(m_presenter.rows(), actionText(ActionId::gaps),
                           tr("Nothing of this time was handed down that could have been answered on the spot."))),
      m_ticket(button(ActionId::open)),
      m_article(primary({}, QStringLiteral("book"))) {
    setWindowTitle(actionText(ActionId::gaps));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(960, 560);
    auto* layout = column(this, space::kLarge, space::kSmall);
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
    QFrame* card = frame("card");
    column(card, 1)->addWidget(m_page);
    layout->addWidget(card, 1);
    auto* foot = row();
    foot->addWidget(
        mutedLabel(tr("Out of the tickets and articles of this desk. Reports and restricted tickets are left out.")),
        1);
    foot->addWidget(m_ticket);
    foot->addWidget(m_article);
    layout->addLayout(foot);
    QTableView& view = m_page->view();
    view.setSelectionMode(QTableView::SingleSelection);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &GapsDialog::showChoice);
    connect(&view, &QTableView::activated, this, &GapsDialog::openTicket);
    connect(m_ticket, &QPushButton::clicked, this, &GapsDialog::openTicket);
    connect(m_article, &QPushButton::clicked, this, &GapsDialog::toArticle);
    connect(m_period, &QComboBox::currentIndexChanged, this, &GapsDialog::load);
    connect(&m_presenter, &GapsPresenter::loaded, this, [this] {
        m_summary->setText(m_presenter.summary());
        m_page->view().selectRow(0);
        m_page->view().setFocus();
        showChoice();
    });
    load();
    showChoice();
}

void GapsDialog::load() {
    m_summary->setText(tr("Reading …"));
    m_presenter.load(m_period->currentData().toInt());
}

const domain::Gap* GapsDialog::chosen() const {
    const auto row = static_cast<std::size_t>(m_page->view().currentIndex().row());
    return row < m_presenter.gaps().size() ? &m_presenter.gaps()[row] : nullptr;
}

void GapsDialog::showChoice() {
    const domain::Gap* gap = chosen();
    const bool has = gap != nullptr && gap->kind == domain::GapKind::article;
    m_article->setText(has ? tr("Show the article") : tr("Write the article"));
    m_article->setEnabled(has || (gap != nullptr && m_writes));
    m_ticket->setEnabled(gap != nullptr);
}

void GapsDialog::openTicket() {
    if (const domain::Gap* gap = chosen()) {
        emit ticketAsked(gap->tickets.front());
        close();
    }
}

void GapsDialog::toArticle() {
    const domain::Gap* gap = chosen();
    if (gap == nullptr) {
        return;
    }
    if (gap->kind == domain::GapKind::article) {
        emit articleAsked(
            m_presenter.rows().row(m_page->view().currentIndex().row()).value(QStringLiteral("article")).toString());
    } else {
        emit draftAsked(gap->model.value_or(gap->tickets.front()));
    }
    close();
}

}  // namespace zhida::ui
