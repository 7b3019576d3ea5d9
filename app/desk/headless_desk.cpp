// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/headless_desk.h"

#include "app/desk/headless_answers.h"
#include "model/sqlite/failure.h"
#include "model/wire/json.h"

#include <exception>
#include <future>
#include <istream>
#include <ostream>
#include <string_view>

namespace zhida::desk {
namespace {

constexpr std::size_t kMostLine = 16U << 20U;

Error malformed(const std::string& detail) { return Error("request.malformed", {{"detail", detail}}); }

Result<Json> parsed(const std::string& line) {
    auto request = line.size() > kMostLine ? Error("json.syntax") : wire::parseJson(line);
    return request || request.error().code != "json.syntax" ? request : malformed("not one line of JSON");
}

/// What differs between two statuses for whoever watches; the moving clock of `asOf` does not.
bool sameToTheEye(const service::SyncStatus& a, const service::SyncStatus& b) {
    return a.line == b.line && a.waiting == b.waiting && a.refused == b.refused && a.trouble == b.trouble &&
           (a.cursor == a.head) == (b.cursor == b.head);
}

}  // namespace

void LineOutput::write(const Json& json) {
    const std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    const std::lock_guard lock(m_mutex);
    m_out << line << std::flush;
}

HeadlessDesk::HeadlessDesk(DeskRuntime& runtime, LineOutput& out, Words words)
    : m_runtime(runtime), m_out(out), m_words(std::move(words)), m_queries(runtime.desk(), runtime.clock()) {
    m_runtime.desk().onChange([this](const service::ChangeSet& change) {
        m_out.write(changeJson(change));
        for (const domain::Notice& each : change.notices) {
            m_out.write(noticeJson(each));
        }
    });
    m_runtime.desk().onSyncStatus([this](const service::SyncStatus& status) { announce(status); });
    m_runtime.desk().replies().post([this] { announce(m_runtime.desk().sync().status()); });
}

HeadlessDesk::~HeadlessDesk() {
    m_runtime.desk().onChange({});
    m_runtime.desk().onSyncStatus({});
    std::promise<void> drained;  // a notice may be half told
    m_runtime.desk().replies().post([&drained] { drained.set_value(); });
    drained.get_future().wait();
}

void HeadlessDesk::announce(const service::SyncStatus& status) {
    if (m_told && sameToTheEye(*m_told, status)) {
        return;
    }
    m_told = status;
    Json json = statusJson(status, m_runtime.desk().offset());
    json["event"] = "sync";
    m_out.write(json);
}

void HeadlessDesk::run(std::istream& in) {
    std::string line;
    while (std::getline(in, line)) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            handle(line);
        }
    }
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_waits == 0; });
}

void HeadlessDesk::handle(const std::string& line) {
    const Result<Json> request = parsed(line);
    if (!request) {
        m_out.write(answered({}, request.error()));
    } else if (!request->is_object()) {
        m_out.write(answered({}, malformed("not an object")));
    } else {
        dispatch(*request);
    }
}

void HeadlessDesk::dispatch(const Json& request) {
    const Json id = request.value("id", Json());
    for (const auto& [key, value] : request.items()) {
        if (key != "id" && key != "do" && key != "with") {
            return m_out.write(answered(id, Error("field.unknown", {{"field", key}})));
        }
    }
    const Json name = request.value("do", Json());
    if (!name.is_string()) {
        return m_out.write(answered(
            id, Error(name.is_null() ? "field.missing" : "field.type", {{"field", "do"}, {"expected", "text"}})));
    }
    Json with = request.value("with", Json());
    if (!with.is_null() && !with.is_object()) {
        return m_out.write(answered(id, Error("field.type", {{"field", "with"}, {"expected", "object"}})));
    }
    with = with.is_null() ? Json::object() : with;
    if (name == "sync.wait") {
        return wait(id, with);
    }
    try {
        m_out.write(answered(id, m_queries.answer(name.get<std::string>(), with)));
    } catch (const sqlite::Failure& failure) {
        m_out.write(answered(id, sqlite::toError(failure)));
    } catch (const std::exception& failure) {
        m_out.write(answered(id, Error("desk.failed", {{"detail", failure.what()}})));
    }
}

void HeadlessDesk::wait(const Json& id, const Json& with) {
    {
        const std::lock_guard lock(m_mutex);
        ++m_waits;
    }
    const auto finish = [this, id](const Result<Json>& outcome) {
        m_out.write(answered(id, outcome));
        const std::lock_guard lock(m_mutex);
        --m_waits;
        m_idle.notify_all();
    };
    if (const Status status = m_queries.wait(with, finish); !status) {
        finish(status.error());
    }
}

Json HeadlessDesk::answered(const Json& id, const Result<Json>& outcome) const {
    if (outcome) {
        return {{"id", id}, {"ok", *outcome}};
    }
    Json error = wire::errorJson(outcome.error());
    error["text"] = m_words(outcome.error());
    return {{"id", id}, {"error", std::move(error)}};
}

}  // namespace zhida::desk
