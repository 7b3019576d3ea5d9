// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace zhida::centre {

/// One line of the server's log: an event's code and arguments, no personal data.
struct LogLine {
    enum class Level : std::uint8_t { info, warning, error } level = Level::info;
    Error what;
};

struct ServeOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one
    /// From any of the server's threads. May be empty.
    std::function<void(const LogLine&)> log;
    /// The server cannot go on (disk full, damaged file): from its sequencer's thread, once. Call stop() elsewhere.
    std::function<void(const Error&)> onFailure;
};

/// A running server on a centre: the one sequencer thread that owns store and engine, one I/O thread, a worker for passwords,
/// the admin socket. zhida-server and the workstation's embedded server are this. Thread-safe.
class CentreServer {
public:
    /// Listening on return. Errors: centre.missing{dir} centre.locked{dir,pid} db.* net.* tls.* pki.*
    static Result<std::unique_ptr<CentreServer>> start(const std::string& dir, const ServeOptions& options);
    ~CentreServer();
    CentreServer(const CentreServer&) = delete;
    CentreServer& operator=(const CentreServer&) = delete;

    [[nodiscard]] std::string url() const;  ///< "wss://127.0.0.1:PORT"
    [[nodiscard]] std::string caFile() const;
    /// Answers what has come, says goodbye to the desks, at most 10 s. Idempotent; not from the server's own threads.
    void stop();

private:
    class Impl;
    explicit CentreServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace zhida::centre
