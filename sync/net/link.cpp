// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/link.h"

#include <algorithm>
#include <utility>

namespace zhida::net {
namespace {

constexpr std::size_t kMaxReason = 120;

Error closedBySelf(const std::string& reason) { return Error("net.closed", {{"by", "self"}, {"reason", reason}}); }

}  // namespace

Link::Link(std::shared_ptr<IoThread::Impl> io, Options options, std::unique_ptr<ConnectionHandler> handler)
    : m_io(std::move(io)), m_options(std::move(options)), m_trusted(m_options.trusted), m_handler(std::move(handler)) {}

bool Link::opening(std::function<void()> giveUp) {
    if (m_phase == Phase::over) {
        return false;
    }
    m_giveUp = std::move(giveUp);
    m_io->enrol(shared_from_this());
    finishAfter(m_options.limits.handshakeMs, Error("net.timeout"));
    return true;
}

void Link::open(std::shared_ptr<Wire> wire) {
    if (m_phase == Phase::over) {
        wire->abort();
        return;
    }
    m_io->enrol(shared_from_this());
    m_giveUp = {};
    m_deadline.cancel();
    m_phase = Phase::open;
    m_wire = std::move(wire);
    m_wire->start(shared_from_this());
    guarded([this] { m_handler->onOpen(shared_from_this()); });
    pump();
}

void Link::fail(Error why) { finish(std::move(why)); }

void Link::refuse(Error why) {
    m_phase = Phase::over;
    const auto handler = std::exchange(m_handler, nullptr);
    guarded([&] { handler->onClosed(std::move(why)); });
}

void Link::send(std::string message) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_shut) {
            return;
        }
        if (message.size() > m_options.limits.maxMessage) {
            m_refusal = "net.tooLarge";
        } else if (m_queuedBytes + message.size() > m_options.limits.maxQueued) {
            m_refusal = "net.slowReader";
        }
        m_shut = !m_refusal.empty();
        if (!m_shut) {
            m_queuedBytes += message.size();
            m_outbox.push_back(std::move(message));
        }
        if (std::exchange(m_pumpPosted, true)) {
            return;
        }
    }
    m_io->dispatch([self = shared_from_this()] { self->pump(); });
}

void Link::pump() {
    std::string refusal;
    {
        const std::lock_guard lock(m_mutex);
        m_pumpPosted = false;
        refusal = m_refusal;
    }
    if (!refusal.empty()) {
        finish(Error(refusal, {{"by", "self"}}));
    } else {
        writeNext();
    }
}

void Link::writeNext() {
    if (m_writing || m_wireClosing || (m_phase != Phase::open && m_phase != Phase::closing)) {
        return;
    }
    if (takeNext()) {
        m_writing = true;
        m_wire->write(m_underWay);
    } else if (m_phase == Phase::closing) {
        closeWire();
    }
}

bool Link::takeNext() {
    const std::lock_guard lock(m_mutex);
    if (m_outbox.empty()) {
        return false;
    }
    m_underWay = std::move(m_outbox.front());
    m_outbox.pop_front();
    return true;
}

void Link::onWireWritten(bool ok) {
    if (m_phase == Phase::over) {
        return;
    }
    if (!ok) {
        // The reading side knows better why; it is given a moment to say so.
        finishAfter(2 * kCloseMs, Error("net.closed", {{"by", "network"}}));
        return;
    }
    m_queuedBytes -= m_underWay.size();
    m_underWay.clear();
    m_writing = false;
    writeNext();
}

void Link::onWireMessage(std::string message) {
    if (m_phase != Phase::open) {
        return;
    }
    if (!m_trusted) {
        m_receivedUntrusted += message.size();
    }
    guarded([&] { m_handler->onMessage(std::move(message)); });
}

void Link::onWireClosed(Error why) { finish(std::move(why)); }

std::size_t Link::messageLimit() const {
    const Limits& limits = m_options.limits;
    const std::size_t untrusted = limits.maxBeforeTrusted - std::min(limits.maxBeforeTrusted, m_receivedUntrusted);
    return m_trusted ? limits.maxMessage : std::min(limits.maxMessage, untrusted);
}

void Link::setTrusted() { m_trusted = true; }

void Link::close(std::string_view reasonCode) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_shut) {
            return;
        }
        m_shut = true;
    }
    m_io->dispatch([self = shared_from_this(), reason = std::string(reasonCode.substr(0, kMaxReason))] {
        self->beginClose(reason);
    });
}

void Link::beginClose(const std::string& reason) {
    if (m_phase == Phase::opening) {
        finish(closedBySelf(reason));
    } else if (m_phase == Phase::open) {
        m_phase = Phase::closing;
        m_why = closedBySelf(reason);
        finishAfter(kCloseMs, m_why);
        writeNext();
    }
}

void Link::onWireViolation(Error why) {
    if (m_phase == Phase::over || m_wireClosing) {
        return;
    }
    m_phase = Phase::closing;
    m_why = std::move(why);
    finishAfter(kCloseMs, m_why);
    closeWire();
}

void Link::closeWire() {
    m_wireClosing = true;
    m_wire->close(m_why, m_why.code == "net.closed" ? m_why.arg("reason") : m_why.code);
}

void Link::finishAfter(std::int64_t milliseconds, Error why) {
    if (m_phase != Phase::over) {
        m_deadline =
            startTimer(m_io, milliseconds, [self = shared_from_this(), why = std::move(why)] { self->finish(why); });
    }
}

void Link::stopNow() { finish(Error("net.stopped")); }

void Link::finish(Error why) {
    if (std::exchange(m_phase, Phase::over) == Phase::over) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_shut = true;
        m_outbox.clear();
    }
    m_queuedBytes = 0;
    m_deadline.cancel();
    m_io->leave(this);
    if (const auto giveUp = std::exchange(m_giveUp, {})) {
        giveUp();
    }
    if (const auto wire = std::exchange(m_wire, nullptr)) {
        wire->abort();
    }
    m_options.slot.reset();
    m_io->defer([self = shared_from_this(), why = std::move(why)] {
        const auto handler = std::exchange(self->m_handler, nullptr);
        self->guarded([&] { handler->onClosed(why); });
    });
}

template <class Call>
void Link::guarded(Call&& call) {
    try {
        std::forward<Call>(call)();
    } catch (const std::exception& failure) {
        m_io->report(failure);
        finish(Error("net.handlerFailed"));
    }
}

}  // namespace zhida::net
