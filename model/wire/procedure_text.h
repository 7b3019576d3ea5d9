// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

/// A procedure file as people read and compare it. Keys keep the order in which they were written.
namespace zhida::wire {

using ProcedureJson = nlohmann::ordered_json;

/// One entry of a list a line; whatever fits on a line of 150 characters stays on one.
std::string prettyProcedure(const ProcedureJson& procedure);

struct ProcedureChange {
    std::string path;       ///< "deadlines[3]", "returnReasons[overlap].zh"
    nlohmann::json before;  ///< null: added
    nlohmann::json after;   ///< null: gone
};

/// What differs, apart from "version". Entries with codes are matched by their code, others as wholes: neither the order of keys
/// nor that of a list matters.
std::vector<ProcedureChange> changesBetween(nlohmann::json before, nlohmann::json after);

}  // namespace zhida::wire
