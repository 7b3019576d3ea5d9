// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk_runtime.h"
#include "app/desk/headless_queries.h"

#include <condition_variable>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>

namespace zhida::desk {

/// A sentence for an error.
using Words = std::function<std::string(const Error&)>;

/// One JSON object a line, in one write each; from any thread.
class LineOutput {
public:
    explicit LineOutput(std::ostream& out) : m_out(out) {}
    void write(const Json& json);

private:
    std::mutex m_mutex;
    std::ostream& m_out;
};

/// The desk without a window: one request a line, one answer a line, through the services that the window uses.
/// Answers come in the order of the requests, but for those of sync.wait, which come when they are ready.
class HeadlessDesk {
public:
    HeadlessDesk(DeskRuntime& runtime, LineOutput& out, Words words);
    ~HeadlessDesk();
    HeadlessDesk(const HeadlessDesk&) = delete;
    HeadlessDesk& operator=(const HeadlessDesk&) = delete;

    /// Until the end of the input and of the waits that are still under way. The desk must be unlocked.
    void run(std::istream& in);

private:
    void handle(const std::string& line);
    void dispatch(const Json& request);
    void wait(const Json& id, const Json& with);
    void announce(const service::SyncStatus& status);
    [[nodiscard]] Json answered(const Json& id, const Result<Json>& outcome) const;

    DeskRuntime& m_runtime;
    LineOutput& m_out;
    Words m_words;
    HeadlessQueries m_queries;
    std::mutex m_mutex;
    std::condition_variable m_idle;
    int m_waits = 0;                            ///< under m_mutex
    std::optional<service::SyncStatus> m_told;  ///< on the reply executor
};

}  // namespace zhida::desk
