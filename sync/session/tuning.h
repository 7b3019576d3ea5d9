// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// Every figure of the engine in one place. Milliseconds and bytes.
namespace zhida::sync {

struct Tuning {
    std::int64_t helloMs = 10'000;      ///< from the open line to the end of the sign-in
    std::int64_t heartbeatMs = 20'000;  ///< ± 20 %, both ways
    std::int64_t deadMs = 45'000;       ///< of silence: the line is half-open
    std::size_t pushCommands = 200;
    std::size_t pushBytes = 64U << 10U;
    std::size_t pushWindow = 4;  ///< unanswered Push frames
    std::int64_t answerMs = 50;  ///< so long an answer waits for the Feed that it is stored with
    std::size_t feedItems = 200;
    std::size_t feedBytes = 256U << 10U;
    std::size_t feedScan = 4'000;  ///< log entries looked at for one Feed
    std::size_t feedWindow = 4;    ///< Feed and FillPage frames without credit
    std::size_t fillRows = 1'000;
    std::size_t fillBytes = 512U << 10U;
    std::int64_t emptyFeedMs = 500;  ///< a desk whose scopes nothing touches hears of the new head this late at most
    std::int64_t creditMs = 60'000;  ///< without credit while frames are out: close
    std::size_t mostQueued = 2U << 20U;  ///< bytes in the transport's queue: no more feed until it has drained
    std::int64_t backoffBaseMs = 500;
    std::int64_t backoffMostMs = 60'000;
    std::int64_t healthyMs = 60'000;  ///< a line that held so long begins the back-off anew
    std::int64_t refusedMs = 60'000;  ///< a refusal that only the centre can lift is tried again after 1…2 times this
    std::size_t commitCommands = 1'024;  ///< commands of one transaction at the centre
    std::int64_t timersMs = 5'000;       ///< how often timed acts are looked for
    std::int64_t tokenMs = 30LL * 24 * 3'600'000;
    std::size_t mostHistoryBytes = 256U << 10U;
};

}  // namespace zhida::sync
