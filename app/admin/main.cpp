// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

namespace zhida::admin {
namespace {

constexpr int kBadUsage = 2;

std::string defaultData() {
    const char* const value = std::getenv("ZHIDA_DATA");
    return value != nullptr && *value != '\0' ? value : "zhida-data";
}

void addAll(CLI::App& app, Context& context) {
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--lang", context.languageName, "zh or en; default by LANG")->check(CLI::IsMember({"zh", "en"}));
    addInit(app, context);
    addImport(app, context);
    addExport(app, context);
    addSearch(app, context);
    addDeadline(app, context);
    addReport(app, context);
    addDoctor(app, context);
    addBackup(app, context);
    addAccounts(app, context);
    addDesk(app, context);
    addProcedure(app, context);
    addMessages(app, context);
}

int run(int argc, char** argv) {
    CLI::App app("Administration of a Zhida centre. Exit codes: 0 done, 1 refused or failed, 2 bad usage.",
                 "zhida-admin");
    Context context;
    context.data = defaultData();
    addAll(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& failure) {
        return app.exit(failure) == 0 ? 0 : kBadUsage;
    }
    return context.run();
}

}  // namespace
}  // namespace zhida::admin

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is an error like a full disk, not a sudden death
    try {
        return zhida::admin::run(argc, argv);
    } catch (const std::exception& failure) {
        std::cerr << "zhida-admin: " << failure.what() << '\n';
        return 1;
    }
}
