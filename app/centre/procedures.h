// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/domain/rules.h"
#include "model/wire/procedure_text.h"
#include "sync/server/server_store.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace zhida::centre {

/// The centre's work method: read, checked, changed, its versions. The record "rules" holds the live one with its version in
/// it; every version names the place of the one before in the log, so that none is stored twice and none is lost.
/// Operations, JSON in and out (docs/administration.md has the fields):
///   procedure.list · procedure.show {number?,pack?} · procedure.export {number?,pack?} · procedure.check {text} ·
///   procedure.import {text,why,base?} · procedure.diff {number?} · procedure.describe
/// Errors: rules.* (the first problem, with path and line) procedure.unknown{number} procedure.unknownPack{pack}
/// procedure.stale{base,live} field.missing{field} json.*
class Procedures {
public:
    Procedures(sync::ServerStore& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    static bool knows(std::string_view operation);
    /// Between begin() and commit() of the store; after an error nothing has been written.
    Result<std::string> run(std::string_view operation, std::string_view jsonArguments, const UserCode& by);
    /// A new version, unless it says the same as the live one. The same bounds.
    Result<domain::RulesVersion> adopt(std::string_view text, const UserCode& by, const std::string& why);

private:
    struct Judged {
        domain::Rules rules;
        std::vector<domain::Category> categories;  ///< of a pack
        std::vector<Error> problems;
        std::vector<Error> notices;
    };
    struct Arguments;

    [[nodiscard]] std::string liveText();
    [[nodiscard]] Judged judge(std::string_view text);
    [[nodiscard]] bool knowsCode(const Judged& judged, std::string_view kind, const std::string& code);
    [[nodiscard]] std::vector<domain::RulesVersion> versions();
    /// The text of a version of this centre, or of a pack that ships.
    [[nodiscard]] Result<std::string> textOf(const Arguments& arguments);
    [[nodiscard]] wire::ProcedureJson withCategories(wire::ProcedureJson procedure);
    /// What would be kept of this text: no categories, no version yet, and the forms that it drops as retired ones.
    [[nodiscard]] wire::ProcedureJson toBeKept(std::string_view text);

    Result<nlohmann::json> list(const Arguments& arguments);
    Result<nlohmann::json> show(const Arguments& arguments);
    Result<nlohmann::json> exportPack(const Arguments& arguments);
    Result<nlohmann::json> check(const Arguments& arguments);
    Result<nlohmann::json> import(const Arguments& arguments);
    Result<nlohmann::json> diff(const Arguments& arguments);
    Result<nlohmann::json> describe(const Arguments& arguments);

    sync::ServerStore& m_store;
    const Clock& m_clock;
};

}  // namespace zhida::centre
