// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/record_probe.h"

#include <utility>

namespace zhida::ui {

RecordProbe::RecordProbe(service::DeskReader& reader, const domain::UserProfile& user, const Directory& directory,
                         Instant now)
    : m_user(user),
      m_now(now),
      m_context{now, user, &directory.rules(), &directory.units()},
      m_source{[&reader](std::string_view kind, std::string_view key) -> std::optional<std::string> {
                   for (const service::RecordView& each : reader.records(kind, key)) {
                       if (each.key == key) {
                           return each.body;
                       }
                   }
                   return std::nullopt;
               },
               [&reader](const TicketId& id) {
                   const auto view = reader.ticket(id.text());
                   return view ? std::optional(view->ticket) : std::nullopt;
               }} {}

std::optional<Error> RecordProbe::barred(const std::string& key, domain::RecordAct act) const {
    domain::RecordCommand command;
    command.id = CommandId{Uuid::fromName("probe")};
    command.user = m_user.user;
    command.occurredAt = m_now;
    command.kind = domain::kindOf(act);
    command.key = key;
    command.base = wire::lastOf(command.kind, key, m_source);
    command.act = std::move(act);
    const auto judged = wire::judgeRecord(command, m_source, m_context);
    return judged ? std::nullopt : std::optional(judged.error());
}

std::optional<Error> RecordProbe::mayStart(const std::string& article) const {
    domain::StartCampaign start;
    start.article = article;
    start.why = "-";
    auto error = barred(Uuid::fromName("probe").text(), std::move(start));
    return error && error->code == "campaign.noAnswers" ? std::nullopt : std::move(error);
}

}  // namespace zhida::ui
