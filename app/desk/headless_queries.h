// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/headless_acts.h"
#include "app/desk/headless_knowledge.h"
#include "app/desk/headless_outbox.h"
#include "app/desk/request.h"
#include "app/desk/waiting.h"
#include "model/base/clock.h"
#include "model/service/desk.h"

#include <functional>
#include <string>
#include <string_view>

namespace zhida::desk {

/// Answers one request at a time on the caller's thread, which must be neither the desk's nor its reply executor's.
class HeadlessQueries {
public:
    /// Both outlive it.
    HeadlessQueries(service::Desk& desk, const Clock& clock) : m_desk(desk), m_clock(clock), m_outbox(desk) {}

    /// Everything but sync.wait. Errors: command.unknown{name}, field.*, ticket.unknown{ticket}, article.unknown{article} and
    /// those of the desk.
    [[nodiscard]] Result<Json> answer(const std::string& name, const Json& with);
    /// sync.wait: `reply` comes from another thread, at the latest after the seconds asked for. An error at once for bad fields.
    [[nodiscard]] Status wait(const Json& with, const std::function<void(Result<Json>)>& reply);

private:
    [[nodiscard]] Result<Json> command(const std::string& name, Json with);
    [[nodiscard]] Result<Json> query(std::string_view name, const Arguments& with);
    [[nodiscard]] Result<Json> ticketQuery(std::string_view name, const Arguments& with);
    [[nodiscard]] Result<Json> referenceQuery(std::string_view name);
    [[nodiscard]] Result<Json> draftQuery(std::string_view name, const Arguments& with);
    [[nodiscard]] Result<Json> lineQuery(std::string_view name, const Arguments& with);
    [[nodiscard]] Result<Json> typedQuery(std::string_view name, const Arguments& with);
    [[nodiscard]] Result<Json> correct(const Arguments& with);
    [[nodiscard]] Result<Json> get(const std::string& ticket, bool proof);
    [[nodiscard]] Result<Json> clocks(const std::string& ticket, bool proof);
    [[nodiscard]] Result<service::Submitted> submit(const service::Submission& submission);
    [[nodiscard]] Result<Json> list(const Arguments& with);
    [[nodiscard]] Result<Json> alerts();
    [[nodiscard]] Result<Json> lookUp(const Arguments& with);
    [[nodiscard]] Result<Json> history(const std::string& ticket);
    [[nodiscard]] Result<Json> administer(const Arguments& with);
    [[nodiscard]] Result<TicketId> ticketOf(const std::string& idOrNumber);
    template <class Read>
    auto ask(Read read) {
        return askDesk(m_desk, std::move(read));
    }

    service::Desk& m_desk;
    const Clock& m_clock;
    HeadlessKnowledge m_knowledge{m_desk, m_clock};
    HeadlessActs m_acts{m_desk, m_clock};
    HeadlessOutbox m_outbox;
};

}  // namespace zhida::desk
