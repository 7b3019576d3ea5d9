// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/desk_lines.h"

#include <utility>

namespace zhida::centre {
namespace {

/// An honest desk keeps to its push window and never comes near this.
constexpr std::size_t kMostUnread = 16U << 20U;

}  // namespace

class DeskLines::Handler final : public net::ConnectionHandler {
public:
    Handler(DeskLines& lines, sync::ConnectionId id) : m_lines(lines), m_id(id), m_line(std::make_shared<Line>()) {}

    void onOpen(std::shared_ptr<net::Connection> connection) override {
        m_line->connection = std::move(connection);
        m_open = true;
        m_lines.m_sequencer.post([lines = &m_lines, id = m_id, line = m_line] { lines->add(id, line); });
    }

    void onMessage(std::string message) override {
        const std::size_t size = message.size();
        if (m_line->unread.fetch_add(size) + size > kMostUnread) {
            m_line->connection->close("server.busy");
            return;
        }
        m_lines.m_sequencer.post([lines = &m_lines, id = m_id, line = m_line, message = std::move(message)] {
            lines->m_receiver.received(id, message);
            line->unread.fetch_sub(message.size());
        });
    }

    void onClosed(Error why) override {
        if (m_open) {
            m_lines.m_sequencer.post([lines = &m_lines, id = m_id, why = std::move(why)] { lines->remove(id, why); });
        }
    }

private:
    DeskLines& m_lines;
    sync::ConnectionId m_id;
    std::shared_ptr<Line> m_line;
    bool m_open = false;
};

std::unique_ptr<net::ConnectionHandler> DeskLines::newHandler() { return std::make_unique<Handler>(*this, ++m_lastId); }

void DeskLines::add(sync::ConnectionId id, std::shared_ptr<Line> line) {
    const std::string peer = line->connection->peer();
    m_lines.emplace(id, std::move(line));
    m_receiver.opened(id, peer);
}

void DeskLines::remove(sync::ConnectionId id, const Error& why) {
    m_lines.erase(id);
    m_receiver.closed(id, why);
}

void DeskLines::send(sync::ConnectionId connection, std::string message) {
    const auto line = m_lines.find(connection);
    if (line != m_lines.end()) {
        line->second->connection->send(std::move(message));
    }
}

void DeskLines::close(sync::ConnectionId connection, std::string_view reason) {
    const auto line = m_lines.find(connection);
    if (line != m_lines.end()) {
        line->second->connection->close(reason);
    }
}

void DeskLines::setTrusted(sync::ConnectionId connection) {
    const auto line = m_lines.find(connection);
    if (line != m_lines.end()) {
        line->second->connection->setTrusted();
    }
}

std::size_t DeskLines::queuedBytes(sync::ConnectionId connection) {
    const auto line = m_lines.find(connection);
    return line == m_lines.end() ? 0 : line->second->connection->queuedBytes();
}

void DeskLines::closeAll(std::string_view reason) {
    for (const auto& [id, line] : m_lines) {
        line->connection->close(reason);
    }
}

void DeskLines::dropAll(std::string_view reason) {
    closeAll(reason);
    m_lines.clear();
}

}  // namespace zhida::centre
