// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <chrono>
#include <string>
#include <vector>

namespace zhida::admin {

/// What a gateway's program said of one message.
struct Delivery {
    enum class Verdict : std::uint8_t {
        sent,    ///< exit code 0
        failed,  ///< any other: this message will not arrive
        notNow,  ///< exit code 75 (EX_TEMPFAIL of sysexits.h): the gateway takes none for a while
        broken,  ///< a signal, or no end in time: the program failed on this one, which waits
    } verdict = Verdict::notNow;
    std::string word;  ///< first line of stdout when sent, else of stderr
};

/// Runs `command` (a program, found on PATH, and its arguments) with `input` on stdin and waits for its end; what still runs after
/// `limit` is killed with all that it started. Errors: gateway.cannotRun{program,detail}.
Result<Delivery> runGateway(const std::vector<std::string>& command, const std::string& input,
                            std::chrono::milliseconds limit);

}  // namespace zhida::admin
