// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/org.h"

#include <optional>
#include <string>
#include <string_view>

/// Who is sent what of a record. Most kinds are for everybody and pass as they are.
namespace zhida::wire {

/// `kind` has records that are not for everybody.
bool isGuarded(std::string_view kind);

/// What `reader` may have of a record: its bytes, or the part that is his, or nothing.
///   - a version under way (articleLife): whole for the unit that writes it and for those who review for the centre, for the others
///     what became of the published text;
///   - a task: for its unit, who opened it, and those who review for the centre;
///   - a campaign: for the centre's people, who phone;
///   - a search in vain: for those who review for the centre, and who searched;
///   - a message: for the centre's people who see its tickets, and who sent it; the gateway's work list: for nobody.
/// `body` empty: it is gone, which everybody may know, but for a search: its key says whose it was. Bytes that cannot be read are
/// nobody's.
std::optional<std::string> recordFor(std::string_view kind, std::string_view key, std::string body,
                                     const domain::UserProfile& reader);

}  // namespace zhida::wire
