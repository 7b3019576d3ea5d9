// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/item_builder.h"

#include "model/wire/json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

namespace zhida::importing {
namespace {

std::string takeText(Json& fields, const char* name) {
    const auto it = fields.find(name);
    if (it == fields.end()) {
        return {};
    }
    std::string text = it->is_string() ? it->get<std::string>() : it->dump();
    fields.erase(it);
    return text;
}

/// "a;b" as a table has lists; in prose 、 stands inside of sentences.
Json listOf(std::string_view text, bool isProse) {
    static constexpr std::array<std::string_view, 5> kSeparators{";", "；", "|", "\n", "、"};
    Json list = Json::array();
    while (!text.empty()) {
        std::size_t end = text.size();
        std::size_t next = text.size();
        for (const std::string_view separator : std::span(kSeparators).first(kSeparators.size() - (isProse ? 1 : 0))) {
            if (const std::size_t at = text.find(separator); at < end) {
                end = at;
                next = at + separator.size();
            }
        }
        if (end > 0) {
            list.push_back(std::string(text.substr(0, end)));
        }
        text.remove_prefix(next);
    }
    return list;
}

/// Brings what a table can hold into the types that the record asks for.
template <Record T>
void suit(Json& fields) {
    static const Json kFields = wire::describeFields<T>();
    for (const Json& field : kFields) {
        const auto it = fields.find(field["name"].get_ref<const std::string&>());
        if (it == fields.end()) {
            continue;
        }
        const std::string& type = field["type"].get_ref<const std::string&>();
        if (type == "list" && it->is_string()) {
            const bool isProse = it.key() == "conditions" || it.key() == "basis";
            *it = listOf(it->get_ref<const std::string&>(), isProse);
        } else if (type == "text" && !it->is_string()) {
            *it = it->dump();
        }
    }
    if (fields.contains("basis") && fields["basis"].is_array()) {
        for (Json& each : fields["basis"]) {
            each = each.is_string() ? Json{{"name", each}} : each;
        }
    }
}

template <Record T>
Result<T> recordFrom(Json fields) {
    suit<T>(fields);
    return wire::fromJson<T>(fields, UtcOffset{});
}

template <Record T>
std::size_t hashOf(const T& value) {
    return std::hash<std::string>{}(wire::toJson(value, UtcOffset{}).dump());
}

const std::string& identityOf(const domain::Holiday& holiday) { return holiday.date; }
const std::string& identityOf(const domain::UserProfile& user) { return user.user.value; }
const std::string& identityOf(const domain::ServiceItem& service) { return service.code; }
template <class T>
const std::string& identityOf(const T& record) {
    return record.code.value;
}

/// The item of a record is the record; of a user's profile an Agent.
Item itemOf(domain::UserProfile profile) { return Agent{std::move(profile), {}}; }
template <class T>
Item itemOf(T record) {
    return record;
}

template <Record T>
Result<Built> builtFrom(Json fields) {
    auto value = recordFrom<T>(std::move(fields));
    if (!value) {
        return value.error();
    }
    std::string identity = identityOf(*value);
    if (identity.empty()) {
        return Error("field.missing", {{"field", std::string(std::get<0>(T::fields()).name)}});
    }
    const std::size_t hash = hashOf(*value);
    return Built{itemOf(std::move(*value)), std::move(identity), {}, hash, {}};
}

void checkUnit(const Reference& reference, UnitCode& unit, std::vector<Error>& remarks) {
    if (unit.empty()) {
        return;
    }
    const std::string code = reference.units.codeOf(unit.value);
    if (code.empty()) {
        remarks.push_back(Error("unit.unknown", {{"unit", unit.value}}));
    } else {
        unit.value = code;
    }
}

/// A day, or the day of a time in the form of the mapping.
std::optional<Day> readDay(const std::string& text, const TimeFormat& format) {
    if (const auto day = parseDay(text)) {
        return day;
    }
    const auto at = readTime(text, format);
    return at ? std::optional(localDay(*at, format.offset)) : std::nullopt;
}

class RecordBuilder final : public ItemBuilder {
public:
    RecordBuilder(Kind kind, BuilderContext context) : m_kind(kind), m_context(std::move(context)) {}

    Result<Built> build(const Json& fields, bool damaged, int repeat) override {
        auto built = buildKind(fields);
        if (built && repeat > 1) {
            return Error("row.repeated", {{"id", built->identity}});
        }
        if (built && damaged) {
            built->remarks.push_back(Error("text.damaged"));
        }
        return built;
    }

private:
    Result<Built> buildKind(Json fields) {
        switch (m_kind) {
            case Kind::services:
                return builtFrom<domain::ServiceItem>(std::move(fields));
            case Kind::categories:
                return builtFrom<domain::Category>(std::move(fields));
            case Kind::regions:
                return builtFrom<domain::Region>(std::move(fields));
            case Kind::units:
                return builtFrom<domain::Unit>(std::move(fields));
            case Kind::holidays:
                return buildHoliday(std::move(fields));
            default:
                return buildAgent(std::move(fields));
        }
    }

