// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/presence.h"
#include "sync/server/sessions.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::sync {

/// Who is there and what he does, as long as he is signed in. Kept in memory: it is true of this moment or not at all.
///   presence.set {state,reason?} -> the own presence · presence.list -> {"presence":[…]}: of the own unit; of all for a
///   supervisor. Whoever has said nothing since he signed in is free.
///   presence.editing {article,editing} -> {"others":[{user,since}]}: who else has that article in his editor, the first one
///   first; said again every few seconds, and forgotten kEditingMs after the last time.
/// Errors: operation.unknown{operation} json.* field.*; article.notYourUnit{unit}: its drafts are not for this user.
class EnginePresence {
public:
    explicit EnginePresence(EngineContext& context) : m_context(context) {}

    static bool knows(std::string_view operation) { return operation.substr(0, 9) == "presence."; }
    Result<std::string> answer(const DeskSession& session, std::string_view operation, std::string_view arguments);

private:
    Result<std::string> set(const DeskSession& session, std::string_view arguments);
    std::string list(const DeskSession& session);
    Result<std::string> editing(const DeskSession& session, std::string_view arguments);
    Status mayEdit(const DeskSession& session, const std::string& article);
    void forgetGone();

    struct Editing {
        Instant since;
        Instant said;  ///< steady
    };
    static constexpr std::int64_t kEditingMs = 20'000;

    EngineContext& m_context;
    std::map<UserCode, domain::Presence> m_said;
    std::map<std::string, std::map<UserCode, Editing>> m_editing;  ///< by article
};

}  // namespace zhida::sync
