// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/knowledge_presenter.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <utility>

namespace zhida::ui {

KnowledgePresenter::KnowledgePresenter(service::Desk& desk, DeskSignals& signals_, QObject* parent)
    : QObject(parent), m_desk(desk) {
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
        m_text = text;
        m_pause.start();
    }
}

void KnowledgePresenter::feed(const QString& text, const RegionCode& region) {
    m_region = region;
    m_text = text.simplified();
    m_pause.stop();
    emit fed(m_text);
    search();
}

void KnowledgePresenter::search() {
    const std::uint64_t asked = ++m_asked;
    if (m_text.simplified().isEmpty()) {
        m_searched = false;
        m_model.setHits({});
        emit found();
        return;
    }
    ask(
        m_desk, this,
        [text = s(m_text), region = m_region](service::DeskReader& reader) {
            return reader.searchArticles(text, region, kHits);
        },
        [this, asked](service::ArticleResults results) {
            if (asked != m_asked) {
                return;  // a newer question is on its way
            }
            m_searched = true;
            m_ms = results.ms;
            m_regionNote = q(results.regionNote);
            m_model.setHits(std::move(results.hits));
            emit found();
        });
}

}  // namespace zhida::ui
