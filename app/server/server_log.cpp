// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/server_log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string>

namespace zhida::server {
namespace {

std::string quoted(const std::string& value) {
    if (!value.empty() && value.find_first_of(" \"=\\\n\r\t") == std::string::npos) {
        return value;
    }
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + "\"";
}

std::string lineOf(const Error& what) {
    std::string line = "event=" + what.code;
    for (const auto& [key, value] : what.args) {
        line += " " + key + "=" + quoted(value);
    }
    return line;
}

spdlog::level::level_enum levelOf(centre::LogLine::Level level) {
    switch (level) {
        case centre::LogLine::Level::warning:
            return spdlog::level::warn;
        case centre::LogLine::Level::error:
            return spdlog::level::err;
        case centre::LogLine::Level::info:
            break;
    }
    return spdlog::level::info;
}

}  // namespace

std::function<void(const centre::LogLine&)> logToStderr() {
    auto logger = std::make_shared<spdlog::logger>("server", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
    logger->flush_on(spdlog::level::info);
    return [logger](const centre::LogLine& line) { logger->log(levelOf(line.level), lineOf(line.what)); };
}

}  // namespace zhida::server
