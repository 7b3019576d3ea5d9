// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

/// The way of zhida-admin into a running server: a Unix socket "admin.sock" in the centre's directory, mode 0600. Whoever may
/// read the centre's file may use it; other users of the machine are refused.
namespace zhida::sync {

struct AdminMessage {
    std::string header;   ///< JSON, at most 16 MiB
    std::string payload;  ///< at most 256 MiB
};

class AdminSocket {
public:
    /// Answers one message; on a thread of the connection, several at once. An exception ends the connection.
    using Handler = std::function<AdminMessage(AdminMessage)>;
    /// The caller holds the centre's lock: a socket left by a server that was killed is replaced.
    /// Error admin.cannotListen{path,detail}.
    static Result<std::unique_ptr<AdminSocket>> listen(const std::filesystem::path& dir, Handler handler);
    /// Ends every connection and waits for their threads. The socket file is removed.
    ~AdminSocket();
    AdminSocket(const AdminSocket&) = delete;
    AdminSocket& operator=(const AdminSocket&) = delete;

private:
    class State;
    explicit AdminSocket(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The other end. One thread.
class AdminClient {
public:
    /// Error admin.noServer{path}.
    static Result<std::unique_ptr<AdminClient>> connect(const std::filesystem::path& dir);
    ~AdminClient();
    AdminClient(const AdminClient&) = delete;
    AdminClient& operator=(const AdminClient&) = delete;

    /// Error centre.lost when the server has gone; then it is not known whether it has done it.
    Result<AdminMessage> ask(const AdminMessage& message);

private:
    explicit AdminClient(int socket) : m_socket(socket) {}
    int m_socket;
};

}  // namespace zhida::sync
