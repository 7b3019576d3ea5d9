// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "app/words.h"
#include "model/base/result.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace zhida::admin {

using Json = nlohmann::json;

/// What all commands share. Results go to stdout, everything else to stderr.
struct Context {
    std::string data;          ///< --data, else ZHIDA_DATA, else ./zhida-data
    bool json = false;         ///< --json
    std::string languageName;  ///< --lang; empty: the environment's
    std::function<int()> run;  ///< set by the command that was named: its exit code

    [[nodiscard]] words::Language language() const;
    /// One line on stderr; the exit code 1.
    [[nodiscard]] int fail(const Error& error) const;
    [[nodiscard]] Result<std::unique_ptr<centre::CentreAccess>> open() const;
};

/// One JSON value as one line on stdout.
void print(const Json& json);
void printLine(const std::string& line);

void addInit(CLI::App& app, Context& context);
void addDoctor(CLI::App& app, Context& context);
void addBackup(CLI::App& app, Context& context);
void addImport(CLI::App& app, Context& context);
void addExport(CLI::App& app, Context& context);
void addSearch(CLI::App& app, Context& context);
void addDeadline(CLI::App& app, Context& context);
void addReport(CLI::App& app, Context& context);
void addAccounts(CLI::App& app, Context& context);
void addDesk(CLI::App& app, Context& context);
void addProcedure(CLI::App& app, Context& context);
void addMessages(CLI::App& app, Context& context);

/// --data and --json, which most commands have.
void addCentreOptions(CLI::App& command, Context& context);

}  // namespace zhida::admin
