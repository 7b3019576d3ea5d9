// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace zhida::admin {
namespace {

/// Calls one operation of the centre and shows what it answers.
int call(const Context& context, const std::string& operation, const Json& arguments) {
    auto access = context.open();
    if (!access) {
        return context.fail(access.error());
    }
    const auto answer = (*access)->call(operation, arguments.dump());
    if (!answer) {
        return context.fail(answer.error());
    }
    const Json json = Json::parse(*answer, nullptr, false);
    if (context.json) {
        printLine(*answer);
        return 0;
    }
    const auto show = [](const Json& row) {
        std::string line;
        for (const auto& [name, value] : row.items()) {
            line +=
                (line.empty() ? "" : "\t") + name + "=" + (value.is_string() ? value.get<std::string>() : value.dump());
        }
        printLine(line);
    };
    const bool isList = json.is_object() && json.size() == 1 && json.begin()->is_array();
    for (const Json& each : isList ? *json.begin() : Json::array({json})) {
        show(each);
    }
    return 0;
}

/// Arguments of one operation, gathered by the parser.
struct Operation {
    std::string name;
    std::map<std::string, std::string> texts;
    std::vector<std::string> regions;
    bool passwordFromInput = false;

    [[nodiscard]] Json arguments() const {
        Json json = Json::object();
        for (const auto& [key, value] : texts) {
            if (!value.empty()) {
                json[key] = value;
            }
        }
        if (!regions.empty()) {
            json["regions"] = regions;
        }
        if (passwordFromInput) {
            std::string password;
            std::getline(std::cin, password);
            json["password"] = password;
        }
        return json;
    }
};

/// Builds the commands below `user`, `unit`, `device`, `roster` and `audit`.
class Builder {
public:
    Builder(CLI::App& group, Context& context, std::string subject)
        : m_group(group), m_context(context), m_subject(std::move(subject)) {
        m_group.require_subcommand(1);
    }

    std::shared_ptr<Operation> add(const std::string& verb, const char* about) {
        auto operation = std::make_shared<Operation>();
        operation->name = m_subject + "." + verb;
        m_command = m_group.add_subcommand(verb, about);
        addCentreOptions(*m_command, m_context);
        m_command->callback([&context = m_context, operation] {
            context.run = [&context, operation] { return call(context, operation->name, operation->arguments()); };
        });
        m_operation = operation;
        return operation;
    }
    Builder& text(const char* option, const std::string& field, const char* about, bool required = false) {
        m_command->add_option(option, m_operation->texts[field], about)->required(required);
        return *this;
    }
    Builder& password() {
        m_command->add_flag("--password-stdin", m_operation->passwordFromInput,
                            "Read the password from stdin; otherwise one is made up and shown once");
        return *this;
    }
    Builder& regions() {
        m_command->add_option("--region", m_operation->regions, "Region whose tickets he may see; may be repeated");
        return *this;
    }

private:
    CLI::App& m_group;
    Context& m_context;
    std::string m_subject;
    CLI::App* m_command = nullptr;
    std::shared_ptr<Operation> m_operation;
};

constexpr const char* kRoles = "callTaker specialist dispatcher unitHandler callbackAgent supervisor administrator";

void addUser(CLI::App& app, Context& context) {
    Builder user(*app.add_subcommand("user", "Accounts"), context, "user");
    user.add("list", "All users");
    user.add("add", "A new user");
    user.text("USER", "user", "Name to sign in with", true).text("--role", "role", kRoles, true);
    user.text("--unit", "unit", "Code of his unit").text("--name", "name", "His name").regions().password();
    user.add("role", "Another role, unit or name");
    user.text("USER", "user", "The user", true).text("--role", "role", kRoles, true);
    user.text("--unit", "unit", "Code of his unit").text("--name", "name", "His name").regions();
    user.add("passwd", "A new password; ends his sessions");
    user.text("USER", "user", "The user", true).password();
    user.add("disable", "He can sign in no more; ends his sessions");
    user.text("USER", "user", "The user", true);
    user.add("enable", "He can sign in again");
    user.text("USER", "user", "The user", true);
}

void addUnit(CLI::App& app, Context& context) {
    Builder unit(*app.add_subcommand("unit", "Units"), context, "unit");
    unit.add("list", "All units");
    unit.add("add", "A new unit");
    unit.text("CODE", "code", "Its code", true).text("NAME", "name", "Its name", true);
    unit.text("--kind", "kind", "centre bureau town village enterprise").text("--region", "region", "12 digits");
    unit.text("--parent", "parent", "Code of the unit above").text("--desk", "desk", "Number of its desk in the hall");
    unit.text("--phone", "phone", "Its telephone");
    unit.add("disable", "Gets no more tickets");
    unit.text("CODE", "code", "The unit", true);
    unit.add("enable", "Gets tickets again");
    unit.text("CODE", "code", "The unit", true);
}

void addDevice(CLI::App& app, Context& context) {
    Builder device(*app.add_subcommand("device", "Devices that have signed in"), context, "device");
    device.add("list", "All devices");
    device.add("disable", "Can connect no more; ends its sessions");
    device.text("DEVICE", "device", "Its id", true);
    device.add("enable", "Can connect again");
    device.text("DEVICE", "device", "Its id", true);
}

void addRoster(CLI::App& app, Context& context) {
    Builder roster(*app.add_subcommand("roster", "Whose rights last from one day to another"), context, "roster");
    roster.add("list", "All entries");
    roster.text("--user", "user", "Only his");
    roster.add("add", "From the first day to the last he has that right, and no other");
    roster.text("USER", "user", "The user", true).text("--unit", "unit", "Code of the unit he works for", true);
    roster.text("--right", "right", "Code of the right, as the procedure names it", true);
    roster.text("--from", "from", "First day", true).text("--to", "to", "Last day", true);
    roster.add("end", "It ends at midnight of today, or of another day");
    roster.text("ID", "id", "The entry", true).text("--to", "to", "Last day; yesterday ends it at once");
    Builder audit(*app.add_subcommand("audit", "Who looked at what is secret"), context, "audit");
    audit.add("list", "All lines, oldest first");
}

}  // namespace

void addAccounts(CLI::App& app, Context& context) {
    addUser(app, context);
    addUnit(app, context);
    addDevice(app, context);
    addRoster(app, context);
}

}  // namespace zhida::admin
