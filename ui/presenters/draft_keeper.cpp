// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/draft_keeper.h"

#include "ui/support/ask.h"

#include <utility>

namespace zhida::ui {

DraftKeeper::DraftKeeper(service::Desk& desk, std::string key, std::string form, Fields fields, QObject* parent)
    : QObject(parent), m_desk(desk), m_key(std::move(key)), m_form(std::move(form)), m_fields(std::move(fields)) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kSaveMs);
    connect(&m_pause, &QTimer::timeout, this, &DraftKeeper::flush);
}

void DraftKeeper::find(std::function<void(const std::optional<service::Draft>&)> reply) {
    ask(
        m_desk, this,
        [key = m_key](service::DeskReader& reader) -> std::optional<service::Draft> {
            for (service::Draft& each : reader.drafts()) {
                if (each.key == key) {
                    return std::move(each);
                }
            }
            return std::nullopt;
        },
        std::move(reply));
}

void DraftKeeper::touch() {
    m_dirty = true;
    if (!m_pause.isActive() && !m_settled) {
        m_pause.start();
    }
}

void DraftKeeper::flush() {
    m_pause.stop();
    if (!m_dirty || m_settled) {
        return;
    }
    m_dirty = false;
    std::optional<std::string> fields = m_fields();
    if (!fields) {
        m_desk.discardDraft(m_key, guarded(this, [this](const Status&) { emit saved(); }));
        return;
    }
    m_desk.saveDraft({m_key, m_form, std::move(*fields), {}}, guarded(this, [this](const Status& status) {
                         if (status) {
                             emit saved();
                         } else {
                             m_dirty = true;
                             emit saveFailed(status.error());
                         }
                     }));
}

void DraftKeeper::settle() {
    m_settled = true;
    m_dirty = false;
    m_pause.stop();
}

void DraftKeeper::discard() {
    m_dirty = false;
    m_pause.stop();
    m_desk.discardDraft(m_key, [](const Status&) {});
}

}  // namespace zhida::ui
