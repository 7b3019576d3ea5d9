// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/convert.h"

namespace zhida::sync {

void toPb(const Error& error, pb::Fault& out) {
    out.Clear();
    out.set_code(error.code);
    for (const auto& [name, value] : error.args) {
        pb::Argument& arg = *out.add_args();
        arg.set_name(name);
        arg.set_value(value);
    }
}

Error fromPb(const pb::Fault& fault) {
    Error error(fault.code());
    for (const pb::Argument& arg : fault.args()) {
        error.args.emplace_back(arg.name(), arg.value());
    }
    return error;
}

Uuid uuidOf(std::string_view raw) { return Uuid::fromRaw(raw).value_or(Uuid{}); }

}  // namespace zhida::sync
