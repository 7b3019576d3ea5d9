// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/record_judge.h"

#include "model/wire/codec.h"

#include <array>
#include <utility>

namespace zhida::wire {
namespace {

using domain::RecordCommand;
using Changes = Result<std::vector<RecordChange>>;

constexpr std::string_view kArticle = "article";

/// Reads typed records; one that cannot be read is remembered, and nothing is decided on it.
class Records {
public:
    explicit Records(const RecordSource& source) : m_source(source) {}

    template <class T>
    std::optional<T> get(std::string_view kind, const std::string& key) {
        const std::optional<std::string> body = key.empty() ? std::nullopt : m_source.record(kind, key);
        if (!body) {
            return std::nullopt;
        }
        Result<T> value = decode<T>(*body);
        if (!value) {
            m_broken = value.error();
            return std::nullopt;
        }
        return std::move(*value);
    }
    [[nodiscard]] const std::optional<Error>& broken() const { return m_broken; }

private:
    const RecordSource& m_source;
    std::optional<Error> m_broken;
};

template <class T>
void put(std::vector<RecordChange>& changes, std::string_view kind, std::string key, const T& value) {
    changes.push_back({std::string(kind), std::move(key), encode(value)});
}

std::vector<RecordChange> allOf(const domain::ArticleChanges& from) {
    std::vector<RecordChange> changes;
    if (from.kept) {
        put(changes, domain::kArticleVersionKind, domain::versionKey(from.kept->key, from.kept->version), *from.kept);
    }
    if (from.live) {
        put(changes, kArticle, from.live->key, *from.live);
    }
    if (from.life) {
        put(changes, domain::kArticleLifeKind, from.life->key, *from.life);
    }
    for (const domain::ArticleTask& task : from.tasks) {
        put(changes, domain::kArticleTaskKind, task.key, task);
    }
    return changes;
}

/// The days on which the article is or was due: of its review, of its end.
void addReviewTasks(domain::ArticleFile& file, Records& records) {
    if (!file.live) {
        return;
    }
    for (const std::string& day : {file.live->reviewOn, file.live->validTo}) {
        const std::string key = day.empty() ? std::string() : domain::dueCommand(*file.live, day).text();
        if (auto task = records.get<domain::ArticleTask>(domain::kArticleTaskKind, key)) {
            file.reviewTasks.push_back(std::move(*task));
        }
    }
}

domain::ArticleFile articleFile(const RecordCommand& command, Records& records) {
    domain::ArticleFile file;
    std::string article = command.key;
    if (const auto* settle = std::get_if<domain::SettleTask>(&command.act)) {
        file.task = records.get<domain::ArticleTask>(domain::kArticleTaskKind, command.key);
        const bool lacks = file.task && file.task->kind == domain::TaskKind::missing;
        article = lacks ? settle->article : file.task ? file.task->article : std::string();
    }
    if (std::holds_alternative<domain::AskForArticle>(command.act)) {
        file.task = records.get<domain::ArticleTask>(domain::kArticleTaskKind, command.key);
        return file;
    }
    file.live = records.get<domain::Article>(kArticle, article);
    file.life = records.get<domain::ArticleLife>(domain::kArticleLifeKind, article);
    if (file.life) {
        file.asked = records.get<domain::ArticleTask>(domain::kArticleTaskKind, file.life->task);
    }
    addReviewTasks(file, records);
    return file;
}

/// Of a decision that makes one record.
template <class T>
Changes changeOf(std::string_view kind, const Result<T>& decided) {
    if (!decided) {
        return decided.error();
    }
    std::vector<RecordChange> changes;
    put(changes, kind, decided->key, *decided);
    return changes;
}

Changes judgeArticle(const RecordCommand& command, const RecordSource& source, const domain::Context& context) {
    Records records(source);
    const domain::ArticleFile file = articleFile(command, records);
    if (records.broken()) {
        return *records.broken();
    }
    const bool onTask = command.kind == domain::kArticleTaskKind;
    const auto decided =
        onTask ? domain::decideArticleTask(file, command, context) : domain::decideArticle(file, command, context);
    return decided ? Changes(allOf(*decided)) : decided.error();
}

Changes judgeCampaign(const RecordCommand& command, const RecordSource& source, const domain::Context& context) {
    Records records(source);
    domain::CampaignFile file{records.get<domain::Campaign>(domain::kCampaignKind, command.key), {}};
    if (records.broken()) {
        return *records.broken();
    }
    const auto* begin = std::get_if<domain::StartCampaign>(&command.act);
    if (begin != nullptr && begin->tickets.size() <= domain::kMostCampaignItems) {
        for (const TicketId& id : begin->tickets) {
            if (auto ticket = source.ticket(id)) {
                file.tickets.push_back(std::move(*ticket));
            }
        }
    }
    return changeOf(domain::kCampaignKind, domain::decideCampaign(file, command, context));
}

Changes judgeSearchNote(const RecordCommand& command, const RecordSource& source, const domain::Context& context) {
    Records records(source);
    const auto before = records.get<domain::SearchMiss>(domain::kSearchMissKind, command.key);
    if (records.broken()) {
        return *records.broken();
    }
    return changeOf(domain::kSearchMissKind, domain::decideSearchNote(before, command, context));
}

Changes judgeLearned(const RecordCommand& command, const RecordSource& /*source*/, const domain::Context& context) {
    return changeOf(domain::kLearnedKind, domain::decideLearned(command, context));
}

/// Beside the message stands its place in the gateway's work list.
Changes judgeMessage(const RecordCommand& command, const RecordSource& source, const domain::Context& context) {
    Records records(source);
    domain::MessageFile file;
    file.message = records.get<domain::Message>(domain::kMessageKind, command.key);
    if (const auto* send = std::get_if<domain::SendMessage>(&command.act)) {
        file.ticket = source.ticket(send->ticket);
        file.article = records.get<domain::Article>(kArticle, send->article);
    }
    if (records.broken()) {
        return *records.broken();
    }
    const auto decided = domain::decideMessage(file, command, context);
    return decided ? Changes(changesOf(*decided)) : decided.error();
}

using Judge = Changes (*)(const RecordCommand&, const RecordSource&, const domain::Context&);
/// One row per kind of record that commands may change.
constexpr std::array<std::pair<std::string_view, Judge>, 6> kJudges{{{kArticle, &judgeArticle},
                                                                     {domain::kArticleTaskKind, &judgeArticle},
                                                                     {domain::kCampaignKind, &judgeCampaign},
                                                                     {domain::kSearchMissKind, &judgeSearchNote},
                                                                     {domain::kLearnedKind, &judgeLearned},
                                                                     {domain::kMessageKind, &judgeMessage}}};

}  // namespace

std::vector<RecordChange> changesOf(const domain::Message& message) {
    const bool byRule = message.user.empty() && message.toUnit.empty();
    const std::string queued(byRule ? domain::kQueuedByRule : domain::kQueued);
    const bool waits = message.state == domain::MessageState::waiting;
    return {{std::string(domain::kMessageKind), message.key, encode(message)},
            {std::string(domain::kMessageQueueKind), message.key, waits ? queued : std::string()}};
}

Changes judgeRecord(const RecordCommand& command, const RecordSource& source, const domain::Context& context) {
    for (const auto& [kind, judge] : kJudges) {
        if (kind == command.kind) {
            return judge(command, source, context);
        }
    }
    return Error("record.subject", {{"kind", command.kind}});
}

CommandId lastOf(std::string_view kind, std::string_view key, const RecordSource& source) {
    Records records(source);
    if (kind == kArticle) {
        const auto life = records.get<domain::ArticleLife>(domain::kArticleLifeKind, std::string(key));
        return life ? life->last : CommandId{};
    }
    const auto campaign = kind == domain::kCampaignKind
                              ? records.get<domain::Campaign>(domain::kCampaignKind, std::string(key))
                              : std::nullopt;
    return campaign ? campaign->last : CommandId{};
}

}  // namespace zhida::wire
