// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "model/base/utf8.h"
#include "model/search/highlight.h"

#include <CLI/CLI.hpp>

#include <chrono>

namespace zhida::admin {
namespace {

struct SearchArguments {
    std::string what;
    std::vector<std::string> words;
    std::size_t limit = 10;
    bool exact = false;

    [[nodiscard]] std::string query() const {
        std::string text;
        for (const std::string& each : words) {
            text += (text.empty() ? "" : " ") + each;
        }
        return text;
    }
};

/// Byte ranges as [[from,to],…] in characters.
Json ranges(std::string_view text, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& marks) {
    Json list = Json::array();
    for (const auto& [from, to] : marks) {
        list.push_back({utf8::length(text.substr(0, from)), utf8::length(text.substr(0, to))});
    }
    return list;
}

Json marksOf(const search::Marks& marks, std::string_view title, std::string_view body, const char* bodyName) {
    return {{"title", ranges(title, marks.title)}, {bodyName, ranges(body, marks.body)}};
}

Json hitJson(const centre::FoundTicket& found, const std::string& query) {
    const domain::Ticket& ticket = found.ticket;
    return {{"id", ticket.sourceId.empty() ? ticket.number : ticket.sourceId},
            {"key", ticket.id.text()},
            {"number", ticket.number},
            {"title", ticket.title},
            {"state", codeOf(ticket.state)},
            {"score", found.score},
            {"why", found.why},
            {"marks", marksOf(search::highlight(query, search::Dictionary(), ticket.title, ticket.content),
                              ticket.title, ticket.content, "content")}};
}

Json hitJson(const centre::FoundArticle& found, const std::string& /*query*/) {
    const domain::Article& article = found.article;
    return {{"id", article.sourceId.empty() ? article.key : article.sourceId},
            {"key", article.key},
            {"title", article.title},
            {"live", true},
            {"trust", codeOf(found.trust)},
            {"score", found.score},
            {"why", found.why},
            {"marks", marksOf(found.marks, article.title, article.answer, "answer")}};
}

template <class Hits>
int show(const Result<Hits>& hits, const std::string& query, double ms, const Context& context) {
    if (!hits) {
        return context.fail(hits.error());
    }
    Json results = Json::array();
    for (const auto& each : *hits) {
        results.push_back(hitJson(each, query));
    }
    if (context.json) {
        print({{"results", std::move(results)}, {"ms", ms}});
        return 0;
    }
    for (const Json& each : results) {
        printLine(each["id"].get<std::string>() + "\t" + each["title"].get<std::string>());
    }
    return 0;
}

int searchCentre(const SearchArguments& arguments, const Context& context) {
    using Clock = std::chrono::steady_clock;
    auto access = context.open();
    if (!access) {
        return context.fail(access.error());
    }
    const std::string query = arguments.query();
    const auto start = Clock::now();
    const auto passed = [start] { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); };
    if (arguments.what == "tickets") {
        const auto hits = (*access)->searchTickets(query, arguments.limit, arguments.exact);
        return show(hits, query, passed(), context);
    }
    const auto hits = (*access)->searchArticles(query, arguments.limit, arguments.exact);
    return show(hits, query, passed(), context);
}

}  // namespace

void addSearch(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<SearchArguments>();
    CLI::App* const command = app.add_subcommand("search", "Searches tickets or articles, best first");
    command->add_option("WHAT", arguments->what, "tickets or articles")
        ->required()
        ->check(CLI::IsMember({"tickets", "articles"}));
    command->add_option("QUERY", arguments->words, "What to look for")->required();
    command->add_option("--limit", arguments->limit, "At most so many; 0: all")
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
    command->add_flag("--exact", arguments->exact, "As it stands: no synonyms, no pinyin");
    addCentreOptions(*command, context);
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return searchCentre(*arguments, context); }; });
}

}  // namespace zhida::admin
