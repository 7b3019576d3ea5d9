// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "model/service/desk.h"
#include "model/service/record_overlay.h"

namespace zhida::service {

/// When, and by which clock on the wall.
struct RecordMoment {
    Instant now;
    UtcOffset offset;
};

/// Makes the command out of what a person submits on a record: id, moment, key of a new record, what of it the person has seen.
domain::RecordCommand makeRecordCommand(const RecordSubmission& submission, const domain::UserProfile& user,
                                        const RecordOverlay& shown, const RecordMoment& moment, Rng& rng);

}  // namespace zhida::service
