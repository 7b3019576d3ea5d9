// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/decide_article.h"

#include <algorithm>

namespace zhida::domain {

Result<SearchMiss> decideSearchNote(const std::optional<SearchMiss>& before, const RecordCommand& command,
                                    const Context& context) {
    if (const Status status = checkRecordCommand(command, context); !status) {
        return status.error();
    }
    const auto* note = std::get_if<NoteSearch>(&command.act);
    if (note == nullptr) {
        return Error("record.subject", {{"kind", command.kind}});
    }
    if (note->text != notableSearch(note->text)) {
        return Error("search.notNotable");
    }
    const std::optional<Day> day = dayOfMiss(command.key);
    const Day tomorrow = localDay(context.now, context.rules->calendar.offset()).plus(1);
    if (!day || tomorrow < *day || command.key != searchMissKey(context.actor.user, *day, note->text)) {
        return Error("search.key", {{"key", command.key}});
    }
    SearchMiss miss = before.value_or(SearchMiss{command.key, note->text, 0, 0, context.actor.user, {}, {}});
    miss.unit = context.actor.unit;
    miss.hits = note->hits;
    miss.lastAt = std::max(miss.lastAt, std::min(command.occurredAt, context.now));
    ++miss.times;
    return miss;
}

Result<LearnedSuggestion> decideLearned(const RecordCommand& command, const Context& context) {
    if (const Status status = checkRecordCommand(command, context); !status) {
        return status.error();
    }
    const auto* said = std::get_if<LearnSuggestion>(&command.act);
    if (said == nullptr) {
        return Error("record.subject", {{"kind", command.kind}});
    }
    if (said->words.empty()) {
        return Error("text.missing", {{"field", "words"}});
    }
    std::uint32_t place = 0;
    while (place < kMostLearned && learnedKey(context.actor.user, place) != command.key) {
        ++place;
    }
    if (place == kMostLearned) {
        return Error("suggestion.key", {{"key", command.key}});
    }
    return LearnedSuggestion{command.key, context.actor.user, std::min(command.occurredAt, context.now), *said};
}

}  // namespace zhida::domain
