// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rules_callback.h"
#include "model/wire/rules_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Any text is a procedure file. What is refused names a line; what is taken gives every matter on offer a term, and its forms,
/// ladders and quiet hours can be asked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace zhida;
    const auto reading = wire::readProcedure({reinterpret_cast<const char*>(data), size});
    for (const Error& each : reading.problems) {
        if (each.code.empty() || (!each.arg("path").empty() && each.arg("line").empty())) {
            std::abort();
        }
    }
    if (!reading.problems.empty()) {
        return 0;
    }
    const domain::Rules& rules = reading.rules;
    for (const auto& [type, code] : EnumCodes<domain::AppealType>::kTable) {
        if (rules.offers(type) && rules.urgencies.empty() && !rules.termOf(domain::Stage::solve, {type})) {
            std::abort();
        }
    }
    const Instant at{1'755'655'200'000};
    const Instant callable = domain::callableFrom(rules.callback, rules.calendar.offset(), at);
    if (callable < at || domain::callableFrom(rules.callback, rules.calendar.offset(), callable) != callable) {
        std::abort();
    }
    for (const domain::Form& each : rules.forms) {
        (void)domain::problemsOf(each, {});
    }
    for (const domain::Ladder& each : rules.ladders) {
        (void)domain::ladderPlace(each, {});
    }
    return 0;
}
