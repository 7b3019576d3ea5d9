// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/calendar_moves.h"
#include "app/admin/centre_sink.h"
#include "app/admin/context.h"
#include "app/importing/text_file.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace zhida::admin {
namespace {

constexpr std::uint64_t kMostLines = 50;

struct ImportArguments {
    std::string kind;
    std::string mapFile;
    importing::ImportOptions options;
    bool dryRun = false;
    bool verbose = false;
};

/// Remarks and refusals on stderr, at most kMostLines of each unless told otherwise.
class Listing {
public:
    Listing(words::Language language, bool all) : m_language(language), m_all(all) {}

    void operator()(std::size_t line, const Error& what, bool refused) {
        std::uint64_t& count = refused ? m_refused : m_remarks;
        if (++count <= kMostLines || m_all) {
            // A unit that is not known is an error elsewhere; here the row stays.
            const bool kept = !refused && what.code == "unit.unknown";
            const char* const tail = !kept                                    ? ""
                                     : m_language == words::Language::chinese ? "照样保留。"
                                                                              : " Kept all the same.";
            const char* const mark = refused ? (m_language == words::Language::chinese ? "未导入：" : "refused: ") : "";
            std::cerr << "line " << line << ": " << mark << words::sentence(what, m_language) << tail << '\n';
        }
    }
    void close() const {
        const std::uint64_t shown = std::min(m_refused, kMostLines) + std::min(m_remarks, kMostLines);
        if (!m_all && m_refused + m_remarks > shown) {
            std::cerr << (m_language == words::Language::chinese ? "还有 " : "and ") << m_refused + m_remarks - shown
                      << (m_language == words::Language::chinese ? " 条，用 --verbose 查看全部\n"
                                                                 : " more; --verbose lists all\n");
        }
    }

private:
    words::Language m_language;
    bool m_all;
    std::uint64_t m_refused = 0;
    std::uint64_t m_remarks = 0;
};

Status readMapping(ImportArguments& arguments) {
    if (arguments.mapFile.empty()) {
        return done();
    }
    const auto file = importing::TextFile::open(arguments.mapFile);
    if (!file) {
        return file.error();
    }
    arguments.options.mappingText = std::string(file->text());
    return done();
}

int import(ImportArguments& arguments, const Context& context) {
    arguments.options.kind = *enumFrom<importing::Kind>(arguments.kind);
    if (const Status status = readMapping(arguments); !status) {
        return context.fail(status.error());
    }
    auto access = context.open();
    if (!access) {
        return context.fail(access.error());
    }
    CentreSink real(**access, arguments.options.kind);
    DrySink dry(**access, arguments.options.kind);
    CalendarMoves moves(**access, arguments.dryRun ? static_cast<importing::ImportSink&>(dry) : real);
    if (const Status status = moves.begin(arguments.options.kind); !status) {
        return context.fail(status.error());
    }
    Listing listing(context.language(), arguments.verbose);
    const auto counts = importing::runImport(
        arguments.options, moves,
        [&listing](std::size_t line, const Error& what, bool refused) { listing(line, what, refused); });
    listing.close();
    if (!counts) {
        return context.fail(counts.error());
    }
    Json summary{{"kind", arguments.kind},     {"rows", counts->rows},           {"added", counts->added},
                 {"changed", counts->changed}, {"unchanged", counts->unchanged}, {"refused", counts->refused},
                 {"remarks", counts->remarks}, {"encoding", counts->encoding},   {"dryRun", arguments.dryRun}};
    if (!counts->sheet.empty()) {
        summary["sheet"] = counts->sheet;
    }
    if (const Status told = moves.tell(summary, context); !told) {
        return context.fail(told.error());
    }
    print(summary);
    return 0;
}

}  // namespace

void addImport(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App* const command = app.add_subcommand(
        "import",
        "Takes over a file (xlsx, csv, tsv, jsonl, JSON array; UTF-8, GB18030, UTF-16); twice is the same as once");
    command->add_option("KIND", arguments->kind, "What the rows are")
        ->required()
        ->check(CLI::IsMember(importing::kindCodes()));
    command->add_option("FILE", arguments->options.file, "The file")->required();
    command->add_option("--map", arguments->mapFile, "Mapping of its columns (docs/importing.md)");
    command->add_option("--sheet", arguments->options.sheet,
                        "Sheet of a workbook; default: the first visible one with a table");
    command->add_option("--source", arguments->options.source,
                        "Name of where it comes from; default: the mapping's, else the file's");
    command->add_flag("--dry-run", arguments->dryRun, "Write nothing, say what would happen");
    command->add_flag("--verbose", arguments->verbose, "List every remark and refusal, not only the first 50");
    addCentreOptions(*command, context);
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return import(*arguments, context); }; });
}

}  // namespace zhida::admin
