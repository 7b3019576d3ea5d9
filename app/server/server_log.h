// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/centre_server.h"

#include <functional>

namespace zhida::server {

/// Lines "time=… level=… event=<code> key=value …" on stderr, values quoted where they need it. Thread-safe.
std::function<void(const centre::LogLine&)> logToStderr();

}  // namespace zhida::server
