// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wire/json.h"

#include "model/base/utf8.h"
#include "model/domain/article.h"
#include "model/domain/audit.h"
#include "model/domain/event.h"
#include "model/domain/lifecycle.h"
#include "model/domain/org.h"
#include "model/domain/personal_data.h"
#include "model/domain/presence.h"
#include "model/domain/record_command.h"
#include "model/domain/roster.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <optional>
#include <variant>
#include <vector>

namespace zhida::wire {
namespace {

template <class T>
concept TextCode = requires(T v) { v.value.append(""); };
template <class T>
concept BinaryId = requires(T v) { v.uuid.bytes; };

// ---- out -----------------------------------------------------------------------------------------------------------

template <class T>
Json valueToJson(const T& value, UtcOffset offset) {
    if constexpr (IsOptional<T>::value) {
        return value ? valueToJson(*value, offset) : Json(nullptr);
    } else if constexpr (IsVector<T>::value) {
        Json list = Json::array();
        for (const auto& each : value) {
            list.push_back(valueToJson(each, offset));
        }
        return list;
    } else if constexpr (IsVariant<T>::value) {
        Json object = std::visit([offset](const auto& each) { return toJson(each, offset); }, value);
        object["kind"] = nameOf(value);
        return object;
    } else if constexpr (std::is_same_v<T, Instant>) {
        return formatIso(value, offset);
    } else if constexpr (CodedEnum<T>) {
        return codeOf(value);
    } else if constexpr (TextCode<T>) {
        return value.value;
    } else if constexpr (BinaryId<T>) {
        return value.text();
    } else if constexpr (Record<T>) {
        return toJson(value, offset);
    } else {
        return value;
    }
}

// ---- in ------------------------------------------------------------------------------------------------------------

Error typeError(std::string_view name, std::string_view expected) {
    return Error("field.type", {{"field", std::string(name)}, {"expected", std::string(expected)}});
}

Result<std::string> readText(const Json& json, std::string_view name) {
    if (!json.is_string()) {
        return typeError(name, "text");
    }
    auto text = json.get<std::string>();
    if (!utf8::isValid(text) || text.find('\0') != std::string::npos) {
        return Error("field.encoding", {{"field", std::string(name)}});
    }
    return text;
}

Status readBool(const Json& json, std::string_view name, bool& out) {
    if (json.is_boolean()) {
        out = json.get<bool>();
        return done();
    }
    const std::string text = json.is_string() ? json.get<std::string>() : json.dump();
    if (text != "1" && text != "0" && text != "true" && text != "false") {
        return typeError(name, "boolean");
    }
    out = text == "1" || text == "true";
    return done();
}

template <class T>
Status readInteger(const Json& json, std::string_view name, T& out) {
    const std::string text = json.is_string() ? json.get<std::string>() : json.dump();
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool whole = failure == std::errc{} && end == text.data() + text.size();
    return whole ? done() : Status(typeError(name, "integer"));
}

template <class E>
Status readEnum(const Json& json, std::string_view name, E& out) {
    const auto text = readText(json, name);
    if (!text) {
        return text.error();
    }
    const auto value = enumFrom<E>(*text);
    if (!value) {
        std::string allowed;
        for (const auto& [each, code] : EnumCodes<E>::kTable) {
            allowed += (allowed.empty() ? "" : " ") + std::string(code);
        }
        return Error("field.value", {{"field", std::string(name)}, {"value", *text}, {"allowed", allowed}});
    }
    out = *value;
    return done();
}

Status readInstant(const Json& json, std::string_view name, UtcOffset offset, Instant& out) {
    const auto at = json.is_string() ? parseIso(json.get<std::string>(), offset) : std::nullopt;
    if (!at) {
        return typeError(name, "time");
    }
    out = *at;
    return done();
}

template <class T>
Status readValue(const Json& json, std::string_view name, UtcOffset offset, T& out) {
    if constexpr (IsOptional<T>::value) {
        out.reset();
        const bool none = json.is_null() || (json.is_string() && json.get_ref<const std::string&>().empty());
        return none ? done() : readValue(json, name, offset, out.emplace());
    } else if constexpr (IsVector<T>::value) {
        if (!json.is_array()) {
            return typeError(name, "list");
        }
        out.clear();
        for (const Json& each : json) {
            if (Status status = readValue(each, name, offset, out.emplace_back()); !status) {
                return status;
            }
        }
        return done();
    } else if constexpr (std::is_same_v<T, Instant>) {
        return readInstant(json, name, offset, out);
    } else if constexpr (CodedEnum<T>) {
        return readEnum(json, name, out);
    } else if constexpr (std::is_same_v<T, bool>) {
        return readBool(json, name, out);
    } else if constexpr (std::is_integral_v<T>) {
        return readInteger(json, name, out);
    } else if constexpr (Record<T>) {
        Result<T> inner = fromJson<T>(json, offset);
        if (!inner) {
            return inner.error();
        }
        out = std::move(*inner);
        return done();
    } else {
        const auto text = readText(json, name);
        if (!text) {
            return text.error();
        }
        if constexpr (BinaryId<T>) {
            const auto uuid = Uuid::parse(*text);
            out.uuid = uuid.value_or(Uuid{});
            return uuid ? done() : Status(typeError(name, "id"));
        } else if constexpr (TextCode<T>) {
            out.value = *text;
        } else {
            out = *text;
        }
        return done();
    }
}

template <Record T>
const char* unknownKey(const Json& object, std::string& key) {
    for (const auto& [each, value] : object.items()) {
        bool known = false;
        forEachField<T>(
            [&, &name = each](const auto& f) { known = known || (f.name == name && f.use != FieldUse::internal); });
        if (!known) {
            key = each;
            return key.c_str();
        }
    }
    return nullptr;
}

// ---- describe ------------------------------------------------------------------------------------------------------

template <class T>
std::string_view typeName() {
    if constexpr (IsOptional<T>::value) {
        return typeName<typename T::value_type>();
    } else if constexpr (IsVector<T>::value) {
        return "list";
    } else if constexpr (std::is_same_v<T, Instant>) {
        return "time";
    } else if constexpr (CodedEnum<T>) {
        return "enum";
    } else if constexpr (std::is_same_v<T, bool>) {
        return "boolean";
    } else if constexpr (std::is_integral_v<T>) {
        return "integer";
    } else if constexpr (BinaryId<T>) {
        return "id";
    } else if constexpr (Record<T>) {
        return "object";
    } else {
        return "text";
    }
}

template <class T>
void addValues(Json& into) {
    if constexpr (IsOptional<T>::value) {
        addValues<typename T::value_type>(into);
    } else if constexpr (CodedEnum<T>) {
        Json values = Json::array();
        for (const auto& [value, code] : EnumCodes<T>::kTable) {
            values.push_back(code);
        }
        into["values"] = std::move(values);
    }
}

template <std::size_t I = 0>
void addCommands(Json& list) {
    if constexpr (I < std::variant_size_v<domain::TicketCommand>) {
        using C = std::variant_alternative_t<I, domain::TicketCommand>;
        Json fields = describeFields<C>();
        if (I != 0) {
            fields.insert(fields.begin(), Json{{"name", "ticket"}, {"type", "ticket"}, {"required", true}});
        }
        Json roles = Json::array();
        for (const auto& [role, code] : EnumCodes<domain::Role>::kTable) {
            if (role != domain::Role::system && domain::kLifecycle[I].roles.has(role)) {
                roles.push_back(code);
            }
        }
        list.push_back({{"name", C::kName}, {"fields", std::move(fields)}, {"roles", std::move(roles)}});
        addCommands<I + 1>(list);
    }
}

template <std::size_t I = 0>
Result<domain::TicketCommand> commandNamed(std::string_view name, const Json& with, UtcOffset offset) {
    if constexpr (I < std::variant_size_v<domain::TicketCommand>) {
        using C = std::variant_alternative_t<I, domain::TicketCommand>;
        if (name != C::kName) {
            return commandNamed<I + 1>(name, with, offset);
        }
        Result<C> body = fromJson<C>(with, offset);
        return body ? Result<domain::TicketCommand>(std::move(*body)) : body.error();
    } else {
        return Error("command.unknown", {{"name", std::string(name)}});
    }
}

}  // namespace

template <Record T>
Json toJson(const T& value, UtcOffset offset) {
    Json object = Json::object();
    forEachField<T>([&](const auto& f) { object[std::string(f.name)] = valueToJson(value.*f.member, offset); });
    return object;
}

template <Record T>
Result<T> fromJson(const Json& object, UtcOffset offset) {
    if (!object.is_object()) {
        return typeError("", "object");
    }
    std::string unknown;
    if (unknownKey<T>(object, unknown) != nullptr) {
        return Error("field.unknown", {{"field", unknown}});
    }
    T value;
    Status status = done();
    forEachField<T>([&](const auto& f) {
        const auto it = object.find(f.name);
        const bool given = it != object.end() && !it->is_null();
        if (!status || f.use == FieldUse::internal || (!given && f.use == FieldUse::optional)) {
            return;
        }
        status = given ? readValue(*it, f.name, offset, value.*f.member)
                       : Status(Error("field.missing", {{"field", std::string(f.name)}}));
    });
    return status ? Result<T>(std::move(value)) : status.error();
}

template <Record T>
Json describeFields() {
    Json fields = Json::array();
    forEachField<T>([&fields](const auto& f) {
        if (f.use == FieldUse::internal) {
            return;
        }
        using Value = std::decay_t<decltype(std::declval<T>().*f.member)>;
        Json one{{"name", f.name}, {"type", typeName<Value>()}, {"required", f.use == FieldUse::required}};
        addValues<Value>(one);
        fields.push_back(std::move(one));
    });
    return fields;
}

Result<domain::TicketCommand> commandFromJson(std::string_view name, const Json& with, UtcOffset offset) {
    return commandNamed(name, with, offset);
}

Json describeCommands() {
    Json list = Json::array();
    addCommands(list);
    return list;
}

Json errorJson(const Error& error) {
    Json args = Json::object();
    for (const auto& [key, value] : error.args) {
        args[key] = value;
    }
    return {{"code", error.code}, {"args", std::move(args)}};
}

#define ZHIDA_JSON(T)                                       \
    template Json toJson<T>(const T&, UtcOffset);           \
    template Result<T> fromJson<T>(const Json&, UtcOffset); \
    template Json describeFields<T>()

ZHIDA_JSON(domain::Article);
ZHIDA_JSON(domain::Unit);
ZHIDA_JSON(domain::UserProfile);
ZHIDA_JSON(domain::RosterEntry);
ZHIDA_JSON(domain::AuditEntry);
ZHIDA_JSON(domain::Presence);
ZHIDA_JSON(domain::Category);
ZHIDA_JSON(domain::Region);
ZHIDA_JSON(domain::Holiday);
ZHIDA_JSON(domain::ServiceItem);
ZHIDA_JSON(domain::DraftArticle);
ZHIDA_JSON(domain::DiscardDraft);
ZHIDA_JSON(domain::SubmitArticle);
ZHIDA_JSON(domain::ReviewArticle);
ZHIDA_JSON(domain::RenewArticle);
ZHIDA_JSON(domain::WithdrawArticle);
ZHIDA_JSON(domain::ReportArticle);
ZHIDA_JSON(domain::ArticleFellDue);
ZHIDA_JSON(domain::SettleTask);
ZHIDA_JSON(domain::StartCampaign);
ZHIDA_JSON(domain::CampaignDone);
ZHIDA_JSON(domain::NoteSearch);
ZHIDA_JSON(domain::LearnSuggestion);
ZHIDA_JSON(domain::AskForArticle);
ZHIDA_JSON(domain::SendMessage);
ZHIDA_JSON(domain::ArticleText);
template Json toJson<domain::ArticleStep>(const domain::ArticleStep&, UtcOffset);
template Json toJson<domain::ArticleTask>(const domain::ArticleTask&, UtcOffset);
template Json toJson<domain::Message>(const domain::Message&, UtcOffset);
template Json toJson<domain::Campaign>(const domain::Campaign&, UtcOffset);
template Json toJson<domain::Stripped>(const domain::Stripped&, UtcOffset);
template Json toJson<domain::Ticket>(const domain::Ticket&, UtcOffset);
template Json toJson<domain::Event>(const domain::Event&, UtcOffset);

}  // namespace zhida::wire
