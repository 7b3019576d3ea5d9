// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/record_json.h"

#include "model/domain/article_table.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace zhida::wire {
namespace {

using domain::RecordAct;
constexpr std::size_t kActs = std::variant_size_v<RecordAct>;

template <std::size_t... I>
constexpr std::array<ActSpec, kActs> specsOf(std::index_sequence<I...> /*acts*/) {
    return {ActSpec{std::variant_alternative_t<I, RecordAct>::kName, std::variant_alternative_t<I, RecordAct>::kKind,
                    std::variant_alternative_t<I, RecordAct>::kSubject,
                    std::variant_alternative_t<I, RecordAct>::kMakes}...};
}
constexpr std::array<ActSpec, kActs> kSpecs = specsOf(std::make_index_sequence<kActs>());

/// What only the desk or the centre makes is not.
bool forPeople(std::size_t act) {
    if (kSpecs[act].name == domain::LearnSuggestion::kName) {
        return false;  // suggestion.correct at the headless desk, which makes the numbers of the words
    }
    for (const auto& [role, code] : EnumCodes<domain::Role>::kTable) {
        if (role != domain::Role::system && domain::kRecordRules[act].roles.has(role)) {
            return true;
        }
    }
    return false;
}

template <std::size_t I = 0>
Result<RecordAct> actNamed(std::string_view name, const Json& with, UtcOffset offset) {
    if constexpr (I < kActs) {
        using A = std::variant_alternative_t<I, RecordAct>;
        if (name != A::kName) {
            return actNamed<I + 1>(name, with, offset);
        }
        Result<A> act = fromJson<A>(with, offset);
        return act ? Result<RecordAct>(std::move(*act)) : act.error();
    } else {
        return Error("command.unknown", {{"name", std::string(name)}});
    }
}

template <std::size_t I = 0>
void addActs(Json& list) {
    if constexpr (I < kActs) {
        using A = std::variant_alternative_t<I, RecordAct>;
        if (forPeople(I)) {
            Json fields = describeFields<A>();
            if (A::kName != domain::StartCampaign::kName) {
                fields.insert(fields.begin(), Json{{"name", A::kSubject}, {"type", "text"}, {"required", !A::kMakes}});
            }
            Json roles = Json::array();
            for (const auto& [role, code] : EnumCodes<domain::Role>::kTable) {
                if (role != domain::Role::system && domain::kRecordRules[I].roles.has(role)) {
                    roles.push_back(code);
                }
            }
            list.push_back({{"name", A::kName}, {"fields", std::move(fields)}, {"roles", std::move(roles)}});
        }
        addActs<I + 1>(list);
    }
}

}  // namespace

const ActSpec* actSpec(std::string_view name) {
    for (std::size_t i = 0; i < kActs; ++i) {
        if (kSpecs[i].name == name && forPeople(i)) {
            return &kSpecs[i];
        }
    }
    return nullptr;
}

Result<RecordAct> actFromJson(std::string_view name, const Json& with, UtcOffset offset) {
    return actNamed(name, with, offset);
}

Json actToJson(const RecordAct& act, UtcOffset offset) {
    return std::visit(
        [offset]<class A>(const A& each) {
            Json json = toJson(each, offset);
            forEachField<A>([&json](const auto& f) {
                if (f.use == FieldUse::internal) {
                    json.erase(std::string(f.name));
                }
            });
            return json;
        },
        act);
}

std::vector<TextChange> changesBetween(const domain::ArticleText& before, const domain::ArticleText& after,
                                       UtcOffset offset) {
    const Json old = toJson(before, offset);
    const Json now = toJson(after, offset);
    std::vector<TextChange> changes;
    forEachField<domain::ArticleText>([&](const auto& field) {
        const std::string name(field.name);
        if (old[name] != now[name]) {
            changes.push_back({name, old[name], now[name]});
        }
    });
    return changes;
}

Json describeActs() {
    Json list = Json::array();
    addActs(list);
    return list;
}

}  // namespace zhida::wire
