// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/knowledge_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <utility>

namespace zhida::ui {

KnowledgePresenter::KnowledgePresenter(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &KnowledgePresenter::search);
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        if (change.articles || change.everything) {
            m_pause.start();
        }
    });
}

void KnowledgePresenter::type(const QString& text) {
    if (text != m_text) {
        m_typed = m_fed.isEmpty() || !text.startsWith(m_fed);
        m_text = text;
        search();
    }
}

void KnowledgePresenter::feed(const QString& text, const RegionCode& region) {
    leave();
    m_typed = false;
    m_region = region;
    m_text = text.simplified();
    m_fed = m_text;
    m_pause.stop();
    emit fed(m_text);
    search();
}

/// Nobody waits for it, and nobody is told when it could not be noted.
void KnowledgePresenter::note(std::optional<domain::NoteSearch> inVain) {
    if (inVain) {
        m_desk.submit(service::RecordSubmission{{}, *std::move(inVain), {}, {}},
                      [](const Result<service::RecordSubmitted>& /*result*/) {});
    }
}

void KnowledgePresenter::search() {
    m_running.request_stop();
    const std::string text = s(m_text.simplified());
    if (text.empty()) {
        leave();
        m_searched = false;
        m_model.setHits({});
        emit found();
        return;
    }
    m_running = std::stop_source();
    const std::stop_token stop = m_running.get_token();
    ask(
        m_desk, this,
        [text, region = m_region, stop](service::DeskReader& reader) {
            return reader.searchArticles(text, region, kHits, stop);
        },
        [this, text, stop](service::ArticleResults results) {
            if (!stop.stop_requested()) {
                show(text, std::move(results));
            }
        });
}

void KnowledgePresenter::show(const std::string& text, service::ArticleResults results) {
    if (m_typed) {
        note(m_watch.shown(text, results.hits.size(), m_clock.now()));
    }
    m_searched = true;
    m_ms = results.ms;
    m_regionNote = q(results.regionNote);
    m_model.setHits(std::move(results.hits));
    emit found();
}

}  // namespace zhida::ui
