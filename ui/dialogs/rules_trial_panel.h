// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/presenters/rules_presenter.h"
#include "ui/presenters/rules_trial.h"

#include <QFrame>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QListWidget;
class QPushButton;

namespace zhida::ui {

class Picker;

/// "Try it": a made-up matter, the row of the deadline table that counts for it, and the due time with its proof.
class RulesTrialPanel : public QFrame {
    Q_OBJECT

public:
    RulesTrialPanel(RulesPresenter& presenter, const Clock& clock, QWidget* parent = nullptr);

    [[nodiscard]] RulesTrial trial() const;
    [[nodiscard]] QString verdict() const;

signals:
    /// The row that counts is to be shown.
    void rowMatched(int row);

private:
    template <class E>
    QComboBox* choice(const char* field);
    void work();

    RulesPresenter& m_presenter;
    UtcOffset m_offset;
    QComboBox *m_stage, *m_type, *m_urgency, *m_channel;
    Picker *m_category, *m_region;
    QDateTimeEdit* m_received;
    QLabel* m_verdict;
    QPushButton* m_show;
    QLabel* m_error;
    QListWidget* m_proof;
    int m_row = 0;  ///< that counts
};

}  // namespace zhida::ui
