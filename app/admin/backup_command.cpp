// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/context.h"
#include "app/centre/backup.h"
#include "model/base/clock.h"

#include <CLI/CLI.hpp>

namespace zhida::admin {
namespace {

int told(const Context& context, const Result<centre::BackupReport>& report, const std::string& file) {
    if (!report) {
        return context.fail(report.error());
    }
    Json json{{"file", file}, {"head", report->head}, {"tickets", report->tickets}, {"bytes", report->bytes}};
    if (!report->kept.empty()) {
        json["kept"] = report->kept;
    }
    if (context.json) {
        print(json);
        return 0;
    }
    const bool zh = context.language() == words::Language::chinese;
    printLine(file + (zh ? "：序号 " : ": head ") + std::to_string(report->head) + (zh ? "，工单 " : ", tickets ") +
              std::to_string(report->tickets) + (zh ? "，字节 " : ", bytes ") + std::to_string(report->bytes));
    if (!report->kept.empty()) {
        printLine((zh ? "原来的文件：" : "the file that was there: ") + report->kept);
    }
    return 0;
}

}  // namespace

void addBackup(CLI::App& app, Context& context) {
    const auto file = std::make_shared<std::string>();
    CLI::App* const backup = app.add_subcommand(
        "backup",
        "Copies centre.db to a new file, also while the server runs, and examines the copy; pki/ is kept apart");
    backup->add_option("FILE", *file, "The new file")->required();
    addCentreOptions(*backup, context);
    backup->callback([&context, file] {
        context.run = [&context, file] { return told(context, centre::backUp(context.data, *file), *file); };
    });
    CLI::App* const restore = app.add_subcommand(
        "restore", "Puts a backup into the place of centre.db, which is kept beside it; the server must be stopped");
    restore->add_option("FILE", *file, "A file that backup made")->required();
    addCentreOptions(*restore, context);
    restore->callback([&context, file] {
        context.run = [&context, file] {
            return told(context, centre::restore(context.data, *file, SystemClock().now()), *file);
        };
    });
}

}  // namespace zhida::admin
