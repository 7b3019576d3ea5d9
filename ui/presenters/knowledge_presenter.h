// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/article_model.h"
#include "ui/support/desk_signals.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace zhida::ui {

/// Search as you type in the knowledge base. Only the answer to the newest question is shown.
class KnowledgePresenter : public QObject {
    Q_OBJECT

public:
    KnowledgePresenter(service::Desk& desk, DeskSignals& signals_, QObject* parent = nullptr);

    [[nodiscard]] ArticleModel& model() { return m_model; }
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] double milliseconds() const { return m_ms; }
    [[nodiscard]] const QString& regionNote() const { return m_regionNote; }
    [[nodiscard]] UtcOffset offset() const { return m_desk.offset(); }
    [[nodiscard]] bool searched() const { return m_searched; }

    /// What is typed; searched after kPauseMs.
    void type(const QString& text);
    /// The text of a ticket or a form, for its region; searched at once unless somebody has typed a question of his own.
    void feed(const QString& text, const RegionCode& region);
    /// The region of the caller in front, whose articles come first.
    void setRegion(const RegionCode& region) { m_region = region; }

    static constexpr int kPauseMs = 30;
    static constexpr std::size_t kHits = 12;

signals:
    void found();
    /// feed() has put this text into the search.
    void fed(const QString& text);

private:
    void search();

    service::Desk& m_desk;
    ArticleModel m_model;
    QTimer m_pause;
    QString m_text;
    QString m_regionNote;
    RegionCode m_region;
    double m_ms = 0;
    bool m_searched = false;
    std::uint64_t m_asked = 0;
};

}  // namespace zhida::ui
