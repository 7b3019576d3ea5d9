// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/sessions.h"

#include "sync/protocol/convert.h"

namespace zhida::sync {

void EngineContext::bye(DeskSession& session, const Error& why, std::uint32_t minMs, std::uint32_t maxMs) {
    if (session.protocol.stage() == ServerStage::ended) {
        return;
    }
    pb::Frame frame;
    toPb(why, *frame.mutable_bye()->mutable_reason());
    frame.mutable_bye()->set_reconnect_min_ms(minMs);
    frame.mutable_bye()->set_reconnect_max_ms(maxMs);
    (void)session.protocol.send(frame);
    session.protocol.end();
    ports.outlet.close(session.connection, why.code);
}

void EngineContext::refuse(DeskSession& session, const Error& why) {
    pb::Frame frame;
    toPb(why, *frame.mutable_refuse()->mutable_fault());
    (void)session.protocol.send(frame);
    session.protocol.end();
    ports.outlet.close(session.connection, why.code);
}

}  // namespace zhida::sync
