// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session/session_table.h"

namespace zhida::sync {

bool mayReceive(ClientStage stage, pb::Frame::KindCase kind) {
    const bool signedIn = stage == ClientStage::filling || stage == ClientStage::live;
    switch (kind) {
        case pb::Frame::kWelcome:
        case pb::Frame::kRefuse:
            return stage == ClientStage::greeting;
        case pb::Frame::kBye:
        case pb::Frame::kHeartbeat:
            return signedIn || stage == ClientStage::greeting;
        case pb::Frame::kFillPage:
            return stage == ClientStage::filling;
        case pb::Frame::kFeed:
            return stage == ClientStage::live;
        case pb::Frame::kAnswers:
        case pb::Frame::kHistory:
        case pb::Frame::kAdminResult:
            return signedIn;
        default:
            return false;
    }
}

bool mayReceive(ServerStage stage, pb::Frame::KindCase kind) {
    switch (kind) {
        case pb::Frame::kHello:
            return stage == ServerStage::greeting;
        case pb::Frame::kHeartbeat:
            return stage == ServerStage::checking || stage == ServerStage::ready;
        case pb::Frame::kPush:
        case pb::Frame::kCredit:
        case pb::Frame::kHistoryRequest:
        case pb::Frame::kAdminCall:
            return stage == ServerStage::ready;
        default:
            return false;
    }
}

const char* nameOf(ClientStage stage) {
    switch (stage) {
        case ClientStage::idle:
            return "idle";
        case ClientStage::greeting:
            return "greeting";
        case ClientStage::filling:
            return "filling";
        case ClientStage::live:
            return "live";
        case ClientStage::ended:
            return "ended";
    }
    return "";
}

const char* nameOf(ServerStage stage) {
    switch (stage) {
        case ServerStage::greeting:
            return "greeting";
        case ServerStage::checking:
            return "checking";
        case ServerStage::ready:
            return "ready";
        case ServerStage::ended:
            return "ended";
    }
    return "";
}

const char* nameOf(pb::Frame::KindCase kind) {
    const auto* field = pb::Frame::descriptor()->FindFieldByNumber(static_cast<int>(kind));
    return field == nullptr ? "none" : field->name().c_str();
}

}  // namespace zhida::sync
