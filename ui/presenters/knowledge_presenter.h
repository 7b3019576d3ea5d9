// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/service/search_watch.h"
#include "ui/models/article_model.h"
#include "ui/support/desk_signals.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <stop_token>

namespace zhida::ui {

/// Search as you type in the knowledge base.
class KnowledgePresenter : public QObject {
    Q_OBJECT

public:
    KnowledgePresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent = nullptr);

    /// Whoever searched has left.
    ~KnowledgePresenter() override {
        m_running.request_stop();
        leave();
    }
    [[nodiscard]] ArticleModel& model() { return m_model; }
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] double milliseconds() const { return m_ms; }
    [[nodiscard]] const QString& regionNote() const { return m_regionNote; }
    [[nodiscard]] UtcOffset offset() const { return m_desk.offset(); }
    [[nodiscard]] bool searched() const { return m_searched; }

    /// What is typed; searched at once. The search that still runs is stopped, and what it finds is not shown.
    void type(const QString& text);
    /// The text of a ticket or a form, for its region; searched at once unless somebody has typed a question of his own.
    void feed(const QString& text, const RegionCode& region);
    /// Something was taken from what is found.
    void used() { m_watch.used(); }
    /// The searcher leaves: what was searched for in vain is noted.
    void leave() { note(m_watch.over(m_clock.now())); }
    /// The region of the caller in front, whose articles come first.
    void setRegion(const RegionCode& region) { m_region = region; }
    [[nodiscard]] const RegionCode& region() const { return m_region; }

    /// Between articles that come and the search for the same.
    static constexpr int kPauseMs = 30;
    static constexpr std::size_t kHits = 12;

signals:
    void found();
    /// feed() has put this text into the search.
    void fed(const QString& text);

private:
    void search();
    void show(const std::string& text, service::ArticleResults results);
    void note(std::optional<domain::NoteSearch> inVain);

    service::Desk& m_desk;
    const Clock& m_clock;
    service::SearchWatch m_watch;
    bool m_typed = false;  ///< by a person; what a ticket feeds in is not noted
    QString m_fed;         ///< nor what goes on behind it
    ArticleModel m_model;
    QTimer m_pause;
    QString m_text;
    QString m_regionNote;
    RegionCode m_region;
    double m_ms = 0;
    bool m_searched = false;
    std::stop_source m_running{std::nostopstate};
};

}  // namespace zhida::ui
