// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace zhida::admin {

/// From ZHIDA_PASSWORD, which is then taken out of the environment, or typed without echo on the controlling terminal.
/// Nothing when there is neither.
std::optional<std::string> takePassword(const std::string& prompt);

}  // namespace zhida::admin
