// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/outbox_presenter.h"

#include "ui/support/ask.h"

#include <utility>

namespace zhida::ui {

OutboxPresenter::OutboxPresenter(service::Desk& desk, DeskSignals& signals_, QObject* parent)
    : QObject(parent), m_desk(desk), m_model(desk.offset()) {
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        if (change.outbox || change.everything) {
            reload();
        }
    });
}

void OutboxPresenter::reload() {
    ask(
        m_desk, this, [](service::DeskReader& reader) { return reader.outbox(); },
        [this](std::vector<service::OutboxItem> items) {
            m_model.setItems(std::move(items));
            emit loaded();
        });
}

void OutboxPresenter::dismiss(int row) {
    const service::OutboxItem* item = m_model.item(row);
    if (item == nullptr || item->state != service::OutboxItem::State::refused) {
        return;
    }
    m_desk.dismissRefusal(item->command, guarded(this, [this](const Status& status) {
                              if (!status) {
                                  emit failed(status.error());
                              }
                              reload();
                          }));
}

}  // namespace zhida::ui
