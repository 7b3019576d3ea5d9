// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/proof_view.h"

#include "ui/delegates/widgets.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableWidget>

namespace zhida::ui {
namespace {

/// A row is chosen, never a single cell.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};

}  // namespace

QTableWidget* readingTable(const QStringList& heads, const QString& name) {
    auto* table = new QTableWidget(0, static_cast<int>(heads.size()));
    table->setHorizontalHeaderLabels(heads);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setItemDelegate(new RowDelegate(table));
    table->setAccessibleName(name);
    return table;
}

ProofView::ProofView(QWidget* parent)
    : QWidget(parent),
      m_sentence(label({}, TypeSize::body, true)),
      m_careful(notice("careful")),
      m_table(
          readingTable({tr("From"), tr("To"), tr("Length"), tr("Counted or skipped")}, tr("Proof of the due time"))) {
    auto* layout = column(this, 0, space::kSmall);
    m_sentence->setWordWrap(true);
    layout->addWidget(m_sentence);
    layout->addWidget(m_careful);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void ProofView::setProof(const Proof& proof) {
    m_sentence->setText(proof.sentence);
    say(m_careful, proof.careful);
    m_table->setRowCount(static_cast<int>(proof.lines.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ProofLine& line = proof.lines[static_cast<std::size_t>(row)];
        const QString mark = line.counted ? QStringLiteral("● ") : QStringLiteral("○ ");
        const QStringList texts{line.from, line.to, line.length, mark + line.reason};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setForeground(line.counted ? theme().text : theme().muted);
            m_table->setItem(row, column, item);
        }
    }
}

}  // namespace zhida::ui
