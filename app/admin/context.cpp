// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace zhida::admin {

words::Language Context::language() const {
    if (languageName.empty()) {
        return words::languageOfEnvironment();
    }
    return languageName == "zh" ? words::Language::chinese : words::Language::english;
}

int Context::fail(const Error& error) const {
    std::cerr << "zhida-admin: " << words::sentence(error, language()) << " [" << error.code << "]\n";
    return 1;
}

Result<std::unique_ptr<centre::CentreAccess>> Context::open() const { return centre::CentreAccess::open(data); }

void print(const Json& json) { printLine(json.dump(-1, ' ', false, Json::error_handler_t::replace)); }

void printLine(const std::string& line) { std::cout << line << '\n' << std::flush; }

void addCentreOptions(CLI::App& command, Context& context) {
    command.add_option("--data", context.data, "Folder of the centre; default: $ZHIDA_DATA, else zhida-data here")
        ->capture_default_str();
    command.add_flag("--json", context.json, "Print JSON");
}

}  // namespace zhida::admin
