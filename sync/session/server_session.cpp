// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/server_session.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {

ServerSession::ServerSession(Ports ports, const Tuning& tuning)
    : m_ports(std::move(ports)),
      m_tuning(tuning),
      m_heart(tuning, m_ports.rng, m_ports.steady.now()),
      m_opened(m_ports.steady.now()) {}

Result<std::optional<pb::Frame>> ServerSession::receive(std::string_view message) {
    if (m_stage == ServerStage::ended) {
        return std::optional<pb::Frame>{};
    }
    Result<std::optional<pb::Frame>> taken = m_reader.take(message);
    if (!taken) {
        end();
        return taken;
    }
    m_heart.heard(m_ports.steady.now());
    if (*taken && !mayReceive(m_stage, (*taken)->kind_case())) {
        const Error error("session.unexpected", {{"frame", nameOf((*taken)->kind_case())}, {"stage", nameOf(m_stage)}});
        end();
        return error;
    }
    return taken;
}

Status ServerSession::send(const pb::Frame& frame) {
    const Result<Packed> packed = pack(frame);
    if (!packed) {
        return packed.error();
    }
    send(*packed);
    return done();
}

void ServerSession::send(const Packed& packed) {
    if (m_stage != ServerStage::ended) {
        m_ports.send(m_writer.next(packed));
    }
}

void ServerSession::sendWindowed(const Packed& packed) {
    if (!owesCredit()) {
        m_creditAt = m_ports.steady.now();
    }
    ++m_windowed;
    send(packed);
}

void ServerSession::ready() {
    m_stage = ServerStage::ready;
    m_reader.setLimits(kDeskLimits);
}

bool ServerSession::credit(std::uint64_t frames) {
    if (frames < m_credited || frames > m_windowed) {
        return false;
    }
    m_credited = frames;
    m_creditAt = m_ports.steady.now();
    return true;
}

ServerSession::Due ServerSession::tick() {
    const Instant now = m_ports.steady.now();
    switch (m_stage) {
        case ServerStage::ended:
            return Due::nothing;
        case ServerStage::greeting:
            return now >= m_opened.plus(m_tuning.helloMs) ? Due::helloLate : Due::nothing;
        case ServerStage::checking:
        case ServerStage::ready:
            break;
    }
    if (m_heart.dead(now)) {
        return Due::dead;
    }
    if (owesCredit() && now >= m_creditAt.plus(m_tuning.creditMs)) {
        return Due::creditLate;
    }
    return m_stage == ServerStage::ready && m_heart.beatDue(now) ? Due::beat : Due::nothing;
}

Instant ServerSession::nextTick() const {
    if (m_stage == ServerStage::greeting) {
        return m_opened.plus(m_tuning.helloMs);
    }
    return owesCredit() ? std::min(m_heart.next(), m_creditAt.plus(m_tuning.creditMs)) : m_heart.next();
}

}  // namespace zhida::sync
