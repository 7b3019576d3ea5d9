// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/make_form.h"
#include "ui/presenters/articles_presenter.h"
#include "ui/presenters/editor_presence.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QListWidget;
class QVBoxLayout;

namespace zhida::ui {

class ArticlePanel;

/// Writes a draft: its fields, beside them what the checker says and how it will be read. What is typed is kept on this desk
/// within half a second; saving sends the draft to the colleagues. Somebody who was quicker is shown, never overwritten unasked.
class ArticleEditor : public QDialog {
    Q_OBJECT

public:
    /// `presenter` outlives it. `hint`: said once over the fields.
    ArticleEditor(ArticlesPresenter& presenter, FormContext context, const QString& hint, QWidget* parent = nullptr);

    [[nodiscard]] Form& form() { return *m_form; }
    [[nodiscard]] QListWidget& faults() { return *m_faults; }
    void save() { m_form->send(false); }
    /// Saves, and hands it to the unit's reviewers. Needs a reason.
    void submitForReview();

signals:
    void saved(const zhida::service::RecordSubmitted& submitted);
    /// The draft is saved, but something else was not done.
    void told(const QString& text);

private:
    void buildSide(QVBoxLayout* side);
    void buildClash(QVBoxLayout* layout);
    void watchOthers();
    void showOthers();
    void buildKeys();
    void judge();
    void onSaved(const service::RecordSubmitted& submitted);
    void onFront();
    void showClash(const Error& error);
    void keepMine();
    void takeTheirs();
    void showDifference();
    [[nodiscard]] Result<domain::DraftArticle> typed() const;

    ArticlesPresenter& m_presenter;
    Form* m_form;
    QLabel* m_hint;
    QLabel* m_others;
    QLabel* m_clash;
    QWidget* m_clashBar;
    QListWidget* m_faults;
    ArticlePanel* m_preview;
    QTimer m_pause;
    EditorPresence* m_presence = nullptr;  ///< of an article that has been saved
    bool m_submits = false;
};

}  // namespace zhida::ui
