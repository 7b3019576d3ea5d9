// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"
#include "ui/presenters/impact_presenter.h"

#include <QDialog>

class QLabel;

namespace zhida::ui {

/// Begins a campaign: who relied on an article or a legal basis in the last days, and why they are to be phoned. Ctrl+Enter
/// starts, Esc closes and keeps what was typed.
class CampaignStartDialog : public QDialog {
    Q_OBJECT

public:
    /// `context`: with one of the records below.
    explicit CampaignStartDialog(FormContext context, QWidget* parent = nullptr);
    [[nodiscard]] Form& form() { return *m_form; }
    [[nodiscard]] ImpactPresenter& presenter() { return m_presenter; }

    static FormRecord aboutArticle(const std::string& key, const QString& title);
    /// About the document that is typed. `words`: what a campaign that was refused said.
    static FormRecord aboutBasis(const FormValues& words = {});

signals:
    void sent(const zhida::service::RecordSubmitted& submitted);

private:
    QWidget* impactBox();
    void count();
    void showCount();
    void offerNumbers();

    ImpactPresenter m_presenter;
    QLabel* m_summary = nullptr;
    Form* m_form = nullptr;
};

}  // namespace zhida::ui
