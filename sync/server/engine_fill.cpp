// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/engine_fill.h"

#include "model/domain/permission.h"
#include "model/wire/record_sight.h"
#include "sync/protocol/convert.h"
#include "sync/server/mask.h"

#include <algorithm>
#include <utility>

namespace zhida::sync {
namespace {

constexpr std::size_t kChain = 32;
constexpr std::size_t kHead = kChain + 8 + 1 + 1;  ///< chain, count, part, length of kind

void addRecords(std::vector<RecordRow> rows, const Sight& sight, pb::FillPage& page, FillPosition& at) {
    for (RecordRow& row : rows) {
        at.kind = row.kind;
        at.key = row.key;
        std::optional<std::string> body =
            goesToDesks(row.kind) ? wire::recordFor(row.kind, row.key, std::move(row.body), sight.user) : std::nullopt;
        if (!body) {
            continue;
        }
        pb::Item& item = *page.add_items();
        item.set_kind(pb::Item::RECORD);
        item.set_record_kind(row.kind);
        item.set_key(row.key);
        item.set_body(std::move(*body));
    }
    if (rows.empty()) {
        at.part = FillPosition::Part::tickets;
    }
}

void addTickets(std::vector<SnapshotRow> rows, const Sight& sight, pb::FillPage& page, FillPosition& at) {
    for (SnapshotRow& row : rows) {
        pb::Item& item = *page.add_items();
        item.set_kind(pb::Item::TICKET);
        item.set_ticket(rawOf(row.ticket.uuid));
        item.set_body(row.veiled && domain::heedsVeils(sight.user) ? ticketFor(std::move(row.body), sight.user)
                                                                   : std::move(row.body));
        at.ticket = row.ticket;
        ++at.sent;
    }
    if (rows.empty()) {
        at.part = FillPosition::Part::finished;
    }
}

double progressOf(const FillPosition& at, std::uint64_t total) {
    if (at.part == FillPosition::Part::finished) {
        return 1;
    }
    return total == 0 ? 0 : std::min(0.99, static_cast<double>(at.sent) / static_cast<double>(total));
}

pb::FillPage pageAfter(EngineContext& context, const Sight& sight, FillPosition& at, std::size_t rows) {
    ServerStore& store = context.ports.store;
    const std::size_t bytes = context.tuning.fillBytes;
    pb::FillPage page;
    if (at.part == FillPosition::Part::records) {
        addRecords(store.recordsAfter({at.kind, at.key, {}}, rows, bytes), sight, page, at);
    }
    if (at.part == FillPosition::Part::tickets) {
        addTickets(store.ticketsAfter(sight.scopes, at.ticket, rows, bytes), sight, page, at);
    }
    return page;
}

}  // namespace

std::string FillPosition::bytes() const {
    std::string out = chain;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        out.push_back(static_cast<char>(sent >> shift));
    }
    out.push_back(static_cast<char>(part));
    const bool records = part == Part::records;
    out.push_back(static_cast<char>(records ? kind.size() : 0));
    return out.append(records ? kind + key : std::string(ticket.raw()));
}

std::optional<FillPosition> FillPosition::parse(std::string_view bytes) {
    if (bytes.size() < kHead) {
        return std::nullopt;
    }
    FillPosition at;
    at.chain = bytes.substr(0, kChain);
    for (unsigned i = 0; i < 8; ++i) {
        at.sent |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes[kChain + i])) << (8U * i);
    }
    at.part = static_cast<Part>(bytes[kChain + 8]);
    const auto kindSize = static_cast<std::size_t>(static_cast<std::uint8_t>(bytes[kHead - 1]));
    bytes.remove_prefix(kHead);
    if (at.part == Part::records && kindSize <= bytes.size()) {
        at.kind = bytes.substr(0, kindSize);
        at.key = bytes.substr(kindSize);
        return at;
    }
    const std::optional<Uuid> ticket = Uuid::fromRaw(bytes);
    if (!ticket || kindSize != 0 || (at.part != Part::tickets && at.part != Part::finished)) {
        return std::nullopt;
    }
    at.ticket = TicketId{*ticket};
    return at;
}

pb::FillPage nextFillPage(EngineContext& context, DeskSession& session) {
    FillRun& run = *session.fill;
    const FillPosition from = FillPosition::parse(run.position).value_or(FillPosition{});
    pb::Frame frame;
    FillPosition at;
    for (std::size_t rows = context.tuning.fillRows; rows > 0; rows /= 2) {
        at = from;
        *frame.mutable_fill_page() = pageAfter(context, session.sight, at, rows);
        if (pack(frame)) {
            break;
        }
        if (rows == 1) {
            context.report(Error("sync.itemTooLarge", {{"ticket", at.ticket.text()}}));
            frame.mutable_fill_page()->clear_items();
        }
    }
    pb::FillPage page = std::move(*frame.mutable_fill_page());
    run.position = at.bytes();
    page.set_position(run.position);
    page.set_pinned_seq(run.pinned);
    page.set_progress(progressOf(at, run.total));
    if (at.part == FillPosition::Part::finished) {
        page.set_done(true);
        page.set_chain(at.chain);
    }
    return page;
}

}  // namespace zhida::sync
