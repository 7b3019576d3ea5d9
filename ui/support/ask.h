// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <QObject>
#include <QPointer>

#include <string>
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

/// SyncGateway::administer for an object of the window: the answer comes on the sync thread, objects live on the window's.
template <class Reply>
void administer(service::Desk& desk, QObject* owner, const std::string& operation, const std::string& arguments,
                Reply reply) {
    Executor& window = desk.replies();
    desk.sync().administer(operation, arguments,
                           [&window, reply = guarded(owner, std::move(reply))](Result<std::string> result) {
                               window.post([reply, result = std::move(result)]() mutable { reply(result); });
                           });
}

/// Desk::ask for an object of the window.
template <class Query, class Reply>
void ask(service::Desk& desk, QObject* owner, Query query, Reply reply) {
    desk.ask(std::move(query), guarded(owner, std::move(reply)));
}

}  // namespace zhida::ui
