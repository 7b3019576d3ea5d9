// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace zhida::ui {

/// A reply that is dropped when `owner` no longer lives. Replies arrive on the GUI thread, where objects die.
template <class Reply>
auto guarded(QObject* owner, Reply reply) {
    return [alive = QPointer<QObject>(owner), reply = std::move(reply)](auto&&... values) mutable {
        if (alive) {
            reply(std::forward<decltype(values)>(values)...);
        }
    };
}

/// Desk::ask for an object of the window.
template <class Query, class Reply>
void ask(service::Desk& desk, QObject* owner, Query query, Reply reply) {
    desk.ask(std::move(query), guarded(owner, std::move(reply)));
}

}  // namespace zhida::ui
