// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/ids.h"
#include "model/base/record.h"

#include <string>

namespace zhida::domain {

/// Somebody looked at what is secret: who, when, why. A record of the centre's log that no desk is sent.
struct AuditEntry {
    std::string what;  ///< "export.secret"
    std::string why;
    UserCode by;
    Instant at;

    bool operator==(const AuditEntry&) const = default;
    static constexpr auto fields() {
        using A = AuditEntry;
        return std::tuple{field(1, "what", &A::what, FieldUse::required), field(2, "why", &A::why, FieldUse::required),
                          field(3, "by", &A::by), field(4, "at", &A::at, FieldUse::internal)};
    }
};

inline constexpr std::string_view kAuditKind = "audit";

}  // namespace zhida::domain
