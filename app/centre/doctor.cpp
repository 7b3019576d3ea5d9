// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/doctor.h"

#include "model/wire/json.h"
#include "sync/net/pki.h"
#include "sync/server/centre_offset.h"

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <vector>

namespace zhida::centre {
namespace {

constexpr std::int64_t kWarnDays = 30;

void checkCertificate(const std::filesystem::path& file, Instant now, UtcOffset offset, std::vector<Error>& problems) {
    const auto info = net::inspectCertificate(file);
    if (!info) {
        problems.push_back(info.error());
        return;
    }
    const std::string on = formatDay(localDay(info->notAfter, offset));
    if (info->notAfter < now) {
        problems.push_back(Error("pki.expired", {{"file", file.string()}, {"on", on}}));
    } else if (info->notAfter < now.plus(kWarnDays * kDayMs)) {
        problems.push_back(Error("pki.expires", {{"file", file.string()}, {"on", on}}));
    }
}

void checkMode(const std::filesystem::path& file, std::vector<Error>& problems) {
    struct stat info {};
    if (::stat(file.c_str(), &info) == 0 && (info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        std::array<char, 8> mode{};
        std::snprintf(mode.data(), mode.size(), "%04o", info.st_mode & 07777U);
        problems.push_back(Error("file.openToOthers", {{"file", file.string()}, {"mode", mode.data()}}));
    }
}

}  // namespace

std::string examine(const CentrePaths& paths, sync::SqliteServerStore& store, Instant now) {
    std::vector<Error> problems = store.examine();
    const net::PkiFiles pki = net::pkiFiles(paths.pki);
    const UtcOffset offset = sync::centreOffset(store);
    checkCertificate(pki.caCertificate, now, offset, problems);
    checkCertificate(pki.serverCertificate, now, offset, problems);
    for (const auto& file : {paths.database, pki.serverKey, pki.caKey}) {
        checkMode(file, problems);
    }
    wire::Json list = wire::Json::array();
    for (const Error& each : problems) {
        list.push_back(wire::errorJson(each));
    }
    const wire::Json report{{"ok", problems.empty()},
                            {"head", store.head()},
                            {"tickets", store.ticketCount()},
                            {"problems", std::move(list)}};
    return report.dump(-1, ' ', false, wire::Json::error_handler_t::replace);
}

}  // namespace zhida::centre