    /// Days come as 2025/8/9, too.
    Result<Built> buildHoliday(Json fields) const {
        const auto date = fields.find("date");
        const auto day = date != fields.end() && date->is_string()
                             ? readDay(date->get_ref<const std::string&>(), m_context.mapping->time)
                             : std::nullopt;
        if (!day) {
            return Error("field.type", {{"field", "date"}, {"expected", "day"}});
        }
        *date = formatDay(*day);
        return builtFrom<domain::Holiday>(std::move(fields));
    }

    Result<Built> buildAgent(Json fields) const {
        std::string password = takeText(fields, "password");
        auto built = builtFrom<domain::UserProfile>(std::move(fields));
        if (built) {
            Agent& agent = std::get<Agent>(built->item);
            agent.password = std::move(password);
            checkUnit(*m_context.reference, agent.profile.unit, built->remarks);
        }
        return built;
    }

    Kind m_kind;
    BuilderContext m_context;
};

class ArticleBuilder final : public ItemBuilder {
public:
    explicit ArticleBuilder(BuilderContext context) : m_context(std::move(context)) {}

    Result<Built> build(const Json& input, bool damaged, int repeat) override {
        Json fields = input;
        const std::string id = takeText(fields, "id");
        const std::vector<std::string> questions = takeQuestions(fields);
        gatherService(fields);
        Built built;
        for (const char* const name : {"validFrom", "validTo"}) {
            suitDay(fields, name, built.remarks);
        }
        auto article = recordFrom<domain::Article>(std::move(fields));
        if (!article) {
            return article.error();
        }
        std::copy_if(questions.begin(), questions.end(), std::back_inserter(article->questions),
                     [&article](const std::string& each) { return !each.empty() && each != article->title; });
        if (damaged) {
            built.remarks.push_back(Error("text.damaged"));
        }
        checkUnit(*m_context.reference, article->unit, built.remarks);
        identify(*article, id, repeat);
        built.identity = id.empty() ? article->key : id;
        built.title = article->title;
        built.contentHash = hashOf(*article);
        built.item = std::move(*article);
        return built;
    }

private:
    /// One, or as many as a table of questions has.
    static std::vector<std::string> takeQuestions(Json& fields) {
        const auto it = fields.find("question");
        if (it == fields.end() || !it->is_array()) {
            return {takeText(fields, "question")};
        }
        std::vector<std::string> questions;
        for (const Json& each : *it) {
            questions.push_back(each.is_string() ? each.get<std::string>() : each.dump());
        }
        fields.erase(it);
        return questions;
    }
    /// "service.visits": 1 -> "service": {"visits": "1"}.
    static void gatherService(Json& fields) {
        constexpr std::string_view kPrefix = "service.";
        Json service = Json::object();
        for (const auto& [name, value] : fields.items()) {
            if (std::string_view(name).starts_with(kPrefix)) {
                service[name.substr(kPrefix.size())] = value.is_string() ? value.get<std::string>() : value.dump();
            }
        }
        for (const auto& [name, value] : service.items()) {
            fields.erase(std::string(kPrefix) + name);
        }
        if (!service.empty()) {
            fields["service"] = std::move(service);
        }
    }
    /// What is no day (长期) is none: a text would be compared as if it were one.
    void suitDay(Json& fields, const char* name, std::vector<Error>& remarks) const {
        const std::string value = takeText(fields, name);
        if (value.empty()) {
            return;
        }
        if (const auto day = readDay(value, m_context.mapping->time)) {
            fields[name] = formatDay(*day);
        } else {
            remarks.push_back(Error("value.unknown", {{"field", name}, {"value", value}}));
        }
    }
    void identify(domain::Article& article, const std::string& id, int repeat) const {
        if (!article.key.empty()) {
            return;  // one of our own files: it brings its identity along
        }
        article.source = m_context.source;
        article.sourceId = repeat > 1 ? id + "#" + std::to_string(repeat) : id;
        const std::string name = id.empty() ? article.title + "\n" + article.answer : article.sourceId;
        article.key = Uuid::fromName("article\n" + article.source + "\n" + name).text();
    }

    BuilderContext m_context;
};

}  // namespace

std::unique_ptr<ItemBuilder> makeArticleBuilder(BuilderContext context) {
    return std::make_unique<ArticleBuilder>(std::move(context));
}

std::unique_ptr<ItemBuilder> makeRecordBuilder(Kind kind, BuilderContext context) {
    return std::make_unique<RecordBuilder>(kind, std::move(context));
}

std::unique_ptr<ItemBuilder> makeBuilder(Kind kind, BuilderContext context) {
    switch (kind) {
        case Kind::tickets:
            return makeTicketBuilder(std::move(context));
        case Kind::articles:
            return makeArticleBuilder(std::move(context));
        default:
            return makeRecordBuilder(kind, std::move(context));
    }
}

}  // namespace zhida::importing
