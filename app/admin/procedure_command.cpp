// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "app/centre/centre.h"
#include "model/wire/json.h"
#include "model/wire/rules_file.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

namespace zhida::admin {
namespace {

struct ProcedureArguments {
    std::string file;
    std::string pack;
    std::string why;
    std::uint64_t number = 0;
    std::uint64_t base = 0;
};

Result<std::string> textOfFile(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    std::ostringstream text;
    text << (name == "-" ? std::cin.rdbuf() : file.rdbuf());
    return (name == "-" || file.is_open()) && !file.bad()
               ? Result<std::string>(text.str())
               : Error("file.notReadable", {{"file", name}, {"reason", std::strerror(errno)}});
}

Result<Json> askCentre(const Context& context, const std::string& operation, const Json& arguments) {
    auto access = context.open();
    const auto answer = access
                            ? (*access)->call(operation, arguments.dump(-1, ' ', false, Json::error_handler_t::replace))
                            : Result<std::string>(access.error());
    return answer ? wire::parseJson(*answer) : answer.error();
}

Error errorFrom(const Json& json) {
    Error error(json.value("code", ""));
    const Json arguments = json.value("args", Json::object());
    for (const auto& [name, value] : arguments.items()) {
        error.args.emplace_back(name, value.get<std::string>());
    }
    return error;
}

void printSentences(const Json& errors, const Context& context) {
    for (const Json& each : errors) {
        printLine(words::sentence(errorFrom(each), context.language()));
    }
}

void printChanges(const Json& changes) {
    for (const Json& each : changes) {
        printLine(each["path"].get<std::string>());
        for (const auto& [key, mark] : {std::pair("before", "  - "), std::pair("after", "  + ")}) {
            if (!each[key].is_null()) {
                printLine(mark + each[key].dump());
            }
        }
    }
}

Json whichOf(const ProcedureArguments& arguments) {
    Json which = Json::object();
    if (arguments.number != 0) {
        which["number"] = arguments.number;
    }
    if (!arguments.pack.empty()) {
        which["pack"] = arguments.pack;
    }
    return which;
}

int listProcedures(const ProcedureArguments& /*arguments*/, const Context& context) {
    const auto answer = askCentre(context, "procedure.list", Json::object());
    if (!answer) {
        return context.fail(answer.error());
    }
    if (context.json) {
        print(*answer);
        return 0;
    }
    for (const Json& each : (*answer)["versions"]) {
        const std::string since = each["since"].is_string() ? each["since"].get<std::string>() : "-";
        printLine(each["number"].dump() + "\t" + since + "\t" + each["by"].get<std::string>() + "\t" +
                  each["why"].get<std::string>());
    }
    for (const Json& each : (*answer)["packs"]) {
        printLine("pack\t" + each["code"].get<std::string>() + "\t" + each["name"].get<std::string>());
    }
    return 0;
}

int showProcedure(const ProcedureArguments& arguments, const Context& context) {
    const auto answer = askCentre(context, "procedure.show", whichOf(arguments));
    if (!answer) {
        return context.fail(answer.error());
    }
    if (context.json) {
        print(*answer);
    } else {
        std::cout << (*answer)["text"].get<std::string>();
    }
    return 0;
}

int exportProcedure(const ProcedureArguments& arguments, const Context& context) {
    const auto answer = askCentre(context, "procedure.export", whichOf(arguments));
    if (!answer) {
        return context.fail(answer.error());
    }
    std::ofstream file(arguments.file, std::ios::binary | std::ios::trunc);
    file << (*answer)["text"].get<std::string>();
    file.close();
    if (!file) {
        return context.fail(Error("file.notWritable", {{"file", arguments.file}, {"reason", std::strerror(errno)}}));
    }
    if (context.json) {
        print({{"file", arguments.file}});
    }
    return 0;
}

/// Where there is no centre the file alone is judged: nobody knows its units and categories then.
Result<Json> judgedFile(const std::string& text, const Context& context) {
    if (centre::holdsCentre(context.data)) {
        return askCentre(context, "procedure.check", {{"text", text}});
    }
    const wire::ProcedureReading reading = wire::readProcedure(text);
    Json answer{{"ok", reading.problems.empty()}, {"problems", Json::array()}, {"notices", Json::array()}};
    for (const Error& each : reading.problems) {
        answer["problems"].push_back(wire::errorJson(each));
    }
    for (const Error& each : reading.notices) {
        answer["notices"].push_back(wire::errorJson(each));
    }
    return answer;
}

int checkProcedure(const ProcedureArguments& arguments, const Context& context) {
    const auto text = textOfFile(arguments.file);
    const auto answer = text ? judgedFile(*text, context) : Result<Json>(text.error());
    if (!answer) {
        return context.fail(answer.error());
    }
    if (context.json) {
        print(*answer);
    } else {
        printSentences((*answer)["problems"], context);
        printSentences((*answer)["notices"], context);
        printChanges(answer->value("changes", Json::array()));
    }
    return (*answer)["ok"].get<bool>() ? 0 : 1;
}

int importProcedure(const ProcedureArguments& arguments, const Context& context) {
    const auto text = textOfFile(arguments.file);
    if (!text) {
        return context.fail(text.error());
    }
    const char* const user = std::getenv("USER");
    Json with{{"text", *text}, {"why", arguments.why}, {"by", user == nullptr ? "" : user}};
    if (arguments.base != 0) {
        with["base"] = arguments.base;
    }
    const auto answer = askCentre(context, "procedure.import", with);
    if (!answer) {
        return context.fail(answer.error());
    }
    if (context.json) {
        print(*answer);
    } else {
        printLine((*answer)["number"].dump());
        printSentences((*answer)["notices"], context);
        printChanges((*answer)["changes"]);
    }
    return 0;
}

int diffProcedures(const ProcedureArguments& arguments, const Context& context) {
    const auto answer = askCentre(context, "procedure.diff", whichOf(arguments));
    if (!answer) {
        return context.fail(answer.error());
    }
    if (context.json) {
        print(*answer);
    } else {
        printChanges((*answer)["changes"]);
    }
    return 0;
}

}  // namespace

void addProcedure(CLI::App& app, Context& context) {
    CLI::App* const group = app.add_subcommand("procedure", "The centre's work method: versions, packs, changes");
    group->require_subcommand(1);
    auto arguments = std::make_shared<ProcedureArguments>();
    const auto verb = [&context, group, arguments](const char* name, const char* about, auto run) {
        CLI::App* const command = group->add_subcommand(name, about);
        addCentreOptions(*command, context);
        command->callback([&context, arguments, run] {
            context.run = [&context, arguments, run] { return run(*arguments, context); };
        });
        return command;
    };
    const auto which = [&arguments](CLI::App* command) {
        command->add_option("--number", arguments->number, "Version; default: the live one");
        command->add_option("--pack", arguments->pack, "A pack that ships, by its code");
    };
    verb("list", "Versions of the rules, and the packs that ship", &listProcedures);
    which(verb("show", "Prints a procedure", &showProcedure));
    CLI::App* const exporting = verb("export", "Writes a pack: procedure and categories", &exportProcedure);
    exporting->add_option("FILE", arguments->file)->required();
    which(exporting);
    verb("check", "Says what is wrong with a procedure file, and what it would change; - is stdin", &checkProcedure)
        ->add_option("FILE", arguments->file)
        ->required();
    CLI::App* const importing = verb("import", "Makes a procedure file the centre's rules", &importProcedure);
    importing->add_option("FILE", arguments->file)->required();
    importing->add_option("--why", arguments->why, "What the change is for")->required();
    importing->add_option("--base", arguments->base, "Refuse when the live version is another one by now");
    which(verb("diff", "What has changed since a version", &diffProcedures));
}

}  // namespace zhida::admin
