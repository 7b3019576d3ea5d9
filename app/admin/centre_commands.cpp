// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "app/centre/centre.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

namespace zhida::admin {
namespace {

constexpr std::uintmax_t kLowDisk = 1U << 30U;    ///< a warning
constexpr std::uintmax_t kFullDisk = 50U << 20U;  ///< a failure

struct InitArguments {
    std::string dir;
    centre::InitOptions options;
};

int init(const InitArguments& arguments, const Context& context) {
    const auto report = centre::initCentre(arguments.dir, arguments.options);
    if (!report) {
        return context.fail(report.error());
    }
    Json accounts = Json::array();
    for (const centre::NewAccount& each : report->accounts) {
        accounts.push_back(
            {{"user", each.user}, {"password", each.password}, {"role", each.role}, {"unit", each.unit}});
    }
    if (context.json) {
        print({{"ca", report->caFile},
               {"accounts", accounts},
               {"articles", report->articles},
               {"tickets", report->tickets}});
        return 0;
    }
    printLine("ca " + report->caFile);
    for (const Json& each : accounts) {
        printLine(each["user"].get<std::string>() + "\t" + each["password"].get<std::string>() + "\t" +
                  each["role"].get<std::string>() + "\t" + each["unit"].get<std::string>());
    }
    return 0;
}

/// One line of the doctor's report.
struct Check {
    std::string name;
    std::string state = "ok";  ///< ok warn fail
    std::vector<Error> problems;
};

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

/// Which check a problem belongs to.
std::string_view checkOf(const Error& problem) {
    if (begins(problem.code, "pki.")) {
        return "certificates";
    }
    if (begins(problem.code, "file.")) {
        return "permissions";
    }
    if (begins(problem.code, "disk.")) {
        return "disk";
    }
    if (begins(problem.code, "centre.")) {
        return "tickets";
    }
    return begins(problem.arg("detail"), "chain") ? "log" : "database";
}

bool isWarning(const Error& problem) {
    return problem.code == "pki.expires" || problem.code == "file.openToOthers" || problem.code == "disk.low";
}

class Report {
public:
    Report() {
        for (const char* const name : {"database", "log", "tickets", "certificates", "permissions", "disk"}) {
            m_checks.push_back({name, "ok", {}});
        }
    }
    void add(const Error& problem, bool warning) {
        for (Check& check : m_checks) {
            if (check.name == checkOf(problem)) {
                check.state = warning && check.state != "fail" ? "warn" : "fail";
                check.problems.push_back(problem);
            }
        }
    }
    [[nodiscard]] bool ok() const {
        for (const Check& each : m_checks) {
            if (each.state == "fail") {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] const std::vector<Check>& checks() const { return m_checks; }

private:
    std::vector<Check> m_checks;
};

void checkDisk(const std::string& dir, Report& report) {
    std::error_code failure;
    const auto space = std::filesystem::space(dir, failure);
    if (!failure && space.available < kLowDisk) {
        const std::string megabytes = std::to_string(space.available >> 20U);
        report.add(Error("disk.low", {{"path", dir}, {"freeMb", megabytes}}), space.available >= kFullDisk);
    }
}

Error errorOf(const Json& json) {
    Error error(json.value("code", ""));
    const Json arguments = json.value("args", Json::object());
    for (const auto& [name, value] : arguments.items()) {
        error.args.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    return error;
}

/// What the centre says of itself; an error stands for itself as a problem of the database.
Json examine(const Context& context, Report& report) {
    auto access = context.open();
    const auto text = access ? (*access)->call("doctor", "{}") : Result<std::string>(access.error());
    if (!text) {
        report.add(text.error(), false);
        return Json::object();
    }
    Json json = Json::parse(*text, nullptr, false);
    for (const Json& each : json.value("problems", Json::array())) {
        const Error problem = errorOf(each);
        report.add(problem, isWarning(problem));
    }
    return json;
}

int doctor(const Context& context) {
    if (!centre::holdsCentre(context.data)) {
        return context.fail(Error("centre.missing", {{"dir", context.data}}));
    }
    Report report;
    const Json found = examine(context, report);
    checkDisk(context.data, report);
    Json checks = Json::array();
    for (const Check& each : report.checks()) {
        Json problems = Json::array();
        for (const Error& problem : each.problems) {
            problems.push_back({{"code", problem.code}, {"text", words::sentence(problem, context.language())}});
        }
        checks.push_back({{"name", each.name}, {"state", each.state}, {"problems", std::move(problems)}});
    }
    if (context.json) {
        print({{"ok", report.ok()},
               {"checks", checks},
               {"head", found.value("head", Json())},
               {"tickets", found.value("tickets", Json())}});
        return report.ok() ? 0 : 1;
    }
    for (const Check& each : report.checks()) {
        printLine(each.state + "\t" + each.name);
        for (const Error& problem : each.problems) {
            printLine("\t" + words::sentence(problem, context.language()));
        }
    }
    return report.ok() ? 0 : 1;
}

}  // namespace

void addInit(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<InitArguments>();
    CLI::App* const command =
        app.add_subcommand("init", "A new centre: reference data, certificate authority, first administrator");
    command->add_option("DIR", arguments->dir, "Folder of the new centre")->required();
    command->add_flag("--demo", arguments->options.demo, "With units, people, articles and tickets to try out");
    command->add_option("--host", arguments->options.hosts,
                        "Name or address of the server besides 127.0.0.1 and localhost");
    command->add_flag("--json", context.json, "Print JSON");
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return init(*arguments, context); }; });
}

void addDoctor(CLI::App& app, Context& context) {
    CLI::App* const command =
        app.add_subcommand("doctor", "Examines a centre: file, log, certificates, permissions, disk");
    addCentreOptions(*command, context);
    command->callback([&context] { context.run = [&context] { return doctor(context); }; });
}

}  // namespace zhida::admin
