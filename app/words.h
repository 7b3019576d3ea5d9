// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <string>

/// Words of the command line for error codes: server, admin and headless desk. (The window has its own, translated by Qt.)
namespace zhida::words {

enum class Language { chinese, english };

/// From LC_ALL, LC_MESSAGES, LANG in this order: Chinese when it begins with "zh".
Language languageOfEnvironment();

/// One line that says what happened and what to do. A code without a sentence shows itself and its arguments.
std::string sentence(const Error& error, Language language);

}  // namespace zhida::words
