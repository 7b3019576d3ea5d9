// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lookup_dialog.h"

#include "ui/delegates/queue_delegate.h"
#include "ui/delegates/widgets.h"
#include "ui/support/keymap.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

namespace zhida::ui {

LookUpDialog::LookUpDialog(service::Desk& desk, const Clock& clock, DirectoryPtr directory, QWidget* parent)
    : QDialog(parent),
      m_presenter(desk, clock),
      m_text(new QLineEdit),
      m_stack(new QStackedWidget),
      m_table(new QTableView) {
    setWindowTitle(actionText(ActionId::lookUp));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 460);
    m_presenter.model().setDirectory(std::move(directory));
    auto* layout = column(this, space::kLarge, space::kSmall);
    layout->addWidget(label(actionText(ActionId::lookUp), TypeSize::heading, true));
    m_text->setPlaceholderText(tr("Phone number, ticket number or its last digits"));
    m_text->setAccessibleName(tr("Number or phone"));
    m_text->installEventFilter(this);
    layout->addWidget(m_text);
    m_table->setModel(&m_presenter.model());
    m_table->setItemDelegate(new QueueDelegate(m_table));
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(QueueDelegate::kRowHeight);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QueueModel::kMatter, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(QueueModel::kRemaining, QueueDelegate::kTimeWidth);
    m_table->setAccessibleName(tr("Tickets found"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(
        new EmptyState(QStringLiteral("lookup"), tr("Type at least four characters. Enter opens the ticket.")));
    m_stack->addWidget(new EmptyState(QStringLiteral("lookup"), tr("No ticket of this number is on this desk.")));
    m_stack->setCurrentIndex(1);
    layout->addWidget(m_stack, 1);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) { m_presenter.type(text); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(&m_presenter, &LookUpPresenter::found, this, [this] {
        const bool any = m_presenter.model().rowCount() > 0;
        m_stack->setCurrentIndex(any ? 0 : m_presenter.searched() ? 2 : 1);
        m_table->setCurrentIndex(m_presenter.model().index(0, 0));
    });
}

void LookUpDialog::lookUp(const QString& text) { m_text->setText(text); }

void LookUpDialog::openRow(int row) {
    if (const QueueLine* line = m_presenter.model().line(row)) {
        emit opened(line->row.ticket);
        close();
    }
}

bool LookUpDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int row = m_table->currentIndex().row();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openRow(row);
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const QModelIndex next = m_presenter.model().index(row + (key == Qt::Key_Down ? 1 : -1), 0);
            if (next.isValid()) {
                m_table->setCurrentIndex(next);
            }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace zhida::ui
