// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/calendar_source.h"
#include "app/admin/centre_sink.h"
#include "app/admin/context.h"
#include "app/admin/flat_ticket.h"
#include "app/admin/record_pages.h"
#include "app/importing/mapping.h"
#include "model/domain/permission.h"
#include "model/wire/json.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace zhida::admin {
namespace {

using importing::Kind;

struct ExportArguments {
    std::string kind;
    std::string file;
    std::string format;
    std::string secret;  ///< why the callers and the restricted tickets are needed; empty: they are left out
};

/// Rows as JSON lines or as a table with a header and a byte order mark, which spreadsheets need to see UTF-8.
class RowWriter {
public:
    /// Times are written with the offset of the centre.
    RowWriter(std::ostream& out, bool csv, std::vector<std::string> columns, UtcOffset offset)
        : m_out(out), m_csv(csv), m_columns(std::move(columns)), m_offset(offset) {
        if (m_csv) {
            Json header = Json::object();
            for (const std::string& each : m_columns) {
                header[each] = each;
            }
            m_out << "\xEF\xBB\xBF" << csvLine(header, m_columns);
        }
    }
    void write(const Json& row) {
        if (m_csv) {
            m_out << csvLine(row, m_columns);
        } else {
            m_out << row.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        }
        ++m_rows;
    }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] bool csv() const { return m_csv; }
    [[nodiscard]] UtcOffset offset() const { return m_offset; }

private:
    std::ostream& m_out;
    bool m_csv;
    std::vector<std::string> m_columns;
    UtcOffset m_offset;
    std::uint64_t m_rows = 0;
};

template <Record T>
Status writeRecords(centre::CentreAccess& access, Kind kind, RowWriter& writer) {
    return forEachRecord<T>(access, recordKind(kind),
                            [&writer](const T& record) { writer.write(wire::toJson(record, writer.offset())); });
}

/// What whoever reads a table may see of it: no caller, and nothing that is restricted. With a reason everything.
Status writeTickets(centre::CentreAccess& access, bool secret, RowWriter& writer) {
    return forEachRecord<domain::Ticket>(access, "ticket", [secret, &writer](const domain::Ticket& stored) {
        if (stored.secrecy == domain::Secrecy::restricted && !secret) {
            return;
        }
        const domain::Ticket ticket = secret ? stored : domain::masked(stored);
        Json row = flatTicket(ticket, writer.offset());
        if (!writer.csv()) {
            Json whole = wire::toJson(ticket, writer.offset());
            whole["createdAt"] = nullptr;  // the row has it when it is known
            whole.update(row);
            row = std::move(whole);
        }
        writer.write(row);
    });
}

Status writeKind(centre::CentreAccess& access, Kind kind, bool secret, RowWriter& writer) {
    switch (kind) {
        case Kind::tickets:
            return writeTickets(access, secret, writer);
        case Kind::articles:
            return writeRecords<domain::Article>(access, kind, writer);
        case Kind::services:
            return writeRecords<domain::ServiceItem>(access, kind, writer);
        case Kind::categories:
            return writeRecords<domain::Category>(access, kind, writer);
        case Kind::regions:
            return writeRecords<domain::Region>(access, kind, writer);
        case Kind::holidays:
            return writeRecords<domain::Holiday>(access, kind, writer);
        case Kind::units:
            return writeRecords<domain::Unit>(access, kind, writer);
        case Kind::agents:
            break;
    }
    return writeRecords<domain::UserProfile>(access, kind, writer);
}

std::vector<std::string> columnsOf(Kind kind) {
    if (kind == Kind::tickets) {
        return flatTicketColumns();
    }
    std::vector<std::string> columns;
    for (const std::string& each : importing::targetFields(kind)) {
        const bool foreign = each == "password" || (kind == Kind::articles && (each == "id" || each == "question"));
        if (!foreign) {
            columns.push_back(each);
        }
    }
    return columns;
}

Error notWritable(const std::string& file) {
    return Error("file.notWritable", {{"file", file}, {"reason", std::strerror(errno)}});
}

/// Before the first row leaves: who takes it, when and why, in the centre's own log.
Status noteSecret(centre::CentreAccess& access, const ExportArguments& arguments) {
    if (arguments.secret.empty()) {
        return done();
    }
    const char* const user = std::getenv("USER");
    const Json line{{"what", "export.secret"}, {"why", arguments.secret}, {"by", user == nullptr ? "" : user}};
    const auto noted = access.call("audit.add", line.dump(-1, ' ', false, Json::error_handler_t::replace));
    return noted ? done() : Status(noted.error());
}

int exportAll(const ExportArguments& arguments, const Context& context) {
    const Kind kind = *enumFrom<Kind>(arguments.kind);
    auto access = context.open();
    if (!access) {
        return context.fail(access.error());
    }
    const auto rules = rulesOf(**access);
    if (!rules) {
        return context.fail(rules.error());
    }
    if (const Status noted = noteSecret(**access, arguments); !noted) {
        return context.fail(noted.error());
    }
    const bool toScreen = arguments.file == "-";
    const std::string partial = arguments.file + ".part";
    std::ofstream file;
    if (!toScreen) {
        file.open(partial, std::ios::binary | std::ios::trunc);
        if (!file) {
            return context.fail(notWritable(arguments.file));
        }
        std::filesystem::permissions(partial, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
    const bool csv = arguments.format.empty() ? std::filesystem::path(arguments.file).extension() == ".csv"
                                              : arguments.format == "csv";
    RowWriter writer(toScreen ? std::cout : file, csv, columnsOf(kind), rules->calendar.offset());
    if (const Status status = writeKind(**access, kind, !arguments.secret.empty(), writer); !status) {
        return context.fail(status.error());
    }
    if (toScreen) {
        return 0;
    }
    file.close();
    if (!file || std::rename(partial.c_str(), arguments.file.c_str()) != 0) {
        return context.fail(notWritable(arguments.file));
    }
    print({{"kind", arguments.kind}, {"rows", writer.rows()}, {"file", arguments.file}});
    return 0;
}

}  // namespace

void addExport(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App* const command =
        app.add_subcommand("export", "Writes everything of one kind; an import takes it in again");
    command->add_option("KIND", arguments->kind, "What to write")
        ->required()
        ->check(CLI::IsMember(importing::kindCodes()));
    command->add_option("FILE", arguments->file, "Where to; - is stdout")->required();
    command->add_option("--format", arguments->format, "csv or jsonl; default: by the file's name")
        ->check(CLI::IsMember({"csv", "jsonl"}));
    command->add_option("--secret", arguments->secret,
                        "Tickets with their callers, and restricted ones too; the reason goes into the centre's log");
    addCentreOptions(*command, context);
    command->callback(
        [&context, arguments] { context.run = [&context, arguments] { return exportAll(*arguments, context); }; });
}

}  // namespace zhida::admin
