// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/proof.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace zhida::ui {

/// The proof of a deadline: one sentence, then every counted and skipped stretch with its reason.
class ProofView : public QWidget {
    Q_OBJECT

public:
    explicit ProofView(QWidget* parent = nullptr);
    void setProof(const Proof& proof);

private:
    QLabel* m_sentence;
    QLabel* m_careful;
    QTableWidget* m_table;
};

/// A table to read: no editing, rows by the keyboard, the last column takes what is left.
QTableWidget* readingTable(const QStringList& heads, const QString& name);

}  // namespace zhida::ui
