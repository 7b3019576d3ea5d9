// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide_article.h"

#include <algorithm>
#include <utility>

namespace zhida::domain {
namespace {

bool cites(const DirectAnswer& answer, const std::string& number) {
    return std::any_of(answer.basis.begin(), answer.basis.end(),
                       [&number](const LegalBasis& each) { return each.number == number; });
}

Result<Campaign> startCampaign(const CampaignFile& file, const StartCampaign& c, const RecordCommand& command,
                               const Context& context) {
    if (file.campaign) {
        return Error("campaign.exists", {{"campaign", command.key}});
    }
    if (c.article.empty() == c.basis.empty()) {
        return Error("campaign.subject");
    }
    if (c.tickets.empty()) {
        return Error("campaign.noAnswers");
    }
    if (c.tickets.size() > kMostCampaignItems) {
        return Error("campaign.tooMany", {{"limit", std::to_string(kMostCampaignItems)}});
    }
    Campaign campaign{command.key,        c.article,   c.basis, c.why,     context.actor.user,
                      context.actor.unit, context.now, {},      command.id};
    for (const TicketId& id : c.tickets) {
        const auto ticket =
            std::find_if(file.tickets.begin(), file.tickets.end(), [&id](const Ticket& each) { return each.id == id; });
        const bool told =
            ticket != file.tickets.end() && ticket->directAnswer &&
            (c.article.empty() ? cites(*ticket->directAnswer, c.basis) : ticket->directAnswer->article == c.article);
        if (!told) {
            return Error("campaign.notTold", {{"ticket", id.text()}});
        }
        campaign.items.push_back({id, ticket->directAnswer->articleVersion, {}, {}, {}});
    }
    return campaign;
}

Result<Campaign> finishOne(const CampaignFile& file, const CampaignDone& c, const RecordCommand& command,
                           const Context& context) {
    if (!file.campaign) {
        return Error("campaign.unknown", {{"campaign", command.key}});
    }
    Campaign campaign = *file.campaign;
    const auto item = std::find_if(campaign.items.begin(), campaign.items.end(),
                                   [&c](const CampaignItem& each) { return each.ticket == c.ticket; });
    if (item == campaign.items.end()) {
        return Error("campaign.notListed", {{"ticket", c.ticket.text()}});
    }
    if (item->done()) {
        return Error("campaign.doneAlready", {{"by", item->doneBy.value}});
    }
    item->doneBy = context.actor.user;
    item->doneAt = context.now;
    item->text = c.text;
    campaign.last = command.id;
    return campaign;
}

}  // namespace

Result<Campaign> decideCampaign(const CampaignFile& file, const RecordCommand& command, const Context& context) {
    if (const Status status = checkRecordCommand(command, context); !status) {
        return status.error();
    }
    if (const auto* begin = std::get_if<StartCampaign>(&command.act)) {
        return startCampaign(file, *begin, command, context);
    }
    const auto* finish = std::get_if<CampaignDone>(&command.act);
    return finish != nullptr ? finishOne(file, *finish, command, context)
                             : Result<Campaign>(Error("record.subject", {{"kind", command.kind}}));
}

}  // namespace zhida::domain
