// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <chrono>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace zhida::desk {

/// Waits for what a reply brings. An answer that never comes (the desk ends) is an exception of the future.
template <class Value>
class Waiting {
public:
    [[nodiscard]] std::function<void(Value)> reply() const {
        return [promise = m_promise](Value value) { promise->set_value(std::move(value)); };
    }
    [[nodiscard]] Value get() { return m_promise->get_future().get(); }

private:
    std::shared_ptr<std::promise<Value>> m_promise = std::make_shared<std::promise<Value>>();
};

/// Until `holds` is true, five seconds at most. For what is only announced to the window.
template <class Condition>
void awaitThat(Condition holds) {
    for (int tries = 0; tries < 250 && !holds(); ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

/// An operation of the centre by name, and its answer. Errors: those of the operation, net.offline.
inline Result<std::string> askCentre(service::Desk& desk, std::string operation, std::string arguments) {
    Waiting<Result<std::string>> waiting;
    desk.sync().administer(std::move(operation), std::move(arguments), waiting.reply());
    return waiting.get();
}

/// Runs `read` on a reader and waits for it.
template <class Read>
auto askDesk(service::Desk& desk, Read read) {
    using Value = decltype(read(std::declval<service::DeskReader&>()));
    const auto promise = std::make_shared<std::promise<Value>>();
    auto future = promise->get_future();
    desk.read([promise, read](service::DeskReader& reader) {
        try {
            promise->set_value(read(reader));
        } catch (...) {
            promise->set_exception(std::current_exception());
        }
    });
    return future.get();
}

}  // namespace zhida::desk
