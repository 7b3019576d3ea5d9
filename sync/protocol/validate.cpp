// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/validate.h"

#include <cmath>
#include <string>
#include <string_view>

namespace zhida::sync {
namespace {

constexpr std::size_t kId = 16;
constexpr std::size_t kChain = 32;
constexpr std::size_t kName = 256;
constexpr std::size_t kStation = 8;
constexpr std::size_t kSecret = 1'024;
constexpr std::size_t kPosition = 1'024;
constexpr int kMostArgs = 32;
constexpr int kMostScopes = 1'000;

/// Remembers the first thing that was wrong.
class Checker {
public:
    void that(bool good, std::string_view at) {
        if (!good && m_at.empty()) {
            m_at = at;
        }
    }
    void id(const std::string& raw, std::string_view at) { that(raw.size() == kId, at); }
    void optionalId(const std::string& raw, std::string_view at) { that(raw.empty() || raw.size() == kId, at); }
    void chain(const std::string& raw, std::string_view at) { that(raw.size() == kChain, at); }
    void text(const std::string& value, std::size_t limit, std::string_view at) { that(value.size() <= limit, at); }

    void fault(const pb::Fault& fault, std::string_view at) {
        text(fault.code(), kName, at);
        that(fault.args_size() <= kMostArgs, at);
        for (const pb::Argument& arg : fault.args()) {
            text(arg.name(), kName, at);
            text(arg.value(), kSecret, at);
        }
    }
    template <class Scopes>
    void scopes(const Scopes& scopes, std::string_view at) {
        that(scopes.size() <= kMostScopes, at);
        for (const std::string& scope : scopes) {
            text(scope, kName, at);
        }
    }
    void item(const pb::Item& item) {
        that(pb::Item::Kind_IsValid(item.kind()), "item.kind");
        if (item.kind() == pb::Item::RECORD) {
            that(!item.record_kind().empty(), "item.recordKind");
        } else {
            id(item.ticket(), "item.ticket");
        }
        text(item.record_kind(), kName, "item.recordKind");
        text(item.key(), kName, "item.key");
    }

    void kind(const pb::Hello& hello);
    void kind(const pb::Welcome& welcome);
    void kind(const pb::Refuse& refuse) {
        fault(refuse.fault(), "refuse.fault");
        that(!refuse.fault().code().empty(), "refuse.fault");
    }
    void kind(const pb::Push& push) {
        that(push.commands_size() > 0 && push.commands_size() <= kMostCommandsOfAPush, "push.commands");
        for (const pb::PushedCommand& each : push.commands()) {
            id(each.id(), "push.id");
        }
    }
    void kind(const pb::Answers& answers) {
        that(answers.answers_size() <= kMostCommandsOfAPush, "answers.answers");
        for (const pb::Answer& each : answers.answers()) {
            id(each.command(), "answer.command");
            fault(each.refusal(), "answer.refusal");
            const bool refused = !each.refusal().code().empty();
            that((each.seq() != 0 ? 1 : 0) + (refused ? 1 : 0) == 1, "answer.seq");
        }
    }
    void kind(const pb::Feed& feed) {
        that(feed.from() <= feed.upto() && feed.upto() <= feed.head(), "feed.upto");
        chain(feed.chain(), "feed.chain");
        for (const pb::Item& each : feed.items()) {
            item(each);
        }
    }
    void kind(const pb::FillPage& page) {
        text(page.position(), kPosition, "fillPage.position");
        that(std::isfinite(page.progress()) && page.progress() >= 0 && page.progress() <= 1, "fillPage.progress");
        that(page.done() == (page.chain().size() == kChain), "fillPage.chain");
        for (const pb::Item& each : page.items()) {
            item(each);
        }
    }
    void kind(const pb::Credit& credit) { that(credit.frames() > 0, "credit.frames"); }
    void kind(const pb::Heartbeat&) {}
    void kind(const pb::HistoryRequest& request) { id(request.ticket(), "historyRequest.ticket"); }
    void kind(const pb::History& history) {
        id(history.ticket(), "history.ticket");
        if (history.has_whole()) {
            item(history.whole());
        }
    }
    void kind(const pb::AdminCall& call) { text(call.operation(), kName, "adminCall.operation"); }
    void kind(const pb::AdminResult& result) { fault(result.fault(), "adminResult.fault"); }
    void kind(const pb::Bye& bye) {
        fault(bye.reason(), "bye.reason");
        that(bye.reconnect_min_ms() <= bye.reconnect_max_ms(), "bye.reconnect");
    }

    [[nodiscard]] Status result() const {
        return m_at.empty() ? done() : Status(Error("frame.malformed", {{"at", std::string(m_at)}}));
    }

private:
    std::string_view m_at;
};

void Checker::kind(const pb::Hello& hello) {
    that(hello.proto_min() > 0 && hello.proto_min() <= hello.proto_max(), "hello.proto");
    text(hello.app_version(), kName, "hello.appVersion");
    text(hello.user(), kName, "hello.user");
    that(!hello.user().empty(), "hello.user");
    text(hello.password(), kSecret, "hello.password");
    text(hello.token(), kSecret, "hello.token");
    optionalId(hello.device_id(), "hello.deviceId");
    text(hello.device_name(), kName, "hello.deviceName");
    text(hello.station(), kStation, "hello.station");
    optionalId(hello.cursor().epoch(), "hello.cursor.epoch");
    that(hello.cursor().chain().empty() || hello.cursor().chain().size() == kChain, "hello.cursor.chain");
    optionalId(hello.fill().epoch(), "hello.fill.epoch");
    text(hello.fill().position(), kPosition, "hello.fill.position");
    scopes(hello.scopes(), "hello.scopes");
}

void Checker::kind(const pb::Welcome& welcome) {
    that(welcome.proto() > 0, "welcome.proto");
    id(welcome.device_id(), "welcome.deviceId");
    text(welcome.station(), kName, "welcome.station");
    text(welcome.token(), kSecret, "welcome.token");
    scopes(welcome.scopes(), "welcome.scopes");
    id(welcome.epoch(), "welcome.epoch");
    that(pb::Welcome::Mode_IsValid(welcome.mode()), "welcome.mode");
    text(welcome.reason(), kName, "welcome.reason");
}

}  // namespace

Status validate(const pb::Frame& frame) {
    Checker check;
    switch (frame.kind_case()) {
        case pb::Frame::kHello:
            check.kind(frame.hello());
            break;
        case pb::Frame::kWelcome:
            check.kind(frame.welcome());
            break;
        case pb::Frame::kRefuse:
            check.kind(frame.refuse());
            break;
        case pb::Frame::kPush:
            check.kind(frame.push());
            break;
        case pb::Frame::kAnswers:
            check.kind(frame.answers());
            break;
        case pb::Frame::kFeed:
            check.kind(frame.feed());
            break;
        case pb::Frame::kFillPage:
            check.kind(frame.fill_page());
            break;
        case pb::Frame::kCredit:
            check.kind(frame.credit());
            break;
        case pb::Frame::kHeartbeat:
            check.kind(frame.heartbeat());
            break;
        case pb::Frame::kHistoryRequest:
            check.kind(frame.history_request());
            break;
        case pb::Frame::kHistory:
            check.kind(frame.history());
            break;
        case pb::Frame::kAdminCall:
            check.kind(frame.admin_call());
            break;
        case pb::Frame::kAdminResult:
            check.kind(frame.admin_result());
            break;
        case pb::Frame::kBye:
            check.kind(frame.bye());
            break;
        case pb::Frame::KIND_NOT_SET:
            break;
    }
    return check.result();
}

}  // namespace zhida::sync
