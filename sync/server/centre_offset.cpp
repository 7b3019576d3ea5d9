// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/centre_offset.h"

#include "model/wire/rules_file.h"

namespace zhida::sync {

UtcOffset centreOffset(ServerStore& store) {
    const auto text = store.record("rules", "rules");
    const Result<domain::Rules> rules = wire::rulesFromText(text.value_or(std::string()));
    return rules ? rules->calendar.offset() : domain::Rules{}.calendar.offset();
}

}  // namespace zhida::sync
